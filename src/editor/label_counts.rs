//! How often each label stands in an article.

use super::machine::Editor;
use crate::core::label::Label;
use crate::core::mention_set::MentionSet;
use std::rc::Rc;

/// Every label of the schema in its order, with how many mentions of the open article have it.
pub fn label_counts(editor: &Editor) -> Vec<(Rc<Label>, usize)> {
    let counts = editor.open_mentions().map(MentionSet::labels);
    let labels = &editor.project().schema().labels;
    labels
        .iter()
        .map(|label| (label.clone(), counts.map_or(0, |counts| counts.of(&label.id))))
        .collect()
}
