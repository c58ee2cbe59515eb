//! Projects with one entity, and what is proposed for mentions in them.

use super::*;
use crate::core::article::Article;
use crate::core::article_text::ArticleText;
use crate::core::default_schema::{CLAIM, PERSON, default_schema};
use crate::core::dossier::Dossier;
use crate::core::entity::Role;
use crate::core::id::{ArticleId, ProjectId};
use crate::core::offset::ByteOffset;
use crate::core::project::Project;
use crate::core::span::Span;
use crate::core::timestamp::Timestamp;
use crate::editor::action::{Action, AnnotateAction, ChooseAction, LibraryAction, NavigateAction, OpenedProject};
use crate::editor::env::tests::update;
use crate::editor::settings::Settings;

pub(crate) use crate::core::suggest::tests::{fold, giammattei};

/// Articles of that date, and one entity, president until 2024.
pub(crate) fn editor_of(texts: &[&str], date: &str) -> (Editor, EntityId) {
    let id = EntityId::from_u128(9);
    let articles = texts.iter().zip(1..).map(|(text, n)| {
        Rc::new(Article {
            id: ArticleId::from_u128(n),
            text: Rc::new(ArticleText::new((*text).to_owned())),
            title: format!("Article {n}"),
            source: Default::default(),
            date: date.parse().ok(),
            tags: Vec::new(),
            note: String::new(),
            done: false,
            added: Timestamp::default(),
        })
    });
    let empty = Project::new(
        ProjectId::from_u128(1),
        "P".to_owned(),
        Timestamp::default(),
        default_schema(),
    );
    let empty = empty.with_dossier(Dossier::from_parts(vec![giammattei(id)], Vec::new(), Vec::new()));
    let project = Project::from_parts(empty, articles.collect(), Vec::new());
    (Editor::new(project, Settings::default()), id)
}

pub(crate) fn act(editor: &mut Editor, action: DossierAction) {
    update(editor, Action::dossier(action));
}

/// A person's mention of the words, searched from a byte of the article's text on.
pub(crate) fn mention(editor: &mut Editor, article: usize, words: &str, from: usize) -> MentionId {
    tagged(editor, article, words, from, PERSON)
}

/// A mention of this label likewise.
pub(crate) fn tagged(editor: &mut Editor, article: usize, words: &str, from: usize, label: LabelId) -> MentionId {
    let article = editor.project().articles()[article].clone();
    update(editor, Action::Navigate(NavigateAction::Open(article.id)));
    let at = from + article.text.as_str()[from..].find(words).unwrap();
    let raw = Span::new(ByteOffset::from_index(at), ByteOffset::from_index(at + words.len())).unwrap();
    update(editor, Action::Choose(ChooseAction::Settle { raw, exact: true }));
    update(editor, Action::Annotate(AnnotateAction::Tag(label)));
    editor.view().chosen.unwrap()
}

fn titles(editor: &Editor, mention: MentionId, kind: LinkKind, query: &str) -> Vec<String> {
    let choices = LinkChoices::new(editor, mention, kind, &fold)
        .unwrap()
        .for_query(query, &fold);
    choices
        .into_iter()
        .map(|choice| format!("{} ({})", choice.title, choice.detail))
        .collect()
}

#[test]
fn the_holder_of_an_office_at_the_articles_date_is_proposed_first() {
    let (mut editor, _) = editor_of(&["Harris met the Guatemalan president."], "2021-06-07");
    let it = mention(&mut editor, 0, "the Guatemalan president", 0);
    assert_eq!(
        titles(&editor, it, LinkKind::Entity, ""),
        [
            "Alejandro Giammattei (President of Guatemala, 14 January 2020 – 14 January 2024)",
            "New entity “Guatemalan president” ()",
        ]
    );
    let (mut editor, _) = editor_of(&["Harris met the Guatemalan president. Arévalo spoke."], "2024-03-25");
    let other = mention(&mut editor, 0, "Arévalo", 0);
    act(
        &mut editor,
        DossierAction::Link(other, Pick::New("Bernardo Arévalo".to_owned())),
    );
    let arevalo = editor.project().mention(other).unwrap().reference().entity.unwrap();
    let with_role = Entity {
        roles: vec![Role {
            title: "President of Guatemala".to_owned(),
            from: "2024-01-15".parse().ok(),
            to: None,
        }],
        ..Entity::clone(editor.project().dossier().entity(arevalo).unwrap())
    };
    act(&mut editor, DossierAction::SaveEntity(Rc::new(with_role)));
    let it = mention(&mut editor, 0, "the Guatemalan president", 0);
    assert_eq!(
        titles(&editor, it, LinkKind::Entity, ""),
        [
            "Bernardo Arévalo (President of Guatemala, since 15 January 2024)",
            "Alejandro Giammattei (President of Guatemala, 14 January 2020 – 14 January 2024, but the article is of 25 March 2024)",
            "New entity “Guatemalan president” ()",
        ]
    );
}

