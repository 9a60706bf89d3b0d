//! What every skin keeps: words can be read, by day and by night, and for those who ask for more contrast.

use super::*;
use crate::render::skin::ROLES;

const SKINS: &[&str] = &["stele", "son-mai", "gom"];

/// What is written on gold, whatever the skin: see ground.css.
const ON_GOLD: &str = "#1b120c";

fn worn(skin: &str) -> Theme {
    let mut theme = builtin();
    assert_eq!(theme.wear(skin, None), Vec::new());
    theme
}

/// The style sheets as they are written, one after another.
fn styles(theme: &Theme) -> String {
    let sheets = theme.files.iter().filter(|(name, _)| name.ends_with(".css"));
    sheets.map(|(_, (_, bytes))| String::from_utf8_lossy(bytes)).collect()
}

/// Contrast ratio of WCAG 2.2.
fn contrast(a: &str, b: &str) -> f64 {
    let light = |hex: &str| {
        let part = |i: usize| f64::from(u8::from_str_radix(&hex[i..i + 2], 16).unwrap()) / 255.0;
        let linear = [part(1), part(3), part(5)].map(|v| {
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (a, b) = (light(a) + 0.05, light(b) + 0.05);
    a.max(b) / a.min(b)
}

/// `color-mix(in srgb, a share, b)`.
fn mixed(a: &str, b: &str, share: f64) -> String {
    let part = |hex: &str, i: usize| f64::from(u8::from_str_radix(&hex[i..i + 2], 16).unwrap());
    let mix = |i| (part(a, i) * share + part(b, i) * (1.0 - share)).round() as u8;
    format!("#{:02x}{:02x}{:02x}", mix(1), mix(3), mix(5))
}

#[test]
fn contrast_is_that_of_wcag() {
    // From the definition of relative luminance: black on white is 21, and #767676 is the lightest gray with 4.5.
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
    assert!(contrast("#767676", "#ffffff") >= 4.5 && contrast("#777777", "#ffffff") < 4.5);
}

#[test]
fn every_pair_of_every_skin_can_be_read() {
    let mut wrong = String::new();
    for name in SKINS {
        let skin = worn(name).skin;
        let palettes = [
            ("day", &skin.day, 4.5),
            ("night", &skin.night, 4.5),
            ("day, more contrast", &skin.day_contrast, 7.0),
            ("night, more contrast", &skin.night_contrast, 7.0),
        ];
        for (time, palette, text) in palettes {
            let mut check = |front: &str, back: &str, least: f64| {
                let color = |role: &str| match role.strip_suffix(" on panel") {
                    Some(kind) => mixed(&palette[kind], &palette["panel"], 0.34),
                    None if role == "on-gold" => ON_GOLD.to_string(),
                    None => palette[role].clone(),
                };
                let ratio = contrast(&color(front), &color(back));
                if ratio < least {
                    wrong += &format!("{name}, {time}: {front} on {back} is {ratio:.2}, not {least}\n");
                }
            };
            for front in ["ink", "muted", "son", "cham", "la", "nau", "hoe-ink"] {
                check(front, "paper", text);
                check(front, "panel", text);
            }
            for back in ["son", "la", "cham", "nau", "ink"] {
                check("paper", back, text);
            }
            if time.starts_with("night") {
                // A third of the color on the panel, as the style sheets mix it.
                for kind in ["son", "la", "cham", "nau", "hoe"] {
                    check("ink", &format!("{kind} on panel"), 4.5);
                }
                check("paper", "muted", text); // the slips of books
            }
            check("on-son", "son", text);
            check("on-gold", "hoe", 4.5);
            // Gold is for ornament, doors and the fill of stars: large shapes.
            check("hoe", "paper", 3.0);
            if text > 4.5 {
                check("line", "paper", 3.0);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn styles_speak_of_roles_and_of_nothing_else() {
    let css = styles(&builtin());
    let css = css.split("/* Payment codes").next().unwrap().to_string() + css.split(".pay-band").nth(1).unwrap();
    let ground = css.find(ON_GOLD).is_some();
    assert!(ground, "what is written on gold is {ON_GOLD}");
    for (at, _) in css.match_indices("var(--") {
        let name = css[at + 6..].split([')', ',']).next().unwrap();
        let is_set = ROLES.contains(&name) || ["lit", "sun"].contains(&name) || css.contains(&format!("--{name}:"));
        assert!(is_set, "nothing sets --{name}");
    }
}

#[test]
fn a_skin_is_chosen_by_name_and_a_wrong_name_is_answered_with_those_there_are() {
    let own = site_file(
        "skins/xa.yaml",
        &String::from_utf8_lossy(skin_file("gom")).replace("#f7f7f1", "#fefefe"),
    );
    let (mut theme, _) = Theme::load(&[], &[own]);
    let standard = theme.skin.clone();
    let found = theme.wear("son mai", None);
    assert_eq!(found[0].code, setup::NO_SUCH_SKIN);
    let help = found[0].help(crate::diag::Speech::En);
    assert!(
        help.contains("«son-mai»") && help.contains("gom, son-mai, stele, xa"),
        "{help}"
    );
    assert_eq!(theme.skin, standard);
    assert!(theme.wear("xa", None).is_empty());
    assert_eq!(theme.skin.day["paper"], "#fefefe");
}

#[test]
fn pages_wear_the_skin_that_was_chosen() {
    let made = |skin: &str| Renderer::new(&worn(skin), &languages(), BTreeMap::new()).0;
    let (stele, gom) = (made("stele"), made("gom"));
    assert_ne!(stele.fingerprint(), gom.fingerprint());
    let css = |renderer: &Renderer| {
        let sheet = renderer.assets().iter().find(|a| a.name == "style.css").unwrap();
        String::from_utf8(sheet.bytes.to_vec()).unwrap()
    };
    assert!(css(&stele).contains("--paper:#f6efe0") && css(&gom).contains("--paper:#f7f7f1"));
    assert!(
        !gom.assets()
            .iter()
            .any(|a| a.name == "skin.css" || a.name == "ground.css")
    );
    assert!(preview::page(&gom, "vi", "home").contains("<meta name=\"theme-color\" content=\"#f7f7f1\""));
    let landing = Bare::Landing(Box::new(preview::landing("735198")));
    let landing = String::from_utf8(gom.render_bare(&landing).unwrap()).unwrap();
    assert!(
        landing.contains("--p:#f7f7f1") && landing.contains("--p:#0e141c"),
        "{landing}"
    );
}

fn skin_file(name: &str) -> &'static [u8] {
    let path = format!("skins/{name}.yaml");
    builtin::FILES.iter().find(|(file, _)| *file == path).unwrap().1
}
