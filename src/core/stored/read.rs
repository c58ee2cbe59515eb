//! Reads a stored project back: head, mentions and texts, then the journal on top.

use super::form::Form;
use super::journal::replay;
use super::problem;
use super::records::Records;
use super::wire_article::Texts;
use super::wire_edit::WireTransaction;
use crate::core::article::Article;
use crate::core::article_text::ArticleText;
use crate::core::dossier::Dossier;
use crate::core::entity::Entity;
use crate::core::history::History;
use crate::core::id::ArticleId;
use crate::core::mention::Mention;
use crate::core::order;
use crate::core::problem::{Problem, Severity};
use crate::core::project::Project;
use crate::core::relation_type::RelationType;
use crate::core::schema::Schema;
use crate::core::slices::{Pause, Slices};
use crate::core::sorted::SortedMap;
use crate::core::timestamp::Timestamp;
use crate::core::transaction::Transaction;
use std::rc::Rc;

/// See [`Records::read_in_slices`]; of records in this form.
pub(super) async fn read_in(
    form: &Form,
    records: Records,
    pause: Pause<'_>,
) -> Result<(Project, History, Vec<Problem>), Problem> {
    let Records {
        head,
        mentions,
        texts,
        journal,
    } = records;
    let mut problems = Vec::new();
    let refuse = |reason| {
        problem(
            Severity::Refused,
            format!("The stored project cannot be read: {reason}."),
        )
    };
    let head = (form.head)(&head).map_err(refuse)?;
    let texts = read_texts(texts, &mut problems);
    let mut labels = Vec::new();
    for label in head.labels {
        labels.push(Rc::new(label.read().map_err(refuse)?));
    }
    let mut left_out = Vec::new();
    let (relation_types, relations, distinctions) = head.relations.read(&mut left_out);
    let schema = Schema {
        labels,
        relation_types,
        guidelines: head.guidelines.into_owned(),
    };
    let mut articles = Vec::new();
    for article in head.articles {
        match article.read(&texts) {
            Ok(article) => articles.push(Rc::new(article)),
            Err(reason) => left_out.push(format!("An article was left out: {reason}.")),
        }
    }
    let empty = Project::new(
        head.id.0,
        head.name.into_owned(),
        Timestamp::from_unix_ms(head.created),
        schema,
    );
    let dossier = head.dossier.read(&mut left_out);
    let n_said = relations.len() + distinctions.len();
    let dossier = dossier.with_relations(relations).with_distinctions(distinctions);
    let mut slices = Slices::new(pause);
    let mentions = read_mentions(form, &mentions, &articles, &mut left_out, &mut slices).await;
    slices.rest().await;
    let mut project = Project::from_parts(empty.with_dossier(dossier), articles, mentions);
    slices.rest().await;
    let n_kept = project.dossier().relations().len() + project.dossier().distinctions().len();
    if n_kept < n_said {
        let n_gone = n_said - n_kept;
        left_out.push(format!(
            "{n_gone} of the relations were left out: what they join is missing."
        ));
    }
    let mut history = if left_out.is_empty() {
        read_history(head.done, head.undone, &texts, &mut problems)
    } else {
        left_out.push("The steps before this cannot be undone, because a part of the project is missing.".to_owned());
        History::default()
    };
    problems.extend(left_out.into_iter().map(|reason| problem(Severity::LeftOut, reason)));
    replay_all(form, journal, &texts, &mut project, &mut history, &mut problems);
    sweep(&mut project, &mut history, &mut problems);
    slices.rest().await;
    history.close_step();
    Ok((project, history, problems))
}

/// The store keeps each text under its digest, and never writes it under another; computing it anew would take longer
/// than all the rest. Spans are checked against the text all the same.
fn read_texts(texts: Vec<(String, String)>, problems: &mut Vec<Problem>) -> Texts {
    let mut by_digest = Texts::new();
    for (digest, text) in texts {
        match digest.parse() {
            Ok(digest) => drop(by_digest.insert(digest, Rc::new(ArticleText::with_digest(text, digest)))),
            Err(reason) => {
                let reason = format!("A stored text was left out: its name {reason}.");
                problems.push(problem(Severity::LeftOut, reason));
            }
        }
    }
    by_digest
}

async fn read_mentions(
    form: &Form,
    records: &[(String, Vec<u8>)],
    articles: &[Rc<Article>],
    left_out: &mut Vec<String>,
    slices: &mut Slices<'_>,
) -> Vec<Rc<Mention>> {
    let by_id: SortedMap<ArticleId, &Rc<Article>> = articles.iter().map(|article| (article.id, article)).collect();
    let mut mentions = Vec::new();
    for (article, record) in records {
        let home = article.parse().ok().and_then(|id: ArticleId| by_id.get(&id));
        // Of an article that was left out, and is reported; or left over from one.
        let Some(home) = home else { continue };
        match (form.mentions)(record, home.id) {
            Ok(read) => {
                for mention in read {
                    match mention {
                        Ok(mention) => mentions.push(mention),
                        Err(reason) => left_out.push(format!("In “{}”, a mention was left out: {reason}.", home.title)),
                    }
                    slices.step().await;
                }
            }
            Err(reason) => left_out.push(format!("The mentions of “{}” were left out: {reason}.", home.title)),
        }
    }
    mentions
}

