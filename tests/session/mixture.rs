//! A site with something of everything: three languages, drafts, what was taken down, parts and stalls with codes, former
//! keys, a trail, books, a theme and kinds of its own; edited in every way that people edit.
//!
//! Entry point: [`any_edits_of_a_mixed_site_are_told_and_made_as_by_a_clean_build`]. Invariant: after each edit the folder is
//! that of a clean build, and what the session has told last is what a clean build tells, error or not.

#[path = "mixture/edits.rs"]
mod edits;

use self::edits::{Edited, Mixer};
use super::support::{Site, errors, shown};
use super::*;
use vanbia::diag::{Diagnostic, Severity, Strictness};
use vanbia::output::Memory;

/// What is taken of the sample site.
const ENTRIES: &[&str] = &[
    "relics/dinh-lang-mau",
    "relics/quan-the-lang-mau",
    "relics/di-tich-chien-thang-dak-po",
    "relics/hon-da-ong-nhac",
    "relics/bia-cham-tu-luong",
    "products/tra-mau-van-bia",
    "products/che-thai-nguyen",
    "producers/htx-mau-van-bia",
    "streets/duong-19-dak-po",
    "trails/dak-po-ba-diem",
    "books/luc-van-tien-trich",
    "links/wifi-nha-van-hoa-mau",
];

const SETTINGS: &str = "title: { vi: Di sản thử, en: Heritage on trial }\nbase_url: https://disan.vn/thu/\n\
    languages:\n  - { code: vi, name: Tiếng Việt, locale: vi_VN }\n  - { code: en, name: English, locale: en_GB }\n  \
    - { code: fr, name: Français, locale: fr_FR }\nlist_size: 4\noffline: true\n\
    home: { featured: [relics/dinh-lang-mau, products/tra-mau-van-bia] }\nmenu: [relics, products, books]\n";

const MARKET: &str = "title: { vi: Phiên chợ, en: Fair }\nsummary: { vi: Chợ thử, en: A fair }\nmarket_type: fair\nsample: true\nplace: { ward: \"07682\", address: { vi: Sân đình, en: The square } }\n\
    stalls:\n  - { id: gian-01, no: \"01\", name: { vi: Gian chè, en: Tea stall }, group: food, \
    products: [products/tra-mau-van-bia], payment: { bank: Sacombank, account: \"0011012345678\", holder: GIAN MAU 01, \
    purpose: gian mau 01, sample: true } }\n  - { id: gian-02, no: \"02\", name: { vi: Gian mật, en: Honey stall } }\n";

/// The sample's entries with small pictures, and what the sample has none of.
fn mixed(name: &str) -> Site {
    let site = Site::empty(name).with("content/site.yaml", SETTINGS);
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    for key in ENTRIES {
        for (path, bytes) in files(&sample.join(key)) {
            let at = format!("content/{key}/{}", path.replace(".jpg", ".png"));
            match path.rsplit('.').next() {
                Some("jpg") => site.write(&at, support::edits::picture(path.len())),
                Some("yaml" | "md") => {
                    site.write(&at, String::from_utf8(bytes).unwrap().replace(".jpg", ".png"));
                }
                _ => site.write(&at, bytes),
            }
        }
    }
    let page =
        "title: { vi: Giới thiệu, en: About }\nsummary: { vi: Ai, en: Who }\nurl: { vi: gioi-thieu, en: about }\n";
    site.with("content/markets/phien-cho/entry.yaml", MARKET)
        .with("content/markets/phien-cho/vi.md", "Chợ họp sáng.\n")
        .with("content/pages/about/entry.yaml", page)
        .with(
            "content/pages/about/vi.md",
            "Chúng tôi, ở gần [đình](relics/dinh-lang-mau).\n",
        )
        .with(
            "content/relics/den-ha/entry.yaml",
            relic("Đền Hạ") + "formerly: [relics/den-cu, relics/den-xua]\n",
        )
        .with("content/relics/den-ha/vi.md", "Ngôi đền.\n\n## Lịch sử\n\nCũ.\n")
        .with("content/relics/den-ha/fr.md", "Le temple.\n")
        .with(
            "content/relics/mieu-nho/entry.yaml",
            relic("Miếu Nhỏ") + "status: draft\n",
        )
        .with(
            "content/relics/mieu-nho/vi.md",
            "Miếu nháp, gần [đền](relics/den-ha).\n",
        )
        .with(
            "content/relics/cho-cu/entry.yaml",
            relic("Chợ Cũ") + "status: withdrawn\n",
        )
        .with("content/theme/strings/fr.yaml", "nav: { home: Accueil }\n")
        .with("content/theme/styles/own.css", "hr { color: red }\n")
        .with(
            "content/kinds/product.yaml",
            "plural: { vi: Hàng, en: Goods, fr: Produits }\n",
        )
        .with("content/static/CNAME", "disan.vn\n")
        .with("content/static/robots-them.txt", "x\n")
}

/// A session over the mixed site, and what it told last.
struct Mixture {
    trial: Trial,
    told: Vec<Diagnostic>,
}

/// What is told again and again, as people see it. What the ledger has to say is said once; a notice is no remark.
fn lasting(found: &[Diagnostic]) -> Vec<String> {
    let severity = |d: &Diagnostic| d.severity(Strictness::default());
    let is_lasting = |d: &&Diagnostic| match severity(d) {
        Severity::Error => true,
        Severity::Warning => !matches!(d.code.number / 100, 6 | 9),
        Severity::Notice => false,
    };
    let mut all: Vec<String> = found
        .iter()
        .filter(is_lasting)
        .map(|d| shown(std::slice::from_ref(d), Speech::En))
        .collect();
    all.sort();
    all
}

