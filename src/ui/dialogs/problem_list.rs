//! Problems under headings: where, and what.

use crate::core::problem::Problem;
use crate::editor::report_text::ProblemGroup;
use yew::prelude::*;

/// What the list shows.
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct ProblemListProps {
    /// The worst first.
    pub groups: Vec<ProblemGroup>,
}

/// The groups.
#[component]
pub fn ProblemList(props: &ProblemListProps) -> Html {
    let group = |group: &ProblemGroup| {
        html! {
            <section key={group.title}>
                <h3>{ group.title }</h3>
                <ul>{ for group.problems.iter().map(problem) }</ul>
            </section>
        }
    };
    html! { <div class="problems">{ for props.groups.iter().map(group) }</div> }
}

fn problem(problem: &Problem) -> Html {
    let place = match (problem.file.as_str(), problem.line) {
        ("", None) => None,
        ("", Some(line)) => Some(format!("Line {line}")),
        (file, None) => Some(file.to_owned()),
        (file, Some(line)) => Some(format!("{file}, line {line}")),
    };
    html! {
        <li>
            if let Some(place) = place {
                <span class="problem-place">{ place }</span>
            }
            <span>{ &problem.reason }</span>
        </li>
    }
}
