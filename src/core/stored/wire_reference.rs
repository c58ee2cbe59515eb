//! What mentions refer to, as it is stored behind their columns.

use super::raw_record::AsBytes;
use super::wire_dossier::word;
use crate::core::id::{ClaimId, EntityId};
use crate::core::reference::{Reference, Stance};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Of a mention that refers to something.
#[derive(Serialize, Deserialize)]
pub(super) struct WireReference<'a> {
    /// Which mention of the columns, 0-based.
    pub row: u32,
    entity: Option<AsBytes<EntityId>>,
    claim: Option<AsBytes<ClaimId>>,
    #[serde(borrow)]
    stance: Option<Cow<'a, str>>,
    speaker: Option<AsBytes<EntityId>>,
}

impl WireReference<'_> {
    pub fn new(row: u32, reference: Reference) -> Self {
        Self {
            row,
            entity: reference.entity.map(AsBytes),
            claim: reference.claim.map(AsBytes),
            stance: reference.stance.map(|stance| stance.name().into()),
            speaker: reference.speaker.map(AsBytes),
        }
    }

    pub fn read(self) -> Result<Reference, String> {
        let reference = Reference {
            entity: self.entity.map(|id| id.0),
            claim: self.claim.map(|id| id.0),
            stance: word(self.stance, Stance::from_name)?,
            speaker: self.speaker.map(|id| id.0),
        };
        if reference.is_empty() {
            return Err("it refers to nothing".to_owned());
        }
        Ok(reference)
    }
}
