//! How far each long work is, with a button to cancel it. The editor has it announced, so nothing here is a live region.

use super::store_hooks::{use_selector, use_store};
use crate::editor::action::Action;
use crate::editor::change_set::Topics;
use crate::editor::store::Store;
use crate::editor::work::{Work, WorkAction};
use yew::prelude::*;

/// Where the bars stand.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct WorkBarProps {
    /// Tells the elements' ids from those in another place.
    #[prop_or_default]
    pub prefix: AttrValue,
}

/// Nothing while nothing goes on; what is over in a moment is never seen.
#[component]
pub fn WorkBar(props: &WorkBarProps) -> Html {
    let work = use_selector(Topics::WORK, |editor| editor.view().work.clone());
    let store = use_store();
    if work.is_empty() {
        return Html::default();
    }
    html! {
        <section class="works" aria-label="Work in progress">
            { for work.into_iter().map(|work| bar(&store, &props.prefix, work)) }
        </section>
    }
}

fn bar(store: &Store, prefix: &str, work: Work) -> Html {
    let (store, id) = (store.clone(), work.id);
    let on_cancel = move |_: MouseEvent| store.dispatch(Action::Work(WorkAction::Cancel(id)));
    let title_id = format!("{prefix}work-title-{id}");
    // Without a value the bar says that it is not known how far the work is.
    let value = (work.total > 1).then(|| work.done.to_string());
    html! {
        <div key={id} class="work">
            <span id={title_id.clone()} class="work-title">{ format!("{}…", work.title) }</span>
            <progress class="work-progress" aria-labelledby={title_id} max={work.total.to_string()} {value} />
            <button type="button" class="button" onclick={on_cancel}>{ "Cancel" }</button>
        </div>
    }
}
