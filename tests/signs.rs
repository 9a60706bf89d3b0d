//! Plates through the real program: files for the printer, read by programs that nobody here wrote.
//!
//! Entry point: the tests. Invariant: pages are drawn by poppler and read by zbar; `tests/run` installs both.
#![allow(clippy::disallowed_methods, reason = "tests read what the program wrote")]
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

mod support;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use support::{Site, relic};

fn vanbia(root: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_vanbia"))
        .args(["signs", "--lang", "en", "--today", "2026-11-21", "--root"])
        .arg(root)
        .args(args)
        .current_dir(root)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).to_string()
}

fn site(name: &str) -> Site {
    Site::new(name)
        .with("content/relics/den-ha/entry.yaml", relic("Đền Hạ"))
        .with(
            "content/relics/dinh-lang/entry.yaml",
            relic("Quần thể di tích lịch sử và kiến trúc nghệ thuật Đình – Đền – Chùa làng Phượng Nhỡn")
                + "scan_distance: 110\n",
        )
}

/// The pages of a PDF file as pictures.
fn pages(pdf: &Path, dpi: u32) -> Vec<PathBuf> {
    let folder = pdf.with_extension("pages");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).unwrap();
    let done = Command::new("pdftoppm")
        .args(["-png", "-r", &dpi.to_string()])
        .arg(pdf)
        .arg(folder.join("page"))
        .status()
        .expect("pdftoppm is missing: install poppler-utils, or run tests/run");
    assert!(done.success());
    let mut pages: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()).collect();
    pages.sort();
    pages
}

/// How often zbar reads each text on a picture.
fn read(picture: &Path) -> BTreeMap<String, usize> {
    let output = Command::new("zbarimg")
        .args(["--raw", "--quiet"])
        .arg(picture)
        .output()
        .expect("zbarimg is missing: install zbar-tools, or run tests/run");
    let mut found = BTreeMap::new();
    for line in String::from_utf8(output.stdout).unwrap().lines() {
        *found.entry(line.to_string()).or_insert(0) += 1;
    }
    found
}

/// Payloads in the ledger by key.
fn ledger(root: &Path) -> BTreeMap<String, (String, String)> {
    let text = std::fs::read_to_string(root.join("content/codes.lock")).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        (cells[1].to_string(), (cells[2].to_string(), cells[3].to_string()))
    });
    rows.collect()
}

fn report(root: &Path) -> Vec<serde_json::Value> {
    let text = std::fs::read_to_string(root.join("out.signs.json")).unwrap();
    serde_json::from_str::<Vec<serde_json::Value>>(&text).unwrap()
}

#[test]
fn plates_are_read_from_the_printed_page_and_their_codes_are_issued() {
    let site = site("signs-plates");
    let output = vanbia(&site.root, &["--to", "out.pdf"]);
    assert!(output.status.success(), "{}", said(&output));
    let rows = report(&site.root);
    let pages = pages(&site.root.join("out.pdf"), 150);
    assert_eq!((rows.len(), pages.len()), (2, 2));
    let ledger = ledger(&site.root);
    for (row, page) in rows.iter().zip(&pages) {
        let (status, payload) = &ledger[row["key"].as_str().unwrap()];
        assert_eq!(status, "issued");
        assert_eq!(row["payload"], **payload);
        assert_eq!(read(page), BTreeMap::from([(payload.clone(), 1)]));
        assert_eq!(row["decoders"], serde_json::json!(["rxing", "rqrr"]));
    }
    // A distance of 110 cm needs A4; without one it is A5.
    assert_eq!(
        (&rows[0]["layout"], &rows[1]["layout"]),
        (&"plate-a5".into(), &"plate-a4".into())
    );
    assert!(rows[1]["reads_from_cm"].as_u64().unwrap() >= 110);
    let book = std::fs::read_to_string(site.root.join("content/signs.yaml")).unwrap();
    assert_eq!(book.matches("    status: planned").count(), 2, "{book}");
}

