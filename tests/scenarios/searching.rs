//! Searching, going from hit to hit, and marking some of them.

use crate::world::World;
use attest::core::article_text::ArticleText;
use attest::core::default_schema::{CLAIM, PERSON};
use attest::core::search::{Matcher, Query, SearchedText, Syntax};
use attest::core::segmenter::UnicodeSegmenter;
use attest::editor::action::{Action, AnnotateAction, ChooseAction, NavigateAction};
use attest::editor::command::Command;
use attest::editor::dialog::Dialog;
use attest::editor::dossier::{DossierAction, Pick};
use attest::editor::effect::{Effect, FocusTarget};
use attest::editor::hits::HitIndex;
use attest::editor::search::{Found, SearchAction, SearchOrder, SearchScope, SearchState};
use attest::editor::tag_hits::{HitsToTag, untagged};
use attest::editor::view::{LowerPanel, SidePanel};
use std::rc::Rc;

const TEXTS: [&str; 3] = ["Harris met Arévalo. Arévalo left.", "Nothing here.", "Arevalo’s plan"];

fn plain(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::default()
    }
}

fn look_for(world: &World, text: &str) {
    world.act(Action::Search(SearchAction::Set(plain(text))));
}

/// What was asked of the host last.
fn order(world: &World) -> Option<Rc<SearchOrder>> {
    world.effects().into_iter().rev().find_map(|effect| match effect {
        Effect::Search(order) => Some(order),
        _ => None,
    })
}

/// Answers as the host does, all at once.
fn answer(world: &World) {
    let order = order(world).expect("something is looked for");
    let found = match Matcher::new(&order.query) {
        Ok(matcher) => found(&matcher, &order),
        Err(error) => return world.act(Action::Search(SearchAction::Refused(order.number, error.to_string()))),
    };
    world.act(Action::Search(SearchAction::Found(found)));
}

fn found(matcher: &Matcher, order: &SearchOrder) -> Found {
    let hits = |text: &ArticleText| {
        let text = SearchedText::new(text.as_str().to_owned());
        matcher.hits(&text, &UnicodeSegmenter).collect()
    };
    Found {
        number: order.number,
        hits: order
            .texts
            .iter()
            .enumerate()
            .map(|(i, (_, text))| (i, hits(text)))
            .collect(),
        state: SearchState::Done,
    }
}

fn words(world: &World) -> String {
    world.store.read(|editor| editor.view().search.in_words())
}

fn selected(world: &World) -> Option<String> {
    world.store.read(|editor| {
        let span = editor.view().selection?.span;
        Some(span.slice(editor.article()?.text.as_str())?.to_owned())
    })
}

fn open_title(world: &World) -> String {
    world.store.read(|editor| editor.article().unwrap().title.clone())
}

#[test]
fn hits_are_counted_stepped_through_and_marked() {
    let world = World::with_articles(&TEXTS);
    look_for(&world, "arevalo");
    assert_eq!(words(&world), "Searching…");
    answer(&world);
    assert_eq!(words(&world), "3 hits in 2 articles");
    assert!(
        world
            .effects()
            .contains(&Effect::AnnounceAfterPause("3 hits in 2 articles".to_owned()))
    );
    world.announced();

    world.run(Command::NextHit);
    assert_eq!(selected(&world).as_deref(), Some("Arévalo"));
    assert_eq!(words(&world), "1 of 3 hits in 2 articles");
    assert_eq!(world.announced(), ["Hit 1 of 3: Harris met Arévalo. Arévalo left."]);
    let raw = world.find("Arévalo");
    assert!(world.effects().contains(&Effect::RevealSelected(raw)));

    // A label tags it, and the next hit is the next.
    world.act(Action::Annotate(AnnotateAction::Tag(PERSON)));
    world.run(Command::NextHit);
    world.act(Action::Annotate(AnnotateAction::Tag(PERSON)));
    assert_eq!(world.mentions(), ["Person:Arévalo", "Person:Arévalo"]);
    world.run(Command::NextHit);
    assert_eq!(
        (open_title(&world).as_str(), words(&world).as_str()),
        ("C", "3 of 3 hits in 2 articles")
    );
    assert_eq!(selected(&world).as_deref(), Some("Arevalo"), "snapped as any selection");
    world.run(Command::NextHit);
    assert_eq!(
        (open_title(&world).as_str(), words(&world).as_str()),
        ("A", "1 of 3 hits in 2 articles")
    );
    world.run(Command::PreviousHit);
    assert_eq!(open_title(&world), "C");
}

