//! The bar at the top: which project, what can be taken back, files in and out, and help.

use super::icon::{Glyph, icon};
use super::status::Status;
use super::store_hooks::{use_dispatch, use_selector, use_store};
use super::widgets::menu_button::{MenuButton, MenuItem};
use crate::editor::action::{Action, NavigateAction};
use crate::editor::change_set::Topics;
use crate::editor::command::Command;
use crate::editor::keymap::{Binding, Platform, binding_of};
use crate::editor::settings::Theme;
use crate::editor::view::{Drawer, SidePanel};
use crate::ui::part::part;
use crate::web::platform::platform;
use yew::prelude::*;

/// The whole bar. On a narrow page what is needed less often moves into the menu at its end.
#[component]
pub fn AppBar() -> Html {
    let name = use_selector(Topics::PROJECT, |editor| editor.project().name().to_owned());
    let projects = use_dispatch(|_: MouseEvent| Action::Run(Command::ShowProjects));
    html! {
        <header class="app-bar">
            { part!(<DrawerButton drawer={Drawer::Articles} />) }
            <span class="wordmark">{ "Attest" }</span>
            <button type="button" class="button project-name" onclick={projects} title="Projects: open, rename, copy"
                aria-haspopup="dialog">
                <span class="visually-hidden">{ "Project: " }</span>
                <span class="project-name-text" dir="auto">{ name }</span>
                { icon(Glyph::Down) }
            </button>
            { part!(<Status />) }
            { part!(<HistoryButtons />) }
            { part!(<CommandButton command={Command::ShowPalette} glyph={Glyph::Search} name="Find" class="find-button">
                <span>{ "Find" }</span>
                <kbd aria-hidden="true">{ keys(Command::ShowPalette, platform()) }</kbd>
            </CommandButton>) }
            { part!(<CommandButton command={Command::OpenFiles} glyph={Glyph::Folder} class="worded">
                <span>{ Command::OpenFiles.title() }</span>
            </CommandButton>) }
            { part!(<CommandButton command={Command::ShowExport} glyph={Glyph::Export} class="worded">
                <span>{ Command::ShowExport.title() }</span>
            </CommandButton>) }
            { part!(<ThemeButton />) }
            { part!(<CommandButton command={Command::ShowSettings} glyph={Glyph::Settings} class="roomy" />) }
            { part!(<CommandButton command={Command::ShowShortcuts} glyph={Glyph::Keyboard} class="roomy" />) }
            { part!(<MenuButton id="app-menu" name="More" class="bar-more" items={Callback::from(more)} />) }
            { part!(<DrawerButton drawer={Drawer::Side} />) }
        </header>
    }
}

fn more((): ()) -> Vec<MenuItem> {
    let item = |glyph, title: &'static str, command| MenuItem::new(glyph, title, Action::Run(command));
    vec![
        item(Glyph::Projects, "Projects", Command::ShowProjects),
        item(Glyph::Search, "Find", Command::ShowPalette),
        item(Glyph::Sheet, "Search the articles", Command::ShowSearch),
        item(Glyph::Paste, "Paste an article", Command::PasteArticle),
        item(Glyph::Tag, "Edit labels", Command::ShowSchema),
        item(Glyph::Contrast, "Switch between light and dark", Command::CycleTheme),
        item(Glyph::Settings, "Settings", Command::ShowSettings),
        item(Glyph::Keyboard, "Keyboard shortcuts", Command::ShowShortcuts),
    ]
}

/// The keys of a command as shown, such as `Ctrl K`.
fn keys(command: Command, platform: Platform) -> String {
    binding_of(command)
        .map(|binding| binding.chord.parts(platform).join(" "))
        .unwrap_or_default()
}

/// The same for `aria-keyshortcuts`, such as `Control+K`.
fn key_shortcut(binding: &Binding, platform: Platform) -> String {
    let chord = binding.chord;
    let primary = if platform == Platform::Mac { "Meta+" } else { "Control+" };
    let modifiers = [(chord.primary, primary), (chord.alt, "Alt+"), (chord.shift, "Shift+")];
    let held: String = modifiers
        .iter()
        .filter(|(held, _)| *held)
        .map(|(_, name)| *name)
        .collect();
    format!("{held}{}", chord.key.to_ascii_uppercase())
}

/// What a button of a command is made of.
#[derive(Properties, Clone, PartialEq, Debug)]
struct CommandButtonProps {
    command: Command,
    glyph: Glyph,
    /// The command's title unless given.
    #[prop_or_default]
    name: Option<AttrValue>,
    #[prop_or_default]
    class: Classes,
    /// What undo or redo would do; part of the description, not of the name.
    #[prop_or_default]
    step: Option<AttrValue>,
    #[prop_or_default]
    disabled: bool,
    #[prop_or_default]
    children: Html,
}

