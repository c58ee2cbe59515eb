//! The command palette: any action, article, label or mention by a few letters of its name.
//!
//! Mentions are looked through in slices, so that typing stays immediate however many there are: what the first slice
//! finds is offered at once, the rest as it is found.

mod entry;
mod query;

pub use entry::{EntryKey, EntryKind, PaletteEntry};

use super::command::Command;
use super::machine::Editor;
use super::mention_walk::{MentionWalk, Met, SLICE};
use crate::core::order;
use entry::{
    article_entry, claim_entry, command_entry, entity_entry, keep_entry, label_entry, mention_entry, search_entry,
};
use query::{Query, Rank};

/// At most this many entries are found; a longer list helps nobody.
pub const MAX_ENTRIES: usize = 60;

/// Of these, at least so many places are kept for mentions.
const MENTIONS: usize = 20;

/// What a query finds, worked out in slices.
#[derive(Debug)]
pub struct PaletteSearch {
    query: Query,
    /// The query as it was typed, for the search of the texts.
    typed: String,
    /// Sorted; without mentions.
    found: Vec<(Rank, PaletteEntry)>,
    /// The first that match, in the order of the articles.
    mentions: Vec<(Rank, PaletteEntry)>,
    walk: MentionWalk,
    /// How many mentions are looked for yet; 0 at the end of the search.
    room: usize,
    n_looked_at: usize,
}

impl PaletteSearch {
    /// Looks through everything but mentions, and through the first slice of these, if the query has two letters or more.
    pub fn new(editor: &Editor, query: &str) -> Self {
        let typed = query.trim().to_owned();
        let mut query = Query::new(query);
        let mut found = found_by_name(editor, &mut query);
        order::sort_by_key(&mut found, |(rank, _)| *rank);
        let room = match query.text.chars().nth(1) {
            Some(_) => MAX_ENTRIES.saturating_sub(found.len()).max(MENTIONS),
            None => 0,
        };
        let mut search = Self {
            query,
            typed,
            found,
            mentions: Vec::new(),
            walk: MentionWalk::default(),
            room,
            n_looked_at: 0,
        };
        search.further(editor);
        search
    }

    /// Whether no mention is left to be looked at, or enough are found.
    pub fn is_whole(&self) -> bool {
        self.room == 0
    }

    /// How many mentions were looked at.
    pub fn n_looked_at(&self) -> usize {
        self.n_looked_at
    }

    /// Looks at the next [`SLICE`] of mentions, if some are left.
    pub fn further(&mut self, editor: &Editor) {
        let project = editor.project();
        let articles: Vec<_> = project.articles().iter().collect();
        for _ in 0..SLICE {
            if self.room == 0 {
                return;
            }
            let Some(Met { mention, article, .. }) = self.walk.next(&articles, project) else {
                self.room = 0;
                return;
            };
            self.n_looked_at += 1;
            let text = article.text.as_str();
            let spans = mention.spans.as_slice().iter().filter_map(|span| span.slice(text));
            if let Some(rank) = self.query.rank(spans.flat_map(|quote| [quote, " "])) {
                let label = project.schema().label(mention.label);
                let entry = mention_entry(mention, label.map_or("", |label| &label.name), article);
                self.mentions.push((rank, entry));
                self.room -= 1;
            }
        }
    }

    /// What is found so far. Those that begin with the query come first, then those with a word that does; then by kind.
    /// The last entry looks for the query in the texts.
    pub fn entries(&self) -> Vec<PaletteEntry> {
        // Those without a place among the best would push mentions out.
        let named = self.found.iter().take(MAX_ENTRIES - self.mentions.len());
        let mut entries: Vec<_> = named.chain(&self.mentions).collect();
        order::sort_by_key(&mut entries, |(rank, _)| *rank);
        let in_texts = (!self.typed.is_empty()).then(|| search_entry(&self.typed));
        let entries = entries.into_iter().map(|(_, entry)| entry.clone());
        entries.chain(in_texts).collect()
    }
}

