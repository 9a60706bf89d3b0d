//! A session answers every edit with the output of a clean build.
//!
//! Entry point: [`any_edits_in_any_order_leave_the_output_of_a_clean_build`]. Invariant: after each edit the folder that
//! the session keeps, the folder of an incremental build and a clean build hold the same bytes, or the content has
//! errors and nothing changed.
//!
//! The test was seen failing with each of these left out, which is what it is for: the prose in `keys::of_view`
//! (an edited text is not drawn again by the incremental build), the drawn cards in `keys::of_view` (a list keeps an old
//! title), the comparison of fields in `quick::is_exact` (who refers to whom stays as it was).
#![allow(clippy::disallowed_methods, reason = "tests edit files")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use support::{SITE, Site, errors, relic, shown};
use vanbia::diag::Speech;
use vanbia::engine::published::Served;
use vanbia::engine::session::{Applied, Changes, Report};
use vanbia::engine::{self, Keys, Order, Session};
use vanbia::output::{Disk, Halt, OpenRules, Steps};

const PICTURE: &[u8] = include_bytes!("support/files/cong.png");
const PROGRAM: &str = "test";

/// A site with a folder that a session keeps and one that builds write into, each time only what differs.
struct Trial {
    site: Site,
    /// While it is set, nothing can be written into the session's folder.
    is_full: Arc<AtomicBool>,
    session: Session,
    disk: Disk,
    out: PathBuf,
    second: PathBuf,
}

fn open(site: &Site, out: &Path, steps: Steps) -> Disk {
    let rules = OpenRules {
        root: site.root.clone(),
        content_dir: site.root.join("content"),
        home: None,
        steps,
    };
    Disk::open(out, &rules).unwrap()
}

impl Trial {
    fn new(name: &str) -> Self {
        let site = start(name);
        let out = site.root.join("output");
        let is_full = Arc::new(AtomicBool::new(false));
        let asked = is_full.clone();
        let steps = Steps::ask(move |_| match asked.load(Ordering::Relaxed) {
            true => Err(Halt::Fail(ErrorKind::StorageFull.into())),
            false => Ok(()),
        });
        Self {
            is_full,
            session: Session::new(site.request.clone(), &out, PROGRAM.into()),
            disk: open(&site, &out, steps),
            second: site.root.join("second"),
            out,
            site,
        }
    }

    /// Applies a change and compares; none when the content has errors.
    fn apply(&mut self, changes: &Changes, what: &str) -> Option<Box<Report>> {
        let before = files(&self.out);
        let applied = self.session.apply(changes, &mut self.disk, &());
        let found = self.site.check();
        if let Applied::Failed(told) = &applied {
            assert!(!errors(&found).is_empty(), "{what}: only the session sees {told:?}");
            assert_ne!(what, "at first", "{}", shown(told, Speech::En));
            assert_eq!(
                differing(&before, &files(&self.out)),
                [""; 0],
                "{what}: a failed build changed something"
            );
            return None;
        }
        assert_eq!(
            shown(&errors(&found), Speech::En),
            "",
            "{what}: the session saw no error"
        );
        let clean = self.site.build_well();
        assert_eq!(
            differing(&clean.files, &files(&self.out)),
            [""; 0],
            "{what}: the session against a clean build"
        );
        assert_eq!(self.lock("codes.lock"), clean.ledger, "{what}");
        assert_eq!(self.lock("translations.lock"), clean.translations, "{what}");
        self.build_again(what);
        assert_eq!(
            differing(&clean.files, &files(&self.second)),
            [""; 0],
            "{what}: an incremental build"
        );
        match applied {
            Applied::Done(report) => Some(report),
            Applied::Nothing => Some(Box::default()),
            other => panic!("{what}: {other:?}"),
        }
    }

    fn lock(&self, name: &str) -> String {
        std::fs::read_to_string(self.site.root.join("content").join(name)).unwrap()
    }

    /// What `vanbia build` does: only what differs from what was noted at the end of the build before.
    fn build_again(&self, what: &str) {
        let mut disk = open(&self.site, &self.second, Steps::default());
        let noted = self.site.root.join("noted");
        let old = Keys::parse(&std::fs::read_to_string(&noted).unwrap_or_default(), PROGRAM);
        let (checked, _) = engine::check(&self.site.request);
        let order = Order {
            old: Some(&old),
            ..Order::default()
        };
        let (output, found) = engine::build(&checked.unwrap(), &order, &disk);
        assert!(found.is_empty(), "{what}: {found:?}");
        disk.finish(&[]).unwrap();
        std::fs::write(noted, output.keys.to_text(PROGRAM)).unwrap();
    }

    fn edit(&mut self, path: &str, text: &str) -> Option<Box<Report>> {
        self.site.write(path, text);
        self.apply(&named([path]), path)
    }
}

