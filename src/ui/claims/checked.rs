//! Who has looked for a claim in vain, in words.

use crate::core::coverage::Absence;
use crate::web::local_time::local_time;

/// Who has looked, and when.
pub fn checked(absence: &Absence) -> String {
    let time = local_time(absence.checked);
    match absence.author.as_str() {
        "" => format!("Checked {time}"),
        author => format!("Checked by {author}, {time}"),
    }
}
