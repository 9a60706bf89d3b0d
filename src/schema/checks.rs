//! Checks of an entry as a whole, beyond those of its fields.
//!
//! Entry point: [`check_entry`]. Invariant: looks only; what it finds stands at the text that it speaks of.

use super::reading::Reading;
use super::value::{Fields, Value};
use crate::diag::{Span, codes};
use crate::source::yaml::{Data, Node};

/// Checks an entry that was read from a node: its day of review, and what its texts claim.
pub fn check_entry(fields: &Fields, node: &Node, reading: &mut Reading<'_>) {
    if let Some(date) = fields.date("review_by").filter(|d| d.last_day() < reading.today) {
        let span = node.get("review_by").map_or(Span::default(), |n| n.span);
        reading.report(codes::facts::REVIEW_PASSED, span, &[("date", &date.to_string())]);
    }
    if says_decision_unknown(fields) {
        // The page tells visitors already that the decision was not found; there is nothing left to remind of.
        reading.found.retain(|d| d.code != codes::facts::RANK_WITHOUT_DECISION);
    }
    if fields.yes("sample") {
        let mut real = Vec::new();
        for (_, value) in &fields.0 {
            value.walk(&mut |part| real.extend(real_account(part)));
        }
        for account in real {
            let span = node.get("sample").map_or(Span::default(), |n| n.span);
            reading.report(codes::facts::PAYMENT_OF_SAMPLE, span, &[("account", account)]);
        }
    }
    let stars = fields.0.iter().find_map(|(_, value)| stars(value));
    // «4 sao» as the value of a key that wants something else was answered there.
    let wrong = [codes::fields::NEEDS_KEYS, codes::fields::NOT_AN_INTEGER];
    let told: Vec<_> = reading.found.iter().filter(|d| wrong.contains(&d.code)).collect();
    let told: Vec<_> = told.into_iter().filter_map(|d| d.place.clone()).collect();
    each_text(node, &mut |text, span| {
        if told.is_empty() || !told.contains(&reading.doc.place(span)) {
            check_text(text, span, stars, reading);
        }
    });
}

/// True when the entry says among what is not verified that a decision has not been found.
fn says_decision_unknown(fields: &Fields) -> bool {
    let mut unverified = fields.items("unverified").iter();
    unverified.any(|item| match item {
        Value::Text(text) => text.all().any(|(_, said)| {
            let said = crate::text::fold(said);
            said.contains("quyet dinh") || said.contains("decision")
        }),
        _ => false,
    })
}

/// The account of a payment that is not marked as a sample.
fn real_account(value: &Value) -> Option<&str> {
    let fields = value.fields().filter(|fields| fields.get("bank").is_some())?;
    fields.word("account").filter(|_| !fields.yes("sample"))
}

/// The OCOP stars of a value, when it has some in force.
fn stars(value: &Value) -> Option<i64> {
    let fields = value.fields()?;
    fields.int("stars").filter(|_| !fields.yes("lapsed"))
}

fn each_text(node: &Node, see: &mut dyn FnMut(&str, Span)) {
    match &node.data {
        Data::Empty | Data::Unread => {}
        Data::Scalar(text) => see(text, node.span),
        Data::List(items) => items.iter().for_each(|item| each_text(item, see)),
        Data::Map(pairs) => pairs.iter().for_each(|(_, value)| each_text(value, see)),
    }
}

/// Checks the prose of an entry, line by line, for what its fields are checked for. Stars only where the kind has any:
/// a guide to the programme may well speak of five stars.
pub fn check_prose(fields: &Fields, has_stars: bool, reading: &mut Reading<'_>) {
    let doc = reading.doc;
    // Most texts have none of it: the whole is looked through before its lines.
    if !(has_stars && may_claim(&doc.text)) && islands(&doc.text).next().is_none() {
        return;
    }
    let stars = fields.0.iter().find_map(|(_, value)| stars(value));
    let mut at = 0;
    for line in doc.text.split_inclusive('\n') {
        let text = line.trim_end();
        let span = Span::new(at, at + text.len());
        if has_stars {
            check_stars(text, span, stars, reading);
        }
        for (name, mended, offset) in islands(text) {
            let span = Span::new(at + offset, at + offset + name.len());
            let args = [("name", name), ("mended", mended)];
            reading.report(codes::facts::FOREIGN_ISLAND_NAME, span, &args);
        }
        at += line.len();
    }
}

