//! Edits of any file of a site, by chance but the same in every run; each can be undone.
//!
//! Entry point: [`Mixer::edit`], [`Mixer::undo`], [`Mixer::restore`]. Invariant: every edit names all files that it touched, or
//! says that nobody was told of it. Codes that were issued stay issued.

use super::super::Date;
use super::super::support::Site;
use super::super::support::edits::{Dice, picture};
use super::super::trial::files;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What was done.
#[derive(Default)]
pub(super) struct Edited {
    pub(super) touched: BTreeSet<String>,
    /// No event told of it.
    pub(super) is_untold: bool,
    pub(super) today: Option<Date>,
    pub(super) what: String,
}

type Files = BTreeMap<String, Vec<u8>>;

/// Edits a site.
pub(super) struct Mixer {
    /// The content as it was at first.
    pristine: Files,
    /// The content before the last edit.
    before: Files,
    /// The ledger as it was at first.
    ledger: String,
}

const LOCKS: [&str; 2] = ["content/codes.lock", "content/translations.lock"];

fn content(site: &Site) -> Files {
    let mut all = Files::new();
    for folder in ["content", "themes"] {
        let here = files(&site.root.join(folder)).into_iter();
        all.extend(here.map(|(path, bytes)| (format!("{folder}/{path}"), bytes)));
    }
    all.retain(|path, _| !LOCKS.contains(&path.as_str()));
    all
}

/// Files whose whole text is one of several.
const WHOLE: &[(&str, &[&str])] = &[
    (
        "content/theme/strings/vi.yaml",
        &["nav: { home: Nhà }\n", "nav: [\n", "page: { map: Bản đồ làng }\n"],
    ),
    (
        "content/theme/strings/fr.yaml",
        &["nav: { home: Accueil, search: Chercher }\n", "{}\n"],
    ),
    (
        "content/theme/templates/footer.html",
        &[
            "<footer>1</footer>\n",
            "{% if %}",
            "<footer>{{ site.title.text }}</footer>\n",
            "{{ nichts.da }}\n",
        ],
    ),
    ("content/theme/styles/own.css", &["hr { color: blue }\n", "hr {\n"]),
    ("content/theme/scripts/search.js", &["0;\n"]),
    (
        "content/kinds/product.yaml",
        &[
            "plural: { vi: Món, en: Goods }\n",
            "plural: [\n",
            "fields: [ { name: season, remove: true } ]\n",
            "folder: 3\n",
        ],
    ),
    (
        "content/kinds/relic.yaml",
        &[
            "plural: { vi: Nơi, en: Places }\n",
            "fields: [ { name: mood, type: text, label: { vi: Vẻ, en: Mood } } ]\n",
        ],
    ),
    ("content/kinds/well.yaml", &["plural: { vi: Giếng, en: Wells }\n"]),
    ("content/static/vi/index.html", &["x\n"]),
    ("content/static/them.txt", &["1\n", "2\n"]),
    ("content/static/codes.json", &["{}\n"]),
    (
        "content/static/logo.svg",
        &["<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"],
    ),
    ("content/signs.yaml", &["[]\n", "plates: [\n"]),
    (
        "content/relics/gieng/entry.yaml",
        &["title: { vi: Đình Mẫu, en: Mau }\nsummary: { vi: A, en: B }\ntypes: [historical]\n"],
    ),
    (
        "content/relics/gieng/vi.md",
        &["Xem [đền](relics/den-ha#lich-su).\n", "Xem [](relics/den-ha).\n"],
    ),
    ("themes/khac/styles/style.css", &["body { margin: 1px }\n"]),
];

const SETTINGS: &[(&str, &str)] = &[
    ("list_size: 4", "list_size: 5"),
    ("offline: true", "offline: false"),
    ("menu: [relics, products, books]", "menu: [products]"),
    ("title: { vi: Di sản thử", "title: { vi: Di sản khác"),
    ("https://disan.vn/thu/", "https://disan.vn/"),
    ("list_size", "kich_thuoc"),
    ("  - { code: fr, name: Français, locale: fr_FR }\n", ""),
    ("featured: [relics/dinh-lang-mau,", "featured: [relics/mieu-nho,"),
    ("home:", "links: file\nhome:"),
    ("home:", "theme: khac\nhome:"),
    ("home:", "owner: { name: { vi: Ai đó } }\nhome:"),
];

