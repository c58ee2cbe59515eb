//! A label while it is being edited: what the form shows, before it is saved or discarded.

use super::swatches::SWATCHES;
use crate::core::attribute::{Attribute, AttributeKind};
use crate::core::color::Color;
use crate::core::id::{AttributeId, LabelId};
use crate::core::label::{Label, LabelKind, LineStyle};
use crate::core::schema::Schema;
use crate::core::segment::Toward;

/// A label's form. Equal drafts show the same form; whether they would save the same, [`LabelDraft::says_same`] tells.
#[derive(Clone, PartialEq, Debug)]
pub struct LabelDraft {
    /// `None` for a label that is not in the schema yet.
    pub id: Option<LabelId>,
    /// Claim or entity.
    pub kind: LabelKind,
    /// As typed.
    pub name: String,
    /// As typed.
    pub description: String,
    /// Of the mark.
    pub color: Color,
    /// Under the mark.
    pub line: LineStyle,
    /// As typed, lower-cased.
    pub key: Option<char>,
    /// In order.
    pub attributes: Vec<AttributeDraft>,
    /// The serial of the next attribute or choice.
    next: u32,
}

/// An attribute's part of the form.
#[derive(Clone, PartialEq, Debug)]
pub struct AttributeDraft {
    /// `None` for a new one.
    pub id: Option<AttributeId>,
    /// Tells it from the others of the draft, wherever it moves.
    pub serial: u32,
    /// As typed.
    pub name: String,
    /// As typed.
    pub description: String,
    /// Which answers it takes.
    pub kind: AnswerKind,
    /// Kept while the kind is one without choices, in case the person comes back.
    pub choices: Vec<ChoiceDraft>,
}

/// A choice's part of the form.
#[derive(Clone, PartialEq, Debug)]
pub struct ChoiceDraft {
    /// Tells it from the others of the draft, wherever it moves.
    pub serial: u32,
    /// As typed.
    pub text: String,
}

/// The five kinds of answers, without their choices.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnswerKind {
    /// Free text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
    /// One choice.
    OneOf,
    /// Several choices.
    ManyOf,
}

/// What is wrong with a draft, by the field that it is wrong in.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DraftFaults {
    /// Of the name.
    pub name: Option<String>,
    /// Of the key.
    pub key: Option<String>,
    /// Of each attribute, in order.
    pub attributes: Vec<Option<String>>,
}

impl LabelDraft {
    /// Of a label of the schema.
    pub fn of(label: &Label) -> Self {
        let mut draft = Self {
            id: Some(label.id),
            kind: label.kind,
            name: label.name.clone(),
            description: label.description.clone(),
            color: label.color,
            line: label.line,
            key: label.key,
            attributes: Vec::new(),
            next: 0,
        };
        for attribute in &label.attributes {
            let serial = draft.serial();
            let choices = attribute.kind.choices().iter().map(|text| ChoiceDraft {
                serial: draft.serial(),
                text: text.clone(),
            });
            let choices = choices.collect();
            draft.attributes.push(AttributeDraft {
                id: Some(attribute.id),
                serial,
                name: attribute.name.clone(),
                description: attribute.description.clone(),
                kind: AnswerKind::of(&attribute.kind),
                choices,
            });
        }
        draft
    }

    /// For a new label: a color that the schema does not use yet, and the line that it uses least.
    pub fn new_for(schema: &Schema) -> Self {
        let labels = &schema.labels;
        let free = SWATCHES
            .iter()
            .find(|(_, color)| labels.iter().all(|label| label.color != *color));
        let uses = |line: &LineStyle| labels.iter().filter(|label| label.line == *line).count();
        Self {
            id: None,
            kind: LabelKind::Entity,
            name: String::new(),
            description: String::new(),
            color: free.unwrap_or(&SWATCHES[labels.len() % SWATCHES.len()]).1,
            line: LineStyle::ALL.into_iter().min_by_key(uses).unwrap_or(LineStyle::Solid),
            key: None,
            attributes: Vec::new(),
            next: 0,
        }
    }

