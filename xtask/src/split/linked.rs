//! What the linker tells about a module: which function refers to which others, to which slots of the table and to
//! which data. Everything that is reached by way of the border only is late.
//!
//! Sections `linking` and `reloc.*` are described in the tool conventions of WebAssembly, `Linking.md`. Later steps of
//! the build give functions new numbers, but slots and addresses stay, so the answer is in these.

use super::references;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use wasmparser::{
    DefinedDataSymbol, ElementItems, ElementKind, ExternalKind, FunctionBody, KnownCustom, Linking, Name, Parser,
    Payload, RelocationType, SymbolInfo, TypeRef,
};

/// What belongs into the late part.
#[derive(Debug, PartialEq, Eq)]
pub struct Late {
    /// How many slots of the table hold a function: as many in every form of the same program.
    pub n_slots: usize,
    /// Slots of the table that hold late functions, those of the border among them.
    pub slots: BTreeSet<u32>,
    /// Slots of the functions by which the main part calls the late one.
    pub border: BTreeSet<u32>,
    /// Addresses of data that only late functions know: sorted, disjoint, end-exclusive.
    pub data: Vec<Range<u32>>,
}

impl Late {
    /// Whether what lies at this address is late.
    pub fn holds(&self, address: u32) -> bool {
        let after = self.data.partition_point(|stretch| stretch.end <= address);
        self.data.get(after).is_some_and(|stretch| stretch.contains(&address))
    }
}

/// A function by its number, or a stretch of data by its place in [`Linked::stretches`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
enum Node {
    Function(u32),
    Data(usize),
}

/// Finds what is late in a module that was linked with `--emit-relocs`. The functions of the modules `border` of
/// the crate are where the main part ends.
pub fn late(module: &[u8], border: &[&str]) -> Result<Late> {
    let linked = Linked::read(module)?;
    let border = linked.border(border)?;
    let main = linked.reached(linked.roots.iter().copied(), |node| border.contains(&node));
    let late = linked.reached(border.iter().copied(), |node| main.contains(&node));
    let slots_of = |functions: &dyn Fn(Node) -> bool| {
        let slots = linked
            .slots
            .iter()
            .filter(|(_, function)| functions(Node::Function(**function)));
        slots.map(|(slot, _)| *slot).collect::<BTreeSet<u32>>()
    };
    let border_slots = slots_of(&|node| border.contains(&node));
    if border_slots.len() != border.len() {
        bail!("a function of the border is called directly; it must be handed over as a pointer");
    }
    let data = linked.stretches.iter().enumerate();
    Ok(Late {
        n_slots: linked.slots.len(),
        slots: slots_of(&|node| late.contains(&node)),
        border: border_slots,
        data: data
            .filter(|(i, _)| late.contains(&Node::Data(*i)))
            .map(|(_, stretch)| stretch.clone())
            .collect(),
    })
}

#[derive(Default)]
struct Linked {
    /// What is there from the start: what is exported, and what data or functions refer to that nobody accounts for.
    roots: Vec<Node>,
    edges: BTreeMap<Node, Vec<Node>>,
    /// The function in each slot of the table.
    slots: BTreeMap<u32, u32>,
    /// Data that belongs together, by address: sorted, disjoint.
    stretches: Vec<Range<u32>>,
    names: BTreeMap<u32, String>,
}

/// A relocation: where it stands within its section, and the symbol that it is about.
struct Mention {
    offset: u32,
    kind: RelocationType,
    symbol: usize,
}

enum Symbol {
    Function(u32),
    Data(DefinedDataSymbol),
    /// Of no consequence for the split.
    Other,
}

/// The parts of a module that tell about each other, as read.
#[derive(Default)]
struct Sections<'a> {
    bodies: Vec<FunctionBody<'a>>,
    /// For each data segment its address, its length, and where its bytes stand within the section.
    segments: Vec<(u32, u32, u32)>,
    symbols: Vec<Symbol>,
    /// Number of a section, and what stands in it.
    mentions: Vec<(u32, Vec<Mention>)>,
    code: Option<(u32, u64)>,
    data: Option<u32>,
    n_imported: u32,
}

