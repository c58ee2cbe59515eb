//! House rules that no compiler checks: the layers, the purity of the core, sizes, and what must never be written.
//!
//! Each finding names the file, the line and the rule. docs/STYLE.md says why the rules are there.

use std::fs;
use std::path::Path;

const LINE_CAP: usize = 800;

/// Layers from the bottom up; each may use those before it.
const LAYERS: [&str; 4] = ["core", "editor", "web", "ui"];

/// What the pure layers must not name. A word counts where it begins an identifier or path.
const IMPURE: [(&str, &str); 23] = [
    ("web_sys", "a browser crate"),
    ("js_sys", "a browser crate"),
    ("wasm_bindgen", "a browser crate"),
    ("serde_wasm_bindgen", "a browser crate"),
    ("gloo", "a browser crate"),
    ("yew", "a browser crate"),
    ("Instant::", "a clock"),
    ("SystemTime", "a clock"),
    ("::now()", "a clock"),
    ("rand::", "randomness"),
    ("getrandom", "randomness"),
    ("thread_rng", "randomness"),
    ("new_v4", "randomness"),
    ("std::fs", "I/O"),
    ("std::net", "I/O"),
    ("std::env", "I/O"),
    ("std::process", "I/O"),
    ("std::thread", "threads"),
    ("println!", "an output"),
    ("eprintln!", "an output"),
    ("log::", "a logging sink"),
    ("tracing::", "a logging sink"),
    ("cfg(target_arch", "the target"),
];

/// How components would reach past Yew into the page. Event and element types are fine.
const DOM_CALLS: [&str; 6] = [
    "window()",
    "document()",
    "get_element_by_id",
    "query_selector",
    "gloo",
    "js_sys",
];

/// What turns text into HTML.
const HTML_SINKS: [&str; 9] = [
    "innerHTML",
    "outerHTML",
    "insertAdjacentHTML",
    "inner_html",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "from_html_unchecked",
    "create_contextual_fragment",
];

/// A source file, by its path from the root with forward slashes.
struct Source<'a> {
    path: &'a str,
    text: &'a str,
}

