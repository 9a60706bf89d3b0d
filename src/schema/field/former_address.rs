//! Addresses of the time before 1 July 2025, when there were districts and other provinces, that stand as present ones.
//!
//! Entry point: [`old_unit`], [`check_address`]. Invariant: only a whole part of an address between commas counts, and only
//! one that names its rank, so that streets, hamlets and shops may be called after a district; an address that says of
//! itself that it is a former one is right.

use super::parts::Parts;
use super::province::{PROVINCES, former};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::quoted;
use crate::text::{Lang, Text, fold};

/// Ranks that no unit has any more, as whole words: «TT.» is a centre, and «H.» begins a name.
const RANKS: &[&str] = &["huyện ", "thị xã ", "thị trấn "];

/// The rank of which people's names and shops are made, too: «Quận Công Từ».
const QUARTER: &[&str] = &["quận "];

/// The ranks of wards, which the name of a province follows in an address that leaves its rank out.
const WARDS: &[&str] = &["xã ", "phường "];

/// The rank of provinces.
const PROVINCE: &[&str] = &["tỉnh "];

/// Ranks of what districts belonged to.
const ABOVE: &[&str] = &["tỉnh ", "thành phố ", "tp. ", "tp.", "tp "];

/// Words of an address that says when it held.
const FORMER: &[&str] = &[
    "cũ",
    "xưa",
    "trước",
    "nay",
    "former",
    "formerly",
    "previously",
    "old",
    "now",
];

/// Signs between the parts of an address.
const SIGNS: [char; 5] = [',', ';', '\n', '(', ')'];

/// The name behind one of these ranks: a capital letter, or the number of a district.
fn named<'u>(unit: &'u str, ranks: &[&str]) -> Option<&'u str> {
    let lower = unit.to_lowercase();
    let rank = ranks.iter().find(|rank| lower.starts_with(**rank))?;
    // Letters of this language are as long in upper case as in lower case.
    let name = unit.get(rank.len()..)?.trim();
    name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        .then_some(name)
}

/// True for a province or a city, of today or not, with its rank or by its name alone.
fn is_above(unit: &str) -> bool {
    let is_today = || PROVINCES.iter().any(|(_, name)| *name == unit);
    named(unit, ABOVE).is_some() || is_today() || former(unit).is_some()
}

/// The parts of an address with their places. What stands in brackets is a remark.
fn units(address: &str) -> Vec<(usize, &str)> {
    let mut units = Vec::new();
    let (mut at, mut is_remark) = (0, false);
    for piece in address.split_inclusive(SIGNS) {
        let part = piece.trim_end_matches(SIGNS);
        // «Bà Rịa - Vũng Tàu» is one name.
        let is_whole = named(part.trim(), PROVINCE).is_some_and(|name| former(name).is_some());
        let mut from = 0;
        for (dash, sign) in part.match_indices(['-', '–']).filter(|_| !is_remark && !is_whole) {
            let behind = dash + sign.len();
            if part[..dash].ends_with(' ') && part[behind..].starts_with(' ') {
                units.push((at + from, &part[from..dash]));
                from = behind;
            }
        }
        if !is_remark {
            units.push((at + from, &part[from..]));
        }
        is_remark = piece.ends_with('(') || is_remark && !piece.ends_with(')');
        at += piece.len();
    }
    for (at, unit) in &mut units {
        *at += unit.len() - unit.trim_start().len();
        *unit = unit.trim().trim_end_matches('.');
    }
    units.retain(|(_, unit)| !unit.is_empty());
    units
}

/// True for a unit that was abolished, behind the one before and in front of the next.
fn is_old(unit: &str, before: Option<&str>, next: Option<&str>) -> bool {
    let Some(before) = before else {
        // What stands first may be the name of a house or a shop, but hardly that of a province.
        return named(unit, PROVINCE).is_some_and(|name| former(name).is_some());
    };
    let is_within = next.is_some_and(is_above);
    let is_number = |name: &str| name.bytes().all(|b| b.is_ascii_digit());
    // Shops begin with a capital letter.
    let is_plain = unit.starts_with(char::is_lowercase);
    let is_district = named(unit, RANKS).is_some() && (is_plain || is_within)
        || named(unit, QUARTER).is_some_and(|name| is_number(name) || is_within);
    let is_behind_ward = named(before, WARDS).is_some();
    let province = named(unit, PROVINCE).or(is_behind_ward.then_some(unit));
    is_district || province.is_some_and(|name| former(name).is_some())
}

