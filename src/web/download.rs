//! Hands a file to the person, as the browser's downloads do.

use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, HtmlAnchorElement, Url};

/// The address of the made-up file is given back after this long; browsers read it right away.
const KEEP_MS: u32 = 60_000;

/// Hands out `content` under this name. An error is a sentence.
pub fn download(name: &str, content: &Blob) -> Result<(), String> {
    start(name, content).map_err(|error| format!("The file {name} could not be handed out ({error:?})."))
}

fn start(name: &str, content: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(content)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no document")?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(KEEP_MS, move || {
        // Giving back an address cannot fail in a way that matters.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
