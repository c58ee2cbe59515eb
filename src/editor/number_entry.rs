//! A number as it is typed: half-typed ones, and ones that cannot be kept as they are, stay in the field and out of
//! the project.

/// What a field for a number holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum NumberEntry {
    /// Nothing: no answer.
    Empty,
    /// A finite number, which is written as it was typed but for zeros, signs and exponents.
    Number(f64),
    /// A number that would be stored as another one, or not at all.
    Inexact,
    /// Something else, or the beginning of a number.
    Unreadable,
}

impl NumberEntry {
    /// Why it is not stored; `None` where it is.
    pub fn objection(self) -> Option<&'static str> {
        match self {
            Self::Empty | Self::Number(_) => None,
            Self::Inexact => Some("Not stored: it has too many digits to be kept exactly."),
            Self::Unreadable => Some("Not stored: write a number such as 1234.5"),
        }
    }
}

/// Reads what was typed: digits with a point, a sign, an exponent. A comma is not guessed at, because it divides
/// thousands in one country and decimals in the next.
pub fn read(typed: &str) -> NumberEntry {
    let typed = typed.trim();
    if typed.is_empty() {
        return NumberEntry::Empty;
    }
    let plain = typed.replace('\u{2212}', "-");
    // Rust also reads words such as `infinity`.
    let is_word = plain.contains(|ch: char| ch.is_alphabetic() && !matches!(ch, 'e' | 'E'));
    match plain.parse::<f64>() {
        Ok(number) if !is_word => {
            if number.is_finite() && decimal(&plain) == decimal(&format!("{number:e}")) {
                // Minus zero is zero.
                NumberEntry::Number(number + 0.0)
            } else {
                NumberEntry::Inexact
            }
        }
        _ => NumberEntry::Unreadable,
    }
}

/// The significant digits of a number that can be read, without zeros at their ends, and the power of ten of the last.
fn decimal(number: &str) -> (String, i64) {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: String = [whole, fraction].concat().replace(['+', '-'], "");
    let significant = digits.trim_end_matches('0');
    let n_zeros = (digits.len() - significant.len()) as i64;
    match significant.trim_start_matches('0') {
        "" => (String::new(), 0),
        // An exponent that is no number at all here is one that has too many digits.
        significant => {
            let exponent = exponent.parse().unwrap_or(i64::MAX);
            (
                significant.to_owned(),
                exponent.saturating_add(n_zeros - fraction.len() as i64),
            )
        }
    }
}

/// What the field shows: what was typed for as long as it means the answer or nothing that is stored, else the answer.
pub fn shown(typed: Option<&str>, answer: Option<f64>) -> String {
    let answered = answer.map_or(NumberEntry::Empty, |number| NumberEntry::Number(number + 0.0));
    match typed {
        Some(typed) if read(typed).objection().is_some() || read(typed) == answered => typed.to_owned(),
        _ => answer.map(|number| (number + 0.0).to_string()).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_plain_numbers_only() {
        assert_eq!(read(" 12.5 "), NumberEntry::Number(12.5));
        assert_eq!(read("−3"), NumberEntry::Number(-3.0));
        assert_eq!(read("2e6"), NumberEntry::Number(2e6));
        assert_eq!(read(""), NumberEntry::Empty);
        for text in ["-", "1,5", "inf", "NaN", "12 %", "1e", "."] {
            assert_eq!(read(text), NumberEntry::Unreadable, "{text}");
        }
    }

    #[test]
    fn a_number_is_kept_as_it_is_or_not_at_all() {
        for text in [
            "1e400",
            "-1e400",
            "1e-400",
            "12345678901234567890",
            "0.12345678901234567890",
            "1e99999999999999999999",
        ] {
            assert_eq!(read(text), NumberEntry::Inexact, "{text}");
        }
        for (text, number) in [
            ("0.1", 0.1),
            ("0012.50", 12.5),
            ("1234500", 1_234_500.0),
            ("+.5e1", 5.0),
            ("5.", 5.0),
            ("9007199254740993000e0", 9_007_199_254_740_993_000.0),
            ("1e308", 1e308),
            ("123456789.123456", 123_456_789.123_456),
            ("0e99", 0.0),
        ] {
            assert_eq!(read(text), NumberEntry::Number(number), "{text}");
        }
    }

    #[test]
    fn zero_has_no_sign() {
        let NumberEntry::Number(zero) = read("-0") else {
            panic!("it is a number")
        };
        assert!(zero.is_sign_positive());
        assert_eq!(shown(None, Some(-0.0)), "0");
    }

    #[test]
    fn what_is_typed_stays_until_the_answer_is_another() {
        assert_eq!(shown(Some("12."), Some(12.0)), "12.");
        assert_eq!(shown(Some("-"), None), "-");
        assert_eq!(shown(Some("1e400"), Some(7.0)), "1e400");
        assert_eq!(shown(Some("12"), None), "");
        assert_eq!(shown(Some("12"), Some(0.5)), "0.5");
        assert_eq!(shown(None, Some(1e6)), "1000000");
    }
}
