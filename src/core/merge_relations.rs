//! Joins types of relations, relations and distinctions of a file with those of the project.

use super::distinction::{Distinction, PassageAddress};
use super::dossier::Dossier;
use super::formats::{free_name, is_same};
use super::id::{LabelId, RelationTypeId};
use super::merge_dossier::{DossierMap, latest};
use super::merge_labels::{LabelMap, Prefer};
use super::relation::Relation;
use super::relation_type::RelationType;
use super::schema::Schema;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Types are the same by id, else by name, each of the project's of one of the file's at most. New ones go to the end.
/// Of what both have, the preferred one's words stand; where those are the project's, either's ends may be joined. Answers
/// which type of the joint schema each of the file's is.
pub(super) fn merge_relation_types(
    joint: &mut Schema,
    incoming: &Schema,
    prefer: Prefer,
    label: impl Fn(LabelId) -> LabelId,
) -> BTreeMap<RelationTypeId, RelationTypeId> {
    let mut map = BTreeMap::new();
    let n_present = joint.relation_types.len();
    let mut taken: Vec<RelationTypeId> = incoming.relation_types.iter().map(|kind| kind.id).collect();
    for theirs in &incoming.relation_types {
        let mut theirs = theirs.with_labels(|id| Some(label(id)));
        let own_id = theirs.id;
        let is_alike = |it: &Rc<RelationType>| is_same(&it.name, &theirs.name) && !taken.contains(&it.id);
        let of_name = || joint.relation_types.iter().take(n_present).position(is_alike);
        let at = joint.relation_position(own_id).or_else(of_name);
        if let Some(at) = at {
            let ours = &joint.relation_types[at];
            theirs = match prefer {
                Prefer::Incoming => RelationType { id: ours.id, ..theirs },
                Prefer::Present => RelationType {
                    from: ours.from.joined(&theirs.from),
                    to: ours.to.joined(&theirs.to),
                    ..RelationType::clone(ours)
                },
            };
            taken.push(theirs.id);
        }
        let others = || joint.relation_types.iter().filter(|it| it.id != theirs.id);
        theirs.name = free_name(&theirs.name, |name| others().any(|it| is_same(&it.name, name)));
        map.insert(own_id, theirs.id);
        match at {
            Some(at) if *joint.relation_types[at] == theirs => {}
            Some(at) => joint.relation_types[at] = Rc::new(theirs),
            None => joint.relation_types.push(Rc::new(theirs)),
        }
    }
    map
}

/// Adds the file's relations. Of what both have by id, the one that was changed later stays; one that says what another
/// says already, or that now joins something with itself, because its ends were joined, is not added.
pub(super) fn add_relations(
    joint: &mut Dossier,
    incoming: &Dossier,
    schema: &Schema,
    labels: &LabelMap,
    ends: &DossierMap,
) {
    for theirs in incoming.relations() {
        let mapped = Relation {
            kind: labels.relation_type(theirs.kind),
            ..theirs.between(ends.end(theirs.from), ends.end(theirs.to))
        };
        let mapped = Rc::new(mapped);
        let relation = match joint.relation(mapped.id) {
            Some(ours) => latest(ours, &mapped, |it| it.modified),
            None if joint.said(&mapped, schema).is_some() => continue,
            None => mapped,
        };
        if relation.is_sound() {
            joint.relations.insert(relation.id, relation);
        }
    }
}

