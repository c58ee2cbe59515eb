//! The names by which a wasm module and its JavaScript find each other. wasm-bindgen makes them long and ends many with
//! a hash, which no compression makes smaller, and both files hold all of them. Short ones do as well.

use crate::wasm_sections::{self, Kind};
use anyhow::{Context, Result, bail};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::Path;

const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Shortens the names in a module and in the JavaScript beside it. If that is not as wasm-bindgen writes it today, both
/// files stay as they are and the error says what is different.
pub fn give(wasm: &Path, script: &Path) -> Result<()> {
    let module = fs::read(wasm).with_context(|| format!("reading {}", wasm.display()))?;
    let glue = fs::read_to_string(script).with_context(|| format!("reading {}", script.display()))?;
    let (module, glue) =
        shortened(&module, &glue).with_context(|| format!("shortening the names in {}", script.display()))?;
    fs::write(wasm, module).with_context(|| format!("writing {}", wasm.display()))?;
    fs::write(script, glue).with_context(|| format!("writing {}", script.display()))
}

fn shortened(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let names = wasm_sections::names(module)?;
    // In the order of the module, where they are then one sequence; that compresses better than the order of the script.
    let imports = numbered(&names.imports, 0);
    let exports = numbered(&names.exports, imports.len());
    let mut shorter = String::with_capacity(glue.len());
    let mut used = HashSet::new();
    let mut rest = glue;
    while let Some((before, word, after)) = next_word(rest) {
        shorter += before;
        shorter += match (imports.get(word), exports.get(word)) {
            (Some(short), _) => {
                if !after.starts_with(": function(") || !used.insert(word) {
                    bail!("it does not simply give a function as {word}");
                }
                short
            }
            (_, Some(short)) if shorter.ends_with("wasm.") => {
                used.insert(word);
                short
            }
            _ => word,
        };
        rest = after;
    }
    shorter += rest;
    if let Some(missing) = imports.keys().find(|name| !used.contains(**name)) {
        bail!("it gives no function as {missing}");
    }
    if glue.matches("exports").count() != 1 || !glue.contains(" wasm = instance.exports;") || glue.contains("wasm[") {
        bail!("it uses the module otherwise than as `wasm.name`");
    }
    let module = wasm_sections::rewrite(module, |kind, name| match kind {
        Kind::Import => imports.get(name).cloned(),
        Kind::Export => exports.get(name).filter(|_| used.contains(name)).cloned(),
    })?;
    Ok((module, shorter))
}

fn numbered(names: &[String], first: usize) -> HashMap<&str, String> {
    let short = (first..).map(short_name);
    names.iter().map(String::as_str).zip(short).collect()
}

/// `a` to `Z`, then `aa`, `ab` and so on.
pub fn short_name(number: usize) -> String {
    let last = char::from(LETTERS[number % LETTERS.len()]);
    match number / LETTERS.len() {
        0 => last.into(),
        more => format!("{}{last}", short_name(more - 1)),
    }
}

/// What is before the next identifier, the identifier, and what is after it.
fn next_word(text: &str) -> Option<(&str, &str, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let (before, rest) = text.split_at(text.find(is_part)?);
    let (word, after) = rest.split_at(rest.find(|c| !is_part(c)).unwrap_or(rest.len()));
    Some((before, word, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Imports `__wbg_now` and `__wbg_log`, and exports `main` and `__free`.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x1d\x02\x01m\x09__wbg_now\x00\x00\x01m\x09__wbg_log\x00\x00\
        \x07\x11\x02\x04main\x00\x02\x06__free\x00\x03";

    const GLUE: &str = "\
        x = {\n    __wbg_log: function(arg0) {\n    },\n    __wbg_now: function() { __free(); },\n};\n\
        function __free() { wasm.__free(); }\n    wasm = instance.exports;\n";

    #[test]
    fn both_get_the_same_names() {
        let (module, glue) = shortened(MODULE, GLUE).unwrap();
        assert_eq!(
            glue,
            "x = {\n    b: function(arg0) {\n    },\n    a: function() { __free(); },\n};\n\
             function __free() { wasm.d(); }\n    wasm = instance.exports;\n"
        );
        let names = wasm_sections::names(&module).unwrap();
        assert_eq!(names.imports, ["a", "b"]);
        assert_eq!(
            names.exports,
            ["main", "d"],
            "what the script does not name is for others"
        );
    }

    #[test]
    fn a_script_of_another_kind_is_refused() {
        for (glue, reason) in [
            (GLUE.replace("now: function(", "now: (function "), "__wbg_now"),
            (GLUE.replace("now: ", "later: "), "gives no function as __wbg_now"),
            (GLUE.replace("x = {", "x = { __wbg_log: function() {},"), "__wbg_log"),
            (GLUE.replace("instance.exports;", "instance.exports, 1;"), "wasm.name"),
            (GLUE.replace("wasm.__free", "wasm[\"__free\"]"), "wasm.name"),
            (GLUE.replace("wasm.__free", "instance.exports.__free"), "wasm.name"),
        ] {
            let told = shortened(MODULE, &glue).unwrap_err().to_string();
            assert!(told.contains(reason), "{told}");
        }
    }

    #[test]
    fn short_names_are_all_different() {
        let names: Vec<String> = (0..3000).map(short_name).collect();
        assert_eq!(names[0], "a");
        assert_eq!(names[51], "Z");
        assert_eq!(names[52], "aa");
        assert_eq!(names[103], "aZ");
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
    }
}
