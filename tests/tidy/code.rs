//! The project's files and code, read as text.
//!
//! Entry point: [`files`], [`tracked`]. Invariant: only what Git knows; what stands under `#[cfg(test)]` is no code here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// One Rust file of the library or the binary.
pub(crate) struct File {
    /// From `src/`, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
    pub(crate) is_test: bool,
}

impl File {
    /// The module on the top level that it belongs to; empty for `lib.rs` and `main.rs`.
    pub(crate) fn module(&self) -> &str {
        match self.path.split_once('/') {
            Some((module, _)) => module,
            None => match self.path.trim_end_matches(".rs") {
                "lib" | "main" => "",
                module => module,
            },
        }
    }

    /// The code without comments and without test modules.
    pub(crate) fn code(&self) -> String {
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

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file that Git knows, with `/`.
pub(crate) fn tracked() -> Vec<String> {
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
pub(crate) fn files() -> Vec<File> {
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
pub(crate) fn used(code: &str) -> BTreeSet<String> {
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
pub(crate) fn names(code: &str, name: &str) -> bool {
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
