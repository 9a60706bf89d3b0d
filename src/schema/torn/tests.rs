//! Slips between brackets, as volunteers make them, and the finished line that answers each.

use crate::diag::FORM;
use crate::schema::field::testing::Probe;
use crate::schema::field::{FieldType, group, line, text};
use crate::schema::languages::Languages;
use crate::schema::reading::Reading;
use crate::schema::spec::FieldSpec;
use crate::source::document::Document;
use crate::source::yaml;

/// The codes and the finished lines that are shown for a value; whatever YAML finds counts too.
fn told(field: &'static dyn FieldType, written: &str) -> Vec<(u16, String)> {
    let doc = Document::new("entry.yaml", format!("x: {written}\n"));
    let languages = Languages::vi_en();
    let (node, found) = yaml::read(&doc);
    let mut reading = Reading::new(&doc, &languages, crate::schema::field::testing::today());
    reading.found = found;
    let mut spec = FieldSpec::new("x", field);
    spec.fields = vec![
        FieldSpec::new("number", &line::Line),
        FieldSpec::new("by", &text::TextField),
    ];
    spec.read(node.get("x").unwrap(), &mut reading);
    let shown = |d: &crate::diag::Diagnostic| {
        let shown = d.arg(FORM).or_else(|| d.arg("mended"));
        (d.code.number, shown.unwrap_or_default().to_string())
    };
    reading.found.iter().map(shown).collect()
}

#[test]
fn a_text_that_commas_tore_is_shown_in_quotes_on_the_finished_line() {
    for (written, finished) in [
        ("{vi: Đền, ao, hồ, en: Temple}", "x: {vi: \"Đền, ao, hồ\", en: Temple}"),
        ("{ vi: Đền, ao: hồ, en: A }", "x: { vi: \"Đền, ao: hồ\", en: A }"),
        (
            "{ vi: Đền, ao (cũ: 5 m), en: A }",
            "x: { vi: \"Đền, ao (cũ: 5 m)\", en: A }",
        ),
        ("{ vi: Nhà, vi, en: A }", "x: { vi: \"Nhà, vi\", en: A }"),
        ("{ vi: Đền, en, no, en: A }", "x: { vi: \"Đền, en, no\", en: A }"),
        ("{ vi: \"Đền\", ha, en: A }", "x: { vi: \"Đền, ha\", en: A }"),
        ("{ vi: Đền, en: A, lo, de }", "x: { vi: Đền, en: \"A, lo, de\" }"),
        ("{ vi: Đền,\n    ao, en: A }", "x: { vi: \"Đền, ao\", en: A }"),
    ] {
        assert_eq!(
            told(&text::TextField, written),
            [(231, finished.to_string())],
            "{written}"
        );
        let value = finished.strip_prefix("x: ").unwrap();
        assert_eq!(told(&text::TextField, value), []);
    }
    let both = "x: { vi: \"Đền, ao\", en: \"A, b\" }".to_string();
    let found = told(&text::TextField, "{ vi: Đền, ao, en: A, b }");
    assert_eq!(found, [(231, both.clone()), (231, both)]);
}

#[test]
fn what_names_a_part_is_no_piece_of_a_text() {
    let codes = |written| {
        told(&text::TextField, written)
            .into_iter()
            .map(|(code, _)| code)
            .collect::<Vec<_>>()
    };
    assert_eq!(codes("{ vi: Đền, fr: Temple, en: A }"), [304]);
    assert_eq!(codes("{ vi: Đền, eng: A }"), [304]);
    assert_eq!(codes("{ vi: Đền, en: A, en: B }"), [203]);
    assert_eq!(codes("\n  vi: Đền\n  en: A\n  ao: b"), [304]);
    assert_eq!(
        told(&text::TextField, "{ vi: Đền, en Temple, A }"),
        [(243, "en: \"Temple, A\"".to_string()),]
    );
}

