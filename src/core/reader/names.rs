//! People and publishers as JSON gives them: a string, an object with a name, or an array of these.

use serde_json::Value;

/// The names in `value`, joined by commas; empty where there is none. `resolve` follows a JSON-LD reference.
pub fn joined<'a>(value: &'a Value, resolve: &dyn Fn(&'a Value) -> &'a Value) -> String {
    let mut names: Vec<String> = Vec::new();
    let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
    for item in items {
        let item = resolve(item);
        let name = item
            .as_str()
            .or_else(|| item.get("name").and_then(Value::as_str))
            .unwrap_or_default()
            .trim();
        // An author given as the address of a profile page is no name.
        if !name.is_empty() && !is_address(name) && !names.iter().any(|known| known == name) {
            names.push(name.into());
        }
    }
    names.join(", ")
}

/// Whether the text is a web address.
pub fn is_address(text: &str) -> bool {
    let start = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    (start.starts_with("http://") || start.starts_with("https://")) && !text.contains(char::is_whitespace)
}

/// The names in a byline such as “By Ana Ruiz”. Empty where it has digits: a date stands there, or more than names.
pub fn in_byline(byline: &str) -> String {
    let byline = byline.split_whitespace().collect::<Vec<_>>().join(" ");
    let by = byline.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
    let names = if by { &byline[3..] } else { &byline };
    let is_doubtful = is_address(names) || names.chars().any(char::is_numeric) || names.chars().count() > 100;
    if is_doubtful { String::new() } else { names.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_usual_shape() {
        for (value, expected) in [
            (json!("Ana Ruiz"), "Ana Ruiz"),
            (json!(["Ana Ruiz", " Bo Li ", "Ana Ruiz", "", null]), "Ana Ruiz, Bo Li"),
            (json!({"name": "Ana Ruiz", "url": "https://x"}), "Ana Ruiz"),
            (json!([{"name": "Ana Ruiz"}, "Bo Li"]), "Ana Ruiz, Bo Li"),
            (json!("https://www.facebook.com/ana"), ""),
            (json!(null), ""),
            (json!(7), ""),
        ] {
            assert_eq!(joined(&value, &|it| it), expected, "{value}");
        }
    }

    #[test]
    fn bylines() {
        for (byline, names) in [
            ("By Ana Ruiz", "Ana Ruiz"),
            (" by\n Ana\u{a0}Ruiz  and Bo Li", "Ana Ruiz and Bo Li"),
            ("Byron Ruiz", "Byron Ruiz"),
            ("Last Updated: January 7, 2025", ""),
            ("https://social.example/ana", ""),
            ("é", "é"),
            ("", ""),
        ] {
            assert_eq!(in_byline(byline), names, "{byline}");
        }
    }

    #[test]
    fn addresses() {
        assert!(is_address("HTTPS://example.org/a"));
        for text in ["http", "https//x", "see https://x", "https://x y", "ééééé"] {
            assert!(!is_address(text), "{text}");
        }
    }
}
