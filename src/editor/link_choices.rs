//! What a mention may refer to, the likeliest first, each with the reason why it is proposed.

use super::commit::short_quote;
use super::count::count;
use super::dialog::LinkKind;
use super::dossier::{DossierAction, Pick};
use super::machine::Editor;
use super::office_words::because_of;
use super::passages::elsewhere::claims_elsewhere;
use crate::core::claim::Claim;
use crate::core::entity::Entity;
use crate::core::id::{EntityId, LabelId, MentionId};
use crate::core::inferred_date::ArticleDate;
use crate::core::mention::Mention;
use crate::core::order;
use crate::core::sorted::SortedSet;
use crate::core::suggest::{Fold, Likeness, NameMatch, Named, likeness, offices, plain_name};
use std::rc::Rc;

/// One thing that can be picked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LinkChoice {
    /// The entity's name, the claim's sentence, or what a new one would be called.
    pub title: String,
    /// Why it is proposed, or what tells it from others; may be empty.
    pub detail: String,
    /// The entity's type.
    pub label: Option<LabelId>,
    /// What picking it does.
    pub action: DossierAction,
}

/// Statements that have less in common than this are not proposed.
const LEAST_LIKENESS: f32 = 0.3;

/// All that can be picked for a mention, looked up once.
#[derive(Debug)]
pub struct LinkChoices {
    mention: MentionId,
    kind: LinkKind,
    /// The likeliest first.
    ranked: Vec<Ranked>,
    /// What a new one would be called; empty if nothing suggests a name.
    new: String,
    /// What takes the present link away.
    unlink: Option<LinkChoice>,
}

impl LinkChoices {
    /// `None` where the mention is gone.
    pub fn new(editor: &Editor, mention: MentionId, kind: LinkKind, fold: Fold<'_>) -> Option<Self> {
        let mention = editor.project().mention(mention)?;
        let quote = editor.project().quote(mention);
        let reference = mention.reference();
        let (mut ranked, new, unlink) = match kind {
            LinkKind::Entity => {
                let why = |entity: &Entity| why(editor, entity, mention, &quote, fold);
                let ranked = entities(editor, why, mention.id, DossierAction::Link, fold);
                let unlink = DossierAction::Link(mention.id, Pick::Nothing);
                (ranked, plain_name(&quote), reference.entity.map(|_| unlink))
            }
            LinkKind::Speaker => {
                let near = near(editor, mention);
                let why = |entity: &Entity| nearby(&near, entity);
                let ranked = entities(editor, why, mention.id, DossierAction::SetSpeaker, fold);
                let unlink = DossierAction::SetSpeaker(mention.id, Pick::Nothing);
                (ranked, String::new(), reference.speaker.map(|_| unlink))
            }
            LinkKind::Claim => {
                let unlink = DossierAction::Attach(mention.id, Pick::Nothing);
                let ranked = claims(editor, mention, &quote, fold);
                (ranked, one_line(&quote), reference.claim.map(|_| unlink))
            }
        };
        order::sort_by_key(&mut ranked, |it| it.rank);
        Some(Self {
            mention: mention.id,
            kind,
            ranked,
            new,
            unlink: unlink.map(nothing_choice),
        })
    }

    /// At most so many of what is proposed, and a new one.
    pub fn proposals(&self, most: usize) -> Vec<LinkChoice> {
        let proposed = self.ranked.iter().take_while(|it| it.rank < OTHERS).take(most);
        let new = (!self.new.is_empty()).then(|| new_choice(self.mention, self.kind, self.new.clone()));
        proposed.map(|it| it.choice.clone()).chain(new).collect()
    }

