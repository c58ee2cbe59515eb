//! One file per browser facility.

pub mod js;
pub mod storage;
pub mod tab_lock;
