//! What looks like a mistake only because somebody is still writing: a photo that is being copied in is cut off, facts that
//! are being saved end in the middle.
//!
//! Entry point: [`Doubt::of`]. Invariant: an error stays one unless the file in which it stands, or one that lies with it in
//! the same entry, is being written right now; everything hangs on settings, kinds, words and the theme.

use crate::diag::{Diagnostic, Diagnostics, Severity, Strictness};
use std::collections::BTreeSet;

/// What is found while files are being written.
pub(super) struct Doubt {
    /// What holds all the same.
    pub(super) sure: Diagnostics,
    /// The files to be waited for; none where no error is in doubt.
    pub(super) files: BTreeSet<String>,
}

impl Doubt {
    /// Takes out the errors that may be gone when these files are complete.
    pub(super) fn of(found: Diagnostics, writing: &BTreeSet<String>, strictness: Strictness) -> Self {
        let mut files = BTreeSet::new();
        let is_sure = |finding: &Diagnostic| {
            let causes = causes(finding, writing);
            let is_error = finding.severity(strictness) == Severity::Error;
            if is_error {
                files.extend(causes.iter().map(|path| (*path).clone()));
            }
            !is_error || causes.is_empty()
        };
        let sure = found.into_iter().filter(is_sure).collect();
        Self { sure, files }
    }
}

/// The files being written on which a finding may hang.
fn causes<'w>(finding: &Diagnostic, writing: &'w BTreeSet<String>) -> Vec<&'w String> {
    let place = finding.place.as_ref().map_or("", |place| &*place.file);
    let is_cause = |path: &&String| path.as_str() == place || is_of_all(path) || is_same_entry(path, place);
    writing.iter().filter(is_cause).collect()
}

/// Files on which every entry hangs.
fn is_of_all(path: &str) -> bool {
    let folders = ["content/kinds/", "content/theme/", "themes/"];
    let inside = path.strip_prefix("content/");
    let is_beside = inside.is_some_and(|inside| !inside.contains('/') && !inside.ends_with(".md"));
    is_beside || folders.iter().any(|folder| path.starts_with(folder))
}

fn is_same_entry(one: &str, other: &str) -> bool {
    let entry = |path: &str| path.match_indices('/').nth(2).map(|(end, _)| path[..end].to_string());
    let of_one = entry(one).filter(|entry| !entry.starts_with("content/static/"));
    of_one.is_some() && of_one == entry(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Place, codes};

    fn doubt(at: &[&str], writing: &[&str]) -> (usize, Vec<String>) {
        let error = |file: &&str| Diagnostic::new(codes::media::MISSING_FILE).at(Place::file(&(**file).into()));
        let writing = writing.iter().map(ToString::to_string).collect();
        let doubt = Doubt::of(at.iter().map(error).collect(), &writing, Strictness::default());
        (doubt.sure.len(), doubt.files.into_iter().collect())
    }

    #[test]
    fn only_what_hangs_on_a_file_that_is_being_written_is_in_doubt() {
        let (one, other) = ("content/relics/a/entry.yaml", "content/relics/b/entry.yaml");
        let photo = "content/relics/a/photos/x.jpg";
        assert_eq!(doubt(&[one, other], &[]), (2, vec![]));
        assert_eq!(doubt(&[one, other], &[photo]), (1, vec![photo.to_string()]));
        assert_eq!(doubt(&[other], &[photo]), (1, vec![]));
        // The folder itself is told where it lacks facts.
        assert_eq!(doubt(&["content/relics/a/"], &[one]).0, 0);
        for all in ["content/site.yaml", "content/kinds/relic.yaml", "themes/x/theme.yaml"] {
            assert_eq!(doubt(&[one, other], &[all]).0, 0, "{all}");
        }
        assert_eq!(doubt(&["content/static/a/x"], &["content/static/a/y"]).0, 1);
    }
}
