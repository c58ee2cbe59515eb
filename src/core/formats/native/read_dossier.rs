//! Reads entities and claims of the native format, and what mentions refer to.

use super::read::Reader;
use super::read_relations::{read_distinctions, read_relations};
use crate::core::claim::{CheckWorthy, Claim, ClaimKind, ClaimSource, Verdict};
use crate::core::coverage::Absence;
use crate::core::dossier::Dossier;
use crate::core::entity::{Entity, Role};
use crate::core::formats::derived_id::derived_id;
use crate::core::formats::json_node::{Fields, Report};
use crate::core::formats::schema_read::read_label_name;
use crate::core::id::{ArticleId, ClaimId, EntityId, LabelId};
use crate::core::reference::{Reference, Stance};
use crate::core::schema::Schema;
use crate::core::timestamp::Timestamp;
use std::collections::BTreeSet;

/// The file's entities and claims, as yet without absences.
pub(super) fn read_dossier(
    root: &Fields<'_, '_>,
    schema: &Schema,
    created: Timestamp,
    report: &mut Report<'_>,
) -> Dossier {
    let mut entities: Vec<Entity> = Vec::new();
    let mut ids = BTreeSet::new();
    for node in root.items("entities", report).iter() {
        let Some(fields) = node.fields(report) else { continue };
        let Some(entity) = read_entity(&fields, schema, created, report) else {
            continue;
        };
        if ids.insert(entity.id) {
            entities.push(entity);
        } else {
            report.left_out(
                node,
                format_args!("a second entity of the id {} was left out", entity.id),
            );
        }
    }
    let mut claims: Vec<Claim> = Vec::new();
    let mut ids = BTreeSet::new();
    for node in root.items("claims", report).iter() {
        let Some(fields) = node.fields(report) else { continue };
        let Some(claim) = read_claim(&fields, created, report) else {
            continue;
        };
        if ids.insert(claim.id) {
            claims.push(claim);
        } else {
            report.left_out(node, format_args!("a second claim of the id {} was left out", claim.id));
        }
    }
    Dossier::from_parts(entities, claims, Vec::new())
}

/// The same with absences, relations and distinctions, once the articles are read: these may name none of another project.
pub(super) fn with_all(root: &Fields<'_, '_>, reader: &mut Reader<'_>) -> Dossier {
    let mut absences = Vec::new();
    for node in root.items("claims", &mut Report::unheard()).iter() {
        let Some(fields) = node.fields(&mut Report::unheard()) else {
            continue;
        };
        let Some(claim) = claim_id(&fields, &mut Report::unheard()) else {
            continue;
        };
        for node in fields.items("absentFrom", &mut reader.report).iter() {
            if let Some(fields) = node.fields(&mut reader.report) {
                absences.extend(read_absence(&fields, claim, reader));
            }
        }
    }
    let (entities, claims) = (reader.dossier.entities(), reader.dossier.claims());
    let entities = entities.map(|entity| (**entity).clone()).collect();
    let dossier = Dossier::from_parts(entities, claims.map(|claim| (**claim).clone()).collect(), absences);
    let relations = read_relations(root, reader);
    let distinctions = read_distinctions(root, reader);
    dossier.with_relations(relations).with_distinctions(distinctions)
}

/// What the mention refers to, without what the file lacks.
pub(super) fn read_reference(mention: &Fields<'_, '_>, dossier: &Dossier, report: &mut Report<'_>) -> Reference {
    let fields = mention.get("refersTo").and_then(|node| node.fields(report));
    let Some(fields) = fields else {
        return Reference::default();
    };
    fields.report_others(
        "what a mention refers to",
        &["entity", "claim", "stance", "speaker"],
        report,
    );
    let given = Reference {
        entity: read_id_of(&fields, "entity", &["id", "name"], report),
        claim: read_id_of(&fields, "claim", &["id", "text"], report),
        stance: word(&fields, "stance", Stance::from_name, report),
        speaker: read_id_of(&fields, "speaker", &["id", "name"], report),
    };
    let known = dossier.known(given);
    if known != given {
        let reason = "the mention refers to an entity or a claim that the file has not; that was left out";
        report.left_out(fields.node(), reason);
    }
    known
}

fn read_id_of<T: std::str::FromStr<Err: std::fmt::Display>>(
    fields: &Fields<'_, '_>,
    key: &str,
    known: &[&str],
    report: &mut Report<'_>,
) -> Option<T> {
    let fields = fields.get(key)?.fields(report)?;
    fields.report_others("a reference", known, report);
    fields.parsed("id", report)
}