impl Source<'_> {
    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    fn is_under(&self, folder: &str) -> bool {
        self.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The layer that the file belongs to, as its place in [`LAYERS`].
    fn layer(&self) -> Option<usize> {
        LAYERS.iter().position(|layer| self.is_under(&format!("src/{layer}")))
    }

    /// Numbered lines without their comments.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        numbered(self.text).map(|(number, line)| (number, line.split("//").next().unwrap_or_default()))
    }

    /// The code before the tests at the bottom; none of a file that holds tests only.
    fn shipped_code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines: Vec<_> = self.text.lines().collect();
        let tests = lines
            .windows(2)
            .position(|pair| pair[0].trim() == "#[cfg(test)]" && pair[1].starts_with("mod "));
        let only_tests = self.is_under("tests") || self.is_under("src/testkit") || self.path.ends_with("/tests.rs");
        let end = if only_tests { 0 } else { tests.unwrap_or(lines.len()) };
        self.code().take(end)
    }

    /// Every finding, as `path:line: rule`.
    fn findings(&self) -> Vec<String> {
        let mut found = Vec::new();
        self.size(&mut found);
        self.white_space(&mut found);
        self.html(&mut found);
        self.unfinished(&mut found);
        if self.is_rust() {
            self.module_doc(&mut found);
            self.unwraps(&mut found);
            self.bindings(&mut found);
            self.layering(&mut found);
            self.purity(&mut found);
            self.components(&mut found);
            self.parts(&mut found);
            self.style_attributes(&mut found);
        }
        found
            .iter()
            .map(|(line, rule)| format!("{}:{line}: {rule}", self.path))
            .collect()
    }

    fn size(&self, found: &mut Vec<(usize, String)>) {
        let lines = self.text.lines().count();
        let capped = [".rs", ".mjs", ".js", ".css"]
            .iter()
            .any(|ending| self.path.ends_with(ending));
        if capped && lines > LINE_CAP {
            found.push((
                LINE_CAP + 1,
                format!("{lines} lines are more than {LINE_CAP}: split the file by concept"),
            ));
        }
    }

    fn white_space(&self, found: &mut Vec<(usize, String)>) {
        for (number, line) in numbered(self.text) {
            if line.ends_with([' ', '\t', '\r']) {
                found.push((number, "white space at the end of the line".into()));
            }
        }
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            found.push((self.text.lines().count(), "the last line does not end".into()));
        }
    }

    fn html(&self, found: &mut Vec<(usize, String)>) {
        if !self.is_under("src") && !self.is_under("static") {
            return;
        }
        for (number, line) in self.code() {
            if let Some(sink) = HTML_SINKS.iter().find(|sink| names(line, sink)) {
                found.push((number, format!("`{sink}`: text is data and never becomes HTML")));
            }
        }
    }

    fn unfinished(&self, found: &mut Vec<(usize, String)>) {
        if self.is_under("tests") {
            return;
        }
        for (number, line) in numbered(self.text) {
            if let Some(mark) = ["TODO", "FIXME", "XXX"].iter().find(|mark| names(line, mark)) {
                found.push((number, format!("`{mark}`: finish it, or write an issue")));
            }
        }
    }

    fn module_doc(&self, found: &mut Vec<(usize, String)>) {
        if !self.text.starts_with("//! ") {
            found.push((
                1,
                "the file does not start with a `//!` sentence that says what it is".into(),
            ));
        }
    }

    fn unwraps(&self, found: &mut Vec<(usize, String)>) {
        for (number, line) in self.shipped_code() {
            if line.contains(".unwrap()") {
                found.push((
                    number,
                    "`unwrap()`: handle the case, or `expect` with the invariant".into(),
                ));
            }
        }
    }

    fn bindings(&self, found: &mut Vec<(usize, String)>) {
        if !self.is_under("src") || self.is_under("src/web/js") {
            return;
        }
        for (number, line) in self.code() {
            if line.contains("extern \"C\"") {
                found.push((number, "JavaScript bindings live in src/web/js".into()));
            }
        }
    }

    fn layering(&self, found: &mut Vec<(usize, String)>) {
        let Some(layer) = self.layer() else { return };
        for (number, name) in crate_roots(self.text) {
            if LAYERS[layer + 1..].contains(&name) {
                found.push((
                    number,
                    format!("`{}` must not use `{name}`, a layer above it", LAYERS[layer]),
                ));
            }
        }
    }

    fn purity(&self, found: &mut Vec<(usize, String)>) {
        if !self.is_under("src/core") && !self.is_under("src/editor") {
            return;
        }
        for (number, line) in self.shipped_code() {
            if let Some((word, what)) = IMPURE.iter().find(|(word, _)| names(line, word)) {
                found.push((
                    number,
                    format!("`{word}`: the core and the editor know {what} only by what they are handed"),
                ));
            }
        }
    }

    fn style_attributes(&self, found: &mut Vec<(usize, String)>) {
        if !self.is_under("src") {
            return;
        }
        for (number, line) in self.code() {
            let is_attribute = [" style={", " style=\"", "set_attribute(\"style\""]
                .iter()
                .any(|it| line.contains(it));
            if is_attribute {
                let rule =
                    "the page's policy refuses `style` attributes: use a class, or set the property by `~style={…}`";
                found.push((number, rule.into()));
            }
        }
    }

    /// `part!` sees a key only right behind the name; elsewhere it would be lost without a word.
    fn parts(&self, found: &mut Vec<(usize, String)>) {
        for (number, line) in self.code() {
            let Some((_, tag)) = line.split_once("part!(<") else {
                continue;
            };
            let rest = tag.split_once(' ').map_or("", |(_, rest)| rest);
            if names(rest, "key={") && !rest.starts_with("key={") {
                found.push((number, "a part's `key` comes first in its tag, or it is lost".into()));
            }
        }
    }

    fn components(&self, found: &mut Vec<(usize, String)>) {
        if !self.is_under("src/ui") {
            return;
        }
        for (number, line) in self.code() {
            if let Some(call) = DOM_CALLS.iter().find(|call| names(line, call)) {
                found.push((
                    number,
                    format!("`{call}`: components leave the DOM to Yew and to the web layer"),
                ));
            }
        }
    }
}

