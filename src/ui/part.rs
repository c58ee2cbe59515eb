//! The parts of the page, all rendered by one Yew component.
//!
//! Yew compiles its machinery for components (creating, comparing, scheduling, destroying) anew for each type of
//! component, which is about a kilobyte each of what a browser has to load. So a component is not placed as a tag, but
//! as `{ part!(<LabelBar />) }`: then only what is its own is compiled for it, and [`Stage`] does the rest for all.

use std::any::{Any, TypeId};
use std::rc::Rc;
use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::html::BaseComponent;
use yew::prelude::*;
use yew::virtual_dom::{Key, VChild, VComp, VList};

/// A component as a part of the page: `part!(<Row {id} {row} />)`. A key, where there is one, comes first:
/// `part!(<Row key={id.to_string()} {id} {row} />)`.
macro_rules! part {
    (<$($view:ident)::+ key={$key:expr} $($rest:tt)*) => {
        $crate::ui::part::placed(::yew::html_nested! { <$($view)::+ $($rest)* }, Some($key.into()))
    };
    ($($tag:tt)*) => {
        $crate::ui::part::placed(::yew::html_nested! { $($tag)* }, None)
    };
}
pub(crate) use part;

/// What [`part!`] makes of a tag.
pub fn placed<C>(tag: VChild<C>, key: Option<Key>) -> Html
where
    C: BaseComponent + FunctionProvider<Properties = <C as BaseComponent>::Properties>,
{
    on_stage(TypeId::of::<C>(), Rc::new(Of::<C>(tag.props)), key)
}

/// A list of one, whose key is the type of the view: where another view takes the place of this one, it starts with a
/// state and elements of its own.
fn on_stage(kind: TypeId, view: Rc<dyn View>, key: Option<Key>) -> Html {
    let stage = VComp::new::<Stage>(Rc::new(StageProps { view }), Some(format!("{kind:?}").into()));
    VList::with_children(vec![stage.into()], key).into()
}

/// A component with its properties, whichever it is.
trait View: Any {
    fn render(&self, hooks: &mut HookContext) -> HtmlResult;
    fn equals(&self, other: &dyn View) -> bool;
}

struct Of<C: BaseComponent>(Rc<<C as BaseComponent>::Properties>);

impl<C> View for Of<C>
where
    C: BaseComponent + FunctionProvider<Properties = <C as BaseComponent>::Properties>,
{
    fn render(&self, hooks: &mut HookContext) -> HtmlResult {
        C::run(hooks, &self.0)
    }

    fn equals(&self, other: &dyn View) -> bool {
        let other: &dyn Any = other;
        other.downcast_ref::<Self>().is_some_and(|other| self.0 == other.0)
    }
}

#[derive(Properties)]
struct StageProps {
    view: Rc<dyn View>,
}

impl PartialEq for StageProps {
    fn eq(&self, other: &Self) -> bool {
        self.view.equals(&*other.view)
    }
}

/// On which every view is shown.
#[component]
fn Stage(props: &StageProps) -> HtmlResult {
    use_view(props.view.clone())
}

/// The hooks of the view are those of the stage.
fn use_view(view: Rc<dyn View>) -> impl Hook<Output = HtmlResult> {
    Shown(view)
}

struct Shown(Rc<dyn View>);

impl Hook for Shown {
    type Output = HtmlResult;

    fn run(self, hooks: &mut HookContext) -> HtmlResult {
        self.0.render(hooks)
    }
}
