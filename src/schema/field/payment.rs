//! `payment`: an account that takes transfers, as a VietQR code for stalls, products and donations.
//!
//! Entry point: [`Payment`], [`transfer`] for what its code says. Invariant: what could not be paid, or is not known to
//! be the holder's wish to publish, is never shown; an account of an example is marked as such wherever it goes.

use super::parts::{Parts, put};
use super::{DirectCode, FieldType};
use crate::diag::codes;
use crate::qr::banks;
use crate::qr::vietqr::{MAX_ACCOUNT, MAX_AMOUNT, MAX_PURPOSE, Transfer};
use crate::schema::reading::Reading;
use crate::schema::showing::Showing;
use crate::schema::spec::FieldSpec;
use crate::schema::value::{Fields, Value};
use crate::source::yaml::Node;
use crate::text::ascii;
use serde_json::{Value as Json, json};

/// An account that takes transfers.
pub struct Payment;

/// Account and card of the standard's own examples, and the account that help and handbook show: always samples,
/// whatever the entry says, so that nobody pays into an example that was copied.
const EXAMPLES: &[&str] = &["0011012345678", "9704031101234567", "0123456789"];

const KEYS: &[&str] = &[
    "bank", "account", "holder", "amount", "purpose", "card", "once", "consent", "sample",
];

/// What the code of a payment says.
pub fn transfer(fields: &Fields) -> Option<Transfer> {
    let amount = fields.int("amount").and_then(|dong| u64::try_from(dong).ok());
    let purpose = fields.word("purpose").map(|text| (8, text.to_string()));
    Some(Transfer {
        is_card: fields.yes("card"),
        is_single: fields.yes("once"),
        amount,
        texts: purpose.into_iter().collect(),
        ..Transfer::to_account(fields.word("bank")?, fields.word("account")?)
    })
}

/// True for an invented account.
pub fn is_sample(fields: &Fields) -> bool {
    fields.yes("sample")
        || fields
            .word("account")
            .is_some_and(|account| EXAMPLES.contains(&account))
}

/// The number of a bank that was written as a number or by its short name.
fn bank(node: &Node, reading: &mut Reading<'_>) -> Option<&'static str> {
    let word = reading.word(node)?;
    let number = banks::name_of(word).and_then(banks::number_of);
    let found = number.or_else(|| banks::number_of(word));
    if found.is_none() {
        let (code, name, said) = match banks::meant(word) {
            Some(near) => (codes::fields::BANK_UNKNOWN, "near", near.to_string()),
            // The name of any bank would be followed by somebody, and the money with it.
            None => {
                let known: Vec<&str> = banks::names().collect();
                (codes::fields::BANK_NOT_LISTED, "known", known.join(", "))
            }
        };
        reading.report(code, node.span, &[("value", word), (name, &said)]);
    }
    found
}

fn account(node: &Node, reading: &mut Reading<'_>) -> Option<String> {
    let word = reading.word(node)?;
    if reading.has_lost_digits(node, word) {
        return None;
    }
    let account: String = word
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '.' | '-'))
        .collect();
    let is_good = (6..=MAX_ACCOUNT).contains(&account.len()) && account.bytes().all(|b| b.is_ascii_alphanumeric());
    if !is_good {
        reading.report(codes::fields::ACCOUNT_FORM, node.span, &[("value", word)]);
        return None;
    }
    Some(account)
}

fn amount(node: &Node, reading: &mut Reading<'_>) -> Option<i64> {
    let dong = super::money::amount(node, reading)?;
    if dong < 1 || dong.unsigned_abs() >= MAX_AMOUNT {
        reading.report(codes::fields::AMOUNT_RANGE, node.span, &[("value", &dong.to_string())]);
        return None;
    }
    Some(dong)
}

fn purpose(node: &Node, reading: &mut Reading<'_>) -> Option<String> {
    let word = reading.word(node)?;
    let plain = ascii(word);
    if plain.is_empty() || plain.len() > MAX_PURPOSE {
        let cut = plain.get(..MAX_PURPOSE).unwrap_or("mua hang").trim_end();
        let args = [
            ("value", &*plain),
            ("count", &*plain.len().to_string()),
            ("mended", cut),
        ];
        reading.report(codes::fields::PURPOSE_LONG, node.span, &args);
        return None;
    }
    Some(plain)
}

/// Digits in groups of four, so that they can be compared with a screen.
pub fn grouped(account: &str) -> String {
    let groups: Vec<&str> = account
        .as_bytes()
        .chunks(4)
        .filter_map(|part| std::str::from_utf8(part).ok())
        .collect();
    groups.join("\u{a0}")
}

