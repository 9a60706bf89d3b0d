//! What comes back from outside: photos of plates, logs of scans, redirects for hosts.
//!
//! Entry point: the tests. Invariant: photos are made here, with codes that are turned and of different sizes.

use super::Site;
use std::path::Path;
use vanbia::qr::{encode, raster::luma, vietqr::Transfer};

/// A photo of a wall, 900 × 700 pixels, as a PNG file: codes with the middle of each, pixels a module, degrees.
fn photo(path: &Path, plates: &[(&str, (f64, f64), f64, f64)]) {
    let (width, height) = (900_usize, 700_usize);
    let mut pixels: Vec<u8> = (0..width * height)
        .map(|i| 120 + ((i * 2_654_435_761) >> 13 & 31) as u8)
        .collect();
    for (text, (x0, y0), scale, degrees) in plates {
        let code = luma(&encode(text).unwrap(), 4);
        let half = code.side as f64 / 8.0 * scale;
        let (sin, cos) = f64::to_radians(*degrees).sin_cos();
        for (i, pixel) in pixels.iter_mut().enumerate() {
            let (dx, dy) = ((i % width) as f64 - x0, (i / width) as f64 - y0);
            let (u, v) = (dx * cos + dy * sin, dy * cos - dx * sin);
            if u.abs() < half && v.abs() < half {
                let at = |t: f64| ((t + half) / scale * 4.0) as usize;
                *pixel = if code.pixels[at(v) * code.side + at(u)] == 0 {
                    45
                } else {
                    220
                };
            }
        }
    }
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut encoder = png::Encoder::new(std::fs::File::create(path).unwrap(), width as u32, height as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
}

#[test]
fn photos_of_plates_are_compared_with_the_ledger_and_the_book_of_plates() {
    let site = Site::new("audit");
    let [ha, ho, well] = ["relics/den-ha", "relics/den-ho", "relics/den-ha#gieng"].map(|key| site.code(key));
    let address = |code: &str| format!("https://DI-SAN-THU.VN/{code}/");
    let plate = |code: &str, photo: &str| {
        format!(
            "  - {{ serial: \"{code}-1\", code: \"{code}\", status: installed, place: {{ vi: Cổng, en: Gate }}, date: 2026-11-20, photo: {photo} }}\n"
        )
    };
    let signs = [
        "signs:\n".to_string(),
        plate(&ha, "IMG_1.png"),
        plate(&ho, "IMG_2.png"),
        plate(&well, ""),
    ];
    site.write("content/signs.yaml", &signs.concat());
    let photos = site.root.join("photos");
    let dir = photos.to_str().unwrap();
    // Good: turned, and two plates in one picture of a folder within.
    photo(&photos.join("IMG_1.png"), &[(&address(&ha), (400.0, 350.0), 8.0, 12.0)]);
    photo(
        &photos.join("IMG_2.png"),
        &[(&address(&ho), (450.0, 330.0), 5.0, -35.0)],
    );
    let both = [
        (&*address(&ha), (230.0, 300.0), 6.0, 5.0),
        (&*address(&well), (650.0, 400.0), 7.0, 0.0),
    ];
    photo(&photos.join("yard/both.png"), &both);
    site.write("photos/notes.txt", "not a picture");
    let run = site.vanbia(&["codes", "audit", dir]).ends(0);
    run.says(&[
        "✓ IMG_1.png",
        &format!("[{ha}-1]"),
        "✓ yard/both.png",
        &well,
        "3 good, 0 errors, 0 warnings",
    ]);

    // Bad: plates changed places, a fraud pasted over, a thief's account, a bare wall.
    photo(&photos.join("IMG_1.png"), &[(&address(&ho), (400.0, 350.0), 8.0, 12.0)]);
    photo(
        &photos.join("IMG_2.png"),
        &[("https://EVIL.EXAMPLE/713046/", (450.0, 330.0), 8.0, 0.0)],
    );
    let thief = Transfer::to_account("970436", "9999999999").payload().unwrap();
    photo(&photos.join("stall.png"), &[(&thief, (450.0, 330.0), 7.0, 0.0)]);
    photo(&photos.join("wall.png"), &[]);
    site.write("photos/broken.jpg", "no picture at all");
    let run = site.vanbia(&["codes", "audit", dir]).ends(1);
    run.says(&[
        "VB0661",
        "IMG_1.png",
        "VB0662",
        "EVIL.EXAMPLE",
        "VB0664",
        "9999999999",
        "Vietcombank",
        "VB0666",
        "wall.png",
        "broken.jpg",
    ]);
    let run = site.vanbia(&["codes", "audit", dir, "--format", "json"]).ends(1);
    let lines: Vec<serde_json::Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let first = lines.iter().find(|line| line["photo"] == "IMG_1.png").unwrap();
    assert_eq!(first["seen"][0]["key"], "relics/den-ho");
    assert_eq!(first["findings"][0]["code"], "VB0661");
}

#[test]
fn scans_are_counted_from_the_log_of_a_server() {
    let site = Site::new("stats");
    let code = site.code("relics/den-ha");
    let line = |path: &str, status: u16, agent: &str| {
        format!("203.0.113.77 - - [22/Nov/2026:10:00:00 +0700] \"GET {path} HTTP/1.1\" {status} 99 \"-\" \"{agent}\"\n")
    };
    let log = [
        line(&format!("/{code}/"), 200, "Zalo"),
        line(&format!("/{code}/"), 200, "Mozilla"),
        line(&format!("/{code}/"), 200, "Googlebot"),
        line("/vi/", 200, "Mozilla"),
    ];
    site.write("access.log", &log.concat());
    let path = site.root.join("access.log");
    let run = site.vanbia(&["codes", "stats", path.to_str().unwrap()]).ends(0);
    assert!(
        run.out.contains(&format!("{code}\trelics/den-ha\t2026-11\t2\n")),
        "{}",
        run.out
    );
    assert!(run.out.contains("relics/den-ho\t–\t0\n"));
    assert!(!run.out.contains("203.0.113") && !run.err.contains("203.0.113"));
    std::fs::write(&path, [0x1f, 0x8b, 8, 0]).unwrap();
    site.vanbia(&["codes", "stats", path.to_str().unwrap()])
        .ends(1)
        .says(&["VB0670"]);
}

#[test]
fn hosts_get_redirects_for_renamed_entries_and_retired_codes() {
    let site = Site::new("redirects");
    assert!(
        !site.root.join("www/sub/_redirects").exists(),
        "nothing to redirect, no files"
    );
    let (old, next) = (site.code("relics/den-ho"), site.code("relics/den-ha"));
    std::fs::rename(
        site.root.join("content/relics/den-ha"),
        site.root.join("content/relics/den-moi"),
    )
    .unwrap();
    let entry = site.read("content/relics/den-moi/entry.yaml");
    site.write(
        "content/relics/den-moi/entry.yaml",
        &format!("{entry}formerly: [relics/den-ha]\n"),
    );
    site.vanbia(&["build", "--out", "www/sub"]).ends(0);
    site.vanbia(&["codes", "retire", &old, "--successor", "relics/den-moi"])
        .ends(0);
    std::fs::remove_dir_all(site.root.join("content/relics/den-ho")).unwrap();
    site.vanbia(&["build", "--out", "www/sub"]).ends(0);
    let lines = site.read("www/sub/_redirects");
    for line in [
        "/vi/di-tich/den-ha/ /vi/di-tich/den-moi/ 301\n".to_string(),
        "/en/relics/den-ha/ /en/relics/den-moi/ 301\n".to_string(),
        format!("/{old}/ /{next}/ 302\n"),
    ] {
        assert!(lines.contains(&line), "{line} is not in\n{lines}");
    }
    assert!(
        site.read("www/sub/.htaccess")
            .contains("RedirectMatch 301 \"^/vi/di-tich/den-ha/?$\"")
    );
    assert!(
        site.read("www/sub/nginx-redirects.map")
            .contains(&format!("/{old}/ /{next}/;"))
    );
    // The page at the old code still says what became of it; verify accepts both.
    let folder = site.root.join("www/sub");
    site.vanbia(&["codes", "verify", folder.to_str().unwrap()]).ends(0);
    // A site that brings its own file keeps it.
    site.write("content/static/_redirects", "# ours\n");
    site.vanbia(&["build", "--out", "www/sub"]).ends(0);
    assert_eq!(site.read("www/sub/_redirects"), "# ours\n");
}
