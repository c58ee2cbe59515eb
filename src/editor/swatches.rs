//! Colors that are offered for labels: each can be told from the light and from the dark page.

use crate::core::color::Color;

/// Around the color wheel, then greys; with names for those who do not see them.
pub const SWATCHES: [(&str, Color); 12] = [
    ("Red", Color::rgb(0xc9, 0x4a, 0x4a)),
    ("Orange", Color::rgb(0xd6, 0x5f, 0x2e)),
    ("Amber", Color::rgb(0xa8, 0x7a, 0x12)),
    ("Olive", Color::rgb(0x7d, 0x8a, 0x1f)),
    ("Green", Color::rgb(0x1f, 0x8f, 0x5f)),
    ("Teal", Color::rgb(0x0e, 0x8a, 0x9a)),
    ("Blue", Color::rgb(0x3b, 0x7d, 0xd8)),
    ("Indigo", Color::rgb(0x6a, 0x74, 0xd9)),
    ("Violet", Color::rgb(0x8b, 0x6a, 0xd6)),
    ("Magenta", Color::rgb(0xb0, 0x5c, 0xb8)),
    ("Pink", Color::rgb(0xd0, 0x5a, 0x9a)),
    ("Grey", Color::rgb(0x7d, 0x82, 0x8c)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::color::LEAST_CONTRAST;

    #[test]
    fn each_is_seen_on_both_papers_and_differs_from_the_others() {
        for (i, (name, color)) in SWATCHES.iter().enumerate() {
            assert!(
                color.contrast_on_paper() >= LEAST_CONTRAST,
                "{name}: {}",
                color.contrast_on_paper()
            );
            assert!(
                SWATCHES[..i].iter().all(|other| other.0 != *name && other.1 != *color),
                "{name}"
            );
        }
    }
}
