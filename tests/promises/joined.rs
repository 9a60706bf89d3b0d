//! The work of several people in one folder: copies beside each other, folders over each other, files cut short.
//!
//! Entry point: the tests. Invariant: what stands nowhere else is told before anybody deletes it, and the remedy that is told
//! ends the finding when it is followed.

use super::site::Site;

const DEN_HA: &str = "content/relics/den-ha";

/// The codes that `check` tells, in English.
fn told(site: &Site) -> (Vec<String>, String) {
    let run = site.vanbia(&["check", "--lang", "en", "--format", "json"]);
    let codes = run.out.lines().filter_map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        Some(line["code"].as_str()?.to_string())
    });
    (codes.collect(), run.out)
}

fn has(site: &Site, code: &str) -> bool {
    told(site).0.iter().any(|one| one == code)
}

#[test]
fn one_place_that_two_people_wrote_is_told_before_two_codes_are_printed() {
    let site = Site::tiny("joined-twice");
    let facts = site.read(&format!("{DEN_HA}/entry.yaml"));
    let (before, after) = facts.split_once("summary:").unwrap();
    let (_, rest) = after.split_once('\n').unwrap();
    let other = format!("{before}summary: {{ vi: Minh viết khác hẳn, en: Minh wrote another one }}\n{rest}");
    site.write(
        "content/relics/den-ha-lang-mau/entry.yaml",
        &format!("{other}status: draft\n"),
    );
    site.write("content/relics/den-ha-lang-mau/vi.md", "Bài của Minh.\n");
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    run.says(&[
        "VB0518",
        "place as «relics/den-ha»",
        "keep the entry whose sign is printed",
    ]);
    site.edit("content/relics/den-ha-lang-mau/entry.yaml", "Đền Hạ", "Đền Hạ Mẫu");
    assert!(!has(&site, "VB0518"));
}
