//! Types, parts, states, folders, and what the server adds to pages.

use super::*;

#[test]
fn folders_files_and_types() {
    let stand = stand();
    let table = [
        ("/", 200, "text/html; charset=utf-8"),
        ("/index.html", 200, "text/html; charset=utf-8"),
        ("/vi/di-tich/x/", 200, "text/html; charset=utf-8"),
        ("/assets/app.1f.css", 200, "text/css; charset=utf-8"),
        ("/assets/app.1f.css?v=1", 200, "text/css; charset=utf-8"),
        ("/audio/vi.m4a", 200, "audio/mp4"),
        ("/735190/qr.svg", 200, "image/svg+xml; charset=utf-8"),
        ("/vi/%C4%91%E1%BB%81n.pdf", 200, "application/pdf"),
        ("/vi/%C4%91e%CC%82%CC%80n.pdf", 200, "application/pdf"),
        ("/_vanbia/client.js", 200, "text/javascript; charset=utf-8"),
        ("/_vanbia/overlay.css", 200, "text/css; charset=utf-8"),
        ("/assets/app.1f.css/", 404, "text/html; charset=utf-8"),
        ("/vi/", 404, "text/html; charset=utf-8"),
    ];
    for (target, status, media_type) in table {
        let got = stand.get(target);
        assert_eq!(
            (got.status, got.header("Content-Type")),
            (status, Some(media_type)),
            "{target}"
        );
        let head = stand.ask("HEAD", target, "");
        assert_eq!(
            (head.status, head.header("Content-Length")),
            (status, got.header("Content-Length")),
            "{target}"
        );
    }
    assert!(
        stand
            .get("/735190/qr.svg")
            .header("Content-Security-Policy")
            .unwrap()
            .contains("sandbox")
    );
}

#[test]
fn the_client_is_in_pages_only_and_knows_where_it_is() {
    let stand = stand();
    let page = stand.get("/vi/di-tich/x/").body;
    let script =
        "<script src=\"../../../_vanbia/client.js\" data-vanbia data-page=\"vi/di-tich/x/index.html\" data-version=\"";
    assert!(page.contains(script), "{page}");
    assert!(page.ends_with("</script>\n</body></html>"), "{page}");
    assert!(!stand.get("/assets/app.1f.css").body.contains("script"));
    let client = stand.get("/_vanbia/client.js").body;
    assert!(
        client.contains("const WORDS = {\"lang\":\"vi\""),
        "the sentences are filled in"
    );
    assert!(!client.contains("innerHTML ="));
}

#[test]
fn a_missing_page_is_404_with_the_sites_own_page_and_waits() {
    let stand = stand();
    for (target, page, up) in [
        ("/vi/di-tich/y/", "vi/di-tich/y/index.html", "../../../"),
        ("/vi/y", "vi/y/index.html", "../"),
        ("/vi/y.html", "vi/y.html", "../"),
    ] {
        let got = stand.get(target);
        assert_eq!(got.status, 404, "{target}");
        assert!(
            got.body.contains("<a href=\"/vi/\">nhà</a>"),
            "links lead here: {}",
            got.body
        );
        let script =
            format!("<script src=\"{up}_vanbia/client.js\" data-vanbia data-page=\"{page}\" data-version=\"\">");
        assert!(got.body.contains(&script), "{}", got.body);
        assert_eq!(got.header("ETag"), None);
    }
    stand.pages.files.lock().unwrap().remove("404.html");
    let got = stand.get("/nowhere/");
    assert_eq!(got.status, 404);
    assert!(got.body.contains("Không có trang này"), "{}", got.body);
}

