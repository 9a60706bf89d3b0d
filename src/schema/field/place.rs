//! `place`: where something is, today and before 2025.
//!
//! Entry point: [`Place`]. Invariant: ward and province are codes of the list in force since 1 July 2025, with leading
//! zeros; names of units are never part of a URL.

use super::coordinates::{Coordinates, spot};
use super::former_address::{check_address, old_unit};
use super::parts::{Parts, fill, names_of, plain, put, put_texts};
use super::province;
use super::ward::{check_province, read_ward};
use super::{FacetLabel, FacetValue, FieldType, Name};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape::Home;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::Date;
use serde_json::{Value as Json, json};

/// Where something is.
pub struct Place;

const KNOWN: &[&str] = &[
    "ward",
    "ward_name",
    "province",
    "province_name",
    "as_of",
    "address",
    "before_2025",
    "at",
    "accuracy_m",
    "directions",
    "confirmed",
];

fn digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// The code of a province; one that lost its leading zero is answered with the whole one.
fn read_province(node: &Node, reading: &mut Reading<'_>) -> Option<String> {
    let word = reading.word(node)?;
    if reading.has_lost_digits(node, word) {
        return None;
    }
    let mended = format!("0{word}");
    if digits(word) && province::is_known(&mended) {
        let args = [("value", word), ("mended", &mended)];
        reading.report(codes::fields::ZERO_LOST, node.span, &args);
        return None;
    }
    if province::is_known(word) {
        return Some(word.to_string());
    }
    no_province(node, word, reading);
    None
}

/// A code alone says nothing to visitors: there is no list of the names of wards.
fn check_names(parts: &Parts<'_>, reading: &mut Reading<'_>) {
    let said = ["ward_name", "province", "province_name", "address", "before_2025"];
    let is_bare = said.iter().all(|name| parts.written(name).is_none());
    let Some(ward) = parts.fields.word("ward").filter(|_| is_bare) else {
        return;
    };
    let in_language = |code: &str| {
        let words = match code {
            "vi" => "thôn Mẫu, phường Tân An, tỉnh Bắc Ninh",
            "en" => "Mau hamlet, Tan An Ward, Bac Ninh Province",
            _ => "…",
        };
        format!("{code}: \"{words}\"")
    };
    let languages = reading.languages.all().map(|lang| &*reading.languages.get(lang).code);
    let languages: Vec<String> = languages.map(in_language).collect();
    let better = format!("{{ ward: \"{ward}\", address: {{ {} }} }}", languages.join(", "));
    let span = parts.span("ward");
    reading.report(codes::site::WARD_WITHOUT_NAME, span, &[("better", &better)]);
}

/// Reports what is no code of a province of today: with the code that is meant, else with all of them.
fn no_province(node: &Node, word: &str, reading: &mut Reading<'_>) {
    let (near, near_en) = match province::meant(word) {
        Some(province::Meant::Before { old, now: (code, new) }) => {
            let (mut vi, mut en) = (format!("tỉnh {old}"), format!("the province {old}"));
            if digits(word) {
                vi += &format!(" (mã cũ {word})");
                en += &format!(" (old code {word})");
            }
            let (now, now_en) = province::with_rank(code, new);
            let args = [
                ("what", &*vi),
                ("what_en", &*en),
                ("new", &*now),
                ("new_en", &*now_en),
                ("code", code),
            ];
            return reading.report(codes::facts::PROVINCE_MERGED, node.span, &args);
        }
        Some(province::Meant::Today(code, name)) => {
            let one = format!("\"{code}\" ({name})");
            (one.clone(), one)
        }
        None => {
            let all = province::all();
            (format!("một trong {all}"), format!("one of {all}"))
        }
    };
    let args = [("value", word), ("near", &*near), ("near_en", &*near_en)];
    reading.report(codes::facts::PROVINCE_CODE, node.span, &args);
}

fn check_age(parts: &Parts<'_>, reading: &mut Reading<'_>) {
    let merged = Date::new(2025, 7, 1).ok();
    let old = parts.fields.date("as_of").filter(|d| Some(d.last_day()) < merged);
    if let Some(date) = old {
        let args = [("date", &*date.to_string())];
        reading.report(codes::facts::OLD_CODES, parts.span("as_of"), &args);
    }
    let now = ["ward", "ward_name", "province", "province_name"];
    if parts.written("before_2025").is_some() && now.iter().all(|name| parts.written(name).is_none()) {
        reading.report(codes::facts::OLD_ADDRESS_ONLY, parts.span("before_2025"), &[]);
    }
}

/// Ward and province in one line; the language is that of the first that is not in the page's.
fn units(fields: &Fields, showing: &Showing<'_>) -> Option<Json> {
    let ward = fields.text("ward_name").and_then(|name| showing.say(name));
    let named = fields.text("province_name").and_then(|name| showing.say(name));
    let province = named.or_else(|| Some(showing.word(&format!("province.{}", fields.word("province")?))));
    let (Some(mut ward), Some(province)) = (ward.clone(), province.clone()) else {
        return ward.or(province);
    };
    let line = [&ward, &province].map(|unit| unit["text"].as_str().unwrap_or_default().to_string());
    ward["text"] = json!(line.join(", "));
    if ward.get("lang").is_none() {
        put(&mut ward, "lang", province.get("lang").cloned());
    }
    Some(ward)
}

