//! Which paths of the site are watched, and how they are named to others.
//!
//! Entry point: [`Scope::interest`]. Invariant: what [`crate::source::tree::Tree::walk`] passes over is passed over
//! here: leftovers, dot files, what lies too deep; so are the ignored folders.

use crate::source::names;
use crate::text::nfc;
use std::path::{Component, Path, PathBuf};

/// As deep below a folder as the reader goes.
const DEEPEST: usize = 12;

/// What a path means to a watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Interest {
    /// Nothing.
    None,
    /// It is a watched folder, or one of the folders that lead there.
    Gate,
    /// It lies within a watched folder.
    Inside,
}

/// The watched part of a site.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// The site's folder, absolute.
    pub(super) root: PathBuf,
    /// The same with links resolved, as some systems report it.
    real_root: PathBuf,
    folders: Vec<PathBuf>,
    ignored: Vec<PathBuf>,
}

impl Scope {
    pub(super) fn new(root: &Path, folders: &[String], ignored: &[PathBuf]) -> Self {
        let root = std::path::absolute(root).unwrap_or_else(|_| root.to_path_buf());
        let real_root = resolved(&root);
        let inside = |path: &PathBuf| {
            let shown = path.strip_prefix(&root).ok().map(Path::to_path_buf);
            shown.or_else(|| resolved(path).strip_prefix(&real_root).ok().map(Path::to_path_buf))
        };
        let ignored = ignored.iter().filter_map(inside).collect();
        Self {
            ignored,
            folders: folders.iter().map(|f| f.split('/').collect()).collect(),
            root,
            real_root,
        }
    }

    pub(super) fn set_folders(&mut self, folders: &[String]) {
        self.folders = folders.iter().map(|f| f.split('/').collect()).collect();
    }

    /// The watched folders, relative to the root.
    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// The folders that lead to the watched ones, and these, relative to the root, which is the empty path.
    pub(super) fn gates(&self) -> Vec<PathBuf> {
        let mut gates: Vec<PathBuf> = self
            .folders
            .iter()
            .flat_map(|f| f.ancestors().map(Path::to_path_buf))
            .collect();
        gates.sort();
        gates.dedup();
        gates
    }

    /// What a path, relative to the root, means to us.
    pub(super) fn interest(&self, path: &Path) -> Interest {
        if self.ignored.iter().any(|i| path.starts_with(i)) {
            return Interest::None;
        }
        if self.folders.iter().any(|f| f.starts_with(path)) {
            return Interest::Gate;
        }
        let visible = |below: &Path| below.components().all(is_visible) && below.components().count() <= DEEPEST;
        let mut below = self.folders.iter().filter_map(|f| path.strip_prefix(f).ok());
        if below.any(visible) {
            Interest::Inside
        } else {
            Interest::None
        }
    }

    /// A path that an event names, relative to the root.
    pub(super) fn relative<'p>(&self, path: &'p Path) -> Option<&'p Path> {
        let shown = path.strip_prefix(&self.root).ok();
        shown.or_else(|| path.strip_prefix(&self.real_root).ok())
    }
}

/// The name that others know a path by: with `/`, letters composed.
pub(super) fn shown(path: &Path) -> String {
    nfc(&path.to_string_lossy().replace('\\', "/")).into_owned()
}

fn is_visible(part: Component<'_>) -> bool {
    let name = part.as_os_str().to_string_lossy();
    !name.starts_with('.') && !names::is_ignored(&name)
}

/// Links resolved as far as the path exists.
fn resolved(path: &Path) -> PathBuf {
    for there in path.ancestors() {
        if let Ok(real) = there.canonicalize() {
            return real.join(path.strip_prefix(there).unwrap_or(Path::new("")));
        }
    }
    path.to_path_buf()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scope() -> Scope {
        let folders = ["content".to_string(), "themes/stele".to_string()];
        Scope::new(Path::new("/site"), &folders, &[PathBuf::from("/site/content/out")])
    }

    #[test]
    fn leftovers_hidden_folders_own_output_and_neighbors_mean_nothing() {
        let scope = scope();
        for (path, interest) in [
            ("content/relics/x/vi.md", Interest::Inside),
            ("themes/stele/page.html", Interest::Inside),
            ("content", Interest::Gate),
            ("themes", Interest::Gate),
            ("", Interest::Gate),
            ("themes/other/page.html", Interest::None),
            ("contents/vi.md", Interest::None),
            ("output/vi/index.html", Interest::None),
            ("content/out/vi/index.html", Interest::None),
            ("content/out", Interest::None),
            ("content/outer/vi.md", Interest::Inside),
            ("content/.git/index", Interest::None),
            ("content/relics/x/.vi.md.swp", Interest::None),
            ("content/relics/x/vi.md~", Interest::None),
            ("content/relics/x/~$vi.docx", Interest::None),
            ("content/1/2/3/4/5/6/7/8/9/10/11/12", Interest::Inside),
            ("content/1/2/3/4/5/6/7/8/9/10/11/12/13", Interest::None),
        ] {
            assert_eq!(scope.interest(Path::new(path)), interest, "{path}");
        }
    }

    #[test]
    fn paths_are_told_composed() {
        assert_eq!(shown(Path::new("content/Bo\u{302}\u{309}/vi.md")), "content/Bổ/vi.md");
    }

    #[test]
    fn the_folders_on_the_way_are_gates() {
        let gates: Vec<String> = scope().gates().iter().map(|g| shown(g)).collect();
        assert_eq!(gates, ["", "content", "themes", "themes/stele"]);
    }
}
