//! How long the core takes at each size, without a browser: `cargo xtask bench --native`.
//!
//! Compiled as the page is, so for small size. Absolute times are those of native code; what counts is how they grow.

mod workload;

use attest::core::align::{FLOOR, Source, rank};
use attest::core::formats::native;
use attest::core::history::History;
use attest::core::mention_set::MentionSet;
use attest::core::offset::{ByteOffset, Utf16Offset};
use attest::core::offset_map::OffsetMap;
use attest::core::paint;
use attest::core::search::{Matcher, Query, SearchedText, Syntax};
use attest::core::segmenter::UnicodeSegmenter;
use attest::core::span_index::SpanIndex;
use attest::core::stored::{EditsRecord, JournalEntry, Records, Texts, write_edits, write_entry};
use divan::{Bencher, black_box};
use std::ops::ControlFlow;
use std::rc::Rc;
use workload::{SIZES, Workload, articles};

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES)]
fn index_build(bencher: Bencher, size: &str) {
    let entries = Workload::new(size).entries();
    bencher
        .with_inputs(|| entries.clone())
        .bench_values(SpanIndex::from_entries);
}

#[divan::bench(args = SIZES)]
fn index_insert_and_remove(bencher: Bencher, size: &str) {
    let workload = Workload::new(size);
    let mut index = SpanIndex::from_entries(workload.entries());
    let (span, mention) = (workload.middle(40), Workload::new_mention_id());
    bencher.bench_local(|| {
        index.insert(span, mention);
        index.remove(span, mention);
    });
}

#[divan::bench(args = SIZES)]
fn index_query(bencher: Bencher, size: &str) {
    let workload = Workload::new(size);
    let index = SpanIndex::from_entries(workload.entries());
    let window = workload.middle(4_000);
    bencher.bench_local(|| index.overlapping(black_box(window)).count());
}

/// What the article pane asks for whenever it paints.
#[divan::bench(args = SIZES)]
fn paint_window(bencher: Bencher, size: &str) {
    let workload = Workload::new(size);
    let mentions = MentionSet::from_mentions(workload.mentions());
    let window = workload.middle(4_000);
    bencher.bench_local(|| paint::runs(&mentions, black_box(window)));
}

#[divan::bench(args = SIZES)]
fn offset_map_build(bencher: Bencher, size: &str) {
    let text = Workload::new(size).text().to_owned();
    bencher.bench_local(|| OffsetMap::new(black_box(&text)));
}

#[divan::bench(args = SIZES)]
fn offset_map_both_ways(bencher: Bencher, size: &str) {
    let workload = Workload::new(size);
    let map = OffsetMap::new(workload.text());
    let at = workload.middle(1).start();
    bencher.bench_local(|| -> (Utf16Offset, ByteOffset) {
        let utf16 = map.utf16_from_byte(black_box(at));
        (utf16, map.byte_from_utf16(utf16))
    });
}

/// One mention made and taken back.
#[divan::bench(args = SIZES)]
fn edit_and_revert(bencher: Bencher, size: &str) {
    let workload = Workload::new(size);
    let mut project = workload.project();
    let step = workload.step();
    bencher.bench_local(|| {
        step.apply(&mut project).expect("the mention is not there yet");
        step.revert(&mut project).expect("the mention is there");
    });
}

/// All mentions made in one step and taken back, as undo does after taking a file in.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn edit_all_and_revert(bencher: Bencher, size: &str) {
    let workload = Workload::new(size);
    let mut project = workload.project_without_mentions();
    let step = workload.step_of_all();
    bencher.bench_local(|| {
        step.apply(&mut project).expect("no mention is there yet");
        step.revert(&mut project).expect("all mentions are there");
    });
}

/// The same step as the journal keeps it.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn journal_all(bencher: Bencher, size: &str) {
    let entry = JournalEntry::Do(Workload::new(size).step_of_all());
    bencher.bench_local(|| write_entry(black_box(&entry)));
}

