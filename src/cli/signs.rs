//! `vanbia signs`: plates as files for the printer.
//!
//! Entry point: [`signs`]. Invariant: codes are read back before anything is written; the ledger is written before the
//! plates, so that no plate exists whose code is not protected.

mod files;
mod wished;

use self::files::{check_dots, files, in_words, report, report_path, target, write};
use self::wished::{tell_left_out, wished};
use super::progress::Progress;
use super::request::{day, root, strictness};
use super::setting::Setting;
use super::terminal::{fail, show, tell, tell_changes};
use super::wording::{self as w, say};
use super::{CONTENT, DONE, USAGE};
use crate::diag::{Diagnostics, has_errors};
use crate::engine::plates::shelf::{Choice, Shelf};
use crate::engine::plates::{Proved, Subject, draw, fitting, keys, plates, prove, records};
use crate::engine::{self, Checked, Request, Stage};
use crate::schema::config::forbids_plates;
use crate::sign::layout::{Layout, Paper};
use crate::sign::pdf::About;
use crate::sign::sheet::Sheet;
use crate::sign::{Plate, index};
use crate::site::codes::wanted;
use crate::site::ledger::Issue;
use crate::site::signs::{NewPlate, append};
use crate::text::Lang;
use clap::ArgMatches;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// More plates than these take a while to draw and read back; a word says so.
const MANY: usize = 100;

/// Runs the command.
pub(super) fn signs(args: &ArgMatches, setting: &Setting) -> u8 {
    match make(args, setting) {
        Ok(()) => DONE,
        Err(code) => code,
    }
}

fn make(args: &ArgMatches, setting: &Setting) -> Result<(), u8> {
    let start = Instant::now();
    let root = root(args);
    let to = target(args, setting)?;
    let (checked, said) = check(args, &root, setting)?;
    let is_trial = said.iter().any(forbids_plates);
    let (wished, left_out) = wished(args, (&checked, &root), setting)?;
    let shelf = Shelf::of(&checked);
    let copies = usize::from(args.get_one::<u16>("copies").copied().unwrap_or(1));
    let plates: Vec<Vec<Plate>> = wished.iter().map(|subject| plates(&checked, subject, copies)).collect();
    let (chosen, mut found) = choose(args, &plates, (&wished, &shelf), setting)?;
    let (layouts, problems) = layouts(&shelf, &chosen, &wished);
    found.extend(problems);
    stop_at_errors(&found, args, setting)?;
    let pairs = plates.into_iter().zip(&layouts).flat_map(|(plates, layout)| {
        let layout = layout.as_ref();
        plates.into_iter().filter_map(move |plate| Some((plate, layout?)))
    });
    let (all, problems) = fitting(pairs.map(|(plate, layout)| (plate, &**layout)), is_named(args));
    found.extend(problems);
    stop_at_errors(&found, args, setting)?;
    if all.is_empty() {
        tell(setting, w::SIGNS_NONE, &[]);
        return Err(CONTENT);
    }
    if all.len() > MANY && !setting.quiet {
        tell(setting, w::SIGNS_MANY, &[("count", &all.len().to_string())]);
    }
    let hint = say(setting.speech, w::SIGNS_RULER, &[]);
    let (mut sheets, problems) = draw(&all, Some(&*hint).filter(|_| args.get_flag("marks")));
    found.extend(problems);
    check_dots(&sheets, (&to, args), setting)?;
    let progress = Progress::new(setting);
    let (rows, problems) = prove(&sheets, &|done, all| progress.tell(Stage::Proofs, done, all));
    found.extend(problems);
    stop_at_errors(&found, args, setting)?;
    let (drawn, used): (Vec<&Plate>, Vec<&Layout>) = all.iter().map(|(plate, layout)| (plate, *layout)).unzip();
    if is_trial {
        // A code that is issued with such an address could never be kept alive.
        found.extend(said.into_iter().filter(forbids_plates));
    } else {
        issue(&checked, &keys(&drawn, &used), &root, setting)?;
        record(&records(&checked, &drawn), &root, setting)?;
    }
    let count = sheets.len().to_string();
    if args.get_flag("index") {
        sheets.extend(index_pages(&rows, &all, setting));
    }
    let told = |done, all| progress.tell(Stage::Plates, done, all);
    let files = files(&sheets, (&to, args), &about(&checked), &told);
    let list = report_path(&to);
    write(&files, setting)?;
    write(&[(list.clone(), report(&rows))], setting)?;
    show(&found, strictness(args), setting);
    if !setting.quiet {
        let (file, list) = (in_words(&files, &to), list.display().to_string());
        let seconds = format!("{:.1}", start.elapsed().as_secs_f64());
        let values = [
            ("count", &*count),
            ("file", &file),
            ("list", &list),
            ("seconds", &seconds),
        ];
        tell(setting, w::SIGNS_DONE, &values);
        tell_left_out(&left_out, setting);
    }
    if is_trial {
        tell(setting, w::SIGNS_TRIAL, &[]);
    }
    Ok(())
}

