//! What the chosen mention refers to: proposals, a new one, all others.

use super::finder::{Finder, FinderEntry, Taken};
use crate::core::id::MentionId;
use crate::editor::action::Action;
use crate::editor::commit::short_quote;
use crate::editor::count::count;
use crate::editor::dialog::LinkKind;
use crate::editor::link_choices::{LinkChoice, LinkChoices};
use crate::ui::part::part;
use crate::ui::store_hooks::use_store;
use crate::web::js::fold::fold;
use std::rc::Rc;
use yew::prelude::*;

/// Whose link, and of which kind.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LinkProps {
    /// The mention.
    pub mention: MentionId,
    /// What is picked for it.
    pub kind: LinkKind,
}

/// One of them is taken by a key or a click, and that is the link.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let store = use_store();
    let query = use_state(String::new);
    let choices = {
        let store = store.clone();
        use_memo(props.clone(), move |props| {
            store.read(|editor| LinkChoices::new(editor, props.mention, props.kind, &fold))
        })
    };
    let found = {
        let choices = choices.clone();
        use_memo((*query).clone(), move |query| found(&choices, query))
    };
    let shown = use_memo((*query).clone(), |_| found.iter().map(shown).collect::<Vec<_>>());
    let quote = store.read(|editor| {
        let mention = editor.project().mention(props.mention);
        mention
            .map(|mention| short_quote(&editor.project().quote(mention)))
            .unwrap_or_default()
    });
    let (heading, prompt) = match props.kind {
        LinkKind::Entity => ("Link to an entity", format!("Who or what is {quote}?")),
        LinkKind::Claim => ("Attach to a claim", format!("Which claim is {quote}?")),
        LinkKind::Speaker => ("Speaker", format!("Who says {quote}?")),
    };
    let on_take = {
        let found = found.clone();
        Callback::from(move |taken: Taken| {
            let action = match taken {
                Taken::At(i) => found.get(i).map(|choice| choice.action.clone()),
                Taken::FirstOf(typed) => self::found(&choices, &typed)
                    .first()
                    .map(|choice| choice.action.clone()),
            };
            if let Some(action) = action {
                store.dispatch(Action::ShowDialog(None));
                store.dispatch(Action::dossier(action));
            }
        })
    };
    let on_query = {
        let query = query.clone();
        Callback::from(move |typed| query.set(typed))
    };
    let told = match found.len() {
        0 => "Type a name to make a new one".to_owned(),
        n => count(n, "choice"),
    };
    part!(<Finder class="modal-link" {heading} {prompt} query={(*query).clone()} entries={shown} found={told} {on_query} {on_take} />)
}

fn found(choices: &Rc<Option<LinkChoices>>, query: &str) -> Vec<LinkChoice> {
    choices
        .as_ref()
        .as_ref()
        .map(|choices| choices.for_query(query, &fold))
        .unwrap_or_default()
}

fn shown(choice: &LinkChoice) -> FinderEntry {
    FinderEntry {
        title: choice.title.clone().into(),
        detail: choice.detail.clone().into(),
        label: choice.label,
        end: Html::default(),
    }
}