#[test]
fn the_same_plates_are_the_same_bytes_and_keep_their_numbers() {
    let site = site("signs-same");
    let mut files = Vec::new();
    for form in ["pdf", "svg", "png", "pdf", "svg", "png"] {
        let to = format!("out.{form}");
        let output = vanbia(&site.root, &["relics/den-ha", "--dpi", "60", "--to", &to]);
        assert!(output.status.success(), "{}", said(&output));
        files.push((
            std::fs::read(site.root.join(&to)).unwrap(),
            std::fs::read(site.root.join("out.signs.json")).unwrap(),
        ));
    }
    assert!(files[..3] == files[3..]);
    let book = std::fs::read_to_string(site.root.join("content/signs.yaml")).unwrap();
    assert_eq!(book.matches("    status: planned").count(), 1, "{book}");
}

#[test]
fn every_layout_is_read_from_its_page() {
    let site = site("signs-layouts");
    let layouts = [
        "plate-a4",
        "plate-a5",
        "plate-a6",
        "board",
        "tag-a7",
        "sticker-70x37",
        "sticker-63x38",
        "sticker-round-50",
        "street",
        "bookcase",
        "standee",
        "stall",
    ];
    for layout in layouts {
        let args = ["--layout", layout, "--copies", "3", "--marks", "--to", "out.pdf"];
        let output = vanbia(&site.root, &args);
        assert!(output.status.success(), "{layout}: {}", said(&output));
        for code in ["VB1004", "VB1005"] {
            assert!(!said(&output).contains(code), "{layout}: {}", said(&output));
        }
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for page in pages(&site.root.join("out.pdf"), 150) {
            for (text, count) in read(&page) {
                *found.entry(text).or_insert(0) += count;
            }
        }
        let wanted: BTreeMap<String, usize> = ledger(&site.root).into_values().map(|row| (row.1, 3)).collect();
        assert_eq!(found, wanted, "{layout}");
    }
}

/// Codes by other standards stand on plates of their own, plain, and say what the entry says.
#[test]
fn payments_networks_and_product_numbers_have_plates_of_their_own() {
    let account =
        "{ bank: Sacombank, account: \"0011012345678\", holder: BQL DEN MAU, purpose: cong duc, sample: true }";
    let site = site("signs-direct")
        .with(
            "content/relics/den-ha/entry.yaml",
            relic("Đền Hạ") + "donation: " + account + "\n",
        )
        .with(
            "content/links/wifi/entry.yaml",
            "title: { vi: Wi-Fi nhà văn hóa, en: Wi-Fi at the culture house }\nsummary: { vi: Vào mạng, en: Join }\n\
             use: wifi\nopens: { wifi: { name: \"Nha; van hoa\", password: \"chao-ban-2026\" } }\nstatus: published\n",
        )
        .with(
            "content/products/tra/entry.yaml",
            "title: { vi: Trà, en: Tea }\nsummary: { vi: Trà xanh, en: Green tea }\ngroup: drink\nstatus: published\n\
             variants:\n  - { name: { vi: Gói, en: Bag }, gtin: \"09521234543213\" }\n  \
             - { name: { vi: Hộp, en: Box }, gtin: \"9521234560012\" }\n",
        );
    let cases: [(&str, &[&str]); 3] = [
        (
            "payment",
            &[
                "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN62120808cong duc6304",
            ],
        ),
        ("link", &["WIFI:T:WPA;S:Nha\\; van hoa;P:chao-ban-2026;;"]),
        ("tag-gtin", &["/01/09521234543213", "/01/09521234560012"]),
    ];
    for (layout, wanted) in cases {
        let output = vanbia(&site.root, &["--layout", layout, "--to", "out.pdf"]);
        assert!(output.status.success(), "{layout}: {}", said(&output));
        let pages = pages(&site.root.join("out.pdf"), 150);
        assert_eq!(pages.len(), wanted.len(), "{layout}");
        for ((page, wanted), row) in pages.iter().zip(wanted).zip(report(&site.root)) {
            let read = read(page);
            assert!(
                read.len() == 1 && read.keys().all(|text| text.contains(wanted)),
                "{layout}: {read:?}"
            );
            assert_eq!(read.keys().next().unwrap(), row["payload"].as_str().unwrap());
            if layout == "tag-gtin" {
                let module = row["module_mm"].as_f64().unwrap();
                assert!((0.396..=0.990).contains(&module), "{module}");
            }
        }
    }
    let output = vanbia(&site.root, &["--layout", "payment", "--release", "--to", "out.pdf"]);
    assert_eq!(output.status.code(), Some(1), "a sample account never passes a release");
    assert!(said(&output).contains("VB0384"), "{}", said(&output));
    let output = vanbia(&site.root, &["relics/dinh-lang", "--layout", "payment"]);
    assert!(said(&output).contains("VB1009"), "{}", said(&output));
}

