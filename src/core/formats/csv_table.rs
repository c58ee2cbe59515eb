//! Tables for spreadsheets, and cells that several have.
//!
//! RFC 4180 with a byte order mark, without which spreadsheets take UTF-8 for something else. A cell that begins with
//! a character that spreadsheets take for a formula gets an apostrophe before it.

use crate::core::article::Article;

/// The rows as a file; the first is the header, and all have as many cells.
pub(super) fn table(rows: Vec<Vec<String>>) -> String {
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        table
            .write_record(row)
            .expect("rows have as many cells as the header, and memory takes them");
    }
    let bytes = table.into_inner().expect("memory takes what is written");
    String::from_utf8(bytes).expect("cells are UTF-8, and so is what stands between them")
}

/// With an apostrophe before what a spreadsheet would take for a formula (OWASP, "CSV injection").
pub(super) fn harmless(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

/// Title, outlet and publication date of an article.
pub(super) fn article_cells(article: &Article) -> [String; 3] {
    [
        harmless(&article.title),
        harmless(&article.source.outlet),
        article.date.map(|date| date.to_string()).unwrap_or_default(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_harmless() {
        for cell in ["=1+1", "+1", "-1", "@A1", "\tx", "\rx"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        assert_eq!(harmless("a=1"), "a=1");
    }

    #[test]
    fn cells_are_quoted_where_needed() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let written = table(vec![row(["A", "B"]), row(["1, 2", "a \"b\""])]);
        assert_eq!(written, "\u{feff}A,B\r\n\"1, 2\",\"a \"\"b\"\"\"\r\n");
    }
}
