//! Which key does what. One table binds the keys and is shown as help, so the two cannot differ.

use super::command::Command;

/// Where a binding holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scope {
    /// Everywhere, also in a text field.
    Everywhere,
    /// Everywhere but in a text field or an open dialog.
    Page,
}

/// One key and its command.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Binding {
    /// The key with its modifiers.
    pub chord: Chord,
    /// What it does.
    pub command: Command,
    /// Where.
    pub scope: Scope,
    /// Under which heading the help shows it.
    pub group: &'static str,
}

/// A key as pressed. `key` is the browser's name for it (UI Events), letters in lower case.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Chord {
    /// Control, or Command on a Mac.
    pub primary: bool,
    /// Alt, or Option on a Mac.
    pub alt: bool,
    /// Shift; not looked at where the key is a character that needs it (such as `?`).
    pub shift: bool,
    /// Such as `z`, `ArrowRight`, `?`.
    pub key: &'static str,
}

/// A key press as the page reports it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KeyPress {
    /// Control, or Command on a Mac.
    pub primary: bool,
    /// Alt, or Option on a Mac.
    pub alt: bool,
    /// Shift.
    pub shift: bool,
    /// As the browser names it.
    pub key: String,
    /// Whether a text field has the focus.
    pub in_field: bool,
    /// Whether a dialog is open.
    pub in_dialog: bool,
}

const fn plain(key: &'static str) -> Chord {
    Chord {
        primary: false,
        alt: false,
        shift: false,
        key,
    }
}

const fn primary(key: &'static str) -> Chord {
    Chord {
        primary: true,
        ..plain(key)
    }
}

const fn alt(key: &'static str) -> Chord {
    Chord {
        alt: true,
        ..plain(key)
    }
}

const fn shifted(chord: Chord) -> Chord {
    Chord { shift: true, ..chord }
}

const fn bind(group: &'static str, chord: Chord, command: Command) -> Binding {
    Binding {
        chord,
        command,
        scope: Scope::Page,
        group,
    }
}

const fn global(group: &'static str, chord: Chord, command: Command) -> Binding {
    Binding {
        scope: Scope::Everywhere,
        ..bind(group, chord, command)
    }
}

const HISTORY: &str = "Undo and files";
const MENTION: &str = "The chosen mention";
const MOVE: &str = "Moving about";
const SEARCH: &str = "Search";
const VIEW: &str = "View and help";

/// All bindings but the labels' own keys, which the schema holds. The first binding of a command is the one shown
/// beside it.
pub const BINDINGS: &[Binding] = &[
    bind(HISTORY, primary("z"), Command::Undo),
    bind(HISTORY, shifted(primary("z")), Command::Redo),
    bind(HISTORY, primary("y"), Command::Redo),
    global(HISTORY, primary("o"), Command::OpenFiles),
    global(HISTORY, primary("s"), Command::ShowExport),
    bind(MENTION, plain("Delete"), Command::DeleteMention),
    bind(MENTION, plain("Backspace"), Command::DeleteMention),
    bind(MENTION, plain("Enter"), Command::OuterMention),
    bind(MENTION, plain("F2"), Command::EditNote),
    bind(MENTION, alt("r"), Command::LinkMention),
    bind(MENTION, alt("l"), Command::Relate),
    bind(MENTION, plain("+"), Command::AddSpan),
    bind(MENTION, alt("a"), Command::TagMatches),
    bind(MENTION, alt("c"), Command::CopyLink),
    bind(MENTION, alt("ArrowRight"), Command::GrowEnd),
    bind(MENTION, alt("ArrowLeft"), Command::ShrinkEnd),
    bind(MENTION, shifted(alt("ArrowLeft")), Command::GrowStart),
    bind(MENTION, shifted(alt("ArrowRight")), Command::ShrinkStart),
    bind(MOVE, plain("]"), Command::NextMention),
    bind(MOVE, plain("["), Command::PreviousMention),
    bind(MOVE, alt("ArrowDown"), Command::NextArticle),
    bind(MOVE, alt("ArrowUp"), Command::PreviousArticle),
    global(MOVE, alt("1"), Command::GoToText),
    global(MOVE, alt("2"), Command::GoToArticles),
    global(MOVE, alt("3"), Command::GoToLabels),
    global(MOVE, alt("4"), Command::GoToMentions),
    global(MOVE, alt("5"), Command::GoToInspector),
    bind(MOVE, plain("Escape"), Command::Cancel),
    // Not Ctrl F, which is the browser's and finds all of the open text.
    global(SEARCH, shifted(primary("f")), Command::ShowSearch),
    global(SEARCH, alt("6"), Command::ShowSearch),
    global(MOVE, alt("7"), Command::ShowEntities),
    global(MOVE, alt("8"), Command::ShowClaims),
    global(MOVE, alt("9"), Command::ShowMatrix),
    global(MOVE, alt("0"), Command::ShowBeside),
    global(MOVE, alt("p"), Command::ShowPassages),
    global(SEARCH, plain("F3"), Command::NextHit),
    global(SEARCH, shifted(plain("F3")), Command::PreviousHit),
    global(VIEW, primary("k"), Command::ShowPalette),
    bind(VIEW, plain("?"), Command::ShowShortcuts),
    global(VIEW, primary(","), Command::ShowSettings),
];

