//! Entities, claims, what mentions refer to, where a claim was looked for, and what is related: each change is one step.

pub(super) mod claims;
pub(super) mod coverage;
mod entities;
pub(super) mod references;
mod relations;

pub use relations::RelationAction;

use super::change_set::Topics;
use super::machine::{Context, Editor};
use super::matrix::{MatrixPlace, MatrixQuery};
use super::view::SidePanel;
use crate::core::claim::Claim;
use crate::core::entity::Entity;
use crate::core::id::{ArticleId, ClaimId, EntityId, MentionId};
use crate::core::reference::Stance;
use std::rc::Rc;

/// What a mention is to refer to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Pick<Id> {
    /// One of the project.
    Known(Id),
    /// One that is made for it, with this name or sentence.
    New(String),
    /// Nothing any more.
    Nothing,
}

/// Everything that can happen to what stands above the articles.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DossierAction {
    /// Says who or what the mention names.
    Link(MentionId, Pick<EntityId>),
    /// Says which claim the mention makes. That it was absent from the article is taken back.
    Attach(MentionId, Pick<ClaimId>),
    /// Says how the article puts it.
    SetStance(MentionId, Option<Stance>),
    /// Says who says it.
    SetSpeaker(MentionId, Pick<EntityId>),
    /// The entity as it is to be, the time of the change aside; a name is needed.
    SaveEntity(Rc<Entity>),
    /// Takes it out; its mentions then refer to nobody.
    DeleteEntity(EntityId),
    /// What referred to the first refers to the second, which learns the first one's names, roles and note.
    MergeEntities { from: EntityId, into: EntityId },
    /// These mentions get an entity of their own, like the one that they referred to.
    SplitEntity(Vec<MentionId>),
    /// The claim as it is to be, the time of the change aside; a sentence is needed.
    SaveClaim(Rc<Claim>),
    /// A new claim without mentions.
    NewClaim(String),
    /// Takes it out; its mentions then make no claim of the project.
    DeleteClaim(ClaimId),
    /// What made the first makes the second, which learns the first one's sources and note.
    MergeClaims { from: ClaimId, into: ClaimId },
    /// These mentions get a claim of their own, worded as the first of them.
    SplitClaim(Vec<MentionId>),
    /// Says that the claim was looked for in the article in vain, or takes that back.
    SetAbsent(ClaimId, ArticleId, bool),
    /// Says what is related to what.
    Relation(RelationAction),
    /// Shows an entity in its panel; `None` for the list of all.
    ShowEntity(Option<EntityId>),
    /// Shows a claim in its panel; `None` for the list of all.
    ShowClaim(Option<ClaimId>),
    /// Filters and sorts the table of claims by articles.
    SetMatrix(MatrixQuery),
    /// Goes to a cell of that table.
    GoInMatrix(MatrixPlace),
}

pub(super) fn handle(editor: &mut Editor, action: DossierAction, cx: &mut Context<'_>) {
    match action {
        DossierAction::Link(mention, pick) => references::link(editor, mention, pick, cx),
        DossierAction::Attach(mention, pick) => references::attach(editor, mention, pick, cx),
        DossierAction::SetStance(mention, stance) => references::set_stance(editor, mention, stance, cx),
        DossierAction::SetSpeaker(mention, pick) => references::set_speaker(editor, mention, pick, cx),
        DossierAction::SaveEntity(entity) => entities::save(editor, &entity, cx),
        DossierAction::DeleteEntity(id) => entities::delete(editor, id, cx),
        DossierAction::MergeEntities { from, into } => entities::merge(editor, from, into, cx),
        DossierAction::SplitEntity(mentions) => entities::split(editor, &mentions, cx),
        DossierAction::SaveClaim(claim) => claims::save(editor, &claim, cx),
        DossierAction::NewClaim(text) => claims::add(editor, &text, cx),
        DossierAction::DeleteClaim(id) => claims::delete(editor, id, cx),
        DossierAction::MergeClaims { from, into } => claims::merge(editor, from, into, cx),
        DossierAction::SplitClaim(mentions) => claims::split(editor, &mentions, cx),
        DossierAction::SetAbsent(claim, article, absent) => coverage::set_absent(editor, claim, article, absent, cx),
        DossierAction::Relation(action) => relations::handle(editor, action, cx),
        DossierAction::ShowEntity(id) => show_entity(editor, id, cx),
        DossierAction::ShowClaim(id) => show_claim(editor, id, cx),
        DossierAction::SetMatrix(query) => set_matrix(editor, query, cx),
        DossierAction::GoInMatrix(place) => go_in_matrix(editor, place, cx),
    }
}

pub(super) fn show_entity(editor: &mut Editor, id: Option<EntityId>, cx: &mut Context<'_>) {
    editor.view.entity = id;
    show(editor, SidePanel::Entities, cx);
}

pub(super) fn show_claim(editor: &mut Editor, id: Option<ClaimId>, cx: &mut Context<'_>) {
    editor.view.claim = id;
    show(editor, SidePanel::Claims, cx);
}

pub(super) fn set_matrix(editor: &mut Editor, query: MatrixQuery, cx: &mut Context<'_>) {
    editor.view.matrix = query;
    cx.changed(Topics::MATRIX);
}

pub(super) fn go_in_matrix(editor: &mut Editor, place: MatrixPlace, cx: &mut Context<'_>) {
    editor.view.matrix_at = Some(place);
    cx.changed(Topics::MATRIX);
}

fn show(editor: &mut Editor, panel: SidePanel, cx: &mut Context<'_>) {
    editor.view.show_side(panel);
    cx.changed(Topics::LAYOUT);
}

/// Both notes, one below the other.
fn joined_notes(first: &str, second: &str) -> String {
    let notes = [first, second].into_iter().filter(|note| !note.is_empty());
    notes.collect::<Vec<_>>().join("\n")
}