/// Lines that one adds to facts.
const FACTS: &[&str] = &[
    "status: draft\n",
    "status: withdrawn\n",
    "updated: 2026-10-02\n",
    "related: [relics/den-ha]\n",
    "related: [relics/khong-co]\n",
    "related: [relics/mieu-nho]\n",
    "formerly: [relics/noi-khac]\n",
    "aliases: [ { text: Tên khác } ]\n",
    "tieu_de: x\n",
    "sample: true\n",
];

/// Lines that one adds to a text.
const WORDS: &[&str] = &[
    "\nThêm một câu.\n",
    "\n## Lịch sử\n\nCũ.\n",
    "\nXem [đền](relics/den-ha#lich-su).\n",
    "\nXem [trà](products/tra-mau-van-bia) và [chợ](relics/cho-cu).\n",
    "\nXem [nháp](relics/mieu-nho).\n",
    "\nXem [không](relics/khong-co).\n",
    "\n![Cổng](photos/khong-co.png)\n",
    "\n[Trang](https://example.org/a b)\n",
    "\nChú thích[^1].\n\n[^1]: Đây.\n",
    "\n| a | b |\n| - | - |\n| 1 | 2 |\n",
];

impl Mixer {
    pub(super) fn new(site: &Site) -> Self {
        Self {
            pristine: content(site),
            before: content(site),
            ledger: read(site, LOCKS[0]),
        }
    }

    /// One edit.
    pub(super) fn edit(&mut self, site: &Site, out: &Path, dice: &mut Dice, round: usize) -> Edited {
        self.before = content(site);
        let mut edited = match dice.below(20) {
            0..=5 => text(site, dice, &self.before),
            6..=8 => facts(site, dice, &self.before),
            9 | 10 => whole(site, dice),
            11 => settings(site, dice),
            12 => moved(site, dice, &self.before),
            13 => gone(site, dice, &self.before),
            14 => media(site, dice, &self.before),
            15 => self.lock(site, dice),
            16 => output(out, dice),
            17 => clock(dice),
            18 => line(site, dice, &self.before),
            _ => self.file_back(site, dice),
        };
        edited.what = format!("round {round}: {} {:?}", edited.what, edited.touched);
        edited
    }

    /// Everything as it was before the last edit.
    pub(super) fn undo(&self, site: &Site, round: usize) -> Edited {
        named(put_back(site, &self.before), &format!("round {round}: undone"))
    }

    /// Everything as it was at first; codes that were handed out as issued stay so.
    pub(super) fn restore(&self, site: &Site, round: usize) -> Edited {
        let mut touched = put_back(site, &self.pristine);
        let published = read(site, "output/codes.json");
        let row = |row: &str| -> String {
            let code = row.split('\t').next().unwrap_or_default();
            let is_issued = published
                .lines()
                .any(|line| line.contains(code) && line.contains("issued"));
            match is_issued {
                true => row.replace("\treserved\t", "\tissued\t") + "\n",
                false => format!("{row}\n"),
            }
        };
        site.write(LOCKS[0], self.ledger.lines().map(row).collect::<String>());
        touched.extend(LOCKS.map(str::to_string));
        Edited {
            is_untold: true,
            ..named(touched, &format!("round {round}: restored"))
        }
    }

    /// A lock edited by hand, or by another program.
    fn lock(&self, site: &Site, dice: &mut Dice) -> Edited {
        let path = LOCKS[dice.below(2)].to_string();
        let text = read(site, &path);
        let lines: Vec<&str> = text.lines().collect();
        let at = if lines.is_empty() { 0 } else { dice.below(lines.len()) };
        let edited = |line: &str| -> String {
            let kept = lines
                .iter()
                .enumerate()
                .map(|(i, old)| if i == at { line } else { old });
            kept.filter(|line| !line.is_empty())
                .flat_map(|line| [line, "\n"])
                .collect()
        };
        let new = match dice.below(6) {
            0 => edited(""),
            1 => text.replace('\n', "\r\n"),
            2 => format!("{text}garbage\n"),
            3 => lines.iter().rev().flat_map(|line| [*line, "\n"]).collect(),
            _ => {
                let line = lines.get(at).copied().unwrap_or_default();
                let is_old = line.get(..8).is_some_and(|start| self.ledger.contains(start));
                match is_old {
                    true => edited(&line.replace("\treserved\t", "\tissued\t")),
                    false => edited(line),
                }
            }
        };
        site.write(&path, new);
        named([path].into(), "lock")
    }

