//! Edits as people make them, by chance but the same in every run.
//!
//! Entry point: [`random_edit`]. Invariant: every edit names all files that it touched.

use super::{SITE, Site, relic};
use std::collections::BTreeSet;

pub const PICTURE: &[u8] = include_bytes!("files/cong.png");

const SCRIPT: &str = include_str!("../../themes/stele/scripts/search.js");

/// Numbers that are the same in every run.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = self.below(of.len());
        &of[at]
    }
}

pub const RELICS: &[&str] = &["relics/den-ha", "relics/chua-do", "relics/gieng-co", "relics/mieu-nho"];

/// An edit of what all pages stand on: settings, strings, templates, styles, files to copy, kinds.
fn edit_of_the_frame(what: usize, n: usize) -> (&'static str, String) {
    match what {
        16 => ("content/site.yaml", SITE.replace("Di sản thử", &format!("Di sản {n}"))),
        17 => ("content/theme/strings/vi.yaml", format!("nav: {{ home: Nhà {n} }}\n")),
        18 => (
            "content/theme/templates/footer.html",
            format!("<footer class=\"foot\">{n}</footer>\n"),
        ),
        // As a theme is begun: a file of the built-in one, as it is.
        19 if n == 0 => ("content/theme/scripts/search.js", SCRIPT.to_string()),
        19 => ("content/theme/styles/style.css", format!("body {{ margin: {n}px }}\n")),
        20 => ("content/static/them.txt", format!("{n}\n")),
        _ => (
            "content/kinds/relic.yaml",
            format!("plural: {{ vi: Nơi {n}, en: Places }}\n"),
        ),
    }
}

/// One fact of an entry is another one: its summary, its place, its day, its type; or its card shows another entry.
fn edit_of_a_fact(text: &str, dice: &mut Dice, n: usize) -> String {
    let at = format!("en: A village }}, at: [21.{}, 106.0{}]", 20 + n % 7, 1 + n % 5);
    match dice.below(5) {
        0 => text.replace("Một nơi ở làng", &format!("Nơi thứ {n}")),
        1 => text.replace("en: A village }", &at),
        2 => text.replace("updated: 2026-11-01", &format!("updated: 2026-10-{:02}", 1 + n % 20)),
        3 => text.replace("types: [historical]", "types: [architectural]"),
        // Only where the tone mark stands: a remark on two spellings comes and goes.
        _ => relic(["Đền Hoà", "Đền Hòa", "Đền Hoá"][dice.below(3)]),
    }
}

/// The picture with a note inside: other bytes, which get another name.
pub fn picture(n: usize) -> Vec<u8> {
    let end = PICTURE.len() - 12;
    let mut chunk = b"tEXt".to_vec();
    chunk.extend(format!("Comment\0{n}").bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&chunk);
    let length = chunk.len() as u32 - 4;
    [
        &PICTURE[..end],
        &length.to_be_bytes(),
        &chunk,
        &sum.sum().to_be_bytes(),
        &PICTURE[end..],
    ]
    .concat()
}

/// An edit of what is no text of an entry: its picture, its folder's name, the ledger. Returns the files it touched.
fn edit_around(site: &Site, dice: &mut Dice, what: usize, key: &str) -> BTreeSet<String> {
    let folder = format!("content/{key}");
    match what {
        22 => {
            let photo = format!("{folder}/photos/cong.png");
            site.write(&photo, picture(dice.below(3)));
            if dice.below(2) == 0 {
                return [photo].into();
            }
            let yaml = format!("{folder}/entry.yaml");
            let photos = "photos: [ { file: photos/cong.png, alt: { vi: Cổng, en: Gate } } ]\n";
            site.write(&yaml, relic("Có Ảnh") + photos);
            [photo, yaml].into()
        }
        23 => {
            let to = format!("content/{}", dice.pick(RELICS));
            if site.root.join(&folder).is_dir() && !site.root.join(&to).exists() {
                std::fs::rename(site.root.join(&folder), site.root.join(&to)).unwrap();
            }
            [folder, to].into()
        }
        _ => {
            let path = "content/codes.lock";
            let text = std::fs::read_to_string(site.root.join(path)).unwrap();
            if text.contains("\tissued\t") || dice.below(2) == 0 {
                // Issued by hand; from then on its entry cannot go.
                let from = format!("\t{key}\treserved\t");
                site.write(path, text.replace(&from, &format!("\t{key}\tissued\t")));
            } else {
                site.remove(path);
            }
            [path.to_string()].into()
        }
    }
}

/// One edit as people make them; returns the files that it touched and what it was.
pub fn random_edit(site: &Site, dice: &mut Dice, round: usize) -> (BTreeSet<String>, String) {
    let mut touched = BTreeSet::new();
    let mut write = |path: String, text: String| {
        site.write(&path, text);
        touched.insert(path);
    };
    let key = *dice.pick(RELICS);
    let folder = format!("content/{key}");
    let yaml = format!("{folder}/entry.yaml");
    let read = |path: &str| std::fs::read_to_string(site.root.join(path)).unwrap_or_default();
    let lang = *dice.pick(&["vi", "en"]);
    let what = dice.below(25);
    if what > 21 {
        let touched = edit_around(site, dice, what, key);
        return (touched, format!("round {round}, edit {what} of {key}"));
    }
    match what {
        0..=3 => write(
            format!("{folder}/{lang}.md"),
            format!("Lần {round}.\n\n## Mục {round}\n\n*Chữ* mới.\n"),
        ),
        4 => write(
            format!("{folder}/{lang}.md"),
            format!(
                "Xem [một nơi]({}) và [hai](products/khong-co-{round}).\n",
                dice.pick(RELICS)
            ),
        ),
        5 => write(
            format!("{folder}/{lang}.md"),
            format!("Xem [một nơi]({}).\n", dice.pick(RELICS)),
        ),
        6 | 7 => write(yaml.clone(), relic(&format!("Tên {}", dice.below(5)))),
        // Only what the entry refers to: its card stays, another entry's page does not.
        8 => {
            let text = match read(&yaml) {
                text if text.is_empty() => relic(&format!("Tên {}", dice.below(5))),
                text => text,
            };
            let rest: String = text
                .split_inclusive('\n')
                .filter(|line| !line.starts_with("related:"))
                .collect();
            write(yaml.clone(), format!("{rest}related: [{}]\n", dice.pick(RELICS)));
        }
        9 => write(yaml.clone(), edit_of_a_fact(&read(&yaml), dice, round)),
        10 => write(yaml.clone(), format!("{}: [\n", read(&yaml))),
        11 => write(yaml.clone(), relic(&format!("Nháp {round}")) + "status: draft\n"),
        12 => write(yaml.clone(), relic(&format!("Gỡ {round}")) + "status: withdrawn\n"),
        13 => {
            let _ = std::fs::remove_dir_all(site.root.join(&folder));
            touched.insert(folder);
        }
        14 => {
            let _ = std::fs::remove_file(site.root.join(format!("{folder}/{lang}.md")));
            touched.insert(format!("{folder}/{lang}.md"));
        }
        15 => {
            let chapter = format!("content/books/sach-nho/chapters/0{}-trang", dice.below(3));
            match dice.below(2) {
                0 => write(format!("{chapter}/{lang}.md"), format!("# Trang {round}\n\nLời.\n")),
                _ => {
                    let _ = std::fs::remove_dir_all(site.root.join(&chapter));
                    touched.insert(chapter);
                }
            }
        }
        _ => {
            let (path, text) = edit_of_the_frame(what, dice.below(3));
            write(path.into(), text);
        }
    }
    (touched, format!("round {round}, edit {what} of {key}"))
}
