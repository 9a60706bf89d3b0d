//! Planted defects: each check of the other files must find what it is there for.
//!
//! Entry point: the tests. Invariant: every check is silent about the sound site and names the file of the defect; a
//! check that finds nothing is thereby seen failing for ever.

use super::complete::{lost_facts, lost_paragraphs, needs_scripts};
use super::languages::{half_translated, misleading, unmarked};
use super::links::{Crawl, untwinned};
use super::requests::{noisy, own_code};
use super::site::{BASE, Files, Site, difference, read_all, settings};
use super::symbols::{clumsy_landings, misread, without_code};
use super::whole::broken;
use std::sync::OnceLock;

const PAGE: &str = "vi/di-tich/den-ha/index.html";
const TWIN: &str = "en/relics/den-ha/index.html";

/// A small sound site: its content and its pages.
fn sound() -> &'static (Files, Files) {
    static SITE: OnceLock<(Files, Files)> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Site::tiny("planted");
        site.write(
            "content/relics/den-ha/vi.md",
            "Đoạn đầu kể chuyện.\n\nĐoạn hai kể tiếp.\n",
        );
        let files = site.built(&[]);
        (read_all(&site.root.join("content")), files)
    })
}

/// The site with one piece of a file changed.
#[track_caller]
fn with(path: &str, from: &str, to: &str) -> Files {
    let mut files = sound().1.clone();
    let text = std::str::from_utf8(&files[path]).unwrap();
    assert!(text.contains(from), "«{from}» is not in {path}:\n{text}");
    let text = text.replacen(from, to, 1);
    files.insert(path.to_string(), text.into_bytes());
    files
}

/// The site with something more at the end of the body of a page.
fn with_body(more: &str) -> Files {
    with(PAGE, "</main>", &format!("{more}</main>"))
}

/// The site without a file.
#[track_caller]
fn without(path: &str) -> Files {
    let mut files = sound().1.clone();
    assert!(files.remove(path).is_some(), "{path} is not in the site");
    files
}

/// One finding must hold all of these words.
#[track_caller]
fn told(wrong: &[String], words: &[&str]) {
    let found = wrong.iter().any(|line| words.iter().all(|word| line.contains(word)));
    assert!(found, "{words:?} is not told in {wrong:#?}");
}

/// The first file with an ending.
#[track_caller]
fn named(start: &str, end: &str) -> String {
    let path = sound().1.keys().find(|p| p.starts_with(start) && p.ends_with(end));
    path.unwrap_or_else(|| panic!("no {start}*{end}")).clone()
}

fn crawled(files: &Files) -> Vec<String> {
    Crawl::new(BASE, files, false).wrong().to_vec()
}

#[test]
fn links_that_lead_nowhere_are_found() {
    assert_eq!(crawled(&sound().1), [""; 0]);
    told(
        &crawled(&without(TWIN)),
        &["there is no en/relics/den-ha/index.html", "a href"],
    );
    told(
        &crawled(&without(&named("assets/style.", ".css"))),
        &["link href", "there is no assets/"],
    );
    told(
        &crawled(&without(&named("assets/", ".js"))),
        &["script src", "there is no assets/"],
    );
    told(&crawled(&without("vi/di-tich/den-ha/qr.svg")), &[PAGE, "there is no"]);
    for (more, words) in [
        (
            "<a href=\"../khong-co/\">x</a>",
            "there is no vi/di-tich/khong-co/index.html",
        ),
        ("<a href=\"../den-ho/#khong-co\">x</a>", "has no place «khong-co»"),
        ("<a href=\"#khong-co\">x</a>", "has no place «khong-co»"),
        ("<a href=\"../../../../x/\">x</a>", "leads out"),
        ("<a href=\"/vi/\">x</a>", "there is no"),
        ("<img src=\"anh.jpg\" alt=\"\">", "img src anh.jpg"),
        (
            "<img src=\"qr.svg\" srcset=\"qr.svg 1x, b.jpg 2x\" alt=\"\">",
            "img srcset b.jpg",
        ),
        ("<audio src=\"a.mp3\"></audio>", "audio src a.mp3"),
        ("<video poster=\"a.jpg\"></video>", "video poster a.jpg"),
        ("<form action=\"tim/\"></form>", "form action tim/"),
        ("<script src=\"https://a.vn/x.js\"></script>", "script src leads out"),
        ("<a href=\"ftp://a.vn/\">x</a>", "leads out"),
    ] {
        told(&crawled(&with_body(more)), &[PAGE, words]);
    }
    let css = named("assets/style.", ".css");
    let text = String::from_utf8(sound().1[&css].clone()).unwrap();
    let files = with(
        &css,
        &text[..1],
        &format!("i{{background:url(khong-co.png)}}{}", &text[..1]),
    );
    told(&crawled(&files), &[&css, "url() khong-co.png"]);
    let loc = "https://di-san-thu.vn/vi/di-tich/den-ha/";
    let files = with("sitemap.xml", loc, "https://di-san-thu.vn/vi/di-tich/cu/");
    told(
        &crawled(&files),
        &["sitemap.xml", "there is no vi/di-tich/cu/index.html"],
    );
}

