//! Keys of closed lists with the words that people know them by.
//!
//! Entry point: [`near`], [`said`]. Invariant: words are used to answer only; what is accepted is the key.

use super::words;
use crate::text::{fold, nearest};

/// A key with its label in Vietnamese and English; labels are blank when nobody gave any.
pub(super) struct Named<'k> {
    /// What authors write.
    pub(super) key: &'k str,
    /// What people call it.
    pub(super) labels: [String; 2],
}

/// The built-in words of a field of a composite: those of its ranks, its eras.
pub(super) fn named<'k>(field: &str, keys: &[&'k str]) -> Vec<Named<'k>> {
    let area = match field {
        "status" => "rights",
        "kind" => "source_kind",
        other => other,
    };
    let labels = |key: &str| words::labels(&format!("{area}.{key}")).unwrap_or_default();
    let of = |key: &&'k str| Named {
        key,
        labels: labels(key).into(),
    };
    keys.iter().map(of).collect()
}

/// `provincial (Di tích cấp tỉnh), …` in Vietnamese and English.
pub(super) fn said<'n, 'k: 'n>(list: impl Iterator<Item = &'n Named<'k>> + Clone) -> [String; 2] {
    [0, 1].map(|speech| {
        let one = |named: &Named<'_>| match named.labels[speech].as_str() {
            label if label.is_empty() || fold(label) == named.key => named.key.to_string(),
            // Years in brackets follow a comma instead.
            label => format!("{} ({})", named.key, label.replace(" (", ", ").replace(')', "")),
        };
        list.clone().map(one).collect::<Vec<_>>().join(", ")
    })
}

/// Those whose labels hold all the words that were typed, where they are some and not all: `thời Lê` is one of three.
pub(super) fn holding<'l, 'k>(typed: &str, list: &'l [Named<'k>]) -> Vec<&'l Named<'k>> {
    let wanted = plain(typed);
    let holds = |label: &String| format!(" {} ", plain(label)).contains(&format!(" {wanted} "));
    let found: Vec<_> = list
        .iter()
        .filter(|n| wanted.len() > 1 && n.labels.iter().any(holds))
        .collect();
    if found.len() < list.len() { found } else { Vec::new() }
}

/// The key that is meant by a key with a slip, by a label or by a part of one.
pub(super) fn near<'k>(typed: &str, list: &[Named<'k>]) -> Option<&'k str> {
    let wanted = plain(typed);
    let labels = |named: &Named<'k>| named.labels.each_ref().map(|label| plain(label));
    if let Some(same) = list.iter().find(|n| !wanted.is_empty() && labels(n).contains(&wanted)) {
        return Some(same.key);
    }
    nearest(typed, list.iter().map(|n| n.key)).or_else(|| {
        let holds = |label: &String| format!(" {label} ").contains(&format!(" {wanted} "));
        let mut parts = list.iter().filter(|n| wanted.len() > 2 && labels(n).iter().any(holds));
        // Of several, nobody knows which is meant.
        parts.next().filter(|_| parts.next().is_none()).map(|n| n.key)
    })
}

/// A label without marks, years in brackets and the words that stand in front of all of its kind.
fn plain(label: &str) -> String {
    const COMMON: &[&str] = &["di tich ", "thoi ", "nha ", "trieu ", "doi ", "hau ", "cap ", "loai "];
    let label = label.split('(').next().unwrap_or_default();
    let words = label
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let folded = fold(&words.collect::<Vec<_>>().join(" "));
    let mut rest = folded.as_str();
    while let Some(shorter) = COMMON.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    rest.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_say_leads_to_the_key() {
        let ranks = named("rank", &["special_national", "national", "provincial", "unranked"]);
        assert_eq!(near("cấp tỉnh", &ranks), Some("provincial"));
        assert_eq!(near("Di tích cấp quốc gia", &ranks), Some("national"));
        assert_eq!(near("quốc gia đặc biệt", &ranks), Some("special_national"));
        assert_eq!(near("đặc biệt", &ranks), Some("special_national"));
        assert_eq!(near("xã", &ranks), None);
        let eras = named("era", &["tien-le", "le-so", "nguyen", "mac", "ly"]);
        assert_eq!(near("nhà Nguyễn", &eras), Some("nguyen"));
        for typed in ["Lê", "thời Lê", "nhà Hậu Lê", "lê"] {
            assert_eq!(near(typed, &eras), None, "{typed}");
            let keys: Vec<&str> = holding(typed, &eras).iter().map(|n| n.key).collect();
            assert_eq!(keys, ["tien-le", "le-so"], "{typed}");
        }
        assert_eq!(near("nhà Lý", &eras), Some("ly"));
        assert!(holding("xyz", &eras).is_empty() && holding("", &eras).is_empty());
        assert_eq!(
            said(ranks[2..].iter())[0],
            "provincial (Di tích cấp tỉnh), unranked (Chưa xếp hạng)"
        );
        assert_eq!(said(named("precision", &["exact"]).iter())[1], "exact");
    }
}