#[test]
fn brackets_without_any_name_are_answered_with_the_languages() {
    let mended = |written| told(&text::TextField, written);
    assert_eq!(
        mended("{ Đền, ao, ao }"),
        [(242, "{ vi: \"Đền, ao, ao\" }".to_string())]
    );
    let each = [(242, "{ vi: Đền, en: Temple }".to_string())];
    assert_eq!(mended("{ vi = Đền, en = Temple }"), each);
    assert_eq!(
        mended("{ Đền Hạ, Ha Temple }"),
        [(242, "{ vi: Đền Hạ, en: Ha Temple }".to_string())]
    );
}

#[test]
fn the_parts_of_a_group_may_be_torn_too() {
    let group = |written| told(&group::Group, written);
    let finished = "x: { number: \"1/QĐ, cũ\", by: \"UBND, xã A\" }".to_string();
    let found = group("{ number: 1/QĐ, cũ, by: UBND, xã A }");
    assert_eq!(found, [(231, finished.clone()), (231, finished)]);
    assert_eq!(group("{ number: 1, by Ủy ban }"), [(243, "by: Ủy ban".to_string())]);
    let codes: Vec<u16> = group("{ number: 1, nguoi: A }")
        .into_iter()
        .map(|(code, _)| code)
        .collect();
    assert_eq!(codes, [307]);
}

#[test]
fn languages_within_quotes_are_taken_out_of_them() {
    let wanted = [(234, "{ vi: Đền, en: Temple }".to_string())];
    for written in [
        "\"vi: Đền, en: Temple\"",
        "'{ vi: Đền, en: Temple }'",
        "\"vi: Đền; en: Temple\"",
    ] {
        assert_eq!(told(&text::TextField, written), wanted, "{written}");
    }
    assert_eq!(told(&text::TextField, "\"Năm: 1880, en: x\""), []);
}

#[test]
fn hours_and_coordinates_that_commas_tore_are_told_once() {
    let found = told(&text::TextField, "{ vi: 7:00, 17:00, en: 7:00 }");
    assert_eq!(found, [(231, "x: { vi: \"7:00, 17:00\", en: 7:00 }".to_string())]);
    let group = told(
        &crate::schema::field::place::Place,
        "{ ward: \"07798\", address: A, at: 21.27,106.02 }",
    );
    let finished = "x: { ward: \"07798\", address: A, at: \"21.27,106.02\" }".to_string();
    assert_eq!(group, [(231, finished)]);
}

#[test]
fn a_sentence_in_square_brackets_is_one_text() {
    let probe = Probe::read(&text::TextField, "[Đền, ao, hồ]");
    assert_eq!((probe.codes(), probe.said(FORM)), (vec![301], "x: \"Đền, ao, hồ\""));
}

#[test]
fn a_name_without_its_blank_is_told_once_with_the_whole() {
    let one = |code: u16, finished: &str| vec![(code, finished.to_string())];
    for (written, wanted) in [
        ("{vi: Chùa, en:Bo Da}", one(211, "{ vi: Chùa, en: Bo Da }")),
        (
            "{vi: Chùa, Bổ Đà, en:Bo Da, old}",
            one(211, "{ vi: \"Chùa, Bổ Đà\", en: \"Bo Da, old\" }"),
        ),
        (
            "{ vi: Mở cửa, sang:7, en: Open }",
            one(231, "x: { vi: \"Mở cửa, sang:7\", en: Open }"),
        ),
        ("{ vi: Chùa, en \"Old\" }", one(243, "en: \"Old\"")),
    ] {
        assert_eq!(told(&text::TextField, written), wanted, "{written}");
    }
    let group = told(&group::Group, "{ number: 0912345678, by:A }");
    assert_eq!(group, one(211, "{ number: 0912345678, by: A }"));
    let both = "x: { vi: \"Đền, ao\", en: \"A, b\" }".to_string();
    let found = told(&text::TextField, "{ vi: Đền, ao, en: A, b }");
    assert_eq!(found, [(231, both.clone()), (231, both)]);
}
