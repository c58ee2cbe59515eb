//! Reads the spans of a mention: offsets in three units, each optional, and the quote that tells which hold.

use crate::core::article_text::ArticleText;
use crate::core::formats::json_node::{Fields, Report};
use crate::core::offset::{ByteOffset, CharOffset, Utf16Offset};
use crate::core::quote::Quote;
use crate::core::span::Span;

/// One span as the file has it.
#[derive(Debug)]
pub(super) struct SpanRecord {
    exact: String,
    prefix: String,
    suffix: String,
    /// Where its offsets say it starts, in bytes, even if they are wrong.
    hint: ByteOffset,
    /// Where its offsets say it lies, if they fit the text and the quote stands there.
    pub stated: Option<Span>,
}

/// The units, in the order in which they are believed.
const UNITS: [&str; 3] = ["bytes", "utf16", "codePoints"];

impl SpanRecord {
    /// For finding it.
    pub fn quote(&self) -> Quote<'_> {
        Quote {
            exact: &self.exact,
            prefix: &self.prefix,
            suffix: &self.suffix,
            hint: self.hint,
        }
    }
}

/// In text order. `None`, and reported, where the mention has no span or one that says neither what nor where.
pub(super) fn read_spans(
    mention: &Fields<'_, '_>,
    text: &ArticleText,
    report: &mut Report<'_>,
) -> Option<Vec<SpanRecord>> {
    let items = mention.items("spans", report);
    let records: Option<Vec<SpanRecord>> = items
        .iter()
        .map(|node| read_span(&node.fields(report)?, text, report))
        .collect();
    let Some(mut records) = records.filter(|records| !records.is_empty()) else {
        report.left_out(mention.node(), "the mention has no valid span; it was left out");
        return None;
    };
    records.sort_by_key(|record| record.hint);
    Some(records)
}

/// `None`, and reported, where it says neither what nor where.
pub(super) fn read_span(fields: &Fields<'_, '_>, text: &ArticleText, report: &mut Report<'_>) -> Option<SpanRecord> {
    const KNOWN: [&str; 6] = ["exact", "prefix", "suffix", "codePoints", "utf16", "bytes"];
    fields.report_others("a span", &KNOWN, report);
    let ranges: Vec<(&str, Option<(u32, u32)>)> = UNITS
        .into_iter()
        .filter(|unit| fields.get(unit).is_some())
        .map(|unit| (unit, read_range(fields, unit, report)))
        .collect();
    let places: Vec<Option<Span>> = ranges
        .iter()
        .map(|(unit, range)| range.and_then(|(start, end)| span_of(unit, start, end, text)))
        .collect();
    let hint = ranges
        .iter()
        .find_map(|(unit, range)| Some(byte_of(unit, range.as_ref()?.0, text)));
    let quoted = fields.get("exact").and_then(|node| node.text(report));
    let mut record = SpanRecord {
        exact: quoted.unwrap_or_default(),
        prefix: fields.text("prefix", report),
        suffix: fields.text("suffix", report),
        hint: hint.unwrap_or_default(),
        stated: None,
    };
    let first = places.first().copied().flatten();
    if record.exact.is_empty() {
        // Without a quote the offsets must agree among themselves.
        let span = first.filter(|_| places.iter().all(|place| *place == first));
        let Some(quote) = span.and_then(|span| Quote::of(text.as_str(), span)) else {
            let reason = "a span without a quote, whose offsets do not fit the text or disagree, cannot be placed";
            report.left_out(fields.node(), reason);
            return None;
        };
        (record.exact, record.stated) = (quote.exact.to_owned(), span);
        return Some(record);
    }
    let fitting = places
        .iter()
        .flatten()
        .filter(|place| place.slice(text.as_str()) == Some(&record.exact));
    record.stated = fitting.copied().max_by_key(|place| has_context(*place, &record, text));
    if record.stated.is_some() && places.iter().any(|place| *place != record.stated) {
        let reason = "its offsets in different units disagree; those were taken at which its quote stands";
        report.notice(fields.node(), reason);
    }
    Some(record)
}

fn read_range(span: &Fields<'_, '_>, unit: &str, report: &mut Report<'_>) -> Option<(u32, u32)> {
    let fields = span.get(unit)?.fields(report)?;
    let start = fields.get("start").and_then(|node| node.count(report));
    let end = fields.get("end").and_then(|node| node.count(report));
    start.zip(end)
}

fn has_context(place: Span, record: &SpanRecord, text: &ArticleText) -> bool {
    let quote = record.quote();
    Quote::of(text.as_str(), place).is_some_and(|there| (there.prefix, there.suffix) == (quote.prefix, quote.suffix))
}

/// Inside a character: its start; past the end: the end.
fn byte_of(unit: &str, at: u32, text: &ArticleText) -> ByteOffset {
    match unit {
        "bytes" => ByteOffset(at),
        "utf16" => text.offsets().byte_from_utf16(Utf16Offset(at)),
        _ => text.offsets().byte_from_char(CharOffset(at)),
    }
}

/// `None` where it ends outside the text or inside a character.
fn span_of(unit: &str, start: u32, end: u32, text: &ArticleText) -> Option<Span> {
    let span = Span::new(byte_of(unit, start, text), byte_of(unit, end, text))?;
    let exact = match unit {
        "bytes" => text.fits(span),
        "utf16" => text.utf16_span(span) == (Utf16Offset(start), Utf16Offset(end)),
        _ => text.char_span(span) == (CharOffset(start), CharOffset(end)),
    };
    exact.then_some(span)
}
