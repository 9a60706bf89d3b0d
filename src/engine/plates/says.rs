//! The words on a plate: what stands for the `{names}` of a layout.
//!
//! Entry point: [`plate`]. Invariant: everything is said in the site's first language; what the second language says
//! otherwise stands under the same name with `_2`, both together under the name with `s`.

use super::Subject;
use super::bears::{self, About};
use crate::engine::Checked;
use crate::qr::banks;
use crate::schema::field::payment::grouped;
use crate::schema::value::Fields;
use crate::sign::Plate;
use crate::text::phone::Phone;
use crate::text::{Lang, Text};
use std::collections::BTreeMap;

/// Words that are the same on all plates.
const WORDS: [&str; 12] = [
    "invite", "reads", "trust", "pay", "holder", "account", "check", "sample", "network", "password", "cannot",
    "product",
];

/// Says things in one or two languages.
struct Says<'c> {
    checked: &'c Checked,
    said: BTreeMap<String, String>,
}

impl Says<'_> {
    fn put(&mut self, name: &str, text: impl Into<String>) {
        self.said.insert(name.to_string(), text.into());
    }

    /// One text in both languages.
    fn both(&mut self, name: &str, first: String, second: String) {
        let second = if second == first { String::new() } else { second };
        let all: Vec<&str> = [&*first, &*second]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect();
        self.put(&format!("{name}s"), all.join(" · "));
        self.put(name, first);
        self.put(&format!("{name}_2"), second);
    }

    fn text(&mut self, name: &str, text: &Text) {
        let languages = &self.checked.site.frame.config.languages;
        let first = languages.plain(text, Lang(0)).to_string();
        let second = languages
            .all()
            .nth(1)
            .and_then(|lang| text.only(lang))
            .unwrap_or_default();
        self.both(name, first, second.to_string());
    }

    fn word(&mut self, name: &str, word: &str) {
        let frame = &self.checked.site.frame;
        let of = |lang| frame.words.get(lang, &format!("sign.{word}"));
        let second = frame.config.languages.all().nth(1).map(of).unwrap_or_default();
        self.both(name, of(Lang(0)), second);
    }
}

/// A plate of a subject with this number.
pub(super) fn plate(checked: &Checked, subject: &Subject, serial: String) -> Option<Plate> {
    let site = &checked.site;
    let about = About::of(checked, subject)?;
    let own = bears::own(checked, &subject.key, &serial)?;
    let entry = about.entry;
    let of_part = about
        .part
        .and_then(|id| entry.card.parts.iter().find(|(own, _)| **own == *id));
    let kind = site.frame.kinds.get(entry.kind);
    let mut says = Says {
        checked,
        said: BTreeMap::new(),
    };
    says.text("title", of_part.map_or(&entry.card.title, |(_, title)| title));
    says.text("what", of_part.map_or(&entry.card.summary, |_| &entry.card.title));
    says.text("kind", &kind.label);
    says.text("site", &site.frame.config.title);
    says.text("owner", &site.frame.config.owner.name);
    says.put("address", address(&own.payload));
    says.put("code", own.code.clone());
    says.put("serial", serial.clone());
    for word in WORDS.iter().filter(|word| **word != "sample") {
        says.word(word, word);
    }
    opens(&mut says, &about);
    payment(&mut says, &about);
    let mut codes = vec![own];
    for product in bears::goods(checked, &about) {
        // The plate's own code is the first, so that the number of codes is the number of the next goods.
        let item = codes.len();
        let Some(code) = bears::own(checked, &product.key, &serial) else {
            continue;
        };
        says.text(&format!("item_{item}"), &product.card.title);
        says.put(&format!("item_{item}_address"), address(&code.payload));
        codes.push(code);
    }
    let others = bears::others(checked, &about, codes.first()?);
    Some(Plate {
        key: subject.key.clone(),
        says: says.said,
        codes,
        others,
    })
}

/// What a handy code does, and the same in words for those whose phone cannot: a network's name and password, a number.
fn opens(says: &mut Says<'_>, about: &About<'_>) {
    let Some((fields, _)) = about.direct("opens") else {
        return;
    };
    let form = ["wifi", "phone", "contact", "geo", "url"];
    let form = form
        .into_iter()
        .find(|form| fields.get(form).is_some())
        .unwrap_or("url");
    let doing = match (form, about.fields.word("use")) {
        ("url", Some(purpose @ ("signup" | "checkin" | "survey"))) => purpose,
        (form, _) => form,
    };
    says.word("scan", &format!("scan.{doing}"));
    let phone = |fields: &Fields| Some(Phone::parse(fields.word("phone")?).ok()?.display());
    match form {
        "wifi" => {
            let wifi = fields.map("wifi");
            for (name, part) in [("network_name", "name"), ("network_password", "password")] {
                let text = wifi.and_then(|wifi| wifi.word(part)).unwrap_or_default().to_string();
                says.put(name, text);
            }
        }
        "phone" => says.put("detail", phone(fields).unwrap_or_default()),
        "contact" => {
            let contact = fields.map("contact");
            let name = contact
                .and_then(|contact| contact.text("name"))
                .cloned()
                .unwrap_or_default();
            says.text("contact", &name);
            says.put("detail", contact.and_then(phone).unwrap_or_default());
        }
        "geo" => {
            let place = fields
                .map("geo")
                .and_then(|geo| Some((geo.word("lat")?, geo.word("lon")?)));
            says.put(
                "detail",
                place.map_or(String::new(), |(lat, lon)| format!("{lat}, {lon}")),
            );
        }
        _ => says.put("detail", fields.word("url").map(readable).unwrap_or_default()),
    }
}

/// Who is paid, and how much.
fn payment(says: &mut Says<'_>, about: &About<'_>) {
    let Some((fields, direct)) = about.direct("payment") else {
        return;
    };
    let bank = fields.word("bank").unwrap_or_default();
    says.put("pay_holder", fields.word("holder").unwrap_or_default());
    says.put("pay_bank", banks::name_of(bank).unwrap_or(bank));
    says.put("pay_account", grouped(fields.word("account").unwrap_or_default()));
    says.put("pay_purpose", fields.word("purpose").unwrap_or_default());
    let formats = says.checked.site.frame.words.formats(Lang(0));
    let amount = fields.int("amount").and_then(|dong| u64::try_from(dong).ok());
    says.put("pay_amount", amount.map(|dong| formats.money(dong)).unwrap_or_default());
    if direct.sample {
        says.word("sample", "sample");
    }
}

/// What people type: without scheme and final slash, the host in small letters.
fn address(payload: &str) -> String {
    let rest = payload.split_once("://").map_or(payload, |(_, rest)| rest);
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    format!("{}/{}", host.to_lowercase(), path.trim_end_matches('/'))
}

/// The same for somebody else's address.
fn readable(url: &str) -> String {
    let text = address(url);
    text.strip_suffix('/').unwrap_or(&text).to_string()
}
