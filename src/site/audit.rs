//! Photos of plates against ledger and book of plates: is what hangs there what should hang there?
//!
//! Entry point: [`Audit::judge`]. Invariant: only texts that were read from photos are judged; an address that merely
//! looks like one of ours is a foreign code.

use super::ledger::{Ledger, Row, Status};
use super::signs::{Plate, Signs};
use crate::diag::codes::ledger as messages;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::qr::banks;
use crate::qr::vietqr::Transfer;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is compared with the photos.
pub struct Audit<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// The book of plates.
    pub signs: &'a Signs,
    /// Codes of other standards that the site shows, with the key of their entry: payments, networks.
    pub direct: &'a BTreeMap<String, String>,
}

/// A photo, or why there is nothing to see in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    /// Its file name.
    pub name: String,
    /// The texts of the codes in it.
    pub texts: BTreeSet<String>,
}

/// A code in a photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seen {
    /// A code of the ledger: the code and its key.
    Ours(String, String),
    /// A payment or other direct code of this site, with the key of its entry.
    Direct(String),
    /// Anything else, with its text.
    Foreign(String),
}

/// A photo with what was made of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Its file name.
    pub name: String,
    /// What was read in it.
    pub seen: Vec<Seen>,
    /// The serial of the plate that it should show, when that is known.
    pub serial: Option<String>,
    /// What is wrong.
    pub found: Diagnostics,
}

impl Audit<'_> {
    /// Judges photos, in the order of their names, and tells of plates that hang and are in none of them.
    pub fn judge(&self, photos: &[Photo]) -> (Vec<Judged>, Diagnostics) {
        let judged: Vec<Judged> = photos.iter().map(|photo| self.photo(photo)).collect();
        let codes = judged
            .iter()
            .flat_map(|photo| &photo.seen)
            .filter_map(|seen| match seen {
                Seen::Ours(code, _) => Some(code.as_str()),
                _ => None,
            });
        let codes: BTreeSet<&str> = codes.collect();
        let serials: BTreeSet<&str> = judged.iter().filter_map(|photo| photo.serial.as_deref()).collect();
        let is_unseen = |plate: &&Plate| {
            let several = self
                .signs
                .of_code(&plate.code)
                .filter(|other| other.status.hangs())
                .count()
                > 1;
            let is_seen = serials.contains(plate.serial.as_str()) || (!several && codes.contains(plate.code.as_str()));
            plate.status.hangs() && !is_seen
        };
        let unseen = self.signs.plates().iter().filter(is_unseen).map(|plate| {
            let finding = Diagnostic::new(messages::AUDIT_NOT_SEEN).at(plate.place.clone());
            finding.with("serial", &plate.serial).with("code", &plate.code)
        });
        let unseen = unseen.collect();
        (judged, unseen)
    }

    fn photo(&self, photo: &Photo) -> Judged {
        let mut seen: Vec<Seen> = photo.texts.iter().map(|text| self.what_is(text)).collect();
        // Ours first: what matters most is what should be there.
        seen.sort_by_key(|seen| matches!(seen, Seen::Foreign(_)));
        let plate = self.expected(&photo.name);
        let place = Place::file(&Arc::from(photo.name.as_str()));
        let mut found: Diagnostics = self
            .against(plate, &seen)
            .into_iter()
            .map(|d| d.at(place.clone()))
            .collect();
        crate::diag::sort(&mut found);
        Judged {
            name: photo.name.clone(),
            seen,
            serial: plate.map(|plate| plate.serial.clone()),
            found,
        }
    }

    /// The plate that a photo should show: the one that names it, else the one whose serial is the file's name.
    fn expected(&self, name: &str) -> Option<&Plate> {
        let file = name.rsplit('/').next().unwrap_or(name);
        let stem = file.split('.').next().unwrap_or(file);
        let plates = || self.signs.plates().iter();
        let is_file = |plate: &&Plate| {
            let own = plate.photo.as_deref().and_then(|photo| photo.rsplit('/').next());
            own.is_some_and(|own| own.eq_ignore_ascii_case(file))
        };
        // Cameras call their pictures alike: the folder tells them apart where it is written down.
        let exact = plates().find(|plate| plate.photo.as_deref() == Some(name));
        let named = exact.or_else(|| plates().find(is_file));
        named.or_else(|| plates().find(|plate| plate.serial == stem))
    }

    fn what_is(&self, text: &str) -> Seen {
        if let Some(row) = self.row_of(text) {
            return Seen::Ours(row.code.clone(), row.key.clone());
        }
        match self.direct.get(text) {
            Some(key) => Seen::Direct(key.clone()),
            None => Seen::Foreign(text.to_string()),
        }
    }

    /// The row whose printed address this is. Hosts and schemes have no case, some printers lose the last slash, and
    /// some add a blank or a line's end, which every phone leaves out.
    fn row_of(&self, text: &str) -> Option<&Row> {
        let text = text.trim();
        let code = text.trim_end_matches('/').rsplit('/').next()?;
        let row = self.ledger.get(code)?;
        (plain(text) == plain(&row.payload)).then_some(row)
    }

    /// What is wrong with what was seen.
    fn against(&self, plate: Option<&Plate>, seen: &[Seen]) -> Diagnostics {
        let mut found = Vec::new();
        if seen.is_empty() {
            found.push(match plate {
                Some(plate) => Diagnostic::new(messages::AUDIT_UNREADABLE_PLATE).with("serial", &plate.serial),
                None => Diagnostic::new(messages::AUDIT_UNREADABLE),
            });
            return found;
        }
        let ours = |code: &str| seen.iter().any(|one| matches!(one, Seen::Ours(own, _) if own == code));
        let is_missing = plate.filter(|plate| !ours(&plate.code));
        for one in seen {
            match one {
                Seen::Ours(code, key) => {
                    if let Some(plate) = is_missing {
                        let finding = Diagnostic::new(messages::AUDIT_WRONG_PLATE).with("serial", &plate.serial);
                        let wanted = plate
                            .entry
                            .as_deref()
                            .or_else(|| Some(&self.ledger.get(&plate.code)?.key));
                        let finding = finding.with("code", code).with("key", key).with("wanted", &plate.code);
                        found.push(finding.with("entry", wanted.unwrap_or(&plate.code)));
                    }
                    found.extend(self.standing(code, key));
                }
                Seen::Direct(_) => {}
                Seen::Foreign(text) => found.push(foreign(text, is_missing)),
            }
        }
        found
    }

    /// A code of ours that should not hang any more, or not yet.
    fn standing(&self, code: &str, key: &str) -> Option<Diagnostic> {
        let told = |message: &'static Code| Diagnostic::new(message).with("code", code).with("key", key);
        match self.ledger.get(code)?.status {
            Status::Reserved => Some(told(messages::AUDIT_NOT_ISSUED)),
            Status::Retired => Some(told(messages::AUDIT_RETIRED)),
            Status::Issued => None,
        }
    }
}

