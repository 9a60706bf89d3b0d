//! What stands on plates: versions and modules of the addresses that were measured before anything was printed.
//!
//! Entry point: the tests. Invariant: a change of segmentation, placement, penalties or choice of mask is seen here.

use super::segments::segments;
use super::symbol::{capacity, needed};
use super::{Level, MAX_VERSION, encode};

/// Typical addresses with the smallest version for levels L, M, Q and H that any tool reached, and what [`encode`] makes
/// of them: version, level, mask and the beginning of the hash of its modules.
const ADDRESSES: &[(&str, [u8; 4], &str)] = &[
    ("HTTPS://DISAN.VN/Q/7K3F9", [1, 2, 2, 3], "2-Q mask 5 39f715c72e4f"),
    ("https://DISAN.VN/735190/", [2, 2, 2, 3], "2-Q mask 7 80486a5cf4de"),
    ("https://disan.vn/735190/", [2, 2, 3, 3], "2-M mask 3 9c2100a3f6d0"),
    (
        "https://DTDONGDA.ORG.VN/735190/",
        [2, 2, 3, 3],
        "2-M mask 1 485c89b46508",
    ),
    (
        "https://dtdongda.org.vn/735190/",
        [2, 3, 3, 4],
        "3-Q mask 0 291ded22bbf8",
    ),
    (
        "https://DTDONGDA.HANOI.GOV.VN/735190/",
        [2, 3, 3, 4],
        "3-Q mask 7 a5027453f867",
    ),
    (
        "https://DISAN-DONGDA.PAGES.DEV/735190/",
        [2, 3, 3, 4],
        "3-Q mask 6 df3534374b0e",
    ),
    (
        "https://HANOI-TUOITRE.GITHUB.IO/disan/735190/",
        [3, 3, 4, 5],
        "3-M mask 3 3aeaeb5f6a82",
    ),
    (
        "https://hanoi-tuoitre.github.io/disan/q/7k3f9",
        [3, 4, 4, 6],
        "4-Q mask 2 f4d129cf6a35",
    ),
    (
        "https://disan.vn/vi/di-tich/van-mieu-quoc-tu-giam/",
        [3, 4, 5, 6],
        "4-M mask 2 115eaf676088",
    ),
    (
        "https://ditich-dongda.hanoi.example.vn/vi/di-tich/van-mieu-quoc-tu-giam/",
        [4, 5, 6, 8],
        "5-M mask 2 dbf55f187ce7",
    ),
    (
        "https://disan.vn/vi/di-tich/v%C4%83n-mi%E1%BA%BFu-qu%E1%BB%91c-t%E1%BB%AD-gi%C3%A1m/",
        [5, 5, 7, 8],
        "5-M mask 4 f06fdc9e21ee",
    ),
    (
        "https://disan.vn/01/08936012345678",
        [2, 3, 3, 4],
        "3-Q mask 3 ba349b3debc4",
    ),
    (
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
        [3, 4, 5, 6],
        "4-M mask 0 b9cd4edf7ed9",
    ),
];

fn smallest(payload: &str, level: Level) -> u8 {
    let data = payload.as_bytes();
    let fits = |version: &u8| needed(data, &segments(data, *version), *version) <= capacity(*version, level);
    (1..=MAX_VERSION).find(fits).unwrap()
}

#[test]
fn no_tool_made_a_smaller_symbol_of_a_typical_address() {
    for (payload, best, _) in ADDRESSES {
        let own = [Level::L, Level::M, Level::Q, Level::H].map(|level| smallest(payload, level));
        assert!(
            own.iter().zip(best).all(|(own, best)| own <= best),
            "{payload}: {own:?}, not {best:?}"
        );
    }
}

#[test]
fn printed_codes_never_change_their_modules() {
    let mut wrong = Vec::new();
    for (payload, best, golden) in ADDRESSES {
        let symbol = encode(payload).unwrap();
        assert!(symbol.version <= best[1], "{payload}");
        let rows = symbol.rows[..symbol.size].iter();
        let bytes: Vec<u8> = rows.flat_map(|row| row.to_be_bytes()).collect();
        let hash = &blake3::hash(&bytes).to_hex()[..12];
        let own = format!("{}-{:?} mask {} {hash}", symbol.version, symbol.level, symbol.mask);
        if own != *golden {
            wrong.push(format!("{payload} {own}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}
