//! What the two parts have in common.

use super::linked::Late;
use super::program::Program;
use super::references::References;
use crate::short_names::short_name;
use anyhow::{Result, bail};
use std::collections::{BTreeMap, BTreeSet};

/// What the late part uses of the main one, by number, with the name under which it is exported.
pub struct Shared {
    pub functions: BTreeMap<u32, String>,
    pub globals: BTreeMap<u32, String>,
    pub tables: BTreeMap<u32, String>,
    pub memories: BTreeMap<u32, String>,
}

impl Shared {
    pub fn of(program: &Program<'_>, late_functions: &BTreeSet<u32>, late: &Late) -> Result<Self> {
        if program.memories.len() != 1 {
            bail!("the module has not one memory");
        }
        let mut used = References::default();
        for references in late_functions
            .iter()
            .filter_map(|function| program.references_of(*function))
        {
            used.functions.extend(&references.functions);
            used.globals.extend(&references.globals);
            used.tables.extend(&references.tables);
        }
        used.functions
            .extend(late.slots.iter().filter_map(|slot| program.slots.get(slot)));
        used.functions.retain(|function| !late_functions.contains(function));
        // The one whose slots it fills.
        used.tables.insert(0);
        let mut names = (0..)
            .map(short_name)
            .filter(|name| !program.export_names.contains(name.as_str()));
        let mut named = |numbers: BTreeSet<u32>| numbers.into_iter().zip(names.by_ref()).collect();
        Ok(Self {
            functions: named(used.functions),
            globals: named(used.globals),
            tables: named(used.tables),
            memories: named(BTreeSet::from([0])),
        })
    }
}

/// The runs of what follows each other, such as slots of the table: the first number of each, and what is there.
pub fn runs<T>(numbered: impl IntoIterator<Item = (u32, T)>) -> Vec<(u32, Vec<T>)> {
    let mut runs: Vec<(u32, Vec<T>)> = Vec::new();
    for (number, item) in numbered {
        match runs.last_mut() {
            Some((first, items)) if *first as usize + items.len() == number as usize => items.push(item),
            _ => runs.push((number, vec![item])),
        }
    }
    runs
}