fn is_named(args: &ArgMatches) -> bool {
    args.get_many::<String>("keys").is_some_and(|keys| keys.len() > 0)
}

/// The layout of each subject, each read once for a color.
fn layouts(shelf: &Shelf<'_>, chosen: &[Choice], wished: &[Subject]) -> (Vec<Option<Arc<Layout>>>, Diagnostics) {
    let mut read: BTreeMap<(String, &str), Option<Arc<Layout>>> = BTreeMap::new();
    let mut found = Vec::new();
    let of = |(choice, subject): (&Choice, &Subject)| {
        let place = read.entry((format!("{choice:?}"), subject.color));
        let layout = place.or_insert_with(|| {
            let (layout, problems) = shelf.read(choice, subject.color);
            found.extend(problems);
            layout.map(Arc::new)
        });
        layout.clone()
    };
    (chosen.iter().zip(wished).map(of).collect(), found)
}

/// The site, and what was said of it.
fn check(args: &ArgMatches, root: &Path, setting: &Setting) -> Result<(Checked, Diagnostics), u8> {
    let request = Request {
        strictness: strictness(args),
        ..Request::new(root, day(args, setting)?)
    };
    let (checked, found) = engine::check(&request);
    match checked.filter(|_| !has_errors(&found, request.strictness)) {
        Some(checked) => Ok((checked, found)),
        None => Err(fail(found, request.strictness, setting)),
    }
}

fn stop_at_errors(found: &Diagnostics, args: &ArgMatches, setting: &Setting) -> Result<(), u8> {
    if has_errors(found, strictness(args)) {
        show(found, strictness(args), setting);
        return Err(CONTENT);
    }
    Ok(())
}

/// The paper that was asked for: `300x400`, in millimeters.
fn paper(args: &ArgMatches, setting: &Setting) -> Result<Option<Paper>, u8> {
    let Some(written) = args.get_one::<String>("size") else {
        return Ok(None);
    };
    let numbers = written.split_once(['x', 'X', '×']);
    let read = |number: &str| {
        number
            .trim()
            .parse::<f32>()
            .ok()
            .filter(|mm| (30.0..=5000.0).contains(mm))
    };
    match numbers.map(|(w, h)| (read(w), read(h))) {
        Some((Some(width), Some(height))) => Ok(Some((width, height))),
        _ => {
            tell(setting, w::SIGNS_SIZE, &[("size", written)]);
            Err(USAGE)
        }
    }
}