#[test]
fn parts_of_sound() {
    let stand = stand();
    let part = |headers: &str| {
        let got = stand.ask("GET", "/audio/vi.m4a", headers);
        let range = got.header("Content-Range").unwrap_or_default().to_string();
        (got.status, got.body, range)
    };
    assert_eq!(part("Range: bytes=2-4\r\n"), (206, "234".into(), "bytes 2-4/10".into()));
    assert_eq!(part("Range: bytes=7-\r\n"), (206, "789".into(), "bytes 7-9/10".into()));
    assert_eq!(part("Range: bytes=-2\r\n"), (206, "89".into(), "bytes 8-9/10".into()));
    assert_eq!(
        part("Range: bytes=0-\r\n"),
        (206, "0123456789".into(), "bytes 0-9/10".into())
    );
    assert_eq!(
        part("Range: bytes=1-2,4-5\r\n"),
        (200, "0123456789".into(), String::new())
    );
    let behind = stand.ask("GET", "/audio/vi.m4a", "Range: bytes=10-\r\n");
    assert_eq!(
        (behind.status, behind.header("Content-Range")),
        (416, Some("bytes */10"))
    );
    let whole = stand.get("/audio/vi.m4a");
    assert_eq!(whole.header("Accept-Ranges"), Some("bytes"));
    let tag = whole.header("ETag").unwrap();
    assert_eq!(part(&format!("Range: bytes=2-4\r\nIf-Range: {tag}\r\n")).0, 206);
    assert_eq!(part("Range: bytes=2-4\r\nIf-Range: \"old\"\r\n").0, 200);
    // A page is served whole: the client is in it.
    assert_eq!(stand.ask("GET", "/", "Range: bytes=0-1\r\n").status, 200);
}

