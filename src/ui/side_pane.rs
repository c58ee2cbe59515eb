//! The right side: the inspector above the list of mentions where both fit, else one of them by tabs.

use super::icon::{Glyph, icon};
use super::inspector::Inspector;
use super::media_hook::use_media;
use super::mention_list::MentionList;
use super::store_hooks::{use_dispatch, use_selector, use_store};
use crate::editor::action::{Action, NavigateAction};
use crate::editor::change_set::Topics;
use crate::editor::view::SidePanel;
use crate::ui::part::part;
use yew::prelude::*;

/// Both panels beside the text, one above the other. The style sheet draws the line at the same widths.
const STACKED: &str = "(min-width: 72rem) and (min-height: 44rem)";

/// Both panels are always there, so that neither forgets anything; one of them may be hidden. They are landmarks, which
/// a `tabpanel` around them would only repeat.
#[component]
pub fn SidePane() -> Html {
    let stacked = use_media(STACKED);
    let side = use_selector(Topics::LAYOUT | Topics::PROJECT, |editor| editor.view().side);
    let close = use_dispatch(|_: MouseEvent| Action::Navigate(NavigateAction::Drawer(None)));
    let hidden = |panel: SidePanel| !stacked && side != panel;
    html! {
        <div class={classes!("side", stacked.then_some("is-stacked"))}>
            if !stacked {
                <section class="side-head" aria-label="Side panel">
                    { part!(<Tabs {side} />) }
                    <button type="button" class="icon-button drawer-close" aria-label="Close the side panel"
                        title="Close (Esc)" onclick={close}>
                        { icon(Glyph::Close) }
                    </button>
                </section>
            }
            <div id="side-inspector" class="side-panel" hidden={hidden(SidePanel::Inspector)}>
                { part!(<Inspector />) }
            </div>
            <div id="side-mentions" class="side-panel" hidden={hidden(SidePanel::Mentions)}>
                { part!(<MentionList />) }
            </div>
        </div>
    }
}

#[derive(Properties, Clone, PartialEq, Debug)]
struct TabsProps {
    side: SidePanel,
}

/// Arrow keys change the tab (ARIA APG: tabs that follow the focus).
#[component]
fn Tabs(props: &TabsProps) -> Html {
    let store = use_store();
    let nodes = [use_node_ref(), use_node_ref()];
    let panels = [SidePanel::Inspector, SidePanel::Mentions];
    let on_key = {
        let (store, nodes, side) = (store.clone(), nodes.clone(), props.side);
        move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowLeft" | "ArrowRight" if !event.alt_key() => usize::from(side == SidePanel::Inspector),
                "Home" => 0,
                "End" => 1,
                _ => return,
            };
            event.prevent_default();
            store.dispatch(Action::Navigate(NavigateAction::Side(panels[to])));
            if let Some(tab) = nodes[to].cast::<web_sys::HtmlElement>() {
                crate::web::list_focus::focus(&tab);
            }
        }
    };
    let tab = |at: usize, id: &'static str, panel_id: &'static str, name: &'static str| {
        let panel = panels[at];
        let chosen = props.side == panel;
        let store = store.clone();
        let on_choose = move |_: MouseEvent| store.dispatch(Action::Navigate(NavigateAction::Side(panel)));
        html! {
            <button ref={nodes[at].clone()} type="button" {id} class="tab" role="tab" aria-controls={panel_id}
                aria-selected={chosen.to_string()} tabindex={if chosen { "0" } else { "-1" }} onclick={on_choose}>
                { name }
            </button>
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label="What the side panel shows" onkeydown={on_key}>
            { tab(0, "tab-inspector", "side-inspector", "Inspector") }
            { tab(1, "tab-mentions", "side-mentions", "Mentions") }
        </div>
    }
}
