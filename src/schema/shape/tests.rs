//! Values without their keys, and the lines that are shown for them.

use crate::diag::{FORM, Speech};
use crate::schema::field::testing::Probe;
use crate::schema::field::{
    FieldType, audio, contact, dating, festival, group, hours, inscription, line, longtext, place, reference, shop,
    source, stars, text,
};
use crate::schema::spec::FieldSpec;

fn form(field: &'static dyn FieldType, yaml: &str) -> String {
    let probe = Probe::read(field, yaml);
    assert_eq!(probe.codes(), [305], "{yaml}: {:?}", probe.found);
    probe.said(FORM).to_string()
}

#[test]
fn a_value_without_its_keys_is_shown_under_the_right_one() {
    assert_eq!(
        form(&hours::Hours, "7:00 - 17:00"),
        "x:\n  text: { vi: \"7:00 - 17:00\" }"
    );
    assert_eq!(form(&contact::Contact, "0912345678"), "x:\n  phone: \"0912345678\"");
    assert_eq!(form(&contact::Contact, "Chị A"), "x:\n  name: { vi: Chị A }");
    assert_eq!(form(&stars::Stars, "4 sao"), "x:\n  stars: 4");
    assert_eq!(form(&source::Source, "Báo A"), "x:\n  title: { vi: Báo A }");
    assert_eq!(
        form(&shop::Shop, "https://voso.vn/a"),
        "x:\n  channel: voso\n  url: \"https://voso.vn/a\""
    );
    assert_eq!(
        form(&dating::Dating, "{ vi: \"thế kỷ XV, đầu\", en: 15th century }"),
        "x:\n  text: { vi: \"thế kỷ XV, đầu\", en: 15th century }"
    );
    assert_eq!(form(&dating::Dating, "1880"), "x:\n  from: 1880");
    assert_eq!(
        form(&inscription::Inscription, "Chữ Hán trên bia"),
        "x:\n  note: { vi: Chữ Hán trên bia }"
    );
    assert_eq!(form(&inscription::Inscription, "福壽"), "x:\n  original: 福壽");
    for address in [
        "{ vi: \"https://bao.vn/a\" }",
        "{ vi: \"https://bao.vn/a\", en: \"https://bao.vn/a\" }",
    ] {
        let lines = "x:\n  title: { vi: …, en: … }\n  url: \"https://bao.vn/a\"";
        assert_eq!(form(&source::Source, address), lines);
    }
    assert_eq!(
        form(&source::Source, "https://bao.vn/a"),
        "x:\n  title: { vi: …, en: … }\n  url: \"https://bao.vn/a\""
    );
    for day in ["10/3 âm lịch", "rằm tháng Giêng"] {
        let lines = format!("x:\n  name: {{ vi: …, en: … }}\n  lunar: \"{day}\"");
        assert_eq!(form(&festival::Festival, day), lines);
    }
    assert_eq!(form(&festival::Festival, "Hội đền"), "x:\n  name: { vi: Hội đền }");
}

#[test]
fn a_recording_stands_under_the_language_that_its_name_tells() {
    for (file, lang) in [
        ("audio/vi.mp3", "vi"),
        ("audio/den-ha_EN.m4a", "en"),
        ("audio/loi-ke.mp3", "vi"),
    ] {
        assert_eq!(form(&audio::Audio, file), format!("x:\n  {lang}: {file}"));
    }
}

#[test]
fn a_list_where_one_value_is_wanted_keeps_the_words_of_its_author() {
    let form = |yaml: &str| {
        let probe = Probe::read(&text::TextField, yaml);
        assert_eq!(probe.codes(), [301], "{yaml}");
        probe.said(FORM).to_string()
    };
    assert_eq!(form("[Đình Giếng Ngọt]"), "x: Đình Giếng Ngọt");
    assert_eq!(form("\n  - vi: Đình\n  - en: House"), "x: { vi: Đình, en: House }");
    assert_eq!(
        form("\n  - Không hút thuốc\n  - Đi nhẹ, nói khẽ"),
        "x: \"Không hút thuốc; Đi nhẹ, nói khẽ\""
    );
    assert_eq!(form("\n  - Cấm lửa.\n  - Giữ trật tự."), "x: Cấm lửa. Giữ trật tự.");
    let both = "\n  - { vi: Cấm lửa, en: No fire }\n  - { vi: Đi nhẹ, en: Walk softly }";
    assert_eq!(form(both), "x: { vi: Cấm lửa; Đi nhẹ, en: No fire; Walk softly }");
    // Nothing is shown rather than a part of it.
    assert_eq!(form("\n  - Cấm lửa\n  - { vi: Đi nhẹ, en: Walk softly }"), "");
}