#[test]
fn links_that_need_a_server_are_found_in_a_site_for_usb_sticks() {
    let site = Site::tiny("planted-usb");
    site.write("content/site.yaml", &settings(BASE, "file"));
    let mut files = site.built(&[]);
    assert_eq!(Crawl::new(BASE, &files, true).wrong(), [""; 0]);
    let page = String::from_utf8(files[PAGE].clone()).unwrap();
    let page = page.replace("</main>", "<a href=\"../den-ho/\">x</a></main>");
    files.insert(PAGE.to_string(), page.into_bytes());
    told(
        Crawl::new(BASE, &files, true).wrong(),
        &[PAGE, "does not name the file"],
    );
}

#[test]
fn translations_that_do_not_agree_are_found() {
    let (vi, en) = (
        "https://di-san-thu.vn/vi/di-tich/den-ha/",
        "https://di-san-thu.vn/en/relics/den-ha/",
    );
    let (own, other) = (
        format!("hreflang=\"vi\" href=\"{vi}\""),
        format!("hreflang=\"en\" href=\"{en}\""),
    );
    let swapped = with(PAGE, &other, &format!("hreflang=\"en\" href=\"{vi}\""));
    told(&crawled(&swapped), &[PAGE, "leads to a page in vi"]);
    let gone = with(
        PAGE,
        &other,
        "hreflang=\"en\" href=\"https://di-san-thu.vn/en/relics/x/\"",
    );
    told(&crawled(&gone), &[PAGE, "hreflang en: there is no"]);
    let out = with(PAGE, &other, "hreflang=\"en\" href=\"https://a.vn/\"");
    told(&crawled(&out), &[PAGE, "hreflang en leads out"]);
    let silent = with(PAGE, &own, &format!("hreflang=\"fr\" href=\"{en}\""));
    told(&crawled(&silent), &[TWIN, "does not name the same translations"]);
    let canonical = with(
        PAGE,
        &format!("rel=\"canonical\" href=\"{vi}\""),
        &format!("rel=\"canonical\" href=\"{en}\""),
    );
    told(&crawled(&canonical), &[PAGE, "not canonical"]);

    assert_eq!(untwinned(&sound().1), [""; 0]);
    told(&untwinned(&without(TWIN)), &[PAGE, "en leads to"]);
    told(&untwinned(&without(PAGE)), &[TWIN, "vi leads to"]);
    let astray = with(PAGE, "../../../en/relics/den-ha/", "../../../en/relics/den-ho/");
    told(&untwinned(&astray), &["another page leads to en/relics/den-ho/"]);
    let mute = String::from_utf8(sound().1[PAGE].clone())
        .unwrap()
        .replace("hreflang=\"en\"", "lang=\"en\"");
    let mut files = sound().1.clone();
    files.insert(PAGE.to_string(), mute.into_bytes());
    told(&untwinned(&files), &[PAGE, "no link to its page in en"]);
}

