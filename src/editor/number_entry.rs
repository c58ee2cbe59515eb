//! A number as it is typed: half-typed ones are kept in the field and not in the project.

/// What a field for a number holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum NumberEntry {
    /// Nothing: no answer.
    Empty,
    /// A finite number.
    Number(f64),
    /// Something else, or the beginning of a number.
    Unreadable,
}

/// Reads what was typed: digits with a point, a sign, an exponent. A comma is not guessed at, because it divides
/// thousands in one country and decimals in the next.
pub fn read(typed: &str) -> NumberEntry {
    let typed = typed.trim();
    if typed.is_empty() {
        return NumberEntry::Empty;
    }
    let plain = typed.replace('\u{2212}', "-");
    let number = plain.parse().ok().filter(|number: &f64| number.is_finite());
    match number {
        // Rust also reads words such as `infinity`.
        Some(number) if !plain.contains(|ch: char| ch.is_alphabetic() && !matches!(ch, 'e' | 'E')) => {
            NumberEntry::Number(number)
        }
        _ => NumberEntry::Unreadable,
    }
}

/// What the field shows: what was typed for as long as it means the answer or nothing yet, else the answer.
pub fn shown(typed: Option<&str>, answer: Option<f64>) -> String {
    let answered = answer.map_or(NumberEntry::Empty, NumberEntry::Number);
    match typed {
        Some(typed) if matches!(read(typed), NumberEntry::Unreadable) || read(typed) == answered => typed.to_owned(),
        _ => answer.map(|number| number.to_string()).unwrap_or_default(),
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
        for text in ["-", "1,5", "inf", "NaN", "1e999", "12 %"] {
            assert_eq!(read(text), NumberEntry::Unreadable, "{text}");
        }
    }

    #[test]
    fn what_is_typed_stays_until_the_answer_is_another() {
        assert_eq!(shown(Some("12."), Some(12.0)), "12.");
        assert_eq!(shown(Some("-"), None), "-");
        assert_eq!(shown(Some("12"), None), "");
        assert_eq!(shown(Some("12"), Some(0.5)), "0.5");
        assert_eq!(shown(None, Some(1e6)), "1000000");
    }
}
