//! Words brought to a form in which inflections agree: lower case, without accents, endings cut off.
//!
//! A light stemmer for English after the idea of M. F. Porter ("An algorithm for suffix stripping", Program 14, 1980)
//! with far fewer rules: what it leaves apart, the lexicon or the word's beginning puts together. A crate for it brings
//! fifteen languages along.

/// Lower case without accents; each character that has none stays.
pub(super) fn fold(word: &str, into: &mut String) {
    into.clear();
    for ch in word.chars() {
        match ch {
            '\u{300}'..='\u{36f}' => {}
            '’' => into.push('\''),
            ch if ch.is_ascii() => into.push(ch.to_ascii_lowercase()),
            ch => ch.to_lowercase().for_each(|ch| into.push(without_accent(ch))),
        }
    }
    if let Some(base) = into.strip_suffix("'s").or_else(|| into.strip_suffix('\'')) {
        into.truncate(base.len());
    }
}

/// The letter without its accent, for the Latin letters of European languages.
fn without_accent(ch: char) -> char {
    match ch {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        ch => ch,
    }
}

/// The stem of a folded word. Words with anything but the letters a to z stay as they are.
pub(super) fn stem(word: &str) -> &str {
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word;
    }
    let word = without_plural(word);
    let word = ["ment", "ness"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() > 4))
        .unwrap_or(word);
    let word = word.strip_suffix("ly").filter(|rest| rest.len() > 3).unwrap_or(word);
    let word = if word.ends_with("eed") {
        &word[..word.len() - 1]
    } else {
        word
    };
    let word = ["ing", "ed"]
        .iter()
        .find_map(|ending| {
            word.strip_suffix(ending)
                .filter(|rest| rest.len() > 2 && has_vowel(rest))
        })
        .map_or(word, without_double);
    let word = word
        .strip_suffix("ion")
        .filter(|rest| rest.len() > 3 && rest.ends_with(['t', 's']))
        .unwrap_or(word);
    word.strip_suffix(['e', 'y', 'i'])
        .filter(|rest| rest.len() > 2)
        .unwrap_or(word)
}

fn without_plural(word: &str) -> &str {
    for ending in ["sses", "shes", "ches", "xes", "zzes"] {
        if word.ends_with(ending) {
            return &word[..word.len() - 2];
        }
    }
    // “ies” and “y” both lose what is left of them at the end.
    if let Some(rest) = word.strip_suffix("ies").filter(|rest| rest.len() > 1) {
        return &word[..rest.len() + 1];
    }
    match word.strip_suffix('s') {
        Some(rest) if !rest.ends_with(['s', 'u', 'i']) => rest,
        _ => word,
    }
}

fn without_double(word: &str) -> &str {
    let bytes = word.as_bytes();
    match bytes {
        [.., a, b] if a == b && !matches!(b, b'l' | b's' | b'z' | b'e') => &word[..word.len() - 1],
        _ => word,
    }
}

fn has_vowel(word: &str) -> bool {
    word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stemmed(word: &str) -> String {
        let mut folded = String::new();
        fold(word, &mut folded);
        stem(&folded).to_owned()
    }

    #[test]
    fn inflections_agree() {
        for words in [
            &["announce", "announced", "Announces", "announcing", "announcement"][..],
            &["study", "studies", "studied"],
            &["migrate", "migration", "migrating"],
            &["elect", "election", "elections", "elected"],
            &["plan", "planned", "planning"],
            &["agree", "agreed", "agreement"],
            &["Arévalo", "Arevalo’s", "ARÉVALO"],
            &["Harris", "Harris’", "Harris's"],
            &["tax", "taxes"],
        ] {
            let stems: Vec<_> = words.iter().map(|word| stemmed(word)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{stems:?}");
        }
    }

    #[test]
    fn short_and_foreign_words_stay() {
        for word in ["bus", "is", "sing", "red", "189,922", "東京", "при"] {
            assert_eq!(stemmed(word), word);
        }
        assert_ne!(stemmed("governor"), stemmed("government"));
    }
}
