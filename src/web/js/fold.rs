//! Texts without case and accents, by `String.prototype.normalize` (in all browsers): the page carries no tables of Unicode.

use js_sys::JsString;

/// Small letters, and no combining marks (U+0300 to U+036F), which is what Latin accents come apart into.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let apart = String::from(JsString::from(text).normalize("NFD"));
    let is_mark = |ch: &char| matches!(ch, '\u{300}'..='\u{36f}');
    apart
        .chars()
        .filter(|ch| !is_mark(ch))
        .flat_map(char::to_lowercase)
        .collect()
}