fn read_entity(
    fields: &Fields<'_, '_>,
    schema: &Schema,
    created: Timestamp,
    report: &mut Report<'_>,
) -> Option<Entity> {
    const KNOWN: [&str; 9] = [
        "id", "name", "label", "aliases", "identity", "roles", "note", "created", "modified",
    ];
    fields.report_others("an entity", &KNOWN, report);
    let name = fields.text("name", report);
    if name.trim().is_empty() {
        report.left_out(fields.node(), "an entity without a name was left out");
        return None;
    }
    let id = fields.parsed("id", report).unwrap_or_else(|| {
        report.notice(fields.node(), "the entity has no id; it got one made from its name");
        EntityId::from_u128(derived_id(&["entity", &name]))
    });
    let created = fields.parsed("created", report).unwrap_or(created);
    Some(Entity {
        id,
        name,
        label: read_label(fields, schema, report),
        aliases: read_aliases(fields, report),
        identity: fields.text("identity", report),
        roles: read_roles(fields, report),
        note: fields.text("note", report),
        created,
        modified: fields.parsed("modified", report).unwrap_or(created),
    })
}

/// By id, else by name.
fn read_label(entity: &Fields<'_, '_>, schema: &Schema, report: &mut Report<'_>) -> Option<LabelId> {
    let fields = entity.get("label")?.fields(report)?;
    read_label_name(&fields, schema, report)
}

fn read_aliases(fields: &Fields<'_, '_>, report: &mut Report<'_>) -> Vec<String> {
    let mut aliases = fields.texts("aliases", report);
    let n_given = aliases.len();
    let mut seen = BTreeSet::new();
    aliases.retain(|alias| !alias.trim().is_empty() && seen.insert(alias.clone()));
    if aliases.len() < n_given {
        report.notice(fields.node(), "aliases that were empty or there twice were left out");
    }
    aliases
}

fn read_roles(entity: &Fields<'_, '_>, report: &mut Report<'_>) -> Vec<Role> {
    let mut roles = Vec::new();
    for node in entity.items("roles", report).iter() {
        let Some(fields) = node.fields(report) else { continue };
        fields.report_others("a role", &["title", "from", "to"], report);
        let title = fields.text("title", report);
        if title.trim().is_empty() {
            report.left_out(node, "a role without a title was left out");
            continue;
        }
        roles.push(Role {
            title,
            from: fields.parsed("from", report),
            to: fields.parsed("to", report),
        });
    }
    roles
}

fn read_claim(fields: &Fields<'_, '_>, created: Timestamp, report: &mut Report<'_>) -> Option<Claim> {
    const KNOWN: [&str; 10] = [
        "id",
        "text",
        "kind",
        "checkWorthy",
        "verdict",
        "sources",
        "note",
        "absentFrom",
        "created",
        "modified",
    ];
    fields.report_others("a claim", &KNOWN, report);
    let id = claim_id(fields, report)?;
    let created = fields.parsed("created", report).unwrap_or(created);
    Some(Claim {
        id,
        text: fields.text("text", report),
        kind: word(fields, "kind", ClaimKind::from_name, report),
        check_worthy: word(fields, "checkWorthy", CheckWorthy::from_name, report),
        verdict: word(fields, "verdict", Verdict::from_name, report),
        sources: read_sources(fields, report),
        note: fields.text("note", report),
        created,
        modified: fields.parsed("modified", report).unwrap_or(created),
    })
}

/// `None` for a claim that is left out.
fn claim_id(fields: &Fields<'_, '_>, report: &mut Report<'_>) -> Option<ClaimId> {
    let text = fields.text("text", report);
    if text.trim().is_empty() {
        report.left_out(fields.node(), "a claim without a text was left out");
        return None;
    }
    let id = fields.parsed("id", report).unwrap_or_else(|| {
        report.notice(fields.node(), "the claim has no id; it got one made from its text");
        ClaimId::from_u128(derived_id(&["claim", &text]))
    });
    Some(id)
}

fn read_sources(claim: &Fields<'_, '_>, report: &mut Report<'_>) -> Vec<ClaimSource> {
    let mut sources = Vec::new();
    for node in claim.items("sources", report).iter() {
        let Some(fields) = node.fields(report) else { continue };
        fields.report_others("a claim’s source", &["url", "note"], report);
        let url = fields.text("url", report);
        if url.trim().is_empty() {
            report.left_out(node, "a source without an address was left out");
            continue;
        }
        let note = fields.text("note", report);
        sources.push(ClaimSource { url, note });
    }
    sources
}

fn read_absence(fields: &Fields<'_, '_>, claim: ClaimId, reader: &mut Reader<'_>) -> Option<Absence> {
    let report = &mut reader.report;
    fields.report_others("an absence", &["article", "creator", "checked"], report);
    let article: Option<ArticleId> = fields.parsed("article", report);
    let Some(article) = article.filter(|id| reader.article_ids.contains(id)) else {
        report.left_out(fields.node(), "it names no article of the file; it was left out");
        return None;
    };
    Some(Absence {
        claim,
        article,
        author: fields.text("creator", report),
        checked: fields.parsed("checked", report).unwrap_or(reader.created),
    })
}

/// One of a closed list; `None` where it is missing, reported where it is another word.
fn word<T>(fields: &Fields<'_, '_>, key: &str, from_name: fn(&str) -> Option<T>, report: &mut Report<'_>) -> Option<T> {
    let node = fields.get(key)?;
    let word = node.text(report)?;
    let known = from_name(&word);
    if known.is_none() {
        report.left_out(node, format_args!("“{word}” is not known here"));
    }
    known
}
