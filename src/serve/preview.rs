//! `/_preview/`: an entry in both languages side by side, with what is to be mended, what is missing, and its codes.
//!
//! Entry point: [`page`]. Invariant: every value is escaped; links are relative, so that the page works below the token.

use super::hub::Hub;
use super::target::encode;
use super::wording::{self, escape, language, say};
use super::{Finding, Pages, Preview};
use crate::diag::Speech;

/// In front of an entry's key.
pub(super) const FOLDER: &str = "_preview/";
/// The style of these pages.
pub(super) const STYLE: &str = "_vanbia/preview.css";
/// What these pages may load.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                                 frame-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
                                 frame-ancestors 'self'";

/// After so many seconds the page that says so is asked for again.
const AGAIN: &str = "<meta http-equiv=\"refresh\" content=\"2\">\n";

/// Writes one page.
struct Writer<'a> {
    speech: Speech,
    /// From this page to the start of the site.
    up: &'a str,
    /// The browser is to ask again in a moment.
    asks_again: bool,
    html: String,
}

/// The status and the page at this path, which begins with [`FOLDER`].
pub(super) fn page(pages: &dyn Pages, hub: &Hub, path: &str, speech: Speech) -> (u16, String) {
    let key = path.strip_prefix(FOLDER).unwrap_or_default().trim_end_matches('/');
    let up = "../".repeat(path.matches('/').count());
    let mut writer = Writer {
        speech,
        up: &up,
        asks_again: !pages.is_free(),
        html: String::new(),
    };
    if writer.asks_again {
        writer.later();
        return (503, writer.html);
    }
    if key.is_empty() {
        writer.index(&pages.keys(), &hub.findings());
        return (200, writer.html);
    }
    match pages.preview(key) {
        Some(preview) => {
            writer.entry(&preview);
            (200, writer.html)
        }
        None => {
            let title = say(speech, wording::NO_ENTRY, &[("key", key)]);
            writer.begin(&title);
            writer.add(&format!("<main class=\"index\"><h1>{}</h1>", escape(&title)));
            writer.back();
            writer.end();
            (404, writer.html)
        }
    }
}

