//! The list of mentions, filtered and sorted: ids in order. Rows are made only for what is visible.

use super::view::{ListScope, ListSort, View};
use crate::core::id::{LabelId, MentionId};
use crate::core::mention::Mention;
use crate::core::project::Project;
use std::collections::BTreeMap;
use std::rc::Rc;

/// What the list shows, in order.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ListModel {
    /// In the order of the list.
    pub rows: Vec<MentionId>,
    /// How many there are without the filters.
    pub n_unfiltered: usize,
    /// Everyone who made a mention that is listed without the filters, sorted; the unnamed left out.
    pub authors: Vec<String>,
}

impl ListModel {
    /// Reads the mentions of the scope once; quotes are cut out only where text is looked for or sorted by.
    pub fn new(project: &Project, view: &View) -> Self {
        let list = &view.list;
        let in_scope: Vec<&Rc<Mention>> = match list.scope {
            ListScope::Project => project.all_mentions().collect(),
            ListScope::Article => {
                let set = view.article.and_then(|id| project.mentions(id));
                set.into_iter().flat_map(|set| set.in_text_order()).collect()
            }
        };
        let mut authors: Vec<String> = Vec::new();
        for mention in &in_scope {
            if !mention.author.is_empty() && authors.last() != Some(&mention.author) {
                authors.push(mention.author.clone());
            }
        }
        authors.sort();
        authors.dedup();
        let wanted = list.text.trim().to_lowercase();
        let mut shown: Vec<&Rc<Mention>> = in_scope
            .iter()
            .copied()
            .filter(|mention| list.label.is_none_or(|label| mention.label == label))
            .filter(|mention| list.author.as_ref().is_none_or(|author| mention.author == *author))
            .filter(|mention| wanted.is_empty() || holds(project, mention, &wanted))
            .collect();
        match list.sort {
            ListSort::Text => {}
            ListSort::Quote => shown.sort_by_cached_key(|mention| project.quote(mention).to_lowercase()),
            ListSort::Recent => shown.sort_by_key(|mention| std::cmp::Reverse((mention.modified, mention.id))),
            ListSort::Label => {
                let labels = project.schema().labels.iter();
                let order: BTreeMap<LabelId, usize> = labels.enumerate().map(|(i, label)| (label.id, i)).collect();
                shown.sort_by_key(|mention| order.get(&mention.label).copied());
            }
        }
        Self {
            rows: shown.into_iter().map(|mention| mention.id).collect(),
            n_unfiltered: in_scope.len(),
            authors,
        }
    }
}

fn holds(project: &Project, mention: &Mention, wanted: &str) -> bool {
    mention.note.to_lowercase().contains(wanted) || project.quote(mention).to_lowercase().contains(wanted)
}