    /// The label that the draft stands for; `id` and `new_attribute_id` name what is new.
    pub fn label(&self, id: LabelId, mut new_attribute_id: impl FnMut() -> AttributeId) -> Label {
        let attributes = self.attributes.iter().map(|attribute| Attribute {
            id: attribute.id.unwrap_or_else(&mut new_attribute_id),
            name: attribute.name.trim().to_owned(),
            description: attribute.description.trim().to_owned(),
            kind: attribute.kind(),
        });
        Label {
            id: self.id.unwrap_or(id),
            kind: self.kind,
            name: self.name.trim().to_owned(),
            description: self.description.trim().to_owned(),
            color: self.color,
            line: self.line,
            key: self.key,
            attributes: attributes.collect(),
        }
    }

    /// The label with stand-ins for the ids of what is new: to compare and to check, not to save.
    pub fn provisional(&self) -> Label {
        let mut n = 0;
        self.label(LabelId::from_u128(0), || {
            n += 1;
            AttributeId::from_u128(n)
        })
    }

    /// Whether both would save the same label.
    pub fn says_same(&self, other: &Self) -> bool {
        self.id == other.id && self.provisional() == other.provisional()
    }

    /// What is wrong with it in this schema. [`Schema::faults`] names the faults in the order of the fields, so those
    /// that a field adds are its own.
    pub fn faults(&self, schema: &Schema) -> DraftFaults {
        let whole = self.provisional();
        let mut part = Label {
            key: None,
            attributes: Vec::new(),
            ..whole.clone()
        };
        let mut known = 0;
        let mut added = |part: &Label| {
            let faults = schema.faults(part);
            let new = faults
                .get(known..)
                .and_then(|new| (!new.is_empty()).then(|| new.join(" ")));
            known = faults.len();
            new
        };
        let name = added(&part);
        part.key = whole.key;
        let key = added(&part);
        let attributes = whole.attributes.into_iter().map(|attribute| {
            part.attributes.push(attribute);
            added(&part)
        });
        DraftFaults {
            name,
            key,
            attributes: attributes.collect(),
        }
    }

    /// Takes the key as typed: the last character, lower-cased; nothing for none.
    pub fn set_key(&mut self, typed: &str) {
        self.key = typed.trim().chars().last().and_then(|key| key.to_lowercase().next());
    }

    /// Adds an attribute without a name at the end; gives its serial.
    pub fn add_attribute(&mut self) -> u32 {
        let serial = self.serial();
        self.attributes.push(AttributeDraft {
            id: None,
            serial,
            name: String::new(),
            description: String::new(),
            kind: AnswerKind::Text,
            choices: Vec::new(),
        });
        serial
    }

    /// Adds an empty choice to an attribute; gives its serial.
    pub fn add_choice(&mut self, attribute: usize) -> u32 {
        let serial = self.serial();
        if let Some(attribute) = self.attributes.get_mut(attribute) {
            attribute.choices.push(ChoiceDraft {
                serial,
                text: String::new(),
            });
        }
        serial
    }

    fn serial(&mut self) -> u32 {
        self.next += 1;
        self.next
    }
}

impl AttributeDraft {
    fn kind(&self) -> AttributeKind {
        let choices = || {
            self.choices
                .iter()
                .map(|choice| choice.text.trim().to_owned())
                .collect()
        };
        match self.kind {
            AnswerKind::Text => AttributeKind::Text,
            AnswerKind::Number => AttributeKind::Number,
            AnswerKind::YesNo => AttributeKind::YesNo,
            AnswerKind::OneOf => AttributeKind::OneOf(choices()),
            AnswerKind::ManyOf => AttributeKind::ManyOf(choices()),
        }
    }
}

impl AnswerKind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Text, Self::Number, Self::YesNo, Self::OneOf, Self::ManyOf];

    /// What the form calls it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Number => "Number",
            Self::YesNo => "Yes or no",
            Self::OneOf => "One of several choices",
            Self::ManyOf => "Any of several choices",
        }
    }

    /// Whether it offers choices.
    pub fn has_choices(self) -> bool {
        matches!(self, Self::OneOf | Self::ManyOf)
    }

    fn of(kind: &AttributeKind) -> Self {
        match kind {
            AttributeKind::Text => Self::Text,
            AttributeKind::Number => Self::Number,
            AttributeKind::YesNo => Self::YesNo,
            AttributeKind::OneOf(_) => Self::OneOf,
            AttributeKind::ManyOf(_) => Self::ManyOf,
        }
    }
}

impl DraftFaults {
    /// Whether the draft can be saved.
    pub fn is_empty(&self) -> bool {
        self.name.is_none() && self.key.is_none() && self.attributes.iter().all(Option::is_none)
    }
}

