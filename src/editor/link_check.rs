//! What speaks against a link that was made.

use super::machine::Editor;
use super::office_words::because_of;
use crate::core::id::MentionId;
use crate::core::inferred_date::ArticleDate;
use crate::core::mention_set::MentionSet;
use crate::core::suggest::{Fold, offices};

/// Sentences; empty where nothing does, or the mention is not linked.
pub fn objections(editor: &Editor, mention: MentionId, fold: Fold<'_>) -> Vec<String> {
    let project = editor.project();
    let linked = project.mention(mention).and_then(|mention| {
        let entity = project.dossier().entity(mention.reference().entity?)?;
        Some((mention, entity))
    });
    let Some((mention, entity)) = linked else {
        return Vec::new();
    };
    let quote = project.quote(mention);
    let mut found = Vec::new();
    let date = project
        .article(mention.article)
        .and_then(|article| ArticleDate::of(article));
    let offices = offices(&quote, entity, date.map(ArticleDate::date), fold);
    let is_held = offices.iter().any(|office| office.is_held != Some(false));
    if let Some(office) = offices.first().filter(|_| !is_held) {
        found.push(format!("{} was {}.", entity.name, because_of(office, date)));
    }
    let folded = fold(&quote);
    let others = project
        .mentions(mention.article)
        .into_iter()
        .flat_map(MentionSet::referring);
    for other in others {
        let named = other.reference().entity.filter(|id| *id != entity.id);
        let named = named.and_then(|id| project.dossier().entity(id));
        if let Some(named) = named
            && fold(&project.quote(other)) == folded
        {
            found.push(format!(
                "The same words stand for {} elsewhere in this article.",
                named.name
            ));
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::link_choices::tests::{act, editor_of, fold, giammattei, mention};
    use super::*;
    use crate::editor::dossier::{DossierAction, Pick};

    #[test]
    fn a_holder_out_of_time_and_one_phrase_for_two_are_told() {
        let (mut editor, entity) = editor_of(
            &["the president of Guatemala met the president of Guatemala"],
            "2024-03-25",
        );
        let first = mention(&mut editor, 0, "the president of Guatemala", 0);
        let second = mention(&mut editor, 0, "the president of Guatemala", 30);
        assert_eq!(objections(&editor, first, &fold), Vec::<String>::new());
        act(&mut editor, DossierAction::Link(first, Pick::Known(entity)));
        let expected = format!(
            "{} was President of Guatemala, 14 January 2020 – 14 January 2024, but the article is of 25 March 2024.",
            giammattei(entity).name
        );
        assert_eq!(objections(&editor, first, &fold), [expected.as_str()]);
        act(
            &mut editor,
            DossierAction::Link(second, Pick::New("Bernardo Arévalo".to_owned())),
        );
        assert_eq!(
            objections(&editor, second, &fold),
            ["The same words stand for Alejandro Giammattei elsewhere in this article.",]
        );
        assert_eq!(objections(&editor, first, &fold).len(), 2);
    }
}