/// Checks one text: stars that it claims against those of the entry, and names of islands.
fn check_text(text: &str, span: Span, stars: Option<i64>, reading: &mut Reading<'_>) {
    // Addresses of web pages and files may hold anything.
    if text.contains("://") && !text.contains(' ') {
        return;
    }
    check_stars(text, span, stars, reading);
    for (name, mended, _) in islands(text) {
        let args = [("name", name), ("mended", mended)];
        reading.report(codes::facts::FOREIGN_ISLAND_NAME, span, &args);
    }
}

fn check_stars(text: &str, span: Span, stars: Option<i64>, reading: &mut Reading<'_>) {
    if let Some((claimed, words)) = may_claim(text).then(|| claim(text)).flatten() {
        match stars {
            None => reading.report(codes::facts::STARS_CLAIMED, span, &[("claim", &words)]),
            Some(own) if own != claimed => {
                let args = [("claim", &*words), ("stars", &own.to_string())];
                reading.report(codes::facts::STARS_DISAGREE, span, &args);
            }
            Some(_) => {}
        }
    }
}

/// Folding a text is dear; the words for stars are looked for as they are typed first.
fn may_claim(text: &str) -> bool {
    has_letters(text, [b"sao", b"sta"])
}

/// Whether a text may have one of these in small or capital letters: without branches, many bytes at a time.
fn has_letters(text: &str, sought: [&[u8; 3]; 2]) -> bool {
    let bytes = text.as_bytes();
    let triples = bytes.iter().zip(bytes.iter().skip(1)).zip(bytes.iter().skip(2));
    triples.fold(false, |any, ((a, b), c)| {
        let is = |letters: &[u8; 3]| (a | 32 == letters[0]) & (b | 32 == letters[1]) & (c | 32 == letters[2]);
        any | is(sought[0]) | is(sought[1])
    })
}

/// Foreign names of islands in a text: the name, the Vietnamese one, and where it stands.
fn islands(text: &str) -> impl Iterator<Item = (&'static str, &'static str, usize)> {
    let names = [("Paracel", "Hoang Sa"), ("Spratly", "Truong Sa")];
    // Hardly any text has one of them, which its letters tell much sooner than a search.
    let names = names.into_iter().filter(move |_| has_letters(text, [b"par", b"spr"]));
    names.filter_map(move |(name, mended)| Some((name, mended, text.find(name)?)))
}

/// Numbers of stars in words, in both message languages.
const NUMBERS: &[(&str, i64)] = &[
    ("3", 3),
    ("4", 4),
    ("5", 5),
    ("ba", 3),
    ("bon", 4),
    ("nam", 5),
    ("three", 3),
    ("four", 4),
    ("five", 5),
];

