//! `vanbia signs`: plates as files for the printer.
//!
//! Entry point: [`signs`]. Invariant: codes are read back before anything is written; the ledger is written before the
//! plates, so that no plate exists whose code is not protected.

use super::build::{root, strictness};
use super::setting::{Setting, today};
use super::terminal::{show, tell};
use super::wording::{self as w, say};
use super::{CONTENT, DONE, MACHINE, USAGE};
use crate::diag::codes::sign as messages;
use crate::diag::{Diagnostic, Diagnostics, has_errors};
use crate::engine::plates::{Proved, Subject, draw, keys, plates, prove, records, subjects};
use crate::engine::{self, Checked, Request};
use crate::schema::kind::Kinds;
use crate::sign::layout::{Layout, Paper, Source, builtin, builtin_names};
use crate::sign::pdf::{About, pdf};
use crate::sign::sheet::Sheet;
use crate::sign::{Plate, index, module_for_cm, pixels, reads_from_cm, svg};
use crate::site::codes::wanted;
use crate::site::ledger::Issue;
use crate::site::signs::{NewPlate, append};
use crate::text::{Lang, nearest};
use clap::ArgMatches;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The layouts that are tried for an entry with a distance, from the smallest.
const PLATES: [&str; 3] = ["plate-a6", "plate-a5", "plate-a4"];

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
    let to = to(args, setting)?;
    let checked = check(args, &root, setting)?;
    let wished = wished(args, &checked, setting)?;
    let shelf = Shelf {
        root: &root,
        theme: &checked.site.frame.config.theme,
    };
    let copies = usize::from(args.get_one::<u16>("copies").copied().unwrap_or(1));
    let plates: Vec<Vec<Plate>> = wished.iter().map(|subject| plates(&checked, subject, copies)).collect();
    let (named, mut found) = choose(args, &plates, (&wished, &shelf), setting)?;
    let mut layouts: BTreeMap<(&str, &str, String), Layout> = BTreeMap::new();
    for (choice, subject) in named.iter().zip(&wished) {
        let key = (choice.name.as_str(), subject.color, format!("{:?}", choice.paper));
        if let std::collections::btree_map::Entry::Vacant(place) = layouts.entry(key) {
            let (layout, problems) = shelf.read(&choice.name, subject.color, choice.paper);
            found.extend(problems);
            stop_at_errors(&found, args, setting)?;
            if let Some(layout) = layout {
                place.insert(layout);
            }
        }
    }
    let mut all: Vec<(Plate, &Layout)> = Vec::new();
    for (plates, (choice, subject)) in plates.into_iter().zip(named.iter().zip(&wished)) {
        let key = (choice.name.as_str(), subject.color, format!("{:?}", choice.paper));
        if let Some(layout) = layouts.get(&key) {
            all.extend(plates.into_iter().map(|plate| (plate, layout)));
        }
    }
    let hint = say(setting.speech, w::SIGNS_RULER, &[]);
    if all.len() > 100 && !setting.quiet {
        tell(setting, w::SIGNS_MANY, &[("count", &all.len().to_string())]);
    }
    let (sheets, problems) = draw(&all, Some(&*hint).filter(|_| args.get_flag("marks")));
    found.extend(problems);
    let (rows, problems) = prove(&sheets);
    found.extend(problems);
    stop_at_errors(&found, args, setting)?;
    let (drawn, used): (Vec<&Plate>, Vec<&Layout>) = all.iter().map(|(plate, layout)| (plate, *layout)).unzip();
    issue(&checked, &keys(&drawn, &used), &root, setting)?;
    record(&records(&checked, &drawn), &root, setting)?;
    let mut sheets = sheets;
    let count = sheets.len();
    if args.get_flag("index") {
        sheets.extend(listed(&rows, &all, setting));
    }
    let files = files(&sheets, &rows, (&to, args), &about(&checked));
    write(&files)?;
    show(&found, strictness(args), setting);
    if !setting.quiet {
        let values = [
            ("count", &*count.to_string()),
            ("file", &to.display().to_string()),
            ("seconds", &format!("{:.1}", start.elapsed().as_secs_f64())),
        ];
        tell(setting, w::SIGNS_DONE, &values);
    }
    Ok(())
}

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

fn to(args: &ArgMatches, setting: &Setting) -> Result<PathBuf, u8> {
    let to = PathBuf::from(args.get_one::<String>("to").map_or("signs.pdf", String::as_str));
    if form(&to).is_none() {
        tell(setting, w::SIGNS_FORM, &[("file", &to.display().to_string())]);
        return Err(USAGE);
    }
    Ok(to)
}