impl Linked {
    fn read(module: &[u8]) -> Result<Self> {
        let mut linked = Self::default();
        let sections = linked.read_sections(module)?;
        if sections.symbols.is_empty() {
            bail!("the module does not tell what it was linked from");
        }
        linked.stretches = stretches(&sections)?;
        for (function, body) in (sections.n_imported..).zip(&sections.bodies) {
            let called = references::of_body(body)?.functions.into_iter().map(Node::Function);
            linked.edges.entry(Node::Function(function)).or_default().extend(called);
        }
        for (section, mentions) in &sections.mentions {
            for mention in mentions {
                let Some(target) = linked.target(mention, &sections) else {
                    continue;
                };
                let owner = if sections.code.is_some_and(|(code, _)| code == *section) {
                    function_at(mention.offset, &sections)
                } else if sections.data == Some(*section) {
                    linked.data_at(mention.offset, &sections)
                } else {
                    // Debugging.
                    continue;
                };
                match owner {
                    Some(owner) => linked.edges.entry(owner).or_default().push(target),
                    None => linked.roots.push(target),
                }
            }
        }
        Ok(linked)
    }

    fn read_sections<'a>(&mut self, module: &'a [u8]) -> Result<Sections<'a>> {
        let mut sections = Sections::default();
        let mut number = 0;
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload.context("reading what the linker wrote")?;
            let is_section = payload.as_section().is_some();
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        sections.n_imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            self.roots.push(Node::Function(export.index));
                        }
                    }
                }
                Payload::StartSection { func, .. } => self.roots.push(Node::Function(func)),
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element?;
                        let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
                            (element.kind, element.items)
                        else {
                            bail!("the table is filled in a way that this does not know");
                        };
                        let first = references::address(&offset_expr)?;
                        for (slot, function) in (first..).zip(functions) {
                            self.slots.insert(slot, function?);
                        }
                    }
                }
                Payload::CodeSectionStart { unchecked_range, .. } => {
                    sections.code = Some((number, unchecked_range.start));
                }
                Payload::CodeSectionEntry(body) => sections.bodies.push(body),
                Payload::DataSection(data) => {
                    sections.data = Some(number);
                    let start = data.range().start;
                    for segment in data {
                        let segment = segment?;
                        let length = u32::try_from(segment.data.len())?;
                        let within = u32::try_from(segment.range.end - start)? - length;
                        sections
                            .segments
                            .push((references::address_of(&segment.kind)?, length, within));
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => read_symbols(linking, &mut sections.symbols)?,
                    KnownCustom::Reloc(relocations) => {
                        let mut mentions = Vec::new();
                        for entry in relocations.entries() {
                            let entry = entry?;
                            mentions.push(Mention {
                                offset: entry.offset,
                                kind: entry.ty,
                                symbol: entry.index as usize,
                            });
                        }
                        sections.mentions.push((relocations.section_index(), mentions));
                    }
                    KnownCustom::Name(names) => {
                        for part in names {
                            if let Name::Function(names) = part? {
                                for naming in names {
                                    let naming = naming?;
                                    self.names.insert(naming.index, naming.name.to_owned());
                                }
                            }
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
            number += u32::from(is_section);
        }
        Ok(sections)
    }

    /// The functions in these modules of the crate.
    fn border(&self, paths: &[&str]) -> Result<BTreeSet<Node>> {
        let mut border = BTreeSet::new();
        for path in paths {
            let mangled = mangled(path);
            let named = self.names.iter().filter(|(_, name)| name.starts_with(&mangled));
            let before = border.len();
            border.extend(named.map(|(function, _)| Node::Function(*function)));
            if border.len() == before {
                bail!("no function of the program is of {path}");
            }
        }
        Ok(border)
    }

    fn target(&self, mention: &Mention, sections: &Sections<'_>) -> Option<Node> {
        use RelocationType::{MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb, TableIndexI32, TableIndexSleb};
        match (mention.kind, sections.symbols.get(mention.symbol)?) {
            (TableIndexI32 | TableIndexSleb, Symbol::Function(function)) => Some(Node::Function(*function)),
            (MemoryAddrI32 | MemoryAddrLeb | MemoryAddrSleb, Symbol::Data(data)) => {
                let (address, ..) = *sections.segments.get(data.index as usize)?;
                self.stretch_at(address + data.offset)
            }
            _ => None,
        }
    }

    /// The data that a place within the data section belongs to.
    fn data_at(&self, offset: u32, sections: &Sections<'_>) -> Option<Node> {
        let mut segments = sections.segments.iter();
        let (address, _, within) = segments.find(|(_, length, within)| (*within..within + length).contains(&offset))?;
        self.stretch_at(address + (offset - within))
    }

    fn stretch_at(&self, address: u32) -> Option<Node> {
        let after = self.stretches.partition_point(|stretch| stretch.end <= address);
        let stretch = self.stretches.get(after)?;
        stretch.contains(&address).then_some(Node::Data(after))
    }

    /// `from`, and what is reached from there without entering what `is_closed`.
    fn reached(&self, from: impl Iterator<Item = Node>, is_closed: impl Fn(Node) -> bool) -> BTreeSet<Node> {
        let mut reached = BTreeSet::new();
        let mut waiting: Vec<Node> = from.collect();
        while let Some(node) = waiting.pop() {
            if !is_closed(node) && reached.insert(node) {
                waiting.extend(self.edges.get(&node).into_iter().flatten());
            }
        }
        reached
    }
}

fn read_symbols(linking: wasmparser::LinkingSectionReader<'_>, symbols: &mut Vec<Symbol>) -> Result<()> {
    for part in linking.subsections() {
        let Linking::SymbolTable(table) = part? else {
            continue;
        };
        for symbol in table {
            symbols.push(match symbol? {
                SymbolInfo::Func { index, .. } => Symbol::Function(index),
                SymbolInfo::Data { symbol: Some(data), .. } => Symbol::Data(data),
                _ => Symbol::Other,
            });
        }
    }
    Ok(())
}

/// How the names of what is in a module of the crate begin, by rustc's older way of writing names, which is the default.
fn mangled(path: &str) -> String {
    let parts = path.split("::").map(|part| format!("{}{part}", part.len()));
    format!("_ZN{}", parts.collect::<String>())
}

/// The data of the symbols; where some overlap, they count as one.
fn stretches(sections: &Sections<'_>) -> Result<Vec<Range<u32>>> {
    let mut all = Vec::new();
    for symbol in &sections.symbols {
        if let Symbol::Data(data) = symbol
            && data.size > 0
        {
            let segment = sections.segments.get(data.index as usize);
            let start = segment.context("a symbol lies in no segment")?.0 + data.offset;
            all.push(start..start + data.size);
        }
    }
    all.sort_by_key(|stretch| (stretch.start, stretch.end));
    let mut stretches: Vec<Range<u32>> = Vec::new();
    for stretch in all {
        match stretches.last_mut() {
            Some(last) if stretch.start < last.end => last.end = last.end.max(stretch.end),
            _ => stretches.push(stretch),
        }
    }
    Ok(stretches)
}

/// The function in whose code a place within the code section is.
fn function_at(offset: u32, sections: &Sections<'_>) -> Option<Node> {
    let at = sections.code?.1 + u64::from(offset);
    let after = sections.bodies.partition_point(|body| body.range().end <= at);
    let body = sections.bodies.get(after)?;
    let number = sections.n_imported + u32::try_from(after).ok()?;
    body.range().contains(&at).then_some(Node::Function(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;
    use wasm_encoder::{CustomSection, DataSymbolDefinition, Encode, LinkingSection, Section, SymbolTable};

    /// `main` knows slot 1, which is the border, and the data at 16; what lies behind the border knows slot 2 and the
    /// data at 24, which in turn knows slot 3 and the data at 32. Slot 4 is of both.
    const PROGRAM: &str = r#"(module
        (table 5 5 funcref)
        (memory 1)
        (elem (i32.const 1) $_ZN3app4late4view17h0E $called $pointed $both)
        (func $main (export "main") (drop (i32.const 1)) (drop (i32.const 16)) (drop (i32.const 4)))
        (func $_ZN3app4late4view17h0E (call $helper))
        (func $helper (drop (i32.const 2)) (drop (i32.const 24)) (drop (i32.const 4)))
        (func $called)
        (func $pointed)
        (func $both)
        (data (i32.const 16) "\11\11\11\11\11\11\11\11\03\00\00\00\20\00\00\00\33\33\33\33\33\33\33\33"))"#;

    /// As the linker writes it: with the symbols, and where they stand.
    fn linked(program: &str) -> Vec<u8> {
        let mut module = wat::parse_str(program).unwrap();
        let mut symbols = SymbolTable::new();
        // Numbers 0 to 5, as the functions.
        for function in 0..6 {
            symbols.function(0, function, Some(&format!("f{function}")));
        }
        // Numbers 6 to 8.
        for (offset, size) in [(0, 8), (8, 8), (16, 8)] {
            symbols.data(0, "d", Some(DataSymbolDefinition { index: 0, offset, size }));
        }
        let symbol = |value: i32| match value {
            1..=2 => (RelocationType::TableIndexSleb, [1, 3][value as usize - 1]),
            4 => (RelocationType::TableIndexSleb, 5),
            _ => (RelocationType::MemoryAddrSleb, 6 + (value as u32 - 16) / 8),
        };
        let mut sections = Linked::default();
        let read = sections.read_sections(&module).unwrap();
        let ((code, start), data) = (read.code.unwrap(), read.data.unwrap());
        let mut of_code = Vec::new();
        for body in &read.bodies {
            let mut operators = body.get_operators_reader().unwrap();
            while !operators.eof() {
                let at = operators.original_position() - start + 1;
                if let wasmparser::Operator::I32Const { value } = operators.read().unwrap() {
                    let (kind, symbol) = symbol(value);
                    of_code.push((kind, at as u32, symbol));
                }
            }
        }
        let (_, _, within) = read.segments[0];
        let of_data = vec![
            (RelocationType::TableIndexI32, within + 8, 4),
            (RelocationType::MemoryAddrI32, within + 12, 8),
        ];
        LinkingSection::new().symbol_table(&symbols).append_to(&mut module);
        for (section, name, entries) in [(code, "reloc.CODE", of_code), (data, "reloc.DATA", of_data)] {
            let mut contents = Vec::new();
            section.encode(&mut contents);
            (entries.len() as u32).encode(&mut contents);
            for (kind, offset, symbol) in entries {
                contents.push(kind as u8);
                offset.encode(&mut contents);
                symbol.encode(&mut contents);
                if kind.addend_kind() != wasmparser::RelocAddendKind::None {
                    contents.push(0);
                }
            }
            let section = CustomSection {
                name: Cow::Borrowed(name),
                data: Cow::Owned(contents),
            };
            section.append_to(&mut module);
        }
        module
    }

    #[test]
    fn what_only_the_border_leads_to_is_late() {
        let late = late(&linked(PROGRAM), &["app::late"]).unwrap();
        assert_eq!(late.border, BTreeSet::from([1]));
        assert_eq!(late.slots, BTreeSet::from([1, 2, 3]));
        assert_eq!(late.data, [24..32, 32..40]);
        let held: Vec<u32> = (14..42).filter(|address| late.holds(*address)).collect();
        assert_eq!(held, (24..40).collect::<Vec<_>>());
    }

    #[test]
    fn a_border_without_addresses_or_functions_is_refused() {
        let direct = PROGRAM.replace("$_ZN3app4late4view17h0E $called", "$both $called");
        for (program, reason) in [
            (
                PROGRAM.replace("app", "all"),
                "no function of the program is of app::late",
            ),
            (direct, "handed over as a pointer"),
        ] {
            let told = late(&linked(&program), &["app::late"]).unwrap_err().to_string();
            assert!(told.contains(reason), "{told}");
        }
        let unlinked = wat::parse_str(PROGRAM).unwrap();
        let told = late(&unlinked, &["app::late"]).unwrap_err().to_string();
        assert!(told.contains("does not tell what it was linked from"), "{told}");
    }
}
