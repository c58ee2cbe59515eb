//! How an article puts a claim, in words and as a mark that needs no color.

use crate::core::reference::Stance;

/// As one reads it of a claim: “asserted”.
pub fn participle(stance: Stance) -> &'static str {
    match stance {
        Stance::Asserts => "asserted",
        Stance::Attributes => "attributed",
        Stance::Hedges => "hedged",
        Stance::Denies => "denied",
        Stance::Questions => "questioned",
    }
}

/// One character, of another shape for each.
pub fn mark(stance: Option<Stance>) -> &'static str {
    match stance {
        None => "○",
        Some(Stance::Asserts) => "●",
        Some(Stance::Attributes) => "❝",
        Some(Stance::Hedges) => "≈",
        Some(Stance::Denies) => "✕",
        Some(Stance::Questions) => "?",
    }
}

/// How a mention puts its claim and who speaks: “denied by Harris”. The speaker may be empty.
pub fn said_by(stance: Option<Stance>, speaker: &str) -> String {
    let how = stance.map_or("said", participle);
    match (stance, speaker) {
        (_, "") => how.to_owned(),
        (Some(Stance::Attributes), _) => format!("{how} to {speaker}"),
        _ => format!("{how} by {speaker}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_it_is_told_with_how() {
        assert_eq!(said_by(Some(Stance::Asserts), "Harris"), "asserted by Harris");
        assert_eq!(said_by(Some(Stance::Attributes), "Harris"), "attributed to Harris");
        assert_eq!(said_by(Some(Stance::Denies), ""), "denied");
        assert_eq!(said_by(None, "Harris"), "said by Harris");
        assert_eq!(said_by(None, ""), "said");
    }

    #[test]
    fn no_two_marks_are_alike() {
        let marks: Vec<&str> = Stance::ALL
            .iter()
            .map(|stance| mark(Some(*stance)))
            .chain([mark(None)])
            .collect();
        for (i, mark) in marks.iter().enumerate() {
            assert!(!marks[..i].contains(mark), "{mark}");
        }
    }
}
