//! Relations as a table for spreadsheets: one row for each, with what stands at either end and where.

use super::chosen::Chosen;
use super::csv_table::{article_cells, harmless, table};
use crate::core::id::ArticleId;
use crate::core::project::Project;
use crate::core::relation::{End, Relation};

/// The relations in the order of their making: all, or those whose mentions are of the articles given.
pub fn write(project: &Project, articles: Option<&[ArticleId]>) -> String {
    let chosen = Chosen::new(articles);
    let is_written = |end| home(project, end).is_none_or(|article| chosen.has(article));
    let relations = project.dossier().relations();
    let written = relations.filter(|it| is_written(it.from) && is_written(it.to));
    let mut rows = vec![HEADER.map(str::to_owned).to_vec()];
    rows.extend(written.map(|relation| row(project, relation)));
    table(rows)
}

const HEADER: [&str; 20] = [
    "Type",
    "Reads backwards",
    "From",
    "From kind",
    "From article",
    "From outlet",
    "From date",
    "To",
    "To kind",
    "To article",
    "To outlet",
    "To date",
    "Note",
    "Author",
    "Created",
    "Modified",
    "Relation id",
    "Type id",
    "From id",
    "To id",
];

/// The article that an end stands in; `None` for what stands above the articles.
fn home(project: &Project, end: End) -> Option<ArticleId> {
    match end {
        End::Mention(id) => project.mention(id).map(|mention| mention.article),
        End::Claim(_) | End::Entity(_) => None,
    }
}

fn row(project: &Project, relation: &Relation) -> Vec<String> {
    let kind = project.schema().relation_type(relation.kind);
    let inverse = kind.and_then(|kind| kind.inverse.as_deref());
    let mut cells = vec![
        harmless(kind.map_or("", |kind| &kind.name)),
        harmless(inverse.unwrap_or_default()),
    ];
    for end in [relation.from, relation.to] {
        cells.extend(end_cells(project, end));
    }
    cells.extend([
        harmless(&relation.note),
        harmless(&relation.author),
        relation.created.to_string(),
        relation.modified.to_string(),
        relation.id.to_string(),
        relation.kind.to_string(),
        id_of(relation.from),
        id_of(relation.to),
    ]);
    cells
}

/// What stands there, its kind, and title, outlet and date of its article.
fn end_cells(project: &Project, end: End) -> Vec<String> {
    let article = home(project, end).and_then(|id| project.article(id));
    let kind = match end {
        End::Mention(_) => "mention",
        End::Claim(_) => "claim",
        End::Entity(_) => "entity",
    };
    let words = project.words_of(end).unwrap_or_default();
    let mut cells = vec![harmless(&words), kind.to_owned()];
    cells.extend(article.map_or_else(Default::default, |article| article_cells(article)));
    cells
}

fn id_of(end: End) -> String {
    match end {
        End::Mention(id) => id.to_string(),
        End::Claim(id) => id.to_string(),
        End::Entity(id) => id.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::csv_rows::{is_harmless, read};
    use crate::testkit::random_project::arb_project;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_relation_has_its_row_and_no_cell_is_a_formula(project in arb_project()) {
            let rows = read(&write(&project, None));
            prop_assert_eq!(rows.len(), project.dossier().relations().len());
            for (row, relation) in rows.iter().zip(project.dossier().relations()) {
                prop_assert_eq!(&row["Relation id"], &relation.id.to_string());
                prop_assert_eq!(&row["From id"], &id_of(relation.from));
                prop_assert_eq!(row["To article"].is_empty(), row["To kind"] != "mention");
                prop_assert!(row.values().all(|cell| is_harmless(cell)));
            }
            let of_none = read(&write(&project, Some(&[])));
            prop_assert!(of_none.iter().all(|row| row["From kind"] != "mention" && row["To kind"] != "mention"));
        }
    }
}
