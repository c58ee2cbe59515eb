//! The clipboard: HTML out of a paste, text into it.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Event};

/// What a paste brings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pasted {
    /// Empty where there is none.
    pub plain: String,
    /// The same, marked up.
    pub html: Option<String>,
}

/// Reads the data of a `paste` event.
pub fn pasted(event: &Event) -> Pasted {
    let Some(data) = event
        .dyn_ref::<ClipboardEvent>()
        .and_then(ClipboardEvent::clipboard_data)
    else {
        return Pasted::default();
    };
    // A kind that is missing reads as an empty string.
    Pasted {
        plain: data.get_data("text/plain").unwrap_or_default(),
        html: data.get_data("text/html").ok().filter(|html| !html.is_empty()),
    }
}

/// Puts text on the clipboard; false where the browser refuses (it asks for a secure page and a recent click).
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else {
        return false;
    };
    JsFuture::from(window.navigator().clipboard().write_text(text))
        .await
        .is_ok()
}
