//! One of many, as a native menu.

use crate::web::select_menu;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// What a menu is made of.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct MenuProps {
    /// What is offered, in order.
    pub groups: Vec<MenuGroup>,
    /// The place of the option that is shown as picked, counted through all groups.
    pub at: usize,
    /// The place of the one that the person picked.
    pub on_pick: Callback<usize>,
    /// The element's id, for a label beside it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
    /// Its name, where there is no label beside it.
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// The id of what explains it.
    #[prop_or_default]
    pub described_by: Option<AttrValue>,
    /// Looks.
    #[prop_or_default]
    pub class: Classes,
}

/// Options under one heading.
#[derive(PartialEq, Clone, Debug)]
pub struct MenuGroup {
    /// `None` for options without a heading.
    pub heading: Option<&'static str>,
    /// In order.
    pub options: Vec<String>,
}

impl MenuGroup {
    /// Without a heading.
    pub fn plain(options: impl IntoIterator<Item = String>) -> Self {
        Self {
            heading: None,
            options: options.into_iter().collect(),
        }
    }
}

/// Shows always what it is told, whatever was picked.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let node = use_node_ref();
    let on_change = {
        let on_pick = props.on_pick.clone();
        move |event: Event| select_menu::picked(&event).into_iter().for_each(|at| on_pick.emit(at))
    };
    use_effect({
        let (node, at) = (node.clone(), props.at);
        move || {
            node.cast::<HtmlSelectElement>()
                .iter()
                .for_each(|menu| select_menu::show(menu, at))
        }
    });
    let group = |group: &MenuGroup| {
        let options = group.options.iter().map(|option| html! { <option>{ option }</option> });
        match group.heading {
            Some(heading) => html! { <optgroup label={heading}>{ for options }</optgroup> },
            None => html! { <>{ for options }</> },
        }
    };
    html! {
        <select ref={node} class={props.class.clone()} id={props.id.clone()} aria-label={props.name.clone()}
            aria-describedby={props.described_by.clone()} onchange={on_change}>
            { for props.groups.iter().filter(|group| !group.options.is_empty()).map(group) }
        </select>
    }
}
