//! Who is said to have said it: the part of a sentence that only tells the source.

use super::tokens::Token;
use super::vocabulary::Vocabulary;

/// How many words a stretch between commas or quotes may have that tells the source, and one beside it.
const LONGEST: usize = 8;
const LONGEST_BESIDE: usize = 5;

/// For each word whether it belongs to “the county’s director, Martha Quill, said” and its like.
pub(super) fn attributed(text: &str, tokens: &[Token], vocabulary: &Vocabulary) -> Vec<bool> {
    let mut marks = vec![false; tokens.len()];
    let ends_part = |i: usize| {
        let Some(next) = tokens.get(i + 1) else { return true };
        let gap = &text[tokens[i].end as usize..next.start as usize];
        gap.contains([',', ';', ':', '“', '”', '"', '–', '—', '(', ')'])
    };
    let mut parts = Vec::new();
    let mut start = 0;
    for i in 0..tokens.len() {
        if ends_part(i) {
            parts.push(start..i + 1);
            start = i + 1;
        }
    }
    for (n, part) in parts.iter().enumerate() {
        let Some(verb) = part.clone().find(|i| vocabulary.word(tokens[*i].word).is_saying) else {
            continue;
        };
        if parts.len() > 1 && part.len() <= LONGEST {
            marks[part.clone()].fill(true);
            // “Martha Quill,” and “the county’s director,” before “said”.
            if verb == part.start && n + 1 == parts.len() {
                let before = parts[..n].iter().rev().take_while(|it| it.len() <= LONGEST_BESIDE);
                for before in before.filter(|it| it.start > 0) {
                    marks[before.clone()].fill(true);
                }
            }
        } else if verb < LONGEST && part.start == 0 {
            // “Sato said that …”
            marks[..=verb].fill(true);
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    /// `«` and `»` enclose what tells the source.
    fn check(marked: &str) {
        let text = marked.replace(['«', '»'], "");
        let mut vocabulary = Vocabulary::new();
        let tokens = tokens(&text, 0, text.len(), &mut vocabulary);
        let words = tokens.iter().zip(attributed(&text, &tokens, &vocabulary));
        let found: Vec<_> = words
            .filter(|it| it.1)
            .map(|it| &text[it.0.start as usize..it.0.end as usize])
            .collect();
        let marked: Vec<_> = marked
            .split('«')
            .skip(1)
            .filter_map(|rest| rest.split('»').next())
            .collect();
        let expected: Vec<_> = marked
            .iter()
            .flat_map(|it| it.split([' ', ',']))
            .filter(|it| !it.is_empty())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_source_is_told_from_what_it_says() {
        check("There is no sign that the dam could break, «the emergency director, Martha Quill, said».");
        check("“It went like a house of cards,” «said Tom Hadley», who watched from his porch.");
        check("«Sato said» that both had agreed to extend it.");
        check("18,000 homes had no power, «according to the utility Norlight».");
        check("Shares rose 8 percent.");
    }
}
