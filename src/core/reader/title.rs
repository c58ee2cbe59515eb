//! Titles for texts that come without a headline: the file's name, or the first words, marked as cut.

use crate::core::plain_segmenter::PlainSegmenter;
use crate::core::segmenter::Segmenter;

/// The longest title taken from a text, in characters (code points), the ellipsis included.
const MAX_CHARS: usize = 80;

/// The file's name without its folders and its ending; `Untitled` where nothing is left.
pub fn from_file_name(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default().trim();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem).trim();
    [stem, file]
        .into_iter()
        .find(|title| !title.is_empty())
        .unwrap_or("Untitled")
        .into()
}

/// The first line that is not blank; where it is long, its first words and `…`. Empty for a blank text.
pub fn from_text(text: &str) -> String {
    let line = text
        .split(['\n', '\r', '\u{2028}', '\u{2029}'])
        .map(str::trim)
        .find(|line| !line.is_empty());
    line.map(cut).unwrap_or_default()
}

/// A page's title without the name of the site that stands before or after it, divided off by a sign as in
/// `Storm hits coast | Coast Daily`.
pub fn without_site<'t>(title: &'t str, site: &str) -> &'t str {
    const SIGNS: [char; 9] = ['|', '-', '–', '—', '·', '•', '»', '«', ':'];
    let site = site.trim();
    if site.is_empty() {
        return title;
    }
    // With white space before the sign, or else it may be a part of a word.
    let after = title.strip_suffix(site).map(str::trim_end);
    let after = after.and_then(|rest| {
        rest.strip_suffix(SIGNS)
            .filter(|rest| rest.ends_with(char::is_whitespace))
    });
    let before = || {
        let rest = title.strip_prefix(site)?.trim_start().strip_prefix(SIGNS)?;
        rest.starts_with(char::is_whitespace).then_some(rest)
    };
    let kept = after.or_else(before).map(str::trim).filter(|kept| !kept.is_empty());
    kept.unwrap_or(title)
}

/// How far behind the place to cut at the line is looked at, in characters; a word that is longer is cut.
const LOOK_AHEAD: usize = 100;

/// Cuts at the edge of a word, or between characters as people see them where one word fills it all. By rules that need no
/// tables, since a title can be changed, and the tables would be a part of the page for this alone.
fn cut(line: &str) -> String {
    let mut chars = line.char_indices().skip(MAX_CHARS - 1);
    let (Some((limit, _)), Some(_)) = (chars.next(), chars.next()) else {
        return line.into();
    };
    let seen = &line[..chars.nth(LOOK_AHEAD).map_or(line.len(), |(at, _)| at)];
    let words = PlainSegmenter.words(seen).into_iter();
    let edge = words
        .flat_map(|word| [word.start, word.end])
        .take_while(|at| *at <= limit)
        .last();
    let cluster = PlainSegmenter.grapheme_at(seen, limit).map(|cluster| cluster.start);
    let at = edge.filter(|at| *at > 0).or(cluster).filter(|at| *at > 0);
    let kept = line[..at.unwrap_or(limit)].trim_end_matches(|ch: char| ch.is_whitespace() || ",;:–—-(".contains(ch));
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names() {
        for (name, title) in [
            ("Storm hits coast.txt", "Storm hits coast"),
            ("news/2024/a.b.html", "a.b"),
            ("C:\\news\\a.txt", "a"),
            ("README", "README"),
            (".txt", ".txt"),
            ("news/", "Untitled"),
            ("", "Untitled"),
        ] {
            assert_eq!(from_file_name(name), title, "{name}");
        }
    }

    #[test]
    fn the_name_of_the_site_goes() {
        for (title, site, kept) in [
            ("T & U | Site", "Site", "T & U"),
            ("Storm hits coast - Coast Daily", "Coast Daily", "Storm hits coast"),
            ("Coast Daily: Storm hits coast", "Coast Daily", "Storm hits coast"),
            ("Life in Site", "Site", "Life in Site"),
            ("A new-Site", "Site", "A new-Site"),
            ("Site | Site", "Site", "Site"),
            (" | Site", "Site", " | Site"),
            ("T & U | Site", "", "T & U | Site"),
            ("T & U | Site", "Other", "T & U | Site"),
        ] {
            assert_eq!(without_site(title, site), kept, "{title}, {site}");
        }
    }

    #[test]
    fn first_words() {
        for (text, title) in [
            ("\r\n\u{a0}\n  Storm hits coast \r\nTwo towns", "Storm hits coast"),
            ("One\u{2028}Two", "One"),
            (" \n", ""),
        ] {
            assert_eq!(from_text(text), title);
        }
        let fits = "x".repeat(MAX_CHARS);
        assert_eq!(from_text(&fits), fits);
        assert_eq!(
            from_text("Vice President Kamala Harris, after meeting with Guatemalan President Alejandro Giammattei on"),
            "Vice President Kamala Harris, after meeting with Guatemalan President Alejandro…"
        );
        assert_eq!(from_text(&"大統領".repeat(40)).chars().count(), MAX_CHARS);
        let families = from_text(&"👩‍👩‍👧".repeat(40));
        assert_eq!(families, format!("{}…", "👩‍👩‍👧".repeat(15)));
        assert_eq!(
            from_text(&format!("e{}", "\u{301}".repeat(200))).chars().count(),
            MAX_CHARS
        );
    }
}
