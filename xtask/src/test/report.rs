//! Counting what passed and failed, and saying so at the end.

use anyhow::{Context, Result};
use std::io::{BufRead, BufReader};
use std::ops::AddAssign;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

impl Count {
    const PASSED: Self = Self { passed: 1, failed: 0 };
    const FAILED: Self = Self { passed: 0, failed: 1 };
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// What each step came to, in order.
#[derive(Default)]
pub struct Report {
    steps: Vec<Step>,
}

struct Step {
    name: &'static str,
    count: Count,
    took: Duration,
    /// Why it could not run to its end.
    broken: Option<String>,
}

impl Report {
    /// Runs a step under a heading. One that could not run to its end counts as one more failure.
    pub fn step(&mut self, name: &'static str, run: impl FnOnce() -> Result<Count>) {
        println!("\n── {name} ──");
        let start = Instant::now();
        let (count, broken) = match run() {
            Ok(count) => (count, None),
            Err(error) => {
                println!("error: {error:#}");
                (Count::FAILED, Some(format!("{error:#}")))
            }
        };
        let took = start.elapsed();
        self.steps.push(Step {
            name,
            count,
            took,
            broken,
        });
    }

    /// Prints the table and the closing line.
    pub fn finish(self) -> Count {
        let mut total = Count::default();
        println!("\n── summary ──");
        for Step {
            name,
            count,
            took,
            broken,
        } in self.steps
        {
            let Count { passed, failed } = count;
            let reason = broken.map(|reason| format!("  {reason}")).unwrap_or_default();
            println!(
                "{name:<18}{passed:>5} passed {failed:>4} failed {:>6.1} s{reason}",
                took.as_secs_f64()
            );
            total += count;
        }
        if total == Count::default() {
            println!("Nothing ran: no test has such a name.");
        }
        println!("{} passed, {} failed", total.passed, total.failed);
        total
    }
}

/// A command that is one check by its exit code.
pub fn check(command: &mut Command) -> Result<Count> {
    let status = command.status().context("starting it")?;
    Ok(if status.success() { Count::PASSED } else { Count::FAILED })
}

/// A command that prints `test result: …` lines, as libtest does: shown as they come, and added up.
pub fn tests(command: &mut Command) -> Result<Count> {
    let mut child = command.stdout(Stdio::piped()).spawn().context("starting it")?;
    let stdout = child.stdout.take().context("its output was asked for")?;
    let mut count = Count::default();
    let mut lines = BufReader::new(stdout);
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).context("reading its output")? > 0 {
        let text = String::from_utf8_lossy(&line);
        print!("{text}");
        if let Some(result) = result_line(&text) {
            count += result;
        }
        line.clear();
    }
    let status = child.wait().context("waiting for it")?;
    if !status.success() && count.failed == 0 {
        println!("It ended with {status} before it could say which test failed.");
        count += Count::FAILED;
    }
    Ok(count)
}

fn result_line(line: &str) -> Option<Count> {
    let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let number = |of: &str| {
        counts
            .split("; ")
            .find_map(|part| part.strip_suffix(of)?.trim().parse().ok())
    };
    Some(Count {
        passed: number("passed")?,
        failed: number("failed")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn result_lines_of_every_runner_are_counted() {
        let libtest =
            "test result: FAILED. 12 passed; 1 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.1s\n";
        assert_eq!(result_line(libtest), Some(Count { passed: 12, failed: 1 }));
        let e2e = "test result: ok. 7 passed; 0 failed";
        assert_eq!(result_line(e2e), Some(Count { passed: 7, failed: 0 }));
        assert_eq!(result_line("test anchor::moves ... ok"), None);
    }

    #[test]
    fn a_broken_step_counts_as_a_failure_and_the_next_still_runs() {
        let mut report = Report::default();
        report.step("broken", || anyhow::bail!("no such tool"));
        report.step("fine", || Ok(Count { passed: 2, failed: 0 }));
        assert_eq!(report.finish(), Count { passed: 2, failed: 1 });
    }
}
