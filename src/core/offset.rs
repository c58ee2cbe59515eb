//! Positions in an article's text, one newtype per unit, so that units cannot be mixed.
//!
//! The core works in [`ByteOffset`]; the browser's text nodes speak [`Utf16Offset`]; most files speak [`CharOffset`].
//! [`OffsetMap`](super::offset_map::OffsetMap) converts between them.

use std::fmt;

macro_rules! offset {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(pub u32);

        impl $name {
            /// The start of every text.
            pub const ZERO: Self = Self(0);

            /// The same number as an index into slices.
            pub fn index(self) -> usize {
                self.0 as usize
            }

            /// From a slice index of the same unit. Texts are capped well below 4 GiB at intake; a larger index
            /// saturates rather than wraps.
            pub fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
    };
}

offset!(
    /// A position in UTF-8 bytes from the start of the text. Valid ones lie on a character boundary.
    ByteOffset
);
offset!(
    /// A position in UTF-16 code units from the start of the text, as the DOM and JavaScript strings count.
    Utf16Offset
);
offset!(
    /// A position in Unicode code points (scalar values) from the start of the text, as Python and the W3C model count.
    CharOffset
);
