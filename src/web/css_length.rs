//! Lengths as style sheets write them, to a tenth. By whole numbers: the standard library's way to print fractions would be
//! a part of the page for this alone.

/// In pixels, such as `12.5px`.
pub fn px(length: f64) -> String {
    in_tenths(length, "px")
}

/// In the text's size, such as `1.8em`.
pub fn em(length: f64) -> String {
    in_tenths(length, "em")
}

/// Two decimals of an `em`, for what is a fraction of one.
pub fn fine_em(length: f64) -> String {
    in_parts(length, 100, "em")
}

/// Two decimals of a `rem`.
pub fn fine_rem(length: f64) -> String {
    in_parts(length, 100, "rem")
}

/// A number with one decimal, without a unit.
pub fn tenths(number: f64) -> String {
    in_tenths(number, "")
}

fn in_tenths(length: f64, unit: &str) -> String {
    in_parts(length, 10, unit)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "no length on a page comes near to what a whole number holds"
)]
fn in_parts(length: f64, parts: i32, unit: &str) -> String {
    let n_parts = (length * f64::from(parts)).round() as i32;
    let sign = if n_parts < 0 { "-" } else { "" };
    let (whole, rest) = ((n_parts / parts).unsigned_abs(), (n_parts % parts).unsigned_abs());
    let mut text = String::from(sign);
    text += &whole.to_string();
    text.push('.');
    if parts > 10 && rest < 10 {
        text.push('0');
    }
    text += &rest.to_string();
    text += unit;
    text
}
