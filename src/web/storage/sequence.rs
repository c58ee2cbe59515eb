//! The checks that keep two writers of one project from overwriting each other.
//!
//! That a number is free is not enough: the other writer may have written a snapshot since and so dropped its journal.

use super::error::StorageError;

/// `last_journaled` is the number of the last entry of the journal, if it has one.
pub(super) fn check_append(snapshot_seq: u64, last_journaled: Option<u64>, first_seq: u64) -> Result<(), StorageError> {
    let last = last_journaled.map_or(snapshot_seq, |seq| seq.max(snapshot_seq));
    if last + 1 == first_seq {
        Ok(())
    } else {
        Err(StorageError::Conflict)
    }
}

/// A snapshot may cover transactions that were never journaled (an import), but never fewer than the stored one.
pub(super) fn check_snapshot(stored_seq: Option<u64>, seq: u64) -> Result<(), StorageError> {
    if stored_seq.is_some_and(|stored| stored > seq) {
        Err(StorageError::Conflict)
    } else {
        Ok(())
    }
}
