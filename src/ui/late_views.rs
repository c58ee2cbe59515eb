//! The border between the two parts of the program. `cargo xtask dist` puts everything that is reached by way of these
//! functions only into the late part: components, what they use of the editor, and texts.

use super::claims::ClaimsPanel;
use super::dialogs::Dialogs;
use super::entities::EntitiesPanel;
use super::inspector::chosen_mention::Chosen;
use super::mention_list::rows::Rows;
use super::search::SearchPanel;
use super::toasts::Toasts;
use super::work_bar::WorkBar;
use crate::ui::part::part;
use crate::web::late_part::Arrived;
use yew::prelude::*;

/// The dialog that is open.
pub fn dialogs(_: Arrived) -> Html {
    part!(<Dialogs />)
}

/// All about the chosen mention.
pub fn chosen_mention(_: Arrived) -> Html {
    part!(<Chosen />)
}

/// The rows of the list of mentions.
pub fn mention_rows(_: Arrived) -> Html {
    part!(<Rows />)
}

/// The messages at the foot of the page.
pub fn toasts(_: Arrived) -> Html {
    part!(<Toasts />)
}

/// How far long work is.
pub fn work_bar(_: Arrived) -> Html {
    part!(<WorkBar />)
}

/// Who and what mentions refer to.
pub fn entities(_: Arrived) -> Html {
    part!(<EntitiesPanel />)
}

/// What mentions say, and which articles say it.
pub fn claims(_: Arrived) -> Html {
    part!(<ClaimsPanel />)
}

/// The search.
pub fn search(_: Arrived) -> Html {
    part!(<SearchPanel />)
}
