//! What can be done with the label in the form: save, discard, delete. What that takes from mentions is told before.

use super::{BACK, NAME, Place};
use crate::editor::action::{Action, SchemaAction};
use crate::editor::count::count;
use crate::editor::label_draft::LabelDraft;
use crate::editor::schema_edit::{n_mentions_losing, n_mentions_of};
use crate::ui::store_hooks::use_store;
use crate::web::modal::{focus_id, focus_if_lost};
use yew::prelude::*;

/// What the actions are about.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct LabelActionsProps {
    /// The label as it stands in the form.
    pub draft: LabelDraft,
    /// Whether it differs from what is saved.
    pub is_changed: bool,
    /// Whether it can be saved.
    pub is_sound: bool,
    /// Where the person wants to go although it is not saved.
    pub wish: Option<Place>,
    /// Goes there, whatever becomes of the changes.
    pub on_open: Callback<Place>,
    /// Stays.
    pub on_keep: Callback<()>,
    /// Saves it.
    pub on_save: Callback<()>,
}

const KEEP: &str = "label-keep";

/// The buttons at the dialog's foot.
#[component]
pub fn LabelActions(props: &LabelActionsProps) -> Html {
    let store = use_store();
    let deleting = use_state(|| None::<usize>);
    let LabelActionsProps {
        draft,
        is_changed,
        is_sound,
        ..
    } = props;
    // Looking through all mentions is needed only where the attributes change.
    let n_losing = {
        let (store, draft) = (store.clone(), draft.clone());
        use_memo((draft.id, draft.attributes.clone()), move |_| {
            store.read(|editor| n_mentions_losing(editor.project(), &draft.provisional()))
        })
    };
    // A question takes the focus; when it is settled, the form has it again.
    use_effect_with(props.wish.is_some() || deleting.is_some(), |asks| match asks {
        true => focus_id(KEEP),
        false => focus_if_lost(&[BACK, NAME]),
    });
    let here = draft.id.map_or(Place::Overview, Place::Label);
    let open = |place: Place| props.on_open.reform(move |_: MouseEvent| place);
    let save = props.on_save.reform(|_: MouseEvent| ());
    let losing = (*n_losing > 0).then(|| {
        let verb = if *n_losing == 1 { "loses" } else { "lose" };
        format!("{} {verb} an answer that no longer fits.", count(*n_losing, "mention"))
    });

    if let Some(wish) = props.wish {
        return html! {
            <>
                <span class="modal-said" role="alert">{ "This label is not saved." } { " " } { for losing }</span>
                <button type="button" id={KEEP} class="button" onclick={props.on_keep.reform(|_: MouseEvent| ())}>
                    { "Keep editing" }
                </button>
                <button type="button" class="button" onclick={open(wish)}>{ "Discard" }</button>
                <button type="button" class="button primary" onclick={save} aria-disabled={(!is_sound).then_some("true")}>{ "Save label" }</button>
            </>
        };
    }
    if let (Some(n), Some(id)) = (*deleting, draft.id) {
        let on_delete = {
            let (store, on_open) = (store.clone(), props.on_open.clone());
            move |_: MouseEvent| {
                on_open.emit(Place::Overview);
                store.dispatch(Action::schema(SchemaAction::Delete(id)));
            }
        };
        let on_keep = {
            let deleting = deleting.clone();
            move |_: MouseEvent| deleting.set(None)
        };
        let question = match n {
            0 => "Delete the label? No mention has it.".to_owned(),
            n => format!("Delete the label with its {}? It can be undone.", count(n, "mention")),
        };
        return html! {
            <>
                <span class="modal-said" role="alert">{ question }</span>
                <button type="button" id={KEEP} class="button" onclick={on_keep}>{ "Keep" }</button>
                <button type="button" class="button danger" onclick={on_delete}>{ "Delete label" }</button>
            </>
        };
    }
    let on_ask = draft.id.map(|id| {
        let (deleting, store) = (deleting.clone(), store.clone());
        move |_: MouseEvent| deleting.set(Some(store.read(|editor| n_mentions_of(editor.project(), id))))
    });
    html! {
        <>
            if let Some(on_ask) = on_ask {
                <button type="button" class="button danger modal-first" onclick={on_ask}>{ "Delete label" }</button>
            }
            <span class="modal-said" role="status">{ for losing }</span>
            <button type="button" class="button" onclick={open(here)} aria-disabled={(!is_changed).then_some("true")}>{ "Discard" }</button>
            <button type="submit" form="label-form" class="button primary"
                aria-disabled={(!is_changed || !is_sound).then_some("true")}>
                { "Save label" }
            </button>
        </>
    }
}
