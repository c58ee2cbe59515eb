//! Whether the window meets a media query, now and whenever that changes.

use gloo::events::EventListener;

/// `false` for a query that the browser does not know.
pub fn matches(query: &str) -> bool {
    let list = web_sys::window().and_then(|window| window.match_media(query).ok().flatten());
    list.is_some_and(|list| list.matches())
}

/// Calls `heard` at each change until the listener is dropped.
#[must_use = "it listens until it is dropped"]
pub fn watch(query: &'static str, heard: impl Fn(bool) + 'static) -> Option<EventListener> {
    let list = web_sys::window()?.match_media(query).ok().flatten()?;
    Some(EventListener::new(&list, "change", move |_| heard(matches(query))))
}