#[test]
fn a_list_where_paragraphs_are_wanted_has_each_item_in_one() {
    let form = |yaml: &str| {
        let probe = Probe::read(&longtext::LongText, yaml);
        assert_eq!(probe.codes(), [301], "{yaml}");
        let form = probe.said(FORM).to_string();
        let value = Probe::good(&longtext::LongText, form.strip_prefix("x: ").unwrap_or(&form[2..]))
            .value
            .unwrap();
        (form, format!("{value:?}"))
    };
    let (lines, value) = form("\n  - Không hút thuốc\n  - \"Đi nhẹ: nói khẽ\"");
    assert_eq!(lines, "x: |\n  Không hút thuốc\n\n  Đi nhẹ: nói khẽ");
    assert!(value.contains("Không hút thuốc\\n\\nĐi nhẹ: nói khẽ"), "{value}");
    let (lines, _) = form("\n  - { vi: Cấm lửa, en: No fire }\n  - { vi: Đi nhẹ, en: Walk softly }");
    assert_eq!(
        lines,
        "x:\n  vi: |\n    Cấm lửa\n\n    Đi nhẹ\n  en: |\n    No fire\n\n    Walk softly"
    );
}

#[test]
fn what_has_parts_is_shown_whole_whatever_brackets_or_lines_it_was_written_in() {
    for (yaml, code, lines) in [
        (
            "[thôn Mẫu, xã Vân Hà]",
            305,
            "x:\n  address: { vi: \"thôn Mẫu, xã Vân Hà\" }",
        ),
        ("[thôn Mẫu]", 305, "x:\n  address: { vi: thôn Mẫu }"),
        (
            "\n  - ward: \"07798\"\n  - address: { vi: Làng A, en: A }",
            305,
            "x:\n  ward: \"07798\"\n  address: { vi: Làng A, en: A }",
        ),
        (
            "|\n  ward: \"07798\"\n  address:{ vi: Làng A, en: A }",
            305,
            "x:\n  ward: \"07798\"\n  address: { vi: Làng A, en: A }",
        ),
        (
            "|\n  thôn Mẫu\n  xã Vân Hà",
            305,
            "x:\n  address: { vi: \"thôn Mẫu, xã Vân Hà\" }",
        ),
    ] {
        let probe = Probe::read(&place::Place, yaml);
        assert_eq!((probe.codes(), probe.said(FORM)), (vec![code], lines), "{yaml}");
    }
}

#[test]
fn the_form_of_a_part_has_all_that_it_needs() {
    let field = |name: &str, field: &'static dyn FieldType, required| FieldSpec {
        required,
        ..FieldSpec::new(name, field)
    };
    let stalls = FieldSpec {
        many: true,
        fields: vec![
            field("id", &line::Line, true),
            field("no", &line::Line, false),
            field("name", &text::TextField, true),
            field("goods", &text::TextField, true),
        ],
        ..FieldSpec::new("stalls", &group::Group)
    };
    let form = "stalls:\n  - id: gian-banh\n    name: { vi: Gian bánh }\n    goods: { vi: …, en: … }";
    assert_eq!(Probe::by(stalls.clone(), "\n  - Gian bánh").said(FORM), form);
    let case = FieldSpec {
        fields: vec![stalls],
        ..FieldSpec::new("x", &group::Group)
    };
    let stray = Probe::by(case, "\n  goods:\n    - bánh\n    - kẹo");
    let form = "stalls:\n  - id: …\n    name: { vi: …, en: … }\n    goods:\n      - bánh\n      - kẹo";
    assert_eq!((stray.codes(), stray.said(FORM)), (vec![379], form));
}

#[test]
fn a_list_is_answered_once_with_all_of_its_items() {
    let stops = |yaml: &str| {
        let mut minutes = FieldSpec::new("text", &text::TextField);
        minutes.required = false;
        let spec = FieldSpec {
            many: true,
            fields: vec![FieldSpec::new("entry", &reference::Ref), minutes],
            ..FieldSpec::new("stops", &group::Group)
        };
        Probe::by(spec, yaml)
    };
    let id = FieldSpec {
        required: true,
        ..FieldSpec::new("id", &line::Line)
    };
    let components = FieldSpec {
        many: true,
        fields: vec![id, FieldSpec::new("title", &text::TextField)],
        ..FieldSpec::new("components", &group::Group)
    };
    assert_eq!(
        Probe::by(components, "tam quan").said(FORM),
        "components:\n  - id: tam-quan\n    title: { vi: tam quan }"
    );
    let wanted = "stops:\n  - entry: relics/a\n  - entry: relics/b";
    for yaml in [
        "[relics/a, relics/b]",
        "\n  - relics/a\n  - relics/b",
        "relics/a, relics/b",
    ] {
        let probe = stops(yaml);
        assert_eq!((probe.codes(), probe.said(FORM)), (vec![305], wanted), "{yaml}");
        assert!(probe.found[0].help(Speech::Vi).contains(wanted));
    }
}
