//! The text inside a payment code: VietQR, as NAPAS lays it down (EMVCo merchant-presented QR with tag 38).
//!
//! Entry point: [`Transfer::payload`] to write, [`Transfer::read`] to read strictly. Invariant: what is written is read
//! back the same; lengths count characters, which are ASCII all of them; the check value is CRC-16/CCITT-FALSE over
//! everything before it, its own tag and length included, in capitals and padded to four digits.

use std::fmt::Write as _;

/// Application identifier of NAPAS in tag 38.
const NAPAS: &str = "A000000727";

/// The longest account or card number.
pub const MAX_ACCOUNT: usize = 19;

/// The longest purpose, and the longest of each other additional text.
pub const MAX_PURPOSE: usize = 25;

/// A transfer stays below this many dong (limit of the fast transfer service).
pub const MAX_AMOUNT: u64 = 500_000_000;

/// What a payment code asks for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Transfer {
    /// Six digits: see [`super::banks`].
    pub bank: String,
    /// Account or card number.
    pub account: String,
    /// True when `account` is the number of a card.
    pub is_card: bool,
    /// True for a code that is good for one payment; a printed sign with a price serves many.
    pub is_single: bool,
    /// Whole dong; none lets the payer fill it in.
    pub amount: Option<u64>,
    /// Additional texts by their two-digit number, ascending: 01 bill, 05 reference, 08 purpose.
    pub texts: Vec<(u8, String)>,
}

