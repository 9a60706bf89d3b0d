//! Institutions that take transfers by VietQR, by their six-digit number (BIN).
//!
//! Entry point: [`name_of`], [`number_of`], [`meant`]. Invariant: facts only, the table made by `make_banks.mjs`; no marks,
//! no logos. A bank is never guessed from a short name that is only similar: money would go elsewhere.

use crate::text::fold;

/// Number, short name, earlier names.
const TABLE: &str = include_str!("banks.tsv");

/// Short codes in public use (stock exchange, VietQR, the banks themselves) and the numbers that they stand for. Codes
/// that two banks share are left out: BVB is BVBank on the stock exchange and BaoViet Bank in VietQR.
const CODES: &[(&str, &str)] = &[
    ("ABB", "970425"),
    ("BAB", "970409"),
    ("CBB", "970444"),
    ("CTG", "970415"),
    ("DAB", "970406"),
    ("EIB", "970431"),
    ("GPB", "970408"),
    ("HDB", "970437"),
    ("HSBC", "458761"),
    ("ICB", "970415"),
    ("IVB", "970434"),
    ("KLB", "970452"),
    ("LPB", "970449"),
    ("MBB", "970422"),
    ("NAB", "970428"),
    ("NVB", "970419"),
    ("PGB", "970430"),
    ("PVCB", "970412"),
    ("SEAB", "970440"),
    ("SGB", "970400"),
    ("SSB", "970440"),
    ("STB", "970403"),
    ("TCB", "970407"),
    ("TPB", "970423"),
    ("UOB", "970458"),
    ("VAB", "970427"),
    ("VBA", "970405"),
    ("VBARD", "970405"),
    ("VBB", "970433"),
    ("VCB", "970436"),
    ("VCCB", "970454"),
    ("VPB", "970432"),
    ("VRB", "970421"),
];

/// The names that stand on the doors of banks, without «ngân hàng», «thương mại cổ phần» and «Việt Nam».
const FULL: &[(&str, &str)] = &[
    ("a chau", "970416"),
    ("an binh", "970425"),
    ("bac a", "970409"),
    ("ban viet", "970454"),
    ("bao viet", "970438"),
    ("cong thuong", "970415"),
    ("dai chung", "970412"),
    ("dau tu va phat trien", "970418"),
    ("dong nam a", "970440"),
    ("hang hai", "970426"),
    ("kien long", "970452"),
    ("ky thuong", "970407"),
    ("loc phat", "970449"),
    ("nam a", "970428"),
    ("ngoai thuong", "970436"),
    ("nong nghiep va phat trien nong thon", "970405"),
    ("phat trien thanh pho ho chi minh", "970437"),
    ("phuong dong", "970448"),
    ("quan doi", "970422"),
    ("quoc dan", "970419"),
    ("quoc te", "970441"),
    ("sai gon cong thuong", "970400"),
    ("sai gon ha noi", "970443"),
    ("sai gon thuong tin", "970403"),
    ("thinh vuong", "970432"),
    ("tien phong", "970423"),
    ("viet a", "970427"),
    ("xuat nhap khau", "970431"),
];

/// What is left of VietBank and SaigonBank without «bank»: words in the names of others.
const VAGUE: &[&str] = &["viet", "saigon"];

/// A name with fewer letters may be another bank's but for one of them.
const LONG: usize = 8;

fn rows() -> impl Iterator<Item = (&'static str, &'static str, std::str::Split<'static, char>)> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?, cells))
    })
}

/// The short name of a number: `970436` → `Vietcombank`.
pub fn name_of(number: &str) -> Option<&'static str> {
    rows().find(|(known, ..)| *known == number).map(|(_, name, _)| name)
}

/// The number of a short name or code, however it is spaced and capitalized: `vietcombank`, `MB Bank`, `mbbank`, `VCB`.
pub fn number_of(name: &str) -> Option<&'static str> {
    let asked = plain(name);
    let is_short = |known: &str| {
        let known = plain(known);
        let is_it = |short: &str| short.len() > 1 && short == asked && !VAGUE.contains(&short);
        known.strip_suffix("bank").is_some_and(is_it)
    };
    exactly(&asked).or_else(|| row(is_short))
}

