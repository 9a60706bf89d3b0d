//! `coordinates`: latitude and longitude in degrees (WGS 84).
//!
//! Entry point: [`Coordinates`]. Invariant: within Vietnam, islands included; kept as decimal text, as it was measured, to
//! a tenth of a metre.

use super::FieldType;
use super::number::{self, as_json};
use crate::diag::codes;
use crate::schema::reading::Reading;
use crate::schema::shape;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::{Data, Node};
use serde_json::{Value as Json, json};

/// Latitude and longitude.
pub struct Coordinates;

/// Degrees north that Vietnam spans, islands included.
const LATITUDES: std::ops::RangeInclusive<f64> = 7.5..=23.5;
/// Degrees east.
const LONGITUDES: std::ops::RangeInclusive<f64> = 102.0..=117.5;

/// Decimals that are kept, a tenth of a metre: what computers show behind them nobody measured.
const DECIMALS: usize = 6;

/// A number with any count of decimals; those beyond a tenth of a metre are rounded off.
fn normal(word: &str) -> Option<String> {
    let (whole, decimals) = word.split_once(['.', ',']).unwrap_or((word, ""));
    if decimals.len() <= DECIMALS {
        return number::normal(word);
    }
    if !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    // A few digits more than are kept tell which way to round.
    let more = &decimals[..decimals.len().min(DECIMALS + 2)];
    let plain = number::normal(&format!("{whole}.{more}"))?;
    let rounded = format!("{:.DECIMALS$}", plain.parse::<f64>().ok()?);
    Some(rounded.trim_end_matches('0').trim_end_matches('.').to_string())
}

/// Two decimals as typed: `[21.2, 106.0]`, or `21.2, 106.0` as maps copy them.
fn pair(node: &Node) -> Option<(String, String)> {
    match &node.data {
        Data::List(items) => match items.as_slice() {
            [lat, lon] => Some((normal(lat.scalar()?.trim())?, normal(lon.scalar()?.trim())?)),
            _ => None,
        },
        Data::Scalar(text) => {
            let (lat, lon) = text.split_once(", ").or_else(|| text.split_once([',', ';', ' ']))?;
            Some((normal(lat.trim())?, normal(lon.trim())?))
        }
        Data::Empty | Data::Unread | Data::Map(_) => None,
    }
}

/// The list that somebody meant who copied coordinates in another form: degrees and minutes, the address of a map,
/// decimals with commas, brackets of another kind. `None` when there are not exactly two numbers of places in Vietnam.
fn meant(typed: &str) -> Option<String> {
    let of_numbers = || of_angles(typed).or_else(|| of_decimals(typed));
    let (lat, lon) = of_address(typed).or_else(|| of_numbers().filter(|_| !is_elsewhere(typed)))?;
    let (north, east) = (degrees(&lat), degrees(&lon));
    if LATITUDES.contains(&north) && LONGITUDES.contains(&east) {
        return Some(format!("[{lat}, {lon}]"));
    }
    (LATITUDES.contains(&east) && LONGITUDES.contains(&north)).then(|| format!("[{lon}, {lat}]"))
}

/// The place of a map's address: that of its pin (`!3d21.25!4d106.15`), else that of its middle or its question.
fn of_address(typed: &str) -> Option<(String, String)> {
    if !typed.contains("://") {
        return None;
    }
    let number = |text: &str| {
        let end = text
            .find(|c: char| !c.is_ascii_digit() && c != '.')
            .unwrap_or(text.len());
        normal(&text[..end]).map(|plain| (plain, text[end..].to_string()))
    };
    let pin = || {
        let (lat, rest) = number(typed.split_once("!3d")?.1)?;
        Some((lat, number(rest.strip_prefix("!4d")?)?.0))
    };
    let behind = |mark: &str| {
        let (lat, rest) = number(typed.split_once(mark)?.1)?;
        let rest = [",", "%2C", "%2c"].iter().find_map(|comma| rest.strip_prefix(comma))?;
        Some((lat, number(rest.trim_start_matches(['+', ' ']))?.0))
    };
    let marks = ["@", "q=", "query=", "destination=", "daddr=", "ll="];
    pin().or_else(|| marks.iter().find_map(|mark| behind(mark)))
}

/// `21°15'00.0"N 106°09'00.0"E`.
fn of_angles(typed: &str) -> Option<(String, String)> {
    let mut angles: Vec<f64> = Vec::new();
    let mut digits = String::new();
    for c in typed.chars() {
        match c {
            '0'..='9' => digits.push(c),
            '.' | ',' if !digits.is_empty() => digits.push('.'),
            '°' | 'º' | '˚' => angles.push(std::mem::take(&mut digits).parse().ok()?),
            '\'' | '′' | '’' | '"' | '″' | '”' => {
                let share = if matches!(c, '\'' | '′' | '’') {
                    60.0
                } else {
                    3_600.0
                };
                // A second sign of minutes stands for seconds, and has no number of its own.
                if let Ok(part) = std::mem::take(&mut digits).parse::<f64>() {
                    *angles.last_mut()? += part / share;
                }
            }
            // A comma between the two stands behind a letter and belongs to no number.
            _ => digits.clear(),
        }
    }
    let [lat, lon] = angles[..] else { return None };
    let plain = |angle: f64| {
        let text = format!("{angle:.5}");
        text.trim_end_matches('0').trim_end_matches('.').to_string()
    };
    Some((plain(lat), plain(lon)))
}

