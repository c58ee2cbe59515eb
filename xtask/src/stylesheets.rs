//! One style sheet in place of many: a file each reads well in the sources, and a request each delays the first paint.

use anyhow::{Context, Result, bail};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

const TAG: &str = "<link rel=\"stylesheet\" href=\"";

/// Joins the style sheets that `dist/index.html` names, in their order, and removes the single ones.
pub fn join(dist: &Path) -> Result<()> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let names = names(&html);
    if names.is_empty() {
        bail!("{} names no style sheet", page.display());
    }
    let mut rules = String::new();
    for name in &names {
        let file = dist.join(name);
        rules += &fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
    }
    let mut hasher = DefaultHasher::new();
    rules.hash(&mut hasher);
    let name = format!("style-{:016x}.css", hasher.finish());
    fs::write(dist.join(&name), rules).with_context(|| format!("writing {name}"))?;
    fs::write(&page, with_one(&html, &name)).with_context(|| format!("writing {}", page.display()))
}

/// Of the files, in the order of the page.
fn names(html: &str) -> Vec<&str> {
    let hrefs = html.split(TAG).skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.map(|href| href.trim_start_matches("./")).collect()
}

/// The page with one link where the first one was, and none of the others.
fn with_one(html: &str, name: &str) -> String {
    let mut parts = html.split(TAG);
    let mut page = parts.next().unwrap_or_default().to_owned();
    for (i, rest) in parts.enumerate() {
        if i == 0 {
            page += &format!("{TAG}./{name}\">");
        }
        page += rest.split_once('>').map_or(rest, |(_, after)| after);
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><title>A</title>\n<link rel=\"stylesheet\" href=\"./a-1.css\"/>\n\
                        <link rel=\"icon\" href=\"i.svg\">\n<link rel=\"stylesheet\" href=\"./b-2.css\"></head>";

    #[test]
    fn the_names_come_in_order() {
        assert_eq!(names(PAGE), ["a-1.css", "b-2.css"]);
        assert_eq!(names("<head></head>"), Vec::<&str>::new());
    }

    #[test]
    fn one_link_stays_where_the_first_was() {
        assert_eq!(
            with_one(PAGE, "s.css"),
            "<head><title>A</title>\n<link rel=\"stylesheet\" href=\"./s.css\">\n\
             <link rel=\"icon\" href=\"i.svg\">\n</head>"
        );
    }
}
