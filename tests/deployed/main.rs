//! The site as visitors get it from a real server: every printed code opens its entry in both languages.
//!
//! Entry point: the tests. Invariant: servers listen on the loopback address only, at the root and in a sub-folder.
#![allow(clippy::disallowed_methods, reason = "tests make files and run programs")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

mod hosts;
mod outside;
mod servers;

use servers::{Kind, Server};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A site with two relics, one with a component; all codes issued, and built.
struct Site {
    root: PathBuf,
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Site {
    fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&root);
        let site = Self { root };
        site.write(
            "content/site.yaml",
            "title: { vi: Di sản thử, en: Heritage on trial }\nbase_url: https://di-san-thu.vn/\n",
        );
        for (slug, more) in [
            (
                "den-ha",
                "components:\n  - { id: gieng, title: { vi: Giếng, en: Well } }\n",
            ),
            ("den-ho", ""),
        ] {
            site.write(
                &format!("content/relics/{slug}/entry.yaml"),
                &format!(
                    "title: {{ vi: Đền {slug}, en: Temple {slug} }}\nsummary: {{ vi: Một nơi ở làng, en: A place in the village }}\n\
                     types: [historical]\nplace: {{ ward: \"07798\", address: {{ vi: Làng A, en: A village }} }}\nupdated: 2026-11-01\n{more}"
                ),
            );
        }
        site.vanbia(&["build"]).ends(0);
        site.vanbia(&["codes", "issue"]).ends(0);
        site.vanbia(&["build", "--out", "www/sub"]).ends(0);
        site
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.root.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.root.join(path)).unwrap()
    }

    fn code(&self, key: &str) -> String {
        let ledger = self.read("content/codes.lock");
        let row = ledger
            .lines()
            .find(|line| line.split('\t').nth(1) == Some(key))
            .unwrap();
        row.split('\t').next().unwrap().to_string()
    }

    fn vanbia(&self, args: &[&str]) -> Run {
        let binary = std::env::var_os("VANBIA_TEST_BIN").unwrap_or_else(|| env!("CARGO_BIN_EXE_vanbia").into());
        let mut command = Command::new(binary);
        command.args(args).arg("--root").arg(&self.root).args(["--lang", "en"]);
        if args[0] == "build" {
            command.args(["--today", "2026-11-21"]);
        }
        let done = command.output().unwrap();
        Run {
            code: done.status.code().unwrap_or(-1),
            out: String::from_utf8_lossy(&done.stdout).into_owned(),
            err: String::from_utf8_lossy(&done.stderr).into_owned(),
        }
    }
}

impl Run {
    #[track_caller]
    fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    fn says(self, words: &[&str]) -> Self {
        for word in words {
            assert!(
                self.err.contains(word) || self.out.contains(word),
                "«{word}» is not in:\n{}{}",
                self.out,
                self.err
            );
        }
        self
    }
}

#[test]
fn every_code_opens_on_every_server_at_the_root_and_in_a_folder() {
    let site = Site::new("deployed-good");
    for kind in [Kind::Python, Kind::Nginx, Kind::Caddy] {
        let Some(server) = Server::start(kind, &site.root.join("www")) else {
            eprintln!("{kind:?} is not installed; passed over");
            continue;
        };
        let address = format!("{}sub/", server.address);
        site.vanbia(&["codes", "verify", &address])
            .ends(0)
            .says(&["all issued codes (3)", "pages checked: 4"]);
        drop(server);
        let server = Server::start(kind, &site.root.join("www/sub")).unwrap();
        let run = site.vanbia(&["codes", "verify", &server.address]).ends(0);
        run.says(&[
            "all issued codes (3)",
            "3 codes are printed",
            "vanbia codes verify https://di-san-thu.vn/",
        ]);
    }
    let folder = site.root.join("www/sub");
    site.vanbia(&["codes", "verify", folder.to_str().unwrap()])
        .ends(0)
        .says(&["all issued codes (3)"]);
}

#[test]
fn what_is_missing_on_the_server_is_named() {
    let site = Site::new("deployed-bad");
    let server = Server::start(Kind::Python, &site.root.join("www")).unwrap();
    let address = format!("{}sub/", server.address);
    let (first, second) = (site.code("relics/den-ha"), site.code("relics/den-ho"));
    std::fs::remove_dir_all(site.root.join("www/sub").join(&first)).unwrap();
    std::fs::remove_dir_all(site.root.join("www/sub/en/relics/den-ho")).unwrap();
    let run = site.vanbia(&["codes", "verify", &address]).ends(1);
    let run = run.says(&["VB0650", &first, "answers 404", "VB0653", &second, "en/relics/den-ho/"]);
    assert!(!run.err.contains("VB0654"), "{}", run.err);
    let run = site.vanbia(&["codes", "verify", &address, "--format", "json"]).ends(1);
    for line in run.out.lines() {
        let told: serde_json::Value = serde_json::from_str(line).unwrap();
        assert_eq!(told["severity"], "error");
    }
    assert_eq!(run.out.lines().count(), 2, "{}", run.out);
    // A page that was put in the place of another one.
    site.vanbia(&["build", "--out", "www/sub"]).ends(0);
    let other = site.read("www/sub/en/relics/den-ha/index.html");
    site.write("www/sub/en/relics/den-ho/index.html", &other);
    site.vanbia(&["codes", "verify", &address])
        .ends(1)
        .says(&["VB0654", &second]);
}

