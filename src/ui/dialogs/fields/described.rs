//! The label above a field, and below it its hint or what is wrong with it.

use yew::prelude::*;

/// The frame of one field.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct DescribedProps {
    /// The id of the field inside.
    pub id: AttrValue,
    /// The field's name.
    pub label: AttrValue,
    /// Help that is always shown.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// What is wrong.
    #[prop_or_default]
    pub error: Option<AttrValue>,
    /// The field.
    pub children: Html,
}

/// For `aria-describedby` of the field: the id of what stands below it.
pub fn described_by(id: &str, hint: Option<&AttrValue>, error: Option<&AttrValue>) -> Option<AttrValue> {
    let error = error.map(|_| format!("{id}-error").into());
    error.or_else(|| hint.map(|_| format!("{id}-hint").into()))
}

/// Label, field, and the error or else the hint.
#[component]
pub fn Described(props: &DescribedProps) -> Html {
    let id = &props.id;
    html! {
        <div class="form-row">
            <label for={id}>{ &props.label }</label>
            { props.children.clone() }
            // Always there, so that screen readers notice when it gets a text.
            <p class="form-error" id={format!("{id}-error")} aria-live="polite">{ for props.error.clone() }</p>
            if let Some(hint) = props.hint.as_ref().filter(|_| props.error.is_none()) {
                <p class="form-hint" id={format!("{id}-hint")}>{ hint }</p>
            }
        </div>
    }
}
