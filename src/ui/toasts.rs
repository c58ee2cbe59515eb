//! Short messages at the foot of the page. The editor has them announced, so nothing here is a live region.

use super::icon::{Glyph, icon};
use super::store_hooks::{use_selector, use_store};
use crate::editor::action::{Action, LibraryAction};
use crate::editor::change_set::Topics;
use crate::editor::effect::FocusTarget;
use crate::editor::toast::{Offer, Toast};
use crate::ui::part::part;
use crate::web::focus::id_of;
use crate::web::keep_focus;
use crate::web::timer;
use yew::prelude::*;

/// Time to notice a message, to read a character, and to decide about an offer, in milliseconds.
const NOTICE: usize = 3_000;
const READ: usize = 60;
const DECIDE: usize = 5_000;

/// All messages, the newest last.
#[component]
pub fn Toasts() -> Html {
    let toasts = use_selector(Topics::TOASTS | Topics::PROJECT, |editor| editor.view().toasts.clone());
    if toasts.is_empty() {
        return Html::default();
    }
    html! {
        <section class="toasts" aria-label="Messages">
            { for toasts.into_iter().map(|toast| { let id = toast.id; part!(<Message key={id} {toast} />) }) }
        </section>
    }
}

#[derive(Properties, Clone, PartialEq, Debug)]
struct MessageProps {
    toast: Toast,
}

/// Leaves by itself, but not while the pointer or the focus is on it.
#[component]
fn Message(props: &MessageProps) -> Html {
    let store = use_store();
    let Toast {
        id, text, offer, stays, ..
    } = props.toast.clone();
    let pointed = use_state_eq(|| false);
    let focused = use_state_eq(|| false);
    let dismiss = {
        let store = store.clone();
        Callback::from(move |()| store.dispatch(Action::DismissToast(id)))
    };
    {
        let dismiss = dismiss.clone();
        let time = NOTICE + READ * text.chars().count() + if offer.is_some() { DECIDE } else { 0 };
        use_effect_with((stays || *pointed || *focused, time), move |(waits, time)| {
            let time = u32::try_from(*time).unwrap_or(u32::MAX);
            let timer = (!waits).then(|| timer::after(time, move || dismiss.emit(())));
            move || drop(timer)
        });
    }
    let set = |state: &UseStateHandle<bool>, to: bool| {
        let state = state.setter();
        Callback::from(move |()| state.set(to))
    };
    let (point, leave) = (set(&pointed, true), set(&pointed, false));
    let (focus, blur) = (set(&focused, true), set(&focused, false));
    let take = offer.map(|offer| {
        let dismiss = dismiss.clone();
        let on_take = move |event: MouseEvent| {
            keep_focus::when_gone(&event, &[id_of(FocusTarget::Text)]);
            dismiss.emit(());
            store.dispatch(match offer {
                Offer::Run(command) => Action::Run(command),
                Offer::RestoreProject(project) => Action::Library(LibraryAction::Restore(project)),
                Offer::ReopenProject(project) => Action::Library(LibraryAction::Reopen(project)),
            });
        };
        html! {
            <button type="button" class="button toast-offer" aria-label={format!("{}: {text}", offer.title())}
                onclick={on_take}>
                { offer.title() }
            </button>
        }
    });
    let on_dismiss = move |event: MouseEvent| {
        keep_focus::when_gone(&event, &[id_of(FocusTarget::Text)]);
        dismiss.emit(());
    };
    html! {
        <div class={classes!("toast", stays.then_some("stays"))}
            onmouseenter={move |_: MouseEvent| point.emit(())} onmouseleave={move |_: MouseEvent| leave.emit(())}
            onfocusin={move |_: FocusEvent| focus.emit(())} onfocusout={move |_: FocusEvent| blur.emit(())}>
            <p class="toast-text" dir="auto">{ &text }</p>
            { take }
            <button type="button" class="icon-button" aria-label="Dismiss" title="Dismiss"
                onclick={on_dismiss}>
                { icon(Glyph::Close) }
            </button>
        </div>
    }
}
