//! From a file's bytes to its exact text: which encoding it is in, and whether it is text at all.
//!
//! Nothing is normalized: line ends, no-break spaces and U+2028 come through as they are; only a byte order mark
//! goes. The order: byte order mark, the page's own `<meta charset>` (HTML only), UTF-8 where the bytes are valid
//! UTF-8, else a guess from the bytes, which is said.

use super::likeness;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Files beyond this are refused unread: 64 MB (binary), far above any article or collection for one sitting.
pub const MAX_FILE_BYTES: u64 = 64 * 1024 * 1024;

/// How much of a page is searched for its `<meta charset>`. The HTML standard asks for 1024 bytes; saved pages
/// often carry a long comment before it.
const META_WINDOW: usize = 4096;

/// A text as it stands in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// Without a leading byte order mark; neither empty nor only white space.
    pub text: String,
    /// A sentence for the person when the encoding was a guess or some bytes made no sense.
    pub notice: Option<String>,
}

/// Says why a file of this many bytes is not read, so that a host can ask before it loads the bytes.
pub fn refuse_size(bytes: u64) -> Option<String> {
    let megabytes = bytes.div_ceil(1024 * 1024);
    (bytes > MAX_FILE_BYTES).then(|| {
        let limit = MAX_FILE_BYTES / (1024 * 1024);
        format!("The file is too large: {megabytes} MB, and at most {limit} MB can be opened. Split it first.")
    })
}

/// The text of a file that is not HTML. The error is a sentence that says what the file looks like instead.
pub fn decode(bytes: &[u8]) -> Result<Decoded, String> {
    decode_declared(bytes, None)
}

/// The same for an HTML file, whose `<meta charset>` counts where there is no byte order mark. A page that names a
/// legacy encoding but is valid UTF-8 beyond ASCII was saved anew as UTF-8, and is read as that.
pub fn decode_html(bytes: &[u8]) -> Result<Decoded, String> {
    decode_declared(bytes, declared_encoding(bytes))
}

fn decode_declared(bytes: &[u8], declared: Option<&'static Encoding>) -> Result<Decoded, String> {
    if let Some(reason) = refuse_size(bytes.len() as u64) {
        return Err(reason);
    }
    if bytes.is_empty() {
        return Err("The file is empty.".into());
    }
    if let Some(likeness) = likeness::of_bytes(bytes) {
        return Err(likeness::refusal(likeness));
    }
    let decoded = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => decode_as(encoding, &bytes[mark..]),
        None => decode_unmarked(bytes, declared),
    };
    if decoded.text.contains('\0') {
        return Err(likeness::refusal(likeness::of_zeros(bytes)));
    }
    if decoded.text.trim().is_empty() {
        return Err("The file holds nothing but white space.".into());
    }
    if decoded.notice.is_some() && is_mostly_controls(&decoded.text) {
        return Err(likeness::refusal("a binary file"));
    }
    Ok(decoded)
}

fn decode_unmarked(bytes: &[u8], declared: Option<&'static Encoding>) -> Decoded {
    if let Ok(text) = std::str::from_utf8(bytes) {
        let escapes = declared.filter(|encoding| !encoding.is_ascii_compatible() && text.is_ascii());
        return match escapes {
            Some(encoding) => decode_as(encoding, bytes),
            None => Decoded {
                text: text.into(),
                notice: None,
            },
        };
    }
    if let Some(encoding) = declared.filter(|&encoding| encoding != UTF_8)
        && let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(bytes)
    {
        return Decoded {
            text: text.into_owned(),
            notice: None,
        };
    }
    if is_damaged_utf8(bytes) {
        return decode_as(UTF_8, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    Decoded {
        notice: Some(guess_notice(encoding)),
        ..decode_as(encoding, bytes)
    }
}

/// The whole input in one encoding, with U+FFFD and a notice where bytes make no sense.
fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let name = encoding.name();
    let notice = had_errors
        .then(|| format!("Some bytes are not valid {name}; each such place shows as the character U+FFFD (\u{FFFD})."));
    Decoded {
        text: text.into_owned(),
        notice,
    }
}

fn guess_notice(encoding: &'static Encoding) -> String {
    let name = match encoding.name() {
        "windows-1252" => "Windows-1252",
        name => name,
    };
    format!("The file does not say its encoding; it was read as {name}, a guess. Check accented letters and quotes.")
}

/// UTF-8 with a few broken places (cut off at the end, or one bad byte), rather than another encoding: a legacy
/// text has hardly any valid multi-byte sequence by chance.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|ch| !ch.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= 4 * broken
}

