//! The languages of a site, as `site.yaml` lists them.
//!
//! Entry point: [`read`]. Invariant: there is always at least one, each has a name, and every fallback is one of them.

use crate::diag::{Severity, codes};
use crate::schema::languages::{Languages, WrittenLanguage};
use crate::schema::reading::Reading;
use crate::source::yaml::Node;
use crate::text::{is_reserved_on_windows, nearest};

/// The languages that `site.yaml` lists, or the usual two.
pub(super) fn read(node: Option<&Node>, reading: &mut Reading<'_>) -> Languages {
    let mut list: Vec<WrittenLanguage> = Vec::new();
    let mut named: Vec<(&Node, String)> = Vec::new();
    for item in node.map_or(&[][..], Node::items) {
        let Some(pairs) = reading.map(item, &["code", "name", "locale", "fallbacks"]) else {
            continue;
        };
        let mut written = WrittenLanguage::default();
        for (key, value) in pairs {
            let word = |reading: &mut Reading<'_>| reading.word(value).unwrap_or_default().to_string();
            match key.text.as_str() {
                "code" => written.code = word(reading),
                "name" => written.name = word(reading),
                "locale" => written.locale = word(reading),
                "fallbacks" => {
                    for item in value.items() {
                        let Some(code) = reading.word(item) else { continue };
                        named.push((item, code.to_string()));
                        written.fallbacks.push(code.to_string());
                    }
                }
                _ => {}
            }
        }
        let code = &written.code;
        let is_tag = (2..=12).contains(&code.len()) && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        // The code is a folder: a name of Windows' own, or one that differs in case only, could not be written.
        let is_taken = list.iter().any(|known| known.code.eq_ignore_ascii_case(code));
        if !is_tag || is_taken || is_reserved_on_windows(code) {
            reading.report(codes::setup::BAD_LANGUAGE, item.span, &[("value", code)]);
            continue;
        }
        for part in [&mut written.name, &mut written.locale] {
            if part.is_empty() {
                part.clone_from(&written.code);
            }
        }
        list.push(written);
    }
    complete(&mut list, reading);
    let languages = match list.is_empty() {
        true => Languages::vi_en(),
        false => Languages::new(list),
    };
    check_fallbacks(&named, &languages, reading);
    languages
}

/// Where a line of the languages cannot be read, the usual two are there as well: that every text is in no language of the
/// site would be told thousands of times, and none of it would be true.
fn complete(list: &mut Vec<WrittenLanguage>, reading: &Reading<'_>) {
    let is_broken = reading.found.iter().any(|d| d.code.draft == Severity::Error);
    if !is_broken || list.is_empty() {
        return;
    }
    for (at, (code, name)) in [("vi", "Tiếng Việt"), ("en", "English")].into_iter().enumerate() {
        if !list.iter().any(|known| known.code.eq_ignore_ascii_case(code)) {
            list.insert(at.min(list.len()), WrittenLanguage::new(code, name, code));
        }
    }
}

/// Languages in whose place the site has nothing to show: they would be passed over without a word.
fn check_fallbacks(named: &[(&Node, String)], languages: &Languages, reading: &mut Reading<'_>) {
    let known: Vec<&str> = languages.all().map(|lang| languages.get(lang).code.as_str()).collect();
    for (node, code) in named.iter().filter(|(_, code)| !known.contains(&code.as_str())) {
        reading.not_a_choice(node, code, &known, nearest(code, known.iter().copied()));
    }
}

#[cfg(test)]
mod tests {
    use crate::schema::config::Config;
    use crate::source::document::Document;
    use crate::text::Date;

    fn today() -> Date {
        Date::new(2026, 11, 21).unwrap()
    }

    #[test]
    fn a_broken_line_of_languages_does_not_take_the_usual_ones_away() {
        let text = "title: A\nbase_url: https://a.vn/\nlanguages:\n  - { code: vi!, name: Tiếng Việt }\n  - { code: ko, name: 한국어 }\n";
        let doc = Document::new("content/site.yaml", text);
        let (config, found) = Config::read(&doc, None, Date::new(2026, 11, 21).unwrap());
        assert!(!found.is_empty());
        let codes: Vec<&str> = config.languages.all().map(|l| &*config.languages.get(l).code).collect();
        assert_eq!(codes, ["vi", "en", "ko"]);
    }

    #[test]
    fn languages_come_from_the_file_and_fall_back_to_english_first() {
        let text = "title: A\nbase_url: https://a.vn/\nlanguages:\n  - { code: vi, name: Tiếng Việt }\n  - { code: ko, name: 한국어 }\n  - { code: en, name: English }\n";
        let (config, _) = Config::read(&Document::new("content/site.yaml", text), None, today());
        let ko = config.languages.find("ko").unwrap();
        let order: Vec<_> = config
            .languages
            .get(ko)
            .fallbacks
            .iter()
            .map(|l| config.languages.get(*l).code.as_str())
            .collect();
        assert_eq!(order, ["en", "vi"]);
    }
}
