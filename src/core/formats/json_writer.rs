//! Writes JSON in one canonical spacing: two spaces for each level, one field a line, small things on one line.
//!
//! Besides what JSON asks for, characters are escaped that some readers take for a line end or drop: U+007F to U+009F
//! (with U+0085), U+2028, U+2029 and U+FEFF.

use std::fmt::Write as _;

/// A document being written.
#[derive(Debug, Default)]
pub(super) struct JsonWriter {
    out: String,
    depth: usize,
    layout: Layout,
    /// Whether the object or list that is open has no member yet.
    is_empty: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Layout {
    /// Each member on a line of its own.
    #[default]
    Lines,
    /// All on one line.
    Inline,
}

impl JsonWriter {
    /// The document with a line end at its end.
    pub fn finish(mut self) -> String {
        self.out.push('\n');
        self.out
    }

    /// An object, a line for each field that `write` adds.
    pub fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.nest(Layout::Lines, ['{', '}'], write);
    }

    /// An object on one line.
    pub fn inline_object(&mut self, write: impl FnOnce(&mut Self)) {
        self.nest(Layout::Inline, ['{', '}'], write);
    }

    /// An id, and a name for the reader, on one line.
    pub fn named(&mut self, id: impl std::fmt::Display, name: &str) {
        self.inline_object(|w| {
            w.field("id").shown(id);
            w.field("name").text(name);
        });
    }

    /// A list, each item on a line of its own, or beginning on one.
    pub fn list<T>(&mut self, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Self, T)) {
        self.nest(Layout::Lines, ['[', ']'], |w| {
            for item in items {
                w.member();
                write(w, item);
            }
        });
    }

    /// A list of texts on one line.
    pub fn texts(&mut self, items: &[String]) {
        self.nest(Layout::Inline, ['[', ']'], |w| {
            for item in items {
                w.member();
                w.text(item);
            }
        });
    }

    /// Begins a field; a value follows.
    pub fn field(&mut self, key: &str) -> &mut Self {
        self.member();
        self.text(key);
        self.out.push_str(": ");
        self
    }

    /// A text value.
    pub fn text(&mut self, text: &str) {
        self.out.push('"');
        let mut rest = text;
        while let Some((at, ch)) = rest.char_indices().find(|(_, ch)| needs_escape(*ch)) {
            self.out.push_str(&rest[..at]);
            self.escape(ch);
            rest = &rest[at + ch.len_utf8()..];
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    /// The value as it is written with `Display`, as a text.
    pub fn shown(&mut self, value: impl std::fmt::Display) {
        self.text(&value.to_string());
    }

    /// A whole number.
    pub fn count(&mut self, number: u32) {
        self.out.push_str(&number.to_string());
    }

    /// A number in the shortest form that reads back as the same; with an exponent where JavaScript would write one.
    /// It must be finite.
    pub fn number(&mut self, number: f64) {
        let size = number.abs();
        let number = if size == 0.0 || (1e-6..1e21).contains(&size) {
            number.to_string()
        } else {
            format!("{number:e}")
        };
        self.out.push_str(&number);
    }

    /// `true` or `false`.
    pub fn flag(&mut self, value: bool) {
        self.out.push_str(if value { "true" } else { "false" });
    }

    /// `null`.
    pub fn null(&mut self) {
        self.out.push_str("null");
    }

    fn nest(&mut self, layout: Layout, brackets: [char; 2], write: impl FnOnce(&mut Self)) {
        let outer = std::mem::replace(&mut self.layout, layout);
        self.out.push(brackets[0]);
        self.depth += 1;
        self.is_empty = true;
        write(self);
        self.depth -= 1;
        if layout == Layout::Lines && !self.is_empty {
            self.new_line();
        }
        self.out.push(brackets[1]);
        self.layout = outer;
        self.is_empty = false;
    }

    fn member(&mut self) {
        if !self.is_empty {
            self.out.push(',');
        }
        match self.layout {
            Layout::Lines => self.new_line(),
            Layout::Inline if !self.is_empty => self.out.push(' '),
            Layout::Inline => {}
        }
        self.is_empty = false;
    }

    fn new_line(&mut self) {
        self.out.push('\n');
        for _ in 0..self.depth {
            self.out.push_str("  ");
        }
    }

    fn escape(&mut self, ch: char) {
        match ch {
            '"' => self.out.push_str("\\\""),
            '\\' => self.out.push_str("\\\\"),
            '\n' => self.out.push_str("\\n"),
            '\r' => self.out.push_str("\\r"),
            '\t' => self.out.push_str("\\t"),
            ch => {
                // Writing to a string does not fail.
                let _ = write!(self.out, "\\u{:04x}", ch as u32);
            }
        }
    }
}

fn needs_escape(ch: char) -> bool {
    matches!(ch, '"' | '\\' | '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spacing_is_fixed() {
        let mut w = JsonWriter::default();
        w.object(|w| {
            w.field("a").list([1, 2], |w, n| w.count(n));
            w.field("b").inline_object(|w| {
                w.field("c").null();
                w.field("d").texts(&["e".to_owned(), "f".to_owned()]);
            });
            w.field("g").list([(); 0], |_, ()| {});
            w.field("h").object(|_| {});
        });
        let expected = r#"{
  "a": [
    1,
    2
  ],
  "b": {"c": null, "d": ["e", "f"]},
  "g": [],
  "h": {}
}
"#;
        assert_eq!(w.finish(), expected);
    }

    #[test]
    fn no_line_end_of_any_kind_is_left_in_a_text() {
        let mut w = JsonWriter::default();
        w.text("a\r\n\u{b}\u{c}\u{1c}\u{85}\u{2028}\u{2029}\u{feff}\0\"\\é👍");
        let expected = r#""a\r\n\u000b\u000c\u001c\u0085\u2028\u2029\ufeff\u0000\"\\é👍""#;
        assert_eq!(w.finish(), format!("{expected}\n"));
    }

    proptest! {
        #[test]
        fn texts_and_numbers_read_back(text in any::<String>(), number in any::<f64>().prop_filter("finite", |n| n.is_finite())) {
            let mut w = JsonWriter::default();
            w.text(&text);
            prop_assert_eq!(serde_json::from_str::<String>(&w.finish()).unwrap(), text);
            let mut w = JsonWriter::default();
            w.number(number);
            let written = w.finish();
            prop_assert!(serde_json::from_str::<serde_json::Number>(&written).is_ok());
            prop_assert_eq!(written.trim().parse::<f64>().unwrap().to_bits(), number.to_bits());
        }
    }
}
