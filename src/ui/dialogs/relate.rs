//! How something is related, and to what: two questions one after the other, or only the first where the other end is
//! known.

use super::finder::{Finder, FinderEntry, Taken};
use super::sliced::{Sliced, use_sliced};
use crate::core::relation::End;
use crate::editor::action::{Action, SchemaAction};
use crate::editor::change_set::Topics;
use crate::editor::commit::short_quote;
use crate::editor::count::count;
use crate::editor::dossier::DossierAction;
use crate::editor::machine::Editor;
use crate::editor::other_ends::{OtherEnd, OtherEnds};
use crate::editor::relating::{Phrase, Relating};
use crate::editor::relation_type_edit::RelationTypeAction;
use crate::editor::text_filter::TextFilter;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use yew::prelude::*;

/// What is being related.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct RelateProps {
    /// From where, and to where if that is known.
    pub relating: Relating,
}

/// What one of the entries does.
#[derive(Clone, PartialEq, Debug)]
enum Choice {
    /// Goes on with it.
    Phrase(Phrase),
    /// Is the answer to the second question.
    Other(OtherEnd),
    /// Puts the usual types into the schema, for the first question to offer them.
    AddUsual,
}

/// One key or click for each question.
#[component]
pub fn Relate(props: &RelateProps) -> Html {
    let store = use_store();
    let relating = props.relating;
    let query = use_state(String::new);
    let phrase = use_state(|| None::<Phrase>);
    let topics = Topics::SCHEMA | Topics::DOSSIER | Topics::PROJECT;
    let (first, named) = use_selector(topics, move |editor| {
        let project = editor.project();
        let has_types = !project.schema().relation_types.is_empty();
        let first = (relating.phrases(project), has_types);
        (first, named(editor, relating.end))
    });
    let key = ((*query).clone(), (*phrase).clone(), first.clone());
    let (search, n_slices) = use_sliced(key.clone(), move |editor, (query, phrase, first)| {
        Choices::new(editor, &relating, phrase.as_ref(), first, query)
    });
    let is_whole = search.borrow().is_whole();
    let choices = use_memo((key, n_slices), move |_| search.borrow().found());
    let shown = use_memo(choices.clone(), |choices| choices.iter().map(shown).collect::<Vec<_>>());
    let prompt = match &*phrase {
        None => format!("How is {named} related?"),
        Some(phrase) => format!("{named} {} what?", phrase.words),
    };
    let told = match (&*phrase, choices.len()) {
        (None, 0) => "The labels allow no relation of this".to_owned(),
        (Some(_), 0) if !is_whole => "Looking through the mentions…".to_owned(),
        (Some(_), 0) => "Nothing that may stand there".to_owned(),
        (_, n) => count(n, "choice"),
    };
    let on_query = {
        let query = query.clone();
        Callback::from(move |typed| query.set(typed))
    };
    let on_take = {
        let (choices, query, phrase) = (choices.clone(), query.clone(), phrase.clone());
        Callback::from(move |taken: Taken| {
            let taken = match taken {
                Taken::At(i) => choices.get(i).cloned(),
                Taken::FirstOf(typed) => {
                    let search = store.read(|it| Choices::new(it, &relating, phrase.as_ref(), &first, &typed));
                    search.found().into_iter().next()
                }
            };
            let act = |phrase: &Phrase, other: End| {
                store.dispatch(Action::ShowDialog(None));
                store.dispatch(Action::dossier(DossierAction::Relation(relating.action(phrase, other))));
            };
            match (taken, relating.other, &*phrase) {
                (Some(Choice::Phrase(picked)), Some(other), _) => act(&picked, other),
                (Some(Choice::Phrase(picked)), None, _) => {
                    phrase.set(Some(picked));
                    query.set(String::new());
                }
                (Some(Choice::Other(other)), _, Some(phrase)) => act(phrase, other.end),
                (Some(Choice::AddUsual), ..) => {
                    query.set(String::new());
                    store.dispatch(Action::schema(SchemaAction::RelationType(RelationTypeAction::AddUsual)));
                }
                (Some(Choice::Other(_)), _, None) | (None, ..) => {}
            }
        })
    };
    part!(<Finder class="modal-link modal-relate" heading="Relate" {prompt} query={(*query).clone()} entries={shown} found={told}
        {on_query} {on_take} />)
}

/// The answers to the question that is asked now.
struct Choices {
    listed: Vec<Choice>,
    /// For the second question.
    ends: Option<OtherEnds>,
}

impl Choices {
    fn new(
        editor: &Editor,
        relating: &Relating,
        phrase: Option<&Phrase>,
        (phrases, has_types): &(Vec<Phrase>, bool),
        query: &str,
    ) -> Self {
        let filter = TextFilter::new(query);
        let is_meant = |it: &&Phrase| filter.as_ref().is_none_or(|filter| filter.finds_in(&it.words));
        let listed = match phrase {
            Some(_) => Vec::new(),
            None if !has_types => vec![Choice::AddUsual],
            None => phrases.iter().filter(is_meant).cloned().map(Choice::Phrase).collect(),
        };
        let ends = phrase.and_then(|phrase| OtherEnds::new(editor, relating, phrase, query));
        Self { listed, ends }
    }

    fn found(&self) -> Vec<Choice> {
        let ends = self.ends.iter().flat_map(OtherEnds::found).map(Choice::Other);
        self.listed.iter().cloned().chain(ends).collect()
    }
}

impl Sliced for Choices {
    fn further(&mut self, editor: &Editor) {
        self.ends.iter_mut().for_each(|ends| ends.further(editor));
    }

    fn is_whole(&self) -> bool {
        self.ends.as_ref().is_none_or(OtherEnds::is_whole)
    }
}

fn named(editor: &Editor, end: End) -> String {
    let words = editor.project().words_of(end).unwrap_or_default();
    short_quote(&words)
}

fn shown(choice: &Choice) -> FinderEntry {
    match choice {
        Choice::Phrase(phrase) => FinderEntry {
            title: phrase.words.clone().into(),
            detail: phrase.detail.clone().into(),
            ..FinderEntry::default()
        },
        Choice::Other(other) => FinderEntry {
            title: other.words.clone().into(),
            detail: other.place.clone().into(),
            label: other.label,
            end: Html::default(),
        },
        Choice::AddUsual => FinderEntry {
            title: "Add the usual relations".into(),
            detail: "supports, contradicts, updates and others; the labels have none yet".into(),
            ..FinderEntry::default()
        },
    }
}