/// Adds the file's distinctions, each passage where it is in the project's text. Answers how many were left out, because
/// one of their passages is not there.
pub(super) fn add_distinctions(
    joint: &mut Dossier,
    incoming: &Dossier,
    mut place: impl FnMut(PassageAddress) -> Option<PassageAddress>,
) -> usize {
    let mut n_left_out = 0;
    for theirs in incoming.distinctions() {
        let [a, b] = theirs.passages();
        let mapped = place(a).zip(place(b));
        let mapped = mapped.and_then(|(a, b)| Distinction::new(a, b, theirs.author.clone(), theirs.at));
        match mapped {
            Some(new) if joint.distinctions.contains_key(&new.key()) => {}
            Some(new) => drop(joint.distinctions.insert(new.key(), Rc::new(new))),
            None => n_left_out += 1,
        }
    }
    n_left_out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::claim::Claim;
    use crate::core::default_relation_types::{CONTRADICTS, SUPPORTS};
    use crate::core::default_schema::default_schema;
    use crate::core::id::{ClaimId, RelationId};
    use crate::core::merge_dossier::merge_dossiers;
    use crate::core::merge_labels::merge_labels;
    use crate::core::relation::End;
    use crate::core::relation_type::EndRule;
    use crate::core::timestamp::Timestamp;

    fn claim(id: u128, text: &str) -> Claim {
        Claim {
            id: ClaimId::from_u128(id),
            text: text.to_owned(),
            kind: None,
            check_worthy: None,
            verdict: None,
            sources: Vec::new(),
            note: String::new(),
            created: Timestamp::default(),
            modified: Timestamp::default(),
        }
    }

    /// Id, type and ends.
    type Said = (u128, RelationTypeId, u128, u128);

    fn relation((id, kind, from, to): Said) -> Relation {
        let end = |id| End::Claim(ClaimId::from_u128(id));
        Relation {
            id: RelationId::from_u128(id),
            kind,
            from: end(from),
            to: end(to),
            note: String::new(),
            author: String::new(),
            created: Timestamp::default(),
            modified: Timestamp::default(),
        }
    }

    fn dossier(claims: &[(u128, &str)], relations: &[Said]) -> Dossier {
        let claims = claims.iter().map(|(id, text)| claim(*id, text)).collect();
        let dossier = Dossier::from_parts(Vec::new(), claims, Vec::new());
        dossier.with_relations(relations.iter().map(|it| relation(*it)).collect())
    }

    #[test]
    fn ends_follow_what_was_joined_and_nothing_is_said_twice_or_of_itself() {
        let present = dossier(
            &[(1, "Prices rose"), (2, "Wages fell")],
            &[(10, SUPPORTS, 1, 2), (11, CONTRADICTS, 1, 2)],
        );
        let incoming = dossier(
            &[(3, "Prices rose"), (4, "Wages fell"), (5, "Prices rose ")],
            &[
                (20, SUPPORTS, 3, 4),
                (21, SUPPORTS, 4, 3),
                (22, CONTRADICTS, 4, 3),
                (23, SUPPORTS, 3, 5),
            ],
        );
        let schema = default_schema();
        let (schema, labels) = merge_labels(&schema, &schema, Prefer::Present);
        let (mut joint, map) = merge_dossiers(&present, &incoming, &labels);
        add_relations(&mut joint, &incoming, &schema, &labels, &map);
        let relations: Vec<Relation> = joint.relations().map(|it| Relation::clone(it)).collect();
        let expected = [(10, SUPPORTS, 1, 2), (11, CONTRADICTS, 1, 2), (21, SUPPORTS, 2, 1)];
        assert_eq!(relations, expected.map(relation));
    }

    #[test]
    fn types_are_joined_by_name_and_what_they_may_join_adds_up() {
        let present = default_schema();
        let mut incoming = default_schema();
        incoming.relation_types.truncate(1);
        let theirs = Rc::make_mut(&mut incoming.relation_types[0]);
        theirs.id = RelationTypeId::from_u128(7);
        theirs.name = "Supports ".to_owned();
        theirs.from = EndRule {
            entities: true,
            ..EndRule::default()
        };
        let (joint, map) = merge_labels(&present, &incoming, Prefer::Present);
        assert_eq!(map.relation_type(RelationTypeId::from_u128(7)), SUPPORTS);
        assert_eq!(joint.relation_types.len(), present.relation_types.len());
        let ours = &joint.relation_types[0];
        assert_eq!(
            (ours.name.as_str(), ours.from.entities, ours.from.claims),
            ("supports", true, true)
        );
        let (joint, _) = merge_labels(&present, &incoming, Prefer::Incoming);
        let ours = &joint.relation_types[0];
        assert_eq!(
            (ours.name.as_str(), ours.from.entities, ours.from.claims),
            ("Supports ", true, false)
        );
    }
}
