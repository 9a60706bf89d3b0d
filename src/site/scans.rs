//! How often printed codes were scanned, from a host's log of requests.
//!
//! Entry point: [`Scans::add`] for each line, then [`Scans::rows`]. Invariant: codes open by paths of their own, so the
//! host's log is enough; what is kept of a line is a code and a month, never an address or anything else of a visitor.

use super::ledger::Ledger;
use std::collections::BTreeMap;

/// Words in the names of programs that fetch pages without anybody scanning anything.
const PROGRAMS: &[&str] = &[
    "bot",
    "crawl",
    "spider",
    "preview",
    "externalhit",
    "monitor",
    "uptime",
    "curl/",
    "wget/",
    "python-",
    "vanbia/",
];

/// Counts per code and month.
#[derive(Clone, Debug)]
pub struct Scans<'a> {
    ledger: &'a Ledger,
    counts: BTreeMap<(String, String), u64>,
    /// Lines that are no line of a log in the common or combined format.
    pub strange: u64,
    /// Requests for codes by programs, which are not counted.
    pub programs: u64,
    /// Lines in all.
    pub lines: u64,
}

/// One count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan<'a> {
    /// The code.
    pub code: &'a str,
    /// Its key.
    pub key: &'a str,
    /// `2026-11`, by the host's clock.
    pub month: &'a str,
    /// How often.
    pub count: u64,
}

impl<'a> Scans<'a> {
    /// Nothing counted yet.
    pub fn new(ledger: &'a Ledger) -> Self {
        Self {
            ledger,
            counts: BTreeMap::new(),
            strange: 0,
            programs: 0,
            lines: 0,
        }
    }

    /// Counts a line of a log in the common or combined format.
    pub fn add(&mut self, line: &str) {
        if line.trim().is_empty() {
            return;
        }
        self.lines += 1;
        let Some(request) = Request::of(line) else {
            self.strange += 1;
            return;
        };
        let Some(code) = self.code_of(&request) else { return };
        let agent = request.agent.to_ascii_lowercase();
        if PROGRAMS.iter().any(|word| agent.contains(word)) {
            self.programs += 1;
            return;
        }
        *self.counts.entry((code, request.month)).or_default() += 1;
    }

    /// The printed code that a request opened. A redirect to the address with its slash comes back as a request of its
    /// own, and is counted then.
    fn code_of(&self, request: &Request<'_>) -> Option<String> {
        let is_page = request.method == "GET" && matches!(request.status, "200" | "206" | "304");
        let path = request.path.split(['?', '#']).next().unwrap_or_default();
        let path = path.strip_suffix("index.html").unwrap_or(path);
        let code = path.strip_suffix('/')?.rsplit('/').next().filter(|_| is_page)?;
        let row = self.ledger.get(code).filter(|row| row.status.is_printed())?;
        Some(row.code.clone())
    }

    /// Every count, by code and month.
    pub fn rows(&self) -> Vec<Scan<'_>> {
        let rows = self.counts.iter().filter_map(|((code, month), count)| {
            let row = self.ledger.get(code)?;
            Some(Scan {
                code: &row.code,
                key: &row.key,
                month,
                count: *count,
            })
        });
        rows.collect()
    }

    /// Printed codes that nobody scanned: code and key.
    pub fn unseen(&self) -> Vec<(&str, &str)> {
        let is_seen = |code: &str| self.counts.keys().any(|(known, _)| known == code);
        let printed = self.ledger.rows().filter(|row| row.status.is_printed());
        printed
            .filter(|row| !is_seen(&row.code))
            .map(|row| (row.code.as_str(), row.key.as_str()))
            .collect()
    }
}

/// What is looked at of a line; the address in front is never looked at.
struct Request<'l> {
    month: String,
    method: &'l str,
    path: &'l str,
    status: &'l str,
    agent: &'l str,
}

impl<'l> Request<'l> {
    /// `… [22/Nov/2026:10:00:00 +0700] "GET /735195/ HTTP/1.1" 200 1234 "referer" "agent"`
    fn of(line: &'l str) -> Option<Self> {
        let (_, rest) = line.split_once(" [")?;
        let (time, rest) = rest.split_once("] \"")?;
        let mut quoted = rest.split('"');
        let mut request = quoted.next()?.split(' ');
        let numbers = quoted.next()?.trim();
        // A referer between quotes, a blank, the agent between quotes.
        let agent = quoted.nth(2).unwrap_or_default();
        Some(Self {
            month: month(time)?,
            method: request.next()?,
            path: request.next()?,
            status: numbers.split(' ').next()?,
            agent,
        })
    }
}

