//! Everything that the page shows of one claim.

use super::claim_table::Found;
use super::machine::Editor;
use super::matrix::cell::CellMark;
use crate::core::claim::Claim;
use crate::core::coverage::Absence;
use crate::core::id::{ArticleId, ClaimId};
use std::rc::Rc;

/// A claim, who makes it, and who does not.
#[derive(Clone, PartialEq, Debug)]
pub struct ClaimSheet {
    /// As it is now.
    pub claim: Rc<Claim>,
    /// The articles that make it, in the project's order, each with its mentions.
    pub made_by: Vec<MadeBy>,
    /// Where it was looked for in vain, each with the article's title.
    pub absences: Vec<(Rc<Absence>, String)>,
    /// In how many articles nobody has looked.
    pub n_unseen: usize,
    /// The other claims, by their sentences.
    pub others: Vec<(ClaimId, String)>,
}

/// An article that makes a claim.
#[derive(Clone, PartialEq, Debug)]
pub struct MadeBy {
    /// Which one.
    pub article: ArticleId,
    /// Its title.
    pub title: String,
    /// Its outlet; may be empty.
    pub outlet: String,
    /// As they stand in the text; at least one.
    pub mentions: Vec<CellMark>,
}

impl ClaimSheet {
    /// `None` where the project has no such claim.
    pub fn of(editor: &Editor, id: ClaimId) -> Option<Self> {
        let (project, table) = (editor.project(), editor.claim_table());
        let row = table.row(id)?;
        let made = |found: &[Found]| {
            let article = project.article(*table.articles.get(found.first()?.column)?)?;
            Some(MadeBy {
                article: article.id,
                title: article.title.clone(),
                outlet: article.source.outlet.clone(),
                mentions: found.iter().filter_map(|it| CellMark::of(editor, it)).collect(),
            })
        };
        let made_by: Vec<MadeBy> = row
            .found
            .chunk_by(|a, b| a.column == b.column)
            .filter_map(made)
            .collect();
        let mut absences = Vec::new();
        for article in project.articles() {
            // Where both are said, the mention is what counts.
            let absence = project.dossier().absence(id, article.id);
            if let Some(absence) = absence.filter(|_| made_by.iter().all(|it| it.article != article.id)) {
                absences.push((absence.clone(), article.title.clone()));
            }
        }
        let others = table.rows.iter().filter(|it| it.claim.id != id);
        Some(Self {
            claim: row.claim.clone(),
            n_unseen: table.articles.len() - made_by.len() - absences.len(),
            made_by,
            absences,
            others: others.map(|it| (it.claim.id, it.claim.text.clone())).collect(),
        })
    }
}
