//! Mentions as a table for spreadsheets: one row for each, one column for each attribute of each label.
//!
//! Words of persons and articles are made harmless; numbers are none of those.

use super::chosen::Chosen;
use super::csv_table::{article_cells, harmless, table};
use crate::core::article::Article;
use crate::core::attribute_value::AttributeValue;
use crate::core::id::{ArticleId, AttributeId, LabelId};
use crate::core::mention::Mention;
use crate::core::project::Project;
use crate::core::schema::Schema;

/// The mentions of the whole project, or of the articles given; in the project's order, each article's in text order.
pub fn write(project: &Project, articles: Option<&[ArticleId]>) -> String {
    let chosen = Chosen::new(articles);
    let columns = attribute_columns(project.schema());
    let mut rows = vec![header(&columns)];
    for article in chosen.articles(project) {
        let mentions = project
            .mentions(article.id)
            .into_iter()
            .flat_map(|set| set.in_text_order());
        rows.extend(mentions.map(|mention| row(mention, article, project.schema(), &columns)));
    }
    table(rows)
}

/// One column for each attribute of each label.
struct Column {
    label: LabelId,
    attribute: AttributeId,
    title: String,
}

fn attribute_columns(schema: &Schema) -> Vec<Column> {
    let mut columns = Vec::new();
    for label in &schema.labels {
        columns.extend(label.attributes.iter().map(|attribute| Column {
            label: label.id,
            attribute: attribute.id,
            title: format!("{}: {}", label.name, attribute.name),
        }));
    }
    columns
}

const FIRST: [&str; 5] = ["Article", "Outlet", "Date", "Label", "Quote"];
const LAST: [&str; 14] = [
    "Note",
    "Author",
    "Created",
    "Modified",
    "Start (code points)",
    "End (code points)",
    "Start (UTF-16)",
    "End (UTF-16)",
    "Start (bytes)",
    "End (bytes)",
    "Spans (code points)",
    "Article id",
    "Mention id",
    "Label id",
];

fn header(columns: &[Column]) -> Vec<String> {
    let first = FIRST.into_iter().map(str::to_owned);
    let of_attributes = columns.iter().map(|column| harmless(&column.title));
    first
        .chain(of_attributes)
        .chain(LAST.into_iter().map(str::to_owned))
        .collect()
}

fn row(mention: &Mention, article: &Article, schema: &Schema, columns: &[Column]) -> Vec<String> {
    let text = &article.text;
    let hull = mention.spans.hull();
    let (chars, utf16) = (text.char_span(hull), text.utf16_span(hull));
    let spans = mention.spans.as_slice().iter().map(|span| {
        let (start, end) = text.char_span(*span);
        // Two dots, because spreadsheets take a hyphen for a date.
        format!("{}..{}", start.0, end.0)
    });
    let spans: Vec<String> = spans.collect();
    let label = schema.label(mention.label).map_or("", |label| &label.name);
    let mut cells = article_cells(article).to_vec();
    cells.extend([harmless(label), harmless(&text.quote(&mention.spans))]);
    cells.extend(columns.iter().map(|column| {
        let value = mention
            .attributes
            .get(&column.attribute)
            .filter(|_| column.label == mention.label);
        value.map(shown).unwrap_or_default()
    }));
    cells.extend([
        harmless(&mention.note),
        harmless(&mention.author),
        mention.created.to_string(),
        mention.modified.to_string(),
        chars.0.0.to_string(),
        chars.1.0.to_string(),
        utf16.0.0.to_string(),
        utf16.1.0.to_string(),
        hull.start().0.to_string(),
        hull.end().0.to_string(),
        spans.join(" "),
        article.id.to_string(),
        mention.id.to_string(),
        mention.label.to_string(),
    ]);
    cells
}

fn shown(value: &AttributeValue) -> String {
    match value {
        AttributeValue::Text(text) | AttributeValue::OneOf(text) => harmless(text),
        AttributeValue::Number(number) => number.to_string(),
        AttributeValue::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        AttributeValue::ManyOf(chosen) => harmless(&chosen.join("; ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::csv_rows::{is_harmless, read};
    use crate::testkit::random_project::{arb_project, small_project};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_mention_has_its_row_and_no_cell_is_a_formula(project in arb_project()) {
            let rows = read(&write(&project, None));
            prop_assert_eq!(rows.len(), project.n_mentions());
            for (row, mention) in rows.iter().zip(project.all_mentions()) {
                let quote = project.quote(mention);
                let shown = &row["Quote"];
                prop_assert!(*shown == quote || shown.strip_prefix('\'') == Some(&quote));
                prop_assert_eq!(&row["Mention id"], &mention.id.to_string());
                let text = project.article(mention.article).unwrap().text.as_str();
                let spans = row["Spans (code points)"].split(' ').map(|span| {
                    let (start, end) = span.split_once("..").unwrap();
                    let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
                    text.chars().skip(start).take(end - start).collect::<String>()
                });
                prop_assert_eq!(spans.collect::<Vec<_>>().join(" … "), quote);
                let cells = row.values().filter(|cell| cell.parse::<f64>().is_err());
                prop_assert!(cells.into_iter().all(|cell| is_harmless(cell)));
            }
        }
    }

    #[test]
    fn lines_end_as_the_rfc_says() {
        let table = write(&small_project(), None);
        let lines: Vec<&str> = table.split("\r\n").collect();
        assert_eq!(lines.len(), 4);
        assert!(lines[0].starts_with("\u{feff}Article,Outlet,Date,Label,Quote,Claim: Type,Claim: Check-worthy,Note,"));
        assert!(
            lines[1].starts_with("T,,2021,Claim,Prices rose 4%,,,,A,"),
            "{}",
            lines[1]
        );
        assert!(lines[1].contains(",0,14,0,14,0,14,0..14,"));
        assert_eq!(lines[3], "");
        assert_eq!(write(&small_project(), Some(&[])).split("\r\n").count(), 2);
    }

    #[test]
    fn numbers_stay_numbers() {
        assert_eq!(shown(&AttributeValue::Number(-4.5)), "-4.5");
    }
}
