//! One claim: its sentence, who makes it, and what is known about it.

use super::absences::Absences;
use super::facts::Facts;
use super::made_by::MadeByList;
use super::sources::Sources;
use crate::core::address::AddressedPlace;
use crate::core::claim::Claim;
use crate::core::id::ClaimId;
use crate::core::relation::End;
use crate::editor::action::Action;
use crate::editor::addresses::AddressAction;
use crate::editor::change_set::Topics;
use crate::editor::claim_draft::with_text;
use crate::editor::claim_sheet::ClaimSheet;
use crate::editor::dossier::DossierAction;
use crate::editor::passages::PassagesAction;
use crate::editor::passages::list::PassageScope;
use crate::ui::icon::{Glyph, icon};
use crate::ui::part::part;
use crate::ui::relations::RelationList;
use crate::ui::store_hooks::{use_dispatch, use_selector, use_store};
use crate::ui::widgets::menu::{Menu, MenuGroup};
use crate::ui::widgets::text_field::TextField;
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Which claim.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct SheetProps {
    /// Its id.
    pub claim: ClaimId,
}

/// Who makes it comes first; what is to be filled in follows.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let store = use_store();
    let id = props.claim;
    let topics = Topics::DOSSIER | Topics::MENTIONS | Topics::ARTICLES | Topics::PROJECT;
    let sheet = use_selector(topics, move |editor| ClaimSheet::of(editor, id));
    let on_back = use_dispatch(|_: MouseEvent| Action::dossier(DossierAction::ShowClaim(None)));
    let on_copy = use_dispatch(move |_: MouseEvent| Action::Address(AddressAction::Copy(AddressedPlace::Claim(id))));
    let elsewhere = PassagesAction::ShowList(PassageScope::Claim(id));
    let on_elsewhere = use_dispatch(move |_: MouseEvent| Action::Passages(elsewhere.clone()));
    let on_delete = use_dispatch(move |_: MouseEvent| Action::dossier(DossierAction::DeleteClaim(id)));
    let save = use_dispatch(|claim: Rc<Claim>| Action::dossier(DossierAction::SaveClaim(claim)));
    let Some(sheet) = sheet else {
        return Html::default();
    };
    let claim = &sheet.claim;
    let on_text = {
        let (store, claim) = (store.clone(), claim.clone());
        Callback::from(move |typed: String| {
            let changed = with_text(&claim, &typed);
            let is_kept = changed.is_some();
            let save = changed.map(|claim| Action::dossier(DossierAction::SaveClaim(claim)));
            save.into_iter().for_each(|action| store.dispatch(action));
            is_kept
        })
    };
    let on_note = {
        let claim = claim.clone();
        save.reform(move |event: InputEvent| {
            Rc::new(Claim {
                note: event.target_unchecked_into::<HtmlTextAreaElement>().value(),
                ..Claim::clone(&claim)
            })
        })
    };
    html! {
        <div class="claim-sheet">
            <p class="dossier-top">
                <button type="button" class="button" onclick={on_back}>{ icon(Glyph::Back) }{ "All claims" }</button>
                <button type="button" class="button" onclick={on_copy}>{ "Copy link" }</button>
            </p>
            <div class="inspected-part">
                { part!(<TextField id="claim-text" name="The claim, in one sentence" class="claim-text" text={claim.text.clone()}
                    on_typed={on_text} fault="A claim needs a sentence." />) }
            </div>
            { part!(<MadeByList made_by={sheet.made_by.clone()} />) }
            if !sheet.made_by.is_empty() {
                <p class="inspected-part">
                    <button type="button" class="button outlined" onclick={on_elsewhere}>{ "Where else?" }</button>
                </p>
            }
            { part!(<Absences absences={sheet.absences.clone()} n_unseen={sheet.n_unseen} />) }
            { part!(<RelationList of={End::Claim(id)} />) }
            { part!(<Facts claim={claim.clone()} save={save.clone()} />) }
            { part!(<Sources claim={claim.clone()} save={save.clone()} />) }
            <div class="inspected-part">
                <label for="claim-note">{ "Note" }</label>
                <textarea id="claim-note" class="field" rows="2" dir="auto" value={claim.note.clone()} oninput={on_note} />
            </div>
            if !sheet.others.is_empty() {
                { part!(<Merge claim={id} others={sheet.others.clone()} />) }
            }
            <p class="inspected-end">
                <button type="button" class="button danger" onclick={on_delete}>{ "Delete claim" }</button>
            </p>
        </div>
    }
}

#[derive(Properties, PartialEq, Clone, Debug)]
struct MergeProps {
    claim: ClaimId,
    others: Vec<(ClaimId, String)>,
}

/// Another claim that says the same, and a button: a menu alone would merge at each arrow key.
#[component]
fn Merge(props: &MergeProps) -> Html {
    let store = use_store();
    let picked = use_state_eq(|| None::<ClaimId>);
    let others = props.others.clone();
    let at = others.iter().position(|(id, _)| Some(*id) == *picked);
    let names = others.iter().map(|(_, text)| text.clone());
    let groups = vec![MenuGroup::plain(["Another claim…".to_owned()].into_iter().chain(names))];
    let on_merge = {
        let (from, into) = (props.claim, at.and(*picked));
        move |_: MouseEvent| {
            if let Some(into) = into {
                store.dispatch(Action::dossier(DossierAction::MergeClaims { from, into }));
            }
        }
    };
    let on_pick = Callback::from(move |at: usize| {
        let other = at.checked_sub(1).and_then(|at| others.get(at));
        picked.set(other.map(|(id, _)| *id));
    });
    html! {
        <div class="inspected-part">
            <label for="claim-merge">{ "The same as" }</label>
            <div class="claim-line">
                { part!(<Menu id="claim-merge" class="field" {groups} at={at.map_or(0, |at| at + 1)} {on_pick} />) }
                <button type="button" class="button outlined" disabled={at.is_none()} onclick={on_merge}>{ "Merge" }</button>
            </div>
        </div>
    }
}