/// Labels of several kinds share a sheet, each in the color of its kind.
#[test]
fn labels_of_several_kinds_share_a_sheet() {
    let site = site("signs-mixed").with(
        "content/articles/bai/entry.yaml",
        "title: { vi: Bài, en: Text }\nsummary: { vi: Bài, en: Text }\ntopic: news\nstatus: published\n",
    );
    let output = vanbia(&site.root, &["--layout", "sticker-70x37", "--to", "out.pdf"]);
    assert!(output.status.success(), "{}", said(&output));
    let pages = pages(&site.root.join("out.pdf"), 150);
    assert_eq!((pages.len(), read(&pages[0]).len()), (1, 3));
}

/// The style of the site's codes holds on plates too, as far as it is not a frame around them.
#[test]
fn codes_on_plates_have_the_shapes_of_the_sites_style() {
    let mut drawings = Vec::new();
    for style in ["classic", "rounded", "{ preset: stele, emblem: sun }"] {
        let site = site("signs-style");
        let settings = std::fs::read_to_string(site.root.join("content/site.yaml")).unwrap();
        let site = site.with("content/site.yaml", settings + &format!("code_style: {style}\n"));
        let output = vanbia(&site.root, &["relics/den-ha", "--to", "out.svg"]);
        assert!(output.status.success(), "{}", said(&output));
        drawings.push(std::fs::read_to_string(site.root.join("out.svg")).unwrap());
        let output = vanbia(&site.root, &["relics/den-ha", "--to", "out.pdf"]);
        assert!(output.status.success(), "{}", said(&output));
        let payload = &ledger(&site.root)["relics/den-ha"].1;
        let pages = pages(&site.root.join("out.pdf"), 150);
        assert_eq!(read(&pages[0]), BTreeMap::from([(payload.clone(), 1)]), "{style}");
    }
    drawings.dedup();
    assert_eq!(drawings.len(), 3, "each style is another drawing");
}

#[test]
fn what_cannot_be_made_is_told_and_nothing_is_written() {
    let site = site("signs-wrong").with(
        "content/theme/signs/mine.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80mm\" height=\"80mm\" viewBox=\"0 0 80 80\">\
         <rect data-slot=\"code\" x=\"20\" y=\"20\" width=\"40\" height=\"40\"/>\
         <text data-box=\"5 5 70\"><tspan font-size=\"5\">{title}</tspan></text></svg>",
    );
    let cases: [(&[&str], i32, &str); 6] = [
        (&["relics/den-ho"], 2, "«relics/den-ha»"),
        (&["--layout", "plate-a9"], 2, "plate-a6"),
        (&["--to", "out.doc"], 2, ".pdf"),
        (&["--size", "300"], 2, "300x400"),
        (&["--kind", "temple"], 2, "relic"),
        (&["--layout", "mine"], 1, "VB1003"),
    ];
    for (args, code, hint) in cases {
        let output = vanbia(&site.root, args);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", said(&output));
        assert!(said(&output).contains(hint), "{args:?}: {}", said(&output));
    }
    assert!(!site.root.join("signs.pdf").exists());
    assert!(!site.root.join("content/codes.lock").exists());
}