fn check(args: &ArgMatches, root: &Path, setting: &Setting) -> Result<Checked, u8> {
    let today = today(args.get_one::<String>("today").map(String::as_str)).map_err(|value| {
        tell(setting, w::BAD_DATE, &[("value", &value)]);
        USAGE
    })?;
    let request = Request {
        root: root.to_path_buf(),
        base_url: None,
        today,
        strictness: strictness(args),
        published: None,
        drafts: false,
    };
    let (checked, found) = engine::check(&request);
    match checked.filter(|_| !has_errors(&found, request.strictness)) {
        Some(checked) => Ok(checked),
        None => Err(super::build::fail(found, request.strictness, setting)),
    }
}

fn stop_at_errors(found: &Diagnostics, args: &ArgMatches, setting: &Setting) -> Result<(), u8> {
    if has_errors(found, strictness(args)) {
        show(found, strictness(args), setting);
        return Err(CONTENT);
    }
    Ok(())
}

/// What the arguments name: keys, or a kind, or everything with a code.
fn wished(args: &ArgMatches, checked: &Checked, setting: &Setting) -> Result<Vec<Subject>, u8> {
    let all = subjects(checked);
    let keys: Vec<&String> = args.get_many("keys").map(Iterator::collect).unwrap_or_default();
    if let Some(unknown) = keys.iter().find(|key| !all.iter().any(|s| s.key == ***key)) {
        let near = nearest(unknown, all.iter().map(|s| s.key.as_str()));
        let near = near.or_else(|| all.first().map(|s| s.key.as_str())).unwrap_or_default();
        tell(setting, w::SIGNS_NO_KEY, &[("key", unknown), ("near", near)]);
        return Err(USAGE);
    }
    let kind = args.get_one::<String>("kind");
    if let Some(kind) = kind.filter(|kind| checked.site.frame.kinds.of_key(kind).is_none()) {
        let known = known(&checked.site.frame.kinds);
        tell(setting, w::NEW_NO_KIND, &[("kind", kind), ("known", &known)]);
        return Err(USAGE);
    }
    let is_wished = |s: &Subject| {
        let by_key = keys.is_empty() || keys.iter().any(|key| **key == s.key);
        // Parts have plates of their own only when they are named; otherwise a site prints hundreds nobody asked for.
        let by_part = !keys.is_empty() || !s.key.contains('#');
        by_key && by_part && kind.is_none_or(|kind| *kind == s.kind)
    };
    let wished: Vec<Subject> = all.into_iter().filter(is_wished).collect();
    if wished.is_empty() {
        tell(setting, w::SIGNS_NONE, &[]);
        return Err(CONTENT);
    }
    Ok(wished)
}

fn known(kinds: &Kinds) -> String {
    let keys: Vec<&str> = kinds.all().iter().filter(|k| k.codes).map(|k| k.key.as_str()).collect();
    keys.join(", ")
}

/// Where layouts lie: the site's own theme folder, its theme, the program itself.
struct Shelf<'a> {
    root: &'a Path,
    theme: &'a str,
}

impl Shelf<'_> {
    fn folders(&self) -> [(PathBuf, String); 2] {
        let of = |folder: String| (self.root.join(&folder), folder);
        [
            of("content/theme/signs".into()),
            of(format!("themes/{}/signs", self.theme)),
        ]
    }

    /// Every name, sorted.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = builtin_names().map(str::to_string).collect();
        for (folder, _) in self.folders() {
            let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
            names.extend(files.filter_map(|file| Some(file.file_name().to_str()?.strip_suffix(".svg")?.to_string())));
        }
        // Drawings that the built-in layouts share have no name of their own.
        names.retain(|name| name != "plate");
        names.sort();
        names.dedup();
        names
    }

    fn read(&self, name: &str, color: &str, wished: Option<Paper>) -> (Option<Layout>, Diagnostics) {
        for (folder, shown) in self.folders() {
            let Ok(svg) = std::fs::read_to_string(folder.join(format!("{name}.svg"))) else {
                continue;
            };
            let file = format!("{shown}/{name}.svg");
            let paper = wished.or(builtin(name).and_then(|(_, paper)| paper));
            return Layout::read(&Source {
                name,
                file: &file,
                svg: &svg,
                color,
                paper,
            });
        }
        let Some((svg, paper)) = builtin(name) else {
            return (None, Vec::new());
        };
        Layout::read(&Source {
            name,
            file: name,
            svg,
            color,
            paper: wished.or(paper),
        })
    }

    /// From how many centimeters a code of so many modules is read on a layout.
    fn reach(&self, choice: &Choice, modules: f32) -> u32 {
        let (layout, _) = self.read(&choice.name, "#000000", choice.paper);
        let side = layout.and_then(|l| l.code_side());
        side.map_or(0, |side| reads_from_cm(side / modules))
    }
}

