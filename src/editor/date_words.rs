//! Dates as one reads them: `26 April 2021`.

use crate::core::publication_date::PublicationDate;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// As exact as the date is.
pub fn date_words(date: PublicationDate) -> String {
    let month = date
        .month()
        .and_then(|month| MONTHS.get(usize::try_from(month).ok()?.checked_sub(1)?));
    let parts = [
        date.day().map(|day| day.to_string()),
        month.map(|month| (*month).to_owned()),
    ];
    let year = std::iter::once(date.year().to_string());
    parts.into_iter().flatten().chain(year).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_date_says() {
        let words = |text: &str| date_words(text.parse().expect("a date"));
        assert_eq!(words("2021-04-26"), "26 April 2021");
        assert_eq!(words("2021-12"), "December 2021");
        assert_eq!(words("2021"), "2021");
    }
}