/// The number of a whole short name or code in plain letters.
fn exactly(asked: &str) -> Option<&'static str> {
    let code = CODES.iter().find(|(code, _)| plain(code) == asked);
    code.map(|(_, number)| *number)
        .or_else(|| row(|known| plain(known) == asked))
}

/// The number of the first row that has such a name, now or earlier.
fn row(is_it: impl Fn(&str) -> bool) -> Option<&'static str> {
    let mut rows = rows();
    rows.find(|(_, now, earlier)| is_it(now) || earlier.clone().any(&is_it))
        .map(|(number, ..)| number)
}

/// The short name of the only bank that can be meant by words that are no name: a name among others (`Agribank chi nhánh
/// Lâm Thao`), the name on the door (`Ngân hàng TMCP Ngoại thương`), a long name with one or two wrong letters.
pub fn meant(words: &str) -> Option<&'static str> {
    let number = within(words)
        .or_else(|| on_the_door(words))
        .or_else(|| misspelt(words))?;
    name_of(number)
}

/// The only bank that is named by one to four of these words.
fn within(words: &str) -> Option<&'static str> {
    let folded = fold(words);
    let list: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let mut found: Vec<&'static str> = Vec::new();
    let mut at = 0;
    while at < list.len() {
        // `Nam A Bank` before `A Bank`; two letters may be a syllable as well, and what is left of a name without «bank»
        // may be a place: Kiên Long.
        let longest = (1..=4.min(list.len() - at)).rev().find_map(|count| {
            let said = &list[at..at + count];
            let is_name = said.iter().any(|word| word.len() > 2);
            exactly(&said.concat())
                .filter(|_| is_name)
                .map(|number| (count, number))
        });
        match longest {
            Some((count, number)) => {
                found.push(number);
                at += count;
            }
            None => at += 1,
        }
    }
    found.dedup();
    if let [one] = found[..] { Some(one) } else { None }
}

/// The bank whose whole name this is.
fn on_the_door(words: &str) -> Option<&'static str> {
    const COMMON: &[&str] = &[
        "ngan hang ",
        "nh ",
        "tmcp ",
        "thuong mai co phan ",
        "tnhh ",
        "mtv ",
        "nha nuoc ",
    ];
    let folded = fold(words);
    let list: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let joined = list.join(" ");
    let mut rest = joined.as_str();
    while let Some(shorter) = COMMON.iter().find_map(|word| rest.strip_prefix(word)) {
        rest = shorter;
    }
    let bare = rest.strip_suffix(" viet nam").unwrap_or(rest);
    let bare = bare.strip_prefix("viet nam ").unwrap_or(bare);
    FULL.iter().find(|(name, _)| *name == bare).map(|(_, number)| *number)
}

/// The bank of a long name with one or two slips, where no other name is as near.
fn misspelt(words: &str) -> Option<&'static str> {
    let asked = plain(words);
    if asked.len() < LONG {
        return None;
    }
    let allowed = if asked.len() < LONG + 2 { 1 } else { 2 };
    let all =
        rows().flat_map(|(number, now, earlier)| std::iter::once(now).chain(earlier).map(move |name| (number, name)));
    let slips = all.map(|(number, name)| (strsim::damerau_levenshtein(&asked, &plain(name)), number, name.len()));
    let mut near: Vec<_> = slips.filter(|(slips, ..)| *slips <= allowed + 1).collect();
    near.sort_unstable();
    near.dedup_by_key(|(_, number, _)| *number);
    match near[..] {
        [(slips, number, length)] if slips <= allowed && length >= LONG => Some(number),
        _ => None,
    }
}

/// Every short name, for those who look for theirs.
pub fn names() -> impl Iterator<Item = &'static str> {
    rows().map(|(_, name, _)| name)
}

