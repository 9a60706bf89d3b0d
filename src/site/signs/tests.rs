//! What the book of plates must hold, and how it is written.
//!
//! Entry point: the tests. Invariant: none; they can fail.

use super::*;
use crate::diag::Speech;
use crate::site::ledger::Ledger;

const HEAD: &str = "# vanbia codes 1\n";
const DEN_HA: &str = "735195\trelics/den-ha\tissued\thttps://A.EXAMPLE/735195/\trelics/den-cu\n";

fn ledger(rows: &str) -> Ledger {
    let (ledger, found) = Ledger::parse(&"content/codes.lock".into(), &format!("{HEAD}{rows}"));
    assert_eq!(found, vec![]);
    ledger
}

fn read(text: &str) -> (Signs, Diagnostics) {
    let day = Date::new(2026, 11, 21).unwrap();
    Signs::read(&Document::new(FILE, text), &Languages::vi_en(), day)
}

/// A plate of den-ha that hangs, with further lines.
fn plate(more: &str) -> String {
    format!(
        "signs:\n  - serial: \"735195-1\"\n    code: \"735195\"\n    status: installed\n    \
         place: {{ vi: Cổng, en: Gate }}\n    date: 2026-11-20\n{more}"
    )
}

fn numbers(text: &str, rows: &str) -> Vec<u16> {
    let (signs, mut found) = read(text);
    found.extend(signs.check(&ledger(rows)));
    found.iter().map(|d| d.code.number).collect()
}

#[test]
fn a_whole_record_is_read_and_found_good() {
    let text = plate(
        "    material: { vi: Inox, en: Steel }\n    photo: IMG_1.jpg\n    note: { vi: ốc thiếu, en: a screw is missing }\n",
    );
    let (signs, found) = read(&text);
    assert_eq!(found, vec![]);
    assert_eq!(signs.check(&ledger(DEN_HA)), vec![]);
    let plate = &signs.plates()[0];
    assert_eq!(
        (plate.serial.as_str(), plate.status, plate.photo.as_deref()),
        ("735195-1", Status::Installed, Some("IMG_1.jpg"))
    );
    assert_eq!(plate.date.unwrap().to_string(), "2026-11-20");
    assert_eq!((plate.place.line, plate.place.column), (2, 13));
    assert_eq!(signs.next_serial("735195"), "735195-2");
    assert_eq!(signs.next_serial("100001"), "100001-1");
}

#[test]
fn an_empty_file_and_a_list_without_plates_are_good() {
    for text in ["", "# nothing yet\n", "signs:\n", "signs: []\n"] {
        assert_eq!(numbers(text, ""), Vec::<u16>::new(), "{text:?}");
    }
}

#[test]
fn incomplete_records_are_named_and_the_others_are_read() {
    let text = "signs:\n  - code: \"735195\"\n    status: printed\n  - serial: \"735195-2\"\n    code: \"735195\"\n    status: treo\n  - serial: \"735195-3\"\n    code: \"735195\"\n    status: installed\n";
    assert_eq!(numbers(text, DEN_HA), [630, 309, 633, 633]);
    assert_eq!(read(text).0.plates().len(), 1);
}

#[test]
fn serials_are_unique_and_begin_with_the_code() {
    let twice = plate("  - serial: \"735195-1\"\n    code: \"735195\"\n    status: printed\n");
    let (signs, _) = read(&twice);
    let found = signs.check(&ledger(DEN_HA));
    assert_eq!(found[0].code.number, 631);
    assert!(found[0].message(Speech::En).contains("line 2"));
    assert!(found[0].help(Speech::En).contains("735195-2"));
    assert_eq!(numbers(&plate("").replace("735195-1", "bien-cong"), DEN_HA), [632]);
}