impl FieldType for Payment {
    fn name(&self) -> &'static str {
        "payment"
    }

    fn about(&self) -> (&'static str, &'static str) {
        (
            "tài khoản nhận chuyển khoản: { bank: Vietcombank, account: \"0123456789\", holder: HTX CHE, consent: true }",
            "an account for bank transfers: { bank: Vietcombank, account: \"0123456789\", holder: HTX CHE, consent: true }",
        )
    }

    fn read(&self, node: &Node, spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Value> {
        let mut parts = Parts::open(node, KEYS, reading)?;
        let whole = [
            ("bank", "bank: …"),
            ("account", "account: \"…\""),
            ("holder", "holder: …"),
        ]
        .into_iter()
        .filter(|(name, example)| parts.needs(name, example, reading))
        .count()
            == 3;
        let number = parts.written("bank").and_then(|n| bank(n, reading));
        parts.fields.put("bank", number.map(|n| Value::Word(n.into())));
        let number = parts.written("account").and_then(|n| account(n, reading));
        parts.fields.put("account", number.map(|n| Value::Word(n.into())));
        parts.words(&["holder"], reading);
        let before = reading.found.len();
        let dong = parts.written("amount").and_then(|n| amount(n, reading));
        parts.fields.put("amount", dong.map(Value::Int));
        let text = parts.written("purpose").and_then(|n| purpose(n, reading));
        parts.fields.put("purpose", text.map(|t| Value::Word(t.into())));
        let is_exact = reading.found.len() == before;
        for name in ["card", "once", "consent", "sample"] {
            parts.yes_no(name, reading);
        }
        if is_sample(&parts.fields) {
            parts.fields.0.retain(|(name, _)| &**name != "sample");
            parts.fields.put("sample", Some(Value::Bool(true)));
            let args = [("field", spec.name.as_str())];
            reading.report(codes::facts::SAMPLE_PAYMENT, parts.span("account"), &args);
        } else if parts.is_unread("consent") {
            return None;
        } else if !parts.fields.yes("consent") {
            reading.report(
                codes::facts::WITHOUT_CONSENT,
                parts.span("account"),
                &[("what", "account")],
            );
            return None;
        }
        // A code that asks for another sum than the sign says would be worse than none.
        let good = whole && is_exact && transfer(&parts.fields).is_some_and(|t| t.payload().is_ok());
        parts.close().filter(|_| good)
    }

    fn show(&self, value: &Value, _spec: &FieldSpec, showing: &Showing<'_>) -> Option<Json> {
        let fields = value.fields()?;
        let code = self.direct(value)?;
        let (bank, account) = (fields.word("bank")?, fields.word("account")?);
        let stem = showing.world.beside(&code.stem());
        let mut shown = showing.plain(format!("{account}, {}", banks::name_of(bank).unwrap_or(bank)));
        shown["holder"] = json!(fields.word("holder"));
        shown["bank"] = json!(banks::name_of(bank).unwrap_or(bank));
        shown["account"] = json!({ "text": grouped(account), "plain": account });
        let dong = fields.int("amount").and_then(|dong| u64::try_from(dong).ok());
        put(
            &mut shown,
            "amount",
            dong.map(|d| showing.plain(showing.formats.money(d))),
        );
        put(&mut shown, "purpose", fields.word("purpose").map(Json::from));
        shown["svg"] = json!(format!("{stem}.svg"));
        shown["png"] = json!(format!("{stem}.png"));
        shown["sample"] = json!(code.sample);
        Some(shown)
    }

    fn direct(&self, value: &Value) -> Option<DirectCode> {
        let fields = value.fields()?;
        Some(DirectCode {
            payload: transfer(fields)?.payload().ok()?,
            sample: is_sample(fields),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::field::testing::{EN, Probe, VI};

    const SAMPLE: &str = "{ bank: Sacombank, account: \"0011012345678\", holder: TAI KHOAN MAU, sample: true }";

    fn payload(yaml: &str) -> String {
        let probe = Probe::read(&Payment, yaml);
        Payment.direct(probe.value.as_ref().unwrap()).unwrap().payload
    }

    #[test]
    fn an_account_becomes_the_code_of_the_standard() {
        assert_eq!(
            payload(SAMPLE),
            "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F"
        );
        let once = "{ bank: \"970415\", account: 0011 0019 3241 8, holder: A, amount: 120.000, purpose: ủng hộ lũ lụt, once: yes, sample: true }";
        let wanted = "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C";
        assert_eq!(payload(once), wanted);
        let card = "{ bank: Sacombank, account: 9704 0311 0123 4567, holder: A, card: true }";
        assert!(payload(card).contains("QRIBFTTC"));
    }

    #[test]
    fn pages_show_holder_bank_account_and_the_pictures() {
        let real = "{ bank: vietcombank, account: \"2468013579\", holder: HTX CHE, amount: 45000, purpose: Mua chè, consent: true }";
        let probe = Probe::good(&Payment, real);
        let shown = probe.show(VI);
        assert_eq!(
            (&shown["holder"], &shown["bank"]),
            (&json!("HTX CHE"), &json!("Vietcombank"))
        );
        assert_eq!(
            shown["account"],
            json!({ "text": "2468\u{a0}0135\u{a0}79", "plain": "2468013579" })
        );
        assert_eq!(
            (&shown["amount"]["text"], &shown["purpose"]),
            (&json!("45.000\u{a0}₫"), &json!("Mua che"))
        );
        assert_eq!(shown["sample"], json!(false));
        assert_eq!(probe.show(EN)["amount"]["text"], "VND\u{a0}45,000");
        let png = shown["png"].as_str().unwrap();
        assert!(png.starts_with("vi/beside/ma-") && png.ends_with(".png"), "{png}");
        let other = Probe::read(&Payment, &real.replace("45000", "46000"));
        assert_ne!(other.show(VI)["png"], shown["png"], "another sum is another picture");
    }

    #[test]
    fn examples_are_samples_even_where_nobody_says_so() {
        for yaml in [SAMPLE, &SAMPLE.replace(", sample: true", ", consent: true")] {
            let probe = Probe::read(&Payment, yaml);
            assert_eq!(probe.codes(), [384], "{yaml}");
            assert_eq!(probe.show(VI)["sample"], json!(true));
            let release = crate::diag::Strictness {
                release: true,
                strict: false,
            };
            assert_eq!(probe.found[0].severity(release), crate::diag::Severity::Error);
        }
    }

    /// Every account that a text shows as `account: "…"`; an account left open is none.
    fn accounts(text: &str) -> Vec<String> {
        let behind = text.split("account:").skip(1);
        let digits = behind.map(|rest| {
            let value = rest.trim_start().trim_start_matches(['\\', '"']);
            value
                .chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect::<String>()
        });
        digits
            .filter(|a| a.len() >= 6 && a.contains(|c: char| c.is_ascii_digit()))
            .collect()
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "tests read the handbook")]
    fn no_account_that_help_or_handbook_shows_can_be_paid() {
        fn pages(folder: &std::path::Path, texts: &mut Vec<String>) {
            for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
                match entry.path() {
                    path if path.is_dir() => pages(&path, texts),
                    path if path.extension().is_some_and(|e| e == "md" || e == "yaml") => {
                        texts.push(std::fs::read_to_string(path).unwrap());
                    }
                    _ => {}
                }
            }
        }
        let mut texts: Vec<String> = crate::kinds::builtin()
            .into_iter()
            .map(|doc| doc.text.to_string())
            .collect();
        texts.push(crate::kinds::common().text.to_string());
        texts.extend(
            crate::schema::field::FIELDS
                .iter()
                .flat_map(|f| [f.about().0.into(), f.about().1.into()]),
        );
        for code in codes::all() {
            for said in [&code.vi, &code.en] {
                texts.extend([said.message, said.help, said.cause].map(String::from));
            }
            texts.extend([code.example.wrong, code.example.right].map(String::from));
        }
        pages(
            &std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("content"),
            &mut texts,
        );
        let shown: Vec<String> = texts.iter().flat_map(|text| accounts(text)).collect();
        assert!(shown.len() > 15, "the examples are missing: {shown:?}");
        for account in shown {
            assert!(
                EXAMPLES.contains(&account.as_str()),
                "{account} is shown and can be paid"
            );
        }
        let copied = "{ bank: Vietcombank, account: \"0123456789\", holder: HTX CHE, consent: true }";
        let probe = Probe::read(&Payment, copied);
        assert_eq!(
            (probe.codes(), probe.show(VI)["sample"].clone()),
            (vec![384], json!(true))
        );
    }

    #[test]
    fn a_bank_that_nobody_knows_is_answered_with_the_list_and_not_with_another_bank() {
        let with = |bank: &str| Probe::read(&Payment, &SAMPLE.replace("Sacombank", bank));
        for bank in ["VBSP", "NHNN", "VCD"] {
            let probe = with(bank);
            assert_eq!((probe.codes()[0], probe.value.is_some()), (395, false), "{bank}");
            assert!(probe.said("known").contains("Vietcombank, HDBank"));
        }
        let branch = with("Agribank Lâm Thao");
        assert_eq!((branch.codes()[0], branch.said("near")), (380, "Agribank"));
        assert!(payload(&SAMPLE.replace("Sacombank", "VCB")).contains("0006970436"));
    }

    #[test]
    fn mistakes_are_answered_and_nothing_wrong_is_shown() {
        let with = |from: &str, to: &str| Probe::read(&Payment, &SAMPLE.replace(from, to));
        let probe = with("Sacombank", "Sacombnk");
        assert_eq!(
            (probe.codes()[0], probe.said("near"), probe.value.is_some()),
            (380, "Sacombank", false)
        );
        assert_eq!(with("\"0011012345678\"", "\"1,2E+10\"").codes()[0], 335);
        assert_eq!(with("\"0011012345678\"", "\"00110123456789012345\"").codes()[0], 381);
        assert_eq!(with("sample", "amount: 500000000, sample").codes()[0], 382);
        assert_eq!(with("sample", "amount: 120 nghìn, sample").codes()[0], 337);
        let long = with("sample", "purpose: Ủng hộ đồng bào vùng lũ miền Trung, sample");
        assert_eq!(
            (long.codes()[0], long.said("mended")),
            (383, "Ung ho dong bao vung lu m")
        );
        assert!(long.value.is_none(), "half a purpose is not shown");
        assert_eq!(with(", holder: TAI KHOAN MAU", "").codes()[0], 369);
        let real = Probe::read(&Payment, "{ bank: MB, account: \"2468013579\", holder: HTX }");
        assert_eq!((real.codes(), real.value.is_some()), (vec![360], false));
    }
}