/// True for an address that says when it held: «huyện Việt Yên (cũ)».
fn is_said_former(address: &str) -> bool {
    let lower = address.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    words.any(|word| FORMER.contains(&word))
}

/// The first part of an address that was abolished on 1 July 2025, with its place: `huyện Việt Yên`, `tỉnh Bắc Giang`.
fn find_old(address: &str) -> Option<(usize, &str)> {
    if is_said_former(address) {
        return None;
    }
    let units = units(address);
    let unit = |at: usize| units.get(at).map(|(_, unit)| *unit);
    let mut all = units.iter().enumerate();
    let found = all.find(|(at, (_, this))| is_old(this, at.checked_sub(1).and_then(unit), unit(at + 1)));
    found.map(|(_, one)| *one)
}

/// The first part of an address that was abolished on 1 July 2025.
pub(super) fn old_unit(address: &str) -> Option<&str> {
    find_old(address).map(|(_, unit)| unit)
}

/// An address without the part that stands at a place, and without the sign in front of it.
fn without(address: &str, at: usize, unit: &str) -> String {
    let is_sign = |c: char| matches!(c, ',' | ';' | '-' | '–') || c.is_whitespace();
    let (before, behind) = (&address[..at], &address[at + unit.len()..]);
    match before.trim_end_matches(is_sign) {
        "" => behind.trim_start_matches(is_sign).trim_matches('.').to_string(),
        before => [before, behind].concat(),
    }
}

/// A unit without its rank in Vietnamese or English, in plain letters.
fn bare(unit: &str) -> String {
    let folded = fold(unit);
    let fronts = ["huyen ", "quan ", "thi xa ", "thi tran ", "tinh ", "district "];
    let ends = [" district", " town", " township", " province"];
    let name = fronts.iter().find_map(|front| folded.strip_prefix(front));
    let name = name.unwrap_or(&folded);
    let name = ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    name.to_string()
}

/// The same address in another language without these units; `None` where it is not clear what has to go.
fn without_all(address: &str, gone: &[String]) -> Option<String> {
    let names: Vec<String> = gone.iter().map(|unit| bare(unit)).collect();
    let mut rest = address.to_string();
    for name in &names {
        let found = units(&rest).into_iter().filter(|(_, unit)| bare(unit) == *name);
        match found.collect::<Vec<_>>().as_slice() {
            [] if !fold(&rest).contains(name) => {}
            [(at, unit)] => rest = without(&rest, *at, unit),
            _ => return None,
        }
    }
    Some(rest)
}

/// A text per language as it is written in one line.
fn written(texts: &[(Option<Lang>, String)], reading: &Reading<'_>) -> String {
    let said = |(lang, text): &(Option<Lang>, String)| match lang {
        Some(lang) => format!("{}: {}", reading.languages.get(*lang).code, quoted(text)),
        None => quoted(text),
    };
    let all: Vec<String> = texts.iter().map(said).collect();
    match texts {
        [(None, _)] => all.concat(),
        _ => format!("{{ {} }}", all.join(", ")),
    }
}

