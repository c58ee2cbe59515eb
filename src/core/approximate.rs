//! Where a pattern occurs in a text with a few errors.
//!
//! Myers' bit-vector algorithm (G. Myers, "A fast bit-vector algorithm for approximate string matching based on
//! dynamic programming", J. ACM 46, 1999) in blocks of 64 rows, over code points: time is the text's length times the
//! number of blocks. Crates that do it bring byte alphabets, SIMD or a bioinformatics library along.

use std::collections::BTreeMap;

/// A stretch of a text in bytes, end-exclusive, and how many code points must be changed, put in or taken out to make
/// the pattern of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Occurrence {
    pub errors: usize,
    pub start: usize,
    pub end: usize,
}

/// How many occurrences are kept: those with the fewest errors.
const MAX_OCCURRENCES: usize = 200;

/// The best occurrences with at most `max_errors`, one or a few for each place; not sorted by place.
pub(super) fn occurrences(pattern: &str, text: &str, max_errors: usize) -> Vec<Occurrence> {
    let forward = Pattern::new(pattern.chars());
    let backward = Pattern::new(pattern.chars().rev());
    let mut ends: Vec<(usize, usize)> = Vec::new();
    // Neighbors of an occurrence are occurrences with more errors: of each run, only the best are kept.
    let mut run: Vec<(usize, usize)> = Vec::new();
    let mut column = Column::new(&forward, Top::Free);
    for (at, ch) in text.char_indices() {
        let errors = column.advance(ch);
        if errors <= max_errors {
            match run.first() {
                Some((best, _)) if errors > *best => {}
                Some((best, _)) if errors == *best => run.push((errors, at + ch.len_utf8())),
                _ => run = vec![(errors, at + ch.len_utf8())],
            }
        } else if !run.is_empty() {
            ends.append(&mut run);
            if ends.len() > 10 * MAX_OCCURRENCES {
                keep_best(&mut ends);
            }
        }
    }
    ends.append(&mut run);
    keep_best(&mut ends);
    let found = ends.into_iter().map(|(errors, end)| Occurrence {
        errors,
        start: start_of(&backward, &text[..end], errors),
        end,
    });
    found.filter(|found| found.start < found.end).collect()
}

fn keep_best(ends: &mut Vec<(usize, usize)>) {
    ends.sort_unstable();
    ends.truncate(MAX_OCCURRENCES);
}

/// Where the occurrence with `errors` that ends at the end of `text` starts; of several, the one nearest in length.
fn start_of(backward: &Pattern, text: &str, errors: usize) -> usize {
    let mut column = Column::new(backward, Top::Counted);
    let mut best = (usize::MAX, text.len());
    for (n, (at, ch)) in text.char_indices().rev().enumerate().take(backward.n_chars + errors) {
        if column.advance(ch) == errors {
            best = best.min(((n + 1).abs_diff(backward.n_chars), at));
        }
    }
    best.1
}

/// For each character of the pattern the rows where it stands, as bits.
struct Pattern {
    n_chars: usize,
    n_blocks: usize,
    ascii: Vec<u64>,
    wide: BTreeMap<char, Vec<u64>>,
    nowhere: Vec<u64>,
}

impl Pattern {
    fn new(chars: impl Iterator<Item = char> + Clone) -> Self {
        let n_chars = chars.clone().count();
        let n_blocks = n_chars.div_ceil(64);
        let mut pattern = Self {
            n_chars,
            n_blocks,
            ascii: vec![0; 128 * n_blocks],
            wide: BTreeMap::new(),
            nowhere: vec![0; n_blocks],
        };
        for (row, ch) in chars.enumerate() {
            let rows = if ch.is_ascii() {
                &mut pattern.ascii[ch as usize * n_blocks..][..n_blocks]
            } else {
                pattern.wide.entry(ch).or_insert_with(|| vec![0; n_blocks])
            };
            rows[row / 64] |= 1 << (row % 64);
        }
        pattern
    }

    fn rows(&self, ch: char) -> &[u64] {
        if ch.is_ascii() {
            return &self.ascii[ch as usize * self.n_blocks..][..self.n_blocks];
        }
        self.wide.get(&ch).unwrap_or(&self.nowhere)
    }
}

