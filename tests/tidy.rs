//! The house rules that no lint knows: which module may use which, where each library is used, how files begin.
//!
//! Entry point: [`MODULES`], the truth about directions. Invariant: the code is read as text, so that a rule is one
//! line here; what stands under `#[cfg(test)]` may use anything.
#![allow(clippy::disallowed_methods, reason = "tests read the code")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use unicode_normalization::UnicodeNormalization;

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

/// One Rust file of the library or the binary.
struct File {
    /// From `src/`, with `/`.
    path: String,
    text: String,
    is_test: bool,
}

impl File {
    /// The module on the top level that it belongs to; empty for `lib.rs` and `main.rs`.
    fn module(&self) -> &str {
        match self.path.split_once('/') {
            Some((module, _)) => module,
            None => match self.path.trim_end_matches(".rs") {
                "lib" | "main" => "",
                module => module,
            },
        }
    }

    /// The code without comments and without test modules.
    fn code(&self) -> String {
        let mut code = String::new();
        let mut lines = self.text.lines().peekable();
        while let Some(line) = lines.next() {
            let opens = |l: &&str| l.starts_with("mod ") && l.ends_with('{');
            if line == "#[cfg(test)]" && lines.peek().is_some_and(opens) {
                // rustfmt closes a module on the top level with a brace in the first column.
                for inner in lines.by_ref() {
                    if inner == "}" {
                        break;
                    }
                }
            } else if !line.trim_start().starts_with("//") {
                code.push_str(line.split(" // ").next().unwrap_or_default());
                code.push('\n');
            }
        }
        code
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file that Git knows, with `/`.
fn tracked() -> Vec<String> {
    let git = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .current_dir(root())
        .output()
        .expect("the tidy test asks git for the project's files");
    assert!(
        git.status.success(),
        "git ls-files: {}",
        String::from_utf8_lossy(&git.stderr)
    );
    let names = String::from_utf8(git.stdout).unwrap();
    let names: Vec<String> = names.split_terminator('\0').map(str::to_string).collect();
    assert!(names.len() > 200, "only {} files", names.len());
    names.into_iter().filter(|name| root().join(name).is_file()).collect()
}

/// The Rust files under `src/`.
fn files() -> Vec<File> {
    let mut files: Vec<File> = Vec::new();
    for path in tracked() {
        if let Some(path) = path.strip_prefix("src/").filter(|p| p.ends_with(".rs")) {
            files.push(File {
                path: path.to_string(),
                text: std::fs::read_to_string(root().join("src").join(path)).unwrap(),
                is_test: false,
            });
        }
    }
    assert!(files.len() > 100, "only {} Rust files", files.len());
    let tests: BTreeSet<String> = files.iter().flat_map(test_modules).collect();
    for file in &mut files {
        let own = file.path.trim_end_matches(".rs").trim_end_matches("/mod").to_string();
        file.is_test = tests.iter().any(|t| own == *t || own.starts_with(&format!("{t}/")));
    }
    files
}

/// Paths, without `.rs`, of the modules that this file declares for tests only.
fn test_modules(file: &File) -> Vec<String> {
    let path = PathBuf::from(&file.path);
    let folder = match path.file_name().and_then(|n| n.to_str()) {
        Some("mod.rs" | "lib.rs" | "main.rs") => path.parent().unwrap().to_path_buf(),
        _ => path.with_extension(""),
    };
    let lines: Vec<&str> = file.text.lines().collect();
    let mut names = Vec::new();
    for (i, _) in lines.iter().enumerate().filter(|(_, line)| **line == "#[cfg(test)]") {
        // `#[path = "decode_tests.rs"]` may stand between; such a file lies beside this one.
        let mut next = lines[i + 1..].iter();
        let first = next.next().unwrap_or(&"");
        if let Some(named) = first.strip_prefix("#[path = \"").and_then(|l| l.strip_suffix(".rs\"]")) {
            names.push(path.parent().unwrap().join(named));
        } else if let Some(name) = first.strip_prefix("mod ").and_then(|l| l.strip_suffix(';')) {
            names.push(folder.join(name));
        }
    }
    names
        .iter()
        .map(|path| path.to_str().unwrap().replace('\\', "/"))
        .collect()
}

/// The modules that stand after `crate::` in this code, groups in braces included.
fn used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with('$') || code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            used.insert(word(rest).to_string());
            continue;
        };
        let mut depth = 0;
        let mut starts = true;
        for (i, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => starts = true,
                c if starts && !c.is_whitespace() => {
                    used.insert(word(&group[i..]).to_string());
                    starts = false;
                }
                _ => {}
            }
        }
    }
    used
}

