//! Addresses of the time before 1 July 2025, when there were districts and other provinces, that stand as present ones.
//!
//! Entry point: [`old_unit`], [`check_address`]. Invariant: only a whole part of an address between commas counts, and only
//! one that names its rank, so that streets and hamlets may be called after a district.

use super::parts::Parts;
use super::province::former;
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::quoted;

/// Ranks that no unit has any more. As letters they need a point.
const RANKS: &[&str] = &[
    "huyện ",
    "quận ",
    "thị xã ",
    "thị trấn ",
    "h. ",
    "h.",
    "q. ",
    "q.",
    "tx. ",
    "tx.",
    "tt. ",
    "tt.",
];

/// The ranks of wards, which the name of a province follows in an address that leaves its rank out.
const WARDS: &[&str] = &["xã ", "phường ", "x. ", "p. "];

/// Ranks of provinces.
const PROVINCES: &[&str] = &["tỉnh ", "t. "];

/// The name behind one of these ranks: a capital letter, or the number of a district.
fn named<'u>(unit: &'u str, ranks: &[&str]) -> Option<&'u str> {
    let lower = unit.to_lowercase();
    let rank = ranks.iter().find(|rank| lower.starts_with(**rank))?;
    // Letters of this language are as long in upper case as in lower case.
    let name = unit.get(rank.len()..)?.trim();
    name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        .then_some(name)
}

/// The first part of an address that was abolished on 1 July 2025: `huyện Việt Yên`, `tỉnh Bắc Giang`.
pub(super) fn old_unit(address: &str) -> Option<&str> {
    let mut units: Vec<&str> = Vec::new();
    for part in address.split([',', ';', '\n', '(', ')']) {
        // «Bà Rịa - Vũng Tàu» is one name.
        match named(part.trim(), PROVINCES).is_some_and(|name| former(name).is_some()) {
            true => units.push(part),
            false => units.extend(part.split(" - ").flat_map(|part| part.split(" – "))),
        }
    }
    for unit in &mut units {
        *unit = unit.trim().trim_end_matches('.');
    }
    units.retain(|unit| !unit.is_empty());
    let is_old = |at: usize, unit: &str| {
        let is_behind_ward = at > 0 && named(units[at - 1], WARDS).is_some();
        let province = named(unit, PROVINCES).or(is_behind_ward.then_some(unit));
        named(unit, RANKS).is_some() || province.is_some_and(|name| former(name).is_some())
    };
    // «huyện Việt Yên cũ» beside a present address says where that was.
    let is_said_former = |unit: &str| unit.to_lowercase().ends_with(" cũ");
    let mut numbered = units.iter().enumerate().filter(|(_, unit)| !is_said_former(unit));
    numbered.find_map(|(at, unit)| is_old(at, unit).then_some(*unit))
}

