//! The right side: the inspector above the list of mentions or the search where there is room, else one of them by tabs.

use super::icon::{Glyph, icon};
use super::inspector::Inspector;
use super::late::{Late, LateView};
use super::late_views;
use super::media_hook::use_media;
use super::mention_list::MentionList;
use super::store_hooks::{use_dispatch, use_selector, use_store};
use crate::editor::action::{Action, NavigateAction};
use crate::editor::change_set::Topics;
use crate::editor::command::Command;
use crate::editor::roving::Step;
use crate::editor::view::{LowerPanel, SidePanel};
use crate::ui::part::part;
use yew::prelude::*;

/// Two panels beside the text, one above the other. The style sheet draws the line at the same widths.
const STACKED: &str = "(min-width: 72rem) and (min-height: 44rem)";

/// What there is a tab for: the panel, the tab's id and the panel's, the name.
type TabOf = (SidePanel, &'static str, &'static str, &'static str);

const TABS: [TabOf; 5] = [
    (SidePanel::Inspector, "tab-inspector", "side-inspector", "Inspector"),
    (SidePanel::Mentions, "tab-mentions", "side-mentions", "Mentions"),
    (SidePanel::Entities, "tab-entities", "side-entities", "Entities"),
    (SidePanel::Claims, "tab-claims", "side-claims", "Claims"),
    (SidePanel::Search, "tab-search", "side-search", "Search"),
];

/// All panels that were opened stay, so that none forgets anything; some of them may be hidden. They are landmarks, which a
/// `tabpanel` around them would only repeat.
#[component]
pub fn SidePane() -> Html {
    let stacked = use_media(STACKED);
    let (side, below) = use_selector(Topics::LAYOUT | Topics::PROJECT, |editor| {
        (editor.view().side, editor.view().below)
    });
    let close = use_dispatch(|_: MouseEvent| Action::Navigate(NavigateAction::Drawer(None)));
    let below = match below {
        LowerPanel::Mentions => SidePanel::Mentions,
        LowerPanel::Search => SidePanel::Search,
        LowerPanel::Entities => SidePanel::Entities,
        LowerPanel::Claims => SidePanel::Claims,
    };
    let shown = if stacked { below } else { side };
    // What nobody has opened yet need not be there.
    let opened = use_mut_ref(Vec::new);
    if !opened.borrow().contains(&shown) {
        opened.borrow_mut().push(shown);
    }
    let late = |panel: SidePanel, id: &'static str, view: LateView| {
        html! {
            <div {id} class="side-panel" hidden={shown != panel}>
                if opened.borrow().contains(&panel) {
                    { part!(<Late {view} />) }
                }
            </div>
        }
    };
    html! {
        <div class={classes!("side", stacked.then_some("is-stacked"))}>
            if !stacked {
                <section class="side-head" aria-label="Side panel">
                    { part!(<Tabs {shown} from={0} />) }
                    <button type="button" class="icon-button drawer-close" aria-label="Close the side panel"
                        title="Close (Esc)" onclick={close}>
                        { icon(Glyph::Close) }
                    </button>
                </section>
            }
            <div id="side-inspector" class="side-panel" hidden={!stacked && shown != SidePanel::Inspector}>
                { part!(<Inspector />) }
            </div>
            if stacked {
                <section class="side-head" aria-label="Side panel">
                    { part!(<Tabs {shown} from={1} />) }
                </section>
            }
            <div id="side-mentions" class="side-panel" hidden={shown != SidePanel::Mentions}>
                { part!(<MentionList />) }
            </div>
            { late(SidePanel::Entities, "side-entities", LateView(late_views::entities)) }
            { late(SidePanel::Claims, "side-claims", LateView(late_views::claims)) }
            { late(SidePanel::Search, "side-search", LateView(late_views::search)) }
        </div>
    }
}

#[derive(Properties, Clone, PartialEq, Debug)]
struct TabsProps {
    /// Whose tab is chosen.
    shown: SidePanel,
    /// The first of [`TABS`] that there is a tab for.
    from: usize,
}

/// Arrow keys change the tab (ARIA APG: tabs that follow the focus).
#[component]
fn Tabs(props: &TabsProps) -> Html {
    let store = use_store();
    let nodes = TABS.map(|_| NodeRef::default());
    let tabs = &TABS[props.from..];
    let at = tabs.iter().position(|(panel, ..)| *panel == props.shown);
    let on_key = {
        let (store, nodes) = (store.clone(), nodes.clone());
        move |event: KeyboardEvent| {
            let step = Step::in_toolbar(&event.key()).filter(|_| !event.alt_key());
            let Some(to) = step.and_then(|step| step.wrapping(at, tabs.len())) else {
                return;
            };
            event.prevent_default();
            store.dispatch(Action::Navigate(NavigateAction::Side(tabs[to].0)));
            if let Some(tab) = nodes[to].cast::<web_sys::HtmlElement>() {
                crate::web::list_focus::focus(&tab);
            }
        }
    };
    let tab = |(i, (panel, id, panel_id, name)): (usize, &TabOf)| {
        let chosen = at == Some(i);
        let (store, panel) = (store.clone(), *panel);
        let on_choose = move |_: MouseEvent| {
            store.dispatch(match panel {
                // Who opens it wants to type.
                SidePanel::Search => Action::Run(Command::ShowSearch),
                _ => Action::Navigate(NavigateAction::Side(panel)),
            });
        };
        html! {
            <button ref={nodes[i].clone()} type="button" id={*id} class="tab" role="tab" aria-controls={*panel_id}
                aria-selected={chosen.to_string()} tabindex={if chosen { "0" } else { "-1" }} onclick={on_choose}>
                { *name }
            </button>
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label="What the side panel shows" onkeydown={on_key}>
            { for tabs.iter().enumerate().map(tab) }
        </div>
    }
}