/// Lines from 1 on.
fn numbered(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split('\n').enumerate().map(|(index, line)| (index + 1, line))
}

/// Whether `word` stands in the line, and no identifier goes on into it.
fn names(line: &str, word: &str) -> bool {
    let is_identifier = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !word.starts_with(is_identifier) || !line[..at].ends_with(is_identifier))
}

/// The first name of every `crate::…` path, those in `crate::{…}` included, with its line.
fn crate_roots(text: &str) -> Vec<(usize, &str)> {
    let mut roots = Vec::new();
    for (at, prefix) in text.match_indices("crate::") {
        let start = at + prefix.len();
        let mut push = |from: usize| {
            let name = text[from..]
                .split(|c: char| !c.is_alphanumeric() && c != '_')
                .next()
                .unwrap_or_default();
            roots.push((text[..from].matches('\n').count() + 1, name));
        };
        if !text[start..].starts_with('{') {
            push(start);
            continue;
        }
        let mut depth = 0;
        let mut at_name = false;
        for (offset, c) in text[start..].char_indices() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                c if at_name && depth == 1 && (c.is_alphabetic() || c == '_') => push(start + offset),
                _ => {}
            }
            at_name = matches!(c, '{' | ',') || (at_name && c.is_whitespace());
            if depth == 0 {
                break;
            }
        }
    }
    roots
}

/// Calls `visit` with every source file below the folder.
fn walk(folder: &Path, root: &Path, visit: &mut impl FnMut(Source<'_>)) {
    const SKIPPED: [&str; 6] = ["target", "dist", "node_modules", "out", "golden", "articles"];
    const ENDINGS: [&str; 7] = ["rs", "mjs", "js", "css", "html", "toml", "webmanifest"];
    let entries = fs::read_dir(folder).expect("the folder was listed");
    for entry in entries {
        let path = entry.expect("the entry was listed").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !name.starts_with('.') && !SKIPPED.contains(&name.as_str()) {
                walk(&path, root, visit);
            }
        } else if path
            .extension()
            .is_some_and(|ending| ENDINGS.iter().any(|it| ending == *it))
        {
            let text = fs::read_to_string(&path).expect("sources are UTF-8");
            let relative = path
                .strip_prefix(root)
                .expect("the file lies below the root")
                .to_string_lossy();
            visit(Source {
                path: &relative.replace('\\', "/"),
                text: &text,
            });
        }
    }
}

#[test]
fn the_sources_are_tidy() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut findings = Vec::new();
    let mut n_files = 0;
    walk(root, root, &mut |source| {
        n_files += 1;
        findings.extend(source.findings());
    });
    assert!(n_files > 30, "only {n_files} files were looked at");
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

/// The findings in a file of this text, each cut to the length of its `expected` start.
fn check(path: &str, text: &str, expected: &[&str]) {
    let found = Source { path, text }.findings();
    let fits = found.len() == expected.len() && found.iter().zip(expected).all(|(it, start)| it.starts_with(start));
    assert!(fits, "in {path}:\n{text}\nfound {found:#?}\nexpected {expected:#?}");
}

#[test]
fn a_tidy_file_has_no_findings() {
    let text =
        "//! Spans.\n\nuse crate::core::offset::ByteOffset;\n\n/// No web_sys here.\npub struct Span(ByteOffset);\n";
    check("src/core/span.rs", text, &[]);
    check(
        "src/ui/app.rs",
        "//! The page.\nuse crate::{core::span, editor::store, web};\n",
        &[],
    );
    check(
        "src/ui/app.rs",
        "//! The page.\nuse web_sys::MouseEvent;\nhtml! { <i ~style={it} /> }\n",
        &[],
    );
}

