//! What the mention is tagged as.

use crate::core::id::MentionId;
use crate::core::label::{Label, LabelKind};
use crate::editor::action::{Action, AnnotateAction};
use crate::editor::change_set::Topics;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::menu::{Menu, MenuGroup};
use crate::web::label_sheet::class_of;
use std::rc::Rc;
use yew::prelude::*;

/// Whose label.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LabelFieldProps {
    /// The mention.
    pub mention: MentionId,
    /// Its label.
    pub label: Rc<Label>,
}

/// All labels to choose from.
#[component]
pub fn LabelField(props: &LabelFieldProps) -> Html {
    let store = use_store();
    let labels = use_selector(Topics::SCHEMA | Topics::PROJECT, |editor| {
        editor.project().schema().labels.clone()
    });
    let (claims, entities): (Vec<_>, Vec<_>) = labels.into_iter().partition(|label| label.kind == LabelKind::Claim);
    let group = |heading, labels: &[Rc<Label>]| MenuGroup {
        heading: Some(heading),
        options: labels.iter().map(|label| label.name.clone()).collect(),
    };
    let groups = vec![group("Claims", &claims), group("Entities", &entities)];
    let offered = [claims, entities].concat();
    let at = offered.iter().position(|label| label.id == props.label.id).unwrap_or(0);
    let mention = props.mention;
    let on_pick = Callback::from(move |at: usize| {
        if let Some(label) = offered.get(at) {
            store.dispatch(Action::Annotate(AnnotateAction::Relabel(mention, label.id)));
        }
    });
    html! {
        <div class="inspected-part">
            <label for="mention-label">{ "Label" }</label>
            <div class={classes!("label-select", class_of(props.label.id))}>
                <span class="label-swatch" aria-hidden="true" />
                { part!(<Menu id="mention-label" class="field" {groups} {at} {on_pick} />) }
            </div>
            if !props.label.description.is_empty() {
                <p class="hint">{ &props.label.description }</p>
            }
        </div>
    }
}
