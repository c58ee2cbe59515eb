//! Files out: what a file is called, what it would hold, and that it was handed out.

use super::action::ExportRequest;
use super::count::count;
use super::effect::{Effect, FileOut};
use super::machine::{Context, Editor};
use crate::core::formats::FileFormat;
use std::rc::Rc;

pub(super) fn export(editor: &Editor, request: ExportRequest, cx: &mut Context<'_>) {
    let stem = match request.articles.as_deref() {
        Some([one]) => editor
            .project
            .article(*one)
            .map_or(editor.project.name(), |article| &article.title),
        _ => editor.project.name(),
    };
    cx.effects.push(Effect::Export(Rc::new(FileOut {
        name: format!("{}{}", file_stem(stem), request.format.ending()),
        contents: contents_of(editor, &request),
        request,
    })));
}

pub(super) fn exported(editor: &mut Editor, file: &FileOut, cx: &mut Context<'_>) {
    editor.toast(format!("{} is ready: {}.", file.name, file.contents), None, cx);
}

/// What a file would hold, such as `5 articles, 12 mentions`.
pub fn contents_of(editor: &Editor, request: &ExportRequest) -> String {
    let project = &editor.project;
    let (n_articles, n_mentions) = match (request.format, &request.articles) {
        (FileFormat::Schema, _) => return count(project.schema().labels.len(), "label"),
        (FileFormat::ClaimsCsv, ids) => {
            let n_articles = ids.as_ref().map_or(project.articles().len(), Vec::len);
            let n_claims = project.dossier().claims().len();
            return format!("{}, {}", count(n_claims, "claim"), count(n_articles, "article"));
        }
        (FileFormat::RelationsCsv, None) => {
            return count(project.dossier().relations().len(), "relation");
        }
        (FileFormat::RelationsCsv, Some(ids)) => {
            return format!("the relations within {}", count(ids.len(), "article"));
        }
        (_, None) => (project.articles().len(), project.n_mentions()),
        (_, Some(ids)) => {
            let sets = ids.iter().filter_map(|id| project.mentions(*id));
            (ids.len(), sets.map(|set| set.len()).sum())
        }
    };
    format!("{}, {}", count(n_articles, "article"), count(n_mentions, "mention"))
}

/// A name that every file system takes: letters, digits, `-`, `_`, `.`; at most 60 characters.
fn file_stem(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|ch| {
            if ch.is_alphanumeric() || matches!(ch, '-' | '_' | '.') {
                ch
            } else {
                ' '
            }
        })
        .collect();
    let stem: String = kept
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-")
        .chars()
        .take(60)
        .collect();
    let stem = stem.trim_matches(['-', '.']).to_owned();
    if stem.is_empty() { "attest".to_owned() } else { stem }
}
