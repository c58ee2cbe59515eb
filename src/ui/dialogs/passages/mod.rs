//! The list of passages with the same content, of all articles or of one thing in them.

mod row;

use crate::core::id::ArticleId;
use crate::editor::action::Action;
use crate::editor::beside::BesideAction;
use crate::editor::change_set::Topics;
use crate::editor::count::grouped;
use crate::editor::machine::Editor;
use crate::editor::passages::PassagesAction;
use crate::editor::passages::list::{PassageLine, PassageScope, listed};
use crate::editor::roving::Step;
use crate::editor::store::Store;
use crate::editor::windowing::{rows_per_page, scroll_to_show};
use crate::ui::dialogs::comparing::Comparing;
use crate::ui::dialogs::history_keys::history_command;
use crate::ui::media_hook::use_media;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::menu::{Menu, MenuGroup};
use crate::ui::widgets::modal::Modal;
use crate::ui::widgets::virtual_list::VirtualList;
use crate::web::modal::pass_focus;
use crate::web::scroller::{self, root_font_size};
use row::{Row, row_id};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// Has the focus until there is a list.
const FRAME: &str = "passages";
const LIST: &str = "passage-list";

/// In `rem`: a line of names, three of each passage, and one that says why.
const ROW_HEIGHT: f64 = 9.0;
/// The same where the passages stand one below the other, each with its name and two lines.
const STACKED_ROW_HEIGHT: f64 = 12.0;
const STACKED: &str = "(max-width: 44.99rem)";

/// What a person does with a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowAction {
    /// Shows it side by side.
    Open(usize),
    /// Says that both make the same claim.
    SameClaim(usize),
    /// Says that they are not the same.
    NotSame(usize),
}

/// The filter and the pairs, or why there are none.
#[component]
pub fn PassagesDialog() -> Html {
    let store = use_store();
    let topics = Topics::PASSAGES | Topics::ARTICLES | Topics::PROJECT | Topics::DOSSIER | Topics::MENTIONS;
    let (rows, scope, at) = use_selector(topics, |editor| {
        let scope = editor.view().passage_scope;
        (Rc::new(listed(editor, scope)), scope, editor.view().passage_at)
    });
    let list = use_node_ref();
    let row_height = if use_media(STACKED) {
        STACKED_ROW_HEIGHT
    } else {
        ROW_HEIGHT
    };
    let n_rows = rows.len();
    let cursor = at.and_then(|at| rows.iter().position(|row| *row == at)).unwrap_or(0);
    let act = {
        let store = store.clone();
        Callback::from(move |action: RowAction| act(&store, scope, action))
    };
    let on_key = {
        let (list, rows, act, store) = (list.clone(), rows.clone(), act.clone(), store.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(command) = history_command(&event) {
                event.prevent_default();
                return store.dispatch(Action::Run(command));
            }
            if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
                return;
            }
            let (Some(list), Some(now)) = (list.cast::<Element>(), rows.get(cursor).copied()) else {
                return;
            };
            let (height, viewport) = (row_height * root_font_size(), scroller::viewport(&list));
            if let Some(step) = Step::in_list(&event.key()) {
                let to = step.stopping(Some(cursor), rows.len(), rows_per_page(height, viewport));
                if let Some((row, at)) = to.and_then(|row| Some((row, *rows.get(row)?))) {
                    store.dispatch(Action::Passages(PassagesAction::GoTo(at)));
                    let top = scroll_to_show(row, height, viewport);
                    top.into_iter().for_each(|top| scroller::scroll_to(&list, top));
                }
            } else {
                act.emit(match event.key().as_str() {
                    "Enter" | " " => RowAction::Open(now),
                    "s" | "S" => RowAction::SameClaim(now),
                    "x" | "X" => RowAction::NotSame(now),
                    _ => return,
                });
            }
            event.prevent_default();
        })
    };
    // Who comes back goes on where they were.
    use_effect_with((), {
        let list = list.clone();
        move |()| {
            if let Some(list) = list.cast::<Element>() {
                let top = scroll_to_show(cursor, row_height * root_font_size(), scroller::viewport(&list));
                top.into_iter().for_each(|top| scroller::scroll_to(&list, top));
            }
        }
    });
    use_effect_with(n_rows > 0, |has_rows| {
        if *has_rows {
            pass_focus(FRAME, LIST);
        }
    });
    let row = {
        let (rows, act) = (rows.clone(), act.clone());
        Callback::from(move |row: usize| match rows.get(row).copied() {
            Some(at) => {
                part!(<Row key={at.to_string()} {at} {row} {n_rows} {scope} active={row == cursor} act={&act} />)
            }
            None => Html::default(),
        })
    };
    let active_id = rows.get(cursor).map(|at| AttrValue::from(row_id(*at)));
    let noun = if n_rows == 1 { "pair" } else { "pairs" };
    html! {
        <Modal heading="Passages with the same content" class="modal-passages">
            <div id={FRAME} class="passages" tabindex="-1" data-autofocus={(n_rows == 0).then_some("")}>
                <div class="passages-filters">
                    { part!(<Filter {scope} />) }
                    <span class="passages-count" role="status">{ format!("{} {noun}", grouped(n_rows)) }</span>
                </div>
                if n_rows > 0 {
                    { part!(<VirtualList id={LIST} label="Pairs of passages" scroller={list} {n_rows}
                        {row_height} {row} cursor={Some(cursor)} {active_id} onkeydown={on_key}
                        class="passage-list" autofocus=true />) }
                    <p class="passages-keys">
                        <kbd>{ "Enter" }</kbd>{ " shows both side by side. " }
                        <kbd class="letter">{ "s" }</kbd>{ " says that they make the same claim, " }
                        <kbd class="letter">{ "x" }</kbd>{ " that they are not the same." }
                    </p>
                } else {
                    { part!(<Comparing nothing="No passages of different articles say the same." />) }
                }
            </div>
        </Modal>
    }
}