/// A layout, and the paper when it is not the layout's own.
struct Choice {
    name: String,
    paper: Option<Paper>,
}

impl Choice {
    fn plain(name: &str) -> Self {
        Self {
            name: name.to_string(),
            paper: None,
        }
    }
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

/// The layout of each plate, and what is to be said of distances.
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
        tell(setting, w::SIGNS_NO_LAYOUT, &[("layout", unknown), ("known", &known)]);
        return Err(USAGE);
    }
    let mut reaches: BTreeMap<(String, u8), u32> = BTreeMap::new();
    let mut found = Vec::new();
    let mut chosen = Vec::with_capacity(plates.len());
    for (plates, subject) in plates.iter().zip(wished) {
        let code = plates.first().and_then(|plate| plate.codes.first());
        let version = code.map_or(1, |code| code.version);
        let modules = 25.0 + 4.0 * f32::from(version);
        let usual = Choice {
            name: asked.map_or(subject.layout.as_str(), String::as_str).to_string(),
            paper,
        };
        let Some(wanted) = subject.scan_distance else {
            chosen.push(usual);
            continue;
        };
        if usual.name == "board" && paper.is_none() {
            chosen.push(board(shelf, module_for_cm(wanted) * modules));
            continue;
        }
        let mut reach = |choice: &Choice| {
            let of = || shelf.reach(choice, modules);
            *reaches.entry((choice.name.clone(), version)).or_insert_with(of)
        };
        let first = PLATES.iter().position(|name| *name == usual.name).unwrap_or(0);
        let mut larger = PLATES[first..].iter().copied().map(Choice::plain);
        let better = larger.find(|choice| reach(choice) >= wanted);
        let choice = match (asked, &better) {
            (Some(_), _) => usual,
            (None, Some(better)) => Choice::plain(&better.name),
            (None, None) => Choice::plain("plate-a4"),
        };
        let reads = reach(&choice);
        if reads < wanted {
            let finding = match better {
                Some(better) => Diagnostic::new(messages::CODE_TOO_SMALL)
                    .with("layout", &choice.name)
                    .with("better", better.name)
                    .with("reads", reads),
                None => {
                    let mm = (module_for_cm(wanted) * modules).ceil();
                    let finding = Diagnostic::new(messages::DISTANCE_TOO_FAR).with("mm", mm);
                    finding.with("reads", reads.max(reach(&Choice::plain("plate-a4"))))
                }
            };
            found.push(finding.with("key", &subject.key).with("wanted", wanted));
        }
        chosen.push(choice);
    }
    Ok((chosen, found))
}

/// A board whose code is at least so wide, in whole centimeters.
fn board(shelf: &Shelf<'_>, side: f32) -> Choice {
    let usual = Choice::plain("board");
    let (layout, _) = shelf.read("board", "#000000", None);
    let Some((size, own)) = layout.and_then(|l| Some((l.size, l.code_side()?))) else {
        return usual;
    };
    let up = |mm: f32| (mm * side / own / 10.0).ceil() * 10.0;
    Choice {
        paper: Some((up(size.0), up(size.1))),
        ..usual
    }
}

/// The list of plates, as further pages.
fn listed(rows: &[Proved], plates: &[(Plate, &Layout)], setting: &Setting) -> Vec<Sheet> {
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
        Ok(text) => write(&[(path, text.into_bytes())]),
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
    super::build::tell_changes(&changes, setting);
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

/// The files: the plates, and the report beside them.
fn files(
    sheets: &[Sheet],
    rows: &[Proved],
    (to, args): (&Path, &ArgMatches),
    about: &About,
) -> Vec<(PathBuf, Vec<u8>)> {
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
    let mut report = serde_json::to_string_pretty(rows).unwrap_or_default();
    report.push('\n');
    files.push((to.with_file_name("signs.json"), report.into_bytes()));
    files
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
fn write(files: &[(PathBuf, Vec<u8>)]) -> Result<(), u8> {
    for (path, bytes) in files {
        let beside = path.with_extension("new");
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let made = folder.map_or(Ok(()), std::fs::create_dir_all);
        let written = made
            .and_then(|()| std::fs::write(&beside, bytes))
            .and_then(|()| std::fs::rename(&beside, path));
        if let Err(error) = written {
            anstream::eprintln!("{}: {error}", path.display());
            return Err(MACHINE);
        }
    }
    Ok(())
}
