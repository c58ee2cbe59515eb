//! What counts as the same when plain text is compared.
//!
//! A *unit* is what a reader takes for one character and never for a part of it: a letter with the accents that follow
//! it (a combining character sequence), a Hangul syllable spelled in jamo, a run of white space. Units are brought to
//! normalization form KD (UAX #15), freed of what does not matter, and composed again.

use std::iter;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// What differences matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Folding {
    pub case: bool,
    pub accents: bool,
}

/// How many bytes of `text` the unit at its start has; 0 for an empty text.
pub(super) fn unit_len(text: &str) -> usize {
    let Some(first) = text.chars().next() else { return 0 };
    let belongs = if first.is_whitespace() {
        char::is_whitespace
    } else {
        goes_on_unit
    };
    let rest = &text[first.len_utf8()..];
    first.len_utf8() + rest.find(|ch| !belongs(ch)).unwrap_or(rest.len())
}

/// Adds what the unit counts as; nothing for one that is not seen.
pub(super) fn fold_unit(unit: &str, folding: Folding, folded: &mut String) {
    let mut chars = unit.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else {
        return;
    };
    if first.is_whitespace() {
        folded.push(' ');
    } else if second.is_none() && is_unchanged(first) {
        folded.push(first);
    } else {
        fold_letters(unit, folding, folded);
    }
}

fn fold_letters(unit: &str, folding: Folding, folded: &mut String) {
    let mut kept = String::new();
    for ch in unit.chars().map(typewritten).nfkd() {
        let is_dropped = is_unseen(ch) || (!folding.accents && is_accent(ch) && !is_short_i(&kept, ch));
        if is_dropped {
            continue;
        }
        match stroked(ch).filter(|_| !folding.accents) {
            Some(letters) => kept.push_str(letters),
            None => kept.push(ch),
        }
    }
    if folding.case {
        folded.extend(kept.nfc());
    } else {
        // By way of upper case, which joins the two small sigmas and makes two letters of `ß`, as full case folding does.
        let lower = kept.chars().flat_map(char::to_lowercase);
        let folding = lower.flat_map(char::to_uppercase).flat_map(char::to_lowercase);
        folded.extend(folding.nfc());
    }
}

/// Whether a character belongs to the one before it.
fn goes_on_unit(ch: char) -> bool {
    ch >= '\u{300}'
        && (canonical_combining_class(ch) != 0
            || is_variation_selector(ch)
            // Vowels and finals of decomposed Hangul; the sound marks of half-width kana.
            || matches!(ch, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7fb}' | '\u{ff9e}' | '\u{ff9f}'))
}

/// Spares most text of East Asia the tables: ideographs and Hangul syllables.
fn is_unchanged(ch: char) -> bool {
    matches!(ch, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// As it can be typed: quotation marks, apostrophes and dashes come in many forms that are rarely told apart.
fn typewritten(ch: char) -> char {
    match ch {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | 'ʹ' | '´' | '`' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '−' => '-',
        ch => ch,
    }
}

/// Soft hyphens, zero-width spaces, and what chooses the look of an emoji. Joiners stay: they make other words and
/// other emoji.
fn is_unseen(ch: char) -> bool {
    matches!(ch, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}') || is_variation_selector(ch)
}

fn is_variation_selector(ch: char) -> bool {
    matches!(ch, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Marks without which a word is still read as the same: diacritics, Hebrew points, Arabic vowels and hamza. Not the
/// vowel signs and sound marks of Indic scripts, Thai and kana, which make another word.
fn is_accent(ch: char) -> bool {
    matches!(ch,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20f0}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}' | '\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// `й` is a letter of its own and no accented `и`, as in the root collation of CLDR.
fn is_short_i(before: &str, ch: char) -> bool {
    ch == '\u{306}' && before.ends_with(['и', 'И'])
}

/// Letters with a stroke and ligatures that Unicode does not take apart.
fn stroked(ch: char) -> Option<&'static str> {
    let letters = [
        "øo", "ØO", "łl", "ŁL", "đd", "ĐD", "ħh", "ĦH", "æae", "ÆAE", "œoe", "ŒOE",
    ];
    letters.into_iter().find_map(|it| it.strip_prefix(ch))
}

/// The units of a text, in order.
pub(super) fn units(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    iter::from_fn(move || {
        let (unit, after) = rest.split_at(unit_len(rest));
        rest = after;
        (!unit.is_empty()).then_some(unit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOSE: Folding = Folding {
        case: false,
        accents: false,
    };
    const EXACT: Folding = Folding {
        case: true,
        accents: true,
    };

    fn folded(text: &str, folding: Folding) -> String {
        let mut folded = String::new();
        units(text).for_each(|unit| fold_unit(unit, folding, &mut folded));
        folded
    }

    fn check(text: &str, loose: &str) {
        assert_eq!(folded(text, LOOSE), loose, "{text}");
        assert_eq!(folded(loose, LOOSE), loose, "folding again changes nothing");
    }

    #[test]
    fn case_and_accents_do_not_count() {
        check("ARÉVALO Are\u{301}valo", "arevalo arevalo");
        check("Straße STRASSE ẞ", "strasse strasse ss");
        check("ὈΔΥΣΣΕΎΣ ὀδυσσεύς", "οδυσσευσ οδυσσευσ");
        check("Łódź Ærø Đà Nẵng İzmir", "lodz aero da nang izmir");
        check("Ёлка ёлка Чай", "елка елка чай");
        check("שָׁלוֹם مُحَمَّد أحمد", "שלום محمد احمد");
    }

    #[test]
    fn marks_that_make_another_word_count() {
        assert_ne!(folded("が", LOOSE), folded("か", LOOSE));
        assert_ne!(folded("कि", LOOSE), folded("क", LOOSE));
        assert_ne!(folded("ก่า", LOOSE), folded("กา", LOOSE));
    }

    #[test]
    fn the_same_in_other_characters_is_the_same() {
        assert_eq!(folded("é", EXACT), folded("e\u{301}", EXACT));
        assert_eq!(folded("한", EXACT), folded("\u{1112}\u{1161}\u{11ab}", EXACT));
        assert_eq!(folded("ガ", EXACT), folded("\u{ff76}\u{ff9e}", EXACT));
        check("ﬁnance ２０２４ ❤\u{fe0f}", "finance 2024 ❤");
        check("it’s “so” – no…", "it's \"so\" - no...");
        check("a\u{a0}\r\n b\u{ad}c", "a bc");
    }

    #[test]
    fn units_are_what_is_read_as_one() {
        let of = |text| units(text).collect::<Vec<_>>();
        assert_eq!(
            of("ae\u{301}\u{323} \r\n\u{a0}z"),
            ["a", "e\u{301}\u{323}", " \r\n\u{a0}", "z"]
        );
        assert_eq!(of("❤\u{fe0f}x"), ["❤\u{fe0f}", "x"]);
        assert_eq!(of("\u{301}a"), ["\u{301}", "a"]);
        assert_eq!(of(""), [""; 0]);
    }
}
