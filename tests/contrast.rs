//! The text can be read on every mark, whatever lies over or below it: computed from the colors of the style sheets.

#![allow(clippy::unwrap_used, clippy::panic)]

use attest::core::color::{Color, LEAST_CONTRAST};
use attest::core::default_schema::default_schema;
use attest::core::paint::TINTS;

/// What WCAG 2.2 asks of text (success criterion 1.4.3).
const LEAST_OF_TEXT: f64 = 4.5;

const TOKENS: &str = include_str!("../static/css/tokens.css");
const PANE: &str = include_str!("../static/css/pane.css");

/// Red, green and blue from 0 to 255, and how much of it covers what is below, from 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Paint([f64; 3], f64);

#[derive(Clone, Copy, PartialEq, Debug)]
enum Theme {
    Light,
    Dark,
}

/// What is painted over the marks: nothing, or these layers one above the other.
fn layers(theme: Theme) -> Vec<Vec<Paint>> {
    let of = |name: &str| custom_property(PANE, name, theme);
    let [joined, paired, apart] = ["--joined-back", "--paired-back", "--apart-back"].map(of);
    let (hovered, chosen) = (of("--hovered-back"), of("--chosen-back"));
    let [hit, current_hit] = ["--hit-back", "--current-hit-back"].map(|name| custom_property(TOKENS, name, theme));
    vec![
        vec![],
        vec![hovered],
        vec![chosen],
        vec![hovered, chosen],
        vec![hit],
        vec![current_hit],
        vec![current_hit, hovered],
        vec![current_hit, hovered, chosen],
        vec![of("--pending-back")],
        vec![of("--preview-back")],
        vec![joined],
        vec![joined, paired],
        vec![joined, paired, apart],
        vec![joined, paired, apart, chosen],
    ]
}

/// The value of `name: light-dark(…, …);`.
fn custom_property(css: &str, name: &str, theme: Theme) -> Paint {
    let (_, value) = css.split_once(&format!("{name}: light-dark(")).expect(name);
    let (value, _) = value.split_once(";").expect(name);
    let (light, dark) = value
        .strip_suffix(')')
        .and_then(|both| both.split_once(", "))
        .expect(name);
    match theme {
        Theme::Light => paint(light),
        Theme::Dark => paint(dark),
    }
}

/// `#rrggbb` or `rgb(r g b / a%)`.
fn paint(css: &str) -> Paint {
    if let Ok(color) = css.parse::<Color>() {
        return Paint(channels(color), 1.0);
    }
    let parts = css.trim_start_matches("rgb(").trim_end_matches("%)");
    let numbers: Vec<f64> = parts.split([' ', '/']).filter_map(|part| part.parse().ok()).collect();
    let [red, green, blue, percent]: [f64; 4] = numbers.try_into().expect(css);
    Paint([red, green, blue], percent / 100.0)
}

fn channels(color: Color) -> [f64; 3] {
    let hex = color.to_string();
    [1, 3, 5].map(|at| f64::from(u8::from_str_radix(&hex[at..at + 2], 16).expect("a color is written in hex")))
}

fn over(below: [f64; 3], Paint(above, share): Paint) -> [f64; 3] {
    [0, 1, 2].map(|i| below[i] * (1.0 - share) + above[i] * share)
}

fn color([red, green, blue]: [f64; 3]) -> Color {
    Color::rgb(red.round() as u8, green.round() as u8, blue.round() as u8)
}

/// Every level has the mark of a label or none.
fn check(theme: Theme, marks: &[Option<Color>; TINTS.len()]) {
    let ink = color(custom_property(TOKENS, "--ink", theme).0);
    let mut back = custom_property(TOKENS, "--paper", theme).0;
    for (mark, (light, dark)) in marks.iter().zip(TINTS) {
        let percent = if theme == Theme::Light { light } else { dark };
        if let Some(mark) = mark {
            back = over(back, Paint(channels(*mark), f64::from(percent) / 100.0));
        }
    }
    for layers in layers(theme) {
        let contrast = color(layers.iter().copied().fold(back, over)).contrast(ink);
        assert!(
            contrast >= LEAST_OF_TEXT,
            "{contrast:.2} in {theme:?} with {marks:?} under {layers:?}"
        );
    }
}

/// Some of the colors that a label may have, all over the space.
fn allowed_colors() -> Vec<Color> {
    let steps = || (0..=255u8).step_by(51);
    let all =
        steps().flat_map(|red| steps().flat_map(move |green| steps().map(move |blue| Color::rgb(red, green, blue))));
    all.filter(|color| color.contrast_on_paper() >= LEAST_CONTRAST)
        .collect()
}

#[test]
fn text_is_readable_on_any_nesting_of_the_labels_that_come_with_the_page() {
    let labels: Vec<Color> = default_schema().labels.iter().map(|label| label.color).collect();
    // No label, or one of them, on each level but the last two, whose tints are the faintest: there the same.
    let n = labels.len() + 1;
    for theme in [Theme::Light, Theme::Dark] {
        for code in 0..n.pow(4) {
            let at = |level: u32| labels.get(code / n.pow(level) % n).copied();
            check(theme, &[at(0), at(1), at(2), at(3), at(3), at(3)]);
        }
    }
}

#[test]
fn text_is_readable_on_any_two_colors_that_a_label_may_have() {
    let colors = allowed_colors();
    assert!(colors.len() > 20, "there is something to check");
    for theme in [Theme::Light, Theme::Dark] {
        for one in &colors {
            for other in &colors {
                check(theme, &[one, one, one, one, one, one].map(|it| Some(*it)));
                check(theme, &[one, other, one, other, one, other].map(|it| Some(*it)));
                check(theme, &[one, other, other, other, other, other].map(|it| Some(*it)));
            }
        }
    }
}
