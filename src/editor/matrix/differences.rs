//! Whether articles that make the same claim give other numbers or use other words.

use crate::core::align::{NumbersIn, numbers_in};
use crate::core::project::Project;
use crate::editor::claim_table::Found;

/// Whether two of these quotes give other numbers.
pub(super) fn numbers_differ(project: &Project, found: &[&Found]) -> bool {
    // Most quotes repeat numbers that were met already, so few have to be compared.
    let mut met: Vec<NumbersIn> = Vec::new();
    for quote in quotes(project, found) {
        let numbers = numbers_in(&quote);
        if met.iter().any(|other| other.differ_from(&numbers)) {
            return true;
        }
        if !met.contains(&numbers) {
            met.push(numbers);
        }
    }
    false
}

/// Whether two of these quotes have other words; case and what stands between the words do not count.
pub(super) fn wording_differs(project: &Project, found: &[&Found]) -> bool {
    let mut words = quotes(project, found).map(|quote| words(&quote));
    let first = words.next();
    words.any(|it| Some(it) != first)
}

fn quotes<'a>(project: &'a Project, found: &'a [&Found]) -> impl Iterator<Item = String> + 'a {
    let mentions = found.iter().filter_map(|it| project.mention(it.mention));
    mentions.map(|mention| project.quote(mention))
}

fn words(quote: &str) -> Vec<String> {
    let words = quote.split(|ch: char| !ch.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
