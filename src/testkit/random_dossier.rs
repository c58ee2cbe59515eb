//! Random entities, claims and absences, and edits of them.

use super::dice::Dice;
use super::random_project::{text, time, title};
use crate::core::article::Article;
use crate::core::claim::{CheckWorthy, Claim, ClaimKind, ClaimSource, Verdict};
use crate::core::coverage::Absence;
use crate::core::dossier::Dossier;
use crate::core::edit::Edit;
use crate::core::entity::{Entity, Role};
use crate::core::id::{ClaimId, EntityId};
use crate::core::project::Project;
use crate::core::reference::{Reference, Stance};
use crate::core::relation::End;
use crate::core::schema::Schema;
use std::rc::Rc;

/// A few of each.
pub(crate) fn dossier(dice: &mut Dice, schema: &Schema, articles: &[Rc<Article>]) -> Dossier {
    let entities = (0..dice.below(4)).map(|_| entity(dice, schema)).collect();
    let claims: Vec<Claim> = (0..dice.below(4)).map(|_| claim(dice)).collect();
    let mut absences = Vec::new();
    for _ in 0..dice.below(3) {
        let pair = dice.pick(&claims).cloned().zip(dice.pick(articles).cloned());
        absences.extend(pair.map(|(claim, article)| absence(dice, claim.id, &article)));
    }
    Dossier::from_parts(entities, claims, absences)
}

/// Parts of it, or nothing.
pub(crate) fn reference(dice: &mut Dice, dossier: &Dossier) -> Reference {
    let entities: Vec<EntityId> = dossier.entities().map(|it| it.id).collect();
    let claims: Vec<ClaimId> = dossier.claims().map(|it| it.id).collect();
    Reference {
        entity: dice.pick(&entities).copied().filter(|_| dice.one_in(2)),
        claim: dice.pick(&claims).copied().filter(|_| dice.one_in(2)),
        stance: dice.pick(Stance::ALL).copied().filter(|_| dice.one_in(2)),
        speaker: dice.pick(&entities).copied().filter(|_| dice.one_in(2)),
    }
}

/// An edit of the dossier that applies to `project`; `None` where there is nothing to do.
pub(crate) fn edit(dice: &mut Dice, project: &Project) -> Option<Edit> {
    let dossier = project.dossier();
    let entities: Vec<&Rc<Entity>> = dossier.entities().collect();
    let claims: Vec<&Rc<Claim>> = dossier.claims().collect();
    match dice.below(4) {
        0 => {
            let old = dice.pick(&entities).filter(|_| dice.one_in(2)).map(|it| Rc::clone(it));
            let made = entity(dice, project.schema());
            let id = old.as_ref().map_or(made.id, |old| old.id);
            let is_free = old.is_some() || dossier.entity(id).is_none();
            let new = Some(Rc::new(Entity { id, ..made }));
            is_free.then_some(Edit::Entity { old, new })
        }
        1 => {
            let old = dice.pick(&claims).filter(|_| dice.one_in(2)).map(|it| Rc::clone(it));
            let made = claim(dice);
            let id = old.as_ref().map_or(made.id, |old| old.id);
            let is_free = old.is_some() || dossier.claim(id).is_none();
            let new = Some(Rc::new(Claim { id, ..made }));
            is_free.then_some(Edit::Claim { old, new })
        }
        2 => {
            let claim = dice.pick(&claims)?.id;
            let article = dice.pick(project.articles())?;
            let old = dossier.absence(claim, article.id).cloned();
            let new = (old.is_none() || dice.one_in(2)).then(|| Rc::new(absence(dice, claim, article)));
            Some(Edit::Absence { old, new })
        }
        _ => removal(dice, project, &entities, &claims),
    }
}

fn removal(dice: &mut Dice, project: &Project, entities: &[&Rc<Entity>], claims: &[&Rc<Claim>]) -> Option<Edit> {
    if dice.one_in(2) {
        let old = Rc::clone(dice.pick(entities)?);
        let is_named = project.all_mentions().any(|it| it.reference().names(old.id));
        let is_named = is_named || is_related(project, End::Entity(old.id));
        return (!is_named).then_some(Edit::Entity {
            old: Some(old),
            new: None,
        });
    }
    let old = Rc::clone(dice.pick(claims)?);
    let is_made = project.all_mentions().any(|it| it.reference().claim == Some(old.id));
    let is_absent = project.dossier().absences().any(|it| it.claim == old.id);
    let is_related = is_related(project, End::Claim(old.id));
    (!is_made && !is_absent && !is_related).then_some(Edit::Claim {
        old: Some(old),
        new: None,
    })
}

fn is_related(project: &Project, end: End) -> bool {
    project.dossier().relations_of(end).next().is_some()
}

fn entity(dice: &mut Dice, schema: &Schema) -> Entity {
    let role = |dice: &mut Dice| Role {
        title: title(dice),
        from: ["2020", "2020-01-14"][dice.below(2)].parse().ok(),
        to: dice.pick(&["2024-01", "2024-01-14"]).and_then(|date| date.parse().ok()),
    };
    Entity {
        id: EntityId::from_u128(dice.fresh(7)),
        name: title(dice),
        label: dice
            .pick(&schema.labels)
            .map(|label| label.id)
            .filter(|_| dice.one_in(2)),
        aliases: (0..dice.below(3)).map(|n| format!("{} {n}", title(dice))).collect(),
        identity: dice
            .pick(&["", "", "http://www.wikidata.org/entity/Q42"])
            .map_or("", |it| *it)
            .to_owned(),
        roles: (0..dice.below(3)).map(|_| role(dice)).collect(),
        note: text(dice, 3),
        created: time(dice),
        modified: time(dice),
    }
}

fn claim(dice: &mut Dice) -> Claim {
    let source = |dice: &mut Dice| ClaimSource {
        url: title(dice),
        note: text(dice, 3),
    };
    Claim {
        id: ClaimId::from_u128(dice.fresh(8)),
        text: title(dice),
        kind: dice.pick(ClaimKind::ALL).copied().filter(|_| dice.one_in(2)),
        check_worthy: dice.pick(CheckWorthy::ALL).copied().filter(|_| dice.one_in(2)),
        verdict: dice.pick(Verdict::ALL).copied().filter(|_| dice.one_in(2)),
        sources: (0..dice.below(3)).map(|_| source(dice)).collect(),
        note: text(dice, 3),
        created: time(dice),
        modified: time(dice),
    }
}

fn absence(dice: &mut Dice, claim: ClaimId, article: &Article) -> Absence {
    Absence {
        claim,
        article: article.id,
        author: text(dice, 2),
        checked: time(dice),
    }
}
