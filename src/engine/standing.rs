//! Whether anything changed at all since the last build: if not, the site stands as it is and nothing is read.
//!
//! Entry point: [`Standing::recall`], [`Standing::note`]. Invariant: a site stands when the program, what was asked for,
//! the names, sizes and times of all files that a build reads and the manifest of the output are those of the last build,
//! and when every file of that manifest is there as it was written. What that build said is said again.

use super::{Checked, Counts, Emptied, Request, load, locks};
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::output::{Cache, Disk};
use crate::schema::config::Links;
use crate::site::ledger::{Ledger, Status};
use crate::source::tree::{Part, Spread, Tree};
use rayon::prelude::*;
use serde_json::{Value, json};

/// How many codes a site has for signs, by what may be done with them; retired ones do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SignCodes {
    /// Free to be printed, or printed.
    pub issued: usize,
    /// Set aside.
    pub reserved: usize,
}

impl SignCodes {
    /// Counts the rows of a ledger.
    pub fn of(ledger: &Ledger) -> Self {
        let of = |status| ledger.rows().filter(|row| row.status == status).count();
        Self {
            issued: of(Status::Issued),
            reserved: of(Status::Reserved),
        }
    }
}

/// A site that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What it consists of.
    pub counts: Counts,
    /// Its codes for signs.
    pub signs: SignCodes,
    /// How its links end.
    pub links: Links,
    /// Files in the output folder.
    pub files: usize,
    /// Texts that lack a translation, by code of the language.
    pub untranslated: Vec<(String, u32)>,
    /// What the build that made it had to say; warnings only.
    pub found: Diagnostics,
}

impl Standing {
    /// The site as the last build left it, if all of it stands.
    pub fn recall(cache: &Cache, disk: &Disk, request: &Request, program: &str) -> Option<Self> {
        let note: Value = serde_json::from_str(&cache.standing()?).ok()?;
        let theme = note["theme"].as_str()?;
        if note["asked"] != asked(request, program) || note["output"] != hex(&disk.fingerprint()) {
            return None;
        }
        let never = || false;
        let (content, theme) = list(request, theme, &never)?;
        if note["inputs"] != hex(&inputs(&content, &theme)?) {
            return None;
        }
        let standing = Self::read(&note)?;
        let files = disk.files();
        all_stand(disk, &never).then_some(Self { files, ..standing })
    }

    /// To be called when a build has ended, so that the next one may find that nothing changed since. What counts is how
    /// the files looked before that build read them; only the locks that it wrote itself are looked at again.
    pub fn note(self, cache: &Cache, disk: &Disk, request: &Request, (Emptied(checked), program): (&Emptied, &str)) {
        let mut tree = checked.tree.clone();
        locks::BOTH.iter().for_each(|file| tree.relist(file));
        let Some(inputs) = inputs(&tree, &checked.theme) else {
            return;
        };
        let found: Vec<Value> = self.found.iter().map(finding).collect();
        let note = json!({
            "asked": asked(request, program),
            "inputs": hex(&inputs),
            "output": hex(&disk.fingerprint()),
            "theme": &checked.site.frame.config.theme,
            "counts": [self.counts.pages, self.counts.codes, self.counts.images],
            "signs": [self.signs.issued, self.signs.reserved],
            "opens_as_file": self.links == Links::File,
            "untranslated": self.untranslated,
            "found": found,
        });
        cache.put_standing(&note.to_string());
    }

    fn read(note: &Value) -> Option<Self> {
        let number = |key: &str, i: usize| note[key][i].as_u64().and_then(|n| usize::try_from(n).ok());
        let count = |i: usize| number("counts", i);
        let opens_as_file = note["opens_as_file"].as_bool()?;
        let found = note["found"]
            .as_array()?
            .iter()
            .map(read_finding)
            .collect::<Option<_>>()?;
        Some(Self {
            counts: Counts {
                pages: count(0)?,
                codes: count(1)?,
                images: count(2)?,
                drawn: 0,
            },
            signs: SignCodes {
                issued: number("signs", 0)?,
                reserved: number("signs", 1)?,
            },
            links: if opens_as_file { Links::File } else { Links::Folder },
            files: 0,
            untranslated: serde_json::from_value(note["untranslated"].clone()).ok()?,
            found,
        })
    }
}