    /// What is proposed, a new one, then all others; with a query, what holds each of its words, and a new one of that name.
    pub fn for_query(&self, query: &str, fold: Fold<'_>) -> Vec<LinkChoice> {
        let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        let all = |it: &&Ranked| words.iter().all(|word| it.names.contains(word.as_str()));
        let is_before_new = |it: &&Ranked| !words.is_empty() || it.rank < OTHERS;
        let found = || self.ranked.iter().filter(all);
        let new = if words.is_empty() {
            self.new.clone()
        } else {
            one_line(query)
        };
        let new = (!new.is_empty()).then(|| new_choice(self.mention, self.kind, new));
        let before = found().take_while(is_before_new);
        let others = found().skip_while(is_before_new);
        let unlink = self.unlink.iter().filter(|_| words.is_empty()).cloned();
        let before: Vec<LinkChoice> = before.map(|it| it.choice.clone()).collect();
        before
            .into_iter()
            .chain(new)
            .chain(others.map(|it| it.choice.clone()))
            .chain(unlink)
            .collect()
    }
}

/// What is not proposed, only listed.
const OTHERS: u16 = 1000;

/// Claims that are proposed by what words they have in common come behind others.
const FIRST_BY_WORDS: u16 = 100;

#[derive(Debug)]
struct Ranked {
    rank: u16,
    /// By which it is found: folded, one below the other.
    names: String,
    choice: LinkChoice,
}

fn entities(
    editor: &Editor,
    why: impl Fn(&Entity) -> Option<(u16, String)>,
    mention: MentionId,
    action: impl Fn(MentionId, Pick<EntityId>) -> DossierAction,
    fold: Fold<'_>,
) -> Vec<Ranked> {
    let ranked = |entity: &Rc<Entity>| {
        let (rank, detail) = why(entity).unwrap_or_else(|| (OTHERS, told_apart(entity)));
        Ranked {
            rank,
            names: fold(&entity.names().collect::<Vec<_>>().join("\n")),
            choice: LinkChoice {
                title: entity.name.clone(),
                detail,
                label: entity.label,
                action: action(mention, Pick::Known(entity.id)),
            },
        }
    };
    editor.project().dossier().entities().map(ranked).collect()
}

/// What tells an entity from another one of its name.
fn told_apart(entity: &Entity) -> String {
    let role = entity.roles.first().map(|role| role.title.as_str());
    let alias = entity.aliases.first().map(String::as_str);
    role.or(alias).unwrap_or_default().to_owned()
}

/// Why the mention may name the entity; the smaller the number, the likelier.
fn why(editor: &Editor, entity: &Entity, mention: &Mention, quote: &str, fold: Fold<'_>) -> Option<(u16, String)> {
    let project = editor.project();
    let named = Named::new(quote, fold);
    let by_name = entity.names().filter_map(|name| named.fits(name, fold)).min();
    let date = project
        .article(mention.article)
        .and_then(|article| ArticleDate::of(article));
    let offices = offices(quote, entity, date.map(ArticleDate::date), fold);
    let held = offices
        .iter()
        .min_by_key(|office| (office.is_held == Some(false), !office.is_whole));
    let named_here = || {
        let others = project.mentions(mention.article).into_iter();
        let others = others.flat_map(|set| set.referring());
        others.filter(|other| other.reference().entity == Some(entity.id) && other.id != mention.id)
    };
    let by_office = held.map(|office| {
        let rank = match (office.is_held, office.is_whole) {
            (Some(true), true) => 2,
            (None, true) => 8,
            (Some(true), false) => 10,
            (None, false) => 12,
            (Some(false), _) => 16,
        };
        // Of several who hold such an office, or who may have, the one whom the article names.
        let is_decided = matches!((office.is_held, office.is_whole), (Some(true), true) | (Some(false), _));
        let is_named = !is_decided && named_here().next().is_some();
        let and = if is_named { "; named in this article" } else { "" };
        (rank - u16::from(is_named), format!("{}{and}", because_of(office, date)))
    });
    let by_name = by_name.map(|fit| match fit {
        NameMatch::Whole => (0, "by this name".to_owned()),
        NameMatch::Part => (4, "by a part of the name".to_owned()),
        NameMatch::Initials => (6, "by initials".to_owned()),
    });
    let again = || {
        let folded = fold(quote);
        let same = named_here().find(|other| fold(&project.quote(other)) == folded);
        same.map(|_| (14, "by the same words in this article".to_owned()))
    };
    [by_name, by_office]
        .into_iter()
        .flatten()
        .min_by_key(|(rank, _)| *rank)
        .or_else(again)
}

