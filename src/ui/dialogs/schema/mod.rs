//! The labels, and the types of relations. The labels: their order, and one at a time in a form. A label is saved or discarded as a whole; going elsewhere
//! with changes that are not saved asks first.

pub mod attribute_form;
pub mod choices_field;
pub mod color_field;
pub mod end_rule_field;
pub mod label_actions;
pub mod label_form;
pub mod label_list;
pub mod line_field;
pub mod move_buttons;
pub mod overview;
pub mod relation_type_form;
pub mod relation_types;

use crate::core::id::LabelId;
use crate::core::schema::Schema;
use crate::editor::action::{Action, SchemaAction};
use crate::editor::change_set::Topics;
use crate::editor::dialog::Dialog;
use crate::editor::label_draft::{DraftFaults, LabelDraft};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::modal::Modal;
use crate::web::modal::focus_id;
use yew::prelude::*;

/// The id of the field for the name.
const NAME: &str = "label-name";

/// The id of the field for the key.
const KEY: &str = "label-key";

/// The id of the button that goes back to the list where there is room for one of the two only.
const BACK: &str = "label-back";

/// Where in the dialog one can be.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Place {
    /// Guidelines and files.
    Overview,
    /// The types of relations.
    Relations,
    /// A label of the schema.
    Label(LabelId),
    /// A label that is not saved yet.
    New,
}

/// A label in the form, with how it was before.
#[derive(Clone, PartialEq)]
struct Edited {
    saved: LabelDraft,
    draft: LabelDraft,
}

impl Edited {
    fn of(draft: LabelDraft) -> Self {
        Self {
            saved: draft.clone(),
            draft,
        }
    }

    fn at(place: Place, schema: &Schema) -> Option<Self> {
        match place {
            Place::Overview | Place::Relations => None,
            Place::Label(id) => schema.label(id).map(|label| Self::of(LabelDraft::of(label))),
            Place::New => Some(Self::of(LabelDraft::new_for(schema))),
        }
    }

    fn is_changed(&self) -> bool {
        !self.draft.says_same(&self.saved)
    }

    fn place(&self) -> Place {
        self.draft.id.map_or(Place::New, Place::Label)
    }
}

/// Where to open the dialog.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct SchemaDialogProps {
    /// At this label, or at the list.
    pub at: Option<LabelId>,
}

