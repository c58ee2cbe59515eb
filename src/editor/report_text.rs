//! The report on what was read, sorted for reading and as plain text for copying.

use super::view::ReadingReport;
use crate::core::problem::{Problem, Severity};

/// Problems of one kind.
#[derive(Clone, PartialEq, Debug)]
pub struct ProblemGroup {
    /// How bad they are, as a heading.
    pub title: &'static str,
    /// In the order in which they were found.
    pub problems: Vec<Problem>,
}

/// The worst first; kinds without a problem are left out.
pub fn groups(problems: &[Problem]) -> Vec<ProblemGroup> {
    let kinds = [
        (Severity::Refused, "Could not be read"),
        (Severity::LeftOut, "Left out"),
        (Severity::Notice, "Read, but worth a look"),
    ];
    let group = |(severity, title)| {
        let problems = problems
            .iter()
            .filter(|problem| problem.severity == severity)
            .cloned()
            .collect();
        ProblemGroup { title, problems }
    };
    kinds
        .map(group)
        .into_iter()
        .filter(|group| !group.problems.is_empty())
        .collect()
}

/// The whole report, a line for each thing.
pub fn plain_text(report: &ReadingReport) -> String {
    let mut lines = report.summary.clone();
    for group in groups(&report.problems) {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.push(format!("{}:", group.title));
        lines.extend(group.problems.iter().map(|problem| format!("- {problem}")));
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_comes_first_with_file_line_and_reason() {
        let problem = |severity, file: &str, line, reason: &str| Problem {
            file: file.to_owned(),
            line,
            severity,
            reason: reason.to_owned(),
        };
        let report = ReadingReport {
            summary: vec!["1 article added.".to_owned()],
            problems: vec![
                problem(Severity::Notice, "a.txt", None, "The encoding was guessed."),
                problem(Severity::Refused, "b.json", Some(3), "It is not JSON."),
            ],
        };
        assert_eq!(
            plain_text(&report),
            "1 article added.\n\nCould not be read:\n- b.json, line 3: It is not JSON.\n\n\
             Read, but worth a look:\n- a.txt: The encoding was guessed.\n"
        );
        assert_eq!(groups(&report.problems).len(), 2);
    }
}
