//! One file per browser facility.