fn postal_address(fields: &Fields, showing: &Showing<'_>) -> Json {
    let mut address = json!({ "@type": "PostalAddress" });
    put(&mut address, "streetAddress", plain(fields, "address", showing));
    put(&mut address, "addressLocality", plain(fields, "ward_name", showing));
    let region = plain(fields, "province_name", showing).or_else(|| {
        Some(
            showing
                .world
                .word(&format!("province.{}", fields.word("province")?))
                .into(),
        )
    });
    put(&mut address, "addressRegion", region);
    address["addressCountry"] = json!("VN");
    address
}

fn show_point(shown: &mut Json, fields: &Fields, showing: &Showing<'_>) -> Option<()> {
    let at = fields.get("at")?;
    let point = Coordinates.show(at, &FieldSpec::new("at", &Coordinates), showing)?;
    let (lat, lon) = (fields.map("at")?.word("lat")?, fields.map("at")?.word("lon")?);
    shown["map"] = json!({
        "google": format!("https://www.google.com/maps/dir/?api=1&destination={lat},{lon}"),
        "apple": format!("https://maps.apple.com/?daddr={lat},{lon}"),
        "geo": format!("geo:{lat},{lon}?q={lat},{lon}"),
    });
    shown["at"] = point;
    if let Some(metres) = fields.int("accuracy_m") {
        let text = fill(showing, "place.accuracy", &[("n", &showing.formats.number(metres))]);
        shown["accuracy"] = showing.plain(text);
    }
    Some(())
}

