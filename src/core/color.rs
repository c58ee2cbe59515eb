//! A label's color, and whether it can be told from the page.

use std::fmt;
use std::str::FromStr;

/// An sRGB color, written `#rrggbb`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Color {
    red: u8,
    green: u8,
    blue: u8,
}

/// The page's two backgrounds, against which labels must be seen.
pub const PAPER: [Color; 2] = [Color::rgb(0xff, 0xff, 0xff), Color::rgb(0x16, 0x18, 0x1d)];

/// What WCAG 2.2 asks of graphical objects (success criterion 1.4.11).
pub const LEAST_CONTRAST: f64 = 3.0;

impl Color {
    /// From its three channels.
    pub const fn rgb(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// The WCAG 2.2 contrast ratio, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The lowest contrast with the light and the dark page.
    pub fn contrast_on_paper(self) -> f64 {
        PAPER
            .into_iter()
            .map(|paper| self.contrast(paper))
            .fold(f64::INFINITY, f64::min)
    }

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

impl fmt::Debug for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl FromStr for Color {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let refuse = || format!("“{text}” is not a colour: write #rrggbb");
        let digits = text
            .strip_prefix('#')
            .filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()));
        let value = u32::from_str_radix(digits.ok_or_else(refuse)?, 16).map_err(|_| refuse())?;
        let [_, red, green, blue] = value.to_be_bytes();
        Ok(Self { red, green, blue })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        let [white, black] = [Color::rgb(255, 255, 255), Color::rgb(0, 0, 0)];
        assert!((white.contrast(black) - 21.0).abs() < 1e-9);
        let gray: Color = "#767676".parse().unwrap();
        assert!(gray.contrast(white) >= 4.5 && gray.contrast(white) < 4.6);
        assert_eq!(gray.to_string(), "#767676");
        assert!("red".parse::<Color>().is_err());
    }
}
