//! Which pair of passages one is at, and the way to the others.

use super::PAIRS;
use crate::core::segment::Toward;
use crate::editor::action::Action;
use crate::editor::beside::BesideAction;
use crate::editor::beside::sheet::BesideSheet;
use crate::editor::count::grouped;
use crate::editor::passages::PassagesAction;
use crate::editor::passages::list::PassageScope;
use crate::ui::icon::{Glyph, icon};
use crate::ui::store_hooks::{use_dispatch, use_store};
use yew::prelude::*;

/// What is shown.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct PairBarProps {
    /// `None` where no passages are joined.
    pub sheet: Option<BesideSheet>,
}

/// The group takes the arrow keys; what it comes to is announced, so it is no live region itself.
#[component]
pub fn PairBar(props: &PairBarProps) -> Html {
    let store = use_store();
    let step = Callback::from(move |toward| store.dispatch(Action::Beside(BesideAction::Step(toward))));
    let on_all = use_dispatch(|_: MouseEvent| Action::Passages(PassagesAction::ShowList(PassageScope::All)));
    let on_key = {
        let step = step.clone();
        move |event: KeyboardEvent| {
            let has_modifier = event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key();
            let toward = match event.key().as_str() {
                _ if has_modifier => return,
                "ArrowDown" | "ArrowRight" => Toward::End,
                "ArrowUp" | "ArrowLeft" => Toward::Start,
                _ => return,
            };
            event.prevent_default();
            step.emit(toward);
        }
    };
    let button = |glyph, name: &'static str, toward, is_off: bool| {
        let on_click = step.reform(move |_: MouseEvent| toward);
        html! {
            <button type="button" class="icon-button" aria-label={name} title={name} onclick={on_click}
                aria-disabled={is_off.then_some("true")}>
                { icon(glyph) }
            </button>
        }
    };
    let sheet = props.sheet.as_ref();
    let place = match sheet {
        Some(sheet) => html! {
            <>
                <span class="beside-noun">{ "Passage " }</span>
                { format!("{} of {}", grouped(sheet.at + 1), grouped(sheet.n)) }
            </>
        },
        None => html! { { "No passages" } },
    };
    let is_first = sheet.is_none_or(|sheet| sheet.at == 0);
    let is_last = sheet.is_none_or(|sheet| sheet.at + 1 == sheet.n);
    html! {
        <div class="beside-bar">
            <div id={PAIRS} class="beside-pairs" role="group" aria-label="Passages" aria-describedby="beside-keys" tabindex="0"
                data-autofocus="" onkeydown={on_key}>
                { button(Glyph::MoveUp, "Previous passage", Toward::Start, is_first) }
                { button(Glyph::MoveDown, "Next passage", Toward::End, is_last) }
                <span class="beside-place">{ place }</span>
                if let Some(sheet) = sheet {
                    <span class="beside-percent">{ &sheet.percent }<span class="beside-noun">{ " alike" }</span></span>
                }
            </div>
            <p id="beside-keys" class="beside-keys">
                <kbd class="letter">{ "j" }</kbd>{ " " }<kbd class="letter">{ "k" }</kbd>{ " next, previous. " }
                <kbd class="letter">{ "s" }</kbd>{ " same claim. " }
                <kbd class="letter">{ "p" }</kbd>{ " project a mention. " }
                <kbd class="letter">{ "x" }</kbd>{ " not the same." }
            </p>
            <button type="button" class="button outlined" onclick={on_all}>{ "All articles" }</button>
        </div>
    }
}
