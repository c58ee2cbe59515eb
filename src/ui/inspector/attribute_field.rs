//! One attribute of the mention's label, and the answer to it.

use super::choice_field::ChoiceField;
use super::number_field::NumberField;
use super::text_answer::TextAnswer;
use crate::core::attribute::{Attribute, AttributeKind};
use crate::core::attribute_value::AttributeValue;
use crate::core::id::MentionId;
use crate::editor::action::{Action, AnnotateAction};
use crate::ui::part::part;
use crate::ui::store_hooks::use_dispatch;
use yew::prelude::*;

/// Which question, asked of which mention.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct AttributeFieldProps {
    /// The mention.
    pub mention: MentionId,
    /// The question.
    pub attribute: Attribute,
    /// The answer; `None` if there is none yet.
    pub value: Option<AttributeValue>,
}

const YES_NO: [&str; 2] = ["yes", "no"];

/// The field that fits the attribute's kind. Every answer can be taken back.
#[component]
pub fn AttributeField(props: &AttributeFieldProps) -> Html {
    let (mention, attribute) = (props.mention, props.attribute.id);
    let on_answer = use_dispatch(move |value: Option<AttributeValue>| {
        Action::Annotate(AnnotateAction::SetAttribute(mention, attribute, value))
    });
    let name: AttrValue = props.attribute.name.clone().into();
    let hint: AttrValue = props.attribute.description.clone().into();
    let id: AttrValue = format!("answer-{attribute}").into();
    match (&props.attribute.kind, &props.value) {
        (AttributeKind::Text, value) => {
            let text = if let Some(AttributeValue::Text(text)) = value {
                text.clone()
            } else {
                String::new()
            };
            let on_answer = on_answer.reform(|text: String| (!text.is_empty()).then_some(AttributeValue::Text(text)));
            part!(<TextAnswer {id} {name} {hint} {text} {on_answer} />)
        }
        (AttributeKind::Number, value) => {
            let number = if let Some(AttributeValue::Number(number)) = value {
                Some(*number)
            } else {
                None
            };
            let on_answer = on_answer.reform(|number: Option<f64>| number.map(AttributeValue::Number));
            part!(<NumberField {id} {name} {hint} {number} {on_answer} />)
        }
        (AttributeKind::YesNo, value) => {
            let chosen = match value {
                Some(AttributeValue::YesNo(true)) => vec![YES_NO[0].to_owned()],
                Some(AttributeValue::YesNo(false)) => vec![YES_NO[1].to_owned()],
                _ => Vec::new(),
            };
            let on_answer = on_answer
                .reform(|chosen: Vec<String>| chosen.first().map(|choice| AttributeValue::YesNo(choice == YES_NO[0])));
            part!(<ChoiceField {id} {name} {hint} choices={YES_NO.map(str::to_owned).to_vec()} {chosen} {on_answer} />)
        }
        (AttributeKind::OneOf(choices), value) => {
            let chosen = if let Some(AttributeValue::OneOf(choice)) = value {
                vec![choice.clone()]
            } else {
                Vec::new()
            };
            let on_answer =
                on_answer.reform(|chosen: Vec<String>| chosen.into_iter().next().map(AttributeValue::OneOf));
            part!(<ChoiceField {id} {name} {hint} choices={choices.clone()} {chosen} {on_answer} />)
        }
        (AttributeKind::ManyOf(choices), value) => {
            let chosen = if let Some(AttributeValue::ManyOf(chosen)) = value {
                chosen.clone()
            } else {
                Vec::new()
            };
            let on_answer =
                on_answer.reform(|chosen: Vec<String>| (!chosen.is_empty()).then_some(AttributeValue::ManyOf(chosen)));
            part!(<ChoiceField {id} {name} {hint} choices={choices.clone()} {chosen} {on_answer} many=true />)
        }
    }
}