/// What it costs to start later in the text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Top {
    /// Nothing: an occurrence may start anywhere.
    Free,
    /// One error for each character: it starts where the text does.
    Counted,
}

/// One column of the distance matrix, as differences between its rows.
struct Column<'p> {
    pattern: &'p Pattern,
    top: Top,
    /// Rows that are one more than the row above, and one less.
    plus: Vec<u64>,
    minus: Vec<u64>,
    /// The last row: errors of the best occurrence that ends here.
    errors: usize,
}

impl<'p> Column<'p> {
    fn new(pattern: &'p Pattern, top: Top) -> Self {
        Self {
            pattern,
            top,
            plus: vec![u64::MAX; pattern.n_blocks],
            minus: vec![0; pattern.n_blocks],
            errors: pattern.n_chars,
        }
    }

    /// The next character of the text; answers the errors of the best occurrence that ends after it.
    fn advance(&mut self, ch: char) -> usize {
        let last_row = 1u64 << ((self.pattern.n_chars - 1) % 64);
        let last_block = self.pattern.n_blocks - 1;
        // How the row above the block differs from the column before: one more, one less.
        let (mut more, mut less) = (u64::from(self.top == Top::Counted), 0);
        for (block, equal) in self.pattern.rows(ch).iter().enumerate() {
            let (plus, minus) = (self.plus[block], self.minus[block]);
            let x_vertical = equal | minus;
            let equal = equal | less;
            let x_horizontal = ((equal & plus).wrapping_add(plus) ^ plus) | equal;
            let gain = minus | !(x_horizontal | plus);
            let loss = plus & x_horizontal;
            if block == last_block {
                self.errors += usize::from(gain & last_row != 0);
                self.errors -= usize::from(loss & last_row != 0);
            }
            let shifted_gain = (gain << 1) | more;
            let shifted_loss = (loss << 1) | less;
            (more, less) = (gain >> 63, loss >> 63);
            self.plus[block] = shifted_loss | !(x_vertical | shifted_gain);
            self.minus[block] = shifted_gain & x_vertical;
        }
        self.errors
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The best occurrence's errors by the plain table.
    fn naive(pattern: &[char], text: &[char]) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut ends = Vec::new();
        for ch in text {
            let mut diagonal = column[0];
            for row in 1..=pattern.len() {
                let substituted = diagonal + usize::from(pattern[row - 1] != *ch);
                diagonal = column[row];
                column[row] = substituted.min(column[row] + 1).min(column[row - 1] + 1);
            }
            ends.push(column[pattern.len()]);
        }
        ends
    }

    fn check(pattern: &str, text: &str) {
        let (chars, max) = (pattern.chars().collect::<Vec<_>>(), pattern.chars().count() / 3);
        let expected = naive(&chars, &text.chars().collect::<Vec<_>>());
        let compiled = Pattern::new(pattern.chars());
        let mut column = Column::new(&compiled, Top::Free);
        let got: Vec<usize> = text.chars().map(|ch| column.advance(ch)).collect();
        assert_eq!(got, expected, "{pattern:?} in {text:?}");
        let best = expected
            .iter()
            .min()
            .filter(|best| **best <= max && **best < chars.len());
        let found = occurrences(pattern, text, max);
        assert_eq!(found.iter().map(|found| found.errors).min().as_ref(), best);
        for found in found {
            let stretch = &text[found.start..found.end];
            assert_eq!(strsim::levenshtein(pattern, stretch), found.errors, "{stretch:?}");
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_table(pattern in "[abé👍]{1,9}", text in "[abé👍]{0,40}") {
            check(&pattern, &text);
        }

        #[test]
        fn agrees_over_several_blocks(pattern in "[ab]{60,200}", text in "[ab]{0,300}", from in 0..60usize) {
            check(&pattern, &text);
            check(&pattern, &format!("{text}{}", &pattern[from..]));
        }
    }

    #[test]
    fn finds_the_place() {
        let found = occurrences("Prices rose 4%", "In May, Prices rsoe 4% again.", 2);
        let best = found.iter().min().unwrap();
        assert_eq!((best.start, best.end), (8, 22));
    }
}