/// Reports a present address that names what is no more, with the line where it belongs.
pub(super) fn check_address(parts: &Parts<'_>, reading: &mut Reading<'_>) {
    if let Some(name) = parts.fields.text("province_name") {
        let old = name
            .all()
            .find_map(|(_, text)| Some((text.to_string(), former(named(text, PROVINCES).unwrap_or(text))?)));
        if let Some((unit, (code, now))) = old {
            let args = [
                ("unit", &*unit),
                (
                    "todo",
                    &*format!(
                        "thay province_name bằng province: \"{code}\" ({now}) và ghi tên tỉnh cũ vào before_2025"
                    ),
                ),
                (
                    "todo_en",
                    &*format!(
                        "write province: \"{code}\" ({now}) in place of province_name and the old name under before_2025"
                    ),
                ),
            ];
            reading.report(codes::facts::ADDRESS_BEFORE, parts.span("province_name"), &args);
        }
    }
    let Some(address) = parts.fields.text("address") else {
        return;
    };
    let Some(unit) = address.all().find_map(|(_, text)| old_unit(text).map(str::to_string)) else {
        return;
    };
    let said = |(lang, text): (Option<crate::text::Lang>, &str)| match lang {
        Some(lang) => format!("{}: {}", reading.languages.get(lang).code, quoted(text)),
        None => quoted(text),
    };
    let texts: Vec<String> = address.all().map(said).collect();
    let texts = match address.is_same() {
        true => texts.concat(),
        false => format!("{{ {} }}", texts.join(", ")),
    };
    let (vi, en) = match parts.written("before_2025") {
        Some(_) => (
            "xoá address, vì địa chỉ cũ đã có ở before_2025".to_string(),
            "delete address, for the old address stands under before_2025".to_string(),
        ),
        None => (
            format!("thay address bằng before_2025: {texts}"),
            format!("write before_2025: {texts} in place of address"),
        ),
    };
    let args = [("unit", &*unit), ("todo", &*vi), ("todo_en", &*en)];
    reading.report(codes::facts::ADDRESS_BEFORE, parts.span("address"), &args);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FORM;
    use crate::schema::field::place::Place;
    use crate::schema::field::testing::Probe;

    #[test]
    fn districts_towns_and_former_provinces_are_found() {
        for (address, unit) in [
            ("thôn Mẫu, xã Vân Hà, huyện Việt Yên, tỉnh Bắc Giang", "huyện Việt Yên"),
            ("12 Lê Lợi, Quận 1, TP. Hồ Chí Minh", "Quận 1"),
            ("xã A, thị xã Việt Yên", "thị xã Việt Yên"),
            ("thị trấn Bích Động", "thị trấn Bích Động"),
            ("xã Vân Hà, H. Việt Yên", "H. Việt Yên"),
            ("xã Vân Hà, tỉnh Bắc Giang.", "tỉnh Bắc Giang"),
            ("xã Vân Hà, Bắc Giang", "Bắc Giang"),
            ("phường A, Tỉnh Bà Rịa - Vũng Tàu", "Tỉnh Bà Rịa - Vũng Tàu"),
            ("xã Vân Hà - huyện Việt Yên - tỉnh Bắc Giang", "huyện Việt Yên"),
        ] {
            assert_eq!(old_unit(address), Some(unit), "{address}");
        }
    }

    #[test]
    fn streets_hamlets_and_present_units_are_left_alone() {
        for fine in [
            "phố Huyện, phường Vân Hà, tỉnh Bắc Ninh",
            "đường Quận 4, phường A",
            "thôn Huyện Khê, xã Vân Hà",
            "12 Bắc Giang, phường A, thành phố Hà Nội",
            "phường Bắc Giang, tỉnh Bắc Ninh",
            "số 3 Lê Lợi, Bắc Giang",
            "xã Vân Hà, Bắc Ninh",
            "khu thị xã cũ, phường A",
            "trụ sở huyện cũ, xã A",
            "huyện cũ, xã A",
            "gần chợ Huyện",
            "xã Vân Hà (huyện Việt Yên cũ), tỉnh Bắc Ninh",
            "phường Bình Định, tỉnh Gia Lai",
            "xã Quảng Trị, tỉnh Quảng Trị",
        ] {
            assert_eq!(old_unit(fine), None, "{fine}");
        }
    }

    #[test]
    fn an_old_address_is_shown_under_its_key() {
        let probe = Probe::read(
            &Place,
            "{ address: { vi: \"thôn Mẫu, huyện Việt Yên\", en: \"Mau hamlet, Viet Yen District\" } }",
        );
        assert_eq!((probe.codes(), probe.said("unit")), (vec![315], "huyện Việt Yên"));
        let line = "before_2025: { vi: \"thôn Mẫu, huyện Việt Yên\", en: \"Mau hamlet, Viet Yen District\" }";
        assert_eq!(probe.said("todo"), format!("thay address bằng {line}"));
        Probe::good(
            &Place,
            &format!("{{ {line}, ward_name: {{ vi: xã Mẫu, en: Mau Commune }} }}"),
        );
        let both = Probe::read(&Place, "{ ward_name: xã A, address: huyện B, before_2025: huyện B }");
        assert!(both.said("todo").starts_with("xoá address"), "{}", both.said("todo"));
        let province = Probe::read(&Place, "{ province_name: { vi: tỉnh Bắc Giang, en: Bac Giang } }");
        assert_eq!(province.codes(), [315]);
        assert!(
            province.said("todo").contains("province: \"24\" (Bắc Ninh)"),
            "{}",
            province.said("todo")
        );
        let bare = Probe::read(&Place, "thôn Mẫu, xã Vân Hà, huyện Việt Yên");
        let form = "x:\n  before_2025: { vi: \"thôn Mẫu, xã Vân Hà, huyện Việt Yên\" }";
        assert_eq!((bare.codes(), bare.said(FORM)), (vec![305], form));
    }
}
