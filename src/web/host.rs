//! Carries out what the editor asks of the browser.

use super::announcer::Announcer;
use super::keeper::Keeper;
use super::{address, environment, file_picker, file_trouble, focus, late_border, late_part, pane_binding, sample};
use crate::editor::action::Action;
use crate::editor::effect::Effect;
use crate::editor::env::Env;
use crate::editor::passages::PassagesAction;
use crate::editor::search::SearchAction;
use crate::editor::store::{Host, Store};

/// The browser as the store's host.
#[derive(Debug)]
pub struct BrowserHost {
    keeper: Keeper,
    announcer: Announcer,
}

impl BrowserHost {
    /// `keeper` stores; the announcer's live region is added to the page.
    pub fn new(keeper: Keeper) -> Self {
        Self {
            keeper,
            announcer: Announcer::new(),
        }
    }
}

impl Host for BrowserHost {
    fn with_env(&self, work: &mut dyn FnMut(&Env<'_>)) {
        environment::with_env(work);
    }

    fn carry_out(&self, effect: Effect, store: &Store) {
        match effect {
            Effect::Append(_)
            | Effect::CreateProject(_)
            | Effect::CreateFromFile(_)
            | Effect::OpenProject(_)
            | Effect::DuplicateProject { .. }
            | Effect::SetDeleted(..)
            | Effect::Purge(_)
            | Effect::SaveSettings(_) => self.keeper.take(effect, store),
            Effect::PickFiles => file_picker::pick(store.clone()),
            Effect::FetchSample => sample::add(store.clone()),
            Effect::Export(_)
            | Effect::ReadHtml(_)
            | Effect::Merge(_)
            | Effect::CancelWork(_)
            | Effect::AwaitLate(_)
            | Effect::ComparePassages(_)
            | Effect::EndPassages
            | Effect::Search(_)
            | Effect::PrepareSearch
            | Effect::EndSearch => hand_on(effect, store),
            Effect::CopyLink(address) => address::copy(address, store),
            Effect::Announce(text) => self.announcer.say(&text),
            Effect::AnnounceAfterPause(text) => self.announcer.say_after_pause(text),
            Effect::Focus(target) => focus::focus(target),
            Effect::Reveal(span) => pane_binding::reveal(span),
            Effect::RevealSelected(span) => pane_binding::reveal_selected(span),
            Effect::DropSelection(span) => pane_binding::drop_selection(span),
        }
    }
}

/// Has the late part of the program do it. In their order, as everything that waits for it.
fn hand_on(effect: Effect, store: &Store) {
    type Refusal = fn(u32, String) -> Action;
    let refused: Option<(u32, Refusal)> = match &effect {
        Effect::Search(order) => Some((order.number, |number, reason| {
            Action::Search(SearchAction::Refused(number, reason))
        })),
        Effect::ComparePassages(order) => Some((order.number, |number, reason| {
            Action::Passages(PassagesAction::Refused(number, reason))
        })),
        _ => None,
    };
    let teller = store.clone();
    late_part::hand_on(
        late_border::carry_out,
        (effect, store.clone()),
        move |reason| match refused {
            Some((number, refusal)) => teller.dispatch(refusal(number, reason)),
            None => file_trouble::tell(reason, &teller),
        },
    );
}