#[test]
fn requests_to_elsewhere_are_found() {
    let noisy = |files: &Files| noisy(files, BASE).0;
    assert_eq!(noisy(&sound().1), [""; 0]);
    for more in [
        "<img src=\"https://a.vn/x.gif\" alt=\"\">",
        "<img src=\"//a.vn/x.gif\" alt=\"\">",
        "<img src=\"qr.svg\" srcset=\"qr.svg 1x, https://a.vn/x.gif 2x\" alt=\"\">",
        "<audio src=\"https://a.vn/x.mp3\"></audio>",
        "<video poster=\"https://a.vn/x.jpg\"></video>",
        "<iframe src=\"https://a.vn/\"></iframe>",
        "<object data=\"https://a.vn/\"></object>",
        "<form action=\"https://a.vn/\"></form>",
        "<form><button formaction=\"https://a.vn/\">x</button></form>",
        "<a href=\"#\" ping=\"https://a.vn/\">x</a>",
        "<link rel=\"preconnect\" href=\"https://a.vn/\">",
        "<link rel=\"dns-prefetch\" href=\"//a.vn/\">",
        "<link rel=\"preload\" as=\"image\" imagesrcset=\"https://a.vn/x.jpg 1x\">",
        "<link rel=\"stylesheet\" href=\"https://a.vn/x.css\">",
        "<script src=\"https://a.vn/x.js\"></script>",
        "<svg><use href=\"https://a.vn/x.svg#a\"></use></svg>",
        "<svg><image xlink:href=\"https://a.vn/x.png\"></image></svg>",
        "<svg><filter><feImage href=\"https://a.vn/x.png\"></feImage></filter></svg>",
        "<p style=\"background:url(https://a.vn/x.png)\">x</p>",
        "<style>@import 'https://a.vn/x.css';</style>",
        "<style>i{background:url(\"//a.vn/x.png\")}</style>",
        "<meta http-equiv=\"refresh\" content=\"0; URL=https://a.vn/\">",
        "<meta http-equiv=\"refresh\" content=\"0;url='https://a.vn/'\">",
    ] {
        told(&noisy(&with_body(more)), &[PAGE, "fetches", "a.vn"]);
    }
    for (more, words) in [
        ("<script>fetch('http' + x)</script>", "a script with an address"),
        ("<p onclick=\"x()\">x</p>", "a script in an attribute"),
        ("<script>document.cookie = 'a'</script>", "document.cookie"),
        ("<script>navigator.sendBeacon(x)</script>", "sendBeacon"),
    ] {
        told(&noisy(&with_body(more)), &[PAGE, words]);
    }
    told(
        &noisy(&with(PAGE, "default-src 'none';", "default-src 'self';")),
        &[PAGE, "the policy is"],
    );
    told(
        &noisy(&with(PAGE, "default-src 'none';", "default-src 'none'; img-src http:;")),
        &[PAGE, "the policy"],
    );
    told(
        &noisy(&with(PAGE, "Content-Security-Policy", "X-None")),
        &[PAGE, "the policy is None"],
    );
    for (end, more, words) in [
        (
            ".css",
            "@font-face{src:url(https://a.vn/x.woff2)}",
            "fetches https://a.vn/x.woff2",
        ),
        (".css", "@import \"//a.vn/x.css\";", "fetches //a.vn/x.css"),
        (".js", "fetch('https://a.vn/')", "a script with an address"),
    ] {
        let path = named("assets/", end);
        let mut files = sound().1.clone();
        files.get_mut(&path).unwrap().extend(more.as_bytes());
        told(&noisy(&files), &[&path, words]);
    }
    let drawing = "vi/di-tich/den-ha/qr.svg";
    let files = with(drawing, "</svg>", "<script>x()</script></svg>");
    told(&noisy(&files), &[drawing, "a script in a drawing"]);
    let files = with(drawing, "</svg>", "<image href=\"https://a.vn/x.png\"/></svg>");
    told(&noisy(&files), &[drawing, "image fetches https://a.vn/x.png"]);
}

#[test]
fn scripts_and_styles_inside_pages_are_found() {
    assert_eq!(own_code(&sound().1), [""; 0]);
    told(
        &own_code(&with_body("<script>x()</script>")),
        &[PAGE, "a script of its own"],
    );
    told(
        &own_code(&with_body("<style>i{}</style>")),
        &[PAGE, "a style of its own"],
    );
    told(
        &own_code(&with_body("<p style=\"color:red\">x</p>")),
        &[PAGE, "a style of its own"],
    );
}

