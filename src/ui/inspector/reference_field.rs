//! What the mention refers to: whom it names, or what it says, how and by whom.

use super::choice_field::ChoiceField;
use crate::core::id::MentionId;
use crate::core::reference::Stance;
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::dialog::{Dialog, LinkKind};
use crate::editor::dossier::DossierAction;
use crate::editor::link_choices::LinkChoice;
use crate::editor::reference_view::ReferenceView;
use crate::ui::dialogs::label_swatch::label_swatch;
use crate::ui::icon::{Glyph, icon};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector};
use crate::web::js::fold::fold;
use yew::prelude::*;

/// Whose reference.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ReferenceFieldProps {
    /// The mention.
    pub mention: MentionId,
}

/// The link, or what may be linked: one click or one key makes it.
#[component]
pub fn ReferenceField(props: &ReferenceFieldProps) -> Html {
    let mention = props.mention;
    let topics =
        Topics::CHOSEN | Topics::MENTIONS | Topics::SCHEMA | Topics::ARTICLES | Topics::DOSSIER | Topics::PASSAGES;
    let view = use_selector(topics, move |editor| ReferenceView::of(editor, mention, &fold));
    let act = use_dispatch(Action::dossier);
    let ask = use_dispatch(move |kind: LinkKind| Action::ShowDialog(Some(Dialog::Link(mention, kind))));
    match view {
        Some(ReferenceView::Entity {
            linked,
            objections,
            proposals,
        }) => {
            let linked = linked.map(|(id, name)| (name, DossierAction::ShowEntity(Some(id))));
            let line = Line {
                name: "Refers to",
                id: "reference",
                linked,
                proposals: &proposals,
                kind: LinkKind::Entity,
            };
            line.render(&act, &ask, objected(&objections))
        }
        Some(ReferenceView::Claim {
            attached,
            proposals,
            stance,
            speaker,
        }) => {
            let claim = Line {
                name: "Claim",
                id: "reference",
                linked: attached.map(|(id, text)| (text, DossierAction::ShowClaim(Some(id)))),
                proposals: &proposals,
                kind: LinkKind::Claim,
            };
            let speaker = Line {
                name: "Speaker",
                id: "speaker",
                linked: speaker.map(|(id, name)| (name, DossierAction::ShowEntity(Some(id)))),
                proposals: &[],
                kind: LinkKind::Speaker,
            };
            let choices: Vec<String> = Stance::ALL.iter().map(|stance| stance.name().to_owned()).collect();
            let chosen: Vec<String> = stance.iter().map(|stance| stance.name().to_owned()).collect();
            let on_answer = act.reform(move |chosen: Vec<String>| {
                let stance = chosen.first().and_then(|name| Stance::from_name(name));
                DossierAction::SetStance(mention, stance)
            });
            html! {
                <>
                    { claim.render(&act, &ask, Html::default()) }
                    { part!(<ChoiceField id="stance" name="Stance" hint="How the article puts it." {choices} {chosen} {on_answer} />) }
                    { speaker.render(&act, &ask, Html::default()) }
                </>
            }
        }
        None => Html::default(),
    }
}

/// One thing that the mention refers to.
struct Line<'a> {
    name: &'static str,
    id: &'static str,
    /// In words, and what shows it.
    linked: Option<(String, DossierAction)>,
    proposals: &'a [LinkChoice],
    kind: LinkKind,
}

impl Line<'_> {
    fn render(self, act: &Callback<DossierAction>, ask: &Callback<LinkKind>, more: Html) -> Html {
        let Self {
            name,
            id,
            linked,
            proposals,
            kind,
        } = self;
        let on_ask = ask.reform(move |_: MouseEvent| kind);
        let asks = if linked.is_some() { "Change" } else { "Find…" };
        html! {
            <section class="inspected-part" aria-labelledby={id}>
                <h2 {id}>{ name }</h2>
                <div class="reference">
                    if let Some((title, action)) = linked {
                        <button type="button" class="reference-to" onclick={act.reform(move |_: MouseEvent| action.clone())}>
                            <bdi>{ title }</bdi>
                        </button>
                    }
                    <button type="button" class="button" aria-label={format!("{asks}: {name}")} onclick={on_ask}>
                        { asks }
                    </button>
                </div>
                { more }
                if !proposals.is_empty() {
                    <ul class="proposals" aria-label={format!("Proposals: {name}")}>
                        { for proposals.iter().map(|choice| proposal(choice, act)) }
                    </ul>
                }
            </section>
        }
    }
}

fn proposal(choice: &LinkChoice, act: &Callback<DossierAction>) -> Html {
    let action = choice.action.clone();
    let on_click = act.reform(move |_: MouseEvent| action.clone());
    html! {
        <li key={choice.title.clone()}>
            <button type="button" class="proposal" onclick={on_click}>
                if let Some(id) = choice.label {
                    { label_swatch(id) }
                }
                <span class="proposal-title">{ &choice.title }</span>
                if !choice.detail.is_empty() {
                    <span class="proposal-detail">{ &choice.detail }</span>
                }
            </button>
        </li>
    }
}

fn objected(objections: &[String]) -> Html {
    let line = |objection: &String| {
        html! { <li key={objection.clone()}>{ icon(Glyph::Warning) }<span>{ objection }</span></li> }
    };
    if objections.is_empty() {
        return Html::default();
    }
    html! { <ul class="objections" role="alert">{ for objections.iter().map(line) }</ul> }
}
