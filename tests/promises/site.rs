//! Sites in folders of their own: tiny ones, generated ones, and a copy of the sample site.
//!
//! Entry point: [`Site`]. Invariant: a site is made from nothing at each run; its folder goes with it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The day of every build in these tests.
pub(crate) const TODAY: &str = "2026-11-21";

/// The address of tiny and generated sites. Not an example address, so that `--release` accepts it.
pub(crate) const BASE: &str = "https://di-san-thu.vn/";

/// Files by path below a folder.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What a run of the binary said.
#[derive(Debug)]
pub(crate) struct Run {
    /// `None` when it was killed.
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// Ends the test if the run did not end so.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }

    /// Ends the test if stderr lacks one of these.
    #[track_caller]
    pub(crate) fn says(self, words: &[&str]) -> Self {
        for word in words {
            assert!(self.err.contains(word), "«{word}» is not in:\n{}", self.err);
        }
        self
    }
}

/// A site's folder, removed when dropped.
pub(crate) struct Site {
    pub(crate) root: PathBuf,
}

impl Drop for Site {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.root);
        }
    }
}

/// The binary under test: the release one where `tests/run` has built it.
pub(crate) fn binary() -> PathBuf {
    std::env::var_os("VANBIA_TEST_BIN").map_or_else(|| env!("CARGO_BIN_EXE_vanbia").into(), PathBuf::from)
}

/// A folder that nobody else uses.
pub(crate) fn folder(name: &str) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&path).unwrap();
    path
}

impl Site {
    /// An empty site with settings only.
    pub(crate) fn empty(name: &str) -> Self {
        let site = Self { root: folder(name) };
        site.write("content/site.yaml", &settings(BASE, "folder"));
        site
    }

    /// Two relics, a product with its producer, a trail; translations are missing here and there.
    pub(crate) fn tiny(name: &str) -> Self {
        let site = Self::empty(name);
        site.relic("den-ha", "Đền Hạ", Some("Lower Temple"), 1);
        site.relic("den-ho", "Đền Hổ", None, 2);
        site.write(
            "content/producers/nha-lam/entry.yaml",
            &format!("{}owner_type: farm\n{}", named("Nhà Làm", Some("The Makers")), place(3)),
        );
        site.write(
            "content/products/banh-da/entry.yaml",
            &format!(
                "{}group: food\nproducer: producers/nha-lam\n",
                named("Bánh đa", Some("Rice crackers"))
            ),
        );
        site.write(
            "content/trails/duong-nui/entry.yaml",
            &format!(
                "{}stops:\n  - entry: relics/den-ha\n  - entry: relics/den-ho\n",
                named("Đường núi", Some("Hill walk"))
            ),
        );
        site
    }

    /// A copy of the project's own content.
    pub(crate) fn sample(name: &str) -> Self {
        let site = Self { root: folder(name) };
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        for (path, bytes) in read_all(&content) {
            site.write_bytes(&format!("content/{path}"), &bytes);
        }
        site
    }

    /// One relic with text; without an English title it has no English text either.
    pub(crate) fn relic(&self, slug: &str, vi: &str, en: Option<&str>, number: usize) {
        let entry = format!("{}types: [historical]\n{}", named(vi, en), place(number));
        self.write(&format!("content/relics/{slug}/entry.yaml"), &entry);
        self.write(
            &format!("content/relics/{slug}/vi.md"),
            &format!("{vi} ở chân núi số {number}.\n"),
        );
        if let Some(en) = en {
            let text = format!("{en} lies at the foot of hill {number}.\n");
            self.write(&format!("content/relics/{slug}/en.md"), &text);
        }
    }

    /// Writes a file, and its folders where they are missing.
    pub(crate) fn write(&self, path: &str, text: &str) {
        self.write_bytes(path, text.as_bytes());
    }

    pub(crate) fn write_bytes(&self, path: &str, bytes: &[u8]) {
        let path = self.root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        let path = self.root.join(path);
        std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    }

