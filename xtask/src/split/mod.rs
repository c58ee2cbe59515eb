//! The page's program in two parts: what a first visit needs, and what comes once the page is there. Why and how is in
//! `docs/adr/0012-a-late-part.md`.

mod late_part;
mod linked;
mod main_part;
mod program;
mod references;
mod shared;

use anyhow::{Context, Result, bail};
use linked::Late;
use program::Program;
use shared::Shared;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// The modules whose functions are how the main part calls the late one.
const BORDER: [&str; 2] = ["attest::ui::late_views", "attest::web::late_border"];

/// What names the program in the page.
const PRELOAD: &str = "<link rel=\"preload\" href=\"./";

/// Splits the program that the page in `dist` names, and has the page name both parts. `linked` is the same program as
/// the linker wrote it.
pub fn page(dist: &Path, linked: &Path) -> Result<()> {
    let read = |file: &Path| fs::read(file).with_context(|| format!("reading {}", file.display()));
    let write = |name: &str, bytes: &[u8]| fs::write(dist.join(name), bytes).with_context(|| format!("writing {name}"));
    let html = String::from_utf8(read(&dist.join("index.html"))?).context("the page is no UTF-8")?;
    let name = program_name(&html)?.to_owned();
    let whole = dist.join(&name);
    let late = linked::late(&read(linked)?, &BORDER).context("finding what is late")?;
    let parts = split(&read(&whole)?, &late).context("splitting the program")?;

    // The parts fit each other alone, so both names tell of both.
    let mut hasher = DefaultHasher::new();
    (&parts.main, &parts.late).hash(&mut hasher);
    let hash = hasher.finish();
    let (main, late) = (
        format!("attest-{hash:016x}_bg.wasm"),
        format!("attest-{hash:016x}_late.wasm"),
    );
    fs::remove_file(&whole).with_context(|| format!("removing {name}"))?;
    write(&main, &parts.main)?;
    write(&late, &parts.late)?;
    write("index.html", naming_both(&html, &name, &main, &late)?.as_bytes())?;
    println!(
        "split: {} kB, and {} kB later",
        parts.main.len() / 1000,
        parts.late.len() / 1000
    );
    Ok(())
}

fn program_name(html: &str) -> Result<&str> {
    let after = html.split_once(PRELOAD).context("the page names no program")?.1;
    Ok(after.split_once('"').context("the page ends too early")?.0)
}

/// The page with both parts in place of the whole program.
fn naming_both(html: &str, whole: &str, main: &str, late: &str) -> Result<String> {
    if html.matches(whole).count() != 1 {
        bail!("the page names its program more than once");
    }
    let link = format!("<link rel=\"late\" href=\"./{late}\">\n{PRELOAD}{main}");
    Ok(html.replace(&format!("{PRELOAD}{whole}"), &link))
}

/// The two modules.
#[derive(Debug)]
struct Parts {
    main: Vec<u8>,
    late: Vec<u8>,
}

