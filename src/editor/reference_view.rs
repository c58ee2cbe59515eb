//! What the inspector shows of a mention's reference.

use super::dialog::LinkKind;
use super::link_check::objections;
use super::link_choices::{LinkChoice, LinkChoices};
use super::machine::Editor;
use crate::core::id::{ClaimId, EntityId, MentionId};
use crate::core::label::LabelKind;
use crate::core::reference::Stance;
use crate::core::suggest::Fold;

/// By what the mention's label is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReferenceView {
    /// It names somebody or something.
    Entity {
        /// Whom.
        linked: Option<(EntityId, String)>,
        /// What speaks against that.
        objections: Vec<String>,
        /// Where it is not linked: whom it may name.
        proposals: Vec<LinkChoice>,
    },
    /// It says something.
    Claim {
        /// What.
        attached: Option<(ClaimId, String)>,
        /// Where it is not attached: what it may say.
        proposals: Vec<LinkChoice>,
        /// How the article puts it.
        stance: Option<Stance>,
        /// Who says it.
        speaker: Option<(EntityId, String)>,
    },
}

/// More would take the place of what is known of the mention.
const PROPOSALS: usize = 2;

impl ReferenceView {
    /// `None` where the mention is gone.
    pub fn of(editor: &Editor, id: MentionId, fold: Fold<'_>) -> Option<Self> {
        let (project, dossier) = (editor.project(), editor.project().dossier());
        let mention = project.mention(id)?;
        let reference = mention.reference();
        let named = |id| dossier.entity(id).map(|entity| (entity.id, entity.name.clone()));
        let proposals = |kind, is_linked| match is_linked {
            true => Vec::new(),
            false => LinkChoices::new(editor, id, kind, fold)
                .map(|it| it.proposals(PROPOSALS))
                .unwrap_or_default(),
        };
        Some(match project.schema().label(mention.label)?.kind {
            LabelKind::Entity => Self::Entity {
                linked: reference.entity.and_then(named),
                objections: objections(editor, id, fold),
                proposals: proposals(LinkKind::Entity, reference.entity.is_some()),
            },
            LabelKind::Claim => Self::Claim {
                attached: reference
                    .claim
                    .and_then(|id| dossier.claim(id))
                    .map(|claim| (claim.id, claim.text.clone())),
                proposals: proposals(LinkKind::Claim, reference.claim.is_some()),
                stance: reference.stance,
                speaker: reference.speaker.and_then(named),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::link_choices::tests::{act, editor_of, fold, mention};
    use super::*;
    use crate::editor::dossier::{DossierAction, Pick};

    #[test]
    fn proposals_stand_where_a_link_will() {
        let (mut editor, entity) = editor_of(&["Giammattei met Harris."], "2021");
        let it = mention(&mut editor, 0, "Giammattei", 0);
        let Some(ReferenceView::Entity {
            linked: None,
            proposals,
            ..
        }) = ReferenceView::of(&editor, it, &fold)
        else {
            panic!("it is an entity’s");
        };
        let titles: Vec<&str> = proposals.iter().map(|choice| choice.title.as_str()).collect();
        assert_eq!(titles, ["Alejandro Giammattei", "New entity “Giammattei”"]);
        act(&mut editor, proposals[0].action.clone());
        let expected = ReferenceView::Entity {
            linked: Some((entity, "Alejandro Giammattei".to_owned())),
            objections: Vec::new(),
            proposals: Vec::new(),
        };
        assert_eq!(ReferenceView::of(&editor, it, &fold), Some(expected));
        act(&mut editor, DossierAction::Link(it, Pick::Nothing));
        assert_eq!(ReferenceView::of(&editor, MentionId::from_u128(1), &fold), None);
    }
}
