//! Claims by articles as a table for spreadsheets: one row for each claim and article, also where it is not made.
//!
//! Of several mentions, stances, speakers and quotes are each joined by `; `, in text order, one for each mention.

use super::chosen::Chosen;
use super::csv_table::{article_cells, harmless, table};
use crate::core::article::Article;
use crate::core::claim::{CheckWorthy, Claim, ClaimKind, Verdict};
use crate::core::id::{ArticleId, ClaimId};
use crate::core::mention::Mention;
use crate::core::order;
use crate::core::project::Project;
use crate::core::reference::Stance;
use crate::core::sorted::SortedMap;

/// The claims in the order of their making, each in all articles of the project's order, or in those given.
pub fn write(project: &Project, articles: Option<&[ArticleId]>) -> String {
    let chosen = Chosen::new(articles);
    let articles: Vec<(&Article, Found)> = chosen
        .articles(project)
        .map(|article| (article.as_ref(), found(project, article)))
        .collect();
    let mut rows = vec![HEADER.map(str::to_owned).to_vec()];
    for claim in project.dossier().claims() {
        for (article, found) in &articles {
            let mentions = found.get(&claim.id).map_or(&[][..], Vec::as_slice);
            rows.push(row(project, claim, article, mentions));
        }
    }
    table(rows)
}

const HEADER: [&str; 15] = [
    "Claim id",
    "Claim",
    "Type",
    "Check-worthy",
    "Verdict",
    "Article id",
    "Article",
    "Outlet",
    "Date",
    "State",
    "Stances",
    "Speakers",
    "Quotes",
    "Checked by",
    "Checked at",
];

/// The mentions of one article by the claims that they make, in text order.
type Found<'a> = SortedMap<ClaimId, Vec<&'a Mention>>;

fn found<'a>(project: &'a Project, article: &Article) -> Found<'a> {
    let mentions = project.mentions(article.id).into_iter().flat_map(|set| set.iter());
    let mut making: Vec<&Mention> = mentions.map(AsRef::as_ref).collect();
    making.retain(|mention| mention.reference().claim.is_some());
    order::sort_by_key(&mut making, |mention| (mention.spans.hull().start(), mention.id));
    let mut found = Found::new();
    for mention in making {
        if let Some(claim) = mention.reference().claim {
            match found.get_mut(&claim) {
                Some(mentions) => mentions.push(mention),
                None => {
                    found.insert(claim, vec![mention]);
                }
            }
        }
    }
    found
}

fn row(project: &Project, claim: &Claim, article: &Article, mentions: &[&Mention]) -> Vec<String> {
    // Where both are said, the mention is what counts.
    let absence = project.dossier().absence(claim.id, article.id);
    let absence = absence.filter(|_| mentions.is_empty());
    let state = match (mentions, absence) {
        ([_, ..], _) => "present",
        ([], Some(_)) => "absent",
        ([], None) => "not looked",
    };
    let joined = |of: &dyn Fn(&Mention) -> String| {
        let parts: Vec<String> = mentions.iter().map(|mention| of(mention)).collect();
        // Separators alone would say nothing.
        match parts.iter().all(String::is_empty) {
            true => String::new(),
            false => harmless(&parts.join("; ")),
        }
    };
    let speaker = |mention: &Mention| {
        let speaker = mention.reference().speaker.and_then(|id| project.dossier().entity(id));
        speaker.map(|it| it.name.clone()).unwrap_or_default()
    };
    let stance = |mention: &Mention| mention.reference().stance.map_or("", Stance::name).to_owned();
    let mut cells = vec![
        claim.id.to_string(),
        harmless(&claim.text),
        claim.kind.map_or("", ClaimKind::name).to_owned(),
        claim.check_worthy.map_or("", CheckWorthy::name).to_owned(),
        claim.verdict.map_or("", Verdict::name).to_owned(),
        article.id.to_string(),
    ];
    cells.extend(article_cells(article));
    cells.extend([
        state.to_owned(),
        joined(&stance),
        joined(&speaker),
        joined(&|mention| project.quote(mention)),
        absence.map(|it| harmless(&it.author)).unwrap_or_default(),
        absence.map(|it| it.checked.to_string()).unwrap_or_default(),
    ]);
    cells
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testkit::csv_rows::{is_harmless, read};
    use crate::testkit::random_project::arb_project;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn each_claim_has_a_row_for_each_article_and_no_cell_is_a_formula(project in arb_project()) {
            let rows = read(&write(&project, None));
            let mut rows = rows.iter();
            for claim in project.dossier().claims() {
                for article in project.articles() {
                    let row = rows.next().unwrap();
                    prop_assert_eq!(&row["Claim id"], &claim.id.to_string());
                    prop_assert_eq!(&row["Article id"], &article.id.to_string());
                    let makes = |it: &&std::rc::Rc<Mention>| it.reference().claim == Some(claim.id);
                    let n = project.mentions(article.id).into_iter().flat_map(|set| set.iter()).filter(makes).count();
                    let absence = project.dossier().absence(claim.id, article.id);
                    let state = if n > 0 { "present" } else if absence.is_some() { "absent" } else { "not looked" };
                    prop_assert_eq!(&row["State"], state);
                    prop_assert_eq!(row["Checked at"].is_empty(), state != "absent");
                    prop_assert!(row.values().all(|cell| is_harmless(cell)));
                }
            }
            prop_assert!(rows.next().is_none());
        }
    }
}