/// The entities that the article names before the mention, the nearest first, and then those after it.
fn near(editor: &Editor, mention: &Mention) -> Vec<EntityId> {
    let at = mention.spans.first().start();
    let set = editor.project().mentions(mention.article);
    let mut named: Vec<_> = set
        .into_iter()
        .flat_map(|set| set.referring())
        .filter_map(|other| Some((other.spans.first().start(), other.reference().entity?)))
        .collect();
    order::sort(&mut named);
    let before = named.iter().rev().filter(|(start, _)| *start < at);
    let after = named.iter().filter(|(start, _)| *start >= at);
    let mut seen = SortedSet::new();
    before
        .chain(after)
        .map(|(_, id)| *id)
        .filter(|id| seen.insert(*id))
        .collect()
}

fn nearby(near: &[EntityId], entity: &Entity) -> Option<(u16, String)> {
    let at = near.iter().position(|id| *id == entity.id)?;
    Some((
        u16::try_from(at).unwrap_or(OTHERS).min(OTHERS - 1),
        "named in this article".to_owned(),
    ))
}

fn claims(editor: &Editor, mention: &Mention, quote: &str, fold: Fold<'_>) -> Vec<Ranked> {
    let project = editor.project();
    let ours = Likeness::of(quote, fold);
    let elsewhere = claims_elsewhere(editor, mention);
    let mut wordings: Vec<(_, String)> = Vec::new();
    for other in project.referring_mentions().filter(|other| other.id != mention.id) {
        if let Some(claim) = other.reference().claim {
            wordings.push((claim, project.quote(other)));
        }
    }
    let ranked = |claim: &Rc<Claim>| {
        let theirs = wordings
            .iter()
            .filter(|(id, _)| *id == claim.id)
            .map(|(_, quote)| quote.as_str());
        let alike = |text: &str| likeness(&ours, &Likeness::of(text, fold));
        let most = theirs
            .clone()
            .chain([claim.text.as_str()])
            .map(alike)
            .fold(0.0, f32::max);
        let percent = (most * 100.0).round() as u16;
        let made = count(theirs.count(), "mention");
        let is_proposed = most >= LEAST_LIKENESS;
        let same_passage = elsewhere.iter().position(|it| it.claim == claim.id);
        let rank = match same_passage {
            // A passage is more than its words.
            Some(at) => u16::try_from(at).unwrap_or(FIRST_BY_WORDS).min(FIRST_BY_WORDS - 1),
            None if is_proposed => FIRST_BY_WORDS + 100 - percent.min(100),
            None => OTHERS,
        };
        Ranked {
            rank,
            names: fold(&claim.text),
            choice: LinkChoice {
                title: claim.text.clone(),
                detail: match same_passage {
                    Some(at) => elsewhere[at].why.clone(),
                    None if is_proposed => format!("{percent} % alike, {made}"),
                    None => made,
                },
                label: None,
                action: DossierAction::Attach(mention.id, Pick::Known(claim.id)),
            },
        }
    };
    project.dossier().claims().map(ranked).collect()
}

fn new_choice(mention: MentionId, kind: LinkKind, name: String) -> LinkChoice {
    let pick = || name.clone();
    let (title, action) = match kind {
        LinkKind::Entity => (
            format!("New entity “{name}”"),
            DossierAction::Link(mention, Pick::New(pick())),
        ),
        LinkKind::Speaker => (
            format!("New entity “{name}”"),
            DossierAction::SetSpeaker(mention, Pick::New(pick())),
        ),
        LinkKind::Claim => {
            let quote = short_quote(&name);
            (
                format!("New claim {quote}"),
                DossierAction::Attach(mention, Pick::New(pick())),
            )
        }
    };
    LinkChoice {
        title,
        detail: String::new(),
        label: None,
        action,
    }
}

fn nothing_choice(action: DossierAction) -> LinkChoice {
    LinkChoice {
        title: "Nothing any more".to_owned(),
        detail: "takes the link away".to_owned(),
        label: None,
        action,
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(crate) mod tests;