/// More than one control character in a hundred: a guess "succeeded" on something that is no text.
fn is_mostly_controls(text: &str) -> bool {
    let odd = text
        .chars()
        .filter(|ch| ch.is_control() && !"\t\n\r\u{c}\u{1b}\u{85}".contains(*ch))
        .count();
    odd * 100 > text.chars().count()
}

/// `<meta charset=x>` and `<meta http-equiv=content-type content="…; charset=x">` alike: what follows `charset=`
/// in the first `meta` tag that has it. UTF-16 there means UTF-8, as the HTML standard says.
fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(META_WINDOW)].to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let mut metas = head
        .split("<meta")
        .skip(1)
        .map(|rest| rest.split('>').next().unwrap_or_default());
    let label = metas.find_map(|meta| meta.split_once("charset").map(|(_, rest)| rest))?;
    let label = label
        .trim_start()
        .strip_prefix('=')?
        .trim_start()
        .trim_start_matches(['"', '\'']);
    let label = label
        .split(|ch: char| ch.is_whitespace() || "\"';/".contains(ch))
        .next()?;
    match Encoding::for_label(label.as_bytes())? {
        utf16 if utf16 == UTF_16LE || utf16 == UTF_16BE => Some(UTF_8),
        encoding => Some(encoding),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn utf16(text: &str, mark: [u8; 2], to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.into_iter().chain(text.encode_utf16().flat_map(to_bytes)).collect()
    }

    #[test]
    fn exact_text_of_every_encoding_that_says_itself() {
        let text = "Uno\r\nDos\rTres\nÁ\u{a0}«x»\u{2028}👩‍👩‍👧 e\u{301} שלום ไทย 中文\n";
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            utf16(text, [0xFF, 0xFE], u16::to_le_bytes),
            utf16(text, [0xFE, 0xFF], u16::to_be_bytes),
        ] {
            assert_eq!(
                decode(&bytes),
                Ok(Decoded {
                    text: text.into(),
                    notice: None
                })
            );
        }
    }

    #[test]
    fn only_one_mark_goes() {
        assert_eq!(decode(b"\xEF\xBB\xBF\xEF\xBB\xBFx").unwrap().text, "\u{FEFF}x");
    }

    #[test]
    fn legacy_text_is_guessed_and_said() {
        for (text, encoding) in [
            (
                "El presidente dijo que la inmigración es una cuestión “difícil”: 5 € más.",
                encoding_rs::WINDOWS_1252,
            ),
            ("The president said “we will” – on Monday.", encoding_rs::WINDOWS_1252),
            ("Café", encoding_rs::WINDOWS_1252),
            ("It’s", encoding_rs::WINDOWS_1252),
            (
                "Президент сказал, что переговоры начнутся в понедельник.",
                encoding_rs::WINDOWS_1251,
            ),
            (
                "大統領は月曜日に会談を行うと述べた。経済と移民が主な議題になる。",
                encoding_rs::SHIFT_JIS,
            ),
        ] {
            let decoded = decode(&encoding.encode(text).0).unwrap();
            assert_eq!(decoded.text, text);
            let notice = decoded.notice.unwrap();
            assert!(
                notice.to_lowercase().contains(&encoding.name().to_lowercase()),
                "{notice}"
            );
        }
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let cut = &"Señora Núñez dijo: “mañana”".as_bytes()[..28];
        let decoded = decode(cut).unwrap();
        assert_eq!(decoded.text, "Señora Núñez dijo: “ma\u{FFFD}");
        assert!(decoded.notice.unwrap().contains("UTF-8"));
        let broken = [&b"\xFF"[..], "Señora Núñez, “mañana” sí".as_bytes()].concat();
        let decoded = decode(&broken).unwrap();
        assert_eq!(decoded.text, "\u{FFFD}Señora Núñez, “mañana” sí");
        assert!(decoded.notice.unwrap().contains("U+FFFD"));
        let odd = [utf16("Señal", [0xFF, 0xFE], u16::to_le_bytes), vec![b'x']].concat();
        assert!(decode(&odd).unwrap().notice.unwrap().contains("UTF-16LE"));
    }

    #[test]
    fn what_is_no_text_is_named() {
        let utf16_unmarked: Vec<u8> = "Plain words".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, named) in [
            (&b""[..], "is empty"),
            (b" \r\n\t \xC2\xA0", "white space"),
            (b"\xEF\xBB\xBF", "white space"),
            (b"%PDF-1.7\n%\xE2\xE3", "a PDF document"),
            (b"PK\x03\x04\x14\0\x06\0", "a ZIP archive"),
            (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "a JPEG image"),
            (b"text, then\0zeros", "a binary file"),
            (&utf16_unmarked, "UTF-16"),
            (
                b"\x01\x02\x03\xFE\x05\x06 \x9D\x81\x8F\x90 \x1C\x1D\x1E",
                "a binary file",
            ),
        ] {
            let reason = decode(bytes).unwrap_err();
            assert!(reason.contains(named), "{named}: {reason}");
        }
    }

    #[test]
    fn too_large_is_refused_by_its_size_alone() {
        assert_eq!(refuse_size(MAX_FILE_BYTES), None);
        assert!(refuse_size(MAX_FILE_BYTES + 1).unwrap().contains("65 MB"));
        assert!(
            decode(&vec![b'a'; MAX_FILE_BYTES as usize + 1])
                .unwrap_err()
                .contains("too large")
        );
    }

    #[test]
    fn a_page_says_its_encoding() {
        let cases = [
            ("<meta charset=windows-1251>", encoding_rs::WINDOWS_1251, "Да"),
            ("<META CHARSET = \"shift_jis\" />", encoding_rs::SHIFT_JIS, "大統領"),
            (
                "<meta name=a><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'>",
                encoding_rs::ISO_8859_2,
                "Łódź",
            ),
            ("<meta charset=iso-2022-jp>", encoding_rs::ISO_2022_JP, "大統領"),
        ];
        for (meta, encoding, word) in cases {
            let html = format!("{meta}<p>{word}");
            let decoded = decode_html(&encoding.encode(&html).0).unwrap();
            assert_eq!(
                decoded,
                Decoded {
                    text: html,
                    notice: None
                }
            );
        }
        // Saved anew as UTF-8 with the old tag left in; a wrong label; one that means UTF-8 by the standard.
        for meta in [
            "<meta charset=iso-8859-1>",
            "<meta charset=klingon>",
            "<meta charset=utf-16>",
        ] {
            let html = format!("{meta}<p>“sí”");
            assert_eq!(decode_html(html.as_bytes()).unwrap().text, html);
        }
        let lies = encoding_rs::WINDOWS_1252
            .encode("<meta charset=utf-8><p>La cuestión es difícil, dijo él.")
            .0;
        assert!(decode_html(&lies).unwrap().notice.unwrap().contains("Windows-1252"));
    }

    #[test]
    fn a_mark_goes_before_the_page_s_own_word() {
        let html = "\u{FEFF}<meta charset=windows-1252><p>“sí”";
        assert_eq!(decode_html(html.as_bytes()).unwrap().text, &html[3..]);
    }

    proptest! {
        #[test]
        fn utf8_comes_back_as_it_was(text in "(?s)\u{FEFF}?[^\0]{0,80}") {
            let expected = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
            match decode(text.as_bytes()) {
                Ok(decoded) => prop_assert_eq!(decoded, Decoded { text: expected.into(), notice: None }),
                Err(_) => prop_assert!(expected.trim().is_empty() || likeness::of_bytes(text.as_bytes()).is_some()),
            }
        }

        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(decoded) = decode(&bytes) {
                prop_assert!(!decoded.text.trim().is_empty());
            }
            let _ = decode_html(&bytes);
        }
    }
}
