//! A build as a whole, where only the engine sees what is inside.
//!
//! Entry point: the tests. Invariant: the site is written anew for each test, below the folder for temporary files.
#![allow(clippy::disallowed_methods, reason = "the tests write sites")]

use super::*;
use crate::output::Memory;
use std::collections::BTreeMap;

/// A site with a few relics and a book of two chapters; goes with the value.
struct Little(PathBuf);

impl Little {
    fn new(name: &str) -> Self {
        let root = std::env::temp_dir().join(format!("vanbia-engine-{name}-{}", std::process::id()));
        let little = Self(root);
        little.write(
            "site.yaml",
            "title: { vi: Di sản, en: Heritage }\nbase_url: https://disan.example.vn/\nlanguages: [vi, en]\n",
        );
        for n in 0..7 {
            let folder = format!("relics/den-{n}");
            little.write(
                &format!("{folder}/entry.yaml"),
                &format!("title: {{ vi: Đền {n}, en: Temple {n} }}\nsummary: {{ vi: Đền, en: Temple }}\n"),
            );
            little.write(
                &format!("{folder}/vi.md"),
                &format!("Ngôi đền thứ {n}, gần [đền kia](relics/den-{}).\n", (n + 1) % 7),
            );
        }
        little.write(
            "books/sach/entry.yaml",
            "title: { vi: Sách, en: Book }\nsummary: { vi: Sách, en: Book }\nlanguages: [vi]\n",
        );
        for (folder, title) in [("01-dau", "Đầu"), ("02-cuoi", "Cuối")] {
            let file = format!("books/sach/chapters/{folder}/vi.md");
            little.write(&file, &format!("# {title}\n\nTrang {title}.\n"));
        }
        little
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.0.join("content").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn checked(&self) -> Checked {
        let request = Request {
            root: self.0.clone(),
            base_url: None,
            today: Date::new(2026, 11, 21).unwrap(),
            strictness: Strictness::default(),
            published: None,
            drafts: false,
        };
        check(&request).0.unwrap()
    }

    /// The files of a build that makes the pages of so many entries at once, and what it left.
    fn built(&self, at_once: usize) -> (BTreeMap<String, Vec<u8>>, Output, Emptied) {
        let memory = Memory::new();
        let (output, _, emptied) = build_by(at_once, self.checked(), &Order::default(), &memory);
        (memory.finish().unwrap(), output, emptied)
    }
}

impl Drop for Little {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn texts_go_when_their_pages_are_made() {
    let little = Little::new("texts");
    let told = |checked: &Checked| {
        let entries = checked.site.entries.iter();
        let texts = |entry: &Arc<crate::entry::model::Entry>| {
            let chapters = entry
                .body
                .chapters
                .iter()
                .map(|chapter| chapter.prose.iter().flatten().count());
            entry.body.prose.iter().flatten().count() + chapters.sum::<usize>()
        };
        entries.map(texts).sum::<usize>()
    };
    assert_eq!(told(&little.checked()), 9);
    let (files, _, emptied) = little.built(3);
    assert_eq!(told(&emptied.0), 0);
    for (path, text) in [
        ("vi/di-tich/den-6/index.html", "Ngôi đền thứ 6"),
        ("en/relics/den-6/index.html", "Ngôi đền thứ 6"),
        ("vi/sach/sach/cuoi/index.html", "Trang Cuối"),
    ] {
        let page = files.get(path).unwrap_or_else(|| panic!("{path}: {:?}", files.keys()));
        assert!(String::from_utf8_lossy(page).contains(text), "{path}");
    }
}

#[test]
fn how_many_pages_are_made_at_once_never_shows() {
    let little = Little::new("portions");
    let (all, output, _) = little.built(512);
    assert!(output.counts.pages > 20 && output.counts.drawn == output.counts.pages);
    for at_once in [1, 3] {
        let (files, other, _) = little.built(at_once);
        assert!(files == all && other.keys == output.keys, "{at_once} at once");
        assert_eq!(other.counts, output.counts);
    }
}
