//! Where a claim was looked for in vain, and where nobody has looked.

use super::checked::checked;
use crate::core::coverage::Absence;
use crate::editor::action::Action;
use crate::editor::command::Command;
use crate::editor::count::count;
use crate::editor::dossier::DossierAction;
use crate::ui::store_hooks::{use_dispatch, use_store};
use std::rc::Rc;
use yew::prelude::*;

/// What is listed.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct AbsencesProps {
    /// Each with the article's title.
    pub absences: Vec<(Rc<Absence>, String)>,
    /// In how many articles nobody has looked.
    pub n_unseen: usize,
}

/// Who has looked, and when; the table is where one says so.
#[component]
pub fn Absences(props: &AbsencesProps) -> Html {
    let store = use_store();
    let on_matrix = use_dispatch(|_: MouseEvent| Action::Run(Command::ShowMatrix));
    let absence = |(absence, title): &(Rc<Absence>, String)| {
        let (store, claim, article) = (store.clone(), absence.claim, absence.article);
        let on_take_back =
            move |_: MouseEvent| store.dispatch(Action::dossier(DossierAction::SetAbsent(claim, article, false)));
        html! {
            <li key={article.to_string()} class="claim-absence">
                <span><bdi>{ title }</bdi><span class="claim-how">{ checked(absence) }</span></span>
                <button type="button" class="more" aria-label={format!("Take back that it is not in “{title}”")}
                    onclick={on_take_back}>
                    { "Take back" }
                </button>
            </li>
        }
    };
    html! {
        <>
            if !props.absences.is_empty() {
                <div class="inspected-part">
                    <h3>{ "Looked for, and not there" }</h3>
                    <ul class="claim-articles">{ for props.absences.iter().map(absence) }</ul>
                </div>
            }
            if props.n_unseen > 0 {
                <p class="claim-unseen">
                    { format!("Not yet looked for in {}. ", count(props.n_unseen, "article")) }
                    <button type="button" class="more" onclick={on_matrix}>{ "Compare by articles" }</button>
                </p>
            }
        </>
    }
}