/// Commands, articles and labels whose name, or what a command is also called, holds every word of the query, in any order, without regard to case.
fn found_by_name(editor: &Editor, query: &mut Query) -> Vec<(Rank, PaletteEntry)> {
    let project = editor.project();
    let mut found = Vec::new();
    for command in Command::ALL.iter().copied().filter(|command| is_offered(*command)) {
        let rank = query.rank([command.title()]);
        let rank = rank.or_else(|| query.rank([command.title(), " ", command.also()]));
        found.extend(rank.map(|rank| (rank, command_entry(command))));
    }
    for article in project.articles() {
        let date = article.date.map(|date| date.to_string()).unwrap_or_default();
        let rank = query.rank([article.title.as_str(), " ", &article.source.outlet, " ", &date]);
        found.extend(rank.map(|rank| (rank, article_entry(article, &date))));
    }
    for label in &project.schema().labels {
        if let Some(rank) = query.rank([label.name.as_str()]) {
            found.push((rank, label_entry(label)));
        } else if let Some(rank) = query.rank(["Keep ", &label.name]) {
            found.push((rank, keep_entry(label)));
        }
    }
    for entity in project.dossier().entities() {
        let names = entity.names().flat_map(|name| [name, "\n"]);
        found.extend(query.rank(names).map(|rank| (rank, entity_entry(entity))));
    }
    for claim in project.dossier().claims() {
        found.extend(query.rank([claim.text.as_str()]).map(|rank| (rank, claim_entry(claim))));
    }
    found
}

/// The palette does not offer itself, nor what Escape does to it.
fn is_offered(command: Command) -> bool {
    !matches!(command, Command::ShowPalette | Command::Cancel)
}

#[cfg(test)]
mod tests {
    use super::entry::TITLE;
    use super::*;
    use crate::core::article::{Article, Source};
    use crate::core::article_text::ArticleText;
    use crate::core::default_schema::{CLAIM, PLACE, default_schema};
    use crate::core::id::{ArticleId, LabelId, MentionId, ProjectId};
    use crate::core::mention::Mention;
    use crate::core::offset::ByteOffset;
    use crate::core::project::Project;
    use crate::core::sorted::SortedMap;
    use crate::core::span::Span;
    use crate::core::spans::Spans;
    use crate::core::timestamp::Timestamp;
    use crate::editor::action::{Action, AnnotateAction};
    use crate::editor::settings::Settings;
    use std::rc::Rc;

    /// One article whose text is the quotes, a line each; every quote is a mention.
    fn editor(title: &str, quotes: &[(&str, LabelId)]) -> Editor {
        let id = ArticleId::from_u128(1);
        let text: String = quotes.iter().map(|(quote, _)| format!("{quote}\n")).collect();
        let mut at = 0;
        let mentions = quotes.iter().enumerate().map(|(i, (quote, label))| {
            let span = Span::new(ByteOffset::from_index(at), ByteOffset::from_index(at + quote.len()));
            at += quote.len() + 1;
            Rc::new(Mention {
                id: MentionId::from_u128(i as u128),
                article: id,
                spans: Spans::one(span.expect("quotes are not empty")),
                label: *label,
                attributes: SortedMap::new(),
                reference: None,
                note: String::new(),
                author: String::new(),
                created: Timestamp::default(),
                modified: Timestamp::default(),
            })
        });
        let article = Rc::new(Article {
            id,
            text: Rc::new(ArticleText::new(text)),
            title: title.to_owned(),
            source: Source {
                outlet: "The Herald".to_owned(),
                ..Source::default()
            },
            date: "2021-04".parse().ok(),
            tags: Vec::new(),
            note: String::new(),
            done: false,
            added: Timestamp::default(),
        });
        let empty = Project::new(
            ProjectId::from_u128(1),
            "P".to_owned(),
            Timestamp::default(),
            default_schema(),
        );
        Editor::new(
            Project::from_parts(empty, vec![article], mentions.collect()),
            Settings::default(),
        )
    }

    fn find(editor: &Editor, query: &str) -> Vec<PaletteEntry> {
        let mut search = PaletteSearch::new(editor, query);
        while !search.is_whole() {
            search.further(editor);
        }
        search.entries()
    }

    /// All but the last, which offers to search the texts.
    fn titles(editor: &Editor, query: &str) -> Vec<String> {
        let mut titles: Vec<String> = find(editor, query).into_iter().map(|entry| entry.title).collect();
        assert_eq!(titles.pop(), Some(format!("Search the articles for “{query}”")));
        titles
    }

    #[test]
    fn an_empty_query_offers_all_but_mentions() {
        let editor = editor("Prices", &[("Prices rose", CLAIM)]);
        let kinds: Vec<EntryKind> = find(&editor, " ").into_iter().map(|entry| entry.kind).collect();
        assert_eq!(
            kinds.len(),
            Command::ALL.len() - 2 + 1 + editor.project().schema().labels.len()
        );
        assert!(!kinds.contains(&EntryKind::Mention));
    }

