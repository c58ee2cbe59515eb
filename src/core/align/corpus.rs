//! All articles, read.

use super::super::offset::ByteOffset;
use super::super::publication_date::PublicationDate;
use super::super::span::Span;
use super::acronyms::Acronyms;
use super::articles::{Summary, summarize};
use super::dates::Date;
use super::lexicon;
use super::profile::{Part, Profile, profile};
use super::ranking::{Passage, Source};
use super::sentences::sentences;
use super::stem::stem;
use super::tokens::{Token, tokens};
use super::vocabulary::{TermId, Vocabulary};
use std::ops::Range;

/// The sentences of all articles in order, and what they are compared by beside themselves.
#[derive(Debug)]
pub(super) struct Corpus {
    pub profiles: Vec<Profile>,
    /// By article, which of the profiles are its sentences.
    pub ranges: Vec<Range<usize>>,
    pub summaries: Vec<Summary>,
    pub vocabulary: Vocabulary,
    /// Terms that say the opposite of each other, both ways round, sorted.
    pub opposites: Vec<(TermId, TermId)>,
}

impl Corpus {
    /// `tell` hears how many articles were read before each, and ends it by `None`.
    pub fn read(articles: &[Source<'_>], mut tell: impl FnMut(usize) -> Option<()>) -> Option<Self> {
        let mut vocabulary = Vocabulary::new();
        let mut acronyms = Acronyms::default();
        let mut read: Vec<Vec<(Span, Vec<Token>)>> = Vec::new();
        for (n_read, article) in articles.iter().enumerate() {
            let spans = sentences(article.text).into_iter();
            let with_tokens = |span: Span| {
                let (start, end) = (span.start().index(), span.end().index());
                let tokens = tokens(article.text, start, end, &mut vocabulary);
                acronyms.see(article.text, &tokens);
                (span, tokens)
            };
            read.push(spans.map(with_tokens).collect());
            tell(n_read)?;
        }
        vocabulary.settle();
        let leader = vocabulary.dictionary.role("leader");
        let (mut profiles, mut ranges, mut summaries) = (Vec::<Profile>::new(), Vec::new(), Vec::new());
        for (n, (article, read)) in articles.iter().zip(&read).enumerate() {
            let start = profiles.len();
            for (span, tokens) in read {
                let place = (span.start().0, span.end().0);
                let mut profile = profile(n as u32, place, article.text, tokens, &mut vocabulary);
                let spelled_out = acronyms.spelled_out(article.text, tokens).into_iter();
                profile.name(
                    spelled_out.map(|(word, place)| (vocabulary.word(word).term, place)),
                    Part::Content,
                );
                if let Some(before) = profiles[start..].last() {
                    profile.complete(before);
                }
                profiles.push(profile);
            }
            ranges.push(start..profiles.len());
            summaries.push(summarize(&mut profiles[start..], leader, article.date.map(date)));
        }
        let mut frequencies = vec![0u32; vocabulary.n_terms()];
        for it in profiles
            .iter()
            .flat_map(|profile| &profile.terms)
            .filter(|it| it.part != Part::Meant)
        {
            frequencies[it.term.0 as usize] += 1;
        }
        let n_sentences = profiles.len();
        for profile in &mut profiles {
            profile.weigh(&frequencies, n_sentences);
        }
        let opposites = opposites(&vocabulary);
        Some(Self {
            profiles,
            ranges,
            summaries,
            vocabulary,
            opposites,
        })
    }

    /// Where a sentence stands.
    pub fn passage(&self, sentence: u32) -> Passage {
        let profile = &self.profiles[sentence as usize];
        Passage {
            article: profile.article as usize,
            span: Span::new(ByteOffset(profile.place.0), ByteOffset(profile.place.1)).expect("no sentence is empty"),
        }
    }

    /// Of a sentence.
    pub fn article(&self, sentence: u32) -> u32 {
        self.profiles[sentence as usize].article
    }
}

fn date(date: PublicationDate) -> Date {
    let part = |it: Option<i8>| it.map_or(0, i8::cast_unsigned);
    Date {
        year: date.year().cast_unsigned(),
        month: part(date.month()),
        day: part(date.day()),
        weekday: 0,
    }
}

fn opposites(vocabulary: &Vocabulary) -> Vec<(TermId, TermId)> {
    let term = |word: &str| match vocabulary.dictionary.group(word) {
        Some(head) => vocabulary.existing_term(&format!("={head}")),
        None => vocabulary.existing_term(stem(word)),
    };
    let known = lexicon::OPPOSITES.iter().filter_map(|(a, b)| term(a).zip(term(b)));
    let mut both: Vec<_> = known.flat_map(|(a, b)| [(a, b), (b, a)]).collect();
    both.sort_unstable();
    both
}
