//! The date that an article bears: a year, a month or a day, as exact as its source says and no more.

use std::fmt;
use std::str::FromStr;

/// `2021`, `2021-04` or `2021-04-26` (ISO 8601, Gregorian calendar); a date that does not exist is refused.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PublicationDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

impl PublicationDate {
    /// The year, 1 to 9999.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, if the date says it.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The day of the month, from 1, if the date says it; never without the month.
    pub fn day(self) -> Option<i8> {
        self.day
    }

    /// The first day that it may mean, as numbers that compare like days: year, month, day.
    pub fn first_day(self) -> (i16, i8, i8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last one; of a month the 31st, which is after its last.
    pub fn last_day(self) -> (i16, i8, i8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }
}

impl fmt::Display for PublicationDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for PublicationDate {
    type Err = String;

    /// Also takes a full time stamp, of which it keeps the day as written there.
    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = || format!("“{text}” is not a date: write 2021, 2021-04 or 2021-04-26");
        let date = text.trim().split(['T', ' ']).next().unwrap_or_default();
        let parts: Vec<&str> = date.split('-').collect();
        let widths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        if !matches!(widths[..], [4] | [4, 2] | [4, 2, 2])
            || !parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()))
        {
            return Err(refuse());
        }
        let year: i16 = parts[0].parse().map_err(|_| refuse())?;
        let month: Option<i8> = parts.get(1).and_then(|part| part.parse().ok());
        let day: Option<i8> = parts.get(2).and_then(|part| part.parse().ok());
        let exists = year > 0 && jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).is_ok();
        exists.then_some(Self { year, month, day }).ok_or_else(refuse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_is_known_and_no_more() {
        for text in ["2021", "2021-04", "2021-04-26"] {
            assert_eq!(text.parse::<PublicationDate>().unwrap().to_string(), text);
        }
        assert_eq!(
            "2021-04-26T10:00:00Z".parse::<PublicationDate>().unwrap().to_string(),
            "2021-04-26"
        );
        for text in ["", "26.4.2021", "2021-13", "2021-02-30", "0000", "2021-4-1"] {
            assert!(text.parse::<PublicationDate>().is_err(), "{text}");
        }
    }
}