/// Why something is no good payment code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Tags and lengths do not add up, outside or inside another one.
    Lengths,
    /// The check value is not the one of the text.
    Check {
        /// The right one.
        right: String,
    },
    /// A tag is missing, has another value than it must have, or stands at the wrong place.
    Tag(&'static str),
    /// A payment code of another scheme (a shop's contract with a payment company).
    OtherScheme,
    /// Bank, account, amount or a text has characters or a length that the standard does not allow.
    Value(&'static str),
}

impl Flaw {
    /// In words: Vietnamese, English.
    pub fn reason(&self) -> (&'static str, &'static str) {
        match self {
            Flaw::Lengths => (
                "độ dài ghi trong mã không khớp với nội dung",
                "the lengths given in the code do not match its content",
            ),
            Flaw::Check { .. } => (
                "số kiểm tra ở cuối không khớp",
                "the check value at the end does not match",
            ),
            Flaw::Tag(_) => (
                "thiếu hoặc sai một phần bắt buộc",
                "a required part is missing or wrong",
            ),
            Flaw::OtherScheme => (
                "mã thanh toán theo chuẩn khác, không phải VietQR",
                "a payment code of another standard, not VietQR",
            ),
            Flaw::Value(_) => (
                "một giá trị quá dài hoặc có ký tự không cho phép",
                "a value is too long or has characters that are not allowed",
            ),
        }
    }
}

impl Transfer {
    /// A transfer to an account that may be made any number of times.
    pub fn to_account(bank: &str, account: &str) -> Self {
        Self {
            bank: bank.to_string(),
            account: account.to_string(),
            ..Self::default()
        }
    }

    /// The text for the code.
    pub fn payload(&self) -> Result<String, Flaw> {
        self.check()?;
        let service = if self.is_card { "QRIBFTTC" } else { "QRIBFTTA" };
        let party = tag(0, &self.bank) + &tag(1, &self.account);
        let account = tag(0, NAPAS) + &tag(1, &party) + &tag(2, service);
        let mut out = tag(0, "01");
        out += &tag(1, if self.is_single { "12" } else { "11" });
        out += &tag(38, &account);
        out += &tag(53, "704");
        if let Some(amount) = self.amount {
            out += &tag(54, &amount.to_string());
        }
        out += &tag(58, "VN");
        if !self.texts.is_empty() {
            let texts: String = self.texts.iter().map(|(id, text)| tag(*id, text)).collect();
            if texts.len() > 99 {
                return Err(Flaw::Value("62"));
            }
            out += &tag(62, &texts);
        }
        out += "6304";
        let check = crc(out.as_bytes());
        let _ = write!(out, "{check:04X}");
        Ok(out)
    }

    fn check(&self) -> Result<(), Flaw> {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if self.bank.len() != 6 || !digits(&self.bank) {
            return Err(Flaw::Value("bank"));
        }
        let account = self.account.bytes().all(|b| b.is_ascii_alphanumeric());
        if self.account.is_empty() || self.account.len() > MAX_ACCOUNT || !account {
            return Err(Flaw::Value("account"));
        }
        if self.amount.is_some_and(|amount| amount == 0 || amount >= MAX_AMOUNT) {
            return Err(Flaw::Value("amount"));
        }
        let good = |text: &str| {
            let printable = text.bytes().all(|b| (b' '..=b'~').contains(&b));
            !text.is_empty() && text.len() <= MAX_PURPOSE && printable
        };
        if !self.texts.iter().all(|(id, text)| (1..=9).contains(id) && good(text)) {
            return Err(Flaw::Value("62"));
        }
        let ascending = self.texts.windows(2).all(|pair| pair[0].0 < pair[1].0);
        if ascending { Ok(()) } else { Err(Flaw::Value("62")) }
    }

    /// Reads the text of a code; lower-case check values are accepted, because some banks write them.
    pub fn read(payload: &str) -> Result<Self, Flaw> {
        let tags = tags(payload).ok_or(Flaw::Lengths)?;
        let find = |id: u8| tags.iter().find(|(known, _)| *known == id).map(|(_, value)| *value);
        check_frame(payload, &tags)?;
        let Some(account) = find(38) else {
            return Err(if (26..52).any(|id| find(id).is_some()) {
                Flaw::OtherScheme
            } else {
                Flaw::Tag("38")
            });
        };
        let account = self::tags(account).ok_or(Flaw::Lengths)?;
        let [(0, NAPAS), (1, party), (2, service)] = account[..] else {
            return Err(match account.first() {
                Some((0, id)) if *id != NAPAS => Flaw::OtherScheme,
                _ => Flaw::Tag("38"),
            });
        };
        let party = self::tags(party).ok_or(Flaw::Lengths)?;
        let [(0, bank), (1, number)] = party[..] else {
            return Err(Flaw::Tag("38-01"));
        };
        if find(53) != Some("704") || find(58) != Some("VN") {
            return Err(Flaw::Tag("53, 58"));
        }
        let amount = find(54)
            .map(|text| text.parse().map_err(|_| Flaw::Value("amount")))
            .transpose()?;
        let texts = self::tags(find(62).unwrap_or_default()).ok_or(Flaw::Lengths)?;
        let transfer = Self {
            bank: bank.to_string(),
            account: number.to_string(),
            is_card: match service {
                "QRIBFTTA" => false,
                "QRIBFTTC" => true,
                _ => return Err(Flaw::Tag("38-02")),
            },
            is_single: match find(1) {
                Some("11") => false,
                Some("12") => true,
                _ => return Err(Flaw::Tag("01")),
            },
            amount,
            texts: texts.into_iter().map(|(id, text)| (id, text.to_string())).collect(),
        };
        transfer.check().map(|()| transfer)
    }
}

/// First and last tag, and the check value.
fn check_frame(payload: &str, tags: &[(u8, &str)]) -> Result<(), Flaw> {
    if tags.first() != Some(&(0, "01")) {
        return Err(Flaw::Tag("00"));
    }
    let Some((63, check)) = tags.last() else {
        return Err(Flaw::Tag("63"));
    };
    if check.len() != 4 {
        return Err(Flaw::Lengths);
    }
    let right = format!("{:04X}", crc(&payload.as_bytes()[..payload.len() - 4]));
    if check.eq_ignore_ascii_case(&right) {
        Ok(())
    } else {
        Err(Flaw::Check { right })
    }
}

/// One tag: two digits, length, value.
fn tag(id: u8, value: &str) -> String {
    format!("{id:02}{:02}{value}", value.len())
}

/// Tags one after the other; none when they do not fill the text exactly.
fn tags(text: &str) -> Option<Vec<(u8, &str)>> {
    let number = |at: usize| -> Option<usize> {
        let digits = text.get(at..at + 2)?;
        digits
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| digits.parse().ok())?
    };
    let mut tags = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (id, length) = (number(at)?, number(at + 2)?);
        let value = text.get(at + 4..at + 4 + length).filter(|value| !value.is_empty())?;
        tags.push((u8::try_from(id).ok()?, value));
        at += 4 + length;
    }
    Some(tags)
}