#[test]
fn what_only_scripts_could_show_is_found() {
    let (content, files) = sound();
    let paragraphs = |files: &Files| lost_paragraphs(content, files).0;
    assert_eq!(paragraphs(files), [""; 0]);
    let source = "relics/den-ha/vi.md";
    told(
        &paragraphs(&with(PAGE, "Đoạn hai kể tiếp.", "Đoạn hai.")),
        &[source, "Đoạn hai kể tiếp"],
    );
    for (open, close) in [
        ("<template>", "</template>"),
        ("<div hidden>", "</div>"),
        ("<script type=\"x\">", "</script>"),
    ] {
        let away = format!("{open}Đoạn hai kể tiếp.{close}");
        told(
            &paragraphs(&with(PAGE, "Đoạn hai kể tiếp.", &away)),
            &[source, "Đoạn hai kể tiếp"],
        );
    }
    let facts = |files: &Files| lost_facts(content, files).0;
    assert_eq!(facts(files), [""; 0]);
    let page = String::from_utf8(files[TWIN].clone()).unwrap().replace("Hamlet 1", "");
    let mut spoiled = files.clone();
    spoiled.insert(TWIN.to_string(), page.into_bytes());
    told(
        &facts(&spoiled),
        &["relics/den-ha/entry.yaml", "address.en", "Hamlet 1"],
    );

    assert_eq!(needs_scripts(files), [""; 0]);
    for more in [
        "<noscript>x</noscript>",
        "<button type=\"button\">x</button>",
        "<a href=\"#\">x</a>",
        "<a>x</a>",
        "<a href=\"javascript:x()\">x</a>",
        "<img data-src=\"qr.svg\" alt=\"\">",
    ] {
        told(&needs_scripts(&with_body(more)), &[PAGE]);
    }
}

#[test]
fn forgotten_marks_of_languages_are_found() {
    assert_eq!(unmarked(&sound().1), [""; 0]);
    let twin = |more: &str| with(TWIN, "</main>", &format!("{more}</main>"));
    for more in [
        "<p>Đền</p>",
        "<p lang=\"en\">Đền</p>",
        "<img src=\"qr.svg\" alt=\"Đền\">",
        "<p lang=\"vi\"><span lang=\"en\">Đền</span></p>",
    ] {
        told(&unmarked(&twin(more)), &[TWIN, "Đền"]);
    }
    assert_eq!(unmarked(&twin("<p lang=\"vi\">Đền <b>Hạ</b></p>")), [""; 0]);

    let files = half_translated();
    assert_eq!(misleading(&files), [""; 0]);
    let spoiled = |path: &str, from: &str, to: &str| {
        let mut files = files.clone();
        let text = String::from_utf8(files[path].clone()).unwrap();
        assert!(text.contains(from), "«{from}» is not in {path}");
        files.insert(path.to_string(), text.replace(from, to).into_bytes());
        misleading(&files)
    };
    let page = "en/relics/den-ho/index.html";
    let english = "https://di-san-thu.vn/en/relics/den-ho/";
    told(
        &spoiled(page, "<html lang=\"en\"", "<html lang=\"vi\""),
        &["itself is English"],
    );
    told(&spoiled(page, " lang=\"vi\"", ""), &["the title is marked"]);
    told(&spoiled(page, " lang=\"vi\"", ""), &["the text is marked"]);
    told(
        &spoiled(page, "has not been translated yet", ""),
        &["the reader is told"],
    );
    told(
        &spoiled(page, "rel=\"canonical\"", "rel=\"next\""),
        &["the original is canonical"],
    );
    let other = "vi/di-tich/den-ho/index.html";
    let more = format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{english}\"></head>");
    told(&spoiled(other, "</head>", &more), &["no hreflang"]);
    for feed in ["sitemap.xml", "en/feed.xml"] {
        let found = spoiled(feed, "https://di-san-thu.vn/en/relics/den-ha/", english);
        told(&found, &[feed, "is silent of"]);
        told(&found, &[feed, "lists a translated page"]);
    }
    told(
        &spoiled(TWIN, "</main>", "<p>This has not been translated yet</p></main>"),
        &["a translated page has no notice"],
    );
}

