//! What each file of the output was made from, as a number: equal keys mean equal bytes.
//!
//! Entry point: [`Keys`], [`of_view`]. Invariant: a key covers everything that can change its file: the theme, what pages
//! of a language share, and the whole view. So no list of dependencies is kept. Keys hold for one program only, because
//! another one may make another file from the same view, and for the files beside which they were noted; see [`origin`].

use crate::output::Disk;
use crate::view::model::{Bare, CardGroup, CardLists, CardView, Near, View};
use crate::view::prose::ProseView;
use foldhash::quality::{FixedState, FoldHasher};
use rayon::prelude::*;
use std::fmt::Write;
use std::hash::{BuildHasher, Hash, Hasher};
use std::sync::Arc;

/// 64 bits: one change in 2⁶⁴ would be overlooked.
pub type Key = u64;

/// Keys by path, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys(Vec<(Arc<str>, Key)>);

/// The key of files that are always made and compared byte by byte.
pub const ALWAYS: Key = 0;

const FIRST_LINE: &str = "# vanbia keys 1 ";

impl Keys {
    /// From keys in any order; a path counts once.
    pub fn new(mut all: Vec<(Arc<str>, Key)>) -> Self {
        all.par_sort_unstable();
        all.dedup_by(|a, b| a.0 == b.0);
        all.shrink_to_fit();
        Self(all)
    }

    /// True when the file was made from the same.
    pub fn has(&self, path: &str, key: Key) -> bool {
        key != ALWAYS && self.get(path) == Some(key)
    }

    fn get(&self, path: &str) -> Option<Key> {
        let at = self.0.binary_search_by(|(known, _)| (**known).cmp(path)).ok()?;
        Some(self.0[at].1)
    }

    /// True when a file of this path was made.
    pub fn knows(&self, path: &str) -> bool {
        self.get(path).is_some()
    }

    /// Notes that a known file was made anew.
    pub fn set(&mut self, path: &str, key: Key) {
        match self.0.binary_search_by(|(known, _)| (**known).cmp(path)) {
            Ok(at) => self.0[at].1 = key,
            Err(at) => self.0.insert(at, (path.into(), key)),
        }
    }

    /// Forgets a file.
    pub fn remove(&mut self, path: &str) {
        if let Ok(at) = self.0.binary_search_by(|(known, _)| (**known).cmp(path)) {
            self.0.remove(at);
        }
    }

    /// The paths that begin with `folder`.
    pub fn below<'k>(&'k self, folder: &'k str) -> impl Iterator<Item = &'k str> {
        let from = self.0.partition_point(|(path, _)| **path < *folder);
        let inside = self.0[from..].iter().map(|(path, _)| &**path);
        inside.take_while(move |path| path.starts_with(folder))
    }

    /// Paths of files that were not made from the same, or not at all, in `old`; those that are always made do not count.
    pub fn different<'k>(&'k self, old: &'k Self) -> impl Iterator<Item = &'k str> {
        let rows = self.0.iter().filter(|(_, key)| *key != ALWAYS);
        rows.filter(|(path, key)| !old.has(path, *key)).map(|(path, _)| &**path)
    }

    /// The paths that `new` does not have any more.
    pub fn without<'k>(&'k self, new: &'k Self) -> impl Iterator<Item = &'k str> {
        self.paths().filter(|path| !new.knows(path))
    }

    /// Paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(path, _)| &**path)
    }

    /// As text, to be kept beside the output, see [`origin`].
    pub fn to_text(&self, origin: &str) -> String {
        let mut out = String::with_capacity(self.0.len() * 100);
        out.push_str(FIRST_LINE);
        out.push_str(origin);
        out.push('\n');
        for (path, key) in &self.0 {
            out.push_str(path);
            out.push('\t');
            // Writing to a text cannot fail.
            let _ = writeln!(out, "{key:x}");
        }
        out
    }

    /// Reads what [`Keys::to_text`] wrote with the same origin; what cannot be read is left out, so that its file is
    /// made anew.
    pub fn parse(text: &str, origin: &str) -> Self {
        let mut lines = text.lines();
        if lines.next().and_then(|line| line.strip_prefix(FIRST_LINE)) != Some(origin) {
            return Self::default();
        }
        let row = |line: &str| {
            let (path, digits) = line.split_once('\t')?;
            Some((path.into(), Key::from_str_radix(digits, 16).ok()?))
        };
        Self::new(lines.filter_map(row).collect())
    }
}