#[test]
fn styles_and_pictures_that_did_not_arrive_are_named() {
    let site = Site::new("deployed-files");
    let picture = include_bytes!("../support/files/cong.png");
    std::fs::create_dir_all(site.root.join("content/relics/den-ha/photos")).unwrap();
    std::fs::write(site.root.join("content/relics/den-ha/photos/cong.png"), picture).unwrap();
    let entry = site.read("content/relics/den-ha/entry.yaml");
    let photos = "photos: [ { file: photos/cong.png, alt: { vi: Cổng, en: Gate }, credit: { vi: A, en: A } } ]\n";
    site.write("content/relics/den-ha/entry.yaml", &format!("{entry}{photos}"));
    site.vanbia(&["build", "--out", "www/sub"]).ends(0);
    let server = Server::start(Kind::Python, &site.root.join("www")).unwrap();
    let address = format!("{}sub/", server.address);
    let folder = site.root.join("www/sub");
    for target in [&*address, folder.to_str().unwrap()] {
        site.vanbia(&["codes", "verify", target])
            .ends(0)
            .says(&["files that they need"]);
    }
    for lost in ["media", "assets"] {
        std::fs::rename(folder.join(lost), folder.join("aside")).unwrap();
        for target in [&*address, folder.to_str().unwrap()] {
            let run = site.vanbia(&["codes", "verify", target]).ends(1);
            assert_eq!(run.err.matches("VB0673").count(), 1, "{}", run.err);
            run.says(&[&format!("copy the whole folder {lost} in output"), &format!("{lost}/")]);
        }
        std::fs::rename(folder.join("aside"), folder.join(lost)).unwrap();
    }
    // A font is named by the style sheet alone.
    let sheet = asset(&folder, "style.");
    let text = std::fs::read_to_string(folder.join("assets").join(&sheet)).unwrap();
    std::fs::write(
        folder.join("assets").join(&sheet),
        format!("{text}\na{{background:url('lost.png')}}"),
    )
    .unwrap();
    for target in [&*address, folder.to_str().unwrap()] {
        site.vanbia(&["codes", "verify", target])
            .ends(1)
            .says(&["VB0673", "(1 in all)", "assets/lost.png"]);
    }
    std::fs::remove_file(folder.join("assets").join(&sheet)).unwrap();
    site.vanbia(&["codes", "verify", &address])
        .ends(1)
        .says(&["(1 in all)", &format!("assets/{sheet} (the server answers 404)")]);
}

/// The name of the only file of the assets that begins so.
fn asset(folder: &Path, start: &str) -> String {
    let mut names = std::fs::read_dir(folder.join("assets"))
        .unwrap()
        .filter_map(|file| file.ok()?.file_name().into_string().ok());
    names.find(|name| name.starts_with(start)).unwrap()
}

#[test]
fn drawings_that_a_host_does_not_take_are_told_once_for_all_pages() {
    let site = Site::new("deployed-drawings");
    let folder = site.root.join("www/sub");
    let mut open = vec![folder.clone()];
    let mut removed = 0;
    while let Some(one) = open.pop() {
        for item in std::fs::read_dir(one).unwrap().flatten() {
            if item.path().is_dir() {
                open.push(item.path());
            } else if item.file_name() == "qr.svg" {
                std::fs::remove_file(item.path()).unwrap();
                removed += 1;
            }
        }
    }
    assert!(removed > 6, "{removed}");
    let server = Server::start(Kind::Python, &site.root.join("www")).unwrap();
    for target in [&*format!("{}sub/", server.address), folder.to_str().unwrap()] {
        let run = site.vanbia(&["codes", "verify", target]).ends(1);
        assert_eq!(run.err.matches("VB0676").count(), 1, "{}", run.err);
        assert!(!run.err.contains("VB0673"), "{}", run.err);
        run.says(&["qr.svg", "copy the whole folder output", ".svg"]);
    }
}

#[test]
fn every_file_is_asked_for_once_and_a_page_in_its_place_is_none() {
    let site = Site::new("deployed-once");
    let asked = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let (list, root) = (asked.clone(), site.root.join("www/sub"));
    let address = answering(move |path| {
        list.lock().unwrap().push(path.to_string());
        let file = match path.ends_with('/') {
            true => format!("{path}index.html"),
            false => path.to_string(),
        };
        let text = std::fs::read_to_string(root.join(file.trim_start_matches('/')));
        let is_style = path.contains("/assets/");
        match text {
            Ok(text) if !is_style => page(&text),
            _ => page("<html lang=vi>Trang chủ").replace("\r\nConnection", "\r\nContent-Type: text/html\r\nConnection"),
        }
    });
    site.vanbia(&["codes", "verify", &address])
        .ends(1)
        .says(&["VB0673", "answers with a page instead of the file"]);
    let mut asked = asked.lock().unwrap().clone();
    let all = asked.len();
    asked.sort();
    asked.dedup();
    assert_eq!(asked.len(), all, "{asked:?}");
    assert!(asked.iter().any(|path| path.starts_with("/assets/style.")), "{asked:?}");
}

