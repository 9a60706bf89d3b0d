//! The work of several people in one folder: copies beside each other, folders over each other, files cut short.
//!
//! Entry point: the tests. Invariant: what stands nowhere else is told before anybody deletes it, and the remedy that is told
//! ends the finding when it is followed.

use super::site::Site;

pub(super) const DEN_HA: &str = "content/relics/den-ha";

/// The codes that `check` tells, in English.
pub(super) fn told(site: &Site) -> (Vec<String>, String) {
    let run = site.vanbia(&["check", "--lang", "en", "--format", "json"]);
    let codes = run.out.lines().filter_map(|line| {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        Some(line["code"].as_str()?.to_string())
    });
    (codes.collect(), run.out)
}

pub(super) fn has(site: &Site, code: &str) -> bool {
    told(site).0.iter().any(|one| one == code)
}

#[test]
fn a_text_in_a_conflicted_copy_is_told_with_the_line_that_only_it_has() {
    let site = Site::tiny("joined-text");
    let text = site.read(&format!("{DEN_HA}/vi.md"));
    for name in [
        "vi-LAPTOP-3.md",
        "vi (LAPTOP-3's conflicted copy 2026-11-20).md",
        "Bản sao của vi.md",
        "vi_1.md",
        "vi.md.old",
        "vi.md.txt",
    ] {
        let path = format!("{DEN_HA}/{name}");
        site.write(&path, &format!("{text}\nLan viết thêm dòng này.\n"));
        let run = site.vanbia(&["check", "--lang", "vi"]).ends(0);
        let run = run.says(&["cảnh báo VB0137", &format!("{path}:3:1"), "Lan viết thêm dòng này."]);
        assert!(!run.err.contains("đổi tên") && !run.err.contains("xóa"), "{}", run.err);
        site.vanbia(&["check", "--release", "--lang", "en"]).ends(1);
        // As told: its line goes into the text that is read. Now nothing is lost by deleting it.
        site.write(
            &format!("{DEN_HA}/vi.md"),
            &format!("{text}\nLan viết thêm dòng này.\n"),
        );
        let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
        run.says(&["VB0114", &format!("delete «{name}»")]);
        std::fs::remove_file(site.root.join(&path)).unwrap();
        let (codes, all) = told(&site);
        assert!(
            !codes.iter().any(|code| ["VB0137", "VB0114"].contains(&&**code)),
            "{all}"
        );
        site.write(&format!("{DEN_HA}/vi.md"), &text);
    }
}

#[test]
fn a_copy_without_its_original_is_an_error_and_no_code_is_called_dead_for_it() {
    let site = Site::tiny("joined-alone");
    site.edit("content/trails/duong-nui/entry.yaml", "  - entry: relics/den-ha\n", "");
    site.built(&[]);
    site.vanbia(&["codes", "issue", "relics/den-ha"]).ends(0);
    for name in ["entry (1).yaml", "entry-LAPTOP-3.yaml", "Entry.YAML"] {
        let copy = format!("{DEN_HA}/{name}");
        site.rename(&format!("{DEN_HA}/entry.yaml"), &copy);
        let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
        let run = run.says(&["error VB0110", "the right name is «entry.yaml»"]);
        assert!(
            !run.err.contains("codes retire") && !run.err.contains("VB0123"),
            "{}",
            run.err
        );
        site.vanbia(&["build"]).ends(1);
        site.rename(&copy, &format!("{DEN_HA}/entry.yaml"));
        site.vanbia(&["check"]).ends(0);
    }
}

#[test]
fn a_document_beside_the_text_is_never_to_be_saved_over_it() {
    let site = Site::tiny("joined-document");
    for name in ["vi.docx", "vi.txt", "vi.gdoc"] {
        site.write(&format!("{DEN_HA}/{name}"), "Bài của Minh.\n");
        let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
        let run = run.says(&["VB0111", "do not save over it"]);
        assert!(!run.err.contains("save it as"), "{}", run.err);
        std::fs::remove_file(site.root.join(format!("{DEN_HA}/{name}"))).unwrap();
    }
    site.rename(&format!("{DEN_HA}/vi.md"), &format!("{DEN_HA}/vi.txt"));
    site.vanbia(&["check", "--lang", "en"])
        .ends(1)
        .says(&["save it as «vi.md»"]);
}