#[test]
fn names_come_before_a_new_one_and_others_after_it() {
    let (mut editor, id) = editor_of(&["President Giammattei’s aide met Harris."], "");
    let it = mention(&mut editor, 0, "President Giammattei’s", 0);
    assert_eq!(
        titles(&editor, it, LinkKind::Entity, ""),
        [
            "Alejandro Giammattei (by a part of the name)",
            "New entity “President Giammattei” ()",
        ]
    );
    act(&mut editor, DossierAction::Link(it, Pick::Known(id)));
    assert_eq!(
        titles(&editor, it, LinkKind::Entity, "").last().unwrap(),
        "Nothing any more (takes the link away)"
    );
    let harris = mention(&mut editor, 0, "Harris", 0);
    assert_eq!(
        titles(&editor, harris, LinkKind::Entity, ""),
        [
            "New entity “Harris” ()",
            "Alejandro Giammattei (President of Guatemala)",
        ]
    );
    assert_eq!(
        titles(&editor, harris, LinkKind::Entity, "GIAMM")[0],
        "Alejandro Giammattei (President of Guatemala)"
    );
    assert_eq!(
        titles(&editor, harris, LinkKind::Entity, "Kamala  Harris"),
        ["New entity “Kamala Harris” ()"]
    );
}

#[test]
fn claims_are_proposed_by_likeness_also_to_their_other_wordings() {
    let texts = [
        "Companies pledged $5.2 billion.",
        "Firms promised $5.2 billion. It rained.",
    ];
    let (mut editor, _) = editor_of(&texts, "");
    let first = tagged(&mut editor, 0, "Companies pledged $5.2 billion", 0, CLAIM);
    assert_eq!(
        titles(&editor, first, LinkKind::Claim, ""),
        ["New claim “Companies pledged $5.2 billion” ()"]
    );
    act(
        &mut editor,
        DossierAction::Attach(first, Pick::New("Much was pledged.".to_owned())),
    );
    let second = tagged(&mut editor, 1, "Firms promised $5.2 billion", 0, CLAIM);
    assert_eq!(
        titles(&editor, second, LinkKind::Claim, "")[0],
        "Much was pledged. (67 % alike, 1 mention)"
    );
    let third = tagged(&mut editor, 1, "It rained", 0, CLAIM);
    assert_eq!(
        titles(&editor, third, LinkKind::Claim, "")[0],
        "New claim “It rained” ()"
    );
}

#[test]
fn who_was_named_last_is_proposed_as_the_speaker() {
    let (mut editor, id) = editor_of(&["Giammattei met Harris. She said so."], "");
    for words in ["Giammattei", "Harris"] {
        let it = mention(&mut editor, 0, words, 0);
        let pick = if words == "Harris" {
            Pick::New(words.to_owned())
        } else {
            Pick::Known(id)
        };
        act(&mut editor, DossierAction::Link(it, pick));
    }
    let claim = tagged(&mut editor, 0, "said so", 0, CLAIM);
    assert_eq!(
        titles(&editor, claim, LinkKind::Speaker, ""),
        [
            "Harris (named in this article)",
            "Alejandro Giammattei (named in this article)",
        ]
    );
}

#[test]
fn without_a_date_the_one_whom_the_article_names_is_proposed_first() {
    let (mut editor, giammattei) = editor_of(&["President Alejandro Giammattei spoke.", "The president left."], "");
    let named = mention(&mut editor, 0, "Alejandro Giammattei", 0);
    // The other one was made first, and would come first.
    let other = Entity {
        id: EntityId::from_u128(1),
        name: "Bernardo Arévalo".to_owned(),
        ..Entity::clone(editor.project().dossier().entity(giammattei).unwrap())
    };
    let (project, history) = (editor.project().clone(), Default::default());
    let entities = project.dossier().entities().map(|it| Entity::clone(it)).chain([other]);
    let dossier = Dossier::from_parts(entities.collect(), Vec::new(), Vec::new());
    let (project, problems, article) = (project.with_dossier(dossier), Vec::new(), None);
    let opened = OpenedProject {
        project,
        history,
        problems,
        article,
    };
    update(&mut editor, Action::Library(LibraryAction::Opened(Box::new(opened))));
    act(&mut editor, DossierAction::Link(named, Pick::Known(giammattei)));
    let of = |editor: &mut Editor, article, words| {
        let it = mention(editor, article, words, 0);
        titles(editor, it, LinkKind::Entity, "").remove(0)
    };
    let office = "President of Guatemala, 14 January 2020 – 14 January 2024; the article has no date";
    assert_eq!(
        of(&mut editor, 0, "President"),
        format!("Alejandro Giammattei ({office}; named in this article)")
    );
    assert_eq!(of(&mut editor, 1, "president"), format!("Bernardo Arévalo ({office})"));
}
