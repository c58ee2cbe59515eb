//! The program as it is before the split: its functions, and what they refer to.

use super::linked::Late;
use super::references::{self, References};
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::{
    Data, ElementItems, ElementKind, ExternalKind, FunctionBody, GlobalType, MemoryType, Parser, Payload, TableType,
    TypeRef, TypeSectionReader,
};

/// What the split has to know of a module.
#[derive(Default)]
pub struct Program<'a> {
    pub types: Option<TypeSectionReader<'a>>,
    /// The number of each function's type, the imported functions first.
    pub function_types: Vec<u32>,
    pub n_imported: u32,
    pub bodies: Vec<FunctionBody<'a>>,
    pub references: Vec<References>,
    pub tables: Vec<TableType>,
    pub memories: Vec<MemoryType>,
    pub globals: Vec<GlobalType>,
    pub export_names: BTreeSet<&'a str>,
    /// The function in each slot of the table.
    pub slots: BTreeMap<u32, u32>,
    pub data: Vec<Data<'a>>,
    /// What JavaScript calls.
    entries: BTreeSet<u32>,
}

impl<'a> Program<'a> {
    /// Reads a module as wasm-bindgen and wasm-opt write it.
    pub fn read(module: &'a [u8]) -> Result<Self> {
        let mut program = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload.context("reading the module that is to be split")? {
                Payload::TypeSection(types) => program.types = Some(types),
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let TypeRef::Func(ty) = import?.ty else {
                            bail!("the module imports something that is no function");
                        };
                        program.function_types.push(ty);
                        program.n_imported += 1;
                    }
                }
                Payload::FunctionSection(types) => {
                    for ty in types {
                        program.function_types.push(ty?);
                    }
                }
                Payload::TableSection(tables) => {
                    for table in tables {
                        program.tables.push(table?.ty);
                    }
                }
                Payload::MemorySection(memories) => {
                    for memory in memories {
                        program.memories.push(memory?);
                    }
                }
                Payload::GlobalSection(globals) => {
                    for global in globals {
                        program.globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        program.export_names.insert(export.name);
                        if export.kind == ExternalKind::Func {
                            program.entries.insert(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => {
                    program.entries.insert(func);
                }
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element?;
                        let (
                            ElementKind::Active {
                                table_index: None,
                                offset_expr,
                            },
                            ElementItems::Functions(functions),
                        ) = (element.kind, element.items)
                        else {
                            bail!("the table is filled in a way that this does not know");
                        };
                        let first = references::address(&offset_expr)?;
                        for (slot, function) in (first..).zip(functions) {
                            program.slots.insert(slot, function?);
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    program.references.push(references::of_body(&body)?);
                    program.bodies.push(body);
                }
                Payload::DataSection(segments) => {
                    for segment in segments {
                        program.data.push(segment?);
                    }
                }
                _ => {}
            }
        }
        Ok(program)
    }

    /// The functions that are called only by way of the border.
    pub fn late_functions(&self, late: &Late) -> Result<BTreeSet<u32>> {
        let border: BTreeSet<u32> = late
            .border
            .iter()
            .filter_map(|slot| self.slots.get(slot))
            .copied()
            .collect();
        if border.len() != late.border.len() {
            bail!("functions of the border have become one, or are gone");
        }
        let early_slots = self.slots.iter().filter(|(slot, _)| !late.slots.contains(slot));
        let mut waiting: Vec<u32> = self
            .entries
            .iter()
            .chain(early_slots.map(|(_, function)| function))
            .copied()
            .collect();
        let mut main = BTreeSet::new();
        while let Some(function) = waiting.pop() {
            if border.contains(&function) {
                bail!("the main part calls a function of the border otherwise than by a pointer");
            }
            if main.insert(function)
                && let Some(references) = self.references_of(function)
            {
                waiting.extend(&references.functions);
            }
        }
        let defined = self.n_imported..u32::try_from(self.function_types.len())?;
        Ok(defined.filter(|function| !main.contains(function)).collect())
    }

    /// None for an imported one.
    pub fn references_of(&self, function: u32) -> Option<&References> {
        self.references.get(function.checked_sub(self.n_imported)? as usize)
    }
}
