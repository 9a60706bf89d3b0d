//! `coordinates`: latitude and longitude in degrees (WGS 84).
//!
//! Entry point: [`Coordinates`]. Invariant: within Vietnam, islands included; kept as decimal text, as it was measured.

use super::FieldType;
use super::number::{as_json, normal};
use crate::diag::codes;
use crate::schema::reading::Reading;
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
            reading.report(codes::fields::NOT_COORDINATES, node.span, &[]);
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
            reading.report(codes::fields::COORDINATES_SWAPPED, node.span, &args);
        } else if north.abs() > 1_000.0 || east.abs() > 1_000.0 {
            reading.report(codes::fields::COORDINATES_IN_METRES, node.span, &[("value", &value)]);
        } else {
            reading.report(codes::fields::OUTSIDE_VIETNAM, node.span, &[("value", &value)]);
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
    fn mistakes_of_the_field_are_known() {
        let swapped = Probe::read(&Coordinates, "[106.0231, 21.2779]");
        assert_eq!(
            (swapped.codes(), swapped.said("mended")),
            (vec![352], "[21.2779, 106.0231]")
        );
        assert_eq!(Probe::read(&Coordinates, "[2354321.5, 415678.2]").codes(), [353]);
        assert_eq!(Probe::read(&Coordinates, "[48.85, 2.35]").codes(), [351]);
        for bad in ["[21.2779]", "21°16'40\"N", "[21.2, 106.0, 5]", "{ lat: 21 }"] {
            assert_eq!(Probe::read(&Coordinates, bad).codes(), [354], "{bad}");
        }
    }
}
