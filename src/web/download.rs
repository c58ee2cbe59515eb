//! Hands a file to the person, as the browser's downloads do.

use crate::editor::action::{Action, SavingAction};
use crate::editor::effect::FileOut;
use crate::editor::store::Store;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// The address of the made-up file is given back after this long; browsers read it right away.
const KEEP_MS: u32 = 60_000;

/// Starts the download; a failure is told in the status.
pub fn download(file: &FileOut, store: &Store) {
    if let Err(reason) = start(file) {
        let reason = format!("The file {} could not be handed out ({reason:?}).", file.name);
        store.dispatch(Action::Saving(SavingAction::Failed(reason)));
    }
}

fn start(file: &FileOut) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(&format!("{};charset=utf-8", file.mime));
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(&file.content)), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no document")?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(&file.name);
    link.click();
    Timeout::new(KEEP_MS, move || {
        // Giving back an address cannot fail in a way that matters.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
