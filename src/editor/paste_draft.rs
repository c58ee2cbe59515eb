//! A pasted article before it is added: its text, or the HTML of a paste that brought no plain text.

/// What stands in the field, and what does not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct PasteDraft {
    text: String,
    /// Invariant: `None` while `text` is more than white space.
    html: Option<String>,
}

impl PasteDraft {
    /// The person pastes. The field takes plain text by itself; of a paste without any, the HTML is kept.
    #[must_use]
    pub fn pasted(&self, plain: &str, html: Option<String>) -> Self {
        Self {
            html: html.filter(|_| plain.trim().is_empty() && self.text.trim().is_empty()),
            ..self.clone()
        }
    }

    /// The field's text changed.
    #[must_use]
    pub fn typed(&self, text: String) -> Self {
        Self {
            html: self.html.clone().filter(|_| text.trim().is_empty()),
            text,
        }
    }

    /// As it stands in the field.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What takes the place of a text that is blank.
    pub fn html(&self) -> Option<&str> {
        self.html.as_deref()
    }

    /// Whether there is nothing to add.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.html.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html() -> Option<String> {
        Some("<h1>A</h1>".to_owned())
    }

    #[test]
    fn html_is_kept_where_there_is_no_plain_text() {
        let draft = PasteDraft::default().pasted(" ", html());
        assert_eq!(draft.html(), Some("<h1>A</h1>"));
        assert!(!draft.is_empty());
        let typed = draft.typed("A".to_owned());
        assert_eq!((typed.text(), typed.html()), ("A", None));
    }

    #[test]
    fn plain_text_goes_before_html() {
        let draft = PasteDraft::default().pasted("A", html()).typed("A".to_owned());
        assert_eq!((draft.text(), draft.html()), ("A", None));
        assert_eq!(draft.pasted("", html()).html(), None, "the field holds text already");
        assert!(draft.typed(" \n".to_owned()).is_empty());
    }
}
