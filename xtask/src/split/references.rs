//! What the code of a function refers to.

use anyhow::{Context, Result, bail};
use std::collections::BTreeSet;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasmparser::{ConstExpr, DataKind, FunctionBody, Operator};

/// Numbers, as the module counts.
#[derive(Default, Debug, PartialEq, Eq)]
pub struct References {
    pub functions: BTreeSet<u32>,
    pub globals: BTreeSet<u32>,
    pub tables: BTreeSet<u32>,
    pub types: BTreeSet<u32>,
}

/// All that is named in a function.
pub fn of_body(body: &FunctionBody<'_>) -> Result<References> {
    let mut references = References::default();
    let mut operators = body.get_operators_reader()?;
    while !operators.eof() {
        let read = references.instruction(operators.read()?);
        read.context("reading the code of a function")?;
    }
    Ok(references)
}

/// Writes nothing: the numbers that pass are kept.
impl Reencode for References {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        self.functions.insert(function);
        Ok(function)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<Infallible>> {
        self.globals.insert(global);
        Ok(global)
    }

    fn table_index(&mut self, table: u32) -> Result<u32, Error<Infallible>> {
        self.tables.insert(table);
        Ok(table)
    }

    fn type_index(&mut self, ty: u32) -> Result<u32, Error<Infallible>> {
        self.types.insert(ty);
        Ok(ty)
    }
}

/// Where an active segment of data begins.
pub fn address_of(kind: &DataKind<'_>) -> Result<u32> {
    match kind {
        DataKind::Active { offset_expr, .. } => address(offset_expr),
        DataKind::Passive => bail!("data of the module has no place of its own"),
    }
}

/// The number that an expression is.
pub fn address(expression: &ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => bail!("a place in the module is no plain number"),
    }
}
