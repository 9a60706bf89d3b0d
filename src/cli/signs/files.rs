//! The files that plates go into, and the report beside them.
//!
//! Entry point: [`files`], [`write()`]. Invariant: a file is written whole, beside its old version, and then renamed over it.

use super::super::setting::Setting;
use super::super::terminal::{tell, tell_refused};
use super::super::{MACHINE, USAGE, wording as w};
use crate::engine::plates::{Proved, Told, pictures};
use crate::sign::pdf::{About, pdf};
use crate::sign::sheet::Sheet;
use crate::sign::{pixels, svg};
use clap::ArgMatches;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The form of the file, by its ending.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Pdf,
    Svg,
    Png,
}

fn form(path: &Path) -> Option<Form> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "pdf" => Some(Form::Pdf),
        "svg" => Some(Form::Svg),
        "png" => Some(Form::Png),
        _ => None,
    }
}

/// The file that is asked for, with an ending that can be made.
pub(super) fn target(args: &ArgMatches, setting: &Setting) -> Result<PathBuf, u8> {
    let to = PathBuf::from(args.get_one::<String>("to").map_or("signs.pdf", String::as_str));
    if form(&to).is_none() {
        tell(setting, w::SIGNS_FORM, &[("file", &to.display().to_string())]);
        return Err(USAGE);
    }
    Ok(to)
}

/// Dots per inch of pictures.
fn dpi(args: &ArgMatches) -> u16 {
    args.get_one::<u16>("dpi").copied().unwrap_or(300)
}

/// Refuses pictures that would have too many dots, before anything is issued for them.
pub(super) fn check_dots(sheets: &[Sheet], (to, args): (&Path, &ArgMatches), setting: &Setting) -> Result<(), u8> {
    let most = sheets.iter().map(pixels::most_dpi).min().unwrap_or(u16::MAX);
    if form(to) != Some(Form::Png) || dpi(args) <= most {
        return Ok(());
    }
    let values = [
        ("file", &*to.display().to_string()),
        ("dpi", &dpi(args).to_string()),
        ("most", &most.to_string()),
        ("pdf", &to.with_extension("pdf").display().to_string()),
    ];
    tell(setting, w::SIGNS_TOO_LARGE, &values);
    Err(USAGE)
}

/// The files with the plates, each under a name of its own.
pub(super) fn files(
    sheets: &[Sheet],
    (to, args): (&Path, &ArgMatches),
    about: &About,
    told: Told<'_>,
) -> Vec<(PathBuf, Vec<u8>)> {
    let bytes: Vec<Option<Vec<u8>>> = match form(to) {
        Some(Form::Pdf) => return vec![(to.to_path_buf(), pdf(sheets, about))],
        Some(Form::Png) => pictures(sheets, dpi(args), told),
        _ => sheets.iter().map(|sheet| Some(svg::svg(sheet).into_bytes())).collect(),
    };
    let mut taken = BTreeSet::new();
    let mut files = Vec::with_capacity(sheets.len());
    for (i, (sheet, bytes)) in sheets.iter().zip(bytes).enumerate() {
        let name = numbered(to, sheet, (i, sheets.len()));
        // The packs of a product have one plate number, and each has a label.
        let further = (2_usize..).map(|n| with_ending(&name, n));
        let mut names = std::iter::once(name.clone()).chain(further);
        if let (Some(name), Some(bytes)) = (names.find(|name| taken.insert(name.clone())), bytes) {
            files.push((name, bytes));
        }
    }
    files
}

/// `plate-735195-1.png` as `plate-735195-1-2.png`.
fn with_ending(name: &Path, n: usize) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let file = format!("{}-{n}.{}", part(name.file_stem()), part(name.extension()));
    name.with_file_name(file)
}

/// The report for programs: what was read back from each plate.
pub(super) fn report(rows: &[Proved]) -> Vec<u8> {
    let mut report = serde_json::to_string_pretty(rows).unwrap_or_default();
    report.push('\n');
    report.into_bytes()
}

/// Where the report goes: beside the plates, with their name, so that it stays when others are drawn. That of
/// `signs.pdf` is `signs.json`.
pub(super) fn report_path(to: &Path) -> PathBuf {
    match to.file_stem().and_then(|stem| stem.to_str()) {
        None | Some("signs") => to.with_file_name("signs.json"),
        Some(stem) => to.with_file_name(format!("{stem}.signs.json")),
    }
}

/// The files in words: the first and the last of several.
pub(super) fn in_words(files: &[(PathBuf, Vec<u8>)], to: &Path) -> String {
    match files {
        [(first, _), .., (last, _)] => format!("{} … {}", first.display(), last.display()),
        [(one, _)] => one.display().to_string(),
        [] => to.display().to_string(),
    }
}

/// The name of one of several files: with the plate's number, or that of the page.
fn numbered(to: &Path, sheet: &Sheet, (at, of): (usize, usize)) -> PathBuf {
    if of == 1 {
        return to.to_path_buf();
    }
    let stem = to.file_stem().and_then(|s| s.to_str()).unwrap_or("signs");
    let ending = to.extension().and_then(|s| s.to_str()).unwrap_or("png");
    let which = match &sheet.codes[..] {
        [one] => one.code.serial.clone(),
        _ => (at + 1).to_string(),
    };
    to.with_file_name(format!("{stem}-{which}.{ending}"))
}

/// Writes each file beside its old version and renames it over that. Where it cannot be written, nothing of it stays.
pub(super) fn write(files: &[(PathBuf, Vec<u8>)], setting: &Setting) -> Result<(), u8> {
    for (path, bytes) in files {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let made = folder.map_or(Ok(()), std::fs::create_dir_all);
        if let Err(error) = made.and_then(|()| crate::output::replace(path, bytes)) {
            tell_refused(setting, &path.display().to_string(), &error);
            if path.is_file() && error.kind() != std::io::ErrorKind::StorageFull {
                tell(setting, w::SIGNS_KEPT, &[("file", &path.display().to_string())]);
            }
            return Err(MACHINE);
        }
    }
    Ok(())
}