impl Writer<'_> {
    fn add(&mut self, html: &str) {
        self.html.push_str(html);
    }

    fn say(&self, saying: (&str, &str)) -> String {
        escape(&say(self.speech, saying, &[]))
    }

    fn begin(&mut self, title: &str) {
        let html = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\" data-vanbia-preview>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{} · {}</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n{}<link rel=\"stylesheet\" href=\"{}{STYLE}\">\n</head>\n<body>\n",
            language(self.speech),
            escape(title),
            self.say(wording::PREVIEW),
            if self.asks_again { AGAIN } else { "" },
            self.up,
        );
        self.add(&html);
    }

    /// In place of a page that would keep its reader waiting without a word.
    fn later(&mut self) {
        self.begin(&say(self.speech, wording::BUSY, &[]));
        let (title, text) = (self.say(wording::BUSY), self.say(wording::BUSY_TEXT));
        self.add(&format!("<main class=\"index\">\n<h1>{title}</h1>\n<p>{text}</p>\n"));
        self.end();
    }

    fn end(&mut self) {
        self.add("</main>\n</body>\n</html>\n");
    }

    fn back(&mut self) {
        let html = format!(
            "<p class=\"back\"><a href=\"{}{FOLDER}\">{}</a></p>\n",
            self.up,
            self.say(wording::ALL_ENTRIES)
        );
        self.add(&html);
    }

    /// All entries; beside each, how much is to be mended in its files.
    fn index(&mut self, keys: &[(String, String)], findings: &[Finding]) {
        let title = self.say(wording::PREVIEW);
        self.begin(&say(
            self.speech,
            wording::ENTRIES,
            &[("count", &keys.len().to_string())],
        ));
        self.add(&format!("<main class=\"index\">\n<h1>{title}</h1>\n"));
        let text = match keys.is_empty() {
            true => wording::NO_ENTRIES,
            false => wording::ENTRIES_TEXT,
        };
        self.add(&format!("<p>{}</p>\n<ul class=\"entries\">\n", self.say(text)));
        for (key, title) in keys {
            let folder = format!("content/{key}/");
            let count = |severity: &str| {
                let of = |f: &&Finding| f.severity == severity && f.file.starts_with(&folder);
                findings.iter().filter(of).count()
            };
            let marks = self.marks(count("error"), count("warning"));
            let html = format!(
                "<li id=\"{key}\"><a href=\"{}{FOLDER}{}\"><span class=\"title\">{}</span> <span class=\"key\">{key}</span></a>{marks}</li>\n",
                self.up,
                encode(key),
                escape(title),
                key = escape(key),
            );
            self.add(&html);
        }
        self.add("</ul>\n");
        self.end();
    }

    /// How many errors and warnings, in words.
    fn marks(&self, errors: usize, warnings: usize) -> String {
        let mut html = String::new();
        let kinds = [
            ("error", errors, wording::ERROR_ONE, wording::ERRORS),
            ("warning", warnings, wording::WARNING_ONE, wording::WARNINGS),
        ];
        for (class, count, one, many) in kinds {
            let text = say(
                self.speech,
                if count == 1 { one } else { many },
                &[("count", &count.to_string())],
            );
            if count > 0 {
                html.push_str(&format!(" <span class=\"mark {class}\">{}</span>", escape(&text)));
            }
        }
        html
    }

    fn entry(&mut self, preview: &Preview) {
        self.begin(&preview.title);
        let count = |severity: &str| preview.findings.iter().filter(|f| f.severity == severity).count();
        let marks = self.marks(count("error"), count("warning"));
        self.add("<header class=\"top\">\n");
        self.back();
        let html = format!(
            "<h1>{}</h1>\n<p class=\"key\">{}{marks}</p>\n</header>\n<main class=\"sides\">\n<div class=\"phones\">\n",
            escape(&preview.title),
            escape(&preview.key)
        );
        self.add(&html);
        for (lang, path) in &preview.pages {
            self.phone(lang, path);
        }
        self.add("</div>\n<div class=\"about\">\n");
        self.findings(&preview.findings);
        self.lacking(&preview.lacking);
        self.codes(&preview.codes);
        self.plate(preview.plate.as_deref());
        self.add("</div>\n");
        self.end();
    }

    /// The page as a phone shows it.
    fn phone(&mut self, lang: &str, path: &str) {
        let href = format!("{}{}", self.up, encode(path));
        let html = format!(
            "<figure class=\"phone\" id=\"phone-{lang}\">\n<figcaption><b>{lang}</b> <span class=\"path\">{}</span> \
             <a href=\"{href}\" target=\"_blank\" rel=\"noopener\">{}</a></figcaption>\n\
             <iframe src=\"{href}\" title=\"{lang}\"></iframe>\n</figure>\n",
            escape(path),
            self.say(wording::OPEN_PAGE),
            lang = escape(lang),
        );
        self.add(&html);
    }

    fn findings(&mut self, findings: &[Finding]) {
        let heading = self.say(wording::FINDINGS);
        self.add(&format!("<section id=\"findings\">\n<h2>{heading}</h2>\n"));
        if findings.is_empty() {
            self.add(&format!("<p class=\"good\">{}</p>\n", self.say(wording::NO_FINDINGS)));
        }
        self.add("<ol>\n");
        for finding in findings {
            let is_error = finding.severity == "error";
            let word = self.say(if is_error { wording::ERROR } else { wording::WARNING });
            let place = match (finding.file.as_str(), finding.line) {
                ("", _) => String::new(),
                (file, 0) => format!("<p class=\"place\">{}</p>", escape(file)),
                (file, line) => format!("<p class=\"place\">{}:{line}:{}</p>", escape(file), finding.column),
            };
            let mut html = format!(
                "<li class=\"{}\"><p class=\"message\"><b>{word} {}</b> {}</p>{place}",
                if is_error { "error" } else { "warning" },
                escape(&finding.code),
                escape(&finding.message),
            );
            if !finding.snippet.is_empty() {
                html.push_str(&format!("<pre>{}</pre>", escape(&finding.snippet)));
            }
            if !finding.help.is_empty() {
                let help = self.say(wording::HELP);
                html.push_str(&format!(
                    "<p class=\"help\"><b>{help}</b> {}</p>",
                    escape(&finding.help)
                ));
            }
            self.add(&html);
            self.add("</li>\n");
        }
        self.add("</ol>\n</section>\n");
    }

    fn lacking(&mut self, lacking: &[String]) {
        let heading = self.say(wording::LACKING);
        self.add(&format!("<section id=\"lacking\">\n<h2>{heading}</h2>\n"));
        if lacking.is_empty() {
            self.add(&format!("<p class=\"good\">{}</p>\n", self.say(wording::NO_LACKING)));
        }
        self.add("<ul class=\"chips\">");
        for label in lacking {
            self.add(&format!("<li>{}</li>", escape(label)));
        }
        self.add("</ul>\n</section>\n");
    }

    /// The sign, in the page itself: it is drawn anew whenever somebody looks.
    fn plate(&mut self, svg: Option<&str>) {
        let Some(svg) = svg else { return };
        let heading = self.say(wording::PLATE);
        let html = format!(
            "<section id=\"plate\">\n<h2>{heading}</h2>\n<figure class=\"plate\"><img src=\"data:image/svg+xml,{}\" alt=\"{heading}\"></figure>\n</section>\n",
            encode(svg)
        );
        self.add(&html);
    }

    fn codes(&mut self, codes: &[(String, String)]) {
        let heading = self.say(wording::CODES);
        self.add(&format!("<section id=\"codes\">\n<h2>{heading}</h2>\n"));
        if codes.is_empty() {
            self.add(&format!("<p>{}</p>\n", self.say(wording::NO_CODES)));
        }
        for (label, path) in codes {
            let html = format!(
                "<figure class=\"code\"><img src=\"{}{}\" alt=\"{label}\" width=\"132\" height=\"132\"><figcaption>{label}</figcaption></figure>\n",
                self.up,
                encode(path),
                label = escape(label),
            );
            self.add(&html);
        }
        self.add("</section>\n");
    }
}
