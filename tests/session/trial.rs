//! A site that is edited: what a session keeps, an incremental build and a clean build are held against each other.
//!
//! Entry point: [`Trial::apply`]. Invariant: after each change that the content allows, all three hold the same bytes.

use super::support::edits::PICTURE;
use super::support::{SITE, Site, errors, relic, shown};
use std::collections::{BTreeMap, BTreeSet};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use vanbia::diag::Speech;
use vanbia::engine::session::{Applied, Changes, Report};
use vanbia::engine::{self, Keys, Order, Session};
use vanbia::output::{Cache, Disk, Halt, OpenRules, Steps};

pub(crate) const PROGRAM: &str = "test";

/// A site with a folder that a session keeps and one that builds write into, each time only what differs.
pub(crate) struct Trial {
    pub(crate) site: Site,
    /// While it is set, nothing can be written into the session's folder.
    pub(crate) is_full: Arc<AtomicBool>,
    pub(crate) session: Session,
    pub(crate) disk: Disk,
    pub(crate) out: PathBuf,
    pub(crate) second: PathBuf,
}

pub(crate) fn open(site: &Site, out: &Path, steps: Steps) -> Disk {
    let rules = OpenRules {
        root: site.root.clone(),
        content_dir: site.root.join("content"),
        home: None,
        steps,
    };
    Disk::open(out, &rules).unwrap()
}

impl Trial {
    pub(crate) fn new(name: &str) -> Self {
        Self::of(start(name))
    }

    pub(crate) fn of(site: Site) -> Self {
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
    pub(crate) fn apply(&mut self, changes: &Changes, what: &str) -> Option<Box<Report>> {
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
            Applied::Done(report) => {
                assert_eq!(remarks(&report.found), remarks(&found), "{what}: what is told");
                Some(report)
            }
            Applied::Nothing => Some(Box::default()),
            other => panic!("{what}: {other:?}"),
        }
    }

    /// Applies a change when a newer one becomes known after so many pages. True when that stopped it, or when it failed.
    pub(crate) fn hurry(&mut self, changes: &Changes, pages: usize) -> bool {
        let hasty = Hasty(AtomicUsize::new(pages));
        let applied = self.session.apply(changes, &mut self.disk, &hasty);
        matches!(applied, Applied::Stopped)
    }

    pub(crate) fn lock(&self, name: &str) -> String {
        std::fs::read_to_string(self.site.root.join("content").join(name)).unwrap()
    }

    /// What `vanbia build` does: only what differs from what was noted at the end of the build before.
    pub(crate) fn build_again(&self, what: &str) {
        let mut disk = open(&self.site, &self.second, Steps::default());
        let noted = self.site.root.join("noted");
        let old = Keys::parse(&std::fs::read_to_string(&noted).unwrap_or_default(), PROGRAM);
        let (checked, _) = engine::check(&self.site.request);
        let cache = Cache::at(self.site.root.join("cache"));
        let order = Order {
            cache: Some(&cache),
            old: Some(&old),
            ..Order::default()
        };
        let (output, found, _) = engine::build(checked.unwrap(), &order, &disk);
        assert!(found.is_empty(), "{what}: {found:?}");
        disk.finish(&[]).unwrap();
        std::fs::write(noted, output.keys.to_text(PROGRAM)).unwrap();
    }

    pub(crate) fn edit(&mut self, path: &str, text: &str) -> Option<Box<Report>> {
        self.site.write(path, text);
        self.apply(&named([path]), path)
    }
}

/// Warnings about content. What the ledger has to say is said once.
pub(crate) fn remarks(found: &[vanbia::diag::Diagnostic]) -> Vec<String> {
    let is_lasting = |d: &&vanbia::diag::Diagnostic| {
        let is_warning = d.severity(vanbia::diag::Strictness::default()) == vanbia::diag::Severity::Warning;
        is_warning && !matches!(d.code.number / 100, 6 | 9)
    };
    let mut all: Vec<String> = found
        .iter()
        .filter(is_lasting)
        .map(|d| shown(std::slice::from_ref(d), Speech::En))
        .collect();
    all.sort();
    all
}

/// Knows of a newer change after having been asked so many times.
pub(crate) struct Hasty(pub(crate) AtomicUsize);

impl vanbia::engine::session::Audience for Hasty {
    fn is_stale(&self) -> bool {
        let left = self.0.load(Ordering::Relaxed);
        self.0.store(left.saturating_sub(1), Ordering::Relaxed);
        left == 0
    }
}

pub(crate) fn named<const N: usize>(paths: [&str; N]) -> Changes {
    Changes::Files(paths.map(str::to_string).into())
}

/// Relics, of which some refer to others, a product with its producer, a book with pages, a way past relics.
pub(crate) fn start(name: &str) -> Site {
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

pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
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
pub(crate) fn differing(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let paths: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
    paths
        .into_iter()
        .filter(|path| a.get(*path) != b.get(*path))
        .cloned()
        .collect()
}