/// The list of labels beside the form of one, or beside guidelines and files.
#[component]
pub fn SchemaDialog(props: &SchemaDialogProps) -> Html {
    let store = use_store();
    let schema = use_selector(Topics::SCHEMA, |editor| editor.project().schema().clone());
    let edited = {
        let at = props.at.map_or(Place::Overview, Place::Label);
        let schema = schema.clone();
        use_state(move || Edited::at(at, &schema))
    };
    let is_at_relations = use_state(|| false);
    // Where the person wants to go, once it is settled what becomes of the changes.
    let wish = use_state(|| None::<Place>);
    let is_changed = edited.as_ref().is_some_and(Edited::is_changed);

    // A file of labels was loaded meanwhile.
    {
        let edited = edited.clone();
        use_effect_with(schema.clone(), move |schema| {
            if let Some(now) = edited
                .as_ref()
                .filter(|now| now.draft.id.is_some() && !now.is_changed())
            {
                let fresh = Edited::at(now.place(), schema);
                if fresh.as_ref().is_none_or(|fresh| !fresh.saved.says_same(&now.saved)) {
                    edited.set(fresh);
                }
            }
        });
    }

    let open = {
        let (edited, wish, store) = (edited.clone(), wish.clone(), store.clone());
        let is_at_relations = is_at_relations.clone();
        Callback::from(move |place: Place| {
            edited.set(store.read(|editor| Edited::at(place, editor.project().schema())));
            is_at_relations.set(place == Place::Relations);
            wish.set(None);
        })
    };
    let go = {
        let (open, wish) = (open.clone(), wish.clone());
        Callback::from(move |place: Place| {
            if is_changed {
                wish.set(Some(place))
            } else {
                open.emit(place)
            }
        })
    };
    let on_change = {
        let (edited, now) = (edited.clone(), (*edited).clone());
        Callback::from(move |draft: LabelDraft| {
            if let Some(now) = now.clone() {
                edited.set(Some(Edited { draft, ..now }));
            }
        })
    };
    let save = {
        let (open, store, now, wish) = (open.clone(), store.clone(), (*edited).clone(), wish.clone());
        Callback::from(move |()| {
            let Some(Edited { draft, .. }) = now.clone() else {
                return;
            };
            let faults = store.read(|editor| draft.faults(editor.project().schema()));
            if let Some(field) = first_faulty(&draft, &faults) {
                wish.set(None);
                return focus_id(&field);
            }
            let id = draft.id;
            store.dispatch(Action::schema(SchemaAction::Save(draft)));
            // The dialog is now at the label, which got its id if it was new.
            let at = store.read(|editor| match editor.view().dialog {
                Some(Dialog::Schema(at)) => at,
                _ => None,
            });
            let here = id.or(at).map_or(Place::Overview, Place::Label);
            open.emit(wish.unwrap_or(here));
        })
    };
    let (main, footer) = match &*edited {
        None if *is_at_relations => {
            let back = go.reform(|_: MouseEvent| Place::Overview);
            let main = html! {
                <>
                    <button type="button" class="button schema-back" onclick={back}>{ "‹ All labels" }</button>
                    { part!(<relation_types::RelationTypes />) }
                </>
            };
            (main, None)
        }
        None => (part!(<overview::Overview />), None),
        Some(now) => {
            let faults = now.draft.faults(&schema);
            let back = go.reform(|_: MouseEvent| Place::Overview);
            let footer = part!(<label_actions::LabelActions key={format!("{:?}", now.place())} draft={now.draft.clone()}
                    {is_changed} is_sound={faults.is_empty()} wish={*wish} on_open={open.clone()}
                    on_keep={let wish = wish.clone(); move |()| wish.set(None)} on_save={save.clone()} />);
            let main = html! {
                <>
                    <button type="button" id={BACK} class="button schema-back" onclick={back}>{ "‹ All labels" }</button>
                    { part!(<label_form::LabelForm key={format!("{:?}", now.place())} draft={now.draft.clone()} {faults}
                        {on_change} on_submit={save} />) }
                </>
            };
            (main, Some(footer))
        }
    };
    let unsaved = edited
        .as_ref()
        .filter(|_| is_changed)
        .map(|now| match now.draft.name.trim() {
            "" => AttrValue::from("The new label is not saved."),
            name => format!("The changes to the label “{name}” are not saved.").into(),
        });
    let elsewhere = if *is_at_relations {
        Place::Relations
    } else {
        Place::Overview
    };
    let place = edited.as_ref().map_or(elsewhere, Edited::place);
    html! {
        <Modal heading="Labels" class="modal-schema" {footer} {unsaved}>
            <div class={classes!("schema", (place != Place::Overview).then_some("schema-at-label"))}>
                { part!(<label_list::LabelList labels={schema.labels} {place} on_go={go} />) }
                <div class="schema-main">{ main }</div>
            </div>
        </Modal>
    }
}

/// The id of the first field with a fault.
fn first_faulty(draft: &LabelDraft, faults: &DraftFaults) -> Option<String> {
    let mut attributes = draft.attributes.iter().zip(&faults.attributes);
    let attribute = attributes.find(|(_, fault)| fault.is_some());
    let name = faults.name.as_ref().map(|_| NAME.to_owned());
    let key = faults.key.as_ref().map(|_| KEY.to_owned());
    name.or(key)
        .or_else(|| attribute.map(|(attribute, _)| attribute_form::name_id(attribute)))
}