#[test]
fn the_first_step_goes_on_from_the_selection_or_the_open_article() {
    let world = World::with_articles(&TEXTS);
    world.select("left");
    look_for(&world, "arévalo");
    answer(&world);
    world.run(Command::PreviousHit);
    assert_eq!(words(&world), "2 of 3 hits in 2 articles");

    let world = World::with_articles(&TEXTS);
    world.run(Command::NextArticle);
    look_for(&world, "arévalo");
    answer(&world);
    world.run(Command::NextHit);
    assert_eq!(
        (open_title(&world).as_str(), words(&world).as_str()),
        ("C", "3 of 3 hits in 2 articles")
    );
}

#[test]
fn a_late_answer_is_dropped_and_old_hits_stay_until_there_are_new_ones() {
    let world = World::with_articles(&TEXTS);
    look_for(&world, "arévalo");
    let first = order(&world).unwrap();
    look_for(&world, "harris");
    let late = found(&Matcher::new(&first.query).unwrap(), &first);
    world.act(Action::Search(SearchAction::Found(late)));
    assert_eq!(words(&world), "Searching…");
    answer(&world);
    assert_eq!(words(&world), "1 hit in 1 article");
    look_for(&world, "nobody");
    assert_eq!(world.store.read(|editor| editor.view().search.hits.len()), 1);
    answer(&world);
    assert_eq!(words(&world), "No hits");
    world.announced();
    world.run(Command::NextHit);
    assert_eq!(world.announced(), ["There are no hits."]);
    look_for(&world, " ");
    assert_eq!(words(&world), "");
    assert_eq!(world.effects().last(), Some(&Effect::EndSearch));
}

#[test]
fn a_step_that_is_asked_for_too_early_waits_for_the_hits() {
    let world = World::with_articles(&TEXTS);
    look_for(&world, "harris");
    answer(&world);
    look_for(&world, "arévalo");
    world.run(Command::NextHit);
    assert_eq!(selected(&world), None);
    answer(&world);
    assert_eq!(
        (selected(&world).as_deref(), words(&world).as_str()),
        (Some("Arévalo"), "1 of 3 hits in 2 articles")
    );
}

#[test]
fn answers_come_in_parts_and_say_so() {
    let world = World::with_articles(&TEXTS);
    look_for(&world, "arévalo");
    let order = order(&world).unwrap();
    assert_eq!(order.first, Some(order.texts[0].0), "the open article comes first");
    let mut all = found(&Matcher::new(&order.query).unwrap(), &order);
    let last = all.hits.split_off(2);
    let part = |hits, state| {
        let number = order.number;
        world.act(Action::Search(SearchAction::Found(Found { number, hits, state })));
        words(&world)
    };
    assert_eq!(part(last, SearchState::Going), "1 hit in 1 article so far");
    assert_eq!(part(all.hits, SearchState::Capped), "The first 3 hits in 2 articles");
    world.run(Command::NextHit);
    assert_eq!(words(&world), "1 of the first 3 hits in 2 articles");
}

#[test]
fn the_scope_can_be_the_open_article() {
    let world = World::with_articles(&TEXTS);
    look_for(&world, "arévalo");
    world.act(Action::Search(SearchAction::SetScope(SearchScope::Article)));
    answer(&world);
    assert_eq!(words(&world), "2 hits");
    let id = order(&world).unwrap().texts[0].0;
    world.run(Command::NextArticle);
    assert_ne!(
        order(&world).unwrap().texts[0].0,
        id,
        "another article is another search"
    );
    answer(&world);
    assert_eq!(words(&world), "No hits");
}

#[test]
fn a_wrong_expression_is_told() {
    let world = World::with_articles(&TEXTS);
    let query = Query {
        syntax: Syntax::Regex,
        ..plain("(a")
    };
    world.act(Action::Search(SearchAction::Set(query)));
    answer(&world);
    let reason = "Character 1: This “(” is not closed.".to_owned();
    let state = world.store.read(|editor| editor.view().search.state.clone());
    assert_eq!(state, SearchState::Refused(reason.clone()));
    assert!(world.effects().contains(&Effect::AnnounceAfterPause(reason)));
}

#[test]
fn the_search_follows_the_articles() {
    let world = World::with_articles(&TEXTS);
    look_for(&world, "arévalo");
    answer(&world);
    let n_asked = || {
        world
            .effects()
            .iter()
            .filter(|it| matches!(it, Effect::Search(_)))
            .count()
    };
    let before = n_asked();
    world.run(Command::ToggleDone);
    world.run(Command::NextArticle);
    assert_eq!(n_asked(), before, "the texts are the same");
    world.run(Command::PreviousArticle);
    world.run(Command::NextHit);
    world.run(Command::NextHit);
    world.run(Command::RemoveArticle);
    answer(&world);
    assert_eq!(words(&world), "1 hit in 1 article");
    world.run(Command::Undo);
    // Before the host has answered, what is gone is not gone to.
    world.act(Action::Search(SearchAction::Go(HitIndex { group: 0, hit: 0 })));
    answer(&world);
    world.read_files(&[("new.txt", "Arévalo again")]);
    answer(&world);
    assert_eq!(
        words(&world),
        "3 of 4 hits in 3 articles",
        "those of the new article, too"
    );
    world.reload();
    assert_eq!(words(&world), "", "another project, another search");
    assert!(world.effects().contains(&Effect::EndSearch));
}

