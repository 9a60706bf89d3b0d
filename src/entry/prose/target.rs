//! Where a link leads, judged by its address alone.
//!
//! Entry point: [`Target::of`]. Invariant: an allow-list. The judgement falls on what a browser would see: entities are
//! decoded already, control characters and spaces are stripped, letter case is folded; whatever is not named in
//! [`Target`] is refused.

use super::What;

/// A classified address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Another entry of the site, by key (`relics/chua-bo-da`); the empty key is the home page.
    Entry {
        /// The key, without slashes at its ends.
        key: Box<str>,
        /// What stands behind `#`.
        fragment: Option<Box<str>>,
    },
    /// A place on the same page.
    Fragment(Box<str>),
    /// A file of the entry's folder, with its extension.
    File(Box<str>),
    /// A page elsewhere, `http` or `https`.
    Web(Box<str>),
    /// A mail address, without `mailto:`.
    Mail(Box<str>),
    /// A telephone number, without `tel:`.
    Tel(Box<str>),
    /// Coordinates, without `geo:`.
    Geo(Box<str>),
    /// No link: the text is in another language (BCP 47).
    Lang(Box<str>),
    /// Not allowed; a finding says so, and the text is shown without a link.
    Refused(Refusal),
}

/// Why an address is refused, with what the finding says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was written.
    Empty,
    /// A scheme that is not on the list, in lower case.
    Scheme(Box<str>),
    /// `//host/…`
    WithoutScheme,
    /// `C:\…`, `\\server\…`
    Windows,
    /// `..` leads out of the folder.
    Outside,
    /// An address that needs `https://`, `mailto:` or `tel:` in front; the mended one.
    Incomplete(Box<str>),
    /// A path to a text; the key of its entry.
    TextFile(Box<str>),
    /// Not a language tag.
    Language(Box<str>),
    /// A picture must be a file of the entry.
    NotPicture,
    /// A picture from another site.
    PictureElsewhere,
    /// Not a key, not a file: spaces, `?` and the like.
    Unreadable,
}

impl Target {
    /// Classifies an address.
    pub(super) fn of(written: &str, what: What) -> Target {
        let target = classify(written).unwrap_or_else(Target::Refused);
        match (what, target) {
            (What::Link, target) => target,
            (What::Picture, Target::Web(_)) => Target::Refused(Refusal::PictureElsewhere),
            (What::Picture, target @ (Target::File(_) | Target::Refused(_))) => target,
            (What::Picture, _) => Target::Refused(Refusal::NotPicture),
        }
    }
}

fn classify(written: &str) -> Result<Target, Refusal> {
    // Browsers drop control characters and surrounding spaces before they look at the scheme.
    let address: String = written.chars().filter(|c| !c.is_control()).collect();
    let address = address.trim();
    if address.is_empty() {
        return Err(Refusal::Empty);
    }
    if let Some(id) = address.strip_prefix('#') {
        return match decoded(id) {
            Some(id) if !id.is_empty() => Ok(Target::Fragment(id.into())),
            _ => Err(Refusal::Empty),
        };
    }
    if let Some((scheme, rest)) = scheme(address) {
        return with_scheme(&scheme, rest, address);
    }
    if address.contains('\\') {
        return Err(Refusal::Windows);
    }
    if address.starts_with("//") {
        return Err(Refusal::WithoutScheme);
    }
    inside(address)
}

/// The scheme in lower case, and what follows the colon.
fn scheme(address: &str) -> Option<(String, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    // Spaces and invisible characters inside a scheme are no scheme to a browser, but no key of ours either.
    let plain: String = scheme.chars().filter(char::is_ascii_graphic).collect();
    let first = plain.chars().next()?;
    let is_scheme = first.is_ascii_alphabetic()
        && plain
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    is_scheme.then(|| (plain.to_ascii_lowercase(), rest))
}

fn with_scheme(scheme: &str, rest: &str, address: &str) -> Result<Target, Refusal> {
    let words = |s: &str| s.chars().any(char::is_whitespace);
    match scheme {
        "http" | "https" => match rest.strip_prefix("//") {
            Some(host) if host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !words(host) => {
                Ok(Target::Web(format!("{scheme}:{rest}").into()))
            }
            _ => Err(Refusal::Unreadable),
        },
        "mailto" => match decoded(rest) {
            Some(mail) if is_mail(&mail) => Ok(Target::Mail(mail.into())),
            _ => Err(Refusal::Unreadable),
        },
        "tel" if is_phone(rest) => Ok(Target::Tel(rest.into())),
        "geo" if is_position(rest) => Ok(Target::Geo(rest.into())),
        "lang" if is_language(rest) => Ok(Target::Lang(rest.into())),
        "lang" => Err(Refusal::Language(rest.into())),
        "tel" | "geo" => Err(Refusal::Unreadable),
        _ if scheme.len() == 1 => Err(Refusal::Windows),
        // `localhost:8000/x`, `example.vn:8080`: a host with its port.
        _ if scheme.contains('.') && rest.starts_with(|c: char| c.is_ascii_digit()) => {
            Err(Refusal::Incomplete(format!("https://{address}").into()))
        }
        _ => Err(Refusal::Scheme(scheme.into())),
    }
}

