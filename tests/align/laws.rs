//! What holds for every ranking, however good it is.

use attest::core::align::{FLOOR, Pair, Passage, Ranking, ReasonKind, Source, WEIGHTS, rank};
use attest::core::offset::ByteOffset;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

fn ranked(texts: &[&str]) -> Ranking {
    let sources: Vec<_> = texts.iter().map(|text| Source { text, date: None }).collect();
    rank(&sources, 0.0, |_| ControlFlow::Continue(())).unwrap()
}

/// Words that the engine treats in many ways, and characters of several bytes.
fn texts() -> impl Strategy<Value = Vec<String>> {
    let words = [
        "President",
        "Ruiz",
        "Guatemala",
        "said",
        "he",
        "not",
        "rose",
        "fell",
        "5.2 billion",
        "$5.2bn",
        "31%",
        "6–3",
        "Monday",
        "May 4, 2021",
        "the",
        "company",
        "U.S.",
        "“No,”",
        "東京",
        "é\u{301}👩‍👩‍👧",
        ".",
        ". ",
        "\n",
        "\r\n\r\n",
        "?",
    ];
    let text = prop::collection::vec(prop::sample::select(words.to_vec()), 0..40);
    prop::collection::vec(text.prop_map(|words| words.join(" ")), 0..5)
}

proptest! {
    #[test]
    fn pairs_are_whole_sentences_of_two_articles_each_once(texts in texts()) {
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let ranking = ranked(&texts);
        let mut seen = BTreeSet::new();
        let mut last = 1.0;
        for pair in &ranking.pairs {
            prop_assert!(pair.a.article < pair.b.article);
            prop_assert!(seen.insert((pair.a, pair.b)));
            prop_assert!((0.0..=last).contains(&pair.score));
            last = pair.score;
            for Passage { article, span } in [pair.a, pair.b] {
                let sentence = span.slice(texts[article]);
                prop_assert!(sentence.is_some_and(|it| it == it.trim() && it.contains(char::is_alphanumeric)));
            }
            let (a, b) = (texts[pair.a.article], texts[pair.b.article]);
            for reason in ranking.reasons(pair) {
                prop_assert!(reason.a.iter().all(|span| pair.a.span.encloses(*span) && span.slice(a).is_some()));
                prop_assert!(reason.b.iter().all(|span| pair.b.span.encloses(*span) && span.slice(b).is_some()));
                prop_assert!(!reason.in_words(a, b).is_empty());
            }
        }
        prop_assert_eq!(&ranked(&texts).pairs, &ranking.pairs);
    }

    #[test]
    fn the_order_of_the_articles_changes_no_score(texts in texts()) {
        let texts: Vec<_> = texts.iter().map(String::as_str).collect();
        let turned: Vec<_> = texts.iter().rev().copied().collect();
        let scores: BTreeMap<_, _> = ranked(&texts).pairs.iter().map(|pair| ((pair.a, pair.b), pair.score)).collect();
        let back = |it: Passage| Passage { article: texts.len() - 1 - it.article, ..it };
        for pair in ranked(&turned).pairs {
            let score = scores[&(back(pair.b), back(pair.a))];
            prop_assert!((score - pair.score).abs() < 1e-3, "{} {}", score, pair.score);
        }
    }
}

#[test]
fn it_tells_how_far_it_is_and_ends_when_asked_to() {
    let sources =
        ["Prices rose 4% in May.", "In May prices rose by 4 percent."].map(|text| Source { text, date: None });
    let mut told = Vec::new();
    let ranking = rank(&sources, FLOOR, |progress| {
        told.push(progress);
        ControlFlow::Continue(())
    });
    assert_eq!(ranking.unwrap().pairs.len(), 1);
    assert!(
        told.windows(2)
            .all(|pair| pair[0].done <= pair[1].done && pair[1].done <= pair[1].total)
    );
    assert_eq!(told.last().map(|it| it.done), told.last().map(|it| it.total));
    for n_told in 0..told.len() {
        let mut left = n_told;
        let outcome = rank(&sources, FLOOR, |_| match left.checked_sub(1) {
            Some(n) => {
                left = n;
                ControlFlow::Continue(())
            }
            None => ControlFlow::Break(()),
        });
        assert!(outcome.is_none());
    }
}

/// The reasons of the only pair, in words.
fn reasons(a: &str, b: &str) -> Vec<String> {
    let ranking = ranked(&[a, b]);
    assert_eq!(ranking.pairs.len(), 1, "{:?}", ranking.pairs);
    let reasons = ranking.reasons(&ranking.pairs[0]);
    let n_for = reasons.iter().take_while(|reason| !reason.kind.is_against()).count();
    assert!(reasons[n_for..].iter().all(|reason| reason.kind.is_against()));
    reasons.iter().map(|reason| reason.in_words(a, b)).collect()
}

#[test]
fn reasons_say_what_matches_and_what_does_not() {
    let found = reasons(
        "On Monday, May 3, 2021, police in Osby arrested 189,922 men and seized $5.2 billion.",
        "In May 2021, some 189,922 men were apprehended in Osby, who had 5.2 billion dollars.",
    );
    assert_eq!(
        found,
        [
            "same number: “189,922”, “5.2 billion” as “5.2 billion dollars”",
            "same date: “May 3, 2021” as “May 2021”",
            "same name: “Osby”",
            "same words: “arrested” as “apprehended”, “men”",
        ]
    );
}

