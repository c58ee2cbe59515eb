//! Ids for what a file left without one: made from the content, so that reading the file again gives the same ones.

use crate::core::digest::Digest;

/// A version 8 UUID (RFC 9562: of the application's making) from a digest of the parts.
pub(in crate::core) fn derived_id(parts: &[&str]) -> u128 {
    // Lengths keep ("ab", "c") and ("a", "bc") apart.
    let joined: String = parts.iter().map(|part| format!("{}:{part}", part.len())).collect();
    let hex = Digest::of(&joined).to_string();
    let bits = u128::from_str_radix(&hex[..32], 16).expect("a digest is hexadecimal");
    let version = 0xf << 76;
    let variant = 0x3 << 62;
    (bits & !version & !variant) | (0x8 << 76) | (0x2 << 62)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::id::MentionId;

    #[test]
    fn is_a_uuid_of_its_content() {
        let id = MentionId::from_u128(derived_id(&["a", "b"])).to_string();
        assert_eq!((&id[14..15], &id[19..20]), ("8", "b"));
        assert_eq!(derived_id(&["a", "b"]), derived_id(&["a", "b"]));
        assert_ne!(derived_id(&["ab", "c"]), derived_id(&["a", "bc"]));
    }
}
