//! Writes relations and distinctions of the native format.

use super::write::write_span;
use crate::core::distinction::PassageAddress;
use crate::core::formats::chosen::Chosen;
use crate::core::formats::json_writer::JsonWriter;
use crate::core::project::Project;
use crate::core::relation::{End, Relation};

/// The value of the field `relations`: those whose mentions are of articles that are written.
pub(super) fn write_relations(w: &mut JsonWriter, project: &Project, chosen: &Chosen) {
    let is_written = |end: End| match end {
        End::Mention(id) => project.mention(id).is_some_and(|mention| chosen.has(mention.article)),
        End::Claim(_) | End::Entity(_) => true,
    };
    let relations = project.dossier().relations();
    let written = relations.filter(|it| is_written(it.from) && is_written(it.to));
    w.list(written, |w, relation| write_relation(w, relation, project));
}

/// The value of the field `distinctions`: those whose articles are both written.
pub(super) fn write_distinctions(w: &mut JsonWriter, project: &Project, chosen: &Chosen) {
    let distinctions = project.dossier().distinctions();
    let written = distinctions.filter(|it| it.passages().iter().all(|passage| chosen.has(passage.article)));
    w.list(written, |w, distinction| {
        w.object(|w| {
            w.field("passages").list(distinction.passages(), |w, passage| {
                write_passage(w, passage, project);
            });
            w.field("creator").text(&distinction.author);
            w.field("created").shown(distinction.at);
        });
    });
}

fn write_relation(w: &mut JsonWriter, relation: &Relation, project: &Project) {
    let kind = project.schema().relation_type(relation.kind);
    w.object(|w| {
        w.field("id").shown(relation.id);
        let name = kind.map_or("", |kind| &kind.name);
        w.field("type").named(relation.kind, name);
        write_end(w.field("from"), relation.from, project);
        write_end(w.field("to"), relation.to, project);
        w.field("note").text(&relation.note);
        w.field("creator").text(&relation.author);
        w.field("created").shown(relation.created);
        w.field("modified").shown(relation.modified);
    });
}

fn write_end(w: &mut JsonWriter, end: End, project: &Project) {
    let text = project.words_of(end).unwrap_or_default();
    let mut write = |kind: &str, id: &dyn std::fmt::Display| {
        w.inline_object(|w| {
            w.field("kind").text(kind);
            w.field("id").shown(id);
            w.field("text").text(&text);
        });
    };
    match end {
        End::Mention(id) => write("mention", &id),
        End::Claim(id) => write("claim", &id),
        End::Entity(id) => write("entity", &id),
    }
}

fn write_passage(w: &mut JsonWriter, passage: PassageAddress, project: &Project) {
    let article = project
        .article(passage.article)
        .expect("a project's distinctions are of its articles");
    w.object(|w| {
        w.field("article").shown(passage.article);
        write_span(w.field("span"), passage.span, article);
    });
}