/// Moves an item by one place; nothing moves past the ends.
pub fn shift<T>(items: &mut [T], index: usize, toward: Toward) {
    let other = match toward {
        Toward::Start => index.checked_sub(1),
        Toward::End => Some(index + 1),
    };
    if let Some(other) = other.filter(|other| (*other).max(index) < items.len()) {
        items.swap(index, other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::default_schema::{CLAIM, default_schema};

    fn claim() -> LabelDraft {
        LabelDraft::of(default_schema().label(CLAIM).expect("the default schema has it"))
    }

    #[test]
    fn a_draft_gives_its_label_back() {
        for label in &default_schema().labels {
            let draft = LabelDraft::of(label);
            assert_eq!(draft.provisional(), **label);
            assert!(draft.says_same(&LabelDraft::of(label)));
            assert!(draft.faults(&default_schema()).is_empty());
        }
    }

    #[test]
    fn serials_differ_and_new_things_get_the_ids_handed_in() {
        let mut draft = claim();
        draft.add_attribute();
        let choice = draft.add_choice(0);
        let serials: Vec<u32> = draft
            .attributes
            .iter()
            .flat_map(|attribute| {
                [attribute.serial]
                    .into_iter()
                    .chain(attribute.choices.iter().map(|choice| choice.serial))
            })
            .collect();
        assert!(serials.contains(&choice));
        for (i, serial) in serials.iter().enumerate() {
            assert!(!serials[..i].contains(serial), "{serials:?}");
        }
        let label = draft.label(LabelId::from_u128(9), || AttributeId::from_u128(7));
        assert_eq!(label.id, CLAIM, "a label keeps its id");
        assert_eq!(
            label.attributes.last().map(|attribute| attribute.id),
            Some(AttributeId::from_u128(7))
        );
    }

    #[test]
    fn faults_stand_at_their_fields() {
        let schema = default_schema();
        let mut draft = claim();
        draft.name = "person ".to_owned();
        draft.set_key("P");
        draft.attributes[1].choices[0].text.clear();
        let serial = draft.add_attribute();
        assert_eq!(draft.attributes[2].serial, serial);
        let faults = draft.faults(&schema);
        assert!(
            faults
                .name
                .as_deref()
                .is_some_and(|fault| fault.contains("already a label")),
            "{faults:?}"
        );
        assert!(
            faults.key.as_deref().is_some_and(|fault| fault.contains("Person")),
            "{faults:?}"
        );
        assert_eq!(faults.attributes[0], None);
        assert!(
            faults.attributes[1]
                .as_deref()
                .is_some_and(|fault| fault.contains("must differ")),
            "{faults:?}"
        );
        assert!(
            faults.attributes[2]
                .as_deref()
                .is_some_and(|fault| fault.contains("needs a name")),
            "{faults:?}"
        );
        assert!(!faults.is_empty());
    }

    #[test]
    fn choices_outlive_a_change_of_kind() {
        let mut draft = claim();
        draft.attributes[0].kind = AnswerKind::Text;
        assert!(!draft.says_same(&claim()));
        draft.attributes[0].kind = AnswerKind::OneOf;
        assert!(draft.says_same(&claim()));
    }

    #[test]
    fn a_new_label_differs_from_those_there() {
        let schema = default_schema();
        let draft = LabelDraft::new_for(&schema);
        assert!(schema.labels.iter().all(|label| label.color != draft.color));
        assert_eq!(
            draft.line,
            LineStyle::Dotted,
            "Wavy and Dotted are used once; the first of them"
        );
        assert!(
            draft.faults(&schema).name.is_some(),
            "it needs a name before it is saved"
        );
    }

    #[test]
    fn the_key_is_the_last_character_typed() {
        let mut draft = claim();
        draft.set_key("cK");
        assert_eq!(draft.key, Some('k'));
        draft.set_key(" ");
        assert_eq!(draft.key, None);
    }

    #[test]
    fn nothing_moves_past_the_ends() {
        let mut items = [1, 2, 3];
        shift(&mut items, 0, Toward::Start);
        shift(&mut items, 2, Toward::End);
        assert_eq!(items, [1, 2, 3]);
        shift(&mut items, 1, Toward::End);
        assert_eq!(items, [1, 3, 2]);
    }
}
