//! What to download: the format, and whether all articles or some.

use super::fields::choice_group::{Choice, ChoiceGroup};
use super::worker_at_hand::use_worker_at_hand;
use crate::core::article::Article;
use crate::core::formats::FileFormat;
use crate::core::id::ArticleId;
use crate::core::sorted::SortedSet;
use crate::editor::action::{Action, ExportRequest, FilesAction};
use crate::editor::article_list::passes_filter;
use crate::editor::change_set::Topics;
use crate::editor::exports::contents_of;
use crate::ui::part::part;
use crate::ui::store_hooks::{use_selector, use_store};
use crate::ui::widgets::modal::Modal;
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

const FORMATS: [(FileFormat, &str, &str); 5] = [
    (
        FileFormat::Native,
        "Project (JSON)",
        "Everything: articles, labels, mentions, entities, claims, relations. Opens here again; documented for other programs.",
    ),
    (
        FileFormat::MentionsCsv,
        "Mentions (CSV)",
        "A table with one row for each mention, for a spreadsheet. Cannot be opened here again.",
    ),
    (
        FileFormat::ClaimsCsv,
        "Claims by articles (CSV)",
        "A table with one row for each claim and article: who says it, how, and where nobody has looked.",
    ),
    (
        FileFormat::RelationsCsv,
        "Relations (CSV)",
        "A table with one row for each relation, for a spreadsheet or a program that draws graphs.",
    ),
    (
        FileFormat::Schema,
        "Labels (JSON)",
        "The labels, relations’ types and guidelines alone, to use them in another project.",
    ),
];

/// Format, scope, what it will hold, and the button.
#[component]
pub fn Export() -> Html {
    let store = use_store();
    let articles: Vec<Rc<Article>> = use_selector(Topics::ARTICLES | Topics::PROJECT, |editor| {
        editor.project().articles().to_vec()
    });
    let format = use_state(|| 0);
    let chooses = use_state(|| false);
    let chosen = use_state(SortedSet::<ArticleId>::new);
    use_worker_at_hand();
    let (kind, ..) = FORMATS[*format];
    let scoped = kind != FileFormat::Schema;
    let request = ExportRequest {
        format: kind,
        articles: (scoped && *chooses).then(|| {
            articles
                .iter()
                .map(|article| article.id)
                .filter(|id| chosen.contains(id))
                .collect()
        }),
    };
    let nothing = request.articles.as_ref().is_some_and(Vec::is_empty);
    let contents = match nothing {
        true => "Choose at least one article.".to_owned(),
        false => format!(
            "The file will hold {}.",
            store.read(|editor| contents_of(editor, &request))
        ),
    };
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        if !nothing {
            store.dispatch(Action::ShowDialog(None));
            store.dispatch(Action::Files(FilesAction::Export(request.clone())));
        }
    };
    let formats: Vec<Choice> = FORMATS
        .iter()
        .map(|(_, title, detail)| Choice {
            detail: Some((*detail).into()),
            ..Choice::plain(*title)
        })
        .collect();
    let on_format = {
        let format = format.clone();
        move |i| format.set(i)
    };
    let on_scope = {
        let chooses = chooses.clone();
        move |i| chooses.set(i == 1)
    };
    let on_change = {
        let chosen = chosen.clone();
        move |now| chosen.set(now)
    };
    let footer = html! {
        <>
            <span class="modal-said" role="status">{ contents }</span>
            <button type="submit" form="export-form" class="button primary" disabled={nothing}>{ "Download" }</button>
        </>
    };
    html! {
        <Modal heading="Export" {footer}>
            <form id="export-form" class="form" onsubmit={on_submit}>
                { part!(<ChoiceGroup name="export-format" label="Format" choices={formats} chosen={Some(*format)}
                    on_choose={on_format} focused=true />) }
                if scoped {
                    { part!(<ChoiceGroup name="export-scope" label="Articles" class="choices-row"
                        choices={vec![Choice::plain("The whole project"), Choice::plain("Some articles")]}
                        chosen={Some(usize::from(*chooses))} on_choose={on_scope} />) }
                }
                if scoped && *chooses {
                    { part!(<ArticleChecklist {articles} chosen={(*chosen).clone()} {on_change} />) }
                }
            </form>
        </Modal>
    }
}

type Change = Box<dyn Fn(&mut SortedSet<ArticleId>)>;

#[derive(Properties, PartialEq)]
struct ArticleChecklistProps {
    articles: Vec<Rc<Article>>,
    chosen: SortedSet<ArticleId>,
    on_change: Callback<SortedSet<ArticleId>>,
}

/// Articles to tick, with a filter.
#[component]
fn ArticleChecklist(props: &ArticleChecklistProps) -> Html {
    let filter = use_state(String::new);
    let shown: Vec<&Rc<Article>> = props
        .articles
        .iter()
        .filter(|article| passes_filter(article, &filter))
        .collect();
    let ids: Vec<ArticleId> = shown.iter().map(|article| article.id).collect();
    let on_filter = {
        let filter = filter.clone();
        move |event: InputEvent| filter.set(event.target_unchecked_into::<HtmlInputElement>().value())
    };
    let change = |change: Change| {
        let (chosen, on_change) = (props.chosen.clone(), props.on_change.clone());
        Callback::from(move |()| {
            let mut chosen = chosen.clone();
            change(&mut chosen);
            on_change.emit(chosen);
        })
    };
    let all = {
        let ids = ids.clone();
        change(Box::new(move |chosen| chosen.extend(ids.iter().copied())))
    };
    let none = change(Box::new(move |chosen| chosen.retain(|id| !ids.contains(id))));
    let row = |article: &&Rc<Article>| {
        let id = article.id;
        let toggle = change(Box::new(move |chosen| {
            if !chosen.remove(&id) {
                chosen.insert(id);
            }
        }));
        html! {
            <li key={id.to_string()}>
                <label class="check">
                    <input type="checkbox" checked={props.chosen.contains(&id)} onchange={toggle.reform(|_: Event| ())} />
                    <span>{ &article.title }</span>
                    if !article.source.outlet.is_empty() {
                        <span class="form-hint">{ &article.source.outlet }</span>
                    }
                </label>
            </li>
        }
    };
    html! {
        <div class="checklist">
            <div class="checklist-top">
                <input class="field" type="search" aria-label="Filter articles" placeholder="Filter"
                    value={(*filter).clone()} oninput={on_filter} />
                <button type="button" class="button" onclick={all.reform(|_: MouseEvent| ())}>{ "All" }</button>
                <button type="button" class="button" onclick={none.reform(|_: MouseEvent| ())}>{ "None" }</button>
            </div>
            <ul aria-label="Articles to export">{ for shown.iter().map(row) }</ul>
            if shown.is_empty() {
                <p class="form-hint">{ "No article passes the filter." }</p>
            }
        </div>
    }
}
