//! The files that plates go into, and the report beside them.
//!
//! Entry point: [`files`], [`write()`]. Invariant: a file is written whole, beside its old version, and then renamed over it.

use super::super::setting::Setting;
use super::super::terminal::{tell, tell_refused};
use super::super::{MACHINE, USAGE, wording as w};
use crate::engine::plates::Proved;
use crate::sign::pdf::{About, pdf};
use crate::sign::sheet::Sheet;
use crate::sign::{pixels, svg};
use clap::ArgMatches;
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

/// The files with the plates.
pub(super) fn files(sheets: &[Sheet], (to, args): (&Path, &ArgMatches), about: &About) -> Vec<(PathBuf, Vec<u8>)> {
    let dpi = args.get_one::<u16>("dpi").copied().unwrap_or(300);
    let mut files = Vec::new();
    if form(to) == Some(Form::Pdf) {
        files.push((to.to_path_buf(), pdf(sheets, about)));
    } else {
        for (i, sheet) in sheets.iter().enumerate() {
            let bytes = match form(to) {
                Some(Form::Png) => pixels::png(sheet, f32::from(dpi)),
                _ => Some(svg::svg(sheet).into_bytes()),
            };
            files.extend(bytes.map(|bytes| (numbered(to, sheet, (i, sheets.len())), bytes)));
        }
    }
    files
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

/// Writes each file beside its old version and renames it over that.
pub(super) fn write(files: &[(PathBuf, Vec<u8>)], setting: &Setting) -> Result<(), u8> {
    for (path, bytes) in files {
        let beside = path.with_extension("new");
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let made = folder.map_or(Ok(()), std::fs::create_dir_all);
        let written = made
            .and_then(|()| std::fs::write(&beside, bytes))
            .and_then(|()| std::fs::rename(&beside, path));
        if let Err(error) = written {
            tell_refused(setting, &path.display().to_string(), &error);
            return Err(MACHINE);
        }
    }
    Ok(())
}