/// The name at the start of this text.
fn word(text: &str) -> &str {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    &text[..end]
}

/// Does a name occur as a path or an import, not as a part of another name?
fn names(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (&code[..at], &code[at + name.len()..]);
        let alone = !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '.');
        let std = name.starts_with("std::") || name.starts_with(char::is_uppercase);
        // `use std::time::Instant` and `std::fs::read` may have something in front or behind.
        let path = after.starts_with("::") || before.ends_with("use ") || before.ends_with("pub use ");
        match std {
            true => !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'),
            false => alone && path,
        }
    })
}

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

/// Where both spellings of a tone have to be known.
const BOTH_SPELLINGS: &[&str] = &[
    "src/schema/field/former_address.rs",
    "src/schema/field/province.rs",
    "src/schema/untranslated/near.rs",
    "src/sign/breaks.rs",
    "src/site/spelling.rs",
    "src/source/legacy.rs",
    "src/source/syllable.rs",
    "src/text/fold.rs",
    "src/text/slug.rs",
];

/// Grave, acute, tilde, hook and dot, as they stand when a letter is taken apart.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The words of a line whose tone stands on the second vowel of an open *oa, oe, uy*, taken apart, each with the word as
/// schools and the press write it.
fn tones_on_the_second_vowel(line: &str) -> Vec<(String, String)> {
    let apart: String = line.nfd().flat_map(char::to_lowercase).collect();
    let words = apart.split(|c: char| !c.is_alphabetic() && !('\u{300}'..='\u{36f}').contains(&c));
    let moved = |word: &str| {
        let mark = word.chars().last().filter(|c| TONES.contains(c))?;
        let plain = word.strip_suffix(mark)?;
        let is_open = ["oa", "oe", "uy"].iter().any(|end| plain.ends_with(end)) && !plain.ends_with("quy");
        let (onset, last) = is_open.then(|| plain.split_at(plain.len() - 1))?;
        Some((word.to_string(), format!("{onset}{mark}{last}")))
    };
    words.filter_map(moved).collect()
}

#[test]
fn the_tone_stands_where_schools_put_it() {
    let is_own = |path: &str| {
        let ends = ["rs", "md", "yaml", "txt", "vtt", "html", "js"];
        !path.starts_with("tests/") && ends.iter().any(|end| path.ends_with(&format!(".{end}")))
    };
    let mut complaints = Vec::new();
    for path in tracked().iter().filter(|path| is_own(path)) {
        let text = std::fs::read_to_string(root().join(path)).unwrap();
        for (i, line) in text.lines().enumerate() {
            // An entry may name another spelling of its own name, and a sentence may set the two side by side.
            let apart: String = line.nfd().flat_map(char::to_lowercase).collect();
            let is_told = |usual: &str| line.contains("kind: spelling") || apart.contains(usual);
            for (word, usual) in tones_on_the_second_vowel(line) {
                if !BOTH_SPELLINGS.contains(&path.as_str()) && !is_told(&usual) {
                    let (word, usual): (String, String) = (word.nfc().collect(), usual.nfc().collect());
                    complaints.push(format!("{path}:{}: {word}, elsewhere {usual}", i + 1));
                }
            }
        }
    }
    assert_none(&complaints);
    let told = |line: &str| tones_on_the_second_vowel(line).len();
    let (seconds, firsts) = (
        "hoa\u{301} xoe\u{300} THUY\u{309}, ",
        "ho\u{301}a thu\u{309}y quy\u{301} hoa\u{300}n quy\u{309}",
    );
    assert_eq!((told(seconds), told(firsts)), (3, 0));
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
