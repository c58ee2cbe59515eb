//! How well the text around a place agrees with the known context of a quote.
//!
//! The context is extended outward from the quote, as a sequence search extends a seed (S. F. Altschul et al., "Basic
//! local alignment search tool", J. Mol. Biol. 215, 1990): what agrees adds, what does not takes away, and the extension
//! ends where the sum is highest. So one that begins with other words gains little from agreeing farther on, and it does
//! not matter how much of another text follows where the agreement ends. As in the windows of K. Lund and C. Burgess
//! ("Producing high-dimensional semantic spaces from lexical co-occurrence", 1996) a code point's weight falls by equal
//! steps with its distance. Beyond the sentence it is an eighth, because sentences are moved, added and left out whole.
//! The numbers were chosen by doing just that to made-up repetitive texts: of words that occur several times, more than one
//! in five went to the wrong sentence when all context weighed the same, and at most one in thirty does now.

use super::quote::CONTEXT;

/// How much more a code point weighs in the sentence of the quote than beyond it.
pub(super) const IN_SENTENCE: usize = 8;

/// How much a difference takes away, in weights of what it stands beside.
const DIFFERENCE: i32 = 2;

/// What stands before and after a quote, at most [`CONTEXT`] code points each.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context<'q> {
    pub prefix: &'q str,
    pub suffix: &'q str,
}

impl<'q> Context<'q> {
    /// Cuts what is longer, at the ends away from the quote.
    pub fn new(prefix: &'q str, suffix: &'q str) -> Self {
        Self {
            prefix: last_chars(prefix, CONTEXT),
            suffix: first_chars(suffix, CONTEXT),
        }
    }

    /// How much is known, in code points.
    pub fn n_chars(&self) -> usize {
        self.prefix.chars().count() + self.suffix.chars().count()
    }

    /// What is lost where nothing agrees.
    pub fn weight(&self) -> usize {
        let weights = weights_before(self.prefix)
            .into_iter()
            .chain(weights_after(self.suffix));
        weights.sum::<i32>().unsigned_abs() as usize
    }

    /// The weight of what does not agree around `text[start..end]`.
    pub fn lost(&self, text: &str, start: usize, end: usize) -> usize {
        let before: Vec<char> = text[..start].chars().rev().take(CONTEXT).collect();
        let after: Vec<char> = text[end..].chars().take(CONTEXT).collect();
        let prefix: Vec<char> = self.prefix.chars().rev().collect();
        let suffix: Vec<char> = self.suffix.chars().collect();
        lost_on_side(&prefix, &before, || weights_before(self.prefix))
            + lost_on_side(&suffix, &after, || weights_after(self.suffix))
    }

    /// How many code points must be changed, put in or taken out to make the context of what stands there: near and
    /// far alike.
    pub fn errors(&self, text: &str, start: usize, end: usize) -> usize {
        let before = last_chars(&text[..start], self.prefix.chars().count());
        let after = first_chars(&text[end..], self.suffix.chars().count());
        strsim::levenshtein(self.prefix, before) + strsim::levenshtein(self.suffix, after)
    }

    /// How many code points agree going outward from the quote; quicker than what is lost, and less to the point.
    pub fn agreeing(&self, text: &str, start: usize, end: usize) -> usize {
        let before = text[..start].chars().rev().zip(self.prefix.chars().rev());
        let after = text[end..].chars().zip(self.suffix.chars());
        before.take_while(|(a, b)| a == b).count() + after.take_while(|(a, b)| a == b).count()
    }
}

/// Of each code point of a suffix, going outward.
fn weights_after(suffix: &str) -> Vec<i32> {
    let chars: Vec<char> = suffix.chars().collect();
    // The sentence ends with its mark, so what separates it from the next is beyond.
    let ends = |at: usize| ends_sentence(chars[at], chars.get(at + 1).copied());
    let n_inside = (0..chars.len()).find(|at| ends(*at)).map_or(chars.len(), |at| at + 1);
    weights(chars.len(), n_inside)
}

/// Of each code point of a prefix, going outward.
fn weights_before(prefix: &str) -> Vec<i32> {
    let chars: Vec<char> = prefix.chars().rev().collect();
    let ends = |at: usize| at > 0 && ends_sentence(chars[at], Some(chars[at - 1]));
    let n_inside = (0..chars.len()).find(|at| ends(*at)).unwrap_or(chars.len());
    weights(chars.len(), n_inside)
}

/// A line end, or a mark before a space; so not the point in a number. Abbreviations end sentences here, which does
/// little harm.
fn ends_sentence(ch: char, next: Option<char>) -> bool {
    match ch {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '。' | '！' | '？' | '।' => true,
        '.' | '!' | '?' | '…' | '؟' | '۔' => next.is_none_or(char::is_whitespace),
        _ => false,
    }
}

