//! How often each label stands in an article.

use super::machine::Editor;
use crate::core::id::LabelId;
use crate::core::label::Label;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Every label of the schema in its order, with how many mentions of the open article have it.
pub fn label_counts(editor: &Editor) -> Vec<(Rc<Label>, usize)> {
    let mut counts: BTreeMap<LabelId, usize> = BTreeMap::new();
    for mention in editor.open_mentions().into_iter().flat_map(|set| set.iter()) {
        *counts.entry(mention.label).or_default() += 1;
    }
    let labels = &editor.project().schema().labels;
    labels
        .iter()
        .map(|label| (label.clone(), counts.get(&label.id).copied().unwrap_or(0)))
        .collect()
}
