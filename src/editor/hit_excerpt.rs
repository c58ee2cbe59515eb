//! A hit with what stands around it, as a list shows it: one line.

use crate::core::span::Span;

/// What stands before the hit, at most so many characters.
const BEFORE: usize = 36;

/// Of the hit itself.
const HIT: usize = 120;

/// After it: as much as the two lines of a row may need.
const AFTER: usize = 90;

/// The three parts of the line. White space of any kind is one blank; what is cut ends in `…`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct HitExcerpt {
    /// Of the same line of the text; begins with a word.
    pub before: String,
    /// What was found.
    pub hit: String,
    /// Of the same line of the text.
    pub after: String,
}

impl HitExcerpt {
    /// Empty where the span does not fit the text. Costs what it shows.
    pub fn of(text: &str, span: Span) -> Self {
        let Some(hit) = span.slice(text) else {
            return Self::default();
        };
        Self {
            before: before(&text[..span.start().index()]),
            hit: one_line(hit, HIT),
            after: after(&text[span.end().index()..]),
        }
    }
}

fn is_line_end(ch: char) -> bool {
    matches!(ch, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn before(text: &str) -> String {
    let mut from = text.len();
    // Where the last word that has room begins, once more does not.
    let mut word = None;
    for (n, (at, ch)) in text.char_indices().rev().enumerate() {
        if is_line_end(ch) {
            break;
        }
        if n == BEFORE {
            let mut line = String::from("…");
            push_line(&mut line, &text[word.unwrap_or(from)..], BEFORE);
            return line;
        }
        if ch.is_whitespace() {
            word = Some(from);
        }
        from = at;
    }
    let mut line = String::new();
    push_line(&mut line, &text[from..], BEFORE);
    line
}

fn after(text: &str) -> String {
    let end = text.char_indices().find(|(_, ch)| is_line_end(*ch));
    one_line(&text[..end.map_or(text.len(), |(at, _)| at)], AFTER)
}

fn one_line(text: &str, max_chars: usize) -> String {
    let mut line = String::new();
    push_line(&mut line, text, max_chars);
    line
}

fn push_line(line: &mut String, text: &str, max_chars: usize) {
    for (n, ch) in text.chars().enumerate() {
        if n == max_chars {
            return line.push('…');
        }
        if !ch.is_whitespace() {
            line.push(ch);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::offset::ByteOffset;

    fn check(text: &str, found: &str, expected: [&str; 3]) {
        let at = text.find(found).unwrap();
        let span = Span::new(ByteOffset::from_index(at), ByteOffset::from_index(at + found.len())).unwrap();
        let HitExcerpt { before, hit, after } = HitExcerpt::of(text, span);
        assert_eq!([before.as_str(), &hit, &after], expected);
    }

    #[test]
    fn a_hit_stands_in_its_line() {
        check(
            "One.\r\nHe met\u{a0} Arévalo there.\nNext.",
            "Arévalo",
            ["He met ", "Arévalo", " there."],
        );
        check("Arévalo", "Arévalo", ["", "Arévalo", ""]);
        check("a\nb c", "a\nb", ["", "a b", " c"]);
    }

    #[test]
    fn long_context_is_cut_between_words() {
        let text = format!("{}Arévalo {}", "länger als das ".repeat(9), "und so weiter ".repeat(20));
        let expected = "…als das länger als das länger als das ";
        let at = text.find("Arévalo").unwrap();
        let span = Span::new(ByteOffset::from_index(at), ByteOffset::from_index(at + 8)).unwrap();
        let excerpt = HitExcerpt::of(&text, span);
        assert!(
            expected.ends_with(excerpt.before.trim_start_matches('…')),
            "{}",
            excerpt.before
        );
        assert!(excerpt.before.starts_with('…') && excerpt.before.chars().count() <= BEFORE + 1);
        assert!(excerpt.after.ends_with('…') && excerpt.after.chars().count() <= AFTER + 1);
    }

    #[test]
    fn a_span_outside_the_text_shows_nothing() {
        let span = Span::new(ByteOffset(3), ByteOffset(9)).unwrap();
        assert_eq!(HitExcerpt::of("abc", span), HitExcerpt::default());
    }
}