/// `22/Nov/2026:10:00:00 +0700` → `2026-11`.
fn month(time: &str) -> Option<String> {
    const NAMES: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let mut parts = time.split(['/', ':']);
    let (_, name, year) = (parts.next()?, parts.next()?, parts.next()?);
    let number = NAMES.iter().position(|known| known.eq_ignore_ascii_case(name))? + 1;
    let is_year = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
    is_year.then(|| format!("{year}-{number:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    const ROWS: &str = "# vanbia codes 1\n735195\trelics/a\tissued\thttps://A/735195/\n\
        100001\trelics/b\tretired\thttps://A/100001/\n542514\trelics/c\treserved\thttps://A/542514/\n";

    const LOG: &str = r#"203.0.113.9 - - [31/Oct/2026:23:59:59 +0700] "GET /735195/ HTTP/1.1" 200 2300 "-" "Mozilla/5.0 (Android 14) Zalo"
203.0.113.9 - an [01/Nov/2026:00:00:01 +0700] "GET /735195/index.html?x=1 HTTP/2.0" 304 0
disan.vn:443 2001:db8::1 - - [02/Nov/2026:08:00:00 +0700] "GET /sub/735195/ HTTP/1.1" 200 2300 "https://disan.vn/" "Mozilla/5.0"
203.0.113.9 - - [02/Nov/2026:08:00:00 +0700] "GET /735195 HTTP/1.1" 301 0 "-" "Mozilla/5.0"
203.0.113.9 - - [02/Nov/2026:08:00:00 +0700] "GET /735195/qr.svg HTTP/1.1" 200 900 "-" "Mozilla/5.0"
203.0.113.9 - - [02/Nov/2026:08:00:00 +0700] "HEAD /735195/ HTTP/1.1" 200 0 "-" "Mozilla/5.0"
203.0.113.9 - - [02/Nov/2026:08:00:00 +0700] "GET /735195/ HTTP/1.1" 200 2300 "-" "Mozilla/5.0 (compatible; Googlebot/2.1)"
203.0.113.9 - - [02/Nov/2026:08:00:00 +0700] "GET /735190/ HTTP/1.1" 404 10 "-" "Mozilla/5.0"
203.0.113.9 - - [02/Nov/2026:08:00:00 +0700] "GET /542514/ HTTP/1.1" 200 10 "-" "Mozilla/5.0"
203.0.113.9 - - [02/Nov/2026:08:00:00 +0700] "GET /vi/ HTTP/1.1" 200 10 "-" "Mozilla/5.0"
203.0.113.9 - - [02/Nov/2026:08:00:00 +0700] "\x16\x03\x01" 400 150 "-" "-"
{"level":"info","request":{"uri":"/735195/"}}

"#;

    #[test]
    fn scans_are_counted_by_code_and_month_and_nothing_else_is_kept() {
        let (ledger, _) = Ledger::parse(&Arc::from("l"), ROWS);
        let mut scans = Scans::new(&ledger);
        LOG.lines().for_each(|line| scans.add(line));
        let rows: Vec<_> = scans
            .rows()
            .into_iter()
            .map(|r| (r.code, r.key, r.month, r.count))
            .collect();
        assert_eq!(
            rows,
            [
                ("735195", "relics/a", "2026-10", 1),
                ("735195", "relics/a", "2026-11", 2)
            ]
        );
        assert_eq!((scans.lines, scans.strange, scans.programs), (12, 2, 1));
        assert_eq!(scans.unseen(), [("100001", "relics/b")]);
        let kept = format!("{:?}", scans.counts);
        assert!(!kept.contains("203.0.113") && !kept.contains("Zalo"), "{kept}");
    }

    #[test]
    fn hostile_lines_do_no_harm() {
        let (ledger, _) = Ledger::parse(&Arc::from("l"), ROWS);
        let mut scans = Scans::new(&ledger);
        for line in [
            "[",
            " [] \"",
            "a [1/Foo/2026] \"GET / H\" 200",
            "x [22/Nov/2026:1 +0] \"GET\" 200",
            "\u{0} [22/Nov/2026:1] \"\"\"\"",
        ] {
            scans.add(line);
        }
        assert_eq!((scans.rows().len(), scans.strange), (0, 5));
    }
}
