//! What belongs to no single label: the guidelines, and labels as a file.

use super::label_list::{NEW_ITEM, OVERVIEW_ITEM};
use crate::core::formats::FileFormat;
use crate::editor::action::{Action, ExportRequest, FilesAction, SchemaAction};
use crate::editor::change_set::Topics;
use crate::editor::command::Command;
use crate::ui::dialogs::fields::text_area::TextArea;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector};
use crate::web::modal::focus_if_lost;
use yew::prelude::*;

/// Guidelines, which count as they are typed, and two buttons for files.
#[component]
pub fn Overview() -> Html {
    // What had the focus may have gone with the label.
    use_effect_with((), |()| focus_if_lost(&[OVERVIEW_ITEM, NEW_ITEM]));
    let guidelines = use_selector(Topics::SCHEMA, |editor| editor.project().schema().guidelines.clone());
    let on_input = use_dispatch(|text| Action::schema(SchemaAction::SetGuidelines(text)));
    let on_save = use_dispatch(|_: MouseEvent| {
        Action::Files(FilesAction::Export(ExportRequest {
            format: FileFormat::Schema,
            articles: None,
        }))
    });
    let on_load = use_dispatch(|_: MouseEvent| Action::Run(Command::OpenFiles));
    html! {
        <div class="form">
            { part!(<TextArea id="schema-guidelines" label="Guidelines" value={guidelines} rows=10 {on_input}
                hint="For everyone who annotates: what to mark, and what not. Kept as you type." />) }
            <section>
                <h3>{ "Labels as a file" }</h3>
                <p class="form-hint">
                    { "A file of labels adds to those that are here. Labels of the same name are replaced; none is removed." }
                </p>
                <div class="form-buttons">
                    <button type="button" class="button outlined" onclick={on_save}>{ "Save labels as a file" }</button>
                    <button type="button" class="button outlined" onclick={on_load}>{ "Load a file of labels" }</button>
                </div>
            </section>
        </div>
    }
}
