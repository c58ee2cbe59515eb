//! A claim as it becomes while somebody types. `None` where that is no claim: it then stays as it was.

use crate::core::claim::{Claim, ClaimSource};
use std::rc::Rc;

/// With this sentence, on one line.
pub fn with_text(claim: &Claim, typed: &str) -> Option<Rc<Claim>> {
    sound(Claim {
        text: typed.replace(['\n', '\r'], " "),
        ..claim.clone()
    })
}

/// With this source at a place among the others, or behind them.
pub fn with_source(claim: &Claim, at: usize, source: ClaimSource) -> Option<Rc<Claim>> {
    let mut claim = claim.clone();
    match claim.sources.get_mut(at) {
        Some(old) => *old = source,
        None => claim.sources.push(source),
    }
    sound(claim)
}

/// Without the source at a place.
pub fn without_source(claim: &Claim, at: usize) -> Option<Rc<Claim>> {
    let mut claim = claim.clone();
    (at < claim.sources.len()).then(|| claim.sources.remove(at))?;
    sound(claim)
}

fn sound(claim: Claim) -> Option<Rc<Claim>> {
    claim.is_sound().then(|| Rc::new(claim))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::id::ClaimId;
    use crate::core::timestamp::Timestamp;

    fn claim() -> Claim {
        Claim {
            id: ClaimId::from_u128(1),
            text: "Prices rose.".to_owned(),
            kind: None,
            check_worthy: None,
            verdict: None,
            sources: vec![source("a"), source("b")],
            note: String::new(),
            created: Timestamp::default(),
            modified: Timestamp::default(),
        }
    }

    fn source(url: &str) -> ClaimSource {
        ClaimSource {
            url: url.to_owned(),
            note: String::new(),
        }
    }

    fn urls(claim: Option<Rc<Claim>>) -> Option<Vec<String>> {
        let urls = |claim: &Rc<Claim>| claim.sources.iter().map(|it| it.url.clone()).collect();
        claim.as_ref().map(urls)
    }

    #[test]
    fn a_sentence_is_one_line_and_never_empty() {
        let text = |typed| with_text(&claim(), typed).map(|it| it.text.clone());
        assert_eq!(text("Prices\nfell").as_deref(), Some("Prices fell"));
        assert_eq!(text("Prices ").as_deref(), Some("Prices "), "a word may follow");
        assert_eq!(text(" \n"), None);
    }

    #[test]
    fn sources_come_change_and_go() {
        let all = |urls: &[&str]| Some(urls.iter().map(|url| (*url).to_owned()).collect::<Vec<_>>());
        assert_eq!(urls(with_source(&claim(), 1, source("c"))), all(&["a", "c"]));
        assert_eq!(urls(with_source(&claim(), 2, source("c"))), all(&["a", "b", "c"]));
        assert_eq!(urls(with_source(&claim(), 0, source(" "))), None);
        assert_eq!(urls(without_source(&claim(), 0)), all(&["b"]));
        assert_eq!(urls(without_source(&claim(), 2)), None);
    }
}
