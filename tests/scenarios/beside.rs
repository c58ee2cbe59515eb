//! Two articles side by side: what is joined, and what becomes of saying that two passages make the same claim.

use crate::world::World;
use attest::core::align::{Source, rank};
use attest::core::default_schema::{CLAIM, PERSON};
use attest::core::id::{ArticleId, MentionId};
use attest::core::reference::{Reference, Stance};
use attest::core::segment::Toward;
use attest::core::segmenter::UnicodeSegmenter;
use attest::editor::action::{Action, ArticlesAction, NavigateAction};
use attest::editor::beside::apart::apart_lines;
use attest::editor::beside::joined::Side;
use attest::editor::beside::sheet::{BesideSheet, differences, proposed_quotes};
use attest::editor::beside::{BesideAction, BesideState};
use attest::editor::command::Command;
use attest::editor::dialog::{Dialog, LinkKind};
use attest::editor::dossier::{DossierAction, Pick};
use attest::editor::effect::Effect;
use attest::editor::link_choices::LinkChoices;
use attest::editor::passages::list::{PassageLine, PassageScope, listed};
use attest::editor::passages::table::{ArticlePassage, LEAST_SCORE, PassageTable};
use attest::editor::passages::{PassagesAction, PassagesOrder, PassagesState};
use std::ops::ControlFlow;
use std::rc::Rc;

const A: &str = "Kamala Harris met Alejandro Giammattei in Guatemala City.\n\
    Border agents arrested 189,922 people in February.\n\
    Investments of $5.2 billion were announced on Monday.\n";
const B: &str = "The weather in Arles was fine.\n\
    In February 189,922 people were apprehended by border agents.\n\
    On Monday investments totaling $5.2 billion were announced.\n\
    Kamala Harris held talks with Alejandro Giammattei in Guatemala City.\n";
const C: &str = "A dog was seen in Lyon.\n";

/// Three articles side by side as soon as the host has answered.
fn world() -> World {
    let world = World::with_articles(&[A, B, C]);
    world.run(Command::ShowBeside);
    answer(&world);
    world
}

/// The host does what it was asked last.
fn answer(world: &World) {
    let order = asked(world).pop().expect("the host was asked");
    let numbers = compared(&order);
    world.act(Action::Passages(PassagesAction::Found(order.number, numbers)));
}

fn asked(world: &World) -> Vec<Rc<PassagesOrder>> {
    let effects = world.effects().into_iter();
    let orders = effects.filter_map(|effect| match effect {
        Effect::ComparePassages(order) => Some(order),
        _ => None,
    });
    orders.collect()
}

fn compared(order: &PassagesOrder) -> Vec<u32> {
    let sources = order.articles.iter().map(|article| Source {
        text: article.text.as_str(),
        date: article.date,
    });
    let sources: Vec<Source<'_>> = sources.collect();
    PassageTable::pack(&rank(&sources, LEAST_SCORE, |_| ControlFlow::Continue(())).unwrap())
}

fn act(world: &World, action: BesideAction) {
    world.act(Action::Beside(action));
}

fn articles(world: &World) -> Vec<ArticleId> {
    world
        .store
        .read(|editor| editor.project().articles().iter().map(|article| article.id).collect())
}

fn state(world: &World) -> BesideState {
    world.store.read(|editor| editor.view().beside.clone())
}

fn sheet(world: &World) -> BesideSheet {
    let sheet = world.store.read(|editor| BesideSheet::of(editor, &UnicodeSegmenter));
    sheet.expect("passages are chosen")
}

/// The joined passages in the order of the first article, by their beginnings.
fn joined(world: &World) -> Vec<[String; 2]> {
    world.store.read(|editor| {
        let joined = editor.joined();
        let start = |passage: ArticlePassage| {
            let text = &editor.project().article(passage.article).unwrap().text;
            let words = passage.span.slice(text.as_str()).unwrap().split_whitespace();
            words.take(3).collect::<Vec<_>>().join(" ")
        };
        let pairs = joined.pairs.iter();
        pairs.map(|pair| joined.passages(pair).unwrap().map(start)).collect()
    })
}

