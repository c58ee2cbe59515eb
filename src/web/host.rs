//! Carries out what the editor asks of the browser.

use super::announcer::Announcer;
use super::keeper::Keeper;
use super::{address, environment, file_picker, file_work, focus, pane_binding, sample, search_work};
use crate::editor::effect::Effect;
use crate::editor::env::Env;
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
            Effect::Export(file) => file_work::export(file, store),
            Effect::PickFiles => file_picker::pick(store.clone()),
            Effect::FetchSample => sample::add(store.clone()),
            Effect::ReadHtml(html) => file_work::read_html(html, store),
            Effect::Merge(order) => file_work::merge(order, store),
            Effect::CancelWork(id) => file_work::cancel(id),
            Effect::Search(order) => search_work::search(order, store),
            Effect::PrepareSearch => search_work::prepare(store),
            Effect::EndSearch => search_work::end(),
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