/// Small letters and digits without marks.
fn plain(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_answer_each_other() {
        for (number, name, _) in rows() {
            assert!(
                number.len() == 6 && number.bytes().all(|b| b.is_ascii_digit()),
                "{number}"
            );
            assert_eq!((name_of(number), number_of(name)), (Some(name), Some(number)));
        }
        assert_eq!(name_of("970436"), Some("Vietcombank"));
        assert_eq!(name_of("000000"), None);
    }

    #[test]
    fn codes_and_names_on_doors_are_of_banks_in_the_table() {
        for (code, number) in CODES.iter().chain(FULL) {
            assert!(name_of(number).is_some(), "{code}");
        }
        for (code, number) in CODES {
            let bank = rows().find(|(_, name, _)| plain(name) == plain(code));
            assert!(
                bank.is_none_or(|(known, ..)| known == *number),
                "{code} is the name of another bank"
            );
        }
    }

    #[test]
    fn a_bank_is_proposed_only_when_no_other_can_be_meant() {
        for (written, name) in [
            ("Agribank Lâm Thao", "Agribank"),
            ("chi nhánh VCB Lâm Thao", "Vietcombank"),
            ("NH Nam A Bank Đà Lạt", "Nam A Bank"),
            ("ngan hang nong nghiep va phat trien nong thon", "Agribank"),
            ("Ngân hàng Nông nghiệp và Phát triển Nông thôn Việt Nam", "Agribank"),
            ("Ngân hàng TMCP Ngoại thương Việt Nam", "Vietcombank"),
            ("Ngân hàng TMCP Việt Nam Thịnh Vượng", "VPBank"),
            ("Ngân hàng TMCP Sài Gòn Công Thương", "SaigonBank"),
            ("Vietcombnk", "Vietcombank"),
            ("Sacombnk", "Sacombank"),
            ("Argibank", "Agribank"),
        ] {
            assert_eq!(meant(written), Some(name), "{written}");
        }
        for written in [
            "VBSP",
            "NHNN",
            "VCD",
            "TBC",
            "BVB",
            "ABCD",
            "Vietbnk",
            "Viettel Money",
            "Ngân hàng Sài Gòn",
            "Ngân hàng Hợp tác xã Việt Nam",
            "Agribank hoặc BIDV",
            "Quỹ tín dụng An Bình",
            "Quỹ tín dụng Kiên Long",
            "Ngân hàng Chính sách xã hội",
            "970499",
            "",
        ] {
            assert_eq!(meant(written), None, "{written}");
        }
    }

    #[test]
    fn names_are_found_as_people_write_them_and_by_what_they_were_called() {
        for (written, number) in [
            ("vietcombank", "970436"),
            ("MB", "970422"),
            ("mb bank", "970422"),
            ("DongA Bank", "970406"),
            ("LienVietPostBank", "970449"),
            ("Co-opBank", "970446"),
        ] {
            assert_eq!(number_of(written), Some(number), "{written}");
        }
        for (written, name) in [
            ("VCB", "Vietcombank"),
            ("tcb", "Techcombank"),
            ("BIDV", "BIDV"),
            ("CTG", "VietinBank"),
            ("STB", "Sacombank"),
            ("MBB", "MB Bank"),
            ("TPB", "TPBank"),
            ("HDB", "HDBank"),
            ("LPB", "LPBank"),
            ("VPB", "VPBank"),
            ("SHB", "SHB"),
            ("VIB", "VIB"),
            ("OCB", "OCB Bank"),
            ("MSB", "MSB"),
            ("EIB", "Eximbank"),
            ("ABB", "AB Bank"),
            ("SCB", "SCB"),
            ("NAB", "Nam A Bank"),
            ("BAB", "BacA Bank"),
            ("VAB", "VietABank"),
            ("PVCB", "PVcomBank"),
            ("SGB", "SaigonBank"),
            ("KLB", "KienlongBank"),
            ("SSB", "SeABank"),
            ("Nam Á Bank", "Nam A Bank"),
        ] {
            assert_eq!(number_of(written).and_then(name_of), Some(name), "{written}");
        }
        for vague in ["bank", "Việt", "Sài Gòn", "saigon"] {
            assert_eq!(number_of(vague), None, "{vague}");
        }
        assert_eq!(number_of(""), None);
    }
}