#[test]
fn a_plate_keeps_its_code_in_the_ledger() {
    // Lost, mistyped, made anew under another number, only reserved, retired.
    assert_eq!(numbers(&plate(""), ""), [636]);
    let mistyped = plate("").replace("\"735195", "\"735159");
    let (signs, _) = read(&mistyped);
    let found = signs.check(&ledger(DEN_HA));
    assert_eq!((found[0].code.number, found.len()), (634, 1));
    assert!(found[0].help(Speech::Vi).contains("735195"));
    let other = DEN_HA.replace("735195", "100001");
    assert_eq!(numbers(&plate("    entry: relics/den-ha\n"), &other), [635]);
    assert_eq!(numbers(&plate(""), &DEN_HA.replace("issued", "reserved")), [637]);
    assert_eq!(numbers(&plate(""), &DEN_HA.replace("issued", "retired")), [638]);
    assert_eq!(
        numbers(
            &plate("").replace("installed", "planned"),
            &DEN_HA.replace("issued", "reserved")
        ),
        Vec::<u16>::new()
    );
    assert_eq!(
        numbers(&plate("").replace("installed", "removed"), ""),
        Vec::<u16>::new()
    );
}

#[test]
fn a_plate_keeps_what_it_was_printed_for() {
    assert_eq!(numbers(&plate("    entry: relics/den-ha\n"), DEN_HA), Vec::<u16>::new());
    assert_eq!(numbers(&plate("    entry: relics/den-cu\n"), DEN_HA), Vec::<u16>::new());
    assert_eq!(numbers(&plate("    entry: relics/chua\n"), DEN_HA), [639]);
    let payload = "    payload: \"https://A.EXAMPLE/735195/\"\n";
    assert_eq!(numbers(&plate(payload), DEN_HA), Vec::<u16>::new());
    assert_eq!(numbers(&plate(&payload.replace("A.EX", "B.EX")), DEN_HA), [640]);
}

fn new_plate(number: u32) -> NewPlate {
    NewPlate {
        serial: format!("735195-{number}"),
        code: "735195".into(),
        entry: "relics/den-ha".into(),
        payload: "https://A.EXAMPLE/735195/".into(),
        status: Status::Planned,
        date: Date::new(2026, 11, 21).unwrap(),
    }
}

#[test]
fn records_are_added_behind_what_people_wrote() {
    let first = append("", &[new_plate(1), new_plate(2)]).unwrap();
    assert!(first.starts_with("# Sổ biển"));
    assert_eq!(numbers(&first, DEN_HA), Vec::<u16>::new());
    assert_eq!(read(&first).0.next_serial("735195"), "735195-3");
    let by_hand = [
        "\u{FEFF}# ours\r\nsigns: # all of them\r\n- serial: '735195-1' # the gate\r\n  code: 735195\r\n  status: printed\r\n\r\n# the end",
        "signs:\n    -\n        serial: 735195-1\n        code: \"735195\"\n        status: printed\n",
        "signs: []   # none so far\n",
        "signs:",
        &first,
    ];
    for text in by_hand {
        let before = read(text).0.plates().len();
        let longer = append(text, &[new_plate(7)]).unwrap_or_else(|d| panic!("{text:?}: {}", d.message(Speech::En)));
        assert_eq!(
            read(&longer.replace("\r\n", "\n").replace('\u{FEFF}', ""))
                .0
                .plates()
                .len(),
            before + 1,
            "{longer}"
        );
        assert!(longer.starts_with(text.split(" []").next().unwrap()), "{longer}");
        assert_eq!(longer.contains("\r\n"), text.contains("\r\n"));
        assert!(
            !longer.replace("\r\n", "").contains('\r')
                && (!text.contains('\r') || !longer.replace("\r\n", "").contains('\n'))
        );
    }
}

#[test]
fn a_file_that_cannot_be_added_to_is_left_alone_with_a_word_of_what_to_do() {
    let flow = "signs: [{ serial: 735195-1, code: 735195, status: printed }]\n";
    assert_eq!(append(flow, &[new_plate(2)]).unwrap_err().code.number, 641);
    let behind = "signs:\n  - serial: 735195-1\n    code: \"735195\"\n    status: printed\nother: 1\n";
    assert_eq!(append(behind, &[new_plate(2)]).unwrap_err().code.number / 100, 6);
    assert!(append("signs: : [", &[new_plate(2)]).is_err());
    assert_eq!(append(flow, &[]).unwrap(), flow);
}