impl FieldType for Place {
    fn name(&self) -> &'static str {
        "place"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "địa chỉ hiện nay (ward, ward_name, province_name, address), địa chỉ cũ (before_2025), tọa độ (at)",
            "the present address (ward, ward_name, province_name, address), the old one (before_2025), coordinates (at)",
        )
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, KNOWN, reading)?;
        let ward = parts.written("ward").and_then(|n| read_ward(n, reading));
        parts.fields.put("ward", ward.map(|c| Value::Word(c.into())));
        let province = parts.written("province").and_then(|n| read_province(n, reading));
        parts.fields.put("province", province.map(|c| Value::Word(c.into())));
        check_province(&parts, reading);
        parts.texts(&["ward_name", "province_name"], reading);
        parts.date("as_of", reading);
        parts.texts(&["address", "before_2025"], reading);
        parts.read("at", &Coordinates, reading);
        parts.integer("accuracy_m", reading);
        parts.texts(&["directions"], reading);
        parts.yes_no("confirmed", reading);
        check_age(&parts, reading);
        check_address(&parts, reading);
        check_names(&parts, reading);
        parts.close()
    }

    fn keys(&self) -> &'static [&'static str] {
        KNOWN
    }

    fn home<'s>(&self, word: &str, _spec: &'s FieldSpec) -> Option<Home<'s>> {
        match old_unit(word) {
            Some(_) => Home::text("before_2025"),
            None => Home::text("address"),
        }
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let mut shown = json!({ "confirmed": fields.get("confirmed") != Some(&Value::Bool(false)) });
        put_texts(&mut shown, fields, &["address", "directions"], showing);
        put(&mut shown, "units", units(fields, showing));
        let before = fields.text("before_2025").and_then(|before| showing.say(before));
        put(&mut shown, "before", before);
        show_point(&mut shown, fields, showing);
        shown.as_object().is_some_and(|s| s.len() > 1).then_some(shown)
    }

    fn brief(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        units(value.fields()?, showing)
    }

    fn is_facet(&self) -> bool {
        true
    }

    fn facets(&self, value: &Value, _spec: &FieldSpec) -> Vec<FacetValue> {
        let Some(fields) = value.fields() else {
            return Vec::new();
        };
        let (Some(ward), Some(name)) = (fields.word("ward"), fields.text("ward_name")) else {
            return Vec::new();
        };
        let label = match name.all().next() {
            Some((None, same)) => FacetLabel::Same(same.to_string()),
            _ => FacetLabel::Per(name.all().filter_map(|(l, t)| Some((l?, t.to_string()))).collect()),
        };
        vec![FacetValue {
            key: ward.to_string(),
            label,
        }]
    }

    fn linked_data(&self, value: &Value, spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let address = postal_address(fields, showing);
        if matches!(spec.ld.as_deref(), None | Some("address")) {
            return Some(address);
        }
        let mut place = json!({ "@type": "Place", "address": address });
        let geo = fields
            .get("at")
            .and_then(|at| Coordinates.linked_data(at, spec, showing));
        put(&mut place, "geo", geo);
        Some(place)
    }

    fn spot(&self, value: &Value) -> Option<(f64, f64)> {
        spot(value.fields()?.get("at")?)
    }

    fn search<'v>(&self, value: &'v Value) -> Vec<Name<'v>> {
        names_of(value, &["ward_name", "province_name", "address", "before_2025"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const GOOD: &str = "\n  ward: \"07798\"\n  ward_name: { vi: phường Vân Hà, en: Van Ha Ward }\n  province: \"24\"\n  as_of: 2025-07-01\n  address: { vi: thôn Thượng Lát }\n  before_2025: { vi: xã Tiên Sơn }\n  at: [21.2779, 106.0231]\n  accuracy_m: 3000\n  confirmed: false";

    #[test]
    fn a_place_is_shown_with_old_and_new_address_and_maps() {
        let probe = Probe::good(&Place, GOOD);
        let shown = probe.show(EN);
        assert_eq!(shown["units"], json!({ "text": "Van Ha Ward, Bac Ninh Province" }));
        assert_eq!(shown["address"], json!({ "text": "thôn Thượng Lát", "lang": "vi" }));
        assert_eq!(shown["before"]["text"], "xã Tiên Sơn");
        assert_eq!(shown["confirmed"], false);
        assert_eq!(shown["accuracy"]["text"], "to within about 3,000 m");
        assert_eq!(shown["map"]["apple"], "https://maps.apple.com/?daddr=21.2779,106.0231");
        assert_eq!(probe.brief(VI)["text"], "phường Vân Hà, tỉnh Bắc Ninh");
        assert_eq!(probe.facets(), ["07798"]);
        assert_eq!(Place.spot(&probe.value.unwrap()), Some((21.2779, 106.0231)));
    }

    #[test]
    fn structured_data_is_an_address_or_a_whole_place() {
        let address = Probe::good(&Place, GOOD).linked(EN);
        assert_eq!(
            (&address["@type"], &address["addressRegion"]),
            (&json!("PostalAddress"), &json!("Bac Ninh Province"))
        );
        let spec = FieldSpec {
            ld: Some("contentLocation".into()),
            ..FieldSpec::new("x", &Place)
        };
        let place = Probe::by(spec, GOOD).linked(VI);
        assert_eq!(place["geo"]["latitude"], 21.2779);
        assert_eq!(place["address"]["addressCountry"], "VN");
    }

    #[test]
    fn codes_are_checked() {
        let lost = Probe::read(&Place, "{ ward: 7798 }");
        assert_eq!((lost.codes(), lost.said("mended")), (vec![334], "07798"));
        assert_eq!(Probe::read(&Place, "{ ward: Vân Hà }").codes(), [345]);
        assert_eq!(Probe::read(&Place, "{ ward: \"077980\" }").codes(), [345]);
        let name = Probe::read(&Place, "{ province: Gia Lai }");
        assert_eq!((name.codes(), name.said("near")), (vec![346], "\"52\" (Gia Lai)"));
        let moved = Probe::read(&Place, "{ province: \"27\" }");
        assert_eq!((moved.codes(), moved.said("near")), (vec![346], "\"24\" (Bắc Ninh)"));
        let merged = Probe::read(&Place, "{ province: Bắc Giang }");
        assert_eq!(
            (merged.codes(), merged.said("code"), merged.said("new")),
            (vec![396], "24", "tỉnh Bắc Ninh")
        );
        let unknown = Probe::read(&Place, "{ province: Xyz }");
        assert_eq!(unknown.codes(), [346]);
        assert!(unknown.said("near").contains("(Cà Mau)"), "a list, and no guess");
        assert_eq!(Probe::read(&Place, "{ ward: \"0768\" }").codes(), [345]);
        assert_eq!(Probe::read(&Place, "{ ward: 7.6E+03 }").codes(), [335]);
        assert_eq!(Probe::read(&Place, "{ province: 1 }").codes(), [334]);
    }

    #[test]
    fn a_code_that_says_nothing_to_visitors_is_told_with_an_address() {
        let bare = Probe::read(&Place, "{ ward: \"07210\" }");
        assert_eq!(bare.codes(), [525]);
        let better = "{ ward: \"07210\", address: { vi: \"thôn Mẫu, phường Tân An, tỉnh Bắc Ninh\", \
            en: \"Mau hamlet, Tan An Ward, Bac Ninh Province\" } }";
        assert_eq!(bare.said("better"), better);
        assert!(bare.show(VI).get("address").is_none(), "nothing to show");
        let mended = Probe::good(&Place, better);
        assert_eq!(
            mended.show(EN)["address"]["text"],
            "Mau hamlet, Tan An Ward, Bac Ninh Province"
        );
        for more in [
            "ward_name: { vi: phường Bắc Giang, en: Bac Giang Ward }",
            "province: \"24\"",
            "address: { vi: A, en: A }",
        ] {
            Probe::good(&Place, &format!("{{ ward: \"07210\", {more} }}"));
        }
    }

    #[test]
    fn old_codes_and_old_addresses_alone_are_told() {
        assert_eq!(
            Probe::read(&Place, "{ ward: \"07798\", province: \"24\", as_of: 2024 }").codes(),
            [347]
        );
        assert_eq!(Probe::read(&Place, "{ before_2025: xã Tiên Sơn }").codes(), [348]);
        assert_eq!(Probe::read(&Place, "{ at: [106.0, 21.2] }").codes(), [352]);
    }
}
