//! Language tags as pages and data sets write them.

/// A BCP 47 tag from `en`, `en-US` or the `en_US` of Open Graph; `None` for what is no tag, such as `English`.
pub fn tag_in(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let primary = parts
        .next()
        .filter(|part| matches!(part.len(), 2 | 3) && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = parts.all(|part| matches!(part.len(), 1..=8) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (primary.is_some() && rest).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_what_is_none() {
        for (text, tag) in [
            ("en", Some("en")),
            (" en_US ", Some("en-US")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("English", None),
            ("", None),
            ("e", None),
            ("en-", None),
            ("日本", None),
        ] {
            assert_eq!(tag_in(text).as_deref(), tag, "{text}");
        }
    }
}