fn named<const N: usize>(paths: [&str; N]) -> Changes {
    Changes::Files(paths.map(str::to_string).into())
}

/// Relics, of which some refer to others, a product with its producer, a book with pages, a way past relics.
fn start(name: &str) -> Site {
    let at = |lat: &str, title: &str| {
        relic(title).replace(
            "en: A village } }",
            &format!("en: A village }}, at: [{lat}, 106.02] }}"),
        )
    };
    Site::new(name)
        .with("content/site.yaml", SITE)
        .with("content/relics/den-ha/entry.yaml", at("21.27", "Đền Hạ"))
        .with(
            "content/relics/den-ha/vi.md",
            "Ngôi đền cuối làng, gần [chùa](relics/chua-do).\n",
        )
        .with("content/relics/den-ha/en.md", "The temple at the end.\n")
        .with(
            "content/relics/chua-do/entry.yaml",
            at("21.28", "Chùa Đỏ") + "photos: [ { file: photos/cong.png, alt: { vi: Cổng, en: Gate } } ]\n",
        )
        .with("content/relics/chua-do/photos/cong.png", PICTURE)
        .with("content/relics/chua-do/vi.md", "Chùa trên núi.\n")
        .with("content/relics/gieng-co/entry.yaml", at("21.29", "Giếng Cổ"))
        .with(
            "content/books/sach-nho/entry.yaml",
            "title: { vi: Sách Nhỏ, en: Small Book }\nsummary: { vi: Sách, en: Book }\nauthors: [ { name: Dân gian } ]\nlanguages: [vi]\nrights: { status: own_work, licence: CC BY 4.0 }\n",
        )
        .with(
            "content/books/sach-nho/chapters/01-mo-dau/vi.md",
            "# Mở đầu\n\nTrang một.\n",
        )
        .with("content/books/sach-nho/chapters/02-ket/vi.md", "# Kết\n\nTrang hai.\n")
        .with(
            "content/pages/about/entry.yaml",
            "title: { vi: Giới thiệu, en: About }\nsummary: { vi: Ai, en: Who }\nurl: { vi: gioi-thieu, en: about }\n",
        )
        .with("content/pages/about/vi.md", "Chúng tôi.\n")
        .with("content/static/robots-them.txt", "x\n")
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder_here) = open.pop() {
        let Ok(children) = std::fs::read_dir(&folder_here) else {
            continue;
        };
        for child in children.filter_map(Result::ok) {
            let name = child.file_name();
            if child.path().is_dir() {
                if name != ".vanbia" {
                    open.push(child.path());
                }
            } else if name != ".gitignore" {
                let path = child
                    .path()
                    .strip_prefix(folder)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                all.insert(path, std::fs::read(child.path()).unwrap());
            }
        }
    }
    all
}

/// Paths that only one side has, or that differ.
fn differing(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    paths
        .into_iter()
        .filter(|path| a.get(*path) != b.get(*path))
        .cloned()
        .collect()
}

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        let at = self.below(of.len());
        &of[at]
    }
}

const RELICS: &[&str] = &["relics/den-ha", "relics/chua-do", "relics/gieng-co", "relics/mieu-nho"];

/// An edit of what all pages stand on: settings, strings, templates, styles, files to copy, kinds.
fn edit_of_the_frame(what: usize, n: usize) -> (&'static str, String) {
    match what {
        16 => ("content/site.yaml", SITE.replace("Di sản thử", &format!("Di sản {n}"))),
        17 => ("content/theme/strings/vi.yaml", format!("nav: {{ home: Nhà {n} }}\n")),
        18 => (
            "content/theme/templates/footer.html",
            format!("<footer class=\"foot\">{n}</footer>\n"),
        ),
        19 => ("content/theme/styles/style.css", format!("body {{ margin: {n}px }}\n")),
        20 => ("content/static/them.txt", format!("{n}\n")),
        _ => (
            "content/kinds/relic.yaml",
            format!("plural: {{ vi: Nơi {n}, en: Places }}\n"),
        ),
    }
}