/// Goes to the joined passage of the first article that holds these words.
fn go_to(world: &World, words: &str) {
    let at = world.find(words);
    act(world, BesideAction::GoAt(Side::First, at.start()));
}

fn quotes(world: &World, mention: MentionId) -> String {
    world.store.read(|editor| {
        let project = editor.project();
        project.quote(project.mention(mention).unwrap())
    })
}

fn claims(world: &World) -> Vec<(String, Vec<String>)> {
    world.store.read(|editor| {
        let project = editor.project();
        let made = |id| {
            let mentions = project.referring_mentions();
            let made = mentions.filter(|mention| mention.reference().claim == Some(id));
            made.map(|mention| project.quote(mention)).collect()
        };
        let claims = project.dossier().claims();
        claims.map(|claim| (claim.text.clone(), made(claim.id))).collect()
    })
}

#[test]
fn the_likest_article_comes_beside_the_open_one_and_passages_are_joined_one_to_one() {
    let world = world();
    assert_eq!(state(&world).articles.unwrap().to_vec(), articles(&world)[..2]);
    assert_eq!(
        joined(&world),
        [
            ["Kamala Harris met", "Kamala Harris held"],
            ["Border agents arrested", "In February 189,922"],
            ["Investments of $5.2", "On Monday investments"],
        ]
    );
    // Those that stand in the same order in both.
    let anchors = world.store.read(|editor| editor.joined().anchors(None).len());
    assert_eq!(anchors, 2);
}

#[test]
fn stepping_says_where_one_is_and_what_matches() {
    let world = world();
    world.announced();
    act(&world, BesideAction::Step(Toward::End));
    let said = world.announced();
    assert!(said[0].starts_with("Passage 2 of 3: "), "{said:?}");
    assert!(said[0].contains(" %, both say “189,922”, “February”"), "{said:?}");
    act(&world, BesideAction::Step(Toward::End));
    act(&world, BesideAction::Step(Toward::End));
    assert!(
        world.announced()[1].starts_with("Passage 3 of 3: "),
        "it stops at the last"
    );
    act(
        &world,
        BesideAction::GoAt(Side::Second, attest::core::offset::ByteOffset(40)),
    );
    assert_eq!(sheet(&world).at, 1);
    act(
        &world,
        BesideAction::GoAt(Side::Second, attest::core::offset::ByteOffset(3)),
    );
    assert_eq!(sheet(&world).at, 1, "nothing is joined to the weather");
}

#[test]
fn what_differs_and_why_it_is_alike_is_told() {
    let world = world();
    go_to(&world, "189,922");
    let sheet = sheet(&world);
    assert!(
        sheet
            .reasons
            .iter()
            .any(|reason| reason.words.contains("“arrested” as “apprehended”"))
    );
    assert!(!sheet.reasons[0].is_against);
    assert_eq!(sheet.only[1], ["were apprehended by"]);
    let spans = world
        .store
        .read(|editor| differences(editor, &UnicodeSegmenter))
        .unwrap();
    let first: Vec<_> = spans[0].iter().map(|span| span.slice(A).unwrap()).collect();
    assert_eq!(first, ["arrested"]);
}

#[test]
fn one_article_has_nothing_to_be_compared_with() {
    let world = World::with_articles(&[A]);
    world.run(Command::ShowBeside);
    assert_eq!(
        world.announced(),
        ["There is one article only, so there is nothing to compare."]
    );
    world.run(Command::ShowPassages);
    let passages = world.store.read(|editor| editor.view().passages.state.clone());
    assert_eq!(passages, PassagesState::Alone);
    assert!(asked(&world).is_empty());
}

