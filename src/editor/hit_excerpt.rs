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

const LINE_ENDS: [char; 4] = ['\n', '\r', '\u{2028}', '\u{2029}'];

fn before(text: &str) -> String {
    let from = text.char_indices().rev().take(BEFORE).last().map_or(0, |(at, _)| at);
    let (rest, mut near) = text.split_at(from);
    if let Some((_, line)) = near.rsplit_once(LINE_ENDS) {
        return blanks(line);
    }
    let is_cut = !rest.is_empty() && !rest.ends_with(LINE_ENDS);
    if is_cut && !rest.ends_with(char::is_whitespace) {
        // A word that is cut is left out, unless it is all there is.
        near = near.split_once(char::is_whitespace).map_or(near, |(_, words)| words);
    }
    let mut line = String::from(if is_cut { "…" } else { "" });
    line.push_str(&blanks(near));
    line
}

fn after(text: &str) -> String {
    let end = text.find(LINE_ENDS).unwrap_or(text.len());
    one_line(&text[..end], AFTER)
}

fn one_line(text: &str, max_chars: usize) -> String {
    match text.char_indices().nth(max_chars) {
        Some((cut, _)) => {
            let mut line = blanks(text[..cut].trim_end());
            line.push('…');
            line
        }
        None => blanks(text),
    }
}

fn blanks(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for ch in text.chars() {
        if !ch.is_whitespace() {
            line.push(ch);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line
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