#[test]
fn a_ledger_of_another_computer_is_told_until_it_is_joined() {
    let site = Site::tiny("joined-ledger");
    site.built(&[]);
    let before = site.read("content/codes.lock");
    site.vanbia(&["codes", "issue", "relics/den-ha"]).ends(0);
    let issued = site.read("content/codes.lock");
    for name in [
        "codes-LAPTOP-3.lock",
        "codes (Lan's conflicted copy 2026-11-20).lock",
        "codes.lock.txt",
    ] {
        site.write("content/codes.lock", &before);
        let path = format!("content/{name}");
        site.write(&path, &issued);
        let merge = format!("vanbia codes merge \"{path}\"");
        site.vanbia(&["check", "--lang", "en"])
            .ends(0)
            .says(&["VB0135", &merge]);
        site.vanbia(&["codes", "merge", &path]).ends(0);
        assert_eq!(site.read("content/codes.lock"), issued);
        site.vanbia(&["check", "--lang", "en"])
            .ends(0)
            .says(&["VB0114", &format!("delete «{name}»")]);
        std::fs::remove_file(site.root.join(path)).unwrap();
        assert!(!has(&site, "VB0135") && !has(&site, "VB0114"));
    }
    // Both ledgers one after the other in one file are one ledger.
    site.write("content/codes.lock", &format!("{issued}{before}"));
    site.vanbia(&["check"]).ends(0);
    site.built(&[]);
    assert_eq!(site.read("content/codes.lock"), issued);
}

#[test]
fn a_damaged_ledger_is_made_anew_from_the_site_and_the_damaged_file_is_kept() {
    let site = Site::tiny("joined-damaged");
    site.built(&[]);
    site.vanbia(&["codes", "issue"]).ends(0);
    site.built(&[]);
    let whole = site.read("content/codes.lock");
    let row = whole.find("\tissued").unwrap();
    let letter = whole.find('Đ').unwrap();
    for (kept, damaged) in [
        ("codes.lock.bak", vec![0; 300]),
        ("codes.lock.2.bak", whole.as_bytes()[..row - 4].to_vec()),
        ("codes.lock.3.bak", whole.as_bytes()[..=letter].to_vec()),
    ] {
        site.write_bytes("content/codes.lock", &damaged);
        site.vanbia(&["check"]).ends(1);
        site.vanbia(&["codes", "merge", "content/codes.lock"]).ends(1);
        assert_eq!(
            std::fs::read(site.root.join("content/codes.lock")).unwrap(),
            damaged,
            "a refused command writes nothing"
        );
        let output = site.root.join("output").display().to_string();
        site.vanbia(&["codes", "recover", &output]).ends(0);
        assert_eq!(site.read("content/codes.lock"), whole);
        assert_eq!(std::fs::read(site.root.join("content").join(kept)).unwrap(), damaged);
        site.vanbia(&["check"]).ends(0);
    }
    site.write("content/codes.lock", "# vanbia codes 2\n");
    let output = site.root.join("output").display().to_string();
    site.vanbia(&["codes", "recover", &output]).ends(1);
    assert_eq!(site.read("content/codes.lock"), "# vanbia codes 2\n");
}

#[test]
fn a_text_that_was_cut_while_it_was_copied_is_told_at_its_end() {
    let site = Site::tiny("joined-cut");
    let path = format!("{DEN_HA}/vi.md");
    let text = "Đền Hạ ở chân núi, cạnh giếng cổ.\n";
    let end = text.find("ổ").unwrap() + 1;
    for bytes in [
        text.as_bytes()[..end].to_vec(),
        [&text.as_bytes()[..20], &[0; 200]].concat(),
    ] {
        site.write_bytes(&path, &bytes);
        let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
        let run = run.says(&["error VB0141", &format!("{path}:1:")]);
        assert!(
            !run.err.contains("VB0101") && !run.err.contains("VB0104"),
            "{}",
            run.err
        );
    }
    site.write(&path, text);
    assert!(!has(&site, "VB0141"));
}

#[test]
fn a_copied_folder_is_to_be_deleted_only_when_the_other_one_has_all_of_it() {
    let site = Site::tiny("joined-folder");
    for name in [
        "den-ha (1)",
        "den-ha - Bản sao",
        "den-ha-LAPTOP-3",
        "den-ha (Lan's conflicted copy)",
    ] {
        let copy = format!("content/relics/{name}");
        for file in ["entry.yaml", "vi.md", "en.md"] {
            site.write(&format!("{copy}/{file}"), &site.read(&format!("{DEN_HA}/{file}")));
        }
        site.vanbia(&["check", "--lang", "en"])
            .ends(1)
            .says(&["VB0130", "delete this folder"]);
        site.write(&format!("{copy}/en.md"), "Another text.\n");
        site.write(&format!("{copy}/photos/cong.jpg"), "…");
        let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
        let run = run.says(&["VB0138", "only here: en.md, photos/cong.jpg"]);
        assert!(!run.err.contains("delete"), "{}", run.err);
        std::fs::remove_dir_all(site.root.join(copy)).unwrap();
    }
}