#[test]
fn what_is_at_odds_is_said() {
    let found = reasons(
        "In 2021, President Ana Ruiz said that exports had not risen by 4 percent.",
        "In 2024, President Juan Paz said that exports had fallen by 7 percent.",
    );
    for part in [
        "“4 percent” against “7 percent”",
        "“2021” against “2024”",
        "“Ana Ruiz” against “Juan Paz”",
        "denies",
        "“risen” against “fallen”",
    ] {
        assert!(found.iter().any(|reason| reason.contains(part)), "{part} in {found:#?}");
    }
}

#[test]
fn the_dates_of_the_articles_count() {
    let text = "Observers of the regional organization described the vote as free, though they criticized the state television.";
    let score = |a: &str, b: &str| {
        let sources = [a, b].map(|date| Source {
            text,
            date: Some(date.parse().unwrap()),
        });
        let ranking = rank(&sources, 0.0, |_| ControlFlow::Continue(())).unwrap();
        let kinds: Vec<_> = ranking
            .reasons(&ranking.pairs[0])
            .iter()
            .map(|reason| reason.kind)
            .collect();
        (ranking.pairs[0].score, kinds)
    };
    let (near, far) = (score("2024-03-25", "2024-03-26"), score("2021-03-25", "2024-03-25"));
    assert!(far.0 < near.0 - 0.3, "{} {}", far.0, near.0);
    assert!(matches!(far.1.last(), Some(ReasonKind::ArticlesApart(days)) if *days > 1000));
}

#[test]
fn texts_of_other_languages_are_compared_as_they_stand() {
    let ranking = ranked(&[
        "Präsidentin Müller traf am Montag den Minister in Köln.\nEs regnete.",
        "In Köln hat Präsidentin Müller den Minister getroffen.\nDie Börse schloss fester.",
    ]);
    let best = ranking.pairs[0];
    assert_eq!(
        (best.a.span.start(), best.b.span.start()),
        (ByteOffset(0), ByteOffset(0))
    );
    assert!(ranked(&["東京都知事は月曜日に会見した。", "東京都知事は月曜日、会見した。"]).pairs[0].score > 0.1);
}

/// The first article's last sentence and the second one's.
fn last_pair(ranking: &Ranking, texts: &[&str]) -> Pair {
    let is_last = |it: Passage| it.span.end().index() == texts[it.article].len();
    let mut pairs = ranking.pairs.iter();
    let pair = pairs.find(|it| (it.a.article, it.b.article) == (0, 1) && is_last(it.a) && is_last(it.b));
    *pair.unwrap()
}

/// One of the figures that these are compared by.
fn figure_of_last(name: &str, texts: &[&str]) -> f32 {
    let ranking = ranked(texts);
    let at = WEIGHTS.iter().position(|it| it.0 == name).unwrap();
    ranking.figures(&last_pair(&ranking, texts))[at]
}

#[test]
fn an_office_names_its_holder() {
    let article = "This week President Ana Ruiz and Senator Juan Paz visited several schools.\nThe president praised the teachers.";
    let names = |other: &str| figure_of_last("shared names", &[article, other]);
    assert!(names("On Monday Ruiz praised the teachers.") > 0.0);
    assert_eq!(names("On Monday Paz praised the teachers."), 0.0);
}

#[test]
fn a_title_makes_nobody_else() {
    let differ = |a: &str, b: &str| reasons(a, b).iter().any(|it| it.starts_with("different names"));
    let other = "In Osby the task fell to Ruiz.";
    assert!(!differ("On Monday Senator Ana Ruiz took on the task.", other));
    assert!(differ("On Monday Senator Ana Paz took on the task.", other));
    let (ana, eva) = ("On Monday Ana Ruiz took on the task.", "The task fell to Eva Ruiz.");
    assert!(differ(ana, eva));
}

#[test]
fn names_that_both_list_count_less() {
    let article = "Traders of Osby, Elmira and Kolar met.";
    let names = |other: &str| figure_of_last("shared names", &[article, other]);
    let (list, apart) = (
        names("Snow fell in Kolar, Osby and Elmira."),
        names("Snow fell in Kolar before Osby saw rain and fog hid Elmira."),
    );
    assert!(list > 0.0);
    assert!(apart > 1.3 * list, "{apart} {list}");
}

#[test]
fn a_small_number_tells_more_of_the_same_things() {
    let article = "Officers found three rifles and a dog in Osby.";
    let numbers = |other: &str| figure_of_last("shared numbers", &[article, other]);
    let of_others = numbers("The dog barked three times.");
    assert!(of_others > 0.0);
    assert!(numbers("The dog lay on three rifles.") > 1.5 * of_others);
}

#[test]
fn third_articles_support_those_that_agree_with_them() {
    let agreeing =
        "On Monday lawmakers in Osby approved a curfew that keeps young people, teenagers above all, at home at night.";
    let other = "On Friday merchants in Elmira opened a market that sells fresh produce, apples above all, to people from far away.";
    // So many others that it hardly makes words less rare where one more article has them.
    const N_THIRDS: usize = 40;
    let score = |n_agreeing: usize| {
        let mut texts = vec![
            "The council of Osby approved a curfew for teenagers on Monday.",
            "Lawmakers in Osby have voted to keep young people at home at night.",
        ];
        texts.extend([agreeing].repeat(n_agreeing));
        texts.extend([other].repeat(N_THIRDS - n_agreeing));
        last_pair(&ranked(&texts), &texts).score
    };
    let scores = [0, 1, 2].map(score);
    assert!(scores[1] > scores[0] + 0.02, "{scores:?}");
    assert!(scores[2] > scores[1] + 0.02, "{scores:?}");
}
