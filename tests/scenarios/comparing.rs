//! The table of claims by articles: what it holds, how it is filtered and sorted, and how a person moves in it.

use crate::world::World;
use attest::core::default_schema::{CLAIM, PERSON};
use attest::core::id::{ArticleId, ClaimId, MentionId};
use attest::core::project::Project;
use attest::core::reference::Stance;
use attest::editor::action::{Action, ArticlesAction, NavigateAction};
use attest::editor::claim_list::{ClaimLine, listed};
use attest::editor::claim_sheet::ClaimSheet;
use attest::editor::command::Command;
use attest::editor::details_form::DetailsForm;
use attest::editor::dialog::Dialog;
use attest::editor::dossier::{DossierAction, Pick};
use attest::editor::matrix::cell::{CellState, cells};
use attest::editor::matrix::{MatrixQuery, MatrixShow, MatrixSort};
use std::rc::Rc;

const TEXTS: [&str; 3] = [
    "Some 189,922 people came. Prices rose. Harris met him.",
    "Officials counted 190,000 arrivals. Prices rose.",
    "Only 90,000 people came, and prices rose.",
];

fn act(world: &World, action: DossierAction) {
    world.act(Action::dossier(action));
}

fn articles(world: &World) -> Vec<ArticleId> {
    world
        .store
        .read(|editor| editor.project().articles().iter().map(|it| it.id).collect())
}

/// Tags the words in an article and has them make the claim.
fn make(world: &World, article: usize, words: &str, claim: Pick<ClaimId>, stance: Option<Stance>) -> MentionId {
    world.act(Action::Navigate(NavigateAction::Open(articles(world)[article])));
    let mention = world.tag(words, CLAIM);
    act(world, DossierAction::Attach(mention, claim));
    act(world, DossierAction::SetStance(mention, stance));
    mention
}

fn claim(world: &World, sentence: &str) -> ClaimId {
    let id = world.store.read(|editor| {
        let mut claims = editor.project().dossier().claims();
        claims.find(|claim| claim.text == sentence).map(|claim| claim.id)
    });
    id.unwrap()
}

/// Three claims: people came (all articles, with other numbers in the third, and denied in the second), prices rose
/// (the first two, in the same words), and nobody knows (none).
fn world() -> World {
    let world = World::with_articles(&TEXTS);
    let new = |text: &str| Pick::New(text.to_owned());
    make(
        &world,
        0,
        "189,922 people came",
        new("People came"),
        Some(Stance::Asserts),
    );
    let came = claim(&world, "People came");
    make(&world, 1, "190,000 arrivals", Pick::Known(came), Some(Stance::Denies));
    make(&world, 2, "90,000 people came", Pick::Known(came), None);
    make(&world, 0, "Prices rose", new("Prices rose"), None);
    make(
        &world,
        1,
        "Prices rose",
        Pick::Known(claim(&world, "Prices rose")),
        None,
    );
    act(&world, DossierAction::NewClaim("A guess".to_owned()));
    world
}

fn rows(world: &World, query: MatrixQuery) -> Vec<String> {
    act(world, DossierAction::SetMatrix(query));
    world.store.read(|editor| {
        let matrix = editor.matrix();
        let text = |row: &usize| matrix.table.rows[*row].claim.text.clone();
        matrix.rows.iter().map(text).collect()
    })
}

fn showing(show: MatrixShow) -> MatrixQuery {
    MatrixQuery {
        show,
        ..MatrixQuery::default()
    }
}

fn sorted_by(sort: MatrixSort) -> MatrixQuery {
    MatrixQuery {
        sort,
        ..MatrixQuery::default()
    }
}

fn names(world: &World, claim: ClaimId) -> Vec<String> {
    let articles = articles(world);
    world.store.read(|editor| {
        let cells = cells(editor, claim, &articles).into_iter();
        cells.map(|cell| cell.name).collect()
    })
}

