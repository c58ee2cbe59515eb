//! Tables for spreadsheets, read back as a spreadsheet reads them.

use std::collections::BTreeMap;

/// One row: its cells by the titles of their columns.
pub(crate) type Row = BTreeMap<String, String>;

/// The rows behind the header; panics where the table is none.
pub(crate) fn read(table: &str) -> Vec<Row> {
    let bytes = table.strip_prefix('\u{feff}').expect("a byte order mark stands first");
    let mut reader = csv::Reader::from_reader(bytes.as_bytes());
    let rows = reader.deserialize();
    rows.map(|row| row.expect("each row has a cell for each column"))
        .collect()
}

/// Whether no spreadsheet takes the cell for a formula.
pub(crate) fn is_harmless(cell: &str) -> bool {
    !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}
