//! Promise 2: same input, same bytes.
//!
//! Entry point: [`same_everywhere`]. Invariant: everything that may differ between two machines differs here: folder,
//! order in which files were made, time zone, locale, number of threads, and whether pictures were made before.

use super::site::{BASE, Files, Site, difference, folder, generate, read_all, run, settings};

/// One machine.
struct Machine {
    name: &'static str,
    /// Folders below the first one.
    below: &'static str,
    order: fn(usize, usize) -> usize,
    env: [(&'static str, &'static str); 3],
    args: &'static [&'static str],
}

fn as_made(i: usize, _: usize) -> usize {
    i
}

fn backwards(i: usize, count: usize) -> usize {
    count - 1 - i
}

/// Every file once, far from the one before: 7919 is a prime and no count of files here is a multiple of it.
fn shuffled(i: usize, count: usize) -> usize {
    i * 7919 % count
}

const MACHINES: [Machine; 4] = [
    Machine {
        name: "plain",
        below: "",
        order: as_made,
        env: [("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C")],
        args: &["--jobs", "1"],
    },
    Machine {
        name: "far-east",
        below: "Trang của tôi/bản 2",
        order: backwards,
        env: [
            ("TZ", "Pacific/Kiritimati"),
            ("LANG", "vi_VN.UTF-8"),
            ("LC_ALL", "vi_VN.UTF-8"),
        ],
        args: &["--jobs", "2"],
    },
    Machine {
        name: "far-west",
        below: "a/b/c/d",
        order: shuffled,
        env: [
            ("TZ", "Pacific/Pago_Pago"),
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "tr_TR.UTF-8"),
        ],
        args: &["--jobs", "7", "--no-cache"],
    },
    Machine {
        name: "usual",
        below: "x",
        order: shuffled,
        env: [("TZ", "Asia/Ho_Chi_Minh"), ("LANG", "en_US.UTF-8"), ("LC_ALL", "")],
        args: &[],
    },
];

/// Output, ledgers and messages of one machine.
fn made(machine: &Machine, input: &[(String, Vec<u8>)]) -> (Files, Files, String) {
    let top = folder(machine.name);
    let site = Site {
        root: top.join(machine.below),
    };
    for i in 0..input.len() {
        let (path, bytes) = &input[(machine.order)(i, input.len())];
        site.write_bytes(path, bytes);
    }
    let args: Vec<&str> = [&["build", "--lang", "en"], machine.args].concat();
    let first = run(site.command(&args).envs(machine.env)).ends(0);
    let mut content = read_all(&site.root.join("content"));
    content.retain(|path, _| path.ends_with(".lock"));
    let output = site.output();
    // The same again: everything is there already.
    let second = run(site.command(&args).envs(machine.env)).ends(0);
    assert!(second.err.contains(" 0 files written"), "{}", second.err);
    assert_eq!(difference(&output, &site.output()), "");
    drop(site);
    let _ = std::fs::remove_dir_all(top);
    // Progress comes with time; the last lines tell the time that it took and the folder.
    let said: Vec<&str> = first
        .err
        .lines()
        .filter(|l| {
            let begins = ["Done:", "Open ", "To look at the site"];
            !begins.iter().any(|begin| l.starts_with(begin)) && !l.ends_with("read back") && !l.ends_with(" left")
        })
        .collect();
    (output, content, said.join("\n"))
}

#[track_caller]
fn same_everywhere(input: &[(String, Vec<u8>)], at_least: usize) {
    let first = made(&MACHINES[0], input);
    assert!(first.0.len() > at_least, "only {} files", first.0.len());
    assert!(first.1.contains_key("codes.lock"));
    for machine in &MACHINES[1..] {
        let other = made(machine, input);
        assert_eq!(difference(&first.0, &other.0), "", "{}", machine.name);
        assert_eq!(difference(&first.1, &other.1), "", "{}", machine.name);
        assert_eq!(first.2, other.2, "messages on {}", machine.name);
    }
}

#[test]
fn the_sample_site_is_the_same_on_every_machine() {
    let site = Site::sample("same-sample");
    let input: Vec<(String, Vec<u8>)> = read_all(&site.root).into_iter().collect();
    same_everywhere(&input, 300);
}

#[test]
fn a_thousand_entries_are_the_same_on_every_machine() {
    let mut input = generate(1000);
    input.push(("content/site.yaml".to_string(), settings(BASE, "folder").into_bytes()));
    same_everywhere(&input, 4000);
}

#[test]
fn the_day_shows_only_where_a_day_matters() {
    let site = Site::tiny("days");
    let first = site.built(&["--today", "2026-11-21"]);
    let later = site.built(&["--today", "2031-01-01"]);
    assert_eq!(
        difference(&first, &later),
        "",
        "nothing in this site depends on the day"
    );
}

#[test]
fn without_an_argument_the_day_comes_from_the_environment() {
    let site = Site::tiny("epoch");
    let entry = site.read("content/relics/den-ha/entry.yaml");
    let text = format!("{entry}verified: {{ by: {{ vi: Ban biên tập, en: Editors }}, on: 2026-11-20 }}\n");
    site.write("content/relics/den-ha/entry.yaml", &text);
    let check = |epoch: &str| {
        let mut command = std::process::Command::new(super::site::binary());
        command
            .args(["check", "--lang", "en", "--root"])
            .arg(&site.root)
            .env("SOURCE_DATE_EPOCH", epoch);
        run(&mut command)
    };
    // 2026-11-19T16:59:59Z is still the 19th in Vietnam, and the 20th one second later is not in the future.
    check("1795107599").ends(1).says(&["2026-11-20"]);
    check("1795107600").ends(0);
}