#[test]
fn what_the_browser_has_is_not_sent_again() {
    let stand = stand();
    for target in ["/", "/assets/app.1f.css", "/_vanbia/client.js", "/_preview/relics/x"] {
        let tag = stand.get(target).header("ETag").unwrap().to_string();
        let again = stand.ask("GET", target, &format!("If-None-Match: \"x\", {tag}\r\n"));
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{target}");
        assert_eq!(again.header("ETag"), Some(tag.as_str()));
    }
    let tag = stand.get("/assets/app.1f.css").header("ETag").unwrap().to_string();
    stand.pages.put("assets/app.1f.css", "p { color: blue }");
    let got = stand.ask("GET", "/assets/app.1f.css", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!((got.status, got.body.as_str()), (200, "p { color: blue }"));
}

#[test]
fn files_on_disk_are_served_in_parts_and_may_go() {
    let stand = stand();
    let folder = std::env::temp_dir().join(format!("vanbia-serve-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("long.m4a");
    let long: String = (0..60_000).map(|i| format!("{i:05}")).collect();
    std::fs::write(&file, &long).unwrap();
    stand.pages.put_file("audio/long.m4a", file.clone());
    stand.pages.put_file("vi/page/index.html", folder.join("page.html"));
    assert_eq!(stand.get("/audio/long.m4a").body, long);
    let part = stand.ask("GET", "/audio/long.m4a", "Range: bytes=100000-199999\r\n");
    assert_eq!((part.status, part.body.as_str()), (206, &long[100_000..200_000]));
    let tag = stand.get("/audio/long.m4a").header("ETag").unwrap().to_string();
    assert_eq!(
        stand
            .ask("GET", "/audio/long.m4a", &format!("If-None-Match: {tag}\r\n"))
            .status,
        304
    );
    assert_eq!(stand.get("/vi/page/").status, 404, "named, but not there");
    std::fs::write(folder.join("page.html"), "<body>đây</body>").unwrap();
    assert!(stand.get("/vi/page/").body.contains("đây<script"));
    std::fs::remove_file(&file).unwrap();
    assert_eq!(stand.get("/audio/long.m4a").status, 404);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn one_connection_answers_many_requests_even_sent_ahead() {
    let stand = stand();
    let mut stream = stand.connect();
    let ask = |target: &str| format!("GET {target} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n", stand.port);
    stream
        .write_all([ask("/"), ask("/nowhere"), ask("/audio/vi.m4a")].concat().as_bytes())
        .unwrap();
    let statuses = [(); 3].map(|()| read(&mut stream, false).status);
    assert_eq!(statuses, [200, 404, 200]);
    stream
        .write_all(ask("/").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n").as_bytes())
        .unwrap();
    assert_eq!(read(&mut stream, false).header("Connection"), Some("close"));
    assert_eq!(stream.read(&mut [0]).unwrap(), 0, "closed");
}

#[test]
fn localhost_answers_on_both_families() {
    let stand = stand();
    let Ok(mut stream) = TcpStream::connect(("::1", stand.port)) else {
        return; // no IPv6 here
    };
    let ask = format!("GET / HTTP/1.1\r\nHost: [::1]:{}\r\n\r\n", stand.port);
    stream.write_all(ask.as_bytes()).unwrap();
    assert_eq!(read(&mut stream, false).status, 200);
}

#[test]
fn the_preview_says_that_it_has_to_wait_and_asks_again() {
    let stand = stand();
    stand.pages.set_busy(true);
    for path in ["/_preview/", "/_preview/relics/x"] {
        let got = stand.get(path);
        assert_eq!(got.status, 503);
        assert!(
            got.body.contains("http-equiv=\"refresh\" content=\"2\""),
            "{}",
            got.body
        );
        assert!(got.body.contains("Đang dựng trang"), "{}", got.body);
    }
    // The site itself never waits.
    assert_eq!(stand.get("/vi/di-tich/x/").status, 200);
    stand.pages.set_busy(false);
    let got = stand.get("/_preview/relics/x");
    assert!(got.status == 200 && !got.body.contains("refresh"), "{}", got.body);
}

#[test]
fn the_preview_shows_both_languages_and_escapes_everything() {
    let stand = stand();
    let got = stand.get("/_preview/relics/x");
    assert_eq!(got.status, 200);
    let page = &got.body;
    for part in [
        "<h1>Đền &lt;X&gt; &amp; Y</h1>",
        "<iframe src=\"../../vi/di-tich/x/\" title=\"vi\">",
        "<iframe src=\"../../en/relics/x/\" title=\"en\">",
        "<img src=\"../../735190/qr.svg\"",
        "<img src=\"data:image/svg+xml,%3Csvg",
        "100%20%25%20%C2%AB%23%C2%BB",
        "content/relics/x/&lt;img onerror=alert(1)&gt;.yaml:3:14",
        "title: &lt;/pre&gt;&lt;script&gt;",
        "<li>Ảnh</li>",
        "data-page=\"_preview/relics/x\"",
    ] {
        assert!(page.contains(part), "{part}\n{page}");
    }
    assert!(!page.contains("<img onerror") && !page.contains("<script>"), "{page}");
    assert!(
        got.header("Content-Security-Policy")
            .unwrap()
            .contains("script-src 'self'")
    );
    let index = stand.get("/_preview/").body;
    assert!(index.contains("href=\"../_preview/relics/x\""), "{index}");
    assert!(index.contains("Đền &lt;X&gt;"));
    assert_eq!(stand.get("/_preview").header("Location"), Some("/_preview/"));
    assert_eq!(stand.get("/_preview/%3Cscript%3E").status, 404);
    assert!(!stand.get("/_preview/%3Cscript%3E").body.contains("<script>"));
}

#[test]
fn the_list_of_the_preview_tells_what_is_to_be_mended_in_each_folder() {
    let stand = stand();
    let finding = |severity: &'static str, file: &str| Finding {
        code: "VB0204".into(),
        severity,
        file: file.into(),
        line: 1,
        column: 1,
        message: String::new(),
        snippet: String::new(),
        help: String::new(),
    };
    stand.server.tell(super::super::Note::Findings(vec![
        finding("error", "content/relics/x/entry.yaml"),
        finding("warning", "content/relics/x/vi.md"),
        finding("warning", "content/relics/x/en.md"),
        finding("error", "content/relics/xy/entry.yaml"),
    ]));
    let index = stand.get("/_preview/").body;
    let marks = |key: &str| -> Vec<&str> {
        let line = index
            .lines()
            .find(|line| line.contains(&format!("<li id=\"{key}\">")))
            .unwrap();
        let marks = line.split("<span class=\"mark ").skip(1);
        marks.filter_map(|mark| mark.split("</span>").next()).collect()
    };
    assert_eq!(marks("relics/x"), ["error\">1 lỗi", "warning\">2 cảnh báo"]);
    assert_eq!(marks("relics/y"), Vec::<&str>::new());
    assert!(index.contains("</ul>\n</main>\n"), "{index}");
    let lost = stand.get("/_preview/relics/none").body;
    assert!(
        lost.contains("href=\"../../_preview/\"") && lost.contains("relics/none"),
        "{lost}"
    );
}
