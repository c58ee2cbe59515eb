//! A moment, in milliseconds since 1970-01-01T00:00:00Z. The core is told the time; it never asks.

use jiff::tz::Offset;
use std::fmt;
use std::str::FromStr;

/// Milliseconds since the Unix epoch, UTC; written in files as RFC 3339 with `Z` and three decimals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Timestamp(i64);

impl Timestamp {
    /// Clamped to the years that RFC 3339 can write.
    pub fn from_unix_ms(ms: i64) -> Self {
        Self(ms.clamp(-62_135_596_800_000, 253_402_300_799_999))
    }

    /// Milliseconds since the Unix epoch.
    pub fn unix_ms(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = jiff::Timestamp::from_millisecond(self.0).map_err(|_| fmt::Error)?;
        let at = Offset::UTC.to_datetime(at);
        // Part by part: jiff's own printer would bring all that it can print along.
        write!(f, "{:04}-{:02}-{:02}T", at.year(), at.month(), at.day())?;
        write!(
            f,
            "{:02}:{:02}:{:02}.{:03}Z",
            at.hour(),
            at.minute(),
            at.second(),
            at.millisecond()
        )
    }
}

impl FromStr for Timestamp {
    type Err = String;

    /// RFC 3339 with any offset; parts below a millisecond are dropped.
    fn from_str(text: &str) -> Result<Self, String> {
        text.parse::<jiff::Timestamp>()
            .map(|at| Self::from_unix_ms(at.as_millisecond()))
            // Without jiff's own reason: the words for all its reasons would weigh more than the reader.
            .map_err(|_| format!("“{text}” is not a time stamp such as 2026-01-02T03:04:05Z"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_it_reads() {
        for text in [
            "2026-01-02T03:04:05.678Z",
            "1969-12-31T23:59:59.999Z",
            "2026-01-02T03:04:05.000Z",
        ] {
            assert_eq!(text.parse::<Timestamp>().unwrap().to_string(), text);
        }
        assert_eq!(
            "2026-01-02T04:04:05+01:00".parse::<Timestamp>().unwrap().to_string(),
            "2026-01-02T03:04:05.000Z"
        );
        assert!("yesterday".parse::<Timestamp>().is_err());
    }
}
