//! What can be done with one article: in the list, and beside its title.

use crate::core::formats::FileFormat;
use crate::core::id::ArticleId;
use crate::core::segment::Toward;
use crate::editor::action::{Action, ArticlesAction, ExportRequest, FilesAction};
use crate::editor::beside::BesideAction;
use crate::editor::dialog::Dialog;
use crate::ui::icon::Glyph;
use crate::ui::part::part;
use crate::ui::widgets::menu_button::{MenuButton, MenuItem, Tone};
use yew::prelude::*;

/// Whose menu it is.
#[derive(Properties, Clone, PartialEq, Debug)]
pub struct ArticleMenuProps {
    /// The id of the menu's element.
    pub menu_id: AttrValue,
    /// The article.
    pub article: ArticleId,
    /// Its title, which names the button.
    pub title: AttrValue,
    /// Whether the list shows one before it.
    pub has_above: bool,
    /// Whether the list shows one after it.
    pub has_below: bool,
    /// Whether it is marked as done.
    pub done: bool,
    /// `-1` where the arrow keys lead here.
    #[prop_or_default]
    pub tabindex: Option<AttrValue>,
}

/// The button and its menu.
#[component]
pub fn ArticleMenu(props: &ArticleMenuProps) -> Html {
    let items = {
        let props = props.clone();
        move |()| items(&props)
    };
    part!(<MenuButton id={props.menu_id.clone()} name={format!("More on “{}”", props.title)} class="article-more"
            tabindex={props.tabindex.clone()} {items} />)
}

fn items(props: &ArticleMenuProps) -> Vec<MenuItem> {
    let id = props.article;
    let change = |glyph, title: &'static str, action| MenuItem::new(glyph, title, Action::Articles(action));
    let export = |title: &'static str, format| {
        let request = ExportRequest {
            format,
            articles: Some(vec![id]),
        };
        MenuItem::new(Glyph::Export, title, Action::Files(FilesAction::Export(request)))
    };
    let unless = |at_end: bool| if at_end { Tone::Disabled } else { Tone::Plain };
    let done = if props.done { "Mark as not done" } else { "Mark as done" };
    vec![
        change(Glyph::Done, done, ArticlesAction::SetDone(id, !props.done)),
        MenuItem::new(
            Glyph::Pencil,
            "Edit title and source",
            Action::ShowDialog(Some(Dialog::ArticleDetails(id))),
        ),
        MenuItem::new(
            Glyph::Side,
            "Compare with another article…",
            Action::Beside(BesideAction::Open(id, None)),
        ),
        change(Glyph::MoveUp, "Move up", ArticlesAction::Shift(id, Toward::Start)).with_tone(unless(!props.has_above)),
        change(Glyph::MoveDown, "Move down", ArticlesAction::Shift(id, Toward::End))
            .with_tone(unless(!props.has_below)),
        export("Export this article (JSON)", FileFormat::Native),
        export("Export its mentions (CSV)", FileFormat::MentionsCsv),
        change(Glyph::Trash, "Remove", ArticlesAction::Remove(id)).with_tone(Tone::Danger),
    ]
}