#[test]
fn an_address_as_signs_print_it_is_answered_with_the_whole_one() {
    let site = Site::new("deployed-scheme");
    for (typed, whole) in [
        ("di-san-thu.vn", "https://di-san-thu.vn/"),
        ("DI-SAN-THU.VN/735195", "https://di-san-thu.vn/"),
        ("www.di-san-thu.vn/di-san/", "https://www.di-san-thu.vn/di-san/"),
        ("localhost:8000", "http://localhost:8000/"),
    ] {
        let run = site.vanbia(&["codes", "verify", typed]).ends(2);
        run.says(&["VB0674", &format!("run: vanbia codes verify {whole}\n")]);
    }
    for typed in ["no-such-folder", "codes.json", "../output"] {
        site.vanbia(&["codes", "verify", typed]).ends(3).says(&["VB0681"]);
    }
}

#[test]
fn an_upload_that_is_older_than_the_ledger_is_found_out() {
    let site = Site::new("deployed-old");
    let server = Server::start(Kind::Python, &site.root.join("www/sub")).unwrap();
    let entry = site.read("content/relics/den-ho/entry.yaml");
    site.write("content/relics/den-moi/entry.yaml", &entry.replace("den-ho", "den-moi"));
    site.vanbia(&["build"]).ends(0);
    site.vanbia(&["codes", "issue"]).ends(0);
    let new = site.code("relics/den-moi");
    site.vanbia(&["codes", "verify", &server.address])
        .ends(1)
        .says(&["VB0656", &new, "VB0650"]);
}

#[test]
fn a_lost_ledger_comes_back_over_the_network() {
    let site = Site::new("deployed-recover");
    let server = Server::start(Kind::Python, &site.root.join("www")).unwrap();
    let ledger = site.read("content/codes.lock");
    std::fs::remove_file(site.root.join("content/codes.lock")).unwrap();
    for address in [
        format!("{}sub", server.address),
        format!("{}sub/codes.json", server.address),
    ] {
        site.vanbia(&["codes", "recover", &address]).ends(0);
        assert_eq!(site.read("content/codes.lock"), ledger);
    }
    let run = site
        .vanbia(&["codes", "recover", &format!("{}nothing/", server.address)])
        .ends(1);
    run.says(&["VB0657", "answers 404"]);
    assert_eq!(site.read("content/codes.lock"), ledger);
}

#[test]
fn a_server_that_is_not_there_ends_at_once_with_a_word() {
    let site = Site::new("deployed-none");
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let run = site
        .vanbia(&["codes", "verify", &format!("http://127.0.0.1:{port}/")])
        .ends(3);
    run.says(&["VB0657", "refuses the connection"]);
}

/// Answers every request so; ends when nobody asks for two seconds after the first.
fn answering(answer: impl Fn(&str) -> String + Send + 'static) -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for connection in listener.incoming() {
            let Ok(mut connection) = connection else { return };
            let mut head = [0_u8; 4096];
            let length = connection.read(&mut head).unwrap_or(0);
            let text = String::from_utf8_lossy(&head[..length]).into_owned();
            let path = text.split(' ').nth(1).unwrap_or("/").to_string();
            let _ = connection.write_all(answer(&path).as_bytes());
        }
    });
    address
}

fn page(text: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}",
        text.len()
    )
}

fn sends_on(to: &str) -> String {
    format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
}

#[test]
fn a_host_that_answers_everything_with_one_page_or_sends_visitors_away_is_found_out() {
    let site = Site::new("deployed-host");
    let codes = site.read("www/sub/codes.json");
    let first = site.code("relics/den-ha");
    let json = codes.clone();
    let always = answering(move |path| {
        page(if path == "/codes.json" {
            &json
        } else {
            "<html lang=vi>Trang chủ"
        })
    });
    let run = site.vanbia(&["codes", "verify", &always]).ends(1);
    run.says(&["VB0651", &first]);

    let json = codes.clone();
    let away = answering(move |path| match path {
        "/codes.json" => page(&json),
        _ => sends_on("http://localhost:1/parking"),
    });
    // Nobody listens there; a site that does would be told as another one.
    site.vanbia(&["codes", "verify", &away]).ends(1).says(&["VB0650"]);

    let round = answering(move |path| match path {
        "/codes.json" => page(&codes),
        _ => sends_on(path),
    });
    site.vanbia(&["codes", "verify", &round])
        .ends(1)
        .says(&["redirects endlessly"]);
}