#[test]
fn each_filter_keeps_what_it_says() {
    let world = world();
    assert_eq!(
        rows(&world, MatrixQuery::default()),
        ["People came", "Prices rose", "A guess"]
    );
    assert_eq!(rows(&world, showing(MatrixShow::Stances)), ["People came"]);
    assert_eq!(rows(&world, showing(MatrixShow::Numbers)), ["People came"]);
    assert_eq!(rows(&world, showing(MatrixShow::Wording)), ["People came"]);
    assert_eq!(rows(&world, showing(MatrixShow::Gaps)), ["Prices rose", "A guess"]);
    let text = MatrixQuery {
        text: " PRICES".to_owned(),
        ..MatrixQuery::default()
    };
    assert_eq!(rows(&world, text), ["Prices rose"]);

    // A gap is one only until somebody has looked.
    let prices = claim(&world, "Prices rose");
    act(&world, DossierAction::SetAbsent(prices, articles(&world)[2], true));
    assert_eq!(rows(&world, showing(MatrixShow::Gaps)), ["A guess"]);
    // Without the article with another number and the one that denies it, nobody disagrees.
    world.act(Action::Articles(ArticlesAction::Remove(articles(&world)[2])));
    assert_eq!(rows(&world, showing(MatrixShow::Numbers)), [""; 0]);
    assert_eq!(rows(&world, showing(MatrixShow::Stances)), ["People came"]);
    world.run(Command::Undo);
    assert_eq!(rows(&world, showing(MatrixShow::Numbers)), ["People came"]);
}

#[test]
fn each_order_is_as_it_says() {
    let world = world();
    assert_eq!(
        rows(&world, sorted_by(MatrixSort::Sentence)),
        ["A guess", "People came", "Prices rose"]
    );
    act(
        &world,
        DossierAction::MergeClaims {
            from: claim(&world, "A guess"),
            into: claim(&world, "Prices rose"),
        },
    );
    act(&world, DossierAction::NewClaim("Another".to_owned()));
    make(
        &world,
        0,
        "Harris met him",
        Pick::Known(claim(&world, "Another")),
        Some(Stance::Hedges),
    );
    make(
        &world,
        0,
        "met him",
        Pick::Known(claim(&world, "Another")),
        Some(Stance::Questions),
    );
    make(
        &world,
        0,
        "Harris",
        Pick::Known(claim(&world, "Another")),
        Some(Stance::Denies),
    );
    assert_eq!(
        rows(&world, sorted_by(MatrixSort::Articles)),
        ["People came", "Prices rose", "Another"]
    );
    assert_eq!(
        rows(&world, sorted_by(MatrixSort::Disagreement)),
        ["Another", "People came", "Prices rose"]
    );
}

#[test]
fn one_outlet_has_its_articles_and_their_differences_alone() {
    let world = world();
    for (at, outlet) in ["OAN", "OAN", "Reuters"].into_iter().enumerate() {
        let id = articles(&world)[at];
        let article = world.store.read(|editor| editor.project().article(id).cloned());
        let form = DetailsForm {
            outlet: outlet.to_owned(),
            ..DetailsForm::of(&article.unwrap())
        };
        world.act(Action::Articles(ArticlesAction::SetDetails(
            id,
            form.details().unwrap(),
        )));
    }
    let of = |outlet: &str, show| MatrixQuery {
        outlet: Some(outlet.to_owned()),
        ..showing(show)
    };
    assert_eq!(
        rows(&world, of("OAN", MatrixShow::Numbers)),
        [""; 0],
        "190,000 is 189,922, rounded"
    );
    let matrix = world.store.read(|editor| editor.matrix());
    assert_eq!(
        (matrix.columns.clone(), matrix.outlets.clone()),
        (vec![0, 1], vec!["OAN".to_owned(), "Reuters".to_owned()])
    );
    assert_eq!(rows(&world, of("OAN", MatrixShow::Stances)), ["People came"]);
    assert_eq!(rows(&world, of("Reuters", MatrixShow::Stances)), [""; 0]);
    assert_eq!(
        rows(&world, of("Reuters", MatrixShow::Gaps)),
        ["Prices rose", "A guess"]
    );
}

#[test]
fn a_cell_says_who_says_it_and_how() {
    let world = world();
    let came = claim(&world, "People came");
    let first = world
        .store
        .read(|editor| editor.claim_table().row(came).unwrap().found[0].mention);
    act(&world, DossierAction::SetSpeaker(first, Pick::New("Harris".to_owned())));
    make(&world, 0, "people came", Pick::Known(came), Some(Stance::Questions));
    assert_eq!(
        names(&world, came),
        [
            "“People came” · A: asserted by Harris; questioned, “189,922 people came”",
            "“People came” · B: denied, “190,000 arrivals”",
            "“People came” · C: said, “90,000 people came”",
        ]
    );
    let prices = claim(&world, "Prices rose");
    assert_eq!(names(&world, prices)[2], "“Prices rose” · C: not yet looked");
    act(&world, DossierAction::SetAbsent(prices, articles(&world)[2], true));
    assert_eq!(names(&world, prices)[2], "“Prices rose” · C: checked and absent");
    // Found after all: it is there, and the absence is gone.
    make(&world, 2, "prices rose", Pick::Known(prices), None);
    let states = world.store.read(|editor| cells(editor, prices, &articles(&world)[2..]));
    assert!(matches!(&states[0].state, CellState::Present(marks) if marks[0].quote == "prices rose"));
}

