//! The sections of a wasm module that hold the names it shares with JavaScript: what it imports and what it exports.
//! Layout after the WebAssembly core specification, section 5.5.

use anyhow::{Context, Result, bail};

const HEADER: &[u8] = b"\0asm\x01\0\0\0";
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;

/// The names of what a module imports and exports, in its order.
#[derive(Default, PartialEq, Eq, Debug)]
pub struct Names {
    pub imports: Vec<String>,
    pub exports: Vec<String>,
}

/// Reads the names. The error says what is no module that this knows.
pub fn names(module: &[u8]) -> Result<Names> {
    let mut names = Names::default();
    rewrite(module, |kind, name| {
        match kind {
            Kind::Import => names.imports.push(name.to_owned()),
            Kind::Export => names.exports.push(name.to_owned()),
        }
        None
    })?;
    Ok(names)
}

/// Which way a name goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Import,
    Export,
}

/// The module with the names that `rename` answers; where it answers none, the name stays. What the linker told of the
/// module is left out: it is no longer true of what wasm-bindgen made of it.
pub fn rewrite(module: &[u8], mut rename: impl FnMut(Kind, &str) -> Option<String>) -> Result<Vec<u8>> {
    let mut rest = module.strip_prefix(HEADER).context("this is no wasm module")?;
    let mut written = HEADER.to_vec();
    while !rest.is_empty() {
        let id = byte(&mut rest)?;
        let mut contents = sized(&mut rest)?;
        if id == CUSTOM && is_of_linker(contents)? {
            continue;
        }
        let renamed = match id {
            IMPORTS => imports(&mut contents, |name| rename(Kind::Import, name))?,
            EXPORTS => exports(&mut contents, |name| rename(Kind::Export, name))?,
            _ => std::mem::take(&mut contents).to_vec(),
        };
        if !contents.is_empty() {
            bail!("section {id} of the module holds more than it says");
        }
        written.push(id);
        write_sized(&mut written, &renamed)?;
    }
    Ok(written)
}

fn is_of_linker(mut contents: &[u8]) -> Result<bool> {
    let name = sized(&mut contents)?;
    Ok(name == b"linking" || name.starts_with(b"reloc."))
}

fn imports(contents: &mut &[u8], mut rename: impl FnMut(&str) -> Option<String>) -> Result<Vec<u8>> {
    let mut written = Vec::new();
    let count = number(contents)?;
    write_number(&mut written, count);
    for _ in 0..count {
        write_sized(&mut written, sized(contents)?)?;
        write_name(&mut written, sized(contents)?, &mut rename)?;
        if byte(contents)? != 0 {
            bail!("the module imports something that is no function");
        }
        written.push(0);
        write_number(&mut written, number(contents)?);
    }
    Ok(written)
}

fn exports(contents: &mut &[u8], mut rename: impl FnMut(&str) -> Option<String>) -> Result<Vec<u8>> {
    let mut written = Vec::new();
    let count = number(contents)?;
    write_number(&mut written, count);
    for _ in 0..count {
        write_name(&mut written, sized(contents)?, &mut rename)?;
        written.push(byte(contents)?);
        write_number(&mut written, number(contents)?);
    }
    Ok(written)
}

fn write_name(written: &mut Vec<u8>, name: &[u8], rename: &mut impl FnMut(&str) -> Option<String>) -> Result<()> {
    let name = str::from_utf8(name).context("a name of the module is no UTF-8")?;
    write_sized(written, rename(name).as_deref().unwrap_or(name).as_bytes())
}

fn byte(rest: &mut &[u8]) -> Result<u8> {
    let (first, others) = rest.split_first().context("the module ends too early")?;
    *rest = others;
    Ok(*first)
}

/// Bytes after their number.
fn sized<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let length = usize::try_from(number(rest)?)?;
    let (bytes, others) = rest.split_at_checked(length).context("the module ends too early")?;
    *rest = others;
    Ok(bytes)
}

fn write_sized(written: &mut Vec<u8>, bytes: &[u8]) -> Result<()> {
    write_number(written, u32::try_from(bytes.len())?);
    written.extend_from_slice(bytes);
    Ok(())
}

/// An unsigned number in LEB128: seven bits a byte, the lowest first, the eighth says that more follow.
fn number(rest: &mut &[u8]) -> Result<u32> {
    let mut number = 0;
    for shift in (0..32).step_by(7) {
        let bits = byte(rest)?;
        number |= u32::from(bits & 0x7f) << shift;
        if bits & 0x80 == 0 {
            return Ok(number);
        }
    }
    bail!("a number in the module is too long");
}

fn write_number(written: &mut Vec<u8>, mut number: u32) {
    while number > 0x7f {
        written.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    written.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Imports `m.first` and `m.other` of type 200, exports function 1 as `run`, and ends with a custom section.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x02\x17\x02\x01m\x05first\x00\xc8\x01\x01m\x05other\x00\xc8\x01\
        \x07\x07\x01\x03run\x00\x01\
        \x00\x03\x02ab";

    #[test]
    fn names_are_read_in_order() {
        let names = names(MODULE).unwrap();
        assert_eq!(names.imports, ["first", "other"]);
        assert_eq!(names.exports, ["run"]);
    }

    #[test]
    fn sections_grow_and_shrink_with_their_names() {
        let long = "x".repeat(200);
        let renamed = rewrite(MODULE, |kind, name| match (kind, name) {
            (Kind::Import, "first") => Some("a".into()),
            (Kind::Export, _) => Some(long.clone()),
            _ => None,
        })
        .unwrap();
        let expected = [
            b"\0asm\x01\0\0\0\x02\x13\x02\x01m\x01a\x00\xc8\x01\x01m\x05other\x00\xc8\x01\x07\xcd\x01\x01\xc8\x01",
            long.as_bytes(),
            b"\x00\x01\x00\x03\x02ab",
        ]
        .concat();
        assert_eq!(renamed, expected);
        assert_eq!(rewrite(MODULE, |_, _| None).unwrap(), MODULE);
    }

    #[test]
    fn what_the_linker_told_is_left_out() {
        let told = [MODULE, b"\x00\x09\x07linking\x02\x00\x0c\x0areloc.CODE\x02"].concat();
        assert_eq!(rewrite(&told, |_, _| None).unwrap(), MODULE);
    }

    #[test]
    fn what_is_no_such_module_is_refused() {
        for (module, reason) in [
            (&b"<html>"[..], "no wasm module"),
            (&MODULE[..MODULE.len() - 1], "ends too early"),
            (b"\0asm\x01\0\0\0\x02\x08\x01\x01m\x01t\x02\0\x01", "no function"),
            (b"\0asm\x01\0\0\0\x07\x02\0\0", "more than it says"),
            (b"\0asm\x01\0\0\0\x07\xff\xff\xff\xff\xff\x01", "too long"),
        ] {
            let told = names(module).unwrap_err().to_string();
            assert!(told.contains(reason), "{told}");
        }
    }
}
