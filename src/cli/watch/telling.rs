//! What the watch says: one calm block a change at the terminal, notes to the browsers.
//!
//! Entry point: [`block`], [`notes`]. Invariant: a change of styles alone never loads a page anew; a change of scripts
//! always does; the end of the first build does not, since what it made has been served already.

use super::super::setting::Setting;
use super::super::terminal::tell;
use super::super::wording as w;
use crate::diag::{Diagnostics, Severity, Strictness};
use crate::engine::session::{Changes, Report};
use crate::qr;
use crate::serve::{Change, Note, Server};
use clap::ArgMatches;
use std::collections::BTreeSet;
use std::process::{Command, Stdio};
use std::time::Duration;

/// Longer lists of files are counted.
const NAMED: usize = 3;

/// What changed, in words.
fn what(changes: &Changes, setting: &Setting) -> String {
    let files = match changes {
        Changes::Files(files) => without_folders(files),
        Changes::Everything => return w::say(setting.speech, w::WATCH_ALL, &[]),
    };
    match files.len() {
        0..=NAMED => files.join(", "),
        count => w::say(setting.speech, w::WATCH_FILES, &[("count", &count.to_string())]),
    }
}

/// The files without the folders in which some of them lie: a folder that is named beside them is not one more file.
fn without_folders(files: &BTreeSet<String>) -> Vec<&str> {
    let holds_another = |path: &String| {
        let inside = format!("{path}/");
        files
            .range(inside.clone()..)
            .next()
            .is_some_and(|next| next.starts_with(&inside))
    };
    files
        .iter()
        .filter(|path| !holds_another(path))
        .map(String::as_str)
        .collect()
}

/// What was saved waits for mistakes that were told before.
pub(super) fn waits(changes: &Changes, found: &Diagnostics, setting: &Setting) {
    let errors = found
        .iter()
        .filter(|d| d.severity(Strictness::default()) == Severity::Error);
    let places = errors.filter_map(|d| d.place.as_ref());
    let files: BTreeSet<&str> = places.map(|place| &*place.file).collect();
    let first = files.first().copied().unwrap_or("content");
    let values = [("what", what(changes, setting)), ("file", first.to_string())];
    tell(
        setting,
        w::WATCH_WAITS,
        &values.each_ref().map(|(name, value)| (*name, value.as_str())),
    );
}

/// What was saved waits for files that are still being written. A look at all files says nothing of it, nor does a file of
/// itself.
pub(super) fn copied(changes: &Changes, waited: &BTreeSet<String>, setting: &Setting) {
    let Changes::Files(saved) = changes else { return };
    let Some(first) = waited.first().filter(|_| !setting.quiet) else {
        return;
    };
    if saved.iter().all(|path| waited.contains(path)) {
        return;
    }
    let values = [("what", &*what(changes, setting)), ("file", first)];
    tell(setting, w::WATCH_COPIED, &values);
}

/// The block about a change: what it was, the pages made, the milliseconds.
pub(super) fn block(report: &Report, changes: &Changes, took: Duration, setting: &Setting) {
    let values = [
        ("what", &*what(changes, setting)),
        ("pages", &report.counts.drawn.to_string()),
        ("written", &report.summary.written.to_string()),
        ("removed", &report.summary.removed.to_string()),
        ("ms", &took.as_millis().to_string()),
    ];
    tell(setting, w::WATCH_DONE, &values);
}

/// How the browsers are to follow. At the end of the first build (`is_first`) everything is new, but only a script in the
/// place of another is one that a page may have loaded.
pub(super) fn notes(report: &Report, is_first: bool) -> Vec<Note> {
    let is = |path: &str, ending: &str| path.starts_with("assets/") && path.ends_with(ending);
    let has_script = |paths: &[String]| paths.iter().any(|path| is(path, ".js"));
    if has_script(&report.changed) && (!is_first || has_script(&report.gone)) {
        let (paths, kind) = (Vec::new(), Change::Reload);
        return vec![Note::Changed { paths, kind }];
    }
    let styles = report.changed.iter().filter(|path| is(path, ".css"));
    let swaps: Vec<(String, String)> = styles
        .filter_map(|new| {
            let old = report
                .gone
                .iter()
                .find(|old| is(old, ".css") && stem(old) == stem(new))?;
            Some((old.clone(), new.clone()))
        })
        .collect();
    let mut notes = Vec::new();
    if !swaps.is_empty() {
        let (paths, kind) = (Vec::new(), Change::Style(swaps));
        notes.push(Note::Changed { paths, kind });
    }
    let paths: Vec<String> = report.changed.iter().chain(&report.gone).cloned().collect();
    if !paths.is_empty() {
        let kind = Change::Content;
        notes.push(Note::Changed { paths, kind });
    }
    notes
}