/// The command of a key press; `None` where it has none there.
pub fn command_of(press: &KeyPress) -> Option<Command> {
    let binding = BINDINGS.iter().find(|binding| binding.chord.is(press))?;
    let free = !press.in_field && !press.in_dialog;
    // A dialog closes itself on Escape and keeps its fields' own keys.
    (free || (binding.scope == Scope::Everywhere && !press.in_dialog)).then_some(binding.command)
}

/// The key by which a label might be meant: a plain letter or digit on the page, lower-cased.
pub fn label_key_of(press: &KeyPress) -> Option<char> {
    let mut chars = press.key.chars();
    let key = chars.next().filter(|_| chars.next().is_none())?;
    let plain = !press.primary && !press.alt && !press.in_field && !press.in_dialog;
    let lower = key.to_lowercase().next()?;
    (plain && crate::core::schema::is_label_key(lower)).then_some(lower)
}

/// The binding shown beside a command.
pub fn binding_of(command: Command) -> Option<&'static Binding> {
    BINDINGS.iter().find(|binding| binding.command == command)
}

impl Chord {
    fn is(&self, press: &KeyPress) -> bool {
        let key = if press.key.chars().count() == 1 {
            press.key.to_lowercase()
        } else {
            press.key.clone()
        };
        let character = self.key.chars().count() == 1 && !self.key.starts_with(|ch: char| ch.is_alphanumeric());
        key == self.key
            && press.primary == self.primary
            // Some layouts need Alt for `[`, `]` and the like; the browser then names the character it makes.
            && (press.alt == self.alt || character)
            && (press.shift == self.shift || character)
    }

    /// The parts as shown, such as `Ctrl`, `Shift`, `Z`.
    pub fn parts(&self, platform: Platform) -> Vec<&'static str> {
        let mut parts = Vec::new();
        let mac = platform == Platform::Mac;
        if self.primary {
            parts.push(if mac { "⌘" } else { "Ctrl" });
        }
        if self.alt {
            parts.push(if mac { "⌥" } else { "Alt" });
        }
        if self.shift {
            parts.push(if mac { "⇧" } else { "Shift" });
        }
        parts.push(match self.key {
            "ArrowRight" => "→",
            "ArrowLeft" => "←",
            "ArrowUp" => "↑",
            "ArrowDown" => "↓",
            "Escape" => "Esc",
            "Delete" => "Del",
            "PageUp" => "Page Up",
            "PageDown" => "Page Down",
            "z" => "Z",
            "y" => "Y",
            "o" => "O",
            "a" => "A",
            "c" => "C",
            "p" => "P",
            "r" => "R",
            "s" => "S",
            "k" => "K",
            "l" => "L",
            "f" => "F",
            other => other,
        });
        parts
    }
}

/// Whose names the modifier keys bear.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Platform {
    /// ⌘ ⌥ ⇧
    Mac,
    /// Ctrl Alt Shift
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: &str) -> KeyPress {
        KeyPress {
            primary: false,
            alt: false,
            shift: false,
            key: key.to_owned(),
            in_field: false,
            in_dialog: false,
        }
    }

    #[test]
    fn no_chord_is_bound_twice() {
        for (i, binding) in BINDINGS.iter().enumerate() {
            assert!(
                BINDINGS[..i].iter().all(|other| other.chord != binding.chord),
                "{binding:?}"
            );
        }
    }

    #[test]
    fn a_character_is_known_on_every_layout() {
        let question = KeyPress {
            shift: true,
            ..press("?")
        };
        assert_eq!(command_of(&question), Some(Command::ShowShortcuts));
        let bracket = KeyPress {
            alt: true,
            ..press("]")
        };
        assert_eq!(command_of(&bracket), Some(Command::NextMention));
    }

    #[test]
    fn fields_and_dialogs_keep_their_keys() {
        let in_field = KeyPress {
            in_field: true,
            ..press("Delete")
        };
        assert_eq!(command_of(&in_field), None);
        let palette = KeyPress {
            primary: true,
            in_field: true,
            ..press("k")
        };
        assert_eq!(command_of(&palette), Some(Command::ShowPalette));
        let in_dialog = KeyPress {
            in_dialog: true,
            ..press("Escape")
        };
        assert_eq!(command_of(&in_dialog), None);
        assert_eq!(label_key_of(&in_field), None);
        assert_eq!(
            label_key_of(&KeyPress {
                shift: true,
                ..press("P")
            }),
            Some('p')
        );
        assert_eq!(label_key_of(&press("?")), None);
    }
}
