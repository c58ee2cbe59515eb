//! For tests: random projects and steps, laws that every step keeps, and a store in memory.

pub(crate) mod csv_rows;
pub(crate) mod dice;
pub(crate) mod laws;
pub(crate) mod random_dossier;
pub(crate) mod random_project;
pub(crate) mod random_relations;
pub(crate) mod random_step;
pub(crate) mod snapshot;
