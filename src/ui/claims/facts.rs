//! What is said about a claim in closed lists of words.

use crate::core::claim::{CheckWorthy, Claim, ClaimKind, Verdict};
use crate::ui::inspector::choice_field::ChoiceField;
use crate::ui::part::part;
use std::rc::Rc;
use yew::prelude::*;

/// Whose.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct FactsProps {
    /// The claim as it is.
    pub claim: Rc<Claim>,
    /// Keeps it as it is to be.
    pub save: Callback<Rc<Claim>>,
}

/// Type, whether it is worth a check, and the verdict.
#[component]
pub fn Facts(props: &FactsProps) -> Html {
    let claim = &props.claim;
    let kinds = ClaimKind::ALL.iter().map(|it| it.name()).collect();
    let worths = CheckWorthy::ALL.iter().map(|it| it.name()).collect();
    let verdicts = Verdict::ALL.iter().map(|it| it.name()).collect();
    html! {
        <>
            { question(props, "claim-kind", "Type", kinds, claim.kind.map(ClaimKind::name), |claim, word| {
                claim.kind = word.and_then(ClaimKind::from_name);
            }) }
            { question(props, "claim-worth", "Worth a fact-check", worths, claim.check_worthy.map(CheckWorthy::name), |claim, word| {
                claim.check_worthy = word.and_then(CheckWorthy::from_name);
            }) }
            { question(props, "claim-verdict", "Verdict", verdicts, claim.verdict.map(Verdict::name), |claim, word| {
                claim.verdict = word.and_then(Verdict::from_name);
            }) }
        </>
    }
}

fn question(
    props: &FactsProps,
    id: &'static str,
    name: &'static str,
    words: Vec<&'static str>,
    chosen: Option<&'static str>,
    set: fn(&mut Claim, Option<&str>),
) -> Html {
    let claim = props.claim.clone();
    let on_answer = props.save.reform(move |answer: Vec<String>| {
        let mut claim = Claim::clone(&claim);
        set(&mut claim, answer.first().map(String::as_str));
        Rc::new(claim)
    });
    let choices: Vec<String> = words.into_iter().map(str::to_owned).collect();
    let chosen: Vec<String> = chosen.into_iter().map(str::to_owned).collect();
    part!(<ChoiceField {id} {name} hint="" {choices} {chosen} {on_answer} />)
}
