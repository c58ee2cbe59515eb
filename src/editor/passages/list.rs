//! The list of passages with the same content: of all articles, or of one thing in them.

use super::table::{ArticlePassage, PassagePair, PassageTable};
use crate::core::id::{ArticleId, ClaimId, MentionId};
use crate::core::span::Span;
use crate::core::spans::Spans;
use crate::editor::beside::apart::is_apart;
use crate::editor::beside::pair_words::{both_say, percent};
use crate::editor::excerpt::excerpt;
use crate::editor::machine::Editor;
use crate::editor::matrix::cell::column_name;

/// Which pairs are listed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum PassageScope {
    /// Of all articles.
    #[default]
    All,
    /// With a passage of this article.
    Article(ArticleId),
    /// With a passage in which this mention lies.
    Mention(MentionId),
    /// With a passage in which a mention makes this claim.
    Claim(ClaimId),
}

/// One pair as the list shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct PassageLine {
    /// Its passages; that of what the list is about comes first.
    pub pair: [ArticlePassage; 2],
    /// Such as `82 %`.
    pub percent: String,
    /// The outlets, or the titles where there are none.
    pub names: [String; 2],
    /// Both passages, each on one line.
    pub quotes: [String; 2],
    /// What both say; may be empty.
    pub why: String,
}

/// How many characters of a passage are shown.
const LONGEST: usize = 300;

/// The places of the pairs in the table, the likeliest first.
pub fn listed(editor: &Editor, scope: PassageScope) -> Vec<usize> {
    let table = &editor.view().passages.table;
    let stretches = stretches(editor, scope);
    let is_meant = |pair: &PassagePair| match (scope, &stretches) {
        (PassageScope::All, _) => true,
        (PassageScope::Article(id), _) => pair.a.article == id || pair.b.article == id,
        (_, stretches) => meets(stretches, &pair.a) || meets(stretches, &pair.b),
    };
    let is_apart = |pair: &PassagePair| is_apart(editor.project(), [pair.a, pair.b]);
    let found = table.pairs().filter(|(_, pair)| is_meant(pair) && !is_apart(pair));
    found.map(|(at, _)| at).collect()
}

impl PassageLine {
    /// Of the pair at a place of the table; `None` where an article is gone.
    pub fn of(editor: &Editor, at: usize, scope: PassageScope) -> Option<Self> {
        let table: &PassageTable = &editor.view().passages.table;
        let pair = table.get(at)?;
        let is_second = match scope {
            PassageScope::All => false,
            PassageScope::Article(id) => pair.b.article == id,
            _ => {
                let stretches = stretches(editor, scope);
                !meets(&stretches, &pair.a)
            }
        };
        let passages = if is_second { [pair.b, pair.a] } else { [pair.a, pair.b] };
        let article = |passage: ArticlePassage| editor.project().article(passage.article);
        let articles = [article(passages[0])?, article(passages[1])?];
        let quote = |at: usize| excerpt(articles[at].text.as_str(), &Spans::one(passages[at].span), LONGEST);
        Some(Self {
            pair: passages,
            percent: percent(pair.score),
            names: articles.map(|article| column_name(article).to_owned()),
            quotes: [quote(0), quote(1)],
            why: both_say(editor, at),
        })
    }
}

/// Where the mentions lie that the list is about.
fn stretches(editor: &Editor, scope: PassageScope) -> Vec<(ArticleId, Span)> {
    let project = editor.project();
    let mut found = Vec::new();
    let mut take = |mention: &crate::core::mention::Mention| {
        found.extend(mention.spans.as_slice().iter().map(|span| (mention.article, *span)));
    };
    match scope {
        PassageScope::All | PassageScope::Article(_) => {}
        PassageScope::Mention(id) => project.mention(id).into_iter().for_each(|it| take(it)),
        PassageScope::Claim(id) => {
            let mentions = project.referring_mentions();
            let making = mentions.filter(|it| it.reference().claim == Some(id));
            making.for_each(|it| take(it));
        }
    }
    found
}

fn meets(stretches: &[(ArticleId, Span)], passage: &ArticlePassage) -> bool {
    let is_met = |(article, span): &(ArticleId, Span)| *article == passage.article && span.overlaps(passage.span);
    stretches.iter().any(is_met)
}