/// What has a code and is not drawn is told with the command that draws it.
#[test]
fn stalls_and_components_are_drawn_on_demand_and_told_otherwise() {
    let stalls = "stalls:\n  - { id: gian-1, no: \"1\", name: { vi: Gian hoa, en: Flowers } }\n  \
                  - { id: gian-2, no: \"2\", name: { vi: Gian cá, en: Fish } }\n";
    let site = site("signs-parts")
        .with(
            "content/markets/cho-mau/entry.yaml",
            "title: { vi: Chợ Mẫu, en: Mau Market }\nsummary: { vi: Chợ phiên, en: A market }\nmarket_type: daily\n\
             place: { ward: \"07798\", address: { vi: Làng A, en: A village } }\n"
                .to_string()
                + stalls,
        )
        .with(
            "content/relics/den-ha/entry.yaml",
            relic("Đền Hạ") + "components: [ { id: cong, title: { vi: Cổng, en: Gate } } ]\n",
        );
    let drawn = |args: &[&str]| -> (Vec<String>, String) {
        let output = vanbia(&site.root, &[args, &["--to", "out.pdf"]].concat());
        assert!(output.status.success(), "{args:?}: {}", said(&output));
        let rows = report(&site.root);
        let keys = rows.iter().map(|row| row["key"].as_str().unwrap().to_string());
        (keys.collect(), said(&output))
    };
    let (keys, told) = drawn(&[]);
    assert_eq!(keys, ["markets/cho-mau", "relics/den-ha", "relics/dinh-lang"]);
    for words in [
        "2 parts with codes of their own were not drawn, for example markets/cho-mau#gian-1",
        "vanbia signs --kind market --layout stall --to market-parts.pdf",
        "1 part with",
        "vanbia signs --kind relic --parts --to relic-parts.pdf",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let stalls = ["markets/cho-mau#gian-1", "markets/cho-mau#gian-2"];
    let (keys, told) = drawn(&["--kind", "market", "--layout", "stall"]);
    assert_eq!(keys, stalls);
    assert!(!told.contains("not drawn"), "{told}");
    assert_eq!(drawn(&["--kind", "cho", "--parts"]).0, stalls);
    assert_eq!(drawn(&["--kind", "relic", "--parts"]).0, ["relics/den-ha#cong"]);
    assert_eq!(drawn(&["relics/den-ha", "--parts"]).0, ["relics/den-ha#cong"]);
    assert_eq!(drawn(&["relics/den-ha#cong", "--parts"]).0, ["relics/den-ha#cong"]);
    assert_eq!(drawn(&["markets/cho-mau", "--parts"]).0, stalls);
    assert_eq!(drawn(&["relics/den-ha"]).0, ["relics/den-ha"]);
    assert_eq!(drawn(&["Gian cá"]).0, ["markets/cho-mau#gian-2"]);
}

#[test]
fn a_stall_with_few_goods_fills_its_sheet_with_larger_codes() {
    let names = ["vai", "tra", "gao"];
    let goods = |count: usize| -> String {
        let keys: Vec<String> = names[..count].iter().map(|name| format!("products/{name}")).collect();
        format!(
            "  - {{ id: gian-{count}, no: \"{count}\", name: {{ vi: Gian {count}, en: Stall {count} }}, products: [{}] }}\n",
            keys.join(", ")
        )
    };
    let stalls: String = (0..4).map(goods).collect();
    let mut site = site("signs-few").with(
        "content/markets/cho-mau/entry.yaml",
        "title: { vi: Chợ Mẫu, en: Mau Market }\nsummary: { vi: Chợ phiên, en: A market }\nmarket_type: daily\n\
         place: { ward: \"07798\", address: { vi: Làng A, en: A village } }\nstalls:\n"
            .to_string()
            + &stalls,
    );
    for name in names {
        let title = format!("title: {{ vi: Món {name}, en: Goods {name} }}\n");
        let more = "summary: { vi: Ngon, en: Good }\ngroup: food\nstatus: published\n";
        site = site.with(&format!("content/products/{name}/entry.yaml"), title + more);
    }
    let output = vanbia(&site.root, &["--layout", "stall", "--parts", "--to", "out.pdf"]);
    assert!(output.status.success(), "{}", said(&output));
    let rows = report(&site.root);
    let modules = |page: u64| -> Vec<f64> {
        let of_page = rows.iter().filter(|row| row["page"] == page);
        of_page.map(|row| row["module_mm"].as_f64().unwrap()).collect()
    };
    assert_eq!([1, 2, 3, 4].map(|page| modules(page).len()), [1, 2, 3, 4]);
    assert!(modules(1)[0] > 4.0, "{:?}", modules(1));
    let of_goods = [2, 3, 4].map(|page| modules(page)[1]);
    assert!(
        of_goods[0] > 3.0 && of_goods[1] > 1.9 && of_goods[2] < 1.4,
        "{of_goods:?}"
    );
    for (picture, page) in pages(&site.root.join("out.pdf"), 100).iter().zip(1..) {
        assert_eq!(read(picture).len(), modules(page).len());
    }
    // A layout of the site's own is shown as it is.
    let own = include_str!("../themes/stele/signs/stall.svg");
    let site = site.with("content/theme/signs/stall.svg", own);
    let output = vanbia(&site.root, &["--layout", "stall", "--parts", "--to", "out.pdf"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(
        report(&site.root)
            .iter()
            .all(|row| row["module_mm"].as_f64().unwrap() < 2.5)
    );
}

#[test]
fn a_site_can_have_a_layout_of_its_own() {
    let site = site("signs-own").with(
        "content/theme/signs/mine.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80mm\" height=\"80mm\" viewBox=\"0 0 80 80\">\
         <rect data-slot=\"code\" x=\"20\" y=\"20\" width=\"40\" height=\"40\"/>\
         <text data-box=\"5 5 70 12\"><tspan font-size=\"5\">{title}</tspan></text></svg>",
    );
    let output = vanbia(&site.root, &["relics/den-ha", "--layout", "mine", "--to", "out.pdf"]);
    assert!(output.status.success(), "{}", said(&output));
    let pages = pages(&site.root.join("out.pdf"), 150);
    assert_eq!(read(&pages[0]).len(), 1);
}

#[test]
fn art_over_the_code_is_found_before_anything_is_issued() {
    let site = site("signs-hidden").with(
        "content/theme/signs/mine.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80mm\" height=\"80mm\" viewBox=\"0 0 80 80\">\
         <rect data-slot=\"code\" x=\"20\" y=\"20\" width=\"40\" height=\"40\"/>\
         <text data-box=\"20 20 40 40\"><tspan font-family=\"sans-bold\" font-size=\"24\" data-lines=\"2\">██ {title}</tspan></text></svg>",
    );
    let output = vanbia(&site.root, &["relics/den-ha", "--layout", "mine", "--to", "out.pdf"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("VB1007"), "{}", said(&output));
    assert!(!site.root.join("out.pdf").exists() && !site.root.join("content/codes.lock").exists());
}

/// People order metal by the handbook's table: a plate's code is as large as it says, and read from as far.
#[test]
fn the_handbook_tells_the_true_sizes_of_codes_on_plates() {
    const QUIET: f64 = 8.0;
    // The table speaks of the usual code, of version 3.
    const MODULES: f64 = 29.0;
    let site = site("signs-handbook");
    let article = |lang: &str| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("content/articles/ma-qr-va-bien/{lang}.md"));
        // Numbers and units stand on one line.
        std::fs::read_to_string(file).unwrap().replace('\u{a0}', " ")
    };
    let (vi, en) = (article("vi"), article("en"));
    for (layout, vietnamese, english) in [
        ("plate-a6", "biển A6", "A6 plate"),
        ("plate-a5", "biển A5", "A5 plate"),
        ("plate-a4", "biển A4", "A4 plate"),
        ("board", "bảng cổng", "gate board"),
    ] {
        let output = vanbia(&site.root, &["relics/den-ha", "--layout", layout, "--to", "out.svg"]);
        assert!(output.status.success(), "{}", said(&output));
        let row = &report(&site.root)[0];
        let (module, version) = (row["module_mm"].as_f64().unwrap(), row["version"].as_f64().unwrap());
        let drawn = module * (17.0 + 4.0 * version + QUIET);
        let side = drawn / (MODULES + QUIET) * MODULES / 10.0;
        // The report has whole centimeters.
        let reads = (row["reads_from_cm"].as_f64().unwrap() + 1.0) * side * 10.0 / MODULES / module;
        let said = format!("| {side:.1} cm ({english}) | ");
        let far = en.split_once(&said).unwrap_or_else(|| panic!("{said}")).1;
        let (number, unit) = far.split_once(' ').unwrap();
        let told = number.parse::<f64>().unwrap() * if unit.starts_with("cm") { 1.0 } else { 100.0 };
        assert!(
            (0.93 * reads..=reads).contains(&told.floor()),
            "{layout}: {told} of {reads}"
        );
        let same = format!("| {} cm ({vietnamese}) | {} ", side_of(side), number.replace('.', ","));
        assert!(vi.contains(&same), "{same}");
    }
}

/// With one decimal, as Vietnamese writes it.
fn side_of(cm: f64) -> String {
    format!("{cm:.1}").replace('.', ",")
}
