//! Claims: statements above the articles. Their mentions say how each article puts them.
//!
//! The verdicts are those of AVeriTeC (Schlichtkrull et al., 2023); the types are those that the default schema asks for.

use super::id::ClaimId;
use super::timestamp::Timestamp;

/// A statement in one sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Claim {
    /// Stays the same when the claim is reworded or merged into.
    pub id: ClaimId,
    /// The sentence; not empty.
    pub text: String,
    /// What kind of statement it is.
    pub kind: Option<ClaimKind>,
    /// Whether it deserves a fact-check.
    pub check_worthy: Option<CheckWorthy>,
    /// What checking it came to.
    pub verdict: Option<Verdict>,
    /// What the verdict rests on, in the person's order.
    pub sources: Vec<ClaimSource>,
    /// The person's note; may be empty.
    pub note: String,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

/// What speaks for or against a claim.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ClaimSource {
    /// Where it stands, as the person wrote it; not empty.
    pub url: String,
    /// What it says; may be empty.
    pub note: String,
}

/// Declares a closed list of words, each with its word in files.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $name {
            $($(#[$vdoc])* $variant,)*
        }

        impl $name {
            /// In the order in which they are offered.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word in files and in the interface.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }

            /// `None` for another word.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|it| it.name() == name)
            }
        }
    };
}
pub(super) use words;

words! {
    /// What kind of statement a claim is.
    ClaimKind {
        /// A number, and what it counts or measures.
        Quantity = "quantity",
        /// That something happened.
        Event = "event",
        /// That somebody said something.
        Quotation = "quotation",
        /// That something will happen.
        Prediction = "prediction",
        /// That one thing brought about another.
        Cause = "cause",
        /// What somebody wants or thinks right.
        Position = "position",
    }
}

words! {
    /// Whether a claim deserves a fact-check.
    CheckWorthy {
        /// It does.
        Yes = "yes",
        /// It does not.
        No = "no",
        /// The person cannot say.
        Unsure = "unsure",
    }
}

words! {
    /// What checking a claim came to.
    Verdict {
        /// The evidence bears it out.
        Supported = "supported",
        /// The evidence speaks against it.
        Refuted = "refuted",
        /// Pieces of evidence contradict each other, or the claim picks some of them.
        Conflicting = "conflicting evidence",
        /// It can be neither borne out nor refuted.
        NotEnough = "not enough evidence",
    }
}

impl Claim {
    /// Whether each part is as it must be.
    pub fn is_sound(&self) -> bool {
        let has_text = |text: &str| !text.trim().is_empty();
        has_text(&self.text) && self.sources.iter().all(|source| has_text(&source.url))
    }
}
