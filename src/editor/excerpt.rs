//! A quote as a list shows it: one line, no longer than it can be read there.

use crate::core::spans::Spans;

/// What the text says at the spans, joined by ` … `, each run of white space as one blank, cut after `max_chars`. Costs
/// what it shows, however long the spans are.
pub fn excerpt(text: &str, spans: &Spans, max_chars: usize) -> String {
    let mut line = String::new();
    let mut n_chars = 0;
    for (i, span) in spans.as_slice().iter().enumerate() {
        let Some(part) = span.slice(text) else {
            continue;
        };
        if i > 0 {
            line.push_str(" …");
            n_chars += 2;
        }
        for word in part.split_whitespace() {
            if !line.is_empty() {
                line.push(' ');
                n_chars += 1;
            }
            for ch in word.chars() {
                if n_chars >= max_chars {
                    line.truncate(line.trim_end_matches([' ', '…']).len());
                    line.push('…');
                    return line;
                }
                line.push(ch);
                n_chars += 1;
            }
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::offset::ByteOffset;
    use crate::core::span::Span;

    fn spans(list: &[(u32, u32)]) -> Spans {
        let list = list
            .iter()
            .map(|(start, end)| Span::new(ByteOffset(*start), ByteOffset(*end)).unwrap());
        Spans::from_unsorted(list.collect()).unwrap()
    }

    #[test]
    fn is_one_line() {
        assert_eq!(
            excerpt("Prices\r\n  rose\u{a0}4%.", &spans(&[(0, 19)]), 99),
            "Prices rose 4%."
        );
        assert_eq!(excerpt("one two three", &spans(&[(0, 3), (8, 13)]), 99), "one … three");
    }

    #[test]
    fn is_cut_where_it_is_too_long() {
        assert_eq!(excerpt("one two three", &spans(&[(0, 13)]), 8), "one two…");
        assert_eq!(excerpt("one two three", &spans(&[(0, 13)]), 9), "one two t…");
        assert_eq!(excerpt("one two three", &spans(&[(0, 13)]), 13), "one two three");
        assert_eq!(excerpt("äöü", &spans(&[(0, 6)]), 2), "äö…");
        assert_eq!(excerpt("one two three", &spans(&[(0, 3), (8, 13)]), 6), "one…");
    }

    #[test]
    fn a_span_outside_the_text_is_left_out() {
        assert_eq!(excerpt("one", &spans(&[(0, 3), (8, 13)]), 99), "one");
    }
}
