//! What one cell of the table shows and is called.

use crate::core::article::Article;
use crate::core::coverage::Absence;
use crate::core::id::{ArticleId, ClaimId, MentionId};
use crate::core::reference::Stance;
use crate::editor::claim_table::Found;
use crate::editor::commit::short_quote;
use crate::editor::excerpt::excerpt;
use crate::editor::machine::Editor;
use crate::editor::stance_words::said_by;
use std::rc::Rc;

/// One claim in one article.
#[derive(Clone, PartialEq, Debug)]
pub struct MatrixCell {
    /// The article.
    pub article: ArticleId,
    /// What is known.
    pub state: CellState,
    /// As screen readers call it: the claim, the article, and what is known. It holds all that the cell shows.
    pub name: String,
}

/// What is known of a claim in an article.
#[derive(Clone, PartialEq, Debug)]
pub enum CellState {
    /// It is there: a mark for each mention; at least one.
    Present(Vec<CellMark>),
    /// It was looked for in vain.
    Absent(Rc<Absence>),
    /// Nobody has looked.
    Unseen,
}

/// A mention that makes the claim.
#[derive(Clone, PartialEq, Debug)]
pub struct CellMark {
    /// Which one.
    pub mention: MentionId,
    /// How the article puts it.
    pub stance: Option<Stance>,
    /// Who says it; may be empty.
    pub speaker: String,
    /// On one line, cut where no cell is large enough for more.
    pub quote: String,
}

impl CellMark {
    /// `None` where the project has no such mention.
    pub fn of(editor: &Editor, found: &Found) -> Option<Self> {
        let project = editor.project();
        let mention = project.mention(found.mention)?;
        let text = project.article(mention.article)?.text.as_str();
        let speaker = mention.reference().speaker;
        let speaker = speaker.and_then(|id| project.dossier().entity(id));
        Some(Self {
            mention: mention.id,
            stance: found.stance,
            speaker: speaker.map_or_else(String::new, |it| it.name.clone()),
            quote: excerpt(text, &mention.spans, MAX_CHARS),
        })
    }
}

const MAX_CHARS: usize = 160;

/// The article as a column is called: its outlet where it says one, else its title.
pub fn column_name(article: &Article) -> &str {
    match article.source.outlet.as_str() {
        "" => &article.title,
        outlet => outlet,
    }
}

/// The cells of one claim in these articles.
pub fn cells(editor: &Editor, claim: ClaimId, articles: &[ArticleId]) -> Vec<MatrixCell> {
    let table = editor.claim_table();
    let Some(row) = table.row(claim) else {
        return Vec::new();
    };
    let sentence = short_quote(&row.claim.text);
    let cell = |id: &ArticleId| {
        let article = editor.project().article(*id)?;
        let column = table.articles.iter().position(|it| it == id)?;
        let marks = row.in_column(column).iter();
        let marks: Vec<CellMark> = marks.filter_map(|found| CellMark::of(editor, found)).collect();
        let (state, known) = if !marks.is_empty() {
            let ways: Vec<String> = marks.iter().map(|it| said_by(it.stance, &it.speaker)).collect();
            let quote = marks.first().map_or("", |it| &it.quote);
            let known = format!("{}, “{quote}”", ways.join("; "));
            (CellState::Present(marks), known)
        } else if let Some(absence) = editor.project().dossier().absence(claim, *id) {
            (CellState::Absent(absence.clone()), "checked and absent".to_owned())
        } else {
            (CellState::Unseen, "not yet looked".to_owned())
        };
        let name = format!("{sentence} · {}: {known}", column_name(article));
        Some(MatrixCell {
            article: *id,
            state,
            name,
        })
    };
    articles.iter().filter_map(cell).collect()
}