#[test]
fn an_answer_is_kept_until_the_articles_change() {
    let world = world();
    world.act(Action::ShowDialog(None));
    world.run(Command::ShowBeside);
    world.run(Command::ShowPassages);
    assert_eq!(asked(&world).len(), 1, "it is known");
    world.act(Action::ShowDialog(None));
    world.act(Action::Articles(ArticlesAction::SetDone(articles(&world)[0], true)));
    world.act(Action::Articles(ArticlesAction::Move(articles(&world)[0], 1)));
    world.run(Command::ShowPassages);
    assert_eq!(asked(&world).len(), 1, "the texts are the same");
    world.act(Action::ShowDialog(None));
    world.act(Action::Articles(ArticlesAction::Remove(articles(&world)[2])));
    assert_eq!(asked(&world).len(), 1, "nobody needs it");
    world.run(Command::ShowPassages);
    assert_eq!(asked(&world).len(), 2);
    let old = asked(&world)[0].number;
    world.act(Action::Passages(PassagesAction::Found(old, vec![0])));
    let state = world.store.read(|editor| editor.view().passages.state.clone());
    assert_eq!(state, PassagesState::Going, "an old answer is none");
}

#[test]
fn what_was_stopped_stays_so_until_it_is_asked_for() {
    let world = World::with_articles(&[A, B]);
    world.run(Command::ShowPassages);
    let number = asked(&world)[0].number;
    world.act(Action::Passages(PassagesAction::Stopped(number)));
    world.act(Action::ShowDialog(None));
    world.run(Command::ShowPassages);
    assert_eq!(asked(&world).len(), 1);
    world.act(Action::Passages(PassagesAction::Ask));
    assert_eq!(asked(&world).len(), 2);
    let again = asked(&world)[1].number;
    world.act(Action::Passages(PassagesAction::Refused(again, "No.".to_owned())));
    let state = world.store.read(|editor| editor.view().passages.state.clone());
    assert_eq!(state, PassagesState::Refused("No.".to_owned()));
}

#[test]
fn articles_that_change_while_they_are_compared_are_compared_anew() {
    let world = World::with_articles(&[A, B, C]);
    world.run(Command::ShowBeside);
    world.act(Action::Articles(ArticlesAction::Remove(articles(&world)[1])));
    let orders = asked(&world);
    assert_eq!(orders.len(), 2);
    assert!(world.effects().contains(&Effect::EndPassages));
    assert_eq!(
        state(&world).articles.unwrap().to_vec(),
        articles(&world),
        "those that are left"
    );
}

#[test]
fn the_same_claim_makes_mentions_and_a_claim_as_one_step() {
    let world = world();
    go_to(&world, "189,922");
    act(&world, BesideAction::SameClaim(sheet(&world).passages));
    let both = [
        "Border agents arrested 189,922 people in February.",
        "In February 189,922 people were apprehended by border agents.",
    ];
    assert_eq!(claims(&world), [(both[0].to_owned(), both.map(str::to_owned).to_vec())]);
    assert!(sheet(&world).is_one_claim);
    world.announced();
    act(&world, BesideAction::SameClaim(sheet(&world).passages));
    assert!(
        world.announced()[0].starts_with("Both make the claim"),
        "and nothing else"
    );
    world.run(Command::Undo);
    assert_eq!(claims(&world), []);
    assert_eq!(world.mentions(), [] as [&str; 0], "one step");
    world.run(Command::Redo);
    assert_eq!(claims(&world).len(), 1);
    world.reload();
}

#[test]
fn a_passage_joins_the_claim_that_the_other_makes() {
    let world = World::with_articles(&[A, B]);
    let mention = world.tag("189,922 people in February", CLAIM);
    world.act(Action::dossier(DossierAction::Attach(
        mention,
        Pick::New("Many came".to_owned()),
    )));
    let claim = world
        .store
        .read(|editor| editor.project().dossier().claims().next().unwrap().id);
    world.act(Action::dossier(DossierAction::SetAbsent(
        claim,
        articles(&world)[1],
        true,
    )));
    world.run(Command::ShowBeside);
    answer(&world);
    go_to(&world, "189,922");
    act(&world, BesideAction::SameClaim(sheet(&world).passages));
    assert_eq!(
        claims(&world),
        [(
            "Many came".to_owned(),
            vec![
                "189,922 people in February".to_owned(),
                "In February 189,922 people were apprehended by border agents.".to_owned(),
            ]
        )]
    );
    let n_absences = world.store.read(|editor| editor.project().dossier().absences().len());
    assert_eq!(n_absences, 0, "it is there");
    world.reload();
}

