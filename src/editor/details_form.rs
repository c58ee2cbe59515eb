//! The form for an article's details: texts as typed, and what is wrong with them.

use super::action::ArticleDetails;
use crate::core::article::Article;
use crate::core::publication_date::PublicationDate;

/// What stands in the fields.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DetailsForm {
    /// Must not be empty.
    pub title: String,
    /// May be empty, as all below.
    pub outlet: String,
    /// As written.
    pub author: String,
    /// Where it stood.
    pub url: String,
    /// BCP 47.
    pub language: String,
    /// Must be a year, a month or a day.
    pub date: String,
    /// Separated by commas.
    pub tags: String,
    /// A note on the whole article.
    pub note: String,
}

/// What is wrong, by field.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct DetailsFaults {
    /// Of the title.
    pub title: Option<String>,
    /// Of the date.
    pub date: Option<String>,
}

impl DetailsForm {
    /// What is known.
    pub fn of(article: &Article) -> Self {
        Self {
            title: article.title.clone(),
            outlet: article.source.outlet.clone(),
            author: article.source.author.clone(),
            url: article.source.url.clone(),
            language: article.source.language.clone(),
            date: article.date.map(|date| date.to_string()).unwrap_or_default(),
            tags: article.tags.join(", "),
            note: article.note.clone(),
        }
    }

    /// What the fields say, trimmed; each tag once.
    pub fn details(&self) -> Result<ArticleDetails, DetailsFaults> {
        let line = |text: &str| text.trim().to_owned();
        let title = line(&self.title);
        let date = match self.date.trim() {
            "" => Ok(None),
            text => text.parse::<PublicationDate>().map(Some),
        };
        let no_title = title.is_empty().then(|| "An article needs a title.".to_owned());
        let date = match (no_title, date) {
            (None, Ok(date)) => date,
            (title, date) => {
                return Err(DetailsFaults {
                    title,
                    date: date.err().map(|fault| format!("{fault}.")),
                });
            }
        };
        let mut tags: Vec<String> = Vec::new();
        for tag in self.tags.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|other| other == tag) {
                tags.push(tag.to_owned());
            }
        }
        Ok(ArticleDetails {
            title,
            outlet: line(&self.outlet),
            author: line(&self.author),
            url: line(&self.url),
            language: line(&self.language),
            date,
            tags,
            note: line(&self.note),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> DetailsForm {
        DetailsForm {
            title: " Prices rose ".to_owned(),
            outlet: "The Herald".to_owned(),
            author: String::new(),
            url: String::new(),
            language: "en".to_owned(),
            date: "2021-04".to_owned(),
            tags: "economy, , trade,economy ".to_owned(),
            note: String::new(),
        }
    }

    #[test]
    fn fields_are_trimmed_and_tags_told_apart() {
        let details = form().details().expect("nothing is wrong");
        assert_eq!(details.title, "Prices rose");
        assert_eq!(details.tags, ["economy", "trade"]);
        assert_eq!(details.date.map(|date| date.to_string()).as_deref(), Some("2021-04"));
    }

    #[test]
    fn each_fault_is_told_at_its_field() {
        let wrong = DetailsForm {
            title: " ".to_owned(),
            date: "26 April".to_owned(),
            ..form()
        };
        let faults = wrong.details().expect_err("title and date are wrong");
        assert!(faults.title.is_some() && faults.date.is_some(), "{faults:?}");
        let no_date = DetailsForm {
            date: " ".to_owned(),
            ..form()
        };
        assert_eq!(no_date.details().map(|details| details.date), Ok(None));
    }
}
