//! That two passages which look alike are not the same: a person has looked.

use super::id::ArticleId;
use super::span::Span;
use super::timestamp::Timestamp;

/// A judgment on two passages of different articles. There is no order between the two.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Distinction {
    /// Invariant: the lesser of the two, so that the same two are the same key, whichever was named first.
    a: PassageAddress,
    /// Invariant: of another article.
    b: PassageAddress,
    /// Who looked, as they named themselves; may be empty.
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// A stretch of an article's text, which never changes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PassageAddress {
    /// Whose text.
    pub article: ArticleId,
    /// Where in it, in bytes; within the text, and cutting no character.
    pub span: Span,
}

/// What no two of a project share; see [`Distinction::key_of`].
pub type DistinctionKey = (PassageAddress, PassageAddress);

impl Distinction {
    /// `None` where both are of one article.
    pub fn new(one: PassageAddress, other: PassageAddress, author: String, at: Timestamp) -> Option<Self> {
        let (a, b) = Self::key_of(one, other);
        (a.article != b.article).then_some(Self { a, b, author, at })
    }

    /// The key of these two, in whichever order they are given.
    pub fn key_of(one: PassageAddress, other: PassageAddress) -> DistinctionKey {
        if other < one { (other, one) } else { (one, other) }
    }

    /// The two passages, the lesser first.
    pub fn key(&self) -> DistinctionKey {
        (self.a, self.b)
    }

    /// Both passages, the lesser first.
    pub fn passages(&self) -> [PassageAddress; 2] {
        [self.a, self.b]
    }

    /// Whether one of the two is of this article.
    pub fn is_of(&self, article: ArticleId) -> bool {
        self.passages().iter().any(|passage| passage.article == article)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::offset::ByteOffset;

    fn passage(article: u128, start: u32) -> PassageAddress {
        PassageAddress {
            article: ArticleId::from_u128(article),
            span: Span::new(ByteOffset(start), ByteOffset(start + 1)).unwrap(),
        }
    }

    #[test]
    fn the_order_of_the_two_does_not_matter_and_one_article_is_none() {
        let new = |one, other| Distinction::new(one, other, String::new(), Timestamp::default());
        let (one, other) = (passage(2, 0), passage(1, 7));
        assert_eq!(new(one, other), new(other, one));
        assert_eq!(new(one, other).unwrap().key(), (other, one));
        assert_eq!(new(one, passage(2, 5)), None);
    }
}
