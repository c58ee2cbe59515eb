//! A view of the program's late part: shown once that part is there, which is nearly always. Otherwise it is asked for.

use super::icon::{Glyph, icon};
use crate::web::late_part::{self, Arrived};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// A function of [`late_views`](super::late_views). It is called by its address, because the main part of the program
/// holds nothing else of it.
#[derive(Clone, Copy, Debug)]
pub struct LateView(pub fn(Arrived) -> Html);

impl PartialEq for LateView {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

/// Which view.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LateProps {
    /// What is shown.
    pub view: LateView,
    /// What to do instead where the part cannot be had; without it there is nothing to close.
    #[prop_or_default]
    pub on_close: Option<Callback<()>>,
}

/// The view, nothing while it is on its way, or why it cannot be had.
#[component]
pub fn Late(props: &LateProps) -> Html {
    let part = use_state(|| Ok(late_part::arrived()));
    // How often it was asked for.
    let asked = use_state(|| 0);
    use_effect_with(*asked, {
        let part = part.clone();
        move |_| {
            if !matches!(*part, Ok(Some(_))) {
                spawn_local(async move { part.set(late_part::ask().await.map(Some)) });
            }
        }
    });
    let reason = match &*part {
        Ok(Some(arrived)) => return (props.view.0)(*arrived),
        Ok(None) => return Html::default(),
        Err(reason) => reason.clone(),
    };
    let again = {
        let n = *asked;
        move |_: MouseEvent| {
            part.set(Ok(None));
            asked.set(n + 1);
        }
    };
    html! {
        <div class="late-trouble" role="alert">
            { icon(Glyph::Warning) }
            <p>{ reason }</p>
            <button type="button" class="button outlined" onclick={again}>{ "Try again" }</button>
            if let Some(on_close) = props.on_close.clone() {
                <button type="button" class="button" onclick={move |_: MouseEvent| on_close.emit(())}>
                    { "Close" }
                </button>
            }
        </div>
    }
}
