//! A stretch of text as a file names it: what it says, what stands around it, and where it was.
//!
//! After the W3C Web Annotation model's text quote selector (exact, prefix, suffix).

use super::offset::ByteOffset;
use super::span::Span;
use unicode_segmentation::GraphemeCursor;

/// How much stands before and after a quote, in code points.
pub const CONTEXT: usize = 32;

/// How far back a grapheme cluster is looked for, in bytes; one that is longer may be cut.
const CLUSTER_REACH: usize = 160;

/// A quote with its context.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quote<'a> {
    /// What the text says there.
    pub exact: &'a str,
    /// What stands right before; empty where nothing does or nothing is known.
    pub prefix: &'a str,
    /// What stands right after; empty where nothing does or nothing is known.
    pub suffix: &'a str,
    /// Where it starts, or is thought to.
    pub hint: ByteOffset,
}

impl<'a> Quote<'a> {
    /// With [`CONTEXT`] code points before and after, less where the text ends or a grapheme cluster would be cut.
    /// `None` where the span does not fit the text.
    pub fn of(text: &'a str, span: Span) -> Option<Self> {
        let exact = span.slice(text)?;
        Some(Self {
            exact,
            prefix: before(text, span.start().index()),
            suffix: after(text, span.end().index()),
            hint: span.start(),
        })
    }
}

fn before(text: &str, end: usize) -> &str {
    let mut start = text[..end]
        .char_indices()
        .rev()
        .take(CONTEXT)
        .last()
        .map_or(end, |(at, _)| at);
    let whole = start;
    while start < end && !is_cluster_edge(text, start) {
        start += text[start..].chars().next().map_or(1, char::len_utf8);
    }
    // A single cluster longer than the context is cut rather than left out.
    if start == end {
        &text[whole..end]
    } else {
        &text[start..end]
    }
}

fn after(text: &str, start: usize) -> &str {
    let last = text[start..].char_indices().take(CONTEXT).last();
    let mut end = last.map_or(start, |(at, ch)| start + at + ch.len_utf8());
    let whole = end;
    while end > start && !is_cluster_edge(text, end) {
        end -= text[..end].chars().next_back().map_or(1, char::len_utf8);
    }
    if end == start {
        &text[start..whole]
    } else {
        &text[start..end]
    }
}

/// `at` lies on a character boundary.
fn is_cluster_edge(text: &str, at: usize) -> bool {
    let mut from = at.saturating_sub(CLUSTER_REACH);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let window = &text[from..];
    // The window reaches to the end of the text and is taken to start it, so no context can be missing.
    GraphemeCursor::new(at - from, window.len(), true)
        .is_boundary(window, 0)
        .unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context<'a>(text: &'a str, exact: &str) -> (&'a str, &'a str) {
        let start = text.find(exact).unwrap();
        let span = Span::new(
            ByteOffset::from_index(start),
            ByteOffset::from_index(start + exact.len()),
        );
        let quote = Quote::of(text, span.unwrap()).unwrap();
        assert_eq!(quote.exact, exact);
        (quote.prefix, quote.suffix)
    }

    #[test]
    fn takes_what_there_is_up_to_the_limit() {
        assert_eq!(context("X", "X"), ("", ""));
        assert_eq!(context("ab X cd", "X"), ("ab ", " cd"));
        let text = format!("{}X{}", "é".repeat(40), "字".repeat(40));
        assert_eq!(context(&text, "X"), ("é".repeat(32).as_str(), "字".repeat(32).as_str()));
    }

    #[test]
    fn leaves_out_clusters_that_do_not_fit() {
        let family = "👩‍👩‍👧";
        let text = format!("{family}{}X{}{family}", "a".repeat(30), "b".repeat(30));
        assert_eq!(context(&text, "X"), ("a".repeat(30).as_str(), "b".repeat(30).as_str()));
        let long = format!("e{}", "\u{301}".repeat(50));
        let (prefix, suffix) = (format!("{long}X"), format!("X{long}"));
        assert_eq!(
            context(&prefix, "X").0.chars().count(),
            CONTEXT,
            "rather cut than empty"
        );
        assert_eq!(context(&suffix, "X").1.chars().count(), CONTEXT);
    }
}