#[test]
fn entries_beside_those_that_are_read_are_named_with_what_is_only_there() {
    let site = Site::tiny("joined-aside");
    let copy = |to: &str| {
        for file in ["entry.yaml", "vi.md", "en.md"] {
            let text = site.read(&format!("{DEN_HA}/{file}"));
            site.write(&format!("content/{to}/den-ha/{file}"), &text);
            site.write(&format!("content/{to}/mieu-moi/{file}"), &text);
        }
        site.write(&format!("content/{to}/den-ho/vi.md"), "Bài khác.\n");
    };
    for (folder, place) in [
        ("relics - Copy", "content/relics"),
        ("relics (1)", "content/relics"),
        ("relics/relics", "content/relics"),
    ] {
        copy(folder);
        let run = site.vanbia(&["check", "--lang", "en"]).ends(1);
        let run = run.says(&[
            "VB0139",
            "only here: mieu-moi; other than those in use: den-ho",
            &format!("move the entries that are only here into {place}"),
        ]);
        assert!(
            !run.err.contains("VB0129") && !run.err.contains("VB0116"),
            "{}",
            run.err
        );
        std::fs::remove_dir_all(site.root.join("content").join(folder)).unwrap();
    }
    for inner in ["content", "site/content"] {
        copy(&format!("{inner}/relics"));
        site.write(&format!("content/{inner}/site.yaml"), "title: A\n");
        site.write(
            &format!("content/{inner}/codes.lock"),
            "# vanbia codes 1\n735195\trelics/mieu-moi\tissued\thttps://A/735195/\n",
        );
        site.vanbia(&["check", "--lang", "en"]).ends(1).says(&[
            "VB0139",
            "another whole site",
            "only here: relics/mieu-moi",
            &format!("vanbia codes merge \"content/{inner}/codes.lock\""),
        ]);
        let top = inner.split('/').next().unwrap();
        std::fs::remove_dir_all(site.root.join("content").join(top)).unwrap();
    }
    site.vanbia(&["check"]).ends(0);
}

#[test]
fn what_systems_leave_behind_is_passed_over_and_what_people_leave_in_content_is_told() {
    let site = Site::tiny("joined-noise");
    let before = told(&site);
    for path in [
        "$RECYCLE.BIN/S-1-5/x.md",
        "System Volume Information/x",
        ".tmp.drivedownload/x",
        "@eaDir/x",
        "FOUND.000/FILE0000.CHK",
        "relics/den-ha/@eaDir/vi.md@SynoEAStream",
        "relics/den-ha/~$vi.docx",
        "relics/den-ha/.~lock.vi.odt#",
        "relics/den-ha/desktop.ini",
        "relics/den-ha/._vi.md",
        "relics/den-ha/Zalo.url",
        "relics/__MACOSX/den-ha/._vi.md",
    ] {
        site.write(&format!("content/{path}"), "x");
    }
    assert_eq!(told(&site), before);
    for name in ["entry.yaml", "ghi-chu.docx", "cong.jpg"] {
        site.write(&format!("content/{name}"), "x");
    }
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    run.says(&["VB0140", "cong.jpg, entry.yaml, ghi-chu.docx"]);
    site.write("content/LICENSE.md", "x");
    site.write("content/README.txt", "x");
    assert_eq!(told(&site).0.iter().filter(|code| *code == "VB0140").count(), 1);
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
        "same kind, title and ward as «relics/den-ha»",
        "keep the entry whose sign is printed",
    ]);
    site.edit("content/relics/den-ha-lang-mau/entry.yaml", "Đền Hạ", "Đền Hạ Mẫu");
    assert!(!has(&site, "VB0518"));
}