#[test]
fn the_panel_opens_with_what_is_selected_and_stays_while_hits_are_marked() {
    let world = World::with_articles(&TEXTS);
    world.select("Harris");
    world.run(Command::ShowSearch);
    let panels = || world.store.read(|editor| (editor.view().side, editor.view().below));
    assert_eq!(panels(), (SidePanel::Search, LowerPanel::Search));
    let query = || world.store.read(|editor| editor.view().search.query.text.clone());
    assert_eq!(query(), "Harris");
    assert_eq!(world.effects().last(), Some(&Effect::Focus(FocusTarget::Search)));
    answer(&world);
    look_for(&world, "harr");
    answer(&world);
    world.run(Command::NextHit);
    world.run(Command::ShowSearch);
    assert_eq!(query(), "harr", "a hit that was gone to is no other thing to look for");
    world.act(Action::Annotate(AnnotateAction::Tag(PERSON)));
    world.act(Action::Choose(ChooseAction::At(world.find("Harris").start())));
    assert_eq!(panels().0, SidePanel::Search);

    // Escape lets go of the choice, then of the search; the words stay for the next time.
    world.run(Command::Cancel);
    world.run(Command::Cancel);
    assert_eq!(panels(), (SidePanel::Inspector, LowerPanel::Mentions));
    assert_eq!(words(&world), "");
    world.run(Command::ShowSearch);
    answer(&world);
    assert_eq!(words(&world), "1 hit in 1 article");
    world.act(Action::Navigate(NavigateAction::Side(SidePanel::Inspector)));
    assert_eq!(
        panels(),
        (SidePanel::Inspector, LowerPanel::Search),
        "it stays below the inspector"
    );
    world.act(Action::Search(SearchAction::For("plan".to_owned())));
    answer(&world);
    assert_eq!(words(&world), "1 hit in 1 article");
    assert_eq!(panels().0, SidePanel::Search);
}

#[test]
fn all_matches_of_a_mention_are_annotated_as_one_step() {
    let world = World::with_articles(&TEXTS);
    world.run(Command::TagMatches);
    assert!(
        world
            .announced()
            .contains(&"Choose a mention first, or search for something.".to_owned())
    );
    let mention = world.tag("Arévalo", PERSON);
    world.act(Action::dossier(DossierAction::Link(
        mention,
        Pick::New("Arévalo".to_owned()),
    )));
    world.run(Command::TagMatches);
    answer(&world);
    assert_eq!(
        world.store.read(|editor| editor.view().dialog.clone()),
        Some(Dialog::TagHits)
    );
    let (hits, fresh, reference) = world.store.read(|editor| {
        let hits = editor.view().search.hits.clone();
        let fresh = untagged(editor, &hits, PERSON);
        (hits, fresh, editor.project().mention(mention).unwrap().reference())
    });
    assert_eq!(
        (hits.len(), fresh.as_slice()),
        (3, [1, 2].as_slice()),
        "the first is tagged already"
    );
    assert_eq!(world.store.read(|editor| untagged(editor, &hits, CLAIM)), [0, 1, 2]);
    let is_on = || world.store.read(|editor| editor.view().search.is_on());
    assert!(is_on());
    world.act(Action::ShowDialog(None));
    assert!(!is_on(), "the hits go with the dialog");
    let all = (0..3).filter_map(|n| hits.get(hits.nth(n)?));
    let tag = |label| HitsToTag {
        label,
        reference,
        places: all.clone().collect(),
    };
    world.act(Action::Annotate(AnnotateAction::TagHits(Rc::new(tag(PERSON)))));
    let linked = || {
        world.store.read(|editor| {
            let mentions = editor.project().all_mentions();
            mentions.filter(|mention| mention.reference() == reference).count()
        })
    };
    assert_eq!(linked(), 3, "and all are linked alike");
    world.reload();
    world.act(Action::Annotate(AnnotateAction::TagHits(Rc::new(tag(PERSON)))));
    assert!(
        world
            .announced()
            .contains(&"All of them are tagged already.".to_owned())
    );
    world.run(Command::Undo);
    assert_eq!(linked(), 1, "it was one step");
    world.act(Action::Annotate(AnnotateAction::TagHits(Rc::new(tag(CLAIM)))));
    assert_eq!(linked(), 1, "a claim names nobody");
    assert_eq!(world.store.read(|editor| editor.project().n_mentions()), 4);
    world.reload();
}
