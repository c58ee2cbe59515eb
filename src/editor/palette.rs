//! The command palette: any action, article, label or mention by a few letters of its name.
//!
//! Mentions are looked through in slices, so that typing stays immediate however many there are: what the first slice
//! finds is offered at once, the rest as it is found.

use super::action::{Action, AnnotateAction, ChooseAction, NavigateAction};
use super::command::Command;
use super::dossier::DossierAction;
use super::keymap::{Chord, Platform, binding_of};
use super::machine::Editor;
use super::mention_walk::{MentionWalk, Met, SLICE};
use super::search::SearchAction;
use crate::core::article::Article;
use crate::core::claim::Claim;
use crate::core::entity::Entity;
use crate::core::id::LabelId;
use crate::core::label::Label;
use crate::core::mention::Mention;
use crate::core::order;

/// One thing that the palette offers.
#[derive(Clone, Debug)]
pub struct PaletteEntry {
    /// What kind of thing it is.
    pub kind: EntryKind,
    /// Its name, on one line.
    pub title: String,
    /// What tells it from others of the same name; may be empty.
    pub detail: String,
    /// The label that it is or has.
    pub label: Option<LabelId>,
    /// The key that does the same.
    pub key: Option<EntryKey>,
    /// What it does.
    pub action: Action,
}

/// What kind of thing an entry is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryKind {
    /// A command.
    Action,
    /// An article of the project.
    Article,
    /// A label: tags the selection, or the chosen mention.
    Label,
    /// A mention of the project.
    Mention,
    /// An entity of the project.
    Entity,
    /// A claim of the project.
    Claim,
}

/// The key that does what an entry does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EntryKey {
    /// A command's.
    Chord(Chord),
    /// A label's.
    Letter(char),
}

/// At most this many entries are found; a longer list helps nobody.
pub const MAX_ENTRIES: usize = 60;

/// Of these, at least so many places are kept for mentions.
const MENTIONS: usize = 20;

/// Titles of mentions are cut after so many characters.
const TITLE: usize = 120;

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

/// How well a name fits: the less, the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Rank {
    Begins,
    WordBegins,
    Holds,
}

#[derive(Debug)]
struct Query {
    /// Lower-cased and trimmed.
    text: String,
    words: Vec<String>,
    /// Holds the name that is being compared, to save an allocation for each.
    buffer: String,
}

impl Query {
    fn new(query: &str) -> Self {
        let text = query.trim().to_lowercase();
        Self {
            words: text.split_whitespace().map(str::to_owned).collect(),
            buffer: String::new(),
            text,
        }
    }

    /// `None` if the name, given in parts, lacks a word of the query.
    fn rank<'a>(&mut self, name: impl IntoIterator<Item = &'a str>) -> Option<Rank> {
        self.buffer.clear();
        for part in name {
            if part.is_ascii() {
                let at = self.buffer.len();
                self.buffer.push_str(part);
                self.buffer[at..].make_ascii_lowercase();
            } else {
                self.buffer.extend(part.chars().flat_map(char::to_lowercase));
            }
        }
        let name = &self.buffer;
        if !self.words.iter().all(|word| name.contains(word.as_str())) {
            return None;
        }
        let first = self.words.first().map_or("", String::as_str);
        Some(if name.starts_with(&self.text) {
            Rank::Begins
        } else if name
            .split(|ch: char| !ch.is_alphanumeric())
            .any(|word| word.starts_with(first))
        {
            Rank::WordBegins
        } else {
            Rank::Holds
        })
    }
}

/// The palette does not offer itself, nor what Escape does to it.
fn is_offered(command: Command) -> bool {
    !matches!(command, Command::ShowPalette | Command::Cancel)
}

fn command_entry(command: Command) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Action,
        title: command.title().to_owned(),
        detail: command.also().to_owned(),
        label: None,
        key: binding_of(command).map(|binding| EntryKey::Chord(binding.chord)),
        action: Action::Run(command),
    }
}

fn search_entry(words: &str) -> PaletteEntry {
    let mut title = String::from("Search the articles for “");
    title.push_str(words);
    title.push('”');
    PaletteEntry {
        kind: EntryKind::Action,
        title,
        detail: String::new(),
        label: None,
        key: None,
        action: Action::Search(SearchAction::For(words.to_owned())),
    }
}

fn article_entry(article: &Article, date: &str) -> PaletteEntry {
    let known = [article.source.outlet.as_str(), date]
        .into_iter()
        .filter(|part| !part.is_empty());
    PaletteEntry {
        kind: EntryKind::Article,
        title: article.title.clone(),
        detail: known.collect::<Vec<_>>().join(", "),
        label: None,
        key: None,
        action: Action::Navigate(NavigateAction::Open(article.id)),
    }
}

fn label_entry(label: &Label) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Label,
        title: label.name.clone(),
        detail: label.description.clone(),
        label: Some(label.id),
        key: label.key.map(EntryKey::Letter),
        action: Action::Annotate(AnnotateAction::Tag(label.id)),
    }
}

fn keep_entry(label: &Label) -> PaletteEntry {
    PaletteEntry {
        title: format!("Keep {}", label.name),
        detail: "each selection becomes a mention at once".to_owned(),
        key: None,
        action: Action::Annotate(AnnotateAction::Arm(Some(label.id))),
        ..label_entry(label)
    }
}

fn entity_entry(entity: &Entity) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Entity,
        title: entity.name.clone(),
        detail: entity.aliases.join(", "),
        label: entity.label,
        key: None,
        action: Action::Dossier(DossierAction::ShowEntity(Some(entity.id))),
    }
}

fn claim_entry(claim: &Claim) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Claim,
        title: claim.text.clone(),
        detail: String::new(),
        label: None,
        key: None,
        action: Action::Dossier(DossierAction::ShowClaim(Some(claim.id))),
    }
}

fn mention_entry(mention: &Mention, label: &str, article: &Article) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Mention,
        title: one_line(&article.text.quote(&mention.spans)),
        detail: format!("{label} in {}", article.title),
        label: Some(mention.label),
        key: None,
        action: Action::Choose(ChooseAction::Mention(mention.id)),
    }
}

fn one_line(quote: &str) -> String {
    let line = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(TITLE) {
        Some((cut, _)) => format!("{}…", line[..cut].trim_end()),
        None => line,
    }
}

impl EntryKind {
    /// What the list calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Action => "Action",
            Self::Article => "Article",
            Self::Label => "Label",
            Self::Mention => "Mention",
            Self::Entity => "Entity",
            Self::Claim => "Claim",
        }
    }
}

impl EntryKey {
    /// The parts as shown; a letter is small, and the style sheet makes it a capital.
    pub fn parts(self, platform: Platform) -> Vec<String> {
        match self {
            Self::Chord(chord) => chord.parts(platform).into_iter().map(str::to_owned).collect(),
            Self::Letter(key) => vec![key.to_string()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::article::Source;
    use crate::core::article_text::ArticleText;
    use crate::core::default_schema::{CLAIM, PLACE, default_schema};
    use crate::core::id::{ArticleId, MentionId, ProjectId};
    use crate::core::offset::ByteOffset;
    use crate::core::project::Project;
    use crate::core::sorted::SortedMap;
    use crate::core::span::Span;
    use crate::core::spans::Spans;
    use crate::core::timestamp::Timestamp;
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
