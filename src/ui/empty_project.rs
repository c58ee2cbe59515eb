//! What stands in the place of the text where there is none: how to get one.

use super::icon::{Glyph, icon};
use super::store_hooks::use_dispatch;
use crate::editor::action::{Action, FilesAction};
use crate::editor::command::Command;
use yew::prelude::*;

/// For a project without articles.
#[component]
pub fn EmptyProject() -> Html {
    let open_files = use_dispatch(|_: MouseEvent| Action::Run(Command::OpenFiles));
    let paste = use_dispatch(|_: MouseEvent| Action::Run(Command::PasteArticle));
    let add_sample = use_dispatch(|_: MouseEvent| Action::Files(FilesAction::AddSample));
    html! {
        <div class="empty-project">
            <h1 class="article-title">{ "Which articles do you want to read?" }</h1>
            <p>{ "Drop files or a folder anywhere on this page, or choose them here. Attest reads plain text, Markdown, \
                saved web pages and JSON, and the files of annotations that it wrote itself." }</p>
            <div class="empty-ways">
                <button type="button" class="button primary" onclick={open_files}>
                    { icon(Glyph::Folder) }{ "Choose files" }
                </button>
                <button type="button" class="button outlined" onclick={paste}>
                    { icon(Glyph::Paste) }{ "Paste text" }
                </button>
                <button type="button" class="button" onclick={add_sample}>{ "Try with the sample articles" }</button>
            </div>
            <p class="soft">{ "Nothing leaves this page: articles and annotations stay in this browser." }</p>
        </div>
    }
}
