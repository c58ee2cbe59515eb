//! Files that a dropped folder holds but nobody meant to open.

/// Whether to pass over the file in silence: hidden files and folders, and what operating systems and office
/// programs leave behind. `name` may hold folders, divided by `/` or `\`.
pub fn is_clutter(name: &str) -> bool {
    let mut parts: Vec<&str> = name.split(['/', '\\']).collect();
    let file = parts.pop().unwrap_or_default();
    let left_behind = ["thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"];
    let folders = ["__macosx", "$recycle.bin", "system volume information"];
    is_hidden(file)
        || file.starts_with("~$")
        || left_behind.contains(&file.to_ascii_lowercase().as_str())
        || parts
            .iter()
            .any(|folder| is_hidden(folder) || folders.contains(&folder.to_ascii_lowercase().as_str()))
}

/// Whether the file is a part of a saved page: it lies in `X_files/` and the dropped files have `X.html` or `X.htm`
/// beside that folder. Browsers put the page's images, scripts and frames there, and the frames are pages too.
pub fn is_page_part<'a>(name: &str, dropped: impl IntoIterator<Item = &'a str>) -> bool {
    let pages: Vec<&str> = name.match_indices("_files/").map(|(at, _)| &name[..at]).collect();
    !pages.is_empty()
        && dropped.into_iter().any(|other| {
            let stem = other.strip_suffix(".html").or_else(|| other.strip_suffix(".htm"));
            stem.is_some_and(|stem| pages.contains(&stem))
        })
}

fn is_hidden(part: &str) -> bool {
    part.starts_with('.') && part != "." && part != ".."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clutter_goes_and_articles_stay() {
        for name in [
            ".DS_Store",
            "news/.DS_Store",
            "Thumbs.db",
            "news\\THUMBS.DB",
            "desktop.ini",
            ".git/config",
            "__MACOSX/news/._a.txt",
            "._a.txt",
            "~$report.docx",
            "Icon\r",
        ] {
            assert!(is_clutter(name), "{name}");
        }
        for name in [
            "a.txt",
            "./a.txt",
            "../a.txt",
            "news/…a.txt",
            "a.b/c.d.txt",
            "",
            "Icon",
            "thumbs.txt",
        ] {
            assert!(!is_clutter(name), "{name}");
        }
    }

    #[test]
    fn parts_of_a_saved_page_need_their_page() {
        let dropped = [
            "news/Storm.html",
            "news/Storm_files/ad.html",
            "my_files/a.txt",
            "Old.htm",
        ];
        for (name, expected) in [
            ("news/Storm_files/ad.html", true),
            ("news/Storm_files/deep/x.js", true),
            ("Old_files/saved_resource.html", true),
            ("Storm_files/ad.html", false),
            ("my_files/a.txt", false),
            ("news/Storm.html", false),
        ] {
            assert_eq!(is_page_part(name, dropped), expected, "{name}");
        }
    }
}
