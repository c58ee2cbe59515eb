//! A button that opens a menu (ARIA APG: menu button). What the menu holds is asked for only when it opens.

use crate::editor::action::Action;
use crate::editor::roving::Step;
use crate::ui::icon::{Glyph, icon};
use crate::ui::store_hooks::use_store;
use crate::web::list_focus;
use crate::web::popup;
use web_sys::HtmlElement;
use yew::prelude::*;

/// One line of a menu.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// Its name.
    pub title: AttrValue,
    /// What stands before the name.
    pub glyph: Glyph,
    /// Whether it can be chosen, and with what care.
    pub tone: Tone,
    /// What choosing it does.
    pub action: Action,
}

/// Whether a line of a menu can be chosen, and with what care.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// As any other.
    Plain,
    /// It takes something away.
    Danger,
    /// Not now.
    Disabled,
}

impl MenuItem {
    /// A line as any other.
    pub fn new(glyph: Glyph, title: impl Into<AttrValue>, action: Action) -> Self {
        Self {
            title: title.into(),
            glyph,
            tone: Tone::Plain,
            action,
        }
    }

    /// The same line with another tone.
    pub fn with_tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }
}

/// What a menu button is made of.
#[derive(Properties, Clone, PartialEq, Debug)]
pub struct MenuButtonProps {
    /// The id of the menu; unique on the page.
    pub id: AttrValue,
    /// The button's name, and the menu's.
    pub name: AttrValue,
    /// Further classes of the button.
    #[prop_or_default]
    pub class: Classes,
    /// `-1` where the arrow keys lead here.
    #[prop_or_default]
    pub tabindex: Option<AttrValue>,
    /// The lines.
    pub items: Callback<(), Vec<MenuItem>>,
}

const ITEM: &str = "[role='menuitem']:not([aria-disabled='true'])";

/// The button and its menu.
#[component]
pub fn MenuButton(props: &MenuButtonProps) -> Html {
    let store = use_store();
    let button = use_node_ref();
    let menu = use_node_ref();
    // The menu's place while it is open.
    let place = use_state_eq(|| None::<String>);

    let on_press = {
        let (button, place) = (button.clone(), place.clone());
        // Runs before the browser itself opens or closes the menu.
        move |_: MouseEvent| place.set(button.cast::<HtmlElement>().map(|button| popup::style_beside(&button)))
    };
    let on_button_key = {
        let button = button.clone();
        move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "ArrowDown" | "ArrowUp") && !event.alt_key() {
                event.prevent_default();
                event.stop_propagation();
                if let Some(button) = button.cast::<HtmlElement>() {
                    popup::press(&button);
                }
            }
        }
    };
    let on_toggle = {
        let (menu, place) = (menu.clone(), place.clone());
        move |_: Event| {
            let Some(menu) = menu.cast::<HtmlElement>() else {
                return;
            };
            match popup::is_open(&menu) {
                true => list_focus::enter(&menu, ITEM),
                false => place.set(None),
            }
        }
    };
    let close = {
        let menu = menu.clone();
        Callback::from(move |()| {
            if let Some(menu) = menu.cast::<HtmlElement>() {
                popup::close(&menu);
            }
        })
    };
    let on_menu_key = {
        let (menu, close) = (menu.clone(), close.clone());
        move |event: KeyboardEvent| {
            // Nothing of the page's own keys while the menu has the focus.
            event.stop_propagation();
            let key = event.key();
            if let (Some(step), Some(menu)) = (Step::in_list(&key), menu.cast::<HtmlElement>()) {
                event.prevent_default();
                list_focus::step(&menu, ITEM, |at, n| step.wrapping(at, n));
            } else if key == "Escape" {
                event.prevent_default();
                close.emit(());
            } else if key == "Tab" {
                close.emit(());
            }
        }
    };
    let items = if place.is_some() {
        props.items.emit(())
    } else {
        Vec::new()
    };
    let item = |item: MenuItem| {
        let (store, close) = (store.clone(), close.clone());
        let MenuItem {
            title,
            glyph,
            tone,
            action,
        } = item;
        let on_choose = move |_: MouseEvent| {
            if tone != Tone::Disabled {
                // First, so that a dialog that opens gives the focus back to the button.
                close.emit(());
                store.dispatch(action.clone());
            }
        };
        html! {
            <button type="button" role="menuitem" tabindex="-1" onclick={on_choose}
                class={classes!("menu-item", (tone == Tone::Danger).then_some("danger"))}
                aria-disabled={(tone == Tone::Disabled).then_some("true")}>
                { icon(glyph) }{ title }
            </button>
        }
    };
    html! {
        <>
            <button ref={button} type="button" class={classes!("icon-button", props.class.clone())}
                aria-label={props.name.clone()} title={props.name.clone()} tabindex={props.tabindex.clone()}
                aria-haspopup="menu" aria-expanded={if place.is_some() { "true" } else { "false" }}
                popovertarget={props.id.clone()} onclick={on_press} onkeydown={on_button_key}>
                { icon(Glyph::More) }
            </button>
            <div ref={menu} id={props.id.clone()} class="menu" popover="auto" role="menu"
                aria-label={props.name.clone()} ontoggle={on_toggle} onkeydown={on_menu_key}
                ~style={(*place).clone().unwrap_or_default()}>
                { for items.into_iter().map(item) }
            </div>
        </>
    }
}