#[test]
fn of_two_claims_it_is_asked_whether_they_are_one() {
    let world = World::with_articles(&[A, B]);
    let first = world.tag("189,922 people in February", CLAIM);
    world.act(Action::dossier(DossierAction::Attach(
        first,
        Pick::New("Many came".to_owned()),
    )));
    world.act(Action::Navigate(NavigateAction::Open(articles(&world)[1])));
    let second = world.tag("In February 189,922 people", CLAIM);
    world.act(Action::dossier(DossierAction::Attach(
        second,
        Pick::New("Some came".to_owned()),
    )));
    world.act(Action::Navigate(NavigateAction::Open(articles(&world)[0])));
    world.run(Command::ShowBeside);
    answer(&world);
    go_to(&world, "189,922");
    act(&world, BesideAction::SameClaim(sheet(&world).passages));
    assert_eq!(claims(&world).len(), 2, "nothing is merged unasked");
    let [into, from] = state(&world).two_claims.expect("it is asked");
    world.act(Action::dossier(DossierAction::MergeClaims { from, into }));
    assert_eq!(claims(&world).len(), 1);
    assert!(sheet(&world).is_one_claim);
    world.reload();
}

#[test]
fn a_mention_is_projected_with_all_that_it_says() {
    let world = World::with_articles(&[A, B]);
    let mention = world.tag("arrested 189,922 people", CLAIM);
    world.act(Action::dossier(DossierAction::Attach(
        mention,
        Pick::New("Many came".to_owned()),
    )));
    world.act(Action::dossier(DossierAction::SetStance(
        mention,
        Some(Stance::Asserts),
    )));
    world.run(Command::ShowBeside);
    answer(&world);
    go_to(&world, "189,922");
    let projectable = sheet(&world).projectable;
    assert_eq!(projectable.len(), 1);
    assert_eq!(projectable[0].side, Side::First);
    act(&world, BesideAction::Propose(projectable[0].proposal));
    let quotes_now = || {
        let quotes = world
            .store
            .read(|editor| proposed_quotes(editor, &UnicodeSegmenter))
            .unwrap();
        quotes.map(|pieces| pieces.iter().map(|piece| piece.text.as_str()).collect::<String>())
    };
    assert_eq!(quotes_now()[0], "arrested 189,922 people");
    assert_eq!(quotes_now()[1], "189,922 people were apprehended");
    for toward in [Toward::Start, Toward::Start, Toward::End] {
        act(
            &world,
            BesideAction::NudgeEnd {
                end: Toward::End,
                toward,
            },
        );
    }
    assert_eq!(quotes_now()[1], "189,922 people were");
    let to = attest::core::offset::ByteOffset::from_index(B.find("February").unwrap() + 2);
    act(
        &world,
        BesideAction::MoveEnd {
            end: Toward::Start,
            to,
            exact: false,
        },
    );
    assert_eq!(quotes_now()[1], "February 189,922 people were", "snapped to the word");
    act(&world, BesideAction::Accept);
    assert_eq!(state(&world).proposal, None);
    let made = &claims(&world)[0].1;
    assert_eq!(made[1], "February 189,922 people were");
    let references: Vec<Reference> = world.store.read(|editor| {
        editor
            .project()
            .referring_mentions()
            .map(|mention| mention.reference())
            .collect()
    });
    assert_eq!(references[0], references[1]);
    assert_eq!(sheet(&world).projectable, [], "both have it now");
    world.run(Command::Undo);
    assert_eq!(claims(&world)[0].1.len(), 1);
    assert_eq!(quotes(&world, mention), "arrested 189,922 people");
    world.reload();
}

#[test]
fn a_proposal_ends_with_its_mention_and_when_it_is_declined() {
    let world = World::with_articles(&[A, B]);
    world.tag("Giammattei", PERSON);
    world.run(Command::ShowBeside);
    answer(&world);
    let proposal = sheet(&world).projectable[0].proposal;
    act(&world, BesideAction::Propose(proposal));
    act(&world, BesideAction::Decline);
    assert_eq!(state(&world).proposal, None);
    act(&world, BesideAction::Propose(proposal));
    world.run(Command::Undo);
    assert_eq!(state(&world).proposal, None);
    act(&world, BesideAction::Propose(proposal));
    assert_eq!(state(&world).proposal, None, "there is nothing to project");
}