/// CRC-16/CCITT-FALSE: polynomial 1021, start FFFF, no reflection.
pub fn crc(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xFFFF, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc: u16, _| {
            if crc & 0x8000 == 0 { crc << 1 } else { crc << 1 ^ 0x1021 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Codes of the standard's own examples and of what banks and wallets really emit.
    const GOOD: &[&str] = &[
        "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52",
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E",
        "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203",
        "00020101021138570010A00000072701270006970403011300110123456780208QRIBFTTA53037045802VN63049E6F",
        "00020101021138540010A00000072701240006970423011000999999990208QRIBFTTA53037045802VN6304CBB4",
        "00020101021238570010A00000072701270006970422011300234579234420208QRIBFTTA53037045405401235802VN62200816test text string6304D9C6",
        "00020101021238570010A00000072701270006970422011300234579234420208QRIBFTTA53037045405401235802VN62160812chuyen khoan6304722F",
        "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA530370454061200005802VN62170813ung ho lu lut6304C15C",
        "00020101021238630010A0000007270133000697042201190023457923442ASDFLJ0208QRIBFTTA53037045405401235802VN62290825chuyen khoan alsdkf laksj6304E5DB",
        "00020101021138530010A0000007270123000697041601092576788590208QRIBFTTA53037045802VN6304AE9F",
        "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA53037045405100005802VN62150811Chuyen tien630453E6",
        "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8",
        "00020101021138580010A000000727012800069704070114190304136010180208QRIBFTTA53037045802VN63040283",
        "00020101021138540010A00000072701240006970422011003523509170208QRIBFTTA53037045802VN630479db",
        "00020101021138620010A000000727013200069710250118PSP1234567890000000208QRIBFTTA53037045802VN62190515MOMOW2W123456786304821F",
        "00020101021138620010A00000072701320006970454011899ZP24009M072482670208QRIBFTTA53037045802VN6304073C",
    ];

    #[test]
    fn every_published_code_is_read_and_written_again_byte_for_byte() {
        for payload in GOOD {
            let transfer = Transfer::read(payload).unwrap_or_else(|flaw| panic!("{payload}: {flaw:?}"));
            let written = transfer.payload().unwrap();
            // Some banks write the check value in small letters; we never do.
            assert_eq!(written, payload.replace("79db", "79DB"));
        }
        assert_eq!(GOOD.len(), 16);
        assert_eq!(crc(b"123456789"), 0x29B1);
    }

    #[test]
    fn malformed_codes_are_refused_with_the_reason() {
        let cases = [
            // The standard's own first example, as printed: length 12 for an account of 13 digits.
            (
                "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN6304F4E5",
                Flaw::Lengths,
            ),
            // A length of 39 that swallows the next tag.
            (
                "00020101021138570010A00000072701390006970422011301234567890200208QRIBFTTA53037045802VN6304A3CF",
                Flaw::Tag("38"),
            ),
            (
                "00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB5",
                Flaw::Check { right: "BBB8".into() },
            ),
            // A shop's code by a payment company.
            (
                "00020101021126280010A000000775011001087990425204597753037045802VN5909MYPHAMHER6005HANOI62260311MY PHAM HER0707MPHER0163041C50",
                Flaw::OtherScheme,
            ),
            ("", Flaw::Tag("00")),
            ("https://DISAN.EXAMPLE/735195/", Flaw::Lengths),
            ("000201", Flaw::Tag("63")),
        ];
        for (payload, flaw) in cases {
            assert_eq!(Transfer::read(payload), Err(flaw), "{payload}");
        }
        // Every single character that is lost or changed is noticed.
        let whole = GOOD[1];
        for at in 0..whole.len() {
            let shorter = format!("{}{}", &whole[..at], &whole[at + 1..]);
            let other = if &whole[at..=at] == "7" { "8" } else { "7" };
            let changed = format!("{}{other}{}", &whole[..at], &whole[at + 1..]);
            assert!(
                Transfer::read(&shorter).is_err() && Transfer::read(&changed).is_err(),
                "{at}"
            );
        }
    }

    #[test]
    fn a_price_on_a_sign_serves_many_payments() {
        let transfer = Transfer {
            amount: Some(120_000),
            texts: vec![(8, "mua che".into())],
            ..Transfer::to_account("970403", "0011012345678")
        };
        let payload = transfer.payload().unwrap();
        assert!(payload.starts_with("000201010211"), "{payload}");
        assert!(payload.contains("5406120000") && payload.contains("62110807mua che"));
        assert_eq!(Transfer::read(&payload), Ok(transfer));
    }

    #[test]
    fn what_the_standard_does_not_allow_is_not_written() {
        let good = Transfer::to_account("970403", "0011012345678");
        let with = |change: fn(&mut Transfer)| {
            let mut bad = good.clone();
            change(&mut bad);
            bad.payload()
        };
        assert_eq!(with(|t| t.bank = "97040".into()), Err(Flaw::Value("bank")));
        assert_eq!(with(|t| t.account = "0".repeat(20)), Err(Flaw::Value("account")));
        assert_eq!(with(|t| t.account = "001 101".into()), Err(Flaw::Value("account")));
        assert_eq!(with(|t| t.amount = Some(0)), Err(Flaw::Value("amount")));
        assert_eq!(with(|t| t.amount = Some(500_000_000)), Err(Flaw::Value("amount")));
        assert_eq!(with(|t| t.texts = vec![(8, "ủng hộ".into())]), Err(Flaw::Value("62")));
        assert_eq!(with(|t| t.texts = vec![(8, "x".repeat(26))]), Err(Flaw::Value("62")));
        assert!(with(|t| t.amount = Some(499_999_999)).is_ok());
    }
}
