//! Templates that browsers would not obey, and such as they would.

use super::*;
use crate::diag::{Diagnostic, Speech};

fn found(text: &str) -> Vec<(u16, u32, u32)> {
    let copied = BTreeSet::from(["logo.png"]);
    let all = check(&Document::new("content/theme/templates/footer.html", text), &copied);
    let place = |d: &Diagnostic| d.place.as_ref().map_or((0, 0), |p| (p.line, p.column));
    all.iter().map(|d| (d.code.number, place(d).0, place(d).1)).collect()
}

#[test]
fn what_browsers_block_is_told_at_its_place() {
    for (text, code, column) in [
        ("<footer style=\"color: red\">", 532, 16),
        ("<p {% if site.map %}style='{{ x }}'{% endif %}>", 532, 28),
        ("<button class=a onclick=\"go()\">", 532, 26),
        ("<a href=\"javascript:history.back()\">", 532, 10),
        ("<p><script>alert(1)</script>", 532, 4),
        ("<STYLE>h1 { top: 0 }</STYLE>", 532, 1),
        ("<STYLE></STYLE><p style=\"x\">", 532, 26),
        (
            "<link rel=\"alternate stylesheet\" href=\"//a.example/x.css\">",
            533,
            40,
        ),
        ("<iframe src=\"x\"></iframe>", 532, 1),
        ("<script src=\"https://a.example/x.js\"></script>", 533, 14),
        ("<link href='//a.example/x.css' rel=stylesheet>", 533, 13),
        ("<img alt=\"\" src=https://a.example/x.png>", 533, 17),
        ("<form action=\"https://a.example/\">", 533, 15),
        ("<img src=\"/logo.png\">", 464, 11),
        ("<img src=\"{{ root }}hoa.png\">", 464, 11),
    ] {
        assert_eq!(found(text), [(code, 1, column)], "{text}");
    }
}

#[test]
fn what_browsers_obey_is_left_alone() {
    for text in [
        "<a href=\"https://a.example/\" rel=\"noopener\">x</a>",
        "<link rel=\"canonical\" href=\"https://a.example/\">",
        "<img src=\"{{ root }}logo.png\" alt=\"\"> <img src=\"{{ root }}{{ assets[\"x.svg\"] }}\">",
        "<script type=\"application/ld+json\">{\"a\": 1}</script>",
        "<style>{{ inline[\"bare.css\"].text }}</style><script>{{ inline[\"choose.js\"].text }}</script>",
        "{# <p style=\"x\"> #}<!-- <script>x</script> --> {{<say s={site.title}/>}} a < b",
        "<script src=\"{{ root }}{{ assets[\"own.js\"] }}\" defer></script>",
        "<link rel=\"manifest\" href=\"{{ root }}manifest.webmanifest\">",
        "<p title=\"{{ onclick }}\" data-style=\"x\">",
        "<script TYPE=\"application/LD+JSON\">{}</script><script type=\"text/plain\">x</script><STYLE></STYLE><p style=\"\">x</p>",
        "<link itemprop=\"sameAs\" href=\"https://a.example/\"><link rel=\"profile\" href=\"https://a.example/\">",
        "<x-tab one=\"a\" once><textarea><p style=\"x\"></textarea>",
        "<img src=\"{{ root }}qr.svg\" alt=\"\"><img src=\"{{ root }}ten%20tep.png\" alt=\"\">",
        "<abbr title=\"JavaScript: a language\">js</abbr>",
        "<html><head>{% include \"top.html\" %}</head>",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn a_page_keeps_the_policy() {
    let page = |policy: &str| {
        format!(
            "<!DOCTYPE html>\n<html>\n<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n</head>"
        )
    };
    assert_eq!(found("<html>\n<head>\n</head>"), [(534, 2, 1)]);
    assert_eq!(
        found(&page(
            "default-src 'none'; img-src 'self' data:; style-src '{{ inline[\"a\"].hash }}'"
        )),
        []
    );
    assert_eq!(
        found(&page("default-src 'none'; script-src 'self' 'unsafe-inline'")),
        [(534, 4, 53)]
    );
    assert_eq!(
        found(&page("Default-Src  'none'; font-src 'self' data:; media-src blob:")),
        []
    );
    assert_eq!(
        found(&page("default-src 'none'; script-src https://a.example")),
        [(534, 4, 53)]
    );
    assert_eq!(found(&page("script-src 'self'")), [(534, 4, 53)]);
}

#[test]
fn remedies_show_the_finished_text() {
    let said = |text: &str| check(&Document::new("a.html", text), &BTreeSet::new())[0].help(Speech::En);
    assert!(said("<p style=\"color: red;\">").ends_with(".own { color: red }"));
    let font = said("<link rel=\"stylesheet\" href=\"https://fonts.googleapis.com/css2?family=Lora\">");
    assert!(
        font.ends_with("@font-face { font-family: \"Lora\"; src: url(lora.woff2); }"),
        "{font}"
    );
    let picture = said("<img src=\"https://a.example/logo.png?v=2\">");
    assert!(picture.ends_with("{{ root }}{{ assets[\"logo.png\"] }}"), "{picture}");
    let film = said("<video src=\"https://a.example/hoi.mp4\">");
    assert!(
        film.ends_with("content/static/hoi.mp4 and call it with {{ root }}hoi.mp4"),
        "{film}"
    );
    let frame = said("<iframe src=\"https://a.example/?q={{ lang }}\"></iframe>");
    assert!(frame.contains("<a href=\"https://a.example/?q={{ lang }}\""), "{frame}");
    let copied = BTreeSet::from(["logo.png"]);
    let there = check(&Document::new("a.html", "<img src=\"/logo.png\">"), &copied);
    assert!(!there[0].message(Speech::En).contains("does not have"));
    assert!(
        there[0]
            .help(Speech::En)
            .ends_with("write «{{ root }}logo.png» in place of «/logo.png»")
    );
    let alone = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"></head><img src=\"/logo.png\">";
    assert_eq!(check(&Document::new("404.html", alone), &copied), []);
}

#[test]
fn the_line_that_is_shown_is_the_one_of_the_built_in_pages() {
    let theme = super::super::Theme::load(&[], &[]).0;
    assert!(theme.templates["builtin/base.html"].1.text.contains(POLICY));
    for (_, document) in theme.templates.values() {
        assert_eq!(check(document, &BTreeSet::new()), [], "{}", document.file);
    }
}
