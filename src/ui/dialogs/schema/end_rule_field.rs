//! What may stand at one end of a type's relations.

use crate::core::label::Label;
use crate::core::relation_type::{EndRule, MentionRule};
use crate::core::sorted::SortedSet;
use crate::ui::label_chip::label_chip;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What the field shows.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct EndRuleFieldProps {
    /// Unique on the page.
    pub id: AttrValue,
    /// The question.
    pub legend: AttrValue,
    /// As it is now.
    pub rule: EndRule,
    /// Of the schema.
    pub labels: Vec<Rc<Label>>,
    /// Takes another one.
    pub on_change: Callback<EndRule>,
}

/// Boxes to tick: claims, entities, and mentions of any label or of some.
#[component]
pub fn EndRuleField(props: &EndRuleFieldProps) -> Html {
    let rule = &props.rule;
    let check = |name: &str, title: Html, checked: bool, change: Change| {
        let id = format!("{}-{name}", props.id);
        let (on_change, rule) = (props.on_change.clone(), rule.clone());
        let on_check = move |event: Event| {
            let mut rule = rule.clone();
            change(&mut rule, event.target_unchecked_into::<HtmlInputElement>().checked());
            on_change.emit(rule);
        };
        html! {
            <div class="check" key={name.to_owned()}>
                <input type="checkbox" id={id.clone()} {checked} onchange={on_check} />
                <label for={id}>{ title }</label>
            </div>
        }
    };
    let is_any = rule.mentions == MentionRule::Any;
    let label = |label: &Rc<Label>| {
        let id = label.id;
        let ticked = matches!(&rule.mentions, MentionRule::Of(labels) if labels.contains(&id));
        check(
            &id.to_string(),
            label_chip(label),
            ticked,
            Box::new(move |rule, on| tick(rule, id, on)),
        )
    };
    html! {
        <fieldset class="end-rule">
            <legend>{ &props.legend }</legend>
            { check("claims", "Claims".into(), rule.claims, Box::new(|rule, on| rule.claims = on)) }
            { check("entities", "Entities".into(), rule.entities, Box::new(|rule, on| rule.entities = on)) }
            { check("any", "Mentions of any label".into(), is_any, Box::new(|rule, on| {
                rule.mentions = if on { MentionRule::Any } else { MentionRule::None };
            })) }
            if !is_any {
                { for props.labels.iter().map(label) }
            }
            if rule.is_empty() {
                <p class="form-hint">{ "Nothing, so that the relation is not offered." }</p>
            }
        </fieldset>
    }
}

fn tick(rule: &mut EndRule, label: crate::core::id::LabelId, on: bool) {
    let mut labels = match &rule.mentions {
        MentionRule::Of(labels) => labels.clone(),
        MentionRule::None | MentionRule::Any => SortedSet::new(),
    };
    match on {
        true => labels.insert(label),
        false => labels.remove(&label),
    };
    rule.mentions = if labels.is_empty() {
        MentionRule::None
    } else {
        MentionRule::Of(labels)
    };
}

type Change = Box<dyn Fn(&mut EndRule, bool)>;
