//! Values of a mention's attributes as they are stored.

use super::raw_record::AsBytes;
use super::text_record::AsText;
use crate::core::attribute_value::AttributeValue;
use crate::core::id::AttributeId;
use crate::core::sorted::SortedMap;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// A map; the attributes need not be in order.
#[derive(Default)]
pub(super) struct Values<'a>(Vec<(AsBytes<AttributeId>, WireValue<'a>)>);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum WireValue<'a> {
    Text(#[serde(borrow)] Cow<'a, str>),
    Number(AsText<f64>),
    YesNo(bool),
    OneOf(#[serde(borrow)] Cow<'a, str>),
    ManyOf(Vec<Cow<'a, str>>),
}

impl<'a> Values<'a> {
    pub fn new(values: &'a SortedMap<AttributeId, AttributeValue>) -> Self {
        let values = values.iter();
        Self(
            values
                .map(|(id, value)| (AsBytes(*id), WireValue::new(value)))
                .collect(),
        )
    }

    pub fn read(self) -> SortedMap<AttributeId, AttributeValue> {
        self.0.into_iter().map(|(id, value)| (id.0, value.read())).collect()
    }
}

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Values<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(ValuesVisitor)
    }
}

struct ValuesVisitor;

impl<'de> Visitor<'de> for ValuesVisitor {
    type Value = Values<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("values by attribute")
    }

    /// Without making room for as many as a broken record may say that it has.
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Self::Value, A::Error> {
        let mut values = Vec::new();
        while let Some(entry) = access.next_entry()? {
            values.push(entry);
        }
        Ok(Values(values))
    }
}

impl<'a> WireValue<'a> {
    fn new(value: &'a AttributeValue) -> Self {
        match value {
            AttributeValue::Text(text) => Self::Text(Cow::Borrowed(text)),
            AttributeValue::Number(number) => Self::Number(AsText(*number)),
            AttributeValue::YesNo(yes) => Self::YesNo(*yes),
            AttributeValue::OneOf(choice) => Self::OneOf(Cow::Borrowed(choice)),
            AttributeValue::ManyOf(chosen) => {
                Self::ManyOf(chosen.iter().map(|choice| Cow::Borrowed(choice.as_str())).collect())
            }
        }
    }

    fn read(self) -> AttributeValue {
        match self {
            Self::Text(text) => AttributeValue::Text(text.into_owned()),
            Self::Number(number) => AttributeValue::Number(number.0),
            Self::YesNo(yes) => AttributeValue::YesNo(yes),
            Self::OneOf(choice) => AttributeValue::OneOf(choice.into_owned()),
            Self::ManyOf(chosen) => AttributeValue::ManyOf(chosen.into_iter().map(Cow::into_owned).collect()),
        }
    }
}
