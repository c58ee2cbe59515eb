//! Which articles of a file are which of the project, and what the project's can learn from them.

use super::article::{Article, Source};
use super::digest::Digest;
use super::id::ArticleId;
use super::project::Project;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// For incoming articles the project's article that is the same.
#[derive(Debug, Default)]
pub(super) struct Partners {
    of: BTreeMap<ArticleId, ArticleId>,
    /// Each of the project's articles has one partner at most.
    taken: BTreeSet<ArticleId>,
}

impl Partners {
    /// By id; else by text; else by title and outlet, if their texts are versions of each other and they do not bear
    /// different dates.
    pub fn new(present: &Project, incoming: &Project) -> Self {
        let mut partners = Self::default();
        let ids: BTreeSet<ArticleId> = present.articles().iter().map(|article| article.id).collect();
        partners.pair(incoming, |theirs| ids.get(&theirs.id).into_iter().copied().collect());

        let mut by_digest: BTreeMap<Digest, Vec<ArticleId>> = BTreeMap::new();
        for ours in present.articles() {
            by_digest.entry(ours.text.digest()).or_default().push(ours.id);
        }
        let nothing = Vec::new();
        partners.pair(incoming, |theirs| {
            by_digest.get(&theirs.text.digest()).unwrap_or(&nothing).clone()
        });

        let mut by_name: BTreeMap<(String, String), Vec<&Rc<Article>>> = BTreeMap::new();
        for ours in present.articles() {
            by_name.entry(name_of(ours)).or_default().push(ours);
        }
        partners.pair(incoming, |theirs| {
            let alike = by_name.get(&name_of(theirs)).into_iter().flatten();
            let same_date = |ours: &Article| ours.date.is_none() || theirs.date.is_none() || ours.date == theirs.date;
            let versions = |ours: &Article| are_versions(ours.text.as_str(), theirs.text.as_str());
            let same = alike.filter(|ours| same_date(ours) && versions(ours));
            same.map(|ours| ours.id).collect()
        });
        partners
    }

    /// `None` where the project has no such article.
    pub fn of(&self, theirs: ArticleId) -> Option<ArticleId> {
        self.of.get(&theirs).copied()
    }

    fn pair(&mut self, incoming: &Project, candidates: impl Fn(&Article) -> Vec<ArticleId>) {
        for theirs in incoming.articles() {
            if self.of.contains_key(&theirs.id) {
                continue;
            }
            let free = candidates(theirs).into_iter().find(|ours| !self.taken.contains(ours));
            if let Some(ours) = free {
                self.of.insert(theirs.id, ours);
                self.taken.insert(ours);
            }
        }
    }
}

/// The project's article with what it does not know taken from the other, and with the tags of both.
pub(super) fn completed(ours: &Rc<Article>, theirs: &Article) -> Rc<Article> {
    let known = |ours: &str, theirs: &str| if ours.is_empty() { theirs } else { ours }.to_owned();
    let mut tags = ours.tags.clone();
    for tag in &theirs.tags {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    let article = Article {
        source: Source {
            outlet: known(&ours.source.outlet, &theirs.source.outlet),
            author: known(&ours.source.author, &theirs.source.author),
            url: known(&ours.source.url, &theirs.source.url),
            language: known(&ours.source.language, &theirs.source.language),
            file_name: known(&ours.source.file_name, &theirs.source.file_name),
        },
        date: ours.date.or(theirs.date),
        tags,
        note: known(&ours.note, &theirs.note),
        ..ours.as_ref().clone()
    };
    if article == **ours {
        ours.clone()
    } else {
        Rc::new(article)
    }
}

/// Whether a quarter of the samples of the shorter text occur in the longer one. Unrelated texts share no sample, while
/// an edited text keeps most; no words are needed, so this holds for scripts without spaces.
fn are_versions(a: &str, b: &str) -> bool {
    const N_SAMPLES: usize = 64;
    const SAMPLE: usize = 16;
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let step = (short.len() / N_SAMPLES).max(SAMPLE);
    let starts = (0..short.len()).step_by(step).filter(|at| short.is_char_boundary(*at));
    let whole = |at: usize| {
        let (last, ch) = short[at..].char_indices().nth(SAMPLE - 1)?;
        Some(&short[at..at + last + ch.len_utf8()])
    };
    let samples: Vec<&str> = starts.filter_map(whole).collect();
    if samples.is_empty() {
        return long.contains(short);
    }
    let n_found = samples.iter().filter(|sample| long.contains(**sample)).count();
    4 * n_found >= samples.len()
}

fn name_of(article: &Article) -> (String, String) {
    let plain = |name: &str| name.trim().to_lowercase();
    (plain(&article.title), plain(&article.source.outlet))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edited_text_is_a_version_and_another_is_not() {
        let text = "Prices rose by four percent in Guatemala last month. The president blamed the drought. ".repeat(20);
        let edited = format!(
            "A new lead. {}",
            text.replace("four", "4").replace("The president", "Arévalo")
        );
        assert!(are_versions(&text, &edited) && are_versions(&edited, &text));
        assert!(are_versions(
            "東京都知事が会見を開いた。物価が上がったと述べた。",
            "速報：東京都知事が会見を開いた。物価が上がったと述べた。"
        ));
        assert!(!are_versions(
            &text,
            &"Nothing of this has anything to do with the other one, not at all. ".repeat(20)
        ));
        assert!(!are_versions("One short text.", "Another short text."));
        assert!(
            !are_versions("One more short text.", "Another text, as short."),
            "what is left over is no sample"
        );
        assert!(are_versions("", ""));
    }
}
