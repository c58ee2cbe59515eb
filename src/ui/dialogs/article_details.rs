//! What is known about an article: the person's to edit; below it, what never changes.

use super::fields::text_area::TextArea;
use super::fields::text_field::TextField;
use super::refocus::use_refocus;
use crate::core::id::ArticleId;
use crate::editor::action::{Action, ArticlesAction};
use crate::editor::change_set::Topics;
use crate::editor::count::grouped;
use crate::editor::details_form::{DetailsFaults, DetailsForm};
use crate::ui::part::part;
use crate::ui::store_hooks::{use_dispatch, use_selector, use_store};
use crate::ui::widgets::modal::Modal;
use yew::prelude::*;

/// Which article.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ArticleDetailsProps {
    /// Its id.
    pub id: ArticleId,
}

const TITLE: &str = "details-title";
const DATE: &str = "details-date";

/// The form.
#[component]
pub fn ArticleDetails(props: &ArticleDetailsProps) -> Html {
    let id = props.id;
    let store = use_store();
    let article = use_selector(Topics::ARTICLES | Topics::PROJECT, move |editor| {
        editor.project().article(id).cloned()
    });
    let form = {
        let article = article.clone();
        use_state(move || article.as_deref().map(DetailsForm::of))
    };
    let faults = use_state(DetailsFaults::default);
    let refocus = use_refocus();
    let on_cancel = use_dispatch(|_: MouseEvent| Action::ShowDialog(None));
    let (Some(article), Some(now)) = (article, (*form).clone()) else {
        return html! {
            <Modal heading="Article"><p>{ "The project no longer has this article." }</p></Modal>
        };
    };

    let save = {
        let (now, faults, refocus) = (now.clone(), faults.clone(), refocus.clone());
        Callback::from(move |()| match now.details() {
            Ok(details) => {
                store.dispatch(Action::Articles(ArticlesAction::SetDetails(id, details)));
                store.dispatch(Action::ShowDialog(None));
            }
            Err(found) => {
                refocus.emit(if found.title.is_some() { TITLE } else { DATE }.to_owned());
                faults.set(found);
            }
        })
    };
    let on_submit = {
        let save = save.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(());
        }
    };
    // Sets one field; a fault that was told goes as soon as it is mended.
    let set = |change: fn(&mut DetailsForm, String)| {
        let (form, faults, now) = (form.clone(), faults.clone(), now.clone());
        Callback::from(move |text| {
            let mut now = now.clone();
            change(&mut now, text);
            if *faults != DetailsFaults::default() {
                faults.set(now.details().err().unwrap_or_default());
            }
            form.set(Some(now));
        })
    };
    let changed = now != DetailsForm::of(&article);
    let footer = html! {
        <>
            <button type="button" class="button" onclick={on_cancel}>{ "Cancel" }</button>
            <button type="submit" form="details-form" class="button primary">{ "Save" }</button>
        </>
    };
    let error = |text: &Option<String>| text.clone().map(AttrValue::from);
    let length = grouped(article.text.offsets().char_from_byte(article.text.end()).index());
    let file = if article.source.file_name.is_empty() {
        "pasted text"
    } else {
        &article.source.file_name
    };
    html! {
        <Modal heading="The article’s title and source" class="modal-wide" {footer}
            unsaved={changed.then_some("The changes to this article are not saved.")}>
            <form id="details-form" class="form" onsubmit={on_submit} novalidate=true>
                { part!(<TextField id={TITLE} label="Title" value={now.title.clone()} error={error(&faults.title)}
                    on_input={set(|form, text| form.title = text)} focused=true />) }
                <div class="form-pair">
                    { part!(<TextField id="details-outlet" label="Outlet" value={now.outlet.clone()}
                        on_input={set(|form, text| form.outlet = text)} />) }
                    { part!(<TextField id="details-author" label="Author" value={now.author.clone()}
                        on_input={set(|form, text| form.author = text)} />) }
                </div>
                <div class="form-pair">
                    { part!(<TextField id={DATE} label="Date" value={now.date.clone()} error={error(&faults.date)}
                        hint="2021, 2021-04 or 2021-04-26" on_input={set(|form, text| form.date = text)} />) }
                    { part!(<TextField id="details-language" label="Language" value={now.language.clone()}
                        hint="As a code, such as en or pt-BR" on_input={set(|form, text| form.language = text)} />) }
                </div>
                { part!(<TextField id="details-url" label="Address on the web" kind="url" value={now.url.clone()}
                    on_input={set(|form, text| form.url = text)} />) }
                { part!(<TextField id="details-tags" label="Tags" value={now.tags.clone()} hint="Separated by commas"
                    on_input={set(|form, text| form.tags = text)} />) }
                { part!(<TextArea id="details-note" label="Note" value={now.note.clone()} on_submit={save}
                    on_input={set(|form, text| form.note = text)} />) }
            </form>
            <dl class="facts">
                <dt>{ "File" }</dt><dd>{ file }</dd>
                <dt>{ "Length" }</dt><dd>{ format!("{length} characters") }</dd>
                <dt>{ "SHA-256" }</dt><dd class="facts-digest">{ article.text.digest().to_string() }</dd>
            </dl>
        </Modal>
    }
}
