//! The part that a first visit loads: the program without what is late.

use super::linked::Late;
use super::program::Program;
use super::references;
use super::shared::{Shared, runs};
use anyhow::{Result, anyhow};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{CodeSection, ConstExpr, DataSection, ElementSection, Elements, ExportKind, ExportSection};
use wasm_encoder::{FunctionSection, Module};
use wasmparser::{CodeSectionReader, CustomSectionReader, Data, DataSectionReader, ElementSectionReader};
use wasmparser::{ExportSectionReader, FunctionSectionReader, Parser};

/// Writes it. Late slots of the table stay empty, and late data is zero, until the late part fills them in.
pub fn write(
    module: &[u8],
    program: &Program<'_>,
    late_functions: &BTreeSet<u32>,
    late: &Late,
    shared: &Shared,
) -> Result<Vec<u8>> {
    let all = 0..u32::try_from(program.function_types.len())?;
    let mut part = MainPart {
        program,
        numbers: all
            .filter(|function| !late_functions.contains(function))
            .zip(0..)
            .collect(),
        late,
        shared,
    };
    let mut written = Module::new();
    let outcome = part.parse_core_module(&mut written, Parser::new(0), module);
    outcome.map_err(|error| anyhow!("writing the main part: {error}"))?;
    Ok(written.finish())
}

struct MainPart<'a> {
    program: &'a Program<'a>,
    /// Of the functions that stay, which number each gets.
    numbers: BTreeMap<u32, u32>,
    late: &'a Late,
    shared: &'a Shared,
}

type Outcome<T = ()> = Result<T, Error<anyhow::Error>>;

impl Reencode for MainPart<'_> {
    type Error = anyhow::Error;

    fn function_index(&mut self, function: u32) -> Outcome<u32> {
        let number = self.numbers.get(&function).copied();
        number.ok_or_else(|| Error::UserError(anyhow!("it refers to function {function}, which is late")))
    }

    /// Names of functions and the like are of no use to a browser.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Outcome {
        Ok(())
    }

    fn parse_function_section(&mut self, functions: &mut FunctionSection, _: FunctionSectionReader<'_>) -> Outcome {
        for function in self
            .numbers
            .keys()
            .filter(|function| **function >= self.program.n_imported)
        {
            functions.function(self.program.function_types[*function as usize]);
        }
        Ok(())
    }

    fn parse_export_section(&mut self, exports: &mut ExportSection, section: ExportSectionReader<'_>) -> Outcome {
        utils::parse_export_section(self, exports, section)?;
        for (function, name) in &self.shared.functions {
            exports.export(name, ExportKind::Func, self.numbers[function]);
        }
        for (kind, shared) in [
            (ExportKind::Global, &self.shared.globals),
            (ExportKind::Table, &self.shared.tables),
            (ExportKind::Memory, &self.shared.memories),
        ] {
            for (number, name) in shared {
                exports.export(name, kind, *number);
            }
        }
        Ok(())
    }

    fn parse_element_section(&mut self, elements: &mut ElementSection, _: ElementSectionReader<'_>) -> Outcome {
        let slots = self.program.slots.iter().map(|(slot, function)| (*slot, *function));
        for (first, functions) in runs(slots.filter(|(slot, _)| !self.late.slots.contains(slot))) {
            let functions: Outcome<Vec<u32>> = functions.into_iter().map(|f| self.function_index(f)).collect();
            let first = ConstExpr::i32_const(first.cast_signed());
            elements.active(None, &first, Elements::Functions(functions?.into()));
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, _: CodeSectionReader<'_>) -> Outcome {
        for (function, body) in (self.program.n_imported..).zip(&self.program.bodies) {
            if self.numbers.contains_key(&function) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        Ok(())
    }

    fn parse_data_section(&mut self, data: &mut DataSection, _: DataSectionReader<'_>) -> Outcome {
        for segment in &self.program.data {
            let (address, bytes) = early(segment, self.late).map_err(Error::UserError)?;
            data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes);
        }
        Ok(())
    }
}

/// The address of a segment, and its bytes with zeros for the late ones: these compress to less than a place for each
/// stretch between them.
fn early(segment: &Data<'_>, late: &Late) -> Result<(u32, Vec<u8>)> {
    let address = references::address_of(&segment.kind)?;
    let mut bytes = segment.data.to_vec();
    for (at, byte) in (address..).zip(&mut bytes) {
        if late.holds(at) {
            *byte = 0;
        }
    }
    Ok((address, bytes))
}