#[test]
fn codes_that_say_something_else_are_found() {
    let (content, files) = sound();
    let misread = |files: &Files| misread(files, BASE).0;
    assert_eq!(misread(files), [""; 0]);
    let (own, other) = ("vi/di-tich/den-ha/qr.svg", "vi/di-tich/den-ho/qr.svg");
    let mut swapped = files.clone();
    swapped.insert(own.to_string(), files[other].clone());
    told(&misread(&swapped), &[own, "den-ho/, not "]);
    let printed = files
        .keys()
        .find(|p| p.starts_with(|c: char| c.is_ascii_digit()) && p.ends_with("qr.svg"))
        .unwrap();
    let mut swapped = files.clone();
    swapped.insert(printed.clone(), files[other].clone());
    told(&misread(&swapped), &[printed, "not https://DI-SAN-THU.VN/"]);
    told(&misread(&without(printed)), &[printed, "is missing"]);
    // A bar across the middle is more than error correction mends.
    let side = |svg: &str| {
        svg.split("viewBox=\"0 0 ")
            .nth(1)
            .unwrap()
            .split(' ')
            .next()
            .unwrap()
            .to_string()
    };
    let side: usize = side(std::str::from_utf8(&files[own]).unwrap()).parse().unwrap();
    let bar = format!("<path fill=\"#000\" d=\"M0 0H{side}V{}H0z\"/></svg>", side * 2 / 3);
    told(&misread(&with(own, "</svg>", &bar)), &[own, "rqrr"]);
    told(&misread(&with(own, "</svg>", &bar)), &[own, "rxing"]);

    let without_code = |files: &Files| without_code(content, files);
    assert_eq!(without_code(files), [""; 0]);
    told(&without_code(&without(own)), &[PAGE, "has no code"]);
    let renamed = with("codes.json", "relics/den-ha", "relics/den-la");
    told(&without_code(&renamed), &["relics/den-ha has no code"]);
    let fragment = with("codes.json", "products/banh-da", "products/banh-da#goi");
    told(&without_code(&fragment), &["products/banh-da#goi has a code"]);

    let landing = printed.replace("qr.svg", "index.html");
    let clumsy = |from: &str, to: &str| clumsy_landings(&with(&landing, from, to)).0;
    assert_eq!(clumsy_landings(files), (Vec::new(), 5));
    told(
        &clumsy("</body>", &format!("{}</body>", "x".repeat(3072))),
        &[&landing, "bytes"],
    );
    told(
        &clumsy("</head>", "<link rel=\"stylesheet\" href=\"x.css\"></head>"),
        &[&landing, "1 style sheets"],
    );
    told(
        &clumsy("</head>", "<script src=\"x.js\"></script></head>"),
        &[&landing, "1 scripts"],
    );
    told(&clumsy("hreflang=\"en\"", "lang=\"en\""), &[&landing, "1 languages"]);
}

#[test]
fn files_that_differ_are_found() {
    let files = &sound().1;
    assert_eq!(difference(files, files), "");
    assert_eq!(difference(files, &without(PAGE)), format!("only left: {PAGE}\n"));
    assert_eq!(difference(&without(PAGE), files), format!("only right: {PAGE}\n"));
    let changed = with(PAGE, "</main>", " </main>");
    assert_eq!(difference(files, &changed), format!("differs: {PAGE}\n"));

    assert_eq!(broken(files, [files, &changed]), [""; 0]);
    assert_eq!(broken(&changed, [files, &changed]), [""; 0]);
    assert_eq!(broken(&with(PAGE, "</main>", ""), [files, &changed]), [PAGE]);
    let mut cut = files.clone();
    cut.get_mut(PAGE).unwrap().truncate(100);
    assert_eq!(broken(&cut, [files, &changed]), [PAGE]);
    assert_eq!(
        broken(files, [&without(PAGE), &without(PAGE)]),
        [PAGE],
        "of neither state"
    );
}