/// What a clean build made: the output and both locks.
struct Clean {
    files: BTreeMap<String, Vec<u8>>,
    locks: [String; 2],
}

impl Mixture {
    fn new(name: &str) -> Self {
        let mut one = Self {
            trial: Trial::of(mixed(name)),
            told: Vec::new(),
        };
        let found = one.trial.site.check();
        assert!(errors(&found).is_empty(), "{}", shown(&errors(&found), Speech::En));
        one.apply(&Changes::Everything, "at first", false);
        one
    }

    /// What a build of the content as it is tells, and makes where there is no error. Pictures come from a cache of its own.
    fn clean(&mut self) -> (Vec<Diagnostic>, Option<Clean>) {
        let site = &mut self.trial.site;
        site.request.published = std::fs::read_to_string(self.trial.out.join("codes.json")).ok();
        let (checked, mut found) = engine::check(&site.request);
        let Some(checked) = checked.filter(|_| errors(&found).is_empty()) else {
            return (found, None);
        };
        let locks = [
            checked.ledger.to_text(),
            engine::translations::record(&checked.site, &checked.tree, &[]),
        ];
        let cache = Cache::at(site.root.join("cache"));
        let order = Order {
            cache: Some(&cache),
            ..Order::default()
        };
        let memory = Memory::new();
        found.extend(engine::build(checked, &order, &memory).1);
        let made = memory.finish();
        found.extend(made.as_ref().err().into_iter().flatten().cloned());
        let files = made.ok().filter(|_| errors(&found).is_empty());
        (found, files.map(|files| Clean { files, locks }))
    }

    /// Keeps what was told.
    fn note(&mut self, applied: Applied) {
        match applied {
            Applied::Failed(told) => self.told = told,
            Applied::Done(report) => self.told = report.found,
            _ => {}
        }
    }

    /// Applies a change and compares; true when the content has no errors.
    fn apply(&mut self, changes: &Changes, what: &str, builds_too: bool) -> bool {
        let before = files(&self.trial.out);
        let applied = self.trial.session.apply(changes, &mut self.trial.disk, &());
        assert!(
            !matches!(applied, Applied::Stopped | Applied::PutOff | Applied::Waits(_)),
            "{what}: {applied:?}"
        );
        self.note(applied);
        let is_good = errors(&self.told).is_empty();
        let (found, clean) = self.clean();
        let (told, found) = (lasting(&self.told), lasting(&found));
        let only =
            |a: &[String], b: &[String]| -> Vec<String> { a.iter().filter(|d| !b.contains(d)).cloned().collect() };
        assert!(
            told == found,
            "{what}: what is told (good: {is_good})\nonly by the session: {}\nonly by a clean build: {}",
            only(&told, &found).join("\n"),
            only(&found, &told).join("\n"),
        );
        let Some(clean) = clean else {
            assert!(!is_good, "{what}: the session saw no error");
            assert_eq!(differing(&before, &files(&self.trial.out)), [""; 0], "{what}: failed");
            return false;
        };
        assert!(is_good, "{what}: only the session failed");
        assert_eq!(
            differing(&clean.files, &files(&self.trial.out)),
            [""; 0],
            "{what}: a clean build"
        );
        assert_eq!(
            ["codes.lock", "translations.lock"].map(|name| self.trial.lock(name)),
            clean.locks,
            "{what}"
        );
        if builds_too {
            self.trial.build_again(what);
            assert_eq!(
                differing(&clean.files, &files(&self.trial.second)),
                [""; 0],
                "{what}: a build"
            );
        }
        true
    }

    fn turn(&mut self, edited: Edited, dice: &mut Dice) -> bool {
        if let Some(day) = edited.today {
            self.trial.site.request.today = day;
            self.trial.session.set_today(day);
        }
        let changes = match edited.is_untold || dice.below(8) == 0 {
            true => Changes::Everything,
            false => Changes::Files(edited.touched),
        };
        if dice.below(9) == 0 {
            let hasty = Hasty(AtomicUsize::new(dice.below(60)));
            let applied = self.trial.session.apply(&changes, &mut self.trial.disk, &hasty);
            self.note(applied);
            return self.apply(&Changes::Everything, &format!("{}, in a hurry", edited.what), false);
        }
        self.apply(&changes, &edited.what, dice.below(4) == 0)
    }
}

fn mix(seed: u64, rounds: usize) {
    let mut mixture = Mixture::new(&format!("mixture-{seed}"));
    let mut mixer = Mixer::new(&mixture.trial.site);
    let mut dice = Dice(seed);
    for round in 0..rounds {
        let mut edited = mixer.edit(&mixture.trial.site, &mixture.trial.out, &mut dice, round);
        edited.what.insert_str(0, &format!("seed {seed}, "));
        let is_good = mixture.turn(edited, &mut dice);
        // Half of the mistakes are mended at once, and after some more rounds everything is.
        if !is_good && dice.below(2) == 0 {
            let back = mixer.undo(&mixture.trial.site, round);
            mixture.turn(back, &mut dice);
        } else if round % 16 == 15 {
            let back = mixer.restore(&mixture.trial.site, round);
            let is_mended = mixture.turn(back, &mut dice);
            assert!(
                is_mended,
                "round {round}: {}",
                shown(&errors(&mixture.told), Speech::En)
            );
        }
    }
}

#[test]
fn any_edits_of_a_mixed_site_are_told_and_made_as_by_a_clean_build() {
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<usize>().ok());
    let is_long = std::env::var_os("VANBIA_TEST_LONG").is_some();
    let rounds = number("VANBIA_TEST_ROUNDS").unwrap_or(if is_long { 150 } else { 12 });
    let first = number("VANBIA_TEST_SEED").unwrap_or(1);
    for seed in first..first + if is_long { 4 } else { 1 } {
        mix(seed as u64, rounds);
    }
}