#[test]
fn a_folder_of_photos_that_nobody_names_is_one_finding_with_the_lines_to_add() {
    let site = Site::tiny("joined-photos");
    let picture = include_bytes!("../support/files/cong.png");
    let names = [
        "IMG_1234 (2).png",
        "z5123456789_abc.png",
        "Ảnh chụp màn hình.png",
        "cổng.png",
        "sân.png",
    ];
    for name in names {
        site.write_bytes(&format!("{DEN_HA}/photos/{name}"), picture);
    }
    let (codes, all) = told(&site);
    assert!(!codes.iter().any(|code| code == "VB0713"), "{all}");
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    let run = run.says(&["VB0142", "5 files in this folder", "IMG_1234 (2).png, cổng.png, "]);
    // The lines that are shown do what they promise; two are left, which are told one by one.
    let lines = "photos:\n  - file: \"photos/IMG_1234 (2).png\"\n    alt: { vi: Cổng, en: Gate }\n";
    assert!(run.err.contains("- file: \"photos/IMG_1234 (2).png\""), "{}", run.err);
    let facts = site.read(&format!("{DEN_HA}/entry.yaml"));
    site.write(
        &format!("{DEN_HA}/entry.yaml"),
        &format!("{facts}{lines}  - file: \"photos/cổng.png\"\n    alt: {{ vi: Sân, en: Yard }}\n"),
    );
    let (codes, all) = told(&site);
    assert_eq!(codes.iter().filter(|code| *code == "VB0713").count(), 3, "{all}");
    assert!(!codes.iter().any(|code| code == "VB0142"), "{all}");
}

#[test]
fn the_list_shows_where_every_entry_stands_and_is_never_written_over_another_file() {
    let site = Site::tiny("joined-list");
    let facts = site.read(&format!("{DEN_HA}/entry.yaml"));
    site.write(
        &format!("{DEN_HA}/entry.yaml"),
        &format!("{facts}verified: {{ by: {{ vi: \"Lan <Đoàn>\", en: Lan }}, on: 2026-11-20 }}\n"),
    );
    site.edit("content/relics/den-ho/entry.yaml", "types:", "status: draft\ntypes:");
    site.edit("content/trails/duong-nui/entry.yaml", "  - entry: relics/den-ho\n", "");
    site.write("content/ghi-chu.txt", "x");
    site.write(&format!("{DEN_HA}/vi_1.md"), "Dòng của Minh.\n");
    let file = |name: &str| site.root.join(name).display().to_string();
    let list = |name: &str, lang: &str| site.vanbia(&["check", "--lang", lang, "--list", &file(name)]);
    for _ in 0..2 {
        list("tien-do.html", "vi").ends(0).says(&["Đã ghi danh sách"]);
    }
    let html = site.read("tien-do.html");
    for part in [
        "5 mục: 4 đã công bố, 1 bản nháp; 1 có người kiểm tra",
        "Lan &lt;Đoàn&gt;, 20/11/2026",
        "Đền Hổ<br><code>relics/den-ho</code></td><td>bản nháp",
        "VB0137",
        "VB0140",
    ] {
        assert!(html.contains(part), "«{part}» is not in {html}");
    }
    list("tien-do.json", "en").ends(0);
    let json: serde_json::Value = serde_json::from_str(&site.read("tien-do.json")).unwrap();
    let entries = json["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 5);
    let of = |key: &str| entries.iter().find(|entry| entry["key"] == key).unwrap();
    assert_eq!(of("relics/den-ha")["findings"][0]["code"], "VB0137");
    assert_eq!(of("relics/den-ho")["status"], "draft");
    assert!(of("relics/den-ho")["missing"]["en"].as_u64().unwrap() > 0);
    assert_eq!(json["site"][0]["code"], "VB0140");
    site.write("cua-toi.html", "<p>Của tôi");
    list("cua-toi.html", "en")
        .ends(2)
        .says(&["was not written by this command"]);
    assert_eq!(site.read("cua-toi.html"), "<p>Của tôi");
    list("tien-do.xlsx", "en").ends(2).says(&[".html or .json"]);
}

#[test]
fn a_site_that_was_unpacked_twice_is_told_while_its_inner_half_has_something_of_its_own() {
    let site = Site::tiny("joined-unpacked");
    site.built(&[]);
    let name = site.root.file_name().unwrap().to_str().unwrap();
    for (path, bytes) in super::site::read_all(&site.root.join("content")) {
        site.write_bytes(&format!("{name}/content/{path}"), &bytes);
    }
    assert!(!has(&site, "VB0143"), "nothing would be lost");
    site.write(&format!("{name}/content/relics/den-ha/vi.md"), "Lan viết ở đây.\n");
    site.write(&format!("{name}/content/relics/mieu/vi.md"), "Miếu.\n");
    let run = site.vanbia(&["check", "--lang", "en"]).ends(0);
    let run = run.says(&["VB0143", "only there: relics/den-ha/vi.md, relics/mieu/vi.md"]);
    assert!(!run.err.contains("codes merge"), "{}", run.err);
    let ledger = site.read("content/codes.lock");
    site.write(
        &format!("{name}/content/codes.lock"),
        &ledger.replace("reserved", "issued"),
    );
    let merge = format!("vanbia codes merge \"{name}/content/codes.lock\"");
    site.vanbia(&["check", "--lang", "en"]).ends(0).says(&[&merge]);
}
