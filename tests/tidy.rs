//! The house rules that no lint knows: which module may use which, where each library is used, how files begin.
//!
//! Entry point: [`MODULES`], the truth about directions. Invariant: the code is read as text, so that a rule is one
//! line here; what stands under `#[cfg(test)]` may use anything.
#![allow(clippy::disallowed_methods, reason = "tests read the code")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

#[path = "tidy/code.rs"]
mod code;
#[path = "tidy/tones.rs"]
mod tones;

use code::{File, files, names, root, tracked, used};
use std::collections::{BTreeMap, BTreeSet};

/// Each module and those that it uses, from the leaves to the command line. What it does not use, it may not use.
const MODULES: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("diag", &[]),
    ("source", &["diag", "text"]),
    // The files of built-in kinds, as documents.
    ("kinds", &["source"]),
    // Media and symbols know nothing of sites.
    ("media", &["diag"]),
    ("qr", &["text"]),
    // A payment is written as its standard says, and refused where the standard does.
    ("schema", &["kinds", "source", "qr", "diag", "text"]),
    ("entry", &["schema", "source", "diag", "text"]),
    // The ledger checks and writes what a printed code says.
    ("site", &["entry", "schema", "source", "diag", "text", "qr"]),
    ("page", &["site", "entry", "schema", "diag", "text"]),
    ("view", &["page", "site", "entry", "schema", "text"]),
    // Prose becomes HTML here, so that events are used; a theme's files are documents.
    ("render", &["view", "entry", "source", "diag", "text"]),
    // A drawing with places: what a plate says is put there by the engine.
    ("sign", &["diag", "text"]),
    ("feed", &["view", "site", "entry", "schema", "text"]),
    ("output", &["diag", "text"]),
    ("watch", &["source", "diag", "text"]),
    // What a published site answers.
    ("fetch", &[]),
    (
        "engine",
        &[
            "text", "diag", "source", "schema", "entry", "media", "qr", "site", "page", "view", "render", "sign",
            "feed", "output",
        ],
    ),
    // Asks for a site through a trait, which the command line answers.
    ("serve", &["diag", "text"]),
    (
        "cli",
        &[
            "engine", "serve", "watch", "output", "fetch", "site", "schema", "sign", "qr", "diag", "text",
        ],
    ),
];

/// Where a library or a part of the standard library is used, and nowhere else.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("tera", &["render"]),
    ("rayon", &["engine"]),
    ("notify", &["watch"]),
    ("inotify", &["watch"]),
    ("image", &["media"]),
    ("webp", &["media/webp"]),
    ("moxcms", &["media"]),
    ("fast_image_resize", &["media"]),
    ("png", &["qr", "sign"]),
    ("tiny_skia", &["sign"]),
    ("usvg", &["sign/shape"]),
    ("pdf_writer", &["sign/pdf"]),
    ("rxing", &["qr", "sign/proof"]),
    ("rqrr", &["qr", "sign/proof"]),
    ("qrcode", &["qr"]),
    ("serde_yaml", &["source/yaml"]),
    ("encoding_rs", &["source"]),
    ("walkdir", &["source"]),
    ("httparse", &["serve"]),
    ("getrandom", &["serve"]),
    ("ureq", &["fetch"]),
    ("clap", &["cli"]),
    ("anstream", &["cli"]),
    ("pulldown_cmark", &["entry/prose"]),
    ("std::fs", &["source", "output", "watch", "serve", "cli"]),
    ("std::env", &["cli"]),
    ("SystemTime", &["source", "output", "watch", "cli"]),
    ("Instant", &["watch", "serve", "cli"]),
];

/// The top level, as the project's first sketch drew it, and the files that every project has.
const TOP_LEVEL: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "src",
    "content",
    "themes",
    "output",
    "tests",
    "README.md",
    "CHANGELOG.md",
];

const LONGEST_FILE: usize = 600;

fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn modules_use_only_what_stands_to_their_left() {
    let allowed: BTreeMap<&str, &[&str]> = MODULES.iter().copied().collect();
    let mut complaints = Vec::new();
    for file in files().iter().filter(|f| !f.is_test && !f.module().is_empty()) {
        let module = file.module();
        let Some(allowed) = allowed.get(module) else {
            complaints.push(format!("src/{}: the module {module} is not in the list", file.path));
            continue;
        };
        for used in used(&file.code()) {
            if used != module && !allowed.contains(&used.as_str()) {
                complaints.push(format!("src/{}: {module} may not use {used}", file.path));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn the_lists_hold_nothing_that_is_not_so() {
    let files = files();
    let code = |place: &str| -> Vec<String> {
        let inside = |file: &&File| file.path == format!("{place}.rs") || file.path.starts_with(&format!("{place}/"));
        let there = files.iter().filter(|file| !file.is_test).filter(inside);
        there.map(File::code).collect()
    };
    let mut complaints = Vec::new();
    for (module, allowed) in MODULES {
        let used: BTreeSet<String> = code(module).iter().flat_map(|code| used(code)).collect();
        for unused in allowed.iter().filter(|name| !used.contains(**name)) {
            complaints.push(format!("{module} does not use {unused}"));
        }
    }
    for (name, places) in ONLY_IN {
        for place in places
            .iter()
            .filter(|place| !code(place).iter().any(|code| names(code, name)))
        {
            complaints.push(format!("{place} does not use {name}"));
        }
    }
    assert_none(&complaints);
}

#[test]
fn the_list_of_modules_has_no_circles() {
    for (i, (module, allowed)) in MODULES.iter().enumerate() {
        let before: Vec<&str> = MODULES[..i].iter().map(|(m, _)| *m).collect();
        for used in *allowed {
            assert!(before.contains(used), "{module} uses {used}, which stands behind it");
        }
    }
}

#[test]
fn no_module_leaves_itself_through_super() {
    let mut complaints = Vec::new();
    for file in files().iter().filter(|f| !f.is_test && !f.module().is_empty()) {
        let inner = file.path.trim_end_matches(".rs").trim_end_matches("/mod");
        let chain = vec!["super"; inner.split('/').count()].join("::");
        if names(&file.code(), &chain) || file.code().contains(&format!("{chain}::")) {
            complaints.push(format!("src/{}: {chain} is the crate; write crate::", file.path));
        }
    }
    assert_none(&complaints);
}

#[test]
fn libraries_files_and_clock_stay_where_they_belong() {
    let mut complaints = Vec::new();
    for file in files().iter().filter(|f| !f.is_test) {
        let code = file.code();
        for (name, places) in ONLY_IN {
            let inside =
                |place: &&str| file.path == format!("{place}.rs") || file.path.starts_with(&format!("{place}/"));
            // The binary hands its arguments over.
            let main = file.path == "main.rs" && *name == "std::env";
            if !main && !places.iter().any(inside) && names(&code, name) {
                complaints.push(format!("src/{}: {name} belongs to {places:?} only", file.path));
            }
        }
        let grouped = code.contains("use std::{");
        if grouped {
            complaints.push(format!(
                "src/{}: one `use std::…` a line, so that this test sees it",
                file.path
            ));
        }
    }
    assert_none(&complaints);
}

#[test]
fn every_file_says_what_it_is() {
    let mut complaints = Vec::new();
    for file in files() {
        let head: String = file.text.lines().take_while(|l| l.starts_with("//!")).collect();
        if head.len() < 30 {
            complaints.push(format!("src/{}: begins without a //! that says what it is", file.path));
        } else if !file.is_test {
            for part in ["Entry point", "Invariant"] {
                if !head.contains(part) {
                    complaints.push(format!("src/{}: the //! names no {part}", file.path));
                }
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn no_file_is_long() {
    let mut complaints = Vec::new();
    for path in tracked().iter().filter(|p| p.ends_with(".rs")) {
        let lines = std::fs::read_to_string(root().join(path)).unwrap().lines().count();
        if lines > LONGEST_FILE {
            complaints.push(format!("{path}: {lines} lines, more than {LONGEST_FILE}"));
        }
    }
    assert_none(&complaints);
}

#[test]
fn tracked_files_hold_no_machine_paths_and_nothing_unfinished() {
    // Put together here, so that this file does not hold them.
    let words: Vec<String> = [
        ["/wo", "rk/"],
        ["/ro", "ot/"],
        ["/ho", "me/runner"],
        ["TO", "DO"],
        ["FIX", "ME"],
        ["arti", "factory"],
        ["registry.np", "mjs.org"],
        ["registry.yarn", "pkg.com"],
        ["files.python", "hosted.org"],
        ["static.cra", "tes.io"],
        ["index.cra", "tes.io"],
    ]
    .map(|halves| halves.concat())
    .to_vec();
    let mut complaints = Vec::new();
    for path in tracked() {
        let bytes = std::fs::read(root().join(&path)).unwrap();
        let Ok(text) = std::str::from_utf8(&bytes) else {
            continue;
        };
        for (i, line) in text.lines().enumerate() {
            for word in words.iter().filter(|w| line.contains(w.as_str())) {
                complaints.push(format!("{path}:{}: {word}", i + 1));
            }
        }
    }
    assert_none(&complaints);
}

#[test]
fn the_top_level_holds_what_the_sketch_drew() {
    let top: BTreeSet<String> = tracked()
        .iter()
        .map(|p| p.split('/').next().unwrap().to_string())
        .collect();
    let usual = |name: &str| name.starts_with('.') || name.starts_with("LICENSE") || TOP_LEVEL.contains(&name);
    let strange: Vec<String> = top.iter().filter(|n| !usual(n)).cloned().collect();
    assert_none(&strange);
    for name in ["Cargo.toml", "src", "content", "themes", "output", "tests"] {
        assert!(top.contains(name), "{name} is missing on the top level");
    }
}

#[test]
fn what_vanbia_keeps_for_itself_is_not_tracked() {
    let own: Vec<String> = tracked().into_iter().filter(|p| p.contains(".vanbia/")).collect();
    assert_none(&own);
}