#[test]
fn the_place_is_kept_by_what_it_is_and_not_by_where() {
    let world = world();
    world.run(Command::ShowMatrix);
    assert_eq!(
        world.store.read(|editor| editor.view().dialog.clone()),
        Some(Dialog::Matrix)
    );
    let place = (claim(&world, "Prices rose"), Some(articles(&world)[1]));
    act(&world, DossierAction::GoInMatrix(place));
    let at = |world: &World| {
        let (matrix, place) = world.store.read(|editor| (editor.matrix(), editor.view().matrix_at));
        matrix.coordinates(place)
    };
    assert_eq!(at(&world), (1, 2));
    let matrix = world.store.read(|editor| editor.matrix());
    assert_eq!(matrix.place((1, 2)), Some(place));
    assert_eq!(matrix.place((1, 0)), Some((place.0, None)));
    assert_eq!((matrix.place((1, 4)), matrix.place((3, 0))), (None, None));
    rows(&world, sorted_by(MatrixSort::Sentence));
    assert_eq!(at(&world), (2, 2));
    rows(&world, showing(MatrixShow::Numbers));
    assert_eq!(at(&world), (0, 2), "its claim is not shown");
    assert_eq!(matrix.coordinates(None), (0, 1));
}

#[test]
fn what_did_not_change_is_not_worked_out_again() {
    let world = world();
    let matrix = || world.store.read(|editor| editor.matrix());
    let before = matrix();
    world.act(Action::Navigate(NavigateAction::Open(articles(&world)[1])));
    assert!(Rc::ptr_eq(&before, &matrix()));
    rows(&world, showing(MatrixShow::Gaps));
    assert!(
        Rc::ptr_eq(&before.table, &matrix().table),
        "a filter looks through no mentions"
    );
    world.tag("Officials", PERSON);
    assert!(!Rc::ptr_eq(&before.table, &matrix().table));
    assert_eq!(before.table, matrix().table);
}

#[test]
fn a_claim_is_listed_with_who_makes_it() {
    let world = world();
    let table = world.store.read(|editor| editor.claim_table());
    let (came, prices) = (claim(&world, "People came"), claim(&world, "Prices rose"));
    assert_eq!(listed(&table, "ri"), [prices]);
    assert_eq!(listed(&table, "").len(), 3);
    let line = ClaimLine::of(&table, came).unwrap();
    assert_eq!(
        (line.text.as_str(), line.made_by.as_str()),
        ("People came", "3 of 3 articles")
    );
    assert_eq!(line.stances, [Stance::Asserts, Stance::Denies]);

    act(&world, DossierAction::SetAbsent(prices, articles(&world)[2], true));
    let sheet = |id| world.store.read(|editor| ClaimSheet::of(editor, id));
    let prices = sheet(prices).unwrap();
    let titles: Vec<&str> = prices.made_by.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(titles, ["A", "B"]);
    assert_eq!(prices.made_by[0].mentions[0].quote, "Prices rose");
    assert_eq!((prices.absences[0].1.as_str(), prices.n_unseen), ("C", 0));
    assert_eq!(prices.others.len(), 2);
    assert_eq!(sheet(claim(&world, "A guess")).unwrap().n_unseen, 3);
}

/// A table that is as the naive one, cell by cell.
#[test]
fn the_table_has_each_mention_in_its_cell() {
    let world = world();
    let project: Project = world.store.read(|editor| editor.project().clone());
    let table = world.store.read(|editor| editor.claim_table());
    for row in &table.rows {
        for (column, article) in table.articles.iter().enumerate() {
            let naive: Vec<MentionId> = project
                .mentions(*article)
                .into_iter()
                .flat_map(|set| set.in_text_order())
                .filter(|mention| mention.reference().claim == Some(row.claim.id))
                .map(|mention| mention.id)
                .collect();
            let found: Vec<MentionId> = row.in_column(column).iter().map(|it| it.mention).collect();
            assert_eq!(found, naive);
        }
        assert_eq!(
            row.n_articles(),
            table
                .articles
                .iter()
                .enumerate()
                .filter(|(at, _)| !row.in_column(*at).is_empty())
                .count()
        );
    }
}
