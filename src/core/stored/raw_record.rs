//! Values that are stored as their bytes: ids and digests.

use crate::core::digest::Digest;
use crate::core::id::{
    ArticleId, AttributeId, ClaimId, EntityId, LabelId, MentionId, ProjectId, RelationId, RelationTypeId, TransactionId,
};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// Written as bytes. Read from them, or from its text, as all were written at first, which is longer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct AsBytes<T>(pub T);

/// What has a fixed number of bytes.
pub(super) trait Raw: FromStr {
    /// All of its bytes.
    fn bytes(&self) -> &[u8];
    /// `None` where they are not so many.
    fn from_slice(bytes: &[u8]) -> Option<Self>;
}

macro_rules! raw {
    ($($name:ident)*) => {$(
        impl Raw for $name {
            fn bytes(&self) -> &[u8] {
                self.as_bytes()
            }

            fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self::from_bytes)
            }
        }
    )*};
}

raw!(ProjectId ArticleId MentionId EntityId ClaimId RelationId RelationTypeId LabelId AttributeId TransactionId Digest);

impl<T: Raw> Serialize for AsBytes<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(self.0.bytes())
    }
}

impl<'de, T: Raw> Deserialize<'de> for AsBytes<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(RawVisitor(PhantomData))
    }
}

struct RawVisitor<T>(PhantomData<T>);

impl<T: Raw> Visitor<'_> for RawVisitor<T> {
    type Value = AsBytes<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id or a digest")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        let of_text = || std::str::from_utf8(bytes).ok()?.parse().ok();
        let value = T::from_slice(bytes).or_else(of_text);
        value
            .map(AsBytes)
            .ok_or_else(|| E::custom("an id or a digest is broken"))
    }
}
