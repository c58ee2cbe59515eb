//! How the line of a label looks, so that labels are told apart without their color. There are more labels than line
//! styles: those that share a style differ by the line's weight and place, in the schema's order.

use super::label::{Label, LineStyle};
use std::rc::Rc;

/// A line without its color.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct LabelLook {
    /// As the label says.
    pub line: LineStyle,
    /// How heavy it is.
    pub weight: LineWeight,
    /// Where it runs.
    pub place: LinePlace,
}

/// How heavy a line is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LineWeight {
    /// That of the first label with its style.
    Thin,
    /// Twice that.
    Thick,
}

/// Where a line runs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LinePlace {
    /// Under the text.
    Under,
    /// Under the text and once more over it.
    UnderAndOver,
}

/// In the order in which labels of one style get them; after the last one they begin anew.
const LOOKS: [(LineWeight, LinePlace); 4] = [
    (LineWeight::Thin, LinePlace::Under),
    (LineWeight::Thick, LinePlace::Under),
    (LineWeight::Thin, LinePlace::UnderAndOver),
    (LineWeight::Thick, LinePlace::UnderAndOver),
];

impl LabelLook {
    /// Of the label at this 0-based place among all labels of a schema; `None` where there is none.
    pub fn at(labels: &[Rc<Label>], position: usize) -> Option<Self> {
        let line = labels.get(position)?.line;
        let n_before = labels[..position].iter().filter(|label| label.line == line).count();
        let (weight, place) = LOOKS[n_before % LOOKS.len()];
        Some(Self { line, weight, place })
    }
}

impl LinePlace {
    /// CSS `text-decoration-line`.
    pub fn css(self) -> &'static str {
        match self {
            Self::Under => "underline",
            Self::UnderAndOver => "underline overline",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::default_schema::default_schema;
    use std::collections::HashSet;

    fn n_looks(labels: &[Rc<Label>]) -> usize {
        let looks: HashSet<LabelLook> = (0..labels.len()).filter_map(|i| LabelLook::at(labels, i)).collect();
        looks.len()
    }

    /// So many labels, whose styles take turns or come in blocks.
    fn labels(n: usize, line: impl Fn(usize) -> LineStyle) -> Vec<Rc<Label>> {
        let any = default_schema().labels[0].clone();
        let label = |i| {
            Rc::new(Label {
                line: line(i),
                ..(*any).clone()
            })
        };
        (0..n).map(label).collect()
    }

    #[test]
    fn no_two_labels_of_the_default_schema_look_the_same_without_color() {
        let labels = default_schema().labels;
        assert_eq!(n_looks(&labels), labels.len());
    }

    #[test]
    fn four_labels_of_each_style_are_told_apart_in_any_order() {
        let in_turns = labels(20, |i| LineStyle::ALL[i % 5]);
        let in_blocks = labels(20, |i| LineStyle::ALL[i / 4]);
        for n in 0..=20 {
            assert_eq!(n_looks(&in_turns[..n]), n);
            assert_eq!(n_looks(&in_blocks[..n]), n);
        }
    }

    #[test]
    fn a_fifth_label_of_a_style_looks_like_the_first() {
        let labels = labels(5, |_| LineStyle::Dotted);
        assert_eq!(LabelLook::at(&labels, 4), LabelLook::at(&labels, 0));
        assert_eq!(LabelLook::at(&labels, 5), None);
    }
}
