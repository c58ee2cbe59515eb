//! How something is related, and to what: two questions one after the other, or only the first where the other end is
//! known.

use super::finder::{Finder, FinderEntry, Taken};
use crate::core::relation::End;
use crate::editor::action::{Action, SchemaAction};
use crate::editor::change_set::Topics;
use crate::editor::commit::short_quote;
use crate::editor::count::count;
use crate::editor::dossier::DossierAction;
use crate::editor::machine::Editor;
use crate::editor::relating::{OtherEnd, Phrase, Relating};
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
    let choices = {
        let (store, phrase) = (store.clone(), (*phrase).clone());
        use_memo(
            ((*query).clone(), phrase, first.clone()),
            move |(query, phrase, first)| {
                store.read(|editor| choices(editor, &relating, phrase.as_ref(), first, query))
            },
        )
    };
    let shown = use_memo(choices.clone(), |choices| choices.iter().map(shown).collect::<Vec<_>>());
    let prompt = match &*phrase {
        None => format!("How is {named} related?"),
        Some(phrase) => format!("{named} {} what?", phrase.words),
    };
    let told = match (&*phrase, choices.len()) {
        (None, 0) => "The labels allow no relation of this".to_owned(),
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
                    let found = store.read(|editor| self::choices(editor, &relating, phrase.as_ref(), &first, &typed));
                    found.into_iter().next()
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

fn choices(
    editor: &Editor,
    relating: &Relating,
    phrase: Option<&Phrase>,
    (phrases, has_types): &(Vec<Phrase>, bool),
    query: &str,
) -> Vec<Choice> {
    if let Some(phrase) = phrase {
        let ends = relating.other_ends(editor, phrase, query);
        return ends.into_iter().map(Choice::Other).collect();
    }
    if !has_types {
        return vec![Choice::AddUsual];
    }
    let filter = TextFilter::new(query);
    let is_meant = |it: &&Phrase| filter.as_ref().is_none_or(|filter| filter.finds_in(&it.words));
    phrases.iter().filter(is_meant).cloned().map(Choice::Phrase).collect()
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