/// The only two decimals, with points or commas; a list whose commas part them as well: `[21,2500, 106,1500]`.
fn of_decimals(typed: &str) -> Option<(String, String)> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = typed;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        rest = &rest[at..];
        let whole = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let decimals = rest[whole..].strip_prefix(['.', ',']).unwrap_or_default();
        let places = decimals.find(|c: char| !c.is_ascii_digit()).unwrap_or(decimals.len());
        let end = if places > 0 { whole + 1 + places } else { whole };
        found.push(normal(&rest[..end])?);
        rest = &rest[end..];
    }
    match &found[..] {
        [lat, lon] => Some((lat.clone(), lon.clone())),
        _ => None,
    }
}

/// True for places south of the equator or west of Greenwich, whose numbers alone would be those of another place.
fn is_elsewhere(typed: &str) -> bool {
    let mut words = typed.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    let is_minus = |(at, sign): (usize, &str)| typed[at + sign.len()..].starts_with(|c: char| c.is_ascii_digit());
    words.any(|word| ["s", "w", "south", "west"].contains(&&*word))
        || typed.match_indices(['-', '−', '–']).any(is_minus)
}

fn degrees(plain: &str) -> f64 {
    plain.parse().unwrap_or(f64::NAN)
}

/// Latitude and longitude of a value that [`Coordinates`] read.
pub fn spot(value: &Value) -> Option<(f64, f64)> {
    let fields = value.fields()?;
    Some((degrees(fields.word("lat")?), degrees(fields.word("lon")?)))
}