    /// Replaces a piece of a file that must be there.
    #[track_caller]
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} has no «{from}»");
        self.write(path, &text.replace(from, to));
    }

    pub(crate) fn remove(&self, path: &str) {
        let path = self.root.join(path);
        if path.is_dir() {
            std::fs::remove_dir_all(path).unwrap();
        } else {
            std::fs::remove_file(path).unwrap();
        }
    }

    pub(crate) fn rename(&self, from: &str, to: &str) {
        std::fs::rename(self.root.join(from), self.root.join(to)).unwrap();
    }

    /// The binary with these arguments, this site's folder, and surroundings that do not change.
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.args(args).arg("--root").arg(&self.root);
        if matches!(args.first(), Some(&"build" | &"check")) && !args.contains(&"--today") {
            command.args(["--today", TODAY]);
        }
        command.env_remove("VANBIA_LANG").env_remove("VANBIA_TEST_STOP_AT");
        command
            .env("SOURCE_DATE_EPOCH", "1795219200")
            .env("LC_ALL", "en_GB.UTF-8");
        command.env("RUST_BACKTRACE", "0").stdin(Stdio::null());
        command
    }

    pub(crate) fn vanbia(&self, args: &[&str]) -> Run {
        run(&mut self.command(args))
    }

    /// A build that must succeed; returns the site's files.
    #[track_caller]
    pub(crate) fn built(&self, args: &[&str]) -> Files {
        let args: Vec<&str> = [&["build"], args].concat();
        self.vanbia(&args).ends(0);
        self.output()
    }

    /// The visible files of the output folder.
    pub(crate) fn output(&self) -> Files {
        let mut files = read_all(&self.root.join("output"));
        files.retain(|path, _| !path.starts_with(".vanbia/"));
        files
    }

    /// The code of an entry, from the ledger.
    #[track_caller]
    pub(crate) fn code(&self, key: &str) -> String {
        let ledger = self.read("content/codes.lock");
        let row = ledger.lines().find(|l| l.split('\t').nth(1) == Some(key));
        let row = row.unwrap_or_else(|| panic!("{key} is not in\n{ledger}"));
        row.split('\t').next().unwrap().to_string()
    }
}

/// Runs a command to its end.
pub(crate) fn run(command: &mut Command) -> Run {
    let done = command.output().unwrap();
    Run {
        code: done.status.code(),
        out: String::from_utf8(done.stdout).unwrap(),
        err: String::from_utf8(done.stderr).unwrap(),
    }
}

/// Every file below a folder, with `/`.
pub(crate) fn read_all(folder: &Path) -> Files {
    let mut files = Files::new();
    for file in walkdir::WalkDir::new(folder) {
        let file = file.unwrap();
        if file.file_type().is_file() {
            let path = file.path().strip_prefix(folder).unwrap();
            let path = path.to_str().unwrap().replace('\\', "/");
            files.insert(path, std::fs::read(file.path()).unwrap());
        }
    }
    files
}

/// What differs between two sites, in a few words.
pub(crate) fn difference(left: &Files, right: &Files) -> String {
    let mut said = String::new();
    for path in left.keys().filter(|p| !right.contains_key(*p)) {
        said += &format!("only left: {path}\n");
    }
    for path in right.keys().filter(|p| !left.contains_key(*p)) {
        said += &format!("only right: {path}\n");
    }
    for (path, bytes) in left {
        if right.get(path).is_some_and(|other| other != bytes) {
            said += &format!("differs: {path}\n");
        }
    }
    said
}

/// `content/site.yaml`.
pub(crate) fn settings(base_url: &str, links: &str) -> String {
    format!(
        "title: {{ vi: Trang thử, en: Test site }}\n\
         tagline: {{ vi: Để thử, en: For tests }}\n\
         base_url: {base_url}\n\
         languages:\n  - {{ code: vi, name: Tiếng Việt, locale: vi_VN }}\n  - {{ code: en, name: English, locale: en_GB }}\n\
         links: {links}\n\
         theme: stele\n\
         owner:\n  name: {{ vi: Người thử, en: Testers }}\n  address: {{ vi: Xã Thử, en: Test Commune }}\n\
         licence: {{ name: CC BY 4.0, url: \"https://creativecommons.org/licenses/by/4.0/\" }}\n"
    )
}

/// Title and summary.
pub(crate) fn named(vi: &str, en: Option<&str>) -> String {
    match en {
        Some(en) => format!("title: {{ vi: {vi}, en: {en} }}\nsummary: {{ vi: Chuyện {vi}, en: About {en} }}\n"),
        None => format!("title: {{ vi: {vi} }}\nsummary: {{ vi: Chuyện {vi} }}\n"),
    }
}

