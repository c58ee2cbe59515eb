//! `.txt` and `.md`: the text as it stands. Nothing in it is taken for a headline or a date.

use super::title;
use crate::core::article_draft::ArticleDraft;

/// The draft of a plain text; its title is the file's name without its ending.
pub fn read(file_name: &str, text: String) -> ArticleDraft {
    ArticleDraft {
        title: title::from_file_name(file_name),
        file_name: file_name.into(),
        text,
        ..Default::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_name_and_nothing_else() {
        let text = "# Storm\r\n\r\nBy A. Writer, 2024-03-25\n";
        let draft = read("news/Storm hits.md", text.into());
        let expected = ArticleDraft {
            title: "Storm hits".into(),
            file_name: "news/Storm hits.md".into(),
            text: text.into(),
            ..Default::default()
        };
        assert_eq!(draft, expected);
    }
}
