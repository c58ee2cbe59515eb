//! The element of `index.html` that the application is shown in.

/// None only in a page that is not ours, such as that of the tests.
pub fn page_root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id("app")
}
