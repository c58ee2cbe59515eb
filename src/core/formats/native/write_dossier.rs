//! Writes entities and claims of the native format, and what mentions refer to.

use crate::core::claim::Claim;
use crate::core::coverage::Absence;
use crate::core::dossier::Dossier;
use crate::core::entity::{Entity, Role};
use crate::core::formats::json_writer::JsonWriter;
use crate::core::id::{ArticleId, EntityId};
use crate::core::publication_date::PublicationDate;
use crate::core::reference::Reference;
use crate::core::schema::Schema;

/// The value of the field `entities`: all of the project.
pub(super) fn write_entities(w: &mut JsonWriter, dossier: &Dossier, schema: &Schema) {
    w.list(dossier.entities(), |w, entity| write_entity(w, entity, schema));
}

/// The value of the field `claims`: all of the project, each with its absences from the articles that are written.
pub(super) fn write_claims(w: &mut JsonWriter, dossier: &Dossier, is_written: impl Fn(&ArticleId) -> bool) {
    w.list(dossier.claims(), |w, claim| {
        let absences = dossier.absences().filter(|it| it.claim == claim.id);
        write_claim(w, claim, absences.filter(|it| is_written(&it.article)).map(|it| &**it));
    });
}

/// The value of a mention's field `refersTo`.
pub(super) fn write_reference(w: &mut JsonWriter, reference: Option<Reference>, dossier: &Dossier) {
    let Some(reference) = reference else { return w.null() };
    w.object(|w| {
        write_entity_reference(w.field("entity"), reference.entity, dossier);
        match reference.claim.and_then(|id| dossier.claim(id)) {
            Some(claim) => w.field("claim").inline_object(|w| {
                w.field("id").shown(claim.id);
                w.field("text").text(&claim.text);
            }),
            None => w.field("claim").null(),
        }
        write_word(w.field("stance"), reference.stance.map(|stance| stance.name()));
        write_entity_reference(w.field("speaker"), reference.speaker, dossier);
    });
}

fn write_entity_reference(w: &mut JsonWriter, id: Option<EntityId>, dossier: &Dossier) {
    match id.and_then(|id| dossier.entity(id)) {
        Some(entity) => w.named(entity.id, &entity.name),
        None => w.null(),
    }
}

fn write_entity(w: &mut JsonWriter, entity: &Entity, schema: &Schema) {
    w.object(|w| {
        w.field("id").shown(entity.id);
        w.field("name").text(&entity.name);
        match entity.label.and_then(|id| schema.label(id)) {
            Some(label) => w.field("label").named(label.id, &label.name),
            None => w.field("label").null(),
        }
        w.field("aliases").texts(&entity.aliases);
        w.field("identity").text(&entity.identity);
        w.field("roles").list(&entity.roles, write_role);
        w.field("note").text(&entity.note);
        w.field("created").shown(entity.created);
        w.field("modified").shown(entity.modified);
    });
}

fn write_role(w: &mut JsonWriter, role: &Role) {
    w.inline_object(|w| {
        w.field("title").text(&role.title);
        write_date(w.field("from"), role.from);
        write_date(w.field("to"), role.to);
    });
}

fn write_claim<'a>(w: &mut JsonWriter, claim: &Claim, absences: impl Iterator<Item = &'a Absence>) {
    w.object(|w| {
        w.field("id").shown(claim.id);
        w.field("text").text(&claim.text);
        write_word(w.field("kind"), claim.kind.map(|kind| kind.name()));
        write_word(w.field("checkWorthy"), claim.check_worthy.map(|it| it.name()));
        write_word(w.field("verdict"), claim.verdict.map(|verdict| verdict.name()));
        w.field("sources").list(&claim.sources, |w, source| {
            w.inline_object(|w| {
                w.field("url").text(&source.url);
                w.field("note").text(&source.note);
            });
        });
        w.field("note").text(&claim.note);
        w.field("absentFrom").list(absences, |w, absence| {
            w.inline_object(|w| {
                w.field("article").shown(absence.article);
                w.field("creator").text(&absence.author);
                w.field("checked").shown(absence.checked);
            });
        });
        w.field("created").shown(claim.created);
        w.field("modified").shown(claim.modified);
    });
}

fn write_date(w: &mut JsonWriter, date: Option<PublicationDate>) {
    match date {
        Some(date) => w.shown(date),
        None => w.null(),
    }
}

fn write_word(w: &mut JsonWriter, word: Option<&str>) {
    match word {
        Some(word) => w.text(word),
        None => w.null(),
    }
}
