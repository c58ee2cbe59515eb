//! The chosen mention: what it says, what it is tagged as, what is known about it.

use super::also_here::AlsoHere;
use super::attribute_field::AttributeField;
use super::label_field::LabelField;
use super::note_field::NoteField;
use super::position::Position;
use super::quote::Quote;
use super::reference_field::ReferenceField;
use super::span_list::SpanList;
use crate::core::article::Article;
use crate::core::mention::Mention;
use crate::core::relation::End;
use crate::core::timestamp::Timestamp;
use crate::editor::action::{Action, AnnotateAction};
use crate::editor::change_set::Topics;
use crate::editor::effect::FocusTarget;
use crate::editor::passages::PassagesAction;
use crate::editor::passages::list::PassageScope;
use crate::ui::part::part;
use crate::ui::relations::RelationList;
use crate::ui::store_hooks::{use_dispatch, use_selector};
use crate::web::focus::id_of;
use crate::web::keep_focus;
use crate::web::local_time::local_time;
use std::rc::Rc;
use yew::prelude::*;

/// The form of the mention that is chosen.
#[component]
pub fn Chosen() -> Html {
    let topics = Topics::CHOSEN | Topics::MENTIONS | Topics::OPEN | Topics::PROJECT;
    let chosen = use_selector(topics, |editor| editor.chosen().cloned());
    match chosen {
        // Another mention is another form: nothing half-typed goes from one to the next.
        Some(mention) => part!(<ChosenMention key={mention.id.to_string()} mention={mention.clone()} />),
        None => Html::default(),
    }
}

/// Which mention.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ChosenMentionProps {
    /// As it is now.
    pub mention: Rc<Mention>,
}

/// Everything about a mention that can be seen and changed.
#[component]
pub fn ChosenMention(props: &ChosenMentionProps) -> Html {
    let mention = &props.mention;
    let (id, label_id, article_id) = (mention.id, mention.label, mention.article);
    let label = use_selector(Topics::SCHEMA | Topics::PROJECT | Topics::MENTIONS, move |editor| {
        editor.project().schema().label(label_id).cloned()
    });
    let article = use_selector(Topics::ARTICLES | Topics::PROJECT | Topics::OPEN, move |editor| {
        editor.project().article(article_id).cloned()
    });
    let on_elsewhere =
        use_dispatch(move |_: MouseEvent| Action::Passages(PassagesAction::ShowList(PassageScope::Mention(id))));
    let on_delete = use_dispatch(move |event: MouseEvent| {
        keep_focus::when_gone(&event, &[id_of(FocusTarget::Inspector)]);
        Action::Annotate(AnnotateAction::Delete(id))
    });
    let (Some(label), Some(article)) = (label, article) else {
        return Html::default();
    };
    html! {
        <div class="inspected">
            { part!(<Quote article={article.clone()} spans={mention.spans.clone()} />) }
            { part!(<AlsoHere mention={id} />) }
            { part!(<LabelField mention={id} label={label.clone()} />) }
            { part!(<ReferenceField mention={id} />) }
            { part!(<RelationList of={End::Mention(id)} />) }
            { for label.attributes.iter().map(|attribute| part!(<AttributeField key={attribute.id.to_string()} mention={id} attribute={attribute.clone()}
                    value={mention.attributes.get(&attribute.id).cloned()} />)) }
            { part!(<NoteField mention={id} note={mention.note.clone()} />) }
            { part!(<SpanList mention={id} article={article.clone()} spans={mention.spans.clone()} />) }
            { part!(<Position article={article.clone()} spans={mention.spans.clone()} />) }
            { made(mention, &article) }
            <p class="inspected-end">
                <button type="button" class="button outlined" onclick={on_elsewhere}>{ "Where else?" }</button>
                <button type="button" class="button danger" onclick={on_delete}>{ "Delete mention" }</button>
            </p>
        </div>
    }
}

fn made(mention: &Mention, article: &Rc<Article>) -> Html {
    let line = |name: &str, value: Html| {
        html! {
            <><dt>{ name.to_owned() }</dt><dd>{ value }</dd></>
        }
    };
    let time = |at: Timestamp| html! { <time datetime={at.to_string()}>{ local_time(at) }</time> };
    html! {
        <dl class="made">
            if !mention.author.is_empty() {
                { line("By", html! { <bdi>{ &mention.author }</bdi> }) }
            }
            { line("Made", time(mention.created)) }
            if mention.modified != mention.created {
                { line("Changed", time(mention.modified)) }
            }
            { line("In", html! { <bdi>{ &article.title }</bdi> }) }
        </dl>
    }
}