    fn file_back(&self, site: &Site, dice: &mut Dice) -> Edited {
        let paths: Vec<&String> = self.pristine.keys().collect();
        let path = (*dice.pick(&paths)).clone();
        site.write(&path, &self.pristine[&path]);
        named([path].into(), "back")
    }
}

fn named(touched: BTreeSet<String>, what: &str) -> Edited {
    Edited {
        touched,
        what: what.to_string(),
        ..Edited::default()
    }
}

fn put_back(site: &Site, wanted: &Files) -> BTreeSet<String> {
    let now = content(site);
    let mut touched = BTreeSet::new();
    for path in now.keys().filter(|path| !wanted.contains_key(*path)) {
        site.remove(path);
        touched.insert(path.clone());
        let mut folder = site.root.join(path);
        // Folders that nothing is in any more.
        while folder.pop() && folder != site.root && std::fs::remove_dir(&folder).is_ok() {}
    }
    for (path, bytes) in wanted.iter().filter(|(path, bytes)| now.get(*path) != Some(bytes)) {
        site.write(path, bytes);
        touched.insert(path.clone());
    }
    touched
}

fn pick<'f>(all: &'f Files, ending: &str, dice: &mut Dice) -> &'f str {
    let fit: Vec<&str> = all
        .keys()
        .map(String::as_str)
        .filter(|path| path.ends_with(ending))
        .collect();
    fit[dice.below(fit.len())]
}

fn read(site: &Site, path: &str) -> String {
    String::from_utf8_lossy(&std::fs::read(site.root.join(path)).unwrap_or_default()).into_owned()
}

fn text(site: &Site, dice: &mut Dice, all: &Files) -> Edited {
    let path = pick(all, ".md", dice).to_string();
    let more = *dice.pick(WORDS);
    site.write(&path, read(site, &path) + more);
    named([path].into(), "text")
}

/// A title, a summary, or a line more.
fn facts(site: &Site, dice: &mut Dice, all: &Files) -> Edited {
    let path = pick(all, "/entry.yaml", dice).to_string();
    let old = read(site, &path);
    let words = [
        ("Đền", "Đền Hòa"),
        ("Mẫu", "Mai"),
        ("mẫu", "mai"),
        ("en: ", "en: Z "),
        ("vi: ", "vi: Y "),
    ];
    let (from, to) = *dice.pick(&words);
    let new = match dice.below(3) {
        0 => old + *dice.pick(FACTS),
        1 => old.replacen(from, to, 1),
        _ => old.replace(from, to),
    };
    site.write(&path, new);
    named([path].into(), "facts")
}

fn whole(site: &Site, dice: &mut Dice) -> Edited {
    let (path, texts) = *dice.pick(WHOLE);
    site.write(path, *dice.pick(texts));
    named([path.to_string()].into(), "whole")
}

fn settings(site: &Site, dice: &mut Dice) -> Edited {
    let path = "content/site.yaml".to_string();
    let (from, to) = *dice.pick(SETTINGS);
    match dice.below(12) {
        0 => {
            let other = "content/site.yml".to_string();
            let _ = std::fs::rename(site.root.join(&path), site.root.join(&other));
            return named([path, other].into(), "settings renamed");
        }
        1 => site.write(&path, "title: [\n"),
        _ => site.write(&path, read(site, &path).replace(from, to)),
    }
    named([path].into(), &format!("settings {to:?}"))
}

