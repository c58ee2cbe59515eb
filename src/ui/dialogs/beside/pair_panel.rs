//! Why two passages are thought to say the same, what only one of them says, and what can be said of them.

use super::PAIRS;
use crate::core::label::Label;
use crate::editor::action::Action;
use crate::editor::beside::BesideAction;
use crate::editor::beside::sheet::{BesideSheet, Projectable};
use crate::editor::change_set::Topics;
use crate::editor::commit::short_quote;
use crate::editor::dossier::DossierAction;
use crate::editor::machine::Editor;
use crate::editor::matrix::cell::column_name;
use crate::ui::label_chip::label_chip;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::web::keep_focus;
use std::rc::Rc;
use yew::prelude::*;

/// What is shown.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct PairPanelProps {
    /// The chosen passages.
    pub sheet: BesideSheet,
}

/// The words of two claims that may be one.
#[derive(Clone, PartialEq)]
struct TwoClaims {
    merge: [DossierAction; 2],
    words: [String; 2],
}

impl TwoClaims {
    fn of(editor: &Editor) -> Option<Self> {
        let [a, b] = editor.view().beside.two_claims?;
        let words = |id| Some(short_quote(&editor.project().dossier().claim(id)?.text));
        Some(Self {
            merge: [
                DossierAction::MergeClaims { from: b, into: a },
                DossierAction::MergeClaims { from: a, into: b },
            ],
            words: [words(a)?, words(b)?],
        })
    }
}

/// The buttons come first: they are what one is here for.
#[component]
pub fn PairPanel(props: &PairPanelProps) -> Html {
    let store = use_store();
    let sheet = &props.sheet;
    let passages = sheet.passages;
    let topics = Topics::BESIDE | Topics::DOSSIER | Topics::ARTICLES | Topics::SCHEMA;
    let (two_claims, names, labels) = use_selector(topics, move |editor| {
        let project = editor.project();
        let name = |at: usize| {
            let article = project.article(passages[at].article);
            article
                .map(|article| column_name(article).to_owned())
                .unwrap_or_default()
        };
        (
            TwoClaims::of(editor),
            [name(0), name(1)],
            project.schema().labels.clone(),
        )
    });
    let act = {
        let store = store.clone();
        move |action: BesideAction| {
            let store = store.clone();
            Callback::from(move |event: MouseEvent| {
                keep_focus::when_gone(&event, &[PAIRS]);
                store.dispatch(Action::Beside(action.clone()));
            })
        }
    };
    let merge = |action: &DossierAction| {
        let (store, action) = (store.clone(), action.clone());
        move |event: MouseEvent| {
            keep_focus::when_gone(&event, &[PAIRS]);
            store.dispatch(Action::dossier(action.clone()));
        }
    };
    let project = |it: &Projectable| {
        let label: Option<&Rc<Label>> = labels.iter().find(|label| label.id == it.label);
        html! {
            <button type="button" class="button outlined beside-project" onclick={act(BesideAction::Propose(it.proposal))}>
                { "Project " }<bdi>{ &it.quote }</bdi>{ for label.map(|label| label_chip(label)) }
            </button>
        }
    };
    let only = |at: usize| {
        let quotes = &sheet.only[at];
        (!quotes.is_empty()).then(|| {
            html! {
                <li>
                    { "Only in " }<bdi>{ &names[at] }</bdi>{ ": " }
                    { for quotes.iter().enumerate().map(|(i, quote)| html! {
                        <>{ if i > 0 { ", " } else { "" } }<q class="beside-apart" dir="auto">{ quote }</q></>
                    }) }
                </li>
            }
        })
    };
    html! {
        <div class="beside-panel" role="group" aria-label="These passages">
            if let Some(TwoClaims { merge: actions, words }) = two_claims {
                <div class="beside-ask" role="alert">
                    <p>{ format!("They make two claims: {} and {}.", words[0], words[1]) }</p>
                    { for (0..2).map(|at| html! {
                        <button type="button" class="button outlined" onclick={merge(&actions[at])}>
                            { format!("Merge into {}", words[at]) }
                        </button>
                    }) }
                    <button type="button" class="button" onclick={act(BesideAction::LeaveTwoClaims)}>{ "Leave both" }</button>
                </div>
            }
            <div class="beside-actions">
                if sheet.is_one_claim {
                    <p class="beside-one-claim">{ "Both make the same claim." }</p>
                } else {
                    <button type="button" class="button primary" onclick={act(BesideAction::SameClaim(passages))}>
                        { "Same claim" }
                    </button>
                }
                <button type="button" class="button outlined" onclick={act(BesideAction::NotSame(passages))}>
                    { "Not the same" }
                </button>
                { for sheet.projectable.iter().map(project) }
            </div>
            <div class="beside-why">
                <ul>
                { for sheet.reasons.iter().map(|reason| html! {
                    <li class={classes!(reason.is_against.then_some("against"))}>
                        <span class="beside-sign" aria-hidden="true">{ if reason.is_against { "−" } else { "+" } }</span>
                        if reason.is_against {
                            <span class="visually-hidden">{ "Against it: " }</span>
                        }
                        { &reason.words }
                    </li>
                }) }
                </ul>
                <ul>{ for (0..2).filter_map(only) }</ul>
            </div>
        </div>
    }
}
