//! Saying that a claim was looked for in an article in vain.

use super::super::commit::{Committed, Step, commit, short_quote};
use super::super::machine::{Context, Editor};
use crate::core::coverage::Absence;
use crate::core::edit::Edit;
use crate::core::id::{ArticleId, ClaimId};
use crate::core::project::Project;
use std::rc::Rc;

/// Refused where a mention of the article makes the claim.
pub(super) fn set_absent(editor: &mut Editor, claim: ClaimId, article: ArticleId, absent: bool, cx: &mut Context<'_>) {
    let project = &editor.project;
    let (Some(text), Some(title)) = (
        project.dossier().claim(claim).map(|claim| short_quote(&claim.text)),
        project.article(article).map(|article| article.title.clone()),
    ) else {
        return;
    };
    if absent && is_made(project, claim, article) {
        return cx.announce(format!("{text} is in “{title}”"));
    }
    let old = project.dossier().absence(claim, article).cloned();
    if old.is_some() == absent {
        return;
    }
    let new = absent.then(|| {
        Rc::new(Absence {
            claim,
            article,
            author: editor.settings.author.clone(),
            checked: cx.env.now,
        })
    });
    let (name, said) = match absent {
        true => (format!("mark {text} as absent from “{title}”"), "Checked and absent"),
        false => (
            format!("take back that {text} is absent from “{title}”"),
            "Not yet looked",
        ),
    };
    if commit(editor, Step::new(name, vec![Edit::Absence { old, new }]), cx) == Committed::Yes {
        cx.announce(said);
    }
}

/// Whoever finds a claim in an article no longer says that it is not there: the edit for that, where there is one.
pub(in crate::editor) fn found_there(project: &Project, claim: Option<ClaimId>, article: ArticleId) -> Vec<Edit> {
    let absence = claim.and_then(|claim| project.dossier().absence(claim, article));
    let taken_back = absence.cloned().map(|old| Edit::Absence {
        old: Some(old),
        new: None,
    });
    taken_back.into_iter().collect()
}

/// Whether a mention of the article makes the claim.
pub(super) fn is_made(project: &Project, claim: ClaimId, article: ArticleId) -> bool {
    let mut mentions = project.mentions(article).into_iter().flat_map(|set| set.referring());
    mentions.any(|mention| mention.reference().claim == Some(claim))
}