#[component]
fn CommandButton(props: &CommandButtonProps) -> Html {
    let store = use_store();
    let command = props.command;
    let run = move |_: MouseEvent| store.dispatch(Action::Run(command));
    let name = props.name.clone().unwrap_or(AttrValue::Static(command.title()));
    let platform = platform();
    let keys = keys(command, platform);
    // With words of its own a button needs no other name.
    let label = (props.children == Html::default()).then(|| name.clone());
    let what = props.step.clone().unwrap_or(AttrValue::Static(command.title()));
    let title = if keys.is_empty() {
        what.to_string()
    } else {
        format!("{what} ({keys})")
    };
    let description = props.step.as_ref().map(|_| format!("step-{}", name.to_lowercase()));
    html! {
        <>
            <button type="button" class={classes!("button", "bar-button", props.class.clone())} aria-label={label}
                {title} aria-describedby={description.clone()} disabled={props.disabled} onclick={run}
                aria-keyshortcuts={binding_of(command).map(|binding| key_shortcut(binding, platform))}>
                { icon(props.glyph) }
                { props.children.clone() }
            </button>
            if let (Some(id), Some(step)) = (description, &props.step) {
                <span {id} hidden={true}>{ step }</span>
            }
        </>
    }
}

/// Undo and redo, each saying which step it is about.
#[component]
fn HistoryButtons() -> Html {
    let undo = use_selector(Topics::HISTORY | Topics::PROJECT, |editor| {
        editor.history().next_undo().map(|step| format!("Undo: {}", step.title))
    });
    let redo = use_selector(Topics::HISTORY | Topics::PROJECT, |editor| {
        editor.history().next_redo().map(|step| format!("Redo: {}", step.title))
    });
    html! {
        <div class="history-buttons">
            { part!(<CommandButton command={Command::Undo} glyph={Glyph::Undo} disabled={undo.is_none()} step={undo} />) }
            { part!(<CommandButton command={Command::Redo} glyph={Glyph::Redo} disabled={redo.is_none()} step={redo} />) }
        </div>
    }
}

#[component]
fn ThemeButton() -> Html {
    let theme = use_selector(Topics::SETTINGS, |editor| editor.settings().theme);
    let (glyph, name) = match theme {
        Theme::System => (Glyph::Contrast, "Colours: as the system"),
        Theme::Light => (Glyph::Sun, "Colours: light"),
        Theme::Dark => (Glyph::Moon, "Colours: dark"),
    };
    part!(<CommandButton command={Command::CycleTheme} {glyph} {name} class="roomy" />)
}

#[derive(Properties, Clone, PartialEq, Debug)]
struct DrawerButtonProps {
    drawer: Drawer,
}

/// Opens a side panel where there is no room for it beside the text, and closes it again.
#[component]
fn DrawerButton(props: &DrawerButtonProps) -> Html {
    let store = use_store();
    let drawer = props.drawer;
    let is_open = use_selector(Topics::LAYOUT | Topics::PROJECT, move |editor| {
        editor.view().drawer == Some(drawer)
    });
    let has_choice = use_selector(Topics::CHOSEN, |editor| editor.view().chosen.is_some());
    let on_click = move |_: MouseEvent| {
        let side = store.read(|editor| editor.view().side);
        store.dispatch(match (is_open, drawer, side) {
            (true, ..) => Action::Navigate(NavigateAction::Drawer(None)),
            (_, Drawer::Articles, _) => Action::Run(Command::GoToArticles),
            (_, Drawer::Side, SidePanel::Inspector) => Action::Run(Command::GoToInspector),
            (_, Drawer::Side, SidePanel::Mentions) => Action::Run(Command::GoToMentions),
            (_, Drawer::Side, SidePanel::Search) => Action::Run(Command::ShowSearch),
            (_, Drawer::Side, SidePanel::Entities) => Action::Run(Command::ShowEntities),
            (_, Drawer::Side, SidePanel::Claims) => Action::Run(Command::ShowClaims),
        });
    };
    let (class, glyph, name) = match drawer {
        Drawer::Articles => ("opens-articles", Glyph::Articles, "List of articles"),
        Drawer::Side => ("opens-side", Glyph::Side, "Inspector and mentions"),
    };
    let marked = drawer == Drawer::Side && has_choice;
    html! {
        <button type="button" class={classes!("button", "bar-button", class, marked.then_some("is-marked"))}
            aria-label={name} title={name} aria-expanded={is_open.to_string()} onclick={on_click}>
            { icon(glyph) }
        </button>
    }
}
