//! Why something could not be stored or read, in sentences for the person at the page.

use std::fmt;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

/// Nothing has been stored by the call that answers with one of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no database: private mode, a setting, a page from a file.
    Unavailable,
    /// The quota of the page, or the disk, is full.
    Full,
    /// Another tab runs a newer version of the page, which has taken the database over.
    Outdated,
    /// Another tab has written to the project since it was loaded.
    Conflict,
    /// Another tab has the project open and its lock, so this one may not write to it.
    OpenElsewhere,
    /// The project is not there, or no longer.
    Missing,
    /// A record that does not have the form in which it was written: which one, and what is wrong with it.
    Unreadable(String),
    /// Anything else, by the name and message that the browser gives.
    Other(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unavailable => f.write_str("This browser does not let the page store anything."),
            Self::Full => f.write_str("There is no space left for this page in the browser or on the disk."),
            Self::Outdated => f.write_str("A newer version of this page is open in another tab. Reload this tab."),
            Self::Conflict => {
                f.write_str("The project was changed in another tab. Reload this tab to go on from there.")
            }
            Self::OpenElsewhere => f.write_str("The project is open in another tab."),
            Self::Missing => f.write_str("The project is no longer in this browser’s storage."),
            Self::Unreadable(record) => write!(f, "A stored record cannot be read ({record})."),
            Self::Other(reason) => write!(f, "The browser’s storage failed: {reason}"),
        }
    }
}

impl std::error::Error for StorageError {}

impl From<DomException> for StorageError {
    fn from(exception: DomException) -> Self {
        match exception.name().as_str() {
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Outdated,
            "ConstraintError" => Self::Conflict,
            "SecurityError" => Self::Unavailable,
            name => Self::Other(format!("{name}: {}", exception.message())),
        }
    }
}

/// What a call of the browser threw.
impl From<JsValue> for StorageError {
    fn from(thrown: JsValue) -> Self {
        match thrown.dyn_into::<DomException>() {
            Ok(exception) => exception.into(),
            Err(other) => Self::Other(format!("{other:?}")),
        }
    }
}
