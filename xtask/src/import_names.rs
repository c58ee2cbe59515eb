//! The names by which a wasm module and its JavaScript find each other. wasm-bindgen ends each with a hash of 16 hex
//! digits, which no compression makes smaller, and both files hold all of them. Numbers in their place do as well.

use anyhow::{Context, Result};
use std::collections::HashMap;
use std::fs;
use std::path::Path;

const DIGITS: usize = 16;

/// Numbers the names of a module and of the JavaScript beside it.
pub fn number(wasm: &Path, script: &Path) -> Result<()> {
    let read = |file: &Path| fs::read(file).with_context(|| format!("reading {}", file.display()));
    let (mut module, mut glue) = (read(wasm)?, read(script)?);
    number_both(&mut module, &mut glue);
    fs::write(wasm, module).with_context(|| format!("writing {}", wasm.display()))?;
    fs::write(script, glue).with_context(|| format!("writing {}", script.display()))
}

/// As long as before, so that nothing in the module moves.
fn number_both(module: &mut [u8], glue: &mut [u8]) {
    let mut numbers = HashMap::new();
    for at in hashes(glue) {
        let next = numbers.len();
        let number = *numbers.entry(glue[at..at + DIGITS].to_vec()).or_insert(next);
        write(glue, at, number);
    }
    for at in hashes(module) {
        if let Some(number) = numbers.get(&module[at..at + DIGITS]) {
            write(module, at, *number);
        }
    }
}

fn write(bytes: &mut [u8], at: usize, number: usize) {
    bytes[at..at + DIGITS].copy_from_slice(format!("{number:0DIGITS$x}").as_bytes());
}

/// Where names end in a hash: `__wbg_name_0123456789abcdef`, `invoke__h0123456789abcdef`.
fn hashes(bytes: &[u8]) -> Vec<usize> {
    let is_hash = |at: &usize| {
        let before = &bytes[..*at];
        (before.ends_with(b"_") || before.ends_with(b"_h"))
            && bytes[*at..at + DIGITS]
                .iter()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && bytes
                .get(at + DIGITS)
                .is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_')
    };
    (0..bytes.len().saturating_sub(DIGITS - 1)).filter(is_hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_gets_the_same_number_in_both() {
        let mut module =
            b"\x03wbg\x1a__wbg_now_0123456789abcdef\x00 run__hfedcba9876543210\x00 x_00000000deadbeef".to_vec();
        let mut glue = b"run__hfedcba9876543210(); __wbg_now_0123456789abcdef: () => run__hfedcba9876543210".to_vec();
        number_both(&mut module, &mut glue);
        assert_eq!(
            String::from_utf8(glue).unwrap(),
            "run__h0000000000000000(); __wbg_now_0000000000000001: () => run__h0000000000000000"
        );
        assert_eq!(
            String::from_utf8(module).unwrap(),
            "\x03wbg\x1a__wbg_now_0000000000000001\x00 run__h0000000000000000\x00 x_00000000deadbeef"
        );
    }

    #[test]
    fn digits_that_end_no_name_stay() {
        for text in [
            "0123456789abcdef",
            "_0123456789abcdef0",
            "_0123456789abcdeg",
            "_0123456789abcdef_x",
        ] {
            assert!(hashes(text.as_bytes()).is_empty(), "{text}");
        }
    }
}