/// What keys hold for: the program that made the files, and the files as `disk` has them. An output folder that was put
/// back to an older state, while the keys beside it were not, is made anew.
pub fn origin(program: &str, disk: &Disk) -> String {
    let files = disk.fingerprint();
    files.iter().fold(format!("{program} "), |mut out, byte| {
        // Writing to a text cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The key of what is made from these parts alone.
pub fn of_parts(parts: &[&[u8]]) -> Key {
    let mut hasher = hasher();
    parts.hash(&mut hasher);
    end(&hasher)
}

/// The key of a file whose name stands for its content.
pub fn of_named(path: &str) -> Key {
    of_parts(&[b"file", path.as_bytes()])
}

/// The key of a page of a language. `shared` stands for the theme and for what all pages of the language share; `card`
/// gives what stands for a card. The HTML of a text is not in the view; its prose stands for it.
pub fn of_view(shared: Key, view: &View, prose: Option<&ProseView<'_>>, card: &dyn Fn(&CardView) -> Key) -> Key {
    let View {
        lang,
        root,
        page,
        content,
        cards,
    } = view;
    let CardLists {
        list,
        featured,
        recent,
        back,
        related,
        nearest,
    } = cards;
    let mut hasher = hasher();
    (shared, lang, root, page, content, prose).hash(&mut hasher);
    let cards = |cards: &[Arc<CardView>], hasher: &mut FoldHasher<'static>| {
        hasher.write_usize(cards.len());
        cards.iter().for_each(|one| hasher.write_u64(card(one)));
    };
    for one in [list, featured, recent, related] {
        cards(one, &mut hasher);
    }
    hasher.write_usize(back.len());
    for CardGroup {
        heading,
        cards: shown,
        others,
    } in back
    {
        heading.hash(&mut hasher);
        cards(shown, &mut hasher);
        others.hash(&mut hasher);
    }
    for Near { card: one, distance } in nearest {
        hasher.write_u64(card(one));
        distance.hash(&mut hasher);
    }
    end(&hasher)
}

/// The key of a page that belongs to no language.
pub fn of_bare(shared: Key, bare: &Bare) -> Key {
    let mut hasher = hasher();
    (shared, bare).hash(&mut hasher);
    end(&hasher)
}

/// The key of a theme and of what else all pages share.
pub fn of_shared(theme: &[u8; 32], shared: &impl Hash) -> Key {
    let mut hasher = hasher();
    (theme, shared).hash(&mut hasher);
    end(&hasher)
}

/// The same in every run. Views are hashed whole for each page: four times as fast as the standard library's hasher.
fn hasher() -> FoldHasher<'static> {
    FixedState::default().build_hasher()
}

/// Zero is taken by [`ALWAYS`].
fn end(hasher: &FoldHasher<'_>) -> Key {
    hasher.finish().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_as_they_were_written() {
        let mut keys = Keys::new(vec![("b/".into(), 7), ("a".into(), 0x1f), ("b/".into(), 7)]);
        keys.set("đền", 1);
        keys.set("a", 2);
        assert_eq!(Keys::parse(&keys.to_text("1"), "1"), keys);
        assert_eq!(Keys::parse(&keys.to_text("1"), "2"), Keys::default());
        assert_eq!(keys.paths().collect::<Vec<_>>(), ["a", "b/", "đền"]);
        assert!(keys.has("a", 2) && !keys.has("a", 3) && !keys.has("c", 2));
        assert_eq!(Keys::parse("something else\na\tff\n", ""), Keys::default());
    }

    #[test]
    fn what_is_always_made_is_never_spared() {
        let keys = Keys::new(vec![("robots.txt".into(), ALWAYS)]);
        assert!(!keys.has("robots.txt", ALWAYS) && keys.knows("robots.txt"));
        assert!(!keys.knows("sitemap.xml"));
    }

    #[test]
    fn another_theme_and_another_frame_are_another_key() {
        let keys = [([0; 32], "a"), ([1; 32], "a"), ([0; 32], "b")].map(|(theme, frame)| of_shared(&theme, &frame));
        assert!(keys[0] != keys[1] && keys[0] != keys[2] && keys[1] != keys[2]);
        assert_eq!(keys[0], of_shared(&[0; 32], &"a"));
    }

    #[test]
    fn parts_are_told_apart() {
        assert_ne!(of_parts(&[b"ab", b"c"]), of_parts(&[b"a", b"bc"]));
    }
}
