//! What a list shows of one mention.

use super::excerpt::excerpt;
use super::machine::Editor;
use crate::core::id::MentionId;
use crate::core::label::Label;
use std::rc::Rc;

/// One row, ready to show.
#[derive(Clone, PartialEq, Debug)]
pub struct MentionRow {
    /// Its label.
    pub label: Rc<Label>,
    /// On one line, cut where no list is wide enough for more.
    pub quote: String,
    /// The title of its article.
    pub article: String,
    /// The language of its article, BCP 47; may be empty.
    pub language: String,
    /// Whether something is noted on it.
    pub has_note: bool,
}

const MAX_CHARS: usize = 160;

impl MentionRow {
    /// `None` where the project has no such mention.
    pub fn of(editor: &Editor, id: MentionId) -> Option<Self> {
        let project = editor.project();
        let mention = project.mention(id)?;
        let article = project.article(mention.article)?;
        Some(Self {
            label: project.schema().label(mention.label)?.clone(),
            quote: excerpt(article.text.as_str(), &mention.spans, MAX_CHARS),
            article: article.title.clone(),
            language: article.source.language.clone(),
            has_note: !mention.note.is_empty(),
        })
    }
}