fn weights(n: usize, n_inside: usize) -> Vec<i32> {
    let weight = |at: usize| (CONTEXT - at) * if at < n_inside { IN_SENTENCE } else { 1 };
    (0..n.min(CONTEXT)).map(|at| weight(at) as i32).collect()
}

/// `known` and `there` go outward from the quote; the weights are those of `known`.
fn lost_on_side(known: &[char], there: &[char], weights: impl Fn() -> Vec<i32>) -> usize {
    let n_same = known.iter().zip(there).take_while(|(a, b)| a == b).count();
    if n_same == known.len() {
        return 0;
    }
    let weights = weights();
    // What is put in beyond the known context weighs as its last code point.
    let takes = |at: usize| DIFFERENCE * weights[at.min(weights.len() - 1)];
    let mut best = 0;
    // A row for each known code point, a column for each that is there: the sum of an extension up to both.
    let mut row: Vec<i32> = std::iter::once(0)
        .chain((0..there.len()).scan(0, |sum, at| {
            *sum -= takes(at);
            Some(*sum)
        }))
        .collect();
    for (i, known) in known.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] -= takes(i);
        for (j, there) in there.iter().enumerate() {
            let paired = diagonal + if known == there { weights[i] } else { -takes(i.min(j)) };
            diagonal = row[j + 1];
            row[j + 1] = paired.max(row[j + 1] - takes(i)).max(row[j] - takes(j));
            best = best.max(row[j + 1]);
        }
    }
    // No extension is worth more than all of what is known.
    (weights.iter().sum::<i32>() - best).unsigned_abs() as usize
}

fn first_chars(text: &str, n: usize) -> &str {
    first_and_rest(text, n).map_or(text, |(first, _)| first)
}

fn last_chars(text: &str, n: usize) -> &str {
    match n.checked_sub(1) {
        None => "",
        Some(before) => text
            .char_indices()
            .rev()
            .nth(before)
            .map_or(text, |(at, _)| &text[at..]),
    }
}

/// Cut after `n` code points; `None` where there are no more than that.
pub(super) fn first_and_rest(text: &str, n: usize) -> Option<(&str, &str)> {
    let (at, _) = text.char_indices().nth(n)?;
    Some(text.split_at(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(prefix: &str, suffix: &str, text: &str) -> usize {
        let quote = text.find('X').unwrap();
        Context::new(prefix, suffix).lost(text, quote, quote + 1)
    }

    #[test]
    fn nothing_is_lost_where_all_agrees() {
        assert_eq!(lost("ab ", " cd", "ab X cd"), 0);
        assert_eq!(lost("ab ", " cd", "before ab X cd after"), 0);
        assert_eq!(lost("", "", "ab X cd"), 0);
        let long = "é".repeat(40);
        assert_eq!(lost(&long, &long, &format!("{long}X{long}")), 0);
    }

    #[test]
    fn all_is_lost_where_nothing_agrees() {
        let context = Context::new("ab", "cd");
        assert_eq!(context.weight(), 2 * IN_SENTENCE * (32 + 31));
        assert_eq!(lost("ab", "cd", "zzXzz"), context.weight());
        assert_eq!(lost("ab", "cd", "X"), context.weight());
    }

    #[test]
    fn a_difference_is_worse_the_nearer_it_is() {
        let at = |at: usize| {
            let mut there = "abcdefghij".to_owned();
            there.replace_range(at..=at, "_");
            lost("", "abcdefghij", &format!("X{there}"))
        };
        let lost: Vec<usize> = (0..10).map(at).collect();
        assert!(lost.is_sorted_by(|near, far| near > far), "{lost:?}");
    }

    #[test]
    fn beyond_the_sentence_little_is_lost() {
        for (inside, outside) in [("yes", ". No"), ("4.5 percent", "\n\nIn"), ("是", "。不"), ("?", " No")] {
            let weight = |suffix: &str| Context::new("", suffix).weight();
            let rest = weight(&format!("{inside}{outside}")) - weight(inside);
            assert!(rest < 31 * IN_SENTENCE + 32 * 3, "{inside}{outside}: {rest}");
        }
        let before = |prefix: &str| Context::new(prefix, "").weight();
        assert_eq!(before("No. ab"), IN_SENTENCE * (32 + 31 + 30) + 29 + 28 + 27);
        assert_eq!(before("No.ab"), IN_SENTENCE * (32 + 31 + 30 + 29 + 28));
    }

    #[test]
    fn a_word_put_in_is_bridged() {
        let whole = Context::new("", " of the central bank on Monday").weight();
        let bridged = lost(
            "",
            " of the central bank on Monday",
            "X of the old central bank on Monday",
        );
        assert!(bridged < whole / 2, "{bridged} of {whole}");
    }
}
