//! What the parser of JSON objects to, in words for people.

use serde_json::Error;
use serde_json::error::Category;

/// The 1-based line, where the parser knows it.
pub fn line_of(error: &Error) -> Option<u32> {
    u32::try_from(error.line()).ok().filter(|&line| line > 0)
}

/// A sentence that does not name the line.
pub fn reason_of(error: &Error) -> String {
    if error.classify() == Category::Eof {
        return "This is not valid JSON: it ends before a bracket, brace or quotation mark is closed.".to_owned();
    }
    // The parser's own words end in "at line 3 column 5".
    let told = error.to_string();
    let what = told.rsplit_once(" at line ").map_or(told.as_str(), |(what, _)| what);
    format!("This is not valid JSON: {what} at column {}.", error.column())
}
