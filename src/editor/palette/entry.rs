//! What the palette offers: an entry for each kind of thing.

use crate::core::article::Article;
use crate::core::claim::Claim;
use crate::core::entity::Entity;
use crate::core::id::LabelId;
use crate::core::label::Label;
use crate::core::mention::Mention;
use crate::editor::action::{Action, AnnotateAction, ChooseAction, NavigateAction};
use crate::editor::command::Command;
use crate::editor::dossier::DossierAction;
use crate::editor::keymap::{Chord, Platform, binding_of};
use crate::editor::search::SearchAction;

/// Titles of mentions are cut after so many characters.
pub const TITLE: usize = 120;

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

pub fn command_entry(command: Command) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Action,
        title: command.title().to_owned(),
        detail: command.also().to_owned(),
        label: None,
        key: binding_of(command).map(|binding| EntryKey::Chord(binding.chord)),
        action: Action::Run(command),
    }
}

pub fn search_entry(words: &str) -> PaletteEntry {
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

pub fn article_entry(article: &Article, date: &str) -> PaletteEntry {
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

pub fn label_entry(label: &Label) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Label,
        title: label.name.clone(),
        detail: label.description.clone(),
        label: Some(label.id),
        key: label.key.map(EntryKey::Letter),
        action: Action::Annotate(AnnotateAction::Tag(label.id)),
    }
}

pub fn keep_entry(label: &Label) -> PaletteEntry {
    PaletteEntry {
        title: format!("Keep {}", label.name),
        detail: "each selection becomes a mention at once".to_owned(),
        key: None,
        action: Action::Annotate(AnnotateAction::Arm(Some(label.id))),
        ..label_entry(label)
    }
}

pub fn entity_entry(entity: &Entity) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Entity,
        title: entity.name.clone(),
        detail: entity.aliases.join(", "),
        label: entity.label,
        key: None,
        action: Action::dossier(DossierAction::ShowEntity(Some(entity.id))),
    }
}

pub fn claim_entry(claim: &Claim) -> PaletteEntry {
    PaletteEntry {
        kind: EntryKind::Claim,
        title: claim.text.clone(),
        detail: String::new(),
        label: None,
        key: None,
        action: Action::dossier(DossierAction::ShowClaim(Some(claim.id))),
    }
}

pub fn mention_entry(mention: &Mention, label: &str, article: &Article) -> PaletteEntry {
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