/// The first claim of three to five stars in a text: `OCOP 4 sao`, `a 5-star tea`. Hotels have stars of their own.
fn claim(text: &str) -> Option<(i64, String)> {
    let original: Vec<&str> = words(text).collect();
    let folded: Vec<String> = original.iter().map(|word| crate::text::fold(word)).collect();
    if folded.iter().any(|w| matches!(w.as_str(), "hotel" | "resort")) || crate::text::fold(text).contains("khach san")
    {
        return None;
    }
    folded.windows(2).enumerate().find_map(|(at, pair)| {
        let (_, number) = NUMBERS.iter().find(|(word, _)| *word == pair[0])?;
        // Diacritics tell «5 sao» from «năm sáo»: the unit must be typed as it is.
        let unit = original[at + 1].to_lowercase();
        let by_word = pair[0].parse::<i64>().is_err();
        let fits = matches!(unit.as_str(), "sao" | "star" | "stars");
        // «năm sao» may well be "years … why"; only beside the name of the programme is it a rank.
        let meant = fits && (!by_word || folded.iter().any(|w| w == "ocop"));
        meant.then(|| (*number, format!("{} {}", original[at], original[at + 1])))
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::languages::Languages;
    use crate::source::document::Document;
    use crate::source::yaml;
    use crate::text::{Date, PartialDate};

    fn codes_of(text: &str, fields: &Fields) -> Vec<u16> {
        let doc = Document::new("entry.yaml", text);
        let languages = Languages::vi_en();
        let mut reading = Reading::new(&doc, &languages, Date::new(2026, 11, 21).unwrap());
        check_entry(fields, &yaml::read(&doc).0, &mut reading);
        reading.found.iter().map(|d| d.code.number).collect()
    }

    fn ocop(stars: i64) -> Fields {
        let stars = Value::Map(Fields(vec![("stars".into(), Value::Int(stars))]));
        Fields(vec![("ocop".into(), stars)])
    }

    #[test]
    fn a_review_that_is_due_is_told() {
        let due = |text| {
            let date = Value::Date(PartialDate::parse(text).unwrap());
            codes_of(
                &format!("review_by: {text}\n"),
                &Fields(vec![("review_by".into(), date)]),
            )
        };
        assert_eq!(due("2026-11-20"), [363]);
        assert_eq!(due("2026-11"), [0_u16; 0]);
        assert_eq!(due("2026-11-21"), [0_u16; 0]);
    }

    #[test]
    fn stars_in_words_must_agree_with_the_data() {
        for claim in [
            "Trà đạt 5 sao",
            "đạt OCOP bốn sao",
            "a 4-star tea",
            "five stars in OCOP",
        ] {
            let text = format!("summary: {claim}\n");
            assert_eq!(codes_of(&text, &Fields::default()), [364], "{claim}");
            assert_eq!(codes_of(&text, &ocop(3)), [371], "{claim}");
        }
        assert_eq!(codes_of("summary: Trà đạt 5 sao\n", &ocop(5)), [0_u16; 0]);
        for fine in ["khách sạn 5 sao", "năm sao chổi bay qua", "5 sào ruộng", "2 sao"] {
            assert_eq!(
                codes_of(&format!("summary: {fine}\n"), &Fields::default()),
                [0_u16; 0],
                "{fine}"
            );
        }
    }

    #[test]
    fn prose_is_checked_like_fields() {
        let codes_of = |text: &str, has_stars: bool| {
            let doc = Document::new("en.md", text);
            let languages = Languages::vi_en();
            let mut reading = Reading::new(&doc, &languages, Date::new(2026, 11, 21).unwrap());
            check_prose(&ocop(3), has_stars, &mut reading);
            let found = reading.found.iter();
            found
                .map(|d| (d.code.number, d.place.as_ref().unwrap().line))
                .collect::<Vec<_>>()
        };
        let text = "Tea from the hills.\n\nIt reached the Spratly Islands.\r\nIt has 5 stars.\n";
        assert_eq!(codes_of(text, true), [(365, 3), (371, 4)]);
        assert_eq!(codes_of(text, false), [(365, 3)]);
        assert_eq!(codes_of("Trà này đạt OCOP 5 sao.\n", true), [(371, 1)]);
        assert_eq!(codes_of("See the Paracel Islands.\n", true), [(365, 1)]);
    }

    #[test]
    fn islands_have_their_vietnamese_names() {
        assert_eq!(
            codes_of("a: { en: the Spratly and Paracel Islands }\n", &Fields::default()),
            [365, 365]
        );
        assert_eq!(codes_of("a: { en: Truong Sa }\n", &Fields::default()), [0_u16; 0]);
    }
}
