//! What a file that is no article looks like, by its first bytes or by its name's ending, so that the person is told.

/// First bytes by which common formats are known, with what to call them.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (as .docx, .odt and .epub files are)"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Microsoft Office document"),
    (b"bplist00", "a Safari web archive or another Apple property list"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
    (b"Rar!\x1A\x07", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"OggS\0", "a sound or video file"),
    (b"ID3\x02", "a sound file"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
    (b"\x7FELF", "a program"),
    (b"\0asm", "a WebAssembly program"),
    (b"\xFF\xFE\0\0", "text in UTF-32"),
    (b"\0\0\xFE\xFF", "text in UTF-32"),
];

/// Endings of files that hold no article text, or hold it in a form that is not read.
const ENDINGS: &[(&[&str], &str)] = &[
    (&["pdf"], "a PDF document"),
    (&["doc", "docx", "odt", "pages", "rtf"], "a word-processor document"),
    (&["xls", "xlsx", "ods", "numbers"], "a spreadsheet"),
    (&["ppt", "pptx", "odp", "key"], "a presentation"),
    (&["epub", "mobi", "azw3"], "an e-book"),
    (&["mht", "mhtml", "webarchive", "maff"], "a web archive"),
    (
        &["url", "webloc", "desktop", "lnk"],
        "a shortcut to a page, not the page itself",
    ),
    (
        &[
            "png", "jpg", "jpeg", "gif", "webp", "avif", "bmp", "tif", "tiff", "heic", "svg", "ico",
        ],
        "an image",
    ),
    (&["mp3", "m4a", "wav", "ogg", "oga", "flac", "aac"], "a sound file"),
    (&["mp4", "m4v", "mov", "webm", "avi", "mkv"], "a video"),
    (
        &["zip", "gz", "tgz", "tar", "7z", "rar", "bz2", "xz", "zst"],
        "an archive of files",
    ),
    (
        &["css", "js", "mjs", "map", "wasm", "woff", "woff2", "ttf", "otf"],
        "a part of a page, not the page itself",
    ),
    (&["exe", "dll", "so", "dmg", "msi", "apk"], "a program"),
];

/// What the bytes show, as a noun phrase; `None` where they may be text.
pub fn of_bytes(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("a WebP image"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W' | b'A', ..] => Some("a sound or video file"),
        [0, 0, _, _, b'f', b't', b'y', b'p', ..] => Some("a video or HEIC/AVIF image"),
        _ => SIGNATURES
            .iter()
            .find(|(start, _)| bytes.starts_with(start))
            .map(|(_, likeness)| *likeness),
    }
}

/// What a file with this ending (lower case, no dot) is, where it is known not to be read.
pub fn of_ending(ending: &str) -> Option<&'static str> {
    ENDINGS
        .iter()
        .find(|(endings, _)| endings.contains(&ending))
        .map(|(_, likeness)| *likeness)
}

/// What bytes with zeros in them are: UTF-16 without its mark where every second one is zero, else no text.
pub fn of_zeros(bytes: &[u8]) -> &'static str {
    let zeros = |from| {
        bytes
            .iter()
            .skip(from)
            .step_by(2)
            .take(200)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let pairs = bytes.len().min(400) / 2;
    let (even, odd) = (zeros(0), zeros(1));
    if even.max(odd) * 10 >= pairs * 9 && even.min(odd) * 10 <= pairs {
        "text in UTF-16 without a byte order mark"
    } else {
        "a binary file"
    }
}

/// The sentence for the person: what it looks like and what to do instead.
pub fn refusal(likeness: &str) -> String {
    let advice = match likeness {
        utf if utf.starts_with("text in UTF") => "Save it as UTF-8 and open it again.",
        page if page.contains("page") || page.contains("web archive") => {
            "Open the page in a browser and save it as “Webpage, HTML only”, or copy its text and paste it here."
        }
        _ => "Copy the article's text and paste it here, or save it as .txt, .html, .json or .jsonl.",
    };
    format!("This looks like {likeness}, which can't be read. {advice}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_lower_case_and_named_once() {
        let all: Vec<&str> = ENDINGS
            .iter()
            .flat_map(|(endings, _)| endings.iter().copied())
            .collect();
        for (idx, ending) in all.iter().enumerate() {
            assert!(
                ending.chars().all(|ch| ch.is_ascii_lowercase() || ch.is_ascii_digit()),
                "{ending}"
            );
            assert!(!all[..idx].contains(ending), "{ending} twice");
        }
        assert_eq!(of_ending("txt"), None);
        assert_eq!(of_ending("docx"), Some("a word-processor document"));
    }

    #[test]
    fn advice_fits() {
        for (likeness, advice) in [
            ("text in UTF-16 without a byte order mark", "UTF-8"),
            ("a web archive", "HTML only"),
            ("a shortcut to a page, not the page itself", "HTML only"),
            ("a PDF document", "paste"),
        ] {
            assert!(refusal(likeness).contains(advice), "{likeness}");
        }
    }

    #[test]
    fn containers_are_known_by_what_follows() {
        assert_eq!(of_bytes(b"RIFF\x24\0\0\0WEBPVP8 "), Some("a WebP image"));
        assert_eq!(of_bytes(b"RIFF\x24\0\0\0WAVEfmt "), Some("a sound or video file"));
        assert_eq!(of_bytes(b"RIFF announced on Monday"), None);
        assert_eq!(of_bytes(b"\0\0\0\x20ftypmp42"), Some("a video or HEIC/AVIF image"));
        assert_eq!(of_bytes(b"PKK leaders"), None);
    }
}
