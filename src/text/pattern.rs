//! Texts with `{placeholders}`.
//!
//! Entry point: [`put`]. Invariant: a value is never looked through for placeholders.

/// Puts values into the `{placeholders}` of a pattern; what has no value stays as it is written.
pub fn put(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let value = after.split_once('}').and_then(|(name, behind)| {
            let (_, value) = values.iter().find(|(known, _)| *known == name)?;
            Some((value, behind))
        });
        rest = match value {
            Some((value, behind)) => {
                out.push_str(value);
                behind
            }
            None => {
                out.push('{');
                after
            }
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_without_a_value_stay_as_they_are_written() {
        assert_eq!(put("{a} và {b}{a", &[("a", "1"), ("b", "{a}")]), "1 và {a}{a");
        assert_eq!(put("{x} {", &[("a", "1")]), "{x} {");
        assert_eq!(put("{{a}}", &[("a", "1")]), "{1}");
    }
}
