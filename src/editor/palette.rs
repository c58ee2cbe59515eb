//! The command palette: any action, article, label or mention by a few letters of its name.

use super::action::{Action, AnnotateAction, ChooseAction, NavigateAction};
use super::command::Command;
use super::keymap::{Binding, binding_of};
use super::machine::Editor;

/// One thing that the palette offers.
#[derive(Clone, Debug)]
pub struct PaletteEntry {
    /// What kind of thing it is.
    pub kind: EntryKind,
    /// Its name.
    pub title: String,
    /// What tells it from others of the same name; may be empty.
    pub detail: String,
    /// The key that does the same.
    pub binding: Option<&'static Binding>,
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
}

/// At most this many entries are found; a longer list helps nobody.
pub const MAX_ENTRIES: usize = 60;

/// Entries whose name holds every word of the query, in any order, without regard to case. Those that begin with the
/// query come first; then by kind. Mentions are looked through only for a query of two letters or more.
pub fn find(editor: &Editor, query: &str) -> Vec<PaletteEntry> {
    let query = query.trim().to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    let passes = |name: &str| {
        let name = name.to_lowercase();
        words.iter().all(|word| name.contains(word))
    };
    let mut found: Vec<PaletteEntry> = Vec::new();
    found.extend(
        Command::ALL
            .iter()
            .filter(|command| passes(command.title()))
            .map(|command| command_entry(*command)),
    );
    found.extend(article_entries(editor).filter(|entry| passes(&format!("{} {}", entry.title, entry.detail))));
    found.extend(label_entries(editor).filter(|entry| passes(&entry.title)));
    if query.chars().count() >= 2 {
        let room = MAX_ENTRIES.saturating_sub(found.len()).max(10);
        found.extend(mention_entries(editor).filter(|entry| passes(&entry.title)).take(room));
    }
    found.sort_by_key(|entry| !query.is_empty() && !entry.title.to_lowercase().starts_with(&query));
    found.truncate(MAX_ENTRIES);
    found
}

fn command_entry(command: Command) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Action,
        title: command.title().to_owned(),
        detail: String::new(),
        binding: binding_of(command),
        action: Action::Run(command),
    }
}

fn article_entries(editor: &Editor) -> impl Iterator<Item = PaletteEntry> + '_ {
    editor.project().articles().iter().map(|article| {
        let date = article.date.map(|date| date.to_string());
        let known = [Some(article.source.outlet.clone()), date]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty());
        PaletteEntry {
            kind: EntryKind::Article,
            title: article.title.clone(),
            detail: known.collect::<Vec<_>>().join(", "),
            binding: None,
            action: Action::Navigate(NavigateAction::Open(article.id)),
        }
    })
}

fn label_entries(editor: &Editor) -> impl Iterator<Item = PaletteEntry> + '_ {
    editor.project().schema().labels.iter().map(|label| PaletteEntry {
        kind: EntryKind::Label,
        title: label.name.clone(),
        detail: label.description.clone(),
        binding: None,
        action: Action::Annotate(AnnotateAction::Tag(label.id)),
    })
}

fn mention_entries(editor: &Editor) -> impl Iterator<Item = PaletteEntry> + '_ {
    let project = editor.project();
    project.all_mentions().map(move |mention| {
        let label = project
            .schema()
            .label(mention.label)
            .map_or("", |label| label.name.as_str());
        let article = project
            .article(mention.article)
            .map_or("", |article| article.title.as_str());
        PaletteEntry {
            kind: EntryKind::Mention,
            title: project.quote(mention),
            detail: format!("{label} in {article}"),
            binding: None,
            action: Action::Choose(ChooseAction::Mention(mention.id)),
        }
    })
}
