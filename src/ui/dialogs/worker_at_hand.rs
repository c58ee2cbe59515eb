//! A worker waits while the person decides, so that what they choose begins at once.

use crate::web::worker::spare;
use yew::prelude::*;

/// For as long as the component is shown.
#[hook]
pub fn use_worker_at_hand() {
    use_effect_with((), |()| {
        spare::prepare();
        spare::let_go
    });
}