/// A code that is not this site's. A payment that leads elsewhere is told with whom it pays.
fn foreign(text: &str, instead_of: Option<&Plate>) -> Diagnostic {
    if let Ok(transfer) = Transfer::read(text) {
        let bank = banks::name_of(&transfer.bank).unwrap_or(&transfer.bank);
        let finding = Diagnostic::new(messages::AUDIT_FOREIGN_PAYMENT);
        return finding.with("bank", bank).with("account", &transfer.account);
    }
    let shown: String = text
        .chars()
        .take(120)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    match instead_of {
        Some(plate) => Diagnostic::new(messages::AUDIT_PASTED_OVER).with("serial", &plate.serial),
        None => Diagnostic::new(messages::AUDIT_FOREIGN),
    }
    .with("text", shown)
}

/// An address without what does not count in it.
fn plain(address: &str) -> String {
    let address = address.trim_end_matches('/');
    match address.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
            format!("{}://{}/{path}", scheme.to_ascii_lowercase(), host.to_ascii_lowercase())
        }
        None => address.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::languages::Languages;
    use crate::source::document::Document;
    use crate::text::Date;

    const ROWS: &str = "# vanbia codes 1\n\
        735195\trelics/den-ha\tissued\thttps://A.EXAMPLE/735195/\n\
        100001\trelics/chua\tissued\thttps://A.EXAMPLE/100001/\n\
        542514\trelics/dinh\tretired\thttps://A.EXAMPLE/542514/\n";
    const SIGNS: &str = "signs:\n\
        \x20 - { serial: 735195-1, code: \"735195\", status: installed, place: Cổng, date: 2026-11-20, photo: IMG_1.jpg }\n\
        \x20 - { serial: 100001-1, code: \"100001\", status: checked, place: Sân, date: 2026-11-20 }\n\
        \x20 - { serial: 100001-2, code: \"100001\", status: removed, place: Sân, date: 2026-11-20 }\n";
    const OURS: &str = "https://A.EXAMPLE/735195/";
    const OTHER: &str = "https://A.EXAMPLE/100001/";

    fn judged(photos: &[(&str, &[&str])]) -> Vec<(Vec<u16>, Option<String>)> {
        let (judged, unseen) = told(SIGNS, photos);
        let mut all: Vec<_> = judged
            .into_iter()
            .map(|photo| (photo.found.iter().map(|d| d.code.number).collect(), photo.serial))
            .collect();
        all.push((unseen.iter().map(|d| d.code.number).collect(), None));
        all
    }

    fn told(signs: &str, photos: &[(&str, &[&str])]) -> (Vec<Judged>, Diagnostics) {
        let (ledger, _) = Ledger::parse(&Arc::from("l"), ROWS);
        let day = Date::new(2026, 11, 21).unwrap();
        let (signs, found) = Signs::read(&Document::new("signs.yaml", signs), &Languages::vi_en(), day);
        assert_eq!(found, vec![]);
        let own = Transfer::to_account("970403", "0011012345678").payload().unwrap();
        let direct = [(own, "markets/cho".to_string())].into();
        let audit = Audit {
            ledger: &ledger,
            signs: &signs,
            direct: &direct,
        };
        let photos: Vec<Photo> = photos
            .iter()
            .map(|(name, texts)| Photo {
                name: (*name).to_string(),
                texts: texts.iter().map(|t| (*t).to_string()).collect(),
            })
            .collect();
        audit.judge(&photos)
    }

    fn one(name: &str, texts: &[&str]) -> Vec<u16> {
        judged(&[(name, texts)])[0].0.clone()
    }

    #[test]
    fn a_plate_that_is_what_it_should_be_is_good() {
        let all = judged(&[("IMG_1.jpg", &[OURS]), ("100001-1.jpeg", &["https://a.example/100001"])]);
        assert_eq!(all[0], (vec![], Some("735195-1".into())));
        assert_eq!(all[1], (vec![], Some("100001-1".into())));
        assert_eq!(all[2].0, Vec::<u16>::new(), "every plate that hangs was seen");
        assert_eq!(one("gate.jpg", &[OURS]), Vec::<u16>::new());
        let own = Transfer::to_account("970403", "0011012345678").payload().unwrap();
        assert_eq!(one("stall.jpg", &[OURS, &own]), Vec::<u16>::new());
    }

    #[test]
    fn wrong_foreign_and_unreadable_plates_are_told_apart() {
        assert_eq!(one("IMG_1.jpg", &[OTHER]), [661]);
        assert_eq!(one("IMG_1.jpg", &["https://evil.example/735195/"]), [662]);
        assert_eq!(one("IMG_1.jpg", &[OURS, "https://evil.example/"]), [663]);
        assert_eq!(one("x.jpg", &["https://evil.example/"]), [663]);
        assert_eq!(one("IMG_1.jpg", &[]), [660]);
        assert_eq!(one("x.jpg", &[]), [666]);
        assert_eq!(one("x.jpg", &["https://A.EXAMPLE/542514/"]), [665]);
        let thief = Transfer::to_account("970436", "9999999999").payload().unwrap();
        assert_eq!(one("IMG_1.jpg", &[OURS, &thief]), [664]);
    }

    #[test]
    fn plates_that_nobody_photographed_are_named() {
        let all = judged(&[("IMG_1.jpg", &[OURS])]);
        assert_eq!(all[1].0, [668]);
    }

    #[test]
    fn a_plate_that_no_photo_is_named_after_is_seen_by_its_code() {
        let all = judged(&[("cong.jpg", &[OURS]), ("san.jpg", &[OTHER])]);
        assert_eq!(all[2].0, Vec::<u16>::new());
        // Of two plates with one code a photo shows only the one that it is named after.
        let signs = format!("{SIGNS}  - {{ serial: 100001-3, code: \"100001\", status: checked, place: Ao }}\n");
        let unseen = told(&signs, &[("735195-1.jpg", &[OURS]), ("100001-3.jpg", &[OTHER])]).1;
        let serials: Vec<_> = unseen.iter().filter_map(|found| found.arg("serial")).collect();
        assert_eq!(serials, ["100001-1"]);
    }

    #[test]
    fn pictures_of_one_name_are_told_apart_by_their_folders() {
        let signs = SIGNS.replace("photo: IMG_1.jpg", "photo: cong/IMG_1.jpg");
        let signs = signs.replacen("place: Sân,", "place: Sân, photo: san/IMG_1.jpg,", 1);
        let (judged, _) = told(&signs, &[("cong/IMG_1.jpg", &[OURS]), ("san/IMG_1.jpg", &[OTHER])]);
        let seen: Vec<_> = judged
            .iter()
            .map(|photo| (photo.serial.as_deref(), photo.found.len()))
            .collect();
        assert_eq!(seen, [(Some("735195-1"), 0), (Some("100001-1"), 0)]);
    }

    #[test]
    fn what_should_be_there_is_named_first_and_strange_texts_are_cut() {
        let long = format!("Một\ndòng {}", "x".repeat(300));
        let photo = told(SIGNS, &[("IMG_1.jpg", &[&long, OURS])]).0.remove(0);
        assert!(
            matches!(&photo.seen[..], [Seen::Ours(..), Seen::Foreign(_)]),
            "{:?}",
            photo.seen
        );
        let text = photo.found[0].arg("text").unwrap();
        assert!(text.chars().count() == 120 && text.starts_with("Một dòng x"), "{text}");
    }

    #[test]
    fn blanks_around_an_address_make_it_no_other_one() {
        assert_eq!(one("IMG_1.jpg", &[" https://A.EXAMPLE/735195/\r\n"]), Vec::<u16>::new());
    }
}