fn act(store: &Store, scope: PassageScope, action: RowAction) {
    let (RowAction::Open(at) | RowAction::SameClaim(at) | RowAction::NotSame(at)) = action;
    let line = store.read(|editor| PassageLine::of(editor, at, scope));
    let Some(PassageLine { pair, .. }) = line else {
        return;
    };
    store.dispatch(Action::Passages(PassagesAction::GoTo(at)));
    store.dispatch(Action::Beside(match action {
        RowAction::Open(_) => BesideAction::OpenPair(pair),
        RowAction::SameClaim(_) => BesideAction::SameClaim(pair),
        RowAction::NotSame(_) => BesideAction::NotSame(pair),
    }));
}

#[derive(Properties, PartialEq, Clone, Debug)]
struct FilterProps {
    scope: PassageScope,
}

/// Of which article; that the list is about a mention or a claim is said, and can be ended.
#[component]
fn Filter(props: &FilterProps) -> Html {
    let store = use_store();
    let scope = props.scope;
    let (articles, about) = use_selector(Topics::ARTICLES | Topics::PROJECT | Topics::DOSSIER, move |editor| {
        let articles = editor.project().articles().iter();
        let articles: Vec<(ArticleId, String)> = articles.map(|it| (it.id, it.title.clone())).collect();
        (articles, about(editor, scope))
    });
    let at = match scope {
        PassageScope::Article(id) => articles.iter().position(|it| it.0 == id).map_or(0, |at| at + 1),
        PassageScope::Mention(_) | PassageScope::Claim(_) => articles.len() + 1,
        PassageScope::All => 0,
    };
    let titles = articles.iter().map(|it| it.1.clone());
    let options = ["All articles".to_owned()].into_iter().chain(titles).chain(about);
    let groups = vec![MenuGroup::plain(options)];
    let on_pick = Callback::from(move |picked: usize| {
        let article = picked.checked_sub(1).and_then(|at| articles.get(at));
        let scope = match article {
            Some((id, _)) => PassageScope::Article(*id),
            None if picked == 0 => PassageScope::All,
            None => scope,
        };
        store.dispatch(Action::Passages(PassagesAction::ShowList(scope)));
    });
    part!(<Menu class="quiet-menu" name="Of" {groups} {at} {on_pick} />)
}

/// The mention or the claim that the list is about, in words.
fn about(editor: &Editor, scope: PassageScope) -> Option<String> {
    use crate::editor::commit::short_quote;
    let project = editor.project();
    match scope {
        PassageScope::All | PassageScope::Article(_) => None,
        PassageScope::Mention(id) => {
            let mention = project.mention(id)?;
            Some(format!("The mention {}", short_quote(&project.quote(mention))))
        }
        PassageScope::Claim(id) => Some(format!("The claim {}", short_quote(&project.dossier().claim(id)?.text))),
    }
}