/// Its edits as they come from the worker.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn read_all_edits(bencher: Bencher, size: &str) {
    let record = write_edits(&Workload::new(size).step_of_all().edits);
    bencher.bench_local(|| {
        let parts = EditsRecord::parse(black_box(&record))
            .expect("the record was written by us")
            .parts();
        parts
            .map(|part| part.read(&Texts::new()))
            .collect::<Result<Vec<_>, _>>()
    });
}

/// A thousand steps pushed, and all undone.
#[divan::bench]
fn history(bencher: Bencher) {
    let step = Workload::new("S").step();
    bencher.bench_local(|| {
        let mut history = History::default();
        for _ in 0..1_000 {
            history.push(step.clone());
        }
        while history.next_undo().is_some() {
            history.mark_undone();
        }
        history
    });
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn export(bencher: Bencher, size: &str) {
    let project = Workload::new(size).project();
    bencher.bench_local(|| native::write(black_box(&project), None));
}

#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn import(bencher: Bencher, size: &str) {
    let file = native::write(&Workload::new(size).project(), None);
    bencher.bench_local(|| native::read("bench.attest.json", black_box(&file)).expect("the file was written by us"));
}

/// What is stored when a project is new, and handed to the worker with each export.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn write_records(bencher: Bencher, size: &str) {
    let project = Workload::new(size).project();
    bencher.bench_local(|| Records::of(black_box(&project), &History::default()));
}

/// When a project is opened.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn read_records(bencher: Bencher, size: &str) {
    let records = Records::of(&Workload::new(size).project(), &History::default());
    bencher
        .with_inputs(|| records.clone())
        .bench_local_values(|records| records.read().expect("the records were written by us"));
}

/// For the first letter that is typed: reads the text.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn search_first(bencher: Bencher, size: &str) {
    let workload = Workload::new(size);
    let matcher = Matcher::new(&wanted(Syntax::Plain, "president")).expect("it is plain");
    bencher.bench_local(|| {
        let text = SearchedText::new(workload.text().to_owned());
        matcher.hits(&text, &UnicodeSegmenter).count()
    });
}

/// For every further letter, with as many hits as a letter has.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn search_again(bencher: Bencher, size: &str) {
    let text = SearchedText::new(Workload::new(size).text().to_owned());
    let matcher = Matcher::new(&wanted(Syntax::Plain, "e")).expect("it is plain");
    bencher.bench_local(|| matcher.hits(black_box(&text), &UnicodeSegmenter).count());
}

/// An expression for whole words, which is the slowest kind.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn search_expression(bencher: Bencher, size: &str) {
    let text = SearchedText::new(Workload::new(size).text().to_owned());
    let query = Query {
        whole_words: true,
        ..wanted(Syntax::Regex, r"[A-Z]\w+ [A-Z]\w+")
    };
    let matcher = Matcher::new(&query).expect("it is right");
    bencher.bench_local(|| matcher.hits(black_box(&text), &UnicodeSegmenter).count());
}

fn wanted(syntax: Syntax, text: &str) -> Query {
    Query {
        text: text.to_owned(),
        syntax,
        ..Query::default()
    }
}

/// Of the whole, as the page does when a project is opened.
#[divan::bench(args = SIZES, sample_count = 10, sample_size = 1)]
fn mention_set_build(bencher: Bencher, size: &str) {
    let mentions: Vec<Rc<_>> = Workload::new(size).mentions().collect();
    bencher
        .with_inputs(|| mentions.clone())
        .bench_local_values(MentionSet::from_mentions);
}

/// So many articles of 5 KB, each compared with all others.
#[divan::bench(args = [5, 50, 500], sample_count = 10, sample_size = 1)]
fn align(bencher: Bencher, n_articles: usize) {
    let texts = articles(n_articles, 5_000);
    let sources: Vec<_> = texts.iter().map(|text| Source { text, date: None }).collect();
    bencher.bench_local(|| rank(black_box(&sources), FLOOR, |_| ControlFlow::Continue(())));
}