/// `assets/style` of `assets/style.3f9a1c22.css`.
fn stem(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

/// Where the site can be seen; `is_early`: with small pictures.
pub(super) fn begin(server: &Server, args: &ArgMatches, setting: &Setting, is_early: bool) {
    tell(setting, w::WATCH_AT, &[("url", &server.url())]);
    if args.get_flag("lan") {
        lan(server.lan_url().as_deref(), setting);
    }
    if is_early {
        tell(setting, w::WATCH_SMALL, &[]);
    }
    tell(setting, w::WATCH_END, &[]);
    if args.get_flag("open") {
        open(&server.url());
    }
}

/// The address for phones on the same network, also as a code.
fn lan(url: Option<&str>, setting: &Setting) {
    let Some(url) = url else {
        tell(setting, w::WATCH_NO_LAN, &[]);
        return;
    };
    if let Ok(symbol) = qr::encode(url) {
        anstream::eprintln!("{}", drawn(&symbol));
    }
    tell(setting, w::WATCH_LAN, &[("url", url)]);
}

/// Two modules a letter, light on dark as terminals are; the quiet zone is drawn too.
fn drawn(symbol: &qr::Symbol) -> String {
    let quiet = 2;
    let size = symbol.size as i64;
    let is_light = |x: i64, y: i64| {
        let inside = (0..size).contains(&x) && (0..size).contains(&y);
        !(inside && symbol.is_dark(x as usize, y as usize))
    };
    let mut out = String::new();
    for y in (-quiet..size + quiet).step_by(2) {
        for x in -quiet..size + quiet {
            out.push(match (is_light(x, y), is_light(x, y + 1)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            });
        }
        out.push('\n');
    }
    out
}

/// Opens the browser, where the system has a way to do so.
fn open(url: &str) {
    let mut command = if cfg!(target_os = "windows") {
        let mut command = Command::new("explorer");
        command.arg(url);
        command
    } else {
        let name = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
        let mut command = Command::new(name);
        command.arg(url);
        command
    };
    // The address is on the terminal as well; without a browser that is what remains.
    let _ = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(changed: &[&str], gone: &[&str]) -> Report {
        let owned = |all: &[&str]| all.iter().map(ToString::to_string).collect();
        Report {
            changed: owned(changed),
            gone: owned(gone),
            ..Report::default()
        }
    }

    #[test]
    fn styles_are_swapped_scripts_load_anew_texts_are_patched() {
        let style = report(&["assets/style.2.css", "vi/index.html"], &["assets/style.1.css"]);
        let notes = notes(&style, false);
        assert!(matches!(&notes[0], Note::Changed { kind: Change::Style(pairs), .. }
            if pairs == &[("assets/style.1.css".to_string(), "assets/style.2.css".to_string())]));
        let script = report(&["assets/app.2.js", "assets/style.2.css"], &["assets/app.1.js"]);
        assert!(matches!(
            super::notes(&script, false)[..],
            [Note::Changed {
                kind: Change::Reload,
                ..
            }]
        ));
        let text = report(&["vi/a/index.html"], &["vi/b/index.html"]);
        assert!(
            matches!(&super::notes(&text, false)[..], [Note::Changed { paths, kind: Change::Content }] if paths.len() == 2)
        );
        assert!(super::notes(&report(&[], &[]), false).is_empty());
    }

    #[test]
    fn the_end_of_the_first_build_loads_nothing_anew_but_where_a_script_was_replaced() {
        let all = ["assets/app.2.js", "media/a.jpg", "vi/index.html"];
        assert!(matches!(
            &notes(&report(&all, &[]), true)[..],
            [Note::Changed { paths, kind: Change::Content }] if paths.len() == 3
        ));
        let replaced = report(&all, &["assets/app.1.js"]);
        assert!(matches!(
            notes(&replaced, true)[..],
            [Note::Changed {
                kind: Change::Reload,
                ..
            }]
        ));
    }

    #[test]
    fn folders_are_not_counted_beside_their_files() {
        let all = [
            "content/a",
            "content/a/b",
            "content/a/b/vi.md",
            "content/a-z.md",
            "content/c",
        ];
        let files: BTreeSet<String> = all.iter().map(ToString::to_string).collect();
        assert_eq!(
            without_folders(&files),
            ["content/a-z.md", "content/a/b/vi.md", "content/c"]
        );
    }

    #[test]
    fn the_code_at_the_terminal_has_its_quiet_zone() {
        let symbol = qr::encode("http://192.168.1.5:4321/~0123456789abcdef/").unwrap();
        let lines: Vec<String> = drawn(&symbol).lines().map(str::to_string).collect();
        assert_eq!(lines.len(), (symbol.size + 4).div_ceil(2));
        assert!(lines[0].chars().all(|c| c == '█'), "{}", lines[0]);
        assert!(lines.iter().all(|line| line.starts_with("██") && line.ends_with("██")));
    }
}