/// Why a mention cannot stand in the project.
fn fault(mention: &Mention, article: &Article, schema: &Schema) -> Option<String> {
    let Some(label) = schema.label(mention.label) else {
        return Some(format!("it has the label {}, which the project has not", mention.label));
    };
    let takes = |(id, value): (&_, &_)| label.attribute(*id).is_some_and(|attribute| attribute.takes(value));
    if !mention.spans.as_slice().iter().all(|span| article.text.fits(*span)) {
        return Some("it lies outside the text".to_owned());
    }
    let all_taken = mention.attributes.iter().all(takes);
    (!all_taken).then(|| "it has attributes that its label has not".to_owned())
}

/// Edits check what they change, not what depends on it. So where records do not belong together, or the journal begins
/// too late, mentions may be left that cannot stand; they go, and with them the history.
fn sweep(project: &mut Project, history: &mut History, problems: &mut Vec<Problem>) {
    let mut standing = Vec::with_capacity(project.n_mentions());
    for article in project.articles() {
        for mention in project.mentions(article.id).into_iter().flat_map(|set| set.iter()) {
            match fault(mention, article, project.schema()) {
                None => standing.push(mention.clone()),
                Some(reason) => {
                    let reason = format!("In “{}”, a mention was left out: {reason}.", article.title);
                    problems.push(problem(Severity::LeftOut, reason));
                }
            }
        }
    }
    let dossier = with_known_labels(project);
    if let Some(dossier) = &dossier {
        let reason = "An entity was of a label that the project has not; it is of none now.".to_owned();
        problems.push(problem(Severity::Notice, reason));
        project.dossier = dossier.clone();
    }
    let types = types_of_known_labels(project.schema());
    let names_unknown = types != project.schema().relation_types;
    if names_unknown {
        let reason = "A type of relations named a label that the project has not; that was left out.".to_owned();
        problems.push(problem(Severity::Notice, reason));
        project.schema.relation_types = types;
    }
    if dossier.is_some() || names_unknown || standing.len() < project.n_mentions() {
        let empty = Project::new(
            project.id(),
            project.name().to_owned(),
            project.created(),
            project.schema().clone(),
        );
        let empty = empty.with_dossier(project.dossier().clone());
        *project = Project::from_parts(empty, project.articles().to_vec(), standing);
        *history = History::default();
    }
}

/// The dossier with entities of known labels alone; `None` where it is so already.
fn with_known_labels(project: &Project) -> Option<Dossier> {
    let unknown = |entity: &&Rc<Entity>| entity.label.is_some_and(|id| project.schema().label(id).is_none());
    let unknown: Vec<Rc<Entity>> = project.dossier().entities().filter(unknown).cloned().collect();
    let mut dossier = (!unknown.is_empty()).then(|| project.dossier().clone())?;
    for mut entity in unknown {
        Rc::make_mut(&mut entity).label = None;
        dossier.entities.insert(entity.id, entity);
    }
    Some(dossier)
}

fn types_of_known_labels(schema: &Schema) -> Vec<Rc<RelationType>> {
    let known = |kind: &Rc<RelationType>| kind.with_labels(|id| schema.label(id).map(|label| label.id));
    let types = schema.relation_types.iter();
    types.map(|kind| Rc::new(known(kind))).collect()
}

/// Keeps the steps next to the present, up to the first that cannot be read.
fn read_history(
    done: Vec<WireTransaction<'_>>,
    undone: Vec<WireTransaction<'_>>,
    texts: &Texts,
    problems: &mut Vec<Problem>,
) -> History {
    let mut nearest_first = |steps: Vec<WireTransaction<'_>>| {
        let mut kept: Vec<Transaction> = Vec::with_capacity(steps.len());
        for step in steps.into_iter().rev() {
            match step.read(texts) {
                Ok(step) => kept.push(step),
                Err(reason) => {
                    let reason = format!("A part of the history was left out: {reason}.");
                    problems.push(problem(Severity::LeftOut, reason));
                    break;
                }
            }
        }
        kept.reverse();
        kept
    };
    let done = nearest_first(done);
    History::from_steps(done, nearest_first(undone))
}

fn replay_all(
    form: &Form,
    mut entries: Vec<(u64, Vec<u8>)>,
    texts: &Texts,
    project: &mut Project,
    history: &mut History,
    problems: &mut Vec<Problem>,
) {
    order::sort_by_key(&mut entries, |(number, _)| *number);
    let n_entries = entries.len();
    let mut last = None;
    for (i, (number, record)) in entries.iter().enumerate() {
        let gap = last.replace(*number).filter(|before| before + 1 < *number);
        if let Some(before) = gap {
            let lost = n_entries - i;
            let reason =
                format!("The journal lacks what follows entry {before}; the last {lost} entries were left out.");
            problems.push(problem(Severity::LeftOut, reason));
            return;
        }
        let done = (form.entry)(record)
            .and_then(|record| record.read(texts))
            .and_then(|entry| replay(entry, project, history).map_err(|error| error.to_string()));
        if let Err(reason) = done {
            let lost = n_entries - i;
            let reason =
                format!("Journal entry {number} cannot be replayed ({reason}); the last {lost} were left out.");
            problems.push(problem(Severity::LeftOut, reason));
            return;
        }
    }
}