impl FieldType for Coordinates {
    fn name(&self) -> &'static str {
        "coordinates"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "[vĩ độ, kinh độ] chép từ bản đồ, ví dụ [21.2779, 106.0231]",
            "[latitude, longitude] from a map, for example [21.2779, 106.0231]",
        )
    }

    fn takes_list(&self) -> bool {
        true
    }

    fn read(&self, node: &Node, _spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let Some((lat, lon)) = pair(node) else {
            let typed = reading.doc.text.get(node.span.lo as usize..node.span.hi as usize);
            let meant = meant(node.scalar().or(typed).unwrap_or_default());
            let example = "[21.2779, 106.0231]";
            let (vi, en) = shape::answer(meant.as_deref(), (example, example));
            let args = [("example", &*vi), ("example_en", &*en)];
            reading.report(codes::fields::NOT_COORDINATES, node.span, &args);
            return None;
        };
        let (north, east) = (degrees(&lat), degrees(&lon));
        let value = format!("[{lat}, {lon}]");
        if LATITUDES.contains(&north) && LONGITUDES.contains(&east) {
            let parts = [("lat", lat), ("lon", lon)];
            let parts = parts.map(|(name, plain)| (name.into(), Value::Number(plain.into())));
            return Some(Value::Map(Fields(parts.into())));
        }
        if LATITUDES.contains(&east) && LONGITUDES.contains(&north) {
            let args = [("value", &*value), ("mended", &format!("[{lon}, {lat}]"))];
            reading.report(codes::facts::COORDINATES_SWAPPED, node.span, &args);
        } else if north.abs() > 1_000.0 || east.abs() > 1_000.0 {
            reading.report(codes::fields::COORDINATES_IN_METRES, node.span, &[("value", &value)]);
        } else {
            reading.report(codes::facts::OUTSIDE_VIETNAM, node.span, &[("value", &value)]);
        }
        None
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let (lat, lon) = (fields.word("lat")?, fields.word("lon")?);
        Some(json!({ "text": format!("{lat}, {lon}"), "lat": as_json(lat)?, "lon": as_json(lon)? }))
    }

    fn linked_data(&self, value: &Value, _spec: &FieldSpec, _showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let (lat, lon) = (as_json(fields.word("lat")?)?, as_json(fields.word("lon")?)?);
        Some(json!({ "@type": "GeoCoordinates", "latitude": lat, "longitude": lon }))
    }

    fn spot(&self, value: &Value) -> Option<(f64, f64)> {
        spot(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    #[test]
    fn a_point_is_read_as_a_list_or_as_maps_copy_it() {
        for written in ["[21.2779, 106.0231]", "21.2779, 106.0231", "21.2779,106.0231"] {
            let probe = Probe::good(&Coordinates, written);
            let shown = json!({ "text": "21.2779, 106.0231", "lat": 21.2779, "lon": 106.0231 });
            assert_eq!((probe.show(VI), probe.show(EN)), (shown.clone(), shown));
            assert_eq!(Coordinates.spot(&probe.value.unwrap()), Some((21.2779, 106.0231)));
        }
        assert_eq!(
            Probe::good(&Coordinates, "[8.64, 111.92]").linked(VI)["@type"],
            "GeoCoordinates"
        );
    }

    #[test]
    fn as_many_decimals_as_a_computer_shows_are_read_and_rounded() {
        for written in [
            "21.277931429183537, 106.02317705038617",
            "[21.277931429183537, 106.02317705038617]",
            "21.2779314, 106.0231770",
        ] {
            let probe = Probe::good(&Coordinates, written);
            let shown = json!({ "text": "21.277931, 106.023177", "lat": 21.277931, "lon": 106.023177 });
            assert_eq!(probe.show(VI), shown, "{written}");
        }
        let round = Probe::good(&Coordinates, "[21.9999999, 106.1500000]");
        assert_eq!(round.show(VI)["text"], "22, 106.15");
        let pin = "https://www.google.com/maps/place/X/@21.27793142,106.0231,17z/data=!3d21.277931429183537!4d106.02317705038617";
        assert_eq!(
            Probe::read(&Coordinates, pin).said("example"),
            "ở đây: [21.277931, 106.023177]"
        );
    }

    #[test]
    fn mistakes_of_the_field_are_known() {
        let swapped = Probe::read(&Coordinates, "[106.0231, 21.2779]");
        assert_eq!(
            (swapped.codes(), swapped.said("mended")),
            (vec![352], "[21.2779, 106.0231]")
        );
        assert_eq!(Probe::read(&Coordinates, "[2354321.5, 415678.2]").codes(), [353]);
        assert_eq!(Probe::read(&Coordinates, "[48.85, 2.35]").codes(), [351]);
        for (typed, meant) in [
            ("21°15'00.0\"N 106°09'00.0\"E", "[21.25, 106.15]"),
            ("[21°15'00.0\"N, 106°09'00.0\"E]", "[21.25, 106.15]"),
            ("21°16’40″ B, 106°1’23″ Đ", "[21.27778, 106.02306]"),
            ("[21,2500, 106,1500]", "[21.2500, 106.1500]"),
            ("\"21,25; 106,15\"", "[21.25, 106.15]"),
            ("21,25 106,15", "[21.25, 106.15]"),
            ("(21.25, 106.15)", "[21.25, 106.15]"),
            ("{ lat: 21.25, lon: 106.15 }", "[21.25, 106.15]"),
            ("https://www.google.com/maps/@21.25,106.15,17z", "[21.25, 106.15]"),
            ("https://www.google.com/maps?q=21.25,106.15", "[21.25, 106.15]"),
            (
                "https://www.google.com/maps/place/X/@21.3,106.2,17z/data=!3m1!4b1!8m2!3d21.25!4d106.15",
                "[21.25, 106.15]",
            ),
        ] {
            let probe = Probe::read(&Coordinates, typed);
            let said = format!("ở đây: {meant}");
            assert_eq!((probe.codes(), probe.said("example")), (vec![354], &*said), "{typed}");
            Probe::good(&Coordinates, meant);
        }
        let short = Probe::read(&Coordinates, "https://maps.app.goo.gl/abcdEFG");
        assert_eq!(short.said("example"), "ví dụ [21.2779, 106.0231]");
        for elsewhere in [
            "21°15'00\"S 106°09'00\"W",
            "21°15'00\"N 106°09'00\"W",
            "\"21.25° S, 106.15° E\"",
            "(-21.25, 106.15)",
            "-21°15'00\", 106°09'00\"",
            "https://www.google.com/maps?q=-21.25,-106.15",
        ] {
            let probe = Probe::read(&Coordinates, elsewhere);
            let said = (probe.codes(), probe.said("example"));
            assert_eq!(said, (vec![354], "ví dụ [21.2779, 106.0231]"), "{elsewhere}");
        }
        // Only one of the two is in Vietnam, whichever comes first.
        for strange in ["[21.25, 2.35]", "[48.85, 106.15]", "[300, 21.25]", "[106.15, 48.85]"] {
            assert_eq!(Probe::read(&Coordinates, strange).codes(), [351], "{strange}");
            let bracketed = strange.replace('[', "(").replace(']', ")");
            let probe = Probe::read(&Coordinates, &bracketed);
            assert_eq!(probe.said("example"), "ví dụ [21.2779, 106.0231]", "{bracketed}");
        }
        let turned = Probe::read(&Coordinates, "(106.15, 21.25)");
        assert_eq!(turned.said("example"), "ở đây: [21.25, 106.15]");
        for bad in ["[21.2779]", "21°16'40\"N", "[21.2, 106.0, 5]", "{ lat: 21 }"] {
            assert_eq!(Probe::read(&Coordinates, bad).codes(), [354], "{bad}");
        }
    }
}