/// The folder of an entry, or of anything else, gets another name; perhaps the entry says so.
fn moved(site: &Site, dice: &mut Dice, all: &Files) -> Edited {
    let path = pick(all, "/entry.yaml", dice);
    let from = path.trim_end_matches("/entry.yaml").to_string();
    let to = match dice.below(4) {
        0 => from.to_uppercase().replace("CONTENT", "content"),
        1 => format!("{from}-moi"),
        2 => format!("content/relics/ten-moi-{}", dice.below(3)),
        _ => format!("{from} - Copy"),
    };
    if site.root.join(&to).exists() {
        return named(BTreeSet::new(), "nothing");
    }
    std::fs::create_dir_all(site.root.join(&to).parent().unwrap()).unwrap();
    std::fs::rename(site.root.join(&from), site.root.join(&to)).unwrap();
    if dice.below(2) == 0 {
        let yaml = format!("{to}/entry.yaml");
        let key = from.trim_start_matches("content/");
        site.write(&yaml, read(site, &yaml) + &format!("formerly: [{key}]\n"));
    }
    let mut touched: BTreeSet<String> = files(&site.root.join(&to))
        .into_keys()
        .map(|p| format!("{to}/{p}"))
        .collect();
    touched.insert(from);
    named(touched, "moved")
}

fn gone(site: &Site, dice: &mut Dice, all: &Files) -> Edited {
    let paths: Vec<&String> = all.keys().collect();
    let path = (*dice.pick(&paths)).clone();
    if dice.below(2) == 0 {
        site.remove(&path);
        return named([path].into(), "file gone");
    }
    let folder = path.rsplit_once('/').unwrap().0.to_string();
    if folder == "content" {
        return named(BTreeSet::new(), "nothing");
    }
    site.remove(&folder);
    named([folder].into(), "folder gone")
}

fn media(site: &Site, dice: &mut Dice, all: &Files) -> Edited {
    let path = pick(all, ".png", dice).to_string();
    match dice.below(4) {
        0 => {
            site.write(&path, "no picture");
            named([path].into(), "broken picture")
        }
        1 => {
            let to = path.replace(".png", "-2.png");
            std::fs::rename(site.root.join(&path), site.root.join(&to)).unwrap();
            named([path, to].into(), "picture renamed")
        }
        2 => {
            let to = path.replace(".png", "-thua.png");
            site.write(&to, picture(9));
            named([to].into(), "picture more")
        }
        _ => {
            site.write(&path, picture(dice.below(3)));
            named([path].into(), "picture")
        }
    }
}

/// Somebody takes files out of the output folder.
fn output(out: &Path, dice: &mut Dice) -> Edited {
    let all: Vec<String> = files(out).into_keys().collect();
    let what = match all.is_empty() {
        true => "nothing".to_string(),
        // The whole folder, the lock in it too; what codes were handed out is known from one file.
        false if dice.below(4) == 0 && out.join("codes.json").is_file() => {
            let codes = std::fs::read(out.join("codes.json")).unwrap();
            std::fs::remove_dir_all(out).unwrap();
            std::fs::create_dir(out).unwrap();
            std::fs::write(out.join("codes.json"), codes).unwrap();
            "the output".to_string()
        }
        false => {
            let path = dice.pick(&all).clone();
            let folder = path.split('/').next().unwrap_or_default();
            let is_folder = dice.below(2) == 0 && folder != path;
            let target = out.join(if is_folder { folder } else { &path });
            match is_folder {
                true => std::fs::remove_dir_all(target).unwrap(),
                false => std::fs::remove_file(target).unwrap(),
            }
            format!("out of the output: {path}")
        }
    };
    Edited {
        is_untold: true,
        ..named(BTreeSet::new(), &what)
    }
}

fn clock(dice: &mut Dice) -> Edited {
    let days = [(2026, 11, 21), (2026, 11, 22), (2028, 6, 1), (2027, 12, 1)];
    let (year, month, day) = *dice.pick(&days);
    Edited {
        today: Date::new(year, month, day).ok(),
        is_untold: true,
        ..named(BTreeSet::new(), &format!("the day {year}-{month}-{day}"))
    }
}

/// A line of anything that is text goes, comes twice, or is indented.
fn line(site: &Site, dice: &mut Dice, all: &Files) -> Edited {
    let path = pick(all, dice.pick::<&str>(&[".yaml", ".yaml", ".md"]), dice).to_string();
    let text = read(site, &path);
    let mut lines: Vec<String> = text.lines().map(str::to_string).collect();
    if !lines.is_empty() {
        let at = dice.below(lines.len());
        match dice.below(4) {
            0 => drop(lines.remove(at)),
            1 => lines.insert(at, lines[at].clone()),
            2 => lines[at].insert(0, ' '),
            _ => lines[at].push('"'),
        }
    }
    site.write(&path, lines.join("\n") + "\n");
    named([path].into(), "line")
}
