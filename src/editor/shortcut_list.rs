//! The keyboard shortcuts as the help shows them, out of the tables that bind them.

use super::command::Command;
use super::keymap::{BINDINGS, Chord, Platform};
use crate::core::id::LabelId;
use crate::core::schema::Schema;

/// Shortcuts under one heading.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ShortcutGroup {
    /// The heading.
    pub title: &'static str,
    /// In the order of the table.
    pub rows: Vec<Shortcut>,
}

/// What can be done by key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shortcut {
    /// What it does.
    pub what: String,
    /// The label that it tags with.
    pub label: Option<LabelId>,
    /// Each way to do it, as the parts of a chord.
    pub chords: Vec<Vec<String>>,
}

/// All shortcuts: the labels' own keys, the keys of the text, and the bindings by their groups.
pub fn shortcuts(schema: &Schema, platform: Platform) -> Vec<ShortcutGroup> {
    let mut groups = vec![labels(schema, platform), text(platform)];
    let mut last: Option<Command> = None;
    for binding in BINDINGS {
        let keys = owned(binding.chord.parts(platform));
        let group = match groups.iter().position(|group| group.title == binding.group) {
            Some(at) => &mut groups[at],
            None => {
                groups.push(ShortcutGroup {
                    title: binding.group,
                    rows: Vec::new(),
                });
                groups.last_mut().expect("one was just pushed")
            }
        };
        match group.rows.last_mut() {
            Some(row) if last == Some(binding.command) => row.chords.push(keys),
            _ => group.rows.push(Shortcut {
                what: binding.command.title().to_owned(),
                label: None,
                chords: vec![keys],
            }),
        }
        last = Some(binding.command);
    }
    groups
}

fn labels(schema: &Schema, platform: Platform) -> ShortcutGroup {
    let of_labels = schema.labels.iter().filter_map(|label| {
        Some(Shortcut {
            what: label.name.clone(),
            label: Some(label.id),
            chords: vec![vec![label.key?.to_string()]],
        })
    });
    let shift = if platform == Platform::Mac { "⇧" } else { "Shift" };
    let keep = Shortcut {
        what: "Keep the label: each selection becomes a mention at once".to_owned(),
        label: None,
        chords: vec![vec![shift.to_owned(), "its key".to_owned()]],
    };
    ShortcutGroup {
        title: "Tag the selection as",
        rows: of_labels.chain([keep]).collect(),
    }
}

const NONE: Chord = Chord {
    primary: false,
    alt: false,
    shift: false,
    key: "",
};

/// The keys of the text's caret; the article pane handles them, since they need the lines as they are laid out.
const TEXT: &[(&str, &[Chord])] = &[
    (
        "Move the caret",
        &[
            Chord {
                key: "ArrowLeft",
                ..NONE
            },
            Chord {
                key: "ArrowRight",
                ..NONE
            },
            Chord { key: "ArrowUp", ..NONE },
            Chord {
                key: "ArrowDown",
                ..NONE
            },
        ],
    ),
    (
        "Select",
        &[
            Chord {
                shift: true,
                key: "ArrowLeft",
                ..NONE
            },
            Chord {
                shift: true,
                key: "ArrowRight",
                ..NONE
            },
        ],
    ),
    (
        "Move by a word; with Shift, select it",
        &[
            Chord {
                primary: true,
                key: "ArrowLeft",
                ..NONE
            },
            Chord {
                primary: true,
                key: "ArrowRight",
                ..NONE
            },
        ],
    ),
    (
        "To the start or end of the line",
        &[Chord { key: "Home", ..NONE }, Chord { key: "End", ..NONE }],
    ),
    (
        "A page up or down",
        &[
            Chord { key: "PageUp", ..NONE },
            Chord {
                key: "PageDown",
                ..NONE
            },
        ],
    ),
    ("Choose the mention at the caret", &[Chord { key: "Enter", ..NONE }]),
];

fn text(platform: Platform) -> ShortcutGroup {
    let row = |(what, chords): &(&str, &[Chord])| Shortcut {
        what: (*what).to_owned(),
        label: None,
        chords: chords.iter().map(|chord| owned(chord.parts(platform))).collect(),
    };
    ShortcutGroup {
        title: "In the text",
        rows: TEXT.iter().map(row).collect(),
    }
}

fn owned(parts: Vec<&'static str>) -> Vec<String> {
    parts.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::default_schema::default_schema;

    #[test]
    fn every_binding_is_shown_once() {
        let groups = shortcuts(&default_schema(), Platform::Other);
        let shown: Vec<&Vec<String>> = groups
            .iter()
            .skip(2)
            .flat_map(|group| &group.rows)
            .flat_map(|row| &row.chords)
            .collect();
        assert_eq!(shown.len(), BINDINGS.len());
        for (i, group) in groups.iter().enumerate() {
            assert!(
                groups[..i].iter().all(|other| other.title != group.title),
                "{}",
                group.title
            );
        }
    }

    #[test]
    fn ways_to_do_the_same_share_a_row() {
        let groups = shortcuts(&default_schema(), Platform::Other);
        let rows: Vec<&Shortcut> = groups.iter().flat_map(|group| &group.rows).collect();
        let redo: Vec<_> = rows.iter().filter(|row| row.what == Command::Redo.title()).collect();
        assert_eq!(redo.len(), 1);
        assert_eq!(redo[0].chords, [vec!["Ctrl", "Shift", "Z"], vec!["Ctrl", "Y"]]);
    }

    #[test]
    fn labels_show_their_keys_and_a_mac_its_signs() {
        let mut schema = default_schema();
        let groups = shortcuts(&schema, Platform::Mac);
        assert_eq!(groups[0].rows[0].what, "Claim");
        assert_eq!(groups[0].rows[0].chords, [vec!["c"]]);
        let chords: Vec<_> = groups
            .iter()
            .flat_map(|group| &group.rows)
            .flat_map(|row| &row.chords)
            .collect();
        assert!(chords.contains(&&vec!["⌘".to_owned(), "K".to_owned()]));
        schema.labels.clear();
        assert_eq!(
            shortcuts(&schema, Platform::Mac)[0].rows.len(),
            1,
            "without labels, the hint on keeping is left"
        );
    }
}
