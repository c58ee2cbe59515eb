//! A modal dialog, named by its heading. Escape, the backdrop and its cross close it; where something would be lost by
//! that, it asks first.

use crate::editor::action::Action;
use crate::ui::store_hooks::use_dispatch;
use crate::web::modal::{self, ShownModal};
use web_sys::HtmlDialogElement;
use yew::prelude::*;

/// What a dialog is made of.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ModalProps {
    /// Its name.
    pub heading: AttrValue,
    /// Its width and look: `modal-wide`, `modal-palette`.
    #[prop_or_default]
    pub class: Classes,
    /// Stands in the place of the heading, which only screen readers then get.
    #[prop_or_default]
    pub top: Option<Html>,
    /// The buttons at its foot.
    #[prop_or_default]
    pub footer: Option<Html>,
    /// What closing would lose, as a sentence; `None` if nothing.
    #[prop_or_default]
    pub unsaved: Option<AttrValue>,
    /// What it is about.
    pub children: Html,
}

const KEEP: &str = "modal-keep";

/// Shows its content above the page for as long as it is rendered.
#[component]
pub fn Modal(props: &ModalProps) -> Html {
    let node = use_node_ref();
    let asking = use_state(|| false);
    let pressed_backdrop = use_mut_ref(|| false);
    let close = use_dispatch(|()| Action::ShowDialog(None));

    use_effect_with(node.clone(), |node| {
        let shown = node.cast::<HtmlDialogElement>().map(ShownModal::show);
        move || drop(shown)
    });
    let before = use_mut_ref(|| None);
    use_effect_with(*asking, move |asking| {
        if *asking {
            before.replace(modal::focused());
            modal::focus_id(KEEP);
        } else if let Some(element) = before.take() {
            modal::focus(&element);
        }
    });

    let would_lose = props.unsaved.is_some();
    let request_close = {
        let (asking, close) = (asking.clone(), close.clone());
        Callback::from(move |()| if would_lose { asking.set(true) } else { close.emit(()) })
    };
    let stay = {
        let asking = asking.clone();
        Callback::from(move |()| asking.set(false))
    };
    let on_key = {
        let (request_close, stay, is_asking) = (request_close.clone(), stay.clone(), *asking);
        move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.default_prevented() && !event.is_composing() {
                event.prevent_default();
                if is_asking {
                    stay.emit(())
                } else {
                    request_close.emit(())
                }
            }
        }
    };
    let on_press = {
        let pressed_backdrop = pressed_backdrop.clone();
        move |event: MouseEvent| {
            let on_backdrop = modal::is_of_dialog(&event);
            if on_backdrop {
                // The focus stays where it is.
                event.prevent_default();
            }
            *pressed_backdrop.borrow_mut() = on_backdrop;
        }
    };
    // A drag that only ends on the backdrop, such as a selection in a field, is no click on it.
    let on_click = {
        let request_close = request_close.clone();
        move |event: MouseEvent| {
            if pressed_backdrop.replace(false) && modal::is_of_dialog(&event) {
                request_close.emit(());
            }
        }
    };
    // The back gesture of a phone; a field for files has a `cancel` of its own.
    let on_cancel = {
        let request_close = request_close.clone();
        move |event: Event| {
            if modal::is_of_dialog(&event) {
                event.prevent_default();
                request_close.emit(());
            }
        }
    };
    // The browser closed it although it was asked not to.
    let on_closed = {
        let (node, request_close) = (node.clone(), request_close.clone());
        move |event: Event| {
            if modal::is_of_dialog(&event) {
                if let Some(dialog) = node.cast::<HtmlDialogElement>().filter(|_| would_lose) {
                    modal::show(&dialog);
                }
                request_close.emit(());
            }
        }
    };
    let emit = |callback: &Callback<()>| {
        let callback = callback.clone();
        move |_: MouseEvent| callback.emit(())
    };

    html! {
        <dialog ref={node} class={classes!("modal", props.class.clone())} aria-labelledby="modal-heading"
            onkeydown={on_key} onmousedown={on_press} onclick={on_click} oncancel={on_cancel} onclose={on_closed}>
            <div class="modal-box">
                <header class="modal-head">
                    <h2 id="modal-heading" class={classes!(props.top.is_some().then_some("visually-hidden"))}>
                        { &props.heading }
                    </h2>
                    { for props.top.clone() }
                    <button type="button" class="button modal-close" aria-label="Close" title="Close (Esc)"
                        onclick={emit(&request_close)}>
                        <span aria-hidden="true">{ "×" }</span>
                    </button>
                </header>
                <div id={modal::LIVE_REGION} class="visually-hidden" aria-live="polite" />
                <div class="modal-body">{ props.children.clone() }</div>
                if let Some(loss) = props.unsaved.clone().filter(|_| *asking) {
                    <div class="modal-ask" role="alertdialog" aria-labelledby="modal-loss">
                        <p id="modal-loss">{ loss }</p>
                        <button type="button" id={KEEP} class="button outlined" onclick={emit(&stay)}>
                            { "Keep editing" }
                        </button>
                        <button type="button" class="button danger" onclick={emit(&close)}>{ "Discard" }</button>
                    </div>
                } else if let Some(footer) = &props.footer {
                    <footer class="modal-foot">{ footer.clone() }</footer>
                }
            </div>
        </dialog>
    }
}