/// The picture with a note inside: other bytes, which get another name.
fn picture(n: usize) -> Vec<u8> {
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
fn random_edit(site: &Site, dice: &mut Dice, round: usize) -> (BTreeSet<String>, String) {
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
        9 => write(yaml.clone(), read(&yaml)),
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

fn edits(seed: u64, rounds: usize) {
    let mut trial = Trial::new("edits");
    let mut dice = Dice(seed);
    trial.apply(&Changes::Everything, "at first");
    let mut pending = BTreeSet::new();
    for round in 0..rounds {
        let (touched, what) = random_edit(&trial.site, &mut dice, round);
        pending.extend(touched);
        // Now and then several edits come at once, or events are lost and everything is looked at.
        let changes = match dice.below(6) {
            0 => continue,
            1 => Changes::Everything,
            _ => Changes::Files(std::mem::take(&mut pending)),
        };
        pending.clear();
        let is_good = trial.apply(&changes, &what).is_some();
        if !is_good && dice.below(2) == 0 {
            // Mended: everything that cannot be read or found goes.
            for n in 0..3 {
                let chapter = format!("content/books/sach-nho/chapters/0{n}-trang");
                let _ = std::fs::remove_dir_all(trial.site.root.join(chapter));
            }
            for key in RELICS {
                let folder = format!("content/{key}");
                trial
                    .site
                    .write(&format!("{folder}/entry.yaml"), relic(&format!("Lành {round}")));
                trial.site.write(&format!("{folder}/vi.md"), "Lành.\n");
                trial.site.write(&format!("{folder}/en.md"), "Well.\n");
            }
            let mended = trial.apply(&Changes::Everything, &format!("{what}, mended"));
            let found = trial.site.check();
            assert!(mended.is_some(), "{what}: {}", shown(&errors(&found), Speech::En));
        }
    }
}

#[test]
fn any_edits_in_any_order_leave_the_output_of_a_clean_build() {
    let rounds = std::env::var("VANBIA_TEST_ROUNDS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(60);
    edits(1, rounds);
    edits(2, rounds);
}

#[test]
fn an_edited_text_makes_the_pages_of_its_entry_and_nothing_else() {
    let mut trial = Trial::new("counts");
    let all = trial.apply(&Changes::Everything, "at first").unwrap();
    assert_eq!(all.counts.drawn, all.counts.pages);
    let report = trial
        .edit(
            "content/relics/den-ha/vi.md",
            "Ngôi đền mới, gần [chùa](relics/chua-do).\n",
        )
        .unwrap();
    assert_eq!(report.changed, ["vi/di-tich/den-ha/index.html"]);
    assert_eq!((report.counts.drawn, report.summary.written), (1, 1));
    // No English text: the English page shows the Vietnamese one.
    let report = trial
        .edit("content/relics/chua-do/vi.md", "Chùa trên núi cao.\n")
        .unwrap();
    assert_eq!(
        report.changed,
        ["vi/di-tich/chua-do/index.html", "en/relics/chua-do/index.html"]
    );
    let report = trial
        .edit("content/books/sach-nho/chapters/02-ket/vi.md", "# Kết\n\nHết.\n")
        .unwrap();
    assert_eq!(report.counts.drawn, 2);
}

#[test]
fn the_same_bytes_again_make_nothing() {
    let mut trial = Trial::new("same");
    trial.apply(&Changes::Everything, "at first");
    for path in [
        "content/relics/den-ha/vi.md",
        "content/relics/den-ha/entry.yaml",
        "content/site.yaml",
    ] {
        let text = std::fs::read_to_string(trial.site.root.join(path)).unwrap();
        trial.site.write(path, text);
        let applied = trial.session.apply(&named([path]), &mut trial.disk, &());
        assert!(matches!(applied, Applied::Nothing), "{path}: {applied:?}");
    }
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &());
    assert!(matches!(applied, Applied::Nothing), "{applied:?}");
}

#[test]
fn a_second_session_draws_only_what_changed_meanwhile() {
    let mut trial = Trial::new("second");
    trial.apply(&Changes::Everything, "at first");
    trial.session.rest();
    let again = |trial: &mut Trial| {
        let mut session = Session::new(trial.site.request.clone(), &trial.out, PROGRAM.into());
        let Applied::Done(report) = session.apply(&Changes::Everything, &mut trial.disk, &()) else {
            panic!("a first look always reports");
        };
        session.rest();
        report.counts.drawn
    };
    assert_eq!(again(&mut trial), 0);
    trial.site.write("content/relics/gieng-co/vi.md", "Giếng sâu.\n");
    assert_eq!(again(&mut trial), 2);
}

#[test]
fn drafts_are_shown_by_the_preview_and_never_reach_the_disk() {
    let mut trial = Trial::new("drafts");
    trial.apply(&Changes::Everything, "at first");
    let page = "vi/di-tich/mieu-nho/index.html";
    let published = trial.session.published();
    assert_eq!(published.get(page), None);
    let draft = relic("Miếu Nhỏ") + "status: draft\n";
    let report = trial.edit("content/relics/mieu-nho/entry.yaml", &draft).unwrap();
    assert!(report.changed.iter().any(|path| path == page), "{:?}", report.changed);
    let Some(Served::Bytes(html)) = published.get(page) else {
        panic!("the draft is not shown");
    };
    assert!(String::from_utf8_lossy(&html).contains("Miếu Nhỏ"));
    assert!(!trial.out.join(page).exists());
    // Published, it stands on the disk like any other page.
    trial
        .edit("content/relics/mieu-nho/entry.yaml", &relic("Miếu Nhỏ"))
        .unwrap();
    assert!(matches!(published.get(page), Some(Served::File(_))));
    trial.site.remove("content/relics/mieu-nho");
    trial.apply(&named(["content/relics/mieu-nho"]), "removed").unwrap();
    assert_eq!(published.get(page), None);
}

#[test]
fn a_text_that_did_not_fit_on_the_disk_is_written_when_there_is_room_again() {
    let mut trial = Trial::new("full");
    trial.apply(&Changes::Everything, "at first");
    let before = files(&trial.out);
    let text = "content/relics/den-ha/vi.md";
    trial.site.write(text, "Không còn chỗ, gần [chùa](relics/chua-do).\n");
    trial.is_full.store(true, Ordering::Relaxed);
    let applied = trial.session.apply(&named([text]), &mut trial.disk, &());
    assert!(matches!(applied, Applied::Failed(_)), "{applied:?}");
    assert_eq!(differing(&before, &files(&trial.out)), [""; 0]);
    trial.is_full.store(false, Ordering::Relaxed);
    assert!(trial.apply(&Changes::Everything, "with room again").is_some());
}

/// Somebody who looks at one page, and notes what the server had of it whenever it was said to be ready.
struct Visitor {
    page: &'static str,
    published: Arc<vanbia::engine::published::Published>,
    out: PathBuf,
    /// Per time: what the server had of the page and of its style, and whether the page on the disk was still the old one.
    saw: std::sync::Mutex<Vec<(String, bool, bool)>>,
}

impl vanbia::engine::session::Audience for Visitor {
    fn viewed(&self) -> Vec<String> {
        vec![self.page.to_string()]
    }

    fn ready(&self, files: &[String]) {
        let Some(Served::Bytes(html)) = self
            .published
            .get(self.page)
            .filter(|_| files.iter().any(|f| f == self.page))
        else {
            return;
        };
        let html = String::from_utf8_lossy(&html).into_owned();
        let asset = html.split("href=\"").find_map(|part| {
            let path = part.split('"').next()?.trim_start_matches("../");
            path.ends_with(".css").then(|| path.to_string())
        });
        let has_style = asset.is_some_and(|path| self.published.get(&path).is_some());
        let is_old = !std::fs::read_to_string(self.out.join(self.page))
            .unwrap()
            .contains("<hr id=\"new\">");
        self.saw.lock().unwrap().push((html, has_style, is_old));
    }
}

#[test]
fn an_edited_template_is_seen_on_the_viewed_page_before_the_rest_is_looked_at() {
    let mut trial = Trial::new("glimpse");
    let name = "footer.html";
    let own = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("themes/stele/templates")
            .join(name),
    );
    let own = own.unwrap();
    trial.site.write(&format!("content/theme/templates/{name}"), &own);
    trial.apply(&Changes::Everything, "at first");
    let visitor = Visitor {
        page: "vi/di-tich/den-ha/index.html",
        published: trial.session.published(),
        out: trial.out.clone(),
        saw: std::sync::Mutex::default(),
    };
    let path = format!("content/theme/templates/{name}");
    trial.site.write(&path, own.clone() + "<hr id=\"new\">");
    trial.site.write("content/theme/styles/own.css", "hr { color: red }\n");
    let changed = named([path.as_str(), "content/theme/styles/own.css"]);
    let applied = trial.session.apply(&changed, &mut trial.disk, &visitor);
    assert!(matches!(applied, Applied::Done(_)), "{applied:?}");
    let saw = visitor.saw.into_inner().unwrap();
    // Once ahead of all, once when the whole site had been linked.
    assert_eq!(saw.len(), 2);
    let (html, has_style, is_old) = saw.first().unwrap();
    assert!(html.contains("<hr id=\"new\">"), "the edit is not on the page");
    assert!(has_style, "the page's style is not served");
    assert!(is_old, "it was seen after all pages were made");
    // It is the very page that came of the whole site.
    assert_eq!(*html, std::fs::read_to_string(trial.out.join(visitor.page)).unwrap());
    assert_eq!(differing(&trial.site.build_well().files, &files(&trial.out)), [""; 0]);
    // A mistake is left to the look at the whole site, and shows nothing.
    let visitor = Visitor {
        page: visitor.page,
        published: trial.session.published(),
        out: trial.out.clone(),
        saw: std::sync::Mutex::default(),
    };
    trial.site.write(&path, "{% if %}");
    let applied = trial.session.apply(&named([path.as_str()]), &mut trial.disk, &visitor);
    assert!(matches!(applied, Applied::Failed(_)), "{applied:?}");
    assert!(visitor.saw.into_inner().unwrap().is_empty());
}
