//! Promise 6: all mistakes are reported at once, each with its place, cause and remedy, in both languages.
//!
//! Entry point: [`mistaken`]. Invariant: places are computed here from the text, independently of the reader.

use super::site::{Site, named, place};
use unicode_segmentation::UnicodeSegmentation as _;

/// One mistake: file, a piece of text at which it begins, message.
type Mistake = (&'static str, &'static str, &'static str);

/// Fourteen different mistakes in seven files.
const MISTAKES: [Mistake; 14] = [
    ("content/site.yaml", "folderr", "VB0308"),
    ("content/relics/mot/entry.yaml", "tieu_de", "VB0306"),
    ("content/relics/mot/entry.yaml", "historicall", "VB0308"),
    ("content/relics/mot/entry.yaml", "2026-02-30", "VB0323"),
    ("content/relics/mot/vi.md", "relics/khong-co", "VB0501"),
    ("content/relics/mot/vi.md", "javascript:", "VB0407"),
    ("content/products/hai/entry.yaml", "foood", "VB0308"),
    ("content/products/hai/entry.yaml", "producers/khong-co", "VB0514"),
    ("content/products/hai/entry.yaml", "\"8931234567890\"", "VB0357"),
    ("content/products/hai/entry.yaml", "photos/khong-co.jpg", "VB0710"),
    ("content/relics/ba/entry.yaml", ": khu B", "VB0204"),
    ("content/relics/bon/entry.yaml", "hotline", "VB0307"),
    ("content/relics/bon/entry.yaml", "[91.5, 106.0]", "VB0351"),
    ("content/trails/nam/entry.yaml", "relics/mott", "VB0501"),
];

fn mistaken() -> Site {
    let site = Site::tiny("mistakes");
    site.edit("content/site.yaml", "links: folder", "links: folderr");
    site.write(
        "content/relics/mot/entry.yaml",
        &format!(
            "{}tieu_de: Đền Một\ntypes: [historicall]\n{}review_by: 2026-02-30\n",
            named("Đền Một", None),
            place(1)
        ),
    );
    site.write(
        "content/relics/mot/vi.md",
        "Gần [đền khác](relics/khong-co), xem [đây](javascript:alert(1)).\n",
    );
    site.write(
        "content/products/hai/entry.yaml",
        &format!(
            "{}group: foood\nproducer: producers/khong-co\nvariants:\n  - name: {{ vi: Gói nhỏ, en: Small pack }}\n    gtin: \"8931234567890\"\nphotos:\n  - file: photos/khong-co.jpg\n    alt: {{ vi: Ảnh, en: Picture }}\n",
            named("Bánh hai", Some("Cake two"))
        ),
    );
    site.write("content/relics/ba/entry.yaml", "title: Đền Ba: khu B\n");
    site.write(
        "content/relics/bon/entry.yaml",
        &format!(
            "{}types: [historical]\nplace:\n  ward: \"07798\"\n  address: {{ vi: thôn Bốn, en: Hamlet Four }}\n  at: [91.5, 106.0]\nhotline: 113\n",
            named("Đền Bốn", Some("Temple Four"))
        ),
    );
    site.write(
        "content/trails/nam/entry.yaml",
        &format!(
            "{}stops:\n  - entry: relics/mott\n",
            named("Đường Năm", Some("Trail Five"))
        ),
    );
    site
}

/// Line and column, both from 1, of a piece of text; columns count what a reader calls a letter.
fn place_of(site: &Site, (file, piece, _): &Mistake) -> (usize, usize) {
    let text = site.read(file);
    let at = text.find(piece).unwrap_or_else(|| panic!("{file} has no {piece}"));
    let begin = text[..at].rfind('\n').map_or(0, |n| n + 1);
    (
        text[..at].matches('\n').count() + 1,
        text[begin..at].graphemes(true).count() + 1,
    )
}

#[test]
fn all_mistakes_of_all_files_are_named_in_one_run() {
    let site = mistaken();
    for lang in ["vi", "en"] {
        let run = site.vanbia(&["check", "--lang", lang]).ends(1);
        for mistake in &MISTAKES {
            let (line, column) = place_of(&site, mistake);
            let place = format!("{}:{line}:{column}", mistake.0);
            let begin = if lang == "vi" { "lỗi" } else { "error" };
            let head = format!("{begin} {}", mistake.2);
            let found = run
                .err
                .split("\n\n")
                .any(|said| said.contains(&head) && said.contains(&place));
            assert!(found, "{head} at {place} is not in:\n{}", run.err);
        }
        let remedies = run
            .err
            .matches(if lang == "vi" { "= cách sửa:" } else { "= help:" })
            .count();
        assert!(remedies >= MISTAKES.len(), "{remedies} remedies");
        for jargon in [
            "panicked",
            "unwrap",
            "struct",
            "expected `",
            "serde",
            "src/",
            ".rs:",
            "Option",
            "None",
        ] {
            assert!(!run.err.contains(jargon), "«{jargon}» in:\n{}", run.err);
        }
    }
    let build = site.vanbia(&["build", "--lang", "en"]).ends(1);
    assert!(build.err.contains("VB0204") && site.output().is_empty());
}

#[test]
fn check_as_json_has_one_object_a_line_with_fixed_keys() {
    let site = mistaken();
    let run = site.vanbia(&["check", "--format", "json", "--lang", "en"]).ends(1);
    let keys = ["code", "severity", "file", "line", "column", "message", "help"];
    let mut found = Vec::new();
    assert!(run.out.ends_with("}\n"), "the last line ends, too");
    for line in run.out.lines() {
        let value: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        let object = value.as_object().unwrap();
        assert_eq!(object.keys().map(String::as_str).collect::<Vec<_>>(), keys, "{line}");
        assert!(
            ["error", "warning", "notice"].contains(&value["severity"].as_str().unwrap()),
            "{line}"
        );
        assert!(
            !value["message"].as_str().unwrap().is_empty() && !value["help"].as_str().unwrap().is_empty(),
            "{line}"
        );
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_string();
        let number = |key: &str| value[key].as_u64().unwrap_or_default() as usize;
        assert!(!text("file").contains('\\') && !text("file").starts_with('/'), "{line}");
        found.push((text("code"), text("file"), number("line"), number("column")));
    }
    for mistake in &MISTAKES {
        let (line, column) = place_of(&site, mistake);
        let wanted = (mistake.2.to_string(), mistake.0.to_string(), line, column);
        assert!(found.contains(&wanted), "{wanted:?} is not in:\n{}", run.out);
    }
}

#[test]
fn check_writes_nothing() {
    let site = Site::tiny("check-writes-nothing");
    let before = super::site::read_all(&site.root);
    site.vanbia(&["check"]).ends(0);
    assert_eq!(super::site::difference(&before, &super::site::read_all(&site.root)), "");
}

#[test]
fn strict_makes_warnings_errors() {
    let site = Site::tiny("strict");
    site.edit(
        "content/site.yaml",
        "https://di-san-thu.vn/",
        "https://ten-mien.example/",
    );
    site.vanbia(&["check", "--lang", "en"])
        .ends(0)
        .says(&["warning VB0804"]);
    site.vanbia(&["check", "--strict", "--lang", "en"])
        .ends(1)
        .says(&["error VB0804"]);
}
