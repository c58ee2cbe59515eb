//! The part that is loaded once the page is there. It takes memory, table and all that it calls from the main part, and
//! fills in what was left out there.

use super::linked::Late;
use super::program::Program;
use super::references;
use super::shared::{Shared, runs};
use anyhow::{Context, Result, anyhow};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection, ImportSection, Module,
    TypeSection,
};

/// By which the late part asks for what the main one exports; `boot.js` knows it.
const MAIN: &str = "m";

/// Writes it.
pub fn write(program: &Program<'_>, late_functions: &BTreeSet<u32>, late: &Late, shared: &Shared) -> Result<Vec<u8>> {
    let part = LatePart {
        functions: shared
            .functions
            .keys()
            .chain(late_functions)
            .copied()
            .zip(0..)
            .collect(),
        globals: shared.globals.keys().copied().zip(0..).collect(),
        tables: shared.tables.keys().copied().zip(0..).collect(),
    };
    let written = part.write(program, late_functions, late, shared);
    written.map_err(|error| anyhow!("writing the late part: {error}"))
}

/// The number that each of these gets.
struct LatePart {
    functions: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
    tables: BTreeMap<u32, u32>,
}

type Outcome<T> = Result<T, Error<anyhow::Error>>;

impl LatePart {
    fn write(
        mut self,
        program: &Program<'_>,
        late_functions: &BTreeSet<u32>,
        late: &Late,
        shared: &Shared,
    ) -> Outcome<Vec<u8>> {
        let mut types = TypeSection::new();
        if let Some(section) = &program.types {
            self.parse_type_section(&mut types, section.clone())?;
        }

        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for function in late_functions {
            functions.function(program.function_types[*function as usize]);
            let body = &program.bodies[(function - program.n_imported) as usize];
            self.parse_function_body(&mut code, body.clone())?;
        }

        let mut elements = ElementSection::new();
        let slots = late
            .slots
            .iter()
            .filter_map(|slot| Some((*slot, *program.slots.get(slot)?)));
        for (first, functions) in runs(slots) {
            let functions: Outcome<Vec<u32>> = functions.into_iter().map(|f| self.function_index(f)).collect();
            let first = ConstExpr::i32_const(first.cast_signed());
            elements.active(
                Some(self.table_index(0)?).filter(|table| *table > 0),
                &first,
                Elements::Functions(functions?.into()),
            );
        }

        let mut data = DataSection::new();
        for segment in &program.data {
            let address = references::address_of(&segment.kind).map_err(Error::UserError)?;
            let bytes = (address..).zip(segment.data.iter().copied());
            for (first, bytes) in runs(bytes.filter(|(at, _)| late.holds(*at))) {
                data.active(0, &ConstExpr::i32_const(first.cast_signed()), bytes);
            }
        }

        let mut module = Module::new();
        module.section(&types);
        module.section(&self.imports(program, shared)?);
        module.section(&functions);
        module.section(&elements);
        module.section(&code);
        module.section(&data);
        Ok(module.finish())
    }

    fn imports(&mut self, program: &Program<'_>, shared: &Shared) -> Outcome<ImportSection> {
        let mut imports = ImportSection::new();
        for (function, name) in &shared.functions {
            imports.import(
                MAIN,
                name,
                EntityType::Function(program.function_types[*function as usize]),
            );
        }
        for (global, name) in &shared.globals {
            imports.import(MAIN, name, self.global_type(program.globals[*global as usize])?);
        }
        for (table, name) in &shared.tables {
            imports.import(MAIN, name, self.table_type(program.tables[*table as usize])?);
        }
        for (memory, name) in &shared.memories {
            imports.import(MAIN, name, self.memory_type(program.memories[*memory as usize])?);
        }
        Ok(imports)
    }
}

impl Reencode for LatePart {
    type Error = anyhow::Error;

    fn function_index(&mut self, function: u32) -> Outcome<u32> {
        number(&self.functions, function)
    }

    fn global_index(&mut self, global: u32) -> Outcome<u32> {
        number(&self.globals, global)
    }

    fn table_index(&mut self, table: u32) -> Outcome<u32> {
        number(&self.tables, table)
    }
}

fn number(numbers: &BTreeMap<u32, u32>, of: u32) -> Outcome<u32> {
    let number = numbers
        .get(&of)
        .copied()
        .context("it refers to what it does not import");
    number.map_err(Error::UserError)
}