fn inside(address: &str) -> Result<Target, Refusal> {
    if is_mail(address) {
        return Err(Refusal::Incomplete(format!("mailto:{address}").into()));
    }
    if address.len() >= 8 && is_phone(address) {
        return Err(Refusal::Incomplete(format!("tel:{}", international(address)).into()));
    }
    if is_host(address) {
        return Err(Refusal::Incomplete(format!("https://{address}").into()));
    }
    let (path, fragment) = match address.split_once('#') {
        Some((path, id)) => (path, Some(decoded(id).ok_or(Refusal::Unreadable)?)),
        None => (address, None),
    };
    let path = decoded(path).ok_or(Refusal::Unreadable)?;
    let path = path.trim_start_matches("./");
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = path.strip_suffix('/').unwrap_or(path);
    if path.split('/').any(|part| part == "..") {
        return Err(Refusal::Outside);
    }
    let odd = |c: char| c.is_control() || matches!(c, '?' | '\\' | ':' | '*' | '"' | '<' | '>' | '|');
    if path.contains(odd) || !path.is_empty() && path.split('/').any(|part| part.is_empty() || part == ".") {
        return Err(Refusal::Unreadable);
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    if let Some((_, extension)) = name.rsplit_once('.') {
        let folder = path.strip_suffix(name).unwrap_or("").trim_end_matches('/');
        return match extension.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Err(Refusal::TextFile(folder.into())),
            "" => Err(Refusal::Unreadable),
            _ => Ok(Target::File(path.into())),
        };
    }
    if path.contains(char::is_whitespace) {
        return Err(Refusal::Unreadable);
    }
    Ok(Target::Entry {
        key: path.into(),
        fragment: fragment.filter(|id| !id.is_empty()).map(Into::into),
    })
}

/// Percent escapes resolved; none when they do not make text.
fn decoded(text: &str) -> Option<String> {
    if !text.contains('%') {
        return Some(text.to_string());
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let pair = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match pair.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if bytes[at] == b'%' => {
                out.push(byte);
                at += 3;
            }
            _ => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8(out)
        .ok()
        .filter(|text| !text.chars().any(char::is_control))
}

fn is_mail(text: &str) -> bool {
    let address = text.split('?').next().unwrap_or(text);
    address.split_once('@').is_some_and(|(user, host)| {
        !user.is_empty()
            && host.contains('.')
            && !address.contains(|c: char| c.is_whitespace() || "/<>\"'".contains(c))
            && !host.contains('@')
    })
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (3..=15).contains(&digits)
        && text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | '(' | ')' | ' '))
}

fn international(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('0') {
        Some(rest) if !phone.contains('+') => format!("+84{rest}"),
        _ => format!("+{digits}"),
    }
}

fn is_position(text: &str) -> bool {
    let pair = text.split([';', '?']).next().unwrap_or(text);
    let numbers: Vec<_> = pair.split(',').map(str::parse::<f64>).collect();
    let plain = text
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || ".,-;=?&()%+_".contains(c));
    plain && (2..=3).contains(&numbers.len()) && numbers.iter().all(|n| n.as_ref().is_ok_and(|n| n.is_finite()))
}

/// `facebook.com/x`, `www.example.vn`: what people copy from an address bar that hides the scheme.
fn is_host(text: &str) -> bool {
    const ENDINGS: [&str; 10] = ["com", "vn", "org", "net", "info", "edu", "gov", "asia", "io", "app"];
    let host = text.split(['/', '?', '#']).next().unwrap_or(text).to_ascii_lowercase();
    host.starts_with("www.") || host.rsplit_once('.').is_some_and(|(_, end)| ENDINGS.contains(&end))
}

/// Loosely BCP 47: two or three letters, then parts of up to eight letters and digits.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let letters = |s: &str| s.chars().all(|c| c.is_ascii_alphabetic());
    (2..=3).contains(&first.len())
        && letters(first)
        && parts.all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()))
}