/// Splits a module, after wasm-bindgen and wasm-opt, as the linker's output of the same program told.
fn split(module: &[u8], late: &Late) -> Result<Parts> {
    let program = Program::read(module)?;
    if program.slots.len() != late.n_slots {
        bail!("the linker wrote another program than this one");
    }
    let late_functions = program.late_functions(late)?;
    let shared = Shared::of(&program, &late_functions, late)?;
    Ok(Parts {
        main: main_part::write(module, &program, &late_functions, late, &shared)?,
        late: late_part::write(&program, &late_functions, late, &shared)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use wasmi::{Engine, Instance, Linker, Module, Store};

    /// `run` calls what is in a slot: slot 1 is of the main part, 2 the border, 3 late. What slot 2 answers is made of
    /// everything that a late function can refer to.
    const PROGRAM: &str = r#"(module
        (type $view (func (param i32) (result i32)))
        (import "js" "twice" (func $twice (param i32) (result i32)))
        (func (export "run") (param $slot i32) (param i32) (result i32)
            (call_indirect (type $view) (local.get 1) (local.get $slot)))
        (func $early (param i32) (result i32) (call $shared (local.get 0)))
        (func $border (param i32) (result i32)
            (global.set $counter (i32.add (global.get $counter) (i32.const 1)))
            (i32.add
                (call $helper (local.get 0))
                (call_indirect (type $view) (local.get 0) (i32.const 3))))
        (func $shared (param i32) (result i32) (i32.add (local.get 0) (i32.load8_u (i32.const 1024))))
        (func $helper (param i32) (result i32) (i32.add (call $shared (local.get 0)) (global.get $counter)))
        (func $inner (param i32) (result i32)
            (i32.add (call $twice (local.get 0)) (i32.load (i32.const 1025))))
        (memory 1)
        (table 4 4 funcref)
        (global $counter (mut i32) (i32.const 0))
        (elem (i32.const 1) $early $border $inner)
        (data (i32.const 1024) "\01\02\03\04\05\06"))"#;

    fn late_of_program() -> Late {
        Late {
            n_slots: 3,
            slots: BTreeSet::from([2, 3]),
            border: BTreeSet::from([2]),
            data: vec![1026..1027, 1028..1029],
        }
    }

    struct Running {
        store: Store<()>,
        main: Instance,
    }

    impl Running {
        fn start(main: &[u8]) -> Self {
            let engine = Engine::default();
            let mut store = Store::new(&engine, ());
            let mut linker = Linker::new(&engine);
            linker.func_wrap("js", "twice", |number: i32| 2 * number).unwrap();
            let module = Module::new(&engine, main).unwrap();
            let main = linker.instantiate_and_start(&mut store, &module).unwrap();
            Self { store, main }
        }

        fn add(&mut self, late: &[u8]) {
            let engine = self.store.engine().clone();
            let mut linker = Linker::new(&engine);
            let exports = self.main.exports(&self.store);
            let exports: Vec<_> = exports
                .map(|export| (export.name().to_owned(), export.into_extern()))
                .collect();
            for (name, export) in exports {
                linker.define("m", &name, export).unwrap();
            }
            let module = Module::new(&engine, late).unwrap();
            linker.instantiate_and_start(&mut self.store, &module).unwrap();
        }

        fn run(&mut self, slot: i32, number: i32) -> Option<i32> {
            let run = self.main.get_typed_func::<(i32, i32), i32>(&self.store, "run").unwrap();
            run.call(&mut self.store, (slot, number)).ok()
        }
    }

    #[test]
    fn both_parts_together_are_the_whole() {
        let program = wat::parse_str(PROGRAM).unwrap();
        let mut whole = Running::start(&program);
        let parts = split(&program, &late_of_program()).unwrap();
        let mut running = Running::start(&parts.main);
        assert_eq!(running.run(1, 10), whole.run(1, 10));
        assert_eq!(running.run(2, 10), None, "the late part is not there");
        running.add(&parts.late);
        for (slot, number) in [(1, 10), (2, 10), (2, 7), (3, 5)] {
            let expected = whole.run(slot, number);
            assert!(expected.is_some());
            assert_eq!(running.run(slot, number), expected, "slot {slot}");
        }
    }

    #[test]
    fn what_is_late_is_in_the_late_part_alone() {
        let parts = split(&wat::parse_str(PROGRAM).unwrap(), &late_of_program()).unwrap();
        let main = Program::read(&parts.main).unwrap();
        assert_eq!(main.bodies.len(), 3, "run, early and shared");
        assert_eq!(main.slots.keys().copied().collect::<Vec<_>>(), [1]);
        assert_eq!(main.data[0].data, [1, 2, 0, 4, 0, 6]);
        let late = wasmparser::Parser::new(0).parse_all(&parts.late);
        let bodies = late.filter(|part| matches!(part, Ok(wasmparser::Payload::CodeSectionEntry(_))));
        assert_eq!(bodies.count(), 3, "border, helper and inner");
    }

    #[test]
    fn a_border_that_is_none_is_refused() {
        let direct = PROGRAM.replace(
            "(call $shared (local.get 0)))\n        (func $border",
            "(call $border (local.get 0)))\n        (func $border",
        );
        let merged = PROGRAM.replace("$early $border $inner", "$early $early $inner");
        let gone = PROGRAM.replace("$early $border $inner", "$early");
        for (program, reason) in [
            (direct, "otherwise than by a pointer"),
            (merged, "otherwise"),
            (gone, "another program"),
        ] {
            let told = split(&wat::parse_str(program).unwrap(), &late_of_program())
                .unwrap_err()
                .to_string();
            assert!(told.contains(reason), "{told}");
        }
    }

    #[test]
    fn the_page_names_both_parts() {
        let page = "<head><link rel=\"preload\" href=\"./a_bg.wasm\" as=\"fetch\"></head>";
        assert_eq!(program_name(page).unwrap(), "a_bg.wasm");
        assert_eq!(
            naming_both(page, "a_bg.wasm", "m.wasm", "l.wasm").unwrap(),
            "<head><link rel=\"late\" href=\"./l.wasm\">\n<link rel=\"preload\" href=\"./m.wasm\" as=\"fetch\"></head>"
        );
        assert!(program_name("<head></head>").is_err());
        assert!(naming_both(&page.repeat(2), "a_bg.wasm", "m.wasm", "l.wasm").is_err());
    }
}
