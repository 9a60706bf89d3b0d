//! Places → a drawing of how they lie to each other.
//!
//! Entry point: [`draw`]. Invariant: north is up, one scale in both directions, no borders; every place has its dot within
//! the sheet, names stand only where they cover nothing. Whole numbers come out.

use super::model::{MapBar, MapDot, MapDrawing, MapName, Saying};

/// Width of the sheet in its own units.
const WIDTH: f64 = 1_000.0;
/// Room around the dots.
const MARGIN: f64 = 80.0;
/// Below it a strip for scale and north.
const STRIP: f64 = 90.0;
/// The least and the greatest height of what is drawn between the margins.
const HEIGHT: (f64, f64) = (320.0, 700.0);
/// The least that a sheet shows, in meters, so that one place alone is no dot on nothing.
const LEAST_METERS: f64 = 400.0;
/// Meters in a degree of latitude, of the sphere that distances are measured on.
const DEGREE: f64 = 111_195.08;
/// Half the size of a dot.
const DOT: f64 = 30.0;
/// Height of a line of names, size of their letters, and width of a digit in a dot.
const LINE: f64 = 48.0;
const LETTERS: f64 = 39.0;
const DIGIT: f64 = 21.0;

/// A place to be drawn: whereabouts in millionths of a degree, number in the list (0: the page itself), name.
pub(super) struct Spot<'a> {
    /// Latitude and longitude.
    pub(super) at: (i32, i32),
    /// Number in the list; 0 stands for where the page itself is.
    pub(super) number: usize,
    /// Its name.
    pub(super) name: &'a Saying,
}

struct Placed {
    x: f64,
    y: f64,
    numbers: Vec<usize>,
    first: usize,
    /// The other places that this dot stands for.
    shared: Vec<usize>,
    /// What stands in the dot, and how wide that makes it: known when all places have theirs.
    label: String,
    wide: f64,
}

type Box4 = (f64, f64, f64, f64);

