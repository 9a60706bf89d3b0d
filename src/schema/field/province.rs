//! The provinces and cities of Vietnam since 1 July 2025, by code.
//!
//! Entry point: [`PROVINCES`], [`near`]. Invariant: facts of Decision 19/2025/QĐ-TTg, Đồng Nai as a city since 30 April
//! 2026; some of these codes meant other provinces before, so a code says nothing without its date.

use crate::text::{fold, nearest};

/// Code and name, in the order of codes.
pub const PROVINCES: &[(&str, &str)] = &[
    ("01", "Hà Nội"),
    ("04", "Cao Bằng"),
    ("08", "Tuyên Quang"),
    ("11", "Điện Biên"),
    ("12", "Lai Châu"),
    ("14", "Sơn La"),
    ("15", "Lào Cai"),
    ("19", "Thái Nguyên"),
    ("20", "Lạng Sơn"),
    ("22", "Quảng Ninh"),
    ("24", "Bắc Ninh"),
    ("25", "Phú Thọ"),
    ("31", "Hải Phòng"),
    ("33", "Hưng Yên"),
    ("37", "Ninh Bình"),
    ("38", "Thanh Hóa"),
    ("40", "Nghệ An"),
    ("42", "Hà Tĩnh"),
    ("44", "Quảng Trị"),
    ("46", "Huế"),
    ("48", "Đà Nẵng"),
    ("51", "Quảng Ngãi"),
    ("52", "Gia Lai"),
    ("56", "Khánh Hòa"),
    ("66", "Đắk Lắk"),
    ("68", "Lâm Đồng"),
    ("75", "Đồng Nai"),
    ("79", "Hồ Chí Minh"),
    ("80", "Tây Ninh"),
    ("82", "Đồng Tháp"),
    ("86", "Vĩnh Long"),
    ("91", "An Giang"),
    ("92", "Cần Thơ"),
    ("96", "Cà Mau"),
];

/// True for the code of a province of today.
pub fn is_known(code: &str) -> bool {
    PROVINCES.iter().any(|(known, _)| *known == code)
}

/// The code of the province that somebody wrote by name, with the name: `"24" (Bắc Ninh)`.
pub fn near(typed: &str) -> String {
    let folded = fold(typed);
    let name = ["tinh ", "thanh pho ", "tp. ", "tp "]
        .iter()
        .find_map(|word| folded.strip_prefix(word))
        .unwrap_or(&folded);
    let found = nearest(name, PROVINCES.iter().map(|(_, name)| *name));
    let (code, name) = PROVINCES
        .iter()
        .find(|(_, name)| Some(*name) == found)
        .unwrap_or(&("24", "Bắc Ninh"));
    format!("\"{code}\" ({name})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_thirty_four() {
        assert_eq!(PROVINCES.len(), 34);
        assert!(PROVINCES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(is_known("24") && !is_known("27"));
    }

    #[test]
    fn a_name_is_answered_with_its_code() {
        assert_eq!(near("Gia Lai"), "\"52\" (Gia Lai)");
        assert_eq!(near("tỉnh Quảng Trị"), "\"44\" (Quảng Trị)");
        assert_eq!(near("TP. Ho Chi Minh"), "\"79\" (Hồ Chí Minh)");
    }
}