#[test]
fn the_list_leads_side_by_side_and_back() {
    let world = World::with_articles(&[A, B, C]);
    let mention = world.tag("189,922", CLAIM);
    world.run(Command::ShowPassages);
    answer(&world);
    let lines = |scope| {
        world.store.read(|editor| {
            let lines = listed(editor, scope).into_iter();
            lines
                .map(|at| PassageLine::of(editor, at, scope).unwrap())
                .collect::<Vec<_>>()
        })
    };
    let all = lines(PassageScope::All);
    assert!(all.len() >= 3);
    assert_eq!(all[0].names, ["A", "B"]);
    assert_eq!(lines(PassageScope::Article(articles(&world)[2])), []);
    let of_b = lines(PassageScope::Article(articles(&world)[1]));
    assert_eq!(of_b[0].names, ["B", "A"], "what it is about comes first");
    let of_mention = lines(PassageScope::Mention(mention));
    assert!(!of_mention.is_empty() && of_mention.len() < all.len());
    assert!(of_mention.iter().all(|line| line.quotes[0].contains("189,922")));
    act(&world, BesideAction::OpenPair(of_mention[0].pair));
    assert_eq!(sheet(&world).passages, of_mention[0].pair);
    world.act(Action::ShowDialog(None));
    let dialog = || world.store.read(|editor| editor.view().dialog.clone());
    assert_eq!(dialog(), Some(Dialog::Passages));
    world.act(Action::ShowDialog(None));
    assert_eq!(dialog(), None);
}

#[test]
fn what_is_not_the_same_is_no_longer_proposed_until_that_is_taken_back() {
    let world = world();
    go_to(&world, "189,922");
    let pair = sheet(&world).passages;
    act(&world, BesideAction::NotSame(pair));
    assert_eq!(joined(&world).len(), 2);
    assert_eq!(sheet(&world).at, 1, "the next one takes its place");
    let n_listed = |scope| world.store.read(|editor| listed(editor, scope).len());
    let n_left = n_listed(PassageScope::All);
    let lines = world.store.read(apart_lines);
    assert_eq!(lines.len(), 1);
    act(&world, BesideAction::NotSame([pair[1], pair[0]]));
    assert_eq!(world.store.read(apart_lines).len(), 1, "the order does not matter");
    act(&world, BesideAction::TakeBack(lines[0].key));
    assert_eq!(joined(&world).len(), 3);
    assert_eq!(n_listed(PassageScope::All), n_left + 1);
    world.run(Command::Undo);
    assert_eq!(joined(&world).len(), 2);
    world.run(Command::Undo);
    assert_eq!(joined(&world).len(), 3);
    world.reload();
}

#[test]
fn claims_of_passages_that_say_the_same_are_proposed_first_and_with_that_reason() {
    let world = World::with_articles(&[A, B]);
    let in_a = world.tag("Border agents arrested 189,922 people", CLAIM);
    world.act(Action::dossier(DossierAction::Attach(
        in_a,
        Pick::New("Arrests".to_owned()),
    )));
    act_dossier(
        &world,
        DossierAction::NewClaim("189,922 people were apprehended by agents".to_owned()),
    );
    world.act(Action::Navigate(NavigateAction::Open(articles(&world)[1])));
    let in_b = world.tag("189,922 people were apprehended by border agents", CLAIM);
    let proposals = || {
        world.store.read(|editor| {
            let choices = LinkChoices::new(editor, in_b, LinkKind::Claim, &str::to_lowercase).unwrap();
            choices.proposals(2)
        })
    };
    assert!(proposals()[0].title.starts_with("189,922"), "by words alone");
    world.run(Command::ShowPassages);
    answer(&world);
    let first = proposals().swap_remove(0);
    assert_eq!(first.title, "Arrests");
    assert!(
        first.detail.contains("% the same passage in A, both say “189,922”"),
        "{}",
        first.detail
    );
}

fn act_dossier(world: &World, action: DossierAction) {
    world.act(Action::dossier(action));
}
