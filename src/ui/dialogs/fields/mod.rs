//! Fields of forms: each with its label, a hint and, where something is wrong, the reason.

pub mod choice_group;
pub mod described;
pub mod text_area;
pub mod text_field;