    #[test]
    fn actions_are_found_by_what_else_they_are_called() {
        let editor = editor("A", &[]);
        for (query, title) in [
            ("new project", "Projects"),
            ("rename", "Projects"),
            ("duplicate", "Projects"),
            ("delete project", "Projects"),
            ("trash", "Projects"),
            ("csv", "Export"),
            ("save", "Export"),
            ("download", "Export"),
            ("new label", "Edit labels"),
            ("guidelines", "Edit labels"),
            ("import", "Open files"),
            ("load", "Open files"),
            ("help", "Keyboard shortcuts"),
            ("theme", "Settings"),
            ("theme", "Switch between light, dark and system colours"),
            ("colour", "Edit labels"),
            ("filter", "Go to the list of articles"),
            ("filter", "Go to the list of mentions"),
        ] {
            let found = titles(&editor, query);
            assert!(found.iter().any(|other| other == title), "{query}: {found:?}");
        }
    }

    #[test]
    fn a_label_is_kept_from_here_too() {
        let editor = editor("A", &[]);
        let found = find(&editor, "keep place");
        assert_eq!(found.len(), 2, "and the search of the texts");
        assert_eq!(found[0].title, "Keep Place");
        assert!(matches!(
            found[0].action,
            Action::Annotate(AnnotateAction::Arm(Some(PLACE)))
        ));
        assert_eq!(
            titles(&editor, "place")
                .iter()
                .filter(|title| title.contains("Place"))
                .count(),
            1
        );
    }

    #[test]
    fn a_title_that_fits_comes_before_what_is_also_called_so() {
        let found = titles(&editor("A", &[]), "open");
        assert_eq!(found[0], "Open files");
    }

    #[test]
    fn every_word_counts_in_any_order_and_case() {
        let editor = editor("Prices in Guatemala", &[]);
        assert_eq!(titles(&editor, "GUATEMALA prices"), ["Prices in Guatemala"]);
        assert_eq!(titles(&editor, "herald 2021"), ["Prices in Guatemala"]);
        assert_eq!(titles(&editor, "guatemala herald sports"), Vec::<String>::new());
    }

    #[test]
    fn what_begins_with_the_query_comes_first() {
        let editor = editor(
            "Undoing the deal",
            &[("do nothing", CLAIM), ("undone work", CLAIM), ("so do I", CLAIM)],
        );
        let found = titles(&editor, "do");
        let place = |title: &str| found.iter().position(|other| other == title).expect("it is found");
        assert!(place("do nothing") < place("so do I"));
        assert!(place("so do I") < place("undone work"));
        assert!(place("Undo") < place("undone work"), "of equals, by kind");
    }

    #[test]
    fn mentions_are_found_beyond_ascii_and_across_lines() {
        let editor = editor("A", &[("ÉCOLE\nnormale", PLACE), ("Ein Haus", PLACE)]);
        let found = find(&editor, "école norm");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].title, "ÉCOLE normale");
        assert_eq!(found[0].detail, "Place in A");
        assert_eq!(found[0].label, Some(PLACE));
        assert!(
            titles(&editor, "É").is_empty(),
            "one letter does not look through mentions"
        );
    }

    #[test]
    fn long_quotes_are_cut() {
        let quote = "länge ".repeat(100);
        let editor = editor("A", &[(quote.trim(), CLAIM)]);
        let title = &titles(&editor, "länge")[0];
        assert!(title.ends_with('…') && title.chars().count() <= TITLE + 1, "{title}");
    }

    #[test]
    fn mentions_keep_places_of_their_own() {
        let quotes: Vec<String> = (0..200).map(|i| format!("the mention {i}")).collect();
        let quotes: Vec<(&str, LabelId)> = quotes.iter().map(|quote| (quote.as_str(), CLAIM)).collect();
        let found = find(&editor("A", &quotes), "mention");
        assert!(found.len() <= MAX_ENTRIES + 1);
        assert!(found.iter().filter(|entry| entry.kind == EntryKind::Mention).count() >= MENTIONS);
        assert!(found.iter().any(|entry| entry.kind == EntryKind::Action));
    }

    #[test]
    fn a_letter_looks_at_one_slice_of_the_mentions() {
        let quotes: Vec<String> = (0..SLICE + 5).map(|i| format!("number {i}")).collect();
        let quotes: Vec<(&str, LabelId)> = quotes.iter().map(|quote| (quote.as_str(), CLAIM)).collect();
        let editor = editor("A", &quotes);
        let mut search = PaletteSearch::new(&editor, &format!("number {}", SLICE + 4));
        // The last entry is the search of the texts.
        let n_found = |search: &PaletteSearch| search.entries().len() - 1;
        assert_eq!(
            (search.n_looked_at(), search.is_whole(), n_found(&search)),
            (SLICE, false, 0)
        );
        search.further(&editor);
        assert_eq!(
            (search.n_looked_at(), search.is_whole(), n_found(&search)),
            (SLICE + 5, true, 1)
        );
        assert_eq!(
            PaletteSearch::new(&editor, "number").n_looked_at(),
            MAX_ENTRIES,
            "enough are found"
        );
    }
}