/// All that is not in files.
fn asked(request: &Request, program: &str) -> String {
    let Request {
        root: _,
        base_url,
        today,
        strictness,
        published: _,
        drafts,
    } = request;
    format!("{program}\n{base_url:?} {today} {strictness:?} {drafts}")
}

/// Asks whether to go on.
type Stop<'a> = &'a (dyn Fn() -> bool + Sync);

/// Files that look as they did when this site was read, and yet may be others: they were read so soon after they had
/// changed that another change could hide behind the first.
pub(super) struct Young {
    /// Of the content.
    pub(super) content: Vec<String>,
    /// Of the theme's folder.
    pub(super) theme: Vec<String>,
    /// When the content and the theme's folder were listed, in nanoseconds since 1970.
    pub(super) listed: (i128, i128),
}

/// None when the files that a build reads do not look as they did when this site was read, or when it was told to stop.
pub(super) fn looks_as(checked: &Checked, request: &Request, stop: Stop<'_>) -> Option<Young> {
    let (content, theme) = list(request, &checked.site.frame.config.theme, stop)?;
    let owned = |young: Vec<&str>| young.into_iter().map(str::to_string).collect();
    Some(Young {
        content: owned(checked.tree.young(&content, &locks::BOTH)?),
        theme: owned(checked.theme.young(&theme, &[])?),
        listed: (content.listed(), theme.listed()),
    })
}

/// True when every file of the last build is there as it was written.
pub(super) fn all_stand(disk: &Disk, stop: Stop<'_>) -> bool {
    let files = (0..disk.files()).into_par_iter();
    files.with_min_len(256).all(|i| !stop() && disk.stands(i))
}

/// The files of the content and of the theme; none when something is wrong with them, or when it was told to stop.
fn list(request: &Request, theme: &str, stop: Stop<'_>) -> Option<(Tree, Tree)> {
    let spread: Spread<'_> = &|count, one| {
        let unless_stopped = |i: usize| if stop() { Part::default() } else { one(i) };
        load::spread(count, &unless_stopped)
    };
    let below = |folder: &str| Tree::walk(&request.root, folder, spread);
    let ((content, found), (theme, more)) = (below("content"), below(&format!("themes/{theme}")));
    if stop() {
        // Somebody waits, and giving back what was found takes its time.
        rayon::spawn(move || drop((content, theme)));
        return None;
    }
    (found.is_empty() && more.is_empty()).then_some((content, theme))
}

/// The looks of all files that a build reads.
fn inputs(content: &Tree, theme: &Tree) -> Option<[u8; 32]> {
    let parts = [content.digest(&locks::BOTH)?, theme.digest(&[])?].concat();
    Some(*blake3::hash(&parts).as_bytes())
}

fn hex(bytes: &[u8; 32]) -> String {
    blake3::Hash::from_bytes(*bytes).to_hex().to_string()
}

fn finding(found: &Diagnostic) -> Value {
    let Diagnostic { code, args, place } = found;
    let place = place.as_ref().map(|place| {
        let Place {
            file,
            line,
            column,
            text,
            mark,
        } = place;
        json!([&**file, line, column, text, mark])
    });
    json!([code.number, args, place])
}

fn read_finding(value: &Value) -> Option<Diagnostic> {
    type Spot = (String, u32, u32, String, (usize, usize));
    type Noted = (u16, Vec<(String, String)>, Option<Spot>);
    let (number, args, place): Noted = serde_json::from_value(value.clone()).ok()?;
    let code = codes::find(&number.to_string())?;
    // Names of values are part of the program; the few of one run are kept to its end.
    let args = args.into_iter().map(|(name, value)| (&*name.leak(), value)).collect();
    let place = place.map(|(file, line, column, text, mark)| Place {
        file: file.into(),
        line,
        column,
        text,
        mark,
    });
    Some(Diagnostic { code, args, place })
}