#[test]
fn the_core_and_the_editor_are_pure() {
    check(
        "src/core/a.rs",
        "//! A.\nuse web_sys::Node;\n",
        &["src/core/a.rs:2: `web_sys`"],
    );
    check(
        "src/editor/a.rs",
        "//! A.\nlet t = env.now();\nlet t = Timestamp::now();\n",
        &["src/editor/a.rs:3: `::now()`"],
    );
    check(
        "src/core/a.rs",
        "//! A.\nuse rand::Rng;\nlet operand::X = y;\n",
        &["src/core/a.rs:2: `rand::`"],
    );
    check(
        "src/core/a.rs",
        "//! A.\n#[cfg(target_arch = \"wasm32\")]\n",
        &["src/core/a.rs:2: `cfg(target_arch`"],
    );
    check(
        "src/core/a.rs",
        "//! A.\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n",
        &[],
    );
    check("src/web/a.rs", "//! A.\nuse web_sys::Node;\n", &[]);
}

#[test]
fn no_layer_uses_one_above_it() {
    check(
        "src/core/a.rs",
        "//! A.\nuse crate::editor::x;\n",
        &["src/core/a.rs:2: `core` must not use `editor`"],
    );
    check(
        "src/web/a.rs",
        "//! A.\nuse crate::ui::x;\n",
        &["src/web/a.rs:2: `web` must not use `ui`"],
    );
    let list = "//! A.\nuse crate::{\n    core::{web, ui},\n    web::x,\n    ui,\n};\n";
    check(
        "src/editor/a.rs",
        list,
        &["src/editor/a.rs:4: `editor` must", "src/editor/a.rs:5: `editor` must"],
    );
}

#[test]
fn components_leave_the_dom_alone() {
    check(
        "src/ui/a.rs",
        "//! A.\nlet d = window().x;\n",
        &["src/ui/a.rs:2: `window()`"],
    );
}

#[test]
fn a_key_of_a_part_comes_first() {
    let rule = "src/ui/a.rs:2: a part's `key` comes first";
    check("src/ui/a.rs", "//! A.\npart!(<Row {row} key={id} />)\n", &[rule]);
    check(
        "src/ui/a.rs",
        "//! A.\npart!(<Row key={id} {row} on_key={on} />)\n",
        &[],
    );
}

#[test]
fn styles_are_set_as_properties() {
    let rule = "src/ui/a.rs:2: the page's policy refuses `style`";
    check("src/ui/a.rs", "//! A.\nhtml! { <i style={it} /> }\n", &[rule]);
    check("src/ui/a.rs", "//! A.\nhtml! { <i ~style={it} /> }\n", &[]);
}

#[test]
fn text_never_becomes_html() {
    check(
        "src/web/a.rs",
        "//! A.\nnode.set_inner_html(text);\n",
        &["src/web/a.rs:2: `set_inner_html`"],
    );
    check(
        "static/a.js",
        "node.innerHTML = text;\n",
        &["static/a.js:1: `innerHTML`"],
    );
}

#[test]
fn bindings_stay_together() {
    check(
        "src/ui/a.rs",
        "//! A.\nextern \"C\" {}\n",
        &["src/ui/a.rs:2: JavaScript bindings"],
    );
    check("src/web/js/a.rs", "//! A.\nextern \"C\" {}\n", &[]);
}

#[test]
fn shipped_code_does_not_unwrap() {
    let text = "//! A.\nx.unwrap();\n#[cfg(test)]\nmod tests {\n    y.unwrap();\n}\n";
    check("src/core/a.rs", text, &["src/core/a.rs:2: `unwrap()`"]);
    check("xtask/src/a.rs", text, &["xtask/src/a.rs:2: `unwrap()`"]);
    check("tests/a.rs", text, &[]);
}

#[test]
fn files_are_short_explained_and_clean() {
    let long = format!("//! A.\n{}", "\n".repeat(LINE_CAP));
    check("src/core/a.rs", &long, &["src/core/a.rs:801: 801 lines"]);
    check(
        "src/core/a.rs",
        "use x;\n",
        &["src/core/a.rs:1: the file does not start"],
    );
    check("static/a.css", "a {} \n", &["static/a.css:1: white space"]);
    check("static/a.css", "a {}", &["static/a.css:1: the last line"]);
    check("src/core/a.rs", "//! A.\n// TODO: more\n", &["src/core/a.rs:2: `TODO`"]);
}