/// What an address loses that stands beside an old one, in Vietnamese and English: house and hamlet stay.
fn cut(address: &Text, before: Option<&Text>, reading: &Reading<'_>) -> (String, String) {
    let mut gone: Vec<String> = Vec::new();
    let mut own = Vec::new();
    for (lang, text) in address.all() {
        let mut rest = text.to_string();
        while let Some((at, unit)) = find_old(&rest) {
            if !gone.iter().any(|known| known == unit) {
                gone.push(unit.to_string());
            }
            rest = without(&rest, at, unit);
        }
        let is_cut = rest != text;
        own.push((lang, rest, is_cut));
    }
    let rest = own.into_iter().map(|(lang, text, is_cut)| {
        let rest = if is_cut { text } else { without_all(&text, &gone)? };
        Some((lang, rest)).filter(|(_, rest)| !rest.trim().is_empty())
    });
    let rest: Option<Vec<_>> = rest.collect();
    let is_kept = |unit: &String| before.is_some_and(|text| text.all().any(|(_, old)| fold(old).contains(&fold(unit))));
    let list = |units: Vec<&String>| {
        units
            .iter()
            .map(|unit| format!("«{unit}»"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let lost: Vec<&String> = gone.iter().filter(|unit| !is_kept(unit)).collect();
    let (more, more_en) = match lost.is_empty() {
        true => (String::new(), String::new()),
        false => {
            let lost = list(lost);
            (
                format!("ghi thêm {lost} vào before_2025 rồi "),
                format!("add {lost} to before_2025, then "),
            )
        }
    };
    let (left, left_en) = match rest {
        Some(rest) => {
            let line = written(&rest, reading);
            (
                format!(", còn lại address: {line}"),
                format!(", which leaves address: {line}"),
            )
        }
        None => (
            ", phần còn lại giữ nguyên, không còn gì thì xóa address".to_string(),
            " and keep the rest; if nothing is left, delete address".to_string(),
        ),
    };
    let gone = list(gone.iter().collect());
    (
        format!("{more}bỏ {gone} khỏi address{left}"),
        format!("{more_en}take {gone} out of address{left_en}"),
    )
}

/// Reports a former province in the place of a present one.
fn check_province_name(parts: &Parts<'_>, reading: &mut Reading<'_>) {
    let Some(name) = parts.fields.text("province_name") else {
        return;
    };
    let old = name
        .all()
        .find_map(|(_, text)| Some((text.to_string(), former(named(text, PROVINCE).unwrap_or(text))?)));
    let Some((unit, (code, now))) = old else { return };
    let (mut vi, mut en) = match parts.written("province") {
        Some(_) => (
            format!("xóa province_name, vì đã có province (nay là \"{code}\", {now})"),
            format!("delete province_name, because province is there (now \"{code}\", {now})"),
        ),
        None => (
            format!("thay province_name bằng province: \"{code}\" ({now})"),
            format!("write province: \"{code}\" ({now}) in place of province_name"),
        ),
    };
    if parts.written("before_2025").is_none() {
        vi += " và ghi tên tỉnh cũ vào before_2025";
        en += " and put the old name under before_2025";
    }
    let args = [("unit", &*unit), ("todo", &*vi), ("todo_en", &*en)];
    reading.report(codes::facts::ADDRESS_BEFORE, parts.span("province_name"), &args);
}

/// Reports a present address that names what is no more, with the line where it belongs.
pub(super) fn check_address(parts: &Parts<'_>, reading: &mut Reading<'_>) {
    check_province_name(parts, reading);
    let address = parts.fields.text("address");
    let Some(address) = address.filter(|text| !text.all().any(|(_, text)| is_said_former(text))) else {
        return;
    };
    let Some(unit) = address.all().find_map(|(_, text)| old_unit(text).map(str::to_string)) else {
        return;
    };
    let (vi, en) = match parts.written("before_2025") {
        Some(_) => cut(address, parts.fields.text("before_2025"), reading),
        None => {
            let texts: Vec<_> = address.all().map(|(lang, text)| (lang, text.to_string())).collect();
            let texts = written(&texts, reading);
            (
                format!("thay address bằng before_2025: {texts}"),
                format!("write before_2025: {texts} in place of address"),
            )
        }
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
            ("tổ 3, thị trấn Bích Động", "thị trấn Bích Động"),
            ("thôn Mẫu, Huyện Việt Yên, Tỉnh Bắc Giang", "Huyện Việt Yên"),
            ("12 Hàng Bạc, quận Hoàn Kiếm, Hà Nội", "quận Hoàn Kiếm"),
            ("thôn Mẫu (cạnh chợ), huyện Việt Yên", "huyện Việt Yên"),
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
            "thôn Mẫu, huyện Việt Yên (cũ)",
            "xã Vân Hà (cũ: huyện Việt Yên, tỉnh Bắc Giang)",
            "xã Vân Hà (huyện Việt Yên, tỉnh Bắc Giang)",
            "xã Phú Yên, tỉnh Phú Yên (nay Đắk Lắk)",
            "trước đây là thôn Mẫu, xã Tiên Sơn, huyện Việt Yên",
            "thị trấn Đak Pơ trước đây",
            "thị trấn Bích Động nay là phường Bích Động",
            "Mau hamlet, formerly huyện Việt Yên",
            "TT. Văn hoá xã Vân Hà",
            "xã Vân Hà, TT. Thương mại Vincom",
            "Quận Công Từ",
            "đường A, Quận Huy Từ, phường B",
            "Thị xã Plaza",
            "tầng 2, Thị xã Plaza, phường B",
            "tầng 2, Thị Xã Cafe",
            "xóm 3, H. Quang",
            "xã Vân Hà, T. Hà Nam",
            "P. Lê Lợi, Bắc Giang",
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
        let bare = Probe::read(&Place, "thôn Mẫu, xã Vân Hà, huyện Việt Yên");
        let form = "x:\n  before_2025: { vi: \"thôn Mẫu, xã Vân Hà, huyện Việt Yên\" }";
        assert_eq!((bare.codes(), bare.said(FORM)), (vec![305], form));
    }

    #[test]
    fn house_and_hamlet_stay_beside_an_old_address() {
        let read = |address: &str, before: &str| {
            let line = format!("{{ ward_name: xã A, address: {address}, before_2025: {before} }}");
            let probe = Probe::read(&Place, &line);
            assert_eq!(probe.codes(), [315], "{line}");
            let todo = probe.said("todo").to_string();
            if let Some((_, left)) = todo.split_once("còn lại address: ") {
                Probe::good(
                    &Place,
                    &format!("{{ ward_name: xã A, address: {left}, before_2025: {before} }}"),
                );
            }
            todo
        };
        let address = "{ vi: \"số 5, thôn Mẫu, thị xã Việt Yên, tỉnh Bắc Giang\", en: \"5, Mau hamlet, Viet Yen Town, Bac Giang Province\" }";
        let gone = "bỏ «thị xã Việt Yên», «tỉnh Bắc Giang» khỏi address, còn lại address: ";
        let left = "{ vi: \"số 5, thôn Mẫu\", en: \"5, Mau hamlet\" }";
        assert_eq!(
            read(address, "\"xã Tiên Sơn, thị xã Việt Yên, tỉnh Bắc Giang\""),
            format!("{gone}{left}")
        );
        let lost = "ghi thêm «tỉnh Bắc Giang» vào before_2025 rồi ";
        assert_eq!(read(address, "thị xã Việt Yên"), format!("{lost}{gone}{left}"));
        // What the English text has to lose is not clear.
        let kept = "bỏ «huyện B» khỏi address, phần còn lại giữ nguyên, không còn gì thì xóa address";
        assert_eq!(read("{ vi: \"thôn A, huyện B\", en: A hamlet of B }", "huyện B"), kept);
        assert_eq!(
            read("{ vi: \"thôn A, huyện B\", en: \"A, huyện B\" }", "huyện B"),
            "bỏ «huyện B» khỏi address, còn lại address: { vi: thôn A, en: A }"
        );
        assert_eq!(without("huyện B, thôn A", 0, "huyện B"), "thôn A");
        // One language says it for all.
        let said = "{ ward_name: xã A, address: { vi: \"thôn A, huyện B\", en: \"A, former B District\" } }";
        Probe::good(&Place, said);
    }

    #[test]
    fn a_former_province_gives_way_to_the_one_that_is_there() {
        let read = |more: &str| {
            let probe = Probe::read(
                &Place,
                &format!("{{ {more} province_name: {{ vi: tỉnh Bắc Giang, en: Bac Giang }} }}"),
            );
            assert_eq!(probe.codes(), [315], "{more}");
            probe.said("todo").to_string()
        };
        let deleted = "xóa province_name, vì đã có province (nay là \"24\", Bắc Ninh)";
        assert_eq!(read("province: \"24\", before_2025: huyện B,"), deleted);
        let moved = " và ghi tên tỉnh cũ vào before_2025";
        assert_eq!(read("province: \"24\","), format!("{deleted}{moved}"));
        let put = "thay province_name bằng province: \"24\" (Bắc Ninh)";
        assert_eq!(read(""), format!("{put}{moved}"));
        assert_eq!(read("before_2025: huyện B,"), put);
    }
}
