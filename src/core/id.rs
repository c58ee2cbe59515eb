//! Identities: UUIDs that never change through export, import, merge and undo.
//!
//! New ones are version 7 (RFC 9562), built from the time and random bytes that the host hands in.

use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Not a UUID.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IdError(
    /// What stood there.
    pub String,
);

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” is not an id (a UUID)", self.0)
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// A version 7 UUID of this time (milliseconds since 1970, UTC) and these random bytes.
            pub fn new(unix_ms: u64, random: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid())
            }

            /// A fixed id, for what ships with the application.
            pub const fn from_u128(value: u128) -> Self {
                Self(Uuid::from_u128(value))
            }

            /// From the bytes of [`Self::as_bytes`].
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// In network order, as RFC 9562 lays them out.
            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }

            /// The number that [`Self::from_u128`] takes.
            pub const fn as_u128(self) -> u128 {
                self.0.as_u128()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0.hyphenated())
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::try_parse(text).map(Self).map_err(|_| IdError(text.to_owned()))
            }
        }
    };
}

id!(
    /// A project.
    ProjectId
);
id!(
    /// An article.
    ArticleId
);
id!(
    /// A mention.
    MentionId
);
id!(
    /// An entity.
    EntityId
);
id!(
    /// A claim.
    ClaimId
);
id!(
    /// A label of the schema.
    LabelId
);
id!(
    /// An attribute of a label.
    AttributeId
);
id!(
    /// A relation.
    RelationId
);
id!(
    /// A type of relations of the schema.
    RelationTypeId
);
id!(
    /// A transaction of the history.
    TransactionId
);
