//! The note on a mention.

use crate::core::id::MentionId;
use crate::editor::action::{Action, AnnotateAction};
use crate::ui::store_hooks::use_dispatch;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Whose note.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct NoteFieldProps {
    /// The mention.
    pub mention: MentionId,
    /// The note as it is.
    pub note: String,
}

/// A field that is stored at each key, as one step to undo.
#[component]
pub fn NoteField(props: &NoteFieldProps) -> Html {
    let mention = props.mention;
    let on_input = use_dispatch(move |event: InputEvent| {
        let note = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        Action::Annotate(AnnotateAction::SetNote(mention, note))
    });
    html! {
        <div class="inspected-part">
            <label for="mention-note">{ "Note" }</label>
            <textarea id="mention-note" class="field" rows="2" dir="auto" value={props.note.clone()} oninput={on_input} />
        </div>
    }
}
