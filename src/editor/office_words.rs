//! An office and its time in words.

use super::date_words::date_words;
use crate::core::entity::Role;
use crate::core::inferred_date::ArticleDate;
use crate::core::suggest::Office;

/// Such as `14 January 2020 – 14 January 2024`, `since 2024`; empty where neither end is known.
pub fn time_of(role: &Role) -> String {
    match (role.from.map(date_words), role.to.map(date_words)) {
        (Some(from), Some(to)) => format!("{from} – {to}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::new(),
    }
}

/// The office with its time, and the article's date where the two contradict each other or it is only worked out.
pub fn because_of(office: &Office<'_>, date: Option<ArticleDate>) -> String {
    let time = time_of(office.role);
    let title = &office.role.title;
    let words = date.map(|date| date_words(date.date())).unwrap_or_default();
    let held = if time.is_empty() {
        title.clone()
    } else {
        format!("{title}, {time}")
    };
    match (office.is_held, date) {
        (None, _) | (_, None) => format!("{held}; the article has no date"),
        (Some(true), Some(ArticleDate::Said(_))) => held,
        (Some(true), Some(ArticleDate::Inferred(_))) => format!("{held}; the text suggests {words}"),
        (Some(false), Some(ArticleDate::Said(_))) => format!("{held}, but the article is of {words}"),
        (Some(false), Some(ArticleDate::Inferred(_))) => format!("{held}, but the text suggests {words}"),
    }
}