/// The layout of each subject, and what is to be said of distances.
fn choose(
    args: &ArgMatches,
    plates: &[Vec<Plate>],
    (wished, shelf): (&[Subject], &Shelf<'_>),
    setting: &Setting,
) -> Result<(Vec<Choice>, Diagnostics), u8> {
    let asked = args.get_one::<String>("layout");
    let paper = paper(args, setting)?;
    let names = shelf.names();
    let of_kinds = wished.iter().map(|subject| &subject.layout).filter(|_| asked.is_none());
    if let Some(unknown) = asked.into_iter().chain(of_kinds).find(|name| !names.contains(name)) {
        let known = names.join(", ");
        let near = near(unknown, &names).map(|near| say(setting.speech, w::SIGNS_LAYOUT_NEAR, &[("near", near)]));
        let values = [
            ("layout", &**unknown),
            ("near", &near.unwrap_or_default()),
            ("known", &known),
        ];
        tell(setting, w::SIGNS_NO_LAYOUT, &values);
        return Err(USAGE);
    }
    let asked = (asked.map(String::as_str), paper);
    let chosen = wished
        .iter()
        .zip(plates)
        .map(|(subject, plates)| shelf.choose(asked, subject, plates.first()));
    let (chosen, found): (Vec<_>, Vec<_>) = chosen.unzip();
    Ok((chosen, found.into_iter().flatten().collect()))
}

/// The layout that was meant: one that is spelled nearly so, or the first of which a part was typed, as in `a5`.
fn near<'n>(typed: &str, names: &'n [String]) -> Option<&'n str> {
    let spelled = crate::text::nearest(typed, names.iter().map(String::as_str));
    let typed = typed.trim().to_lowercase();
    let has_part = |name: &&String| typed.len() > 1 && name.split('-').any(|part| part == typed);
    spelled.or_else(|| names.iter().find(has_part).map(String::as_str))
}

/// The list of plates, as further pages.
fn index_pages(rows: &[Proved], plates: &[(Plate, &Layout)], setting: &Setting) -> Vec<Sheet> {
    let title = |serial: &str| {
        let plate = plates
            .iter()
            .find(|(plate, _)| plate.codes.iter().any(|code| code.serial == serial));
        plate
            .and_then(|(plate, _)| plate.says.get("title").cloned())
            .unwrap_or_default()
    };
    let row = |row: &Proved| index::Row {
        page: row.page,
        serial: row.serial.clone(),
        title: title(&row.serial),
        layout: row.layout.clone(),
        reads: row.reads_from_cm,
    };
    let words = [
        w::INDEX_TITLE,
        w::INDEX_PAGE,
        w::INDEX_SERIAL,
        w::INDEX_NAME,
        w::INDEX_LAYOUT,
        w::INDEX_READS,
    ];
    let words = words.map(|saying| say(setting.speech, saying, &[]));
    index::sheets(&rows.iter().map(row).collect::<Vec<_>>(), &words)
}

/// Adds plates to the book of plates.
fn record(records: &[NewPlate], root: &Path, setting: &Setting) -> Result<(), u8> {
    if records.is_empty() {
        return Ok(());
    }
    let path = root.join(crate::site::signs::FILE);
    let text = std::fs::read_to_string(&path).unwrap_or_default();
    match append(&text, records) {
        Ok(text) => write(&[(path, text.into_bytes())], setting),
        Err(finding) => {
            show(&[finding], crate::diag::Strictness::default(), setting);
            Err(CONTENT)
        }
    }
}

/// Issues the codes that are about to be printed.
fn issue(checked: &Checked, keys: &[String], root: &Path, setting: &Setting) -> Result<(), u8> {
    let (issued, changes, found) = checked.ledger.issue(Issue::Keys(keys), &wanted(&checked.site));
    if has_errors(&found, crate::diag::Strictness::default()) {
        show(&found, crate::diag::Strictness::default(), setting);
        return Err(CONTENT);
    }
    let old = std::fs::read_to_string(root.join(engine::LEDGER)).unwrap_or_default();
    if issued.to_text() == old {
        return Ok(());
    }
    tell_changes(&changes, setting);
    match super::codes::write(Ok(issued), root, setting) {
        DONE => Ok(()),
        code => Err(code),
    }
}

fn about(checked: &Checked) -> About {
    let frame = &checked.site.frame;
    let languages = &frame.config.languages;
    About {
        title: languages.plain(&frame.config.title, Lang(0)).to_string(),
        author: languages.plain(&frame.config.owner.name, Lang(0)).to_string(),
        language: languages.get(Lang(0)).code.clone(),
        day: frame.today,
    }
}