/// Draws places; `meters` puts a length into words.
pub(super) fn draw(spots: &[Spot<'_>], meters: &dyn Fn(u32) -> String) -> MapDrawing {
    let plane = Plane::of(spots);
    let mut dots: Vec<Placed> = Vec::new();
    for (i, spot) in spots.iter().enumerate() {
        let (x, y) = plane.place(spot.at);
        // What would lie on another dot shares it.
        let near = dots
            .iter_mut()
            .find(|dot| (dot.x - x).abs() < DOT * 1.6 && (dot.y - y).abs() < DOT * 1.6);
        match near {
            Some(dot) => {
                dot.numbers.push(spot.number);
                dot.shared.push(i);
            }
            None => dots.push(Placed {
                x,
                y,
                numbers: vec![spot.number],
                first: i,
                shared: Vec::new(),
                label: String::new(),
                wide: 0.0,
            }),
        }
    }
    dots.iter_mut().for_each(Placed::name);
    let names = names(&dots, spots, plane.height);
    let (length, distance) = plane.bar();
    MapDrawing {
        width: WIDTH as i32,
        height: (plane.height + STRIP).round() as i32,
        dots: dots.iter().map(Placed::dot).collect(),
        names,
        bar: MapBar {
            length,
            text: meters(distance),
        },
    }
}

impl Placed {
    fn name(&mut self) {
        let numbers: Vec<String> = self.numbers.iter().filter(|n| **n > 0).map(usize::to_string).collect();
        self.label = match numbers.as_slice() {
            [first, _, _, ..] => format!("{first} …"),
            few => few.join(", "),
        };
        self.wide = (self.label.chars().count() as f64 * DIGIT + 18.0).max(2.0 * DOT);
    }

    fn dot(&self) -> MapDot {
        MapDot {
            x: self.x.round() as i32,
            y: self.y.round() as i32,
            left: self.covers().0.round() as i32,
            n: self.label.clone(),
            wide: self.wide.round() as i32,
        }
    }

    fn covers(&self) -> Box4 {
        (
            self.x - self.wide / 2.0,
            self.y - DOT,
            self.x + self.wide / 2.0,
            self.y + DOT,
        )
    }
}

/// Degrees → the sheet.
struct Plane {
    north: f64,
    west: f64,
    /// How much a degree of longitude is shorter than one of latitude.
    narrow: f64,
    /// Units per meter.
    scale: f64,
    left: f64,
    top: f64,
    height: f64,
}

impl Plane {
    fn of(spots: &[Spot<'_>]) -> Self {
        let degrees = |micro: i32| f64::from(micro) / 1e6;
        let bounds = |of: fn(&Spot<'_>) -> i32| {
            let all = spots.iter().map(of);
            (degrees(all.clone().min().unwrap_or(0)), degrees(all.max().unwrap_or(0)))
        };
        let (south, north) = bounds(|spot| spot.at.0);
        let (west, east) = bounds(|spot| spot.at.1);
        let narrow = ((south + north) / 2.0).to_radians().cos();
        let (across, down) = ((east - west) * narrow * DEGREE, (north - south) * DEGREE);
        let inner = WIDTH - 2.0 * MARGIN;
        let scale = (inner / across.max(LEAST_METERS)).min(HEIGHT.1 / down.max(1.0));
        let drawn = (down * scale).clamp(HEIGHT.0, HEIGHT.1);
        Self {
            north,
            west,
            narrow,
            scale,
            left: MARGIN + (inner - across * scale) / 2.0,
            top: MARGIN + (drawn - down * scale) / 2.0,
            height: drawn + 2.0 * MARGIN,
        }
    }

    fn place(&self, (lat, lon): (i32, i32)) -> (f64, f64) {
        let (lat, lon) = (f64::from(lat) / 1e6, f64::from(lon) / 1e6);
        let x = (lon - self.west) * self.narrow * DEGREE * self.scale;
        let y = (self.north - lat) * DEGREE * self.scale;
        (self.left + x, self.top + y)
    }

    /// A round length that is at most a third of the sheet: units and meters.
    fn bar(&self) -> (i32, u32) {
        let most = WIDTH / 3.0 / self.scale;
        let mut best = 1_u32;
        for tens in [1_u32, 10, 100, 1_000, 10_000, 100_000, 1_000_000] {
            best = [1, 2, 5]
                .iter()
                .map(|n| n * tens)
                .filter(|m| f64::from(*m) <= most)
                .max()
                .unwrap_or(best);
        }
        ((f64::from(best) * self.scale).round() as i32, best)
    }
}

/// Names beside, above or below their dots, where they cover no dot and no other name.
fn names(dots: &[Placed], spots: &[Spot<'_>], height: f64) -> Vec<MapName> {
    let mut taken: Vec<Box4> = dots.iter().map(Placed::covers).collect();
    let mut names = Vec::new();
    for dot in dots {
        let free = sayings(dot, spots)
            .into_iter()
            .find_map(|name| Some((free_place(dot, breadth(&name.text), height, &taken)?, name)));
        if let Some(((anchor, x, y, covers), name)) = free {
            taken.push(covers);
            names.push(MapName {
                x: x.round() as i32,
                y: y.round() as i32,
                anchor,
                text: name.text,
                lang: name.lang,
            });
        }
    }
    names
}

/// What may stand at a dot, the best first: the names of all that share it, or one and a sign that there are more.
fn sayings(dot: &Placed, spots: &[Spot<'_>]) -> Vec<Saying> {
    let first = spots[dot.first].name;
    if dot.shared.is_empty() {
        return vec![first.clone()];
    }
    let more = Saying {
        text: format!("{} …", first.text),
        lang: first.lang.clone(),
    };
    match dot.shared.as_slice() {
        [second] if spots[*second].name.lang == first.lang => {
            let text = format!("{}, {}", first.text, spots[*second].name.text);
            let lang = first.lang.clone();
            vec![Saying { text, lang }, more]
        }
        _ => vec![more],
    }
}

/// Where words so wide have room at a dot: their anchor, what it lies on, and what they cover.
fn free_place(dot: &Placed, wide: f64, height: f64, taken: &[Box4]) -> Option<(&'static str, f64, f64, Box4)> {
    let beside = dot.wide / 2.0 + 10.0;
    let places = [
        ("start", dot.x + beside, dot.y + 14.0),
        ("end", dot.x - beside, dot.y + 14.0),
        ("middle", dot.x, dot.y - DOT - 12.0),
        ("middle", dot.x, dot.y + DOT + 42.0),
    ];
    places.into_iter().find_map(|(anchor, x, y)| {
        let left = match anchor {
            "start" => x,
            "end" => x - wide,
            _ => x - wide / 2.0,
        };
        let covers = (left, y - LINE + 12.0, left + wide, y + 12.0);
        let is_inside = covers.0 >= 4.0 && covers.2 <= WIDTH - 4.0 && covers.1 >= 4.0 && covers.3 <= height;
        let is_free = is_inside && !taken.iter().any(|other| overlap(covers, *other));
        is_free.then_some((anchor, x, y, covers))
    })
}

/// How wide a name is at most: letters as wide as in the widest faces that systems show pages in (DejaVu Sans, Verdana).
fn breadth(name: &str) -> f64 {
    let em = |c: char| match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 0.34,
        'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'l' | 'j' | 't' | 'f' | 'r' | 'I' | 'Í' | '(' | ')' | '-' => 0.42,
        'm' | 'w' | 'M' | 'W' | '—' => 1.0,
        // Signs of East Asian scripts fill a square.
        '\u{1100}'.. if !('\u{1e00}'..='\u{2fff}').contains(&c) => 1.0,
        _ if c.is_uppercase() => 0.78,
        _ => 0.64,
    };
    name.chars().map(em).sum::<f64>() * LETTERS
}

fn overlap(a: Box4, b: Box4) -> bool {
    a.0 < b.2 && b.0 < a.2 && a.1 < b.3 && b.1 < a.3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Saying {
        Saying {
            text: text.into(),
            lang: None,
        }
    }

    fn drawn(places: &[(i32, i32)]) -> MapDrawing {
        let names: Vec<Saying> = (0..places.len()).map(|i| name(&format!("Đình làng số {i}"))).collect();
        let spots: Vec<Spot<'_>> = places
            .iter()
            .zip(&names)
            .enumerate()
            .map(|(i, (at, name))| Spot {
                at: *at,
                number: i + 1,
                name,
            })
            .collect();
        draw(&spots, &|m| format!("{m} m"))
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let map = drawn(&[(21_000_000, 106_000_000), (21_010_000, 106_020_000)]);
        let [a, b] = [&map.dots[0], &map.dots[1]];
        assert!(b.y < a.y && b.x > a.x, "{map:?}");
        assert_eq!((a.n.as_str(), b.n.as_str()), ("1", "2"));
        assert_eq!(map.names.len(), 2);
    }

    #[test]
    fn the_scale_is_the_same_in_both_directions() {
        // One kilometer north, one kilometer east: 1 km is 0.008993 degrees of latitude.
        let east = (0.008_993 / 21.0_f64.to_radians().cos() * 1e6) as i32;
        let map = drawn(&[
            (21_000_000, 106_000_000),
            (21_008_993, 106_000_000),
            (21_000_000, 106_000_000 + east),
        ]);
        let [here, north, to_east] = [&map.dots[0], &map.dots[1], &map.dots[2]];
        let (up, right) = (here.y - north.y, to_east.x - here.x);
        assert!((up - right).abs() <= 2, "{up} up, {right} right");
        let per_meter = f64::from(up) / 1_000.0;
        let meters: f64 = map.bar.text.trim_end_matches(" m").parse().unwrap();
        assert!(
            (f64::from(map.bar.length) / per_meter - meters).abs() < 5.0,
            "{:?}",
            map.bar
        );
    }

    #[test]
    fn a_name_is_never_taken_for_narrower_than_it_is() {
        // Measured in DejaVu Sans, in em.
        for (text, em) in [
            ("Căn cứ cách mạng", 9.27),
            ("Đình Giếng Ngọt", 8.27),
            ("WIM MÔN", 4.88),
            ("Nhà thờ họ Nguyễn Văn", 11.92),
            ("illi", 1.13),
        ] {
            let wide = breadth(text) / LETTERS;
            assert!(wide >= em && wide < em * 1.1 + 0.6, "{text}: {wide} for {em}");
        }
    }

    #[test]
    fn everything_stays_on_the_sheet_and_apart() {
        let places: Vec<(i32, i32)> = (0..80)
            .map(|i| (8_600_000 + i * 180_000, 102_200_000 + (i * 37 % 80) * 90_000))
            .collect();
        for some in [&places[..], &places[..1], &places[..2]] {
            let map = drawn(some);
            for dot in &map.dots {
                assert!(
                    (0..=map.width).contains(&dot.x) && (0..=map.height).contains(&dot.y),
                    "{dot:?}"
                );
            }
            for (i, a) in map.dots.iter().enumerate() {
                for b in &map.dots[i + 1..] {
                    assert!(
                        (a.x - b.x).abs() >= 47 || (a.y - b.y).abs() >= 47,
                        "{a:?} lies on {b:?}"
                    );
                }
            }
            assert!(map.names.len() <= map.dots.len());
        }
        let same = drawn(&[(21_000_000, 106_000_000); 4]);
        assert_eq!(same.dots.len(), 1);
        assert_eq!(same.dots[0].n, "1 …");
    }

    #[test]
    fn a_dot_that_places_share_names_both_or_says_that_there_are_more() {
        let words = |map: &MapDrawing| map.names.iter().map(|name| name.text.clone()).collect::<Vec<_>>();
        let two = drawn(&[(21_000_000, 106_000_000); 2]);
        assert_eq!((two.dots.len(), two.dots[0].n.as_str()), (1, "1, 2"));
        assert_eq!(words(&two), ["Đình làng số 0, Đình làng số 1"]);
        assert_eq!(words(&drawn(&[(21_000_000, 106_000_000); 3])), ["Đình làng số 0 …"]);
        let (long, short) = (name(&"Đình làng ".repeat(5)), name("Chùa"));
        let spot = |number, name| Spot {
            at: (21_000_000, 106_000_000),
            number,
            name,
        };
        let map = draw(&[spot(1, &short), spot(2, &long)], &|m| format!("{m} m"));
        assert_eq!(words(&map), ["Chùa …"], "both have no room");
    }
}