/// A place with coordinates that differ by number.
pub(crate) fn place(number: usize) -> String {
    let (north, east) = (
        21.0 + (number * 37 % 1000) as f64 / 1000.0,
        105.5 + (number * 71 % 1000) as f64 / 1000.0,
    );
    format!(
        "place:\n  ward: \"07798\"\n  ward_name: {{ vi: phường Vân Hà, en: Van Ha Ward }}\n  \
         province_name: {{ vi: tỉnh Bắc Ninh, en: Bac Ninh Province }}\n  \
         address: {{ vi: thôn {number}, en: Hamlet {number} }}\n  at: [{north:.3}, {east:.3}]\n"
    )
}

/// The sample site, built once for all tests that only look at it.
pub(crate) fn built_sample() -> &'static (Site, Files) {
    static SITE: OnceLock<(Site, Files)> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Site::sample("sample");
        let files = site.built(&[]);
        (site, files)
    })
}

/// A generated site of a hundred entries, built once, with links that name the file (`links: file`).
pub(crate) fn built_hundred() -> &'static (Site, Files) {
    static SITE: OnceLock<(Site, Files)> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = generated("hundred", 100);
        site.edit("content/site.yaml", "links: folder", "links: file");
        let files = site.built(&[]);
        (site, files)
    })
}

/// A site of `count` entries, the same at each call: see [`generate`].
pub(crate) fn generated(name: &str, count: usize) -> Site {
    let site = Site::empty(name);
    for (path, bytes) in generate(count) {
        site.write_bytes(&path, &bytes);
    }
    site
}

/// The files of a site of `count` entries: half are relics with coordinates, then products that name producers, trails
/// that name relics, articles. Every third lacks English, some have decomposed letters in texts and file names.
pub(crate) fn generate(count: usize) -> Vec<(String, Vec<u8>)> {
    use unicode_normalization::UnicodeNormalization as _;
    let mut files = Vec::new();
    let relics = count / 2;
    let producers = (count / 20).max(1);
    let trails = (count / 20).max(1);
    let products = count * 3 / 10;
    let picture = picture();
    for n in 0..count {
        let has_english = n % 3 != 0;
        let vi = format!("Mục số {n} ở Đồng Mỹ");
        let en = format!("Entry number {n} in Dong My");
        let head = named(&vi, has_english.then_some(en.as_str()));
        let (folder, rest) = match n {
            n if n < relics => (
                "relics",
                format!(
                    "types: [{}]\n{}",
                    ["historical", "architectural", "scenic"][n % 3],
                    place(n)
                ),
            ),
            n if n < relics + products => (
                "products",
                format!(
                    "group: food\nproducer: producers/muc-{}\n",
                    relics + products + n % producers
                ),
            ),
            n if n < relics + products + producers => ("producers", format!("owner_type: farm\n{}", place(n))),
            n if n < relics + products + producers + trails => (
                "trails",
                format!(
                    "stops:\n  - entry: relics/muc-{}\n  - entry: relics/muc-{}\n",
                    n * 7 % relics,
                    (n * 7 + 1) % relics
                ),
            ),
            _ => ("articles", "topic: news\n".to_string()),
        };
        let mut entry = head + &rest;
        let at = format!("content/{folder}/muc-{n}");
        if n % 10 == 0 {
            // The file's name is decomposed, as a Mac writes it; the entry names it composed.
            let name: String = format!("ảnh cổng {n}.png").nfd().collect();
            files.push((format!("{at}/photos/{name}"), picture.clone()));
            entry += &format!(
                "photos:\n  - file: photos/ảnh cổng {n}.png\n    alt: {{ vi: Cổng {n}, en: Gate {n} }}\n    credit: {{ vi: Tự chụp, en: Own picture }}\n"
            );
        }
        let mut text = format!(
            "Đoạn đầu của mục {n}, gần [một nơi khác](relics/muc-{}).\n\n## Lịch sử\n\nĐoạn hai của mục {n}.\n\n- một\n- hai\n",
            (n * 13 + 5) % relics
        );
        if n % 5 == 0 {
            entry = entry.nfd().collect();
            text = text.nfd().collect();
        }
        files.push((format!("{at}/entry.yaml"), entry.into_bytes()));
        files.push((format!("{at}/vi.md"), text.into_bytes()));
        if has_english {
            let text = format!("First paragraph of entry {n}.\n\n## History\n\nSecond paragraph of entry {n}.\n");
            files.push((format!("{at}/en.md"), text.into_bytes()));
        }
    }
    files
}

/// A small picture.
fn picture() -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(640, 480, |x, y| image::Rgb([(x / 3) as u8, (y / 2) as u8, 120]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    bytes.into_inner()
}
