//! A published site that is asked: a folder, or an address on the network.
//!
//! Entry point: [`Target::of`]. Invariant: pages are asked for, never changed; each page and each file of pages is asked for
//! once, and of what single pages show a bounded number; only the site that was named is asked, and where it has moved to.

use crate::engine::{self, Known, Request};
use crate::fetch::{Form, Reply, Sign, Visitor, belongs};
use crate::site::ledger::deployed::{Answers, Got, Unshown};
use crate::site::ledger::needed::{Missing, Needed, files_of_styles};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How many pages are asked for at a time.
const AT_ONCE: usize = 6;

/// How many files of pages are asked for on the network in all.
const MOST_FILES: usize = 600;

/// How many questions may go unanswered before no more are asked.
const MOST_TROUBLES: usize = 12;

/// A published site.
pub(super) enum Target {
    /// In a folder; or the folder's `codes.json`.
    Folder(PathBuf),
    /// On the network.
    Site(Site),
}

/// A site on the network.
pub(super) struct Site {
    /// Its address, with a slash at the end.
    pub(super) base: String,
    /// Where the site has moved to, when this is an address that it had before: there it may send visitors on to.
    now: Option<String>,
    pub(super) visitor: Visitor,
}

impl Site {
    /// True for an address of this site, or of where it has moved to.
    fn has(&self, address: &str) -> bool {
        belongs(address, &self.base) || self.now.as_deref().is_some_and(|now| belongs(address, now))
    }

    pub(super) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// What came back for a path.
    pub(super) fn got(&self, path: &str, reply: Reply) -> Got {
        if !self.has(&reply.address) {
            return Got::Elsewhere(reply.address);
        }
        match (reply.status, unshown(path, &reply.form)) {
            (200, None) => Got::Text(reply.text),
            (200, Some(how)) => Got::Unshown(how),
            (status, _) => Got::Nothing(
                format!("máy chủ trả lời {status}"),
                format!("the server answers {status}"),
            ),
        }
    }
}

/// How a page or a style sheet is sent that browsers do not show or use as it is; what a host says nothing of is looked at
/// by the browser itself.
fn unshown(path: &str, form: &Form) -> Option<Unshown> {
    let is_page = path.is_empty() || path.ends_with('/');
    let fitting: &[&str] = match is_page {
        true => &["text/html", "application/xhtml+xml"],
        false if path.ends_with(".css") => &["text/css"],
        false => return None,
    };
    if form.is_download {
        return Some(Unshown::AsFile("Content-Disposition: attachment".to_string()));
    }
    if let Some(media) = form.media.as_ref().filter(|media| !fitting.contains(&media.as_str())) {
        return Some(Unshown::AsFile(media.clone()));
    }
    let charset = form
        .charset
        .as_ref()
        .filter(|name| !["utf-8", "utf8"].contains(&name.as_str()));
    charset.filter(|_| is_page).map(|name| Unshown::AsLetters(name.clone()))
}

impl Target {
    /// What the user typed.
    pub(super) fn of(typed: &str) -> Self {
        if !typed.contains("://") {
            return Target::Folder(PathBuf::from(typed));
        }
        let base = typed.split(['?', '#']).next().unwrap_or_default();
        let base = base.strip_suffix("codes.json").unwrap_or(base).trim_end_matches('/');
        let base = base.strip_suffix("/index.html").unwrap_or(base);
        let base = format!("{base}/");
        let visitor = Visitor::of(&base);
        Target::Site(Site {
            base,
            now: None,
            visitor,
        })
    }

    /// The same, knowing where the site at `root` has moved to when this is an address that it had before.
    pub(super) fn known_to(mut self, root: &Path) -> Self {
        if let Target::Site(site) = &mut self {
            let day = super::super::setting::today(None).ok();
            let loaded = day.and_then(|day| engine::load(&Request::new(root, day), &mut Known::nothing()).0);
            site.now = loaded.and_then(|loaded| {
                let config = &loaded.frame.config;
                let mut former = config.former_base_urls.iter();
                former
                    .any(|former| belongs(&site.base, former))
                    .then(|| config.own_base_url.clone())
            });
        }
        self
    }

    fn get(&self, path: &str) -> Got {
        match self {
            Target::Folder(folder) => from_folder(folder, path),
            Target::Site(site) => match site.visitor.get(&site.address(path)) {
                Ok(reply) => site.got(path, reply),
                Err(trouble) => nothing(trouble.words()),
            },
        }
    }

    /// All of these.
    pub(super) fn all(&self, paths: &[String]) -> Answers {
        at_once(paths, |path| Some(self.get(path)))
    }

    /// The style sheets among these paths, with what they say; of those that are not there, why.
    fn sheets(&self, paths: &[String]) -> (BTreeMap<String, String>, Looked) {
        let (mut texts, mut looked) = (BTreeMap::new(), Looked::default());
        let missing = &mut looked.missing;
        for (path, got) in self.all(paths) {
            match got {
                Got::Text(text) if is_page(&text) => drop(missing.insert(path, a_page_instead())),
                Got::Text(text) => drop(texts.insert(path, text)),
                Got::Nothing(vi, en) => drop(missing.insert(path, (vi, en))),
                Got::Elsewhere(to) => drop(missing.insert(path, leads_away(&to))),
                Got::Unshown(Unshown::AsFile(how) | Unshown::AsLetters(how)) => {
                    looked.unused.entry(how).or_default().push(path);
                }
            }
        }
        (texts, looked)
    }

    /// Which of these files are not there, and why.
    fn lacks(&self, paths: &[String]) -> Missing {
        let troubles = AtomicUsize::new(0);
        at_once(paths, |path| {
            if troubles.load(Ordering::Relaxed) >= MOST_TROUBLES {
                return None;
            }
            let (vi, en) = match self {
                Target::Folder(folder) if folder.join(path).is_file() => return None,
                Target::Folder(_) => ("thiếu tệp".to_string(), "no such file".to_string()),
                Target::Site(site) => match site.visitor.look(&site.address(path)) {
                    Ok(sign) => absent(site, &sign)?,
                    Err(trouble) => {
                        troubles.fetch_add(1, Ordering::Relaxed);
                        let (vi, en) = trouble.words();
                        (vi.to_string(), en.to_string())
                    }
                },
            };
            Some((vi, en))
        })
    }

    /// How many files are asked for: all of a folder; on the network a bounded number.
    fn most(&self) -> usize {
        match self {
            Target::Site(..) => MOST_FILES,
            Target::Folder(_) => usize::MAX,
        }
    }

    /// Files that the pages need and that are not there.
    pub(super) fn missing(&self, needed: Needed) -> Looked {
        let (texts, mut looked) = self.sheets(&needed.styles);
        let mut named = files_of_styles(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        named.extend(needed.shared);
        named.retain(|path| !needed.styles.contains(path));
        let shown: Vec<String> = needed.shown.into_iter().filter(|path| !named.contains(path)).collect();
        looked.all = needed.styles.len() + named.len() + shown.len();
        let room = self.most().saturating_sub(needed.styles.len() + named.len());
        let files: Vec<String> = named.into_iter().chain(sampled(&shown, room)).collect();
        looked.missing.extend(self.lacks(&files));
        looked.asked = needed.styles.len() + files.len();
        looked
    }
}

/// What came of looking for the files of pages.
#[derive(Default)]
pub(super) struct Looked {
    /// Those that did not come.
    pub(super) missing: Missing,
    /// Style sheets that browsers do not use, by what they are sent as.
    pub(super) unused: BTreeMap<String, Vec<String>>,
    /// How many were asked for.
    pub(super) asked: usize,
    /// How many there are.
    pub(super) all: usize,
}

/// What all pages share is asked for in any case, since without it every page is broken; of what single pages show as much
/// as there is room for, spread evenly over all of it.
fn sampled(shown: &[String], room: usize) -> impl Iterator<Item = String> {
    let room = room.min(shown.len());
    (0..room).map(move |i| shown[i * shown.len() / room].clone())
}

/// True for the beginning of a page, which some hosts send in place of everything that they lack.
fn is_page(text: &str) -> bool {
    let start: String = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .chars()
        .take(9)
        .collect();
    let start = start.to_ascii_lowercase();
    start.starts_with("<!doctype") || start.starts_with("<html")
}

fn a_page_instead() -> (String, String) {
    (
        "máy chủ trả về một trang thay cho tệp".to_string(),
        "the server answers with a page instead of the file".to_string(),
    )
}

pub(super) fn sent_as(how: &str) -> (String, String) {
    (
        format!("máy chủ gửi dưới dạng {how} nên trình duyệt bỏ qua"),
        format!("the server sends it as {how}, so browsers ignore it"),
    )
}

fn leads_away(to: &str) -> (String, String) {
    (format!("bị chuyển sang {to}"), format!("it redirects to {to}"))
}

/// What is known of each path, several asked for at a time; none where nothing is to be noted.
fn at_once<T: Send>(paths: &[String], ask: impl Fn(&str) -> Option<T> + Sync) -> BTreeMap<String, T> {
    let next = AtomicUsize::new(0);
    let answers = Mutex::new(BTreeMap::new());
    let work = || {
        while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Some(got) = ask(path) {
                let mut answers = answers.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                answers.insert(path.clone(), got);
            }
        }
    };
    std::thread::scope(|threads| {
        for _ in 0..AT_ONCE.min(paths.len()) {
            threads.spawn(work);
        }
    });
    answers.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Why a file is not there, although a host answered.
fn absent(site: &Site, sign: &Sign) -> Option<(String, String)> {
    if !site.has(&sign.address) {
        return Some(leads_away(&sign.address));
    }
    match sign.status {
        200 if sign.is_page => Some(a_page_instead()),
        200 => None,
        status => Some((
            format!("máy chủ trả lời {status}"),
            format!("the server answers {status}"),
        )),
    }
}

fn nothing((vi, en): (&str, &str)) -> Got {
    Got::Nothing(vi.to_string(), en.to_string())
}

fn from_folder(folder: &Path, path: &str) -> Got {
    let file = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_string()
    };
    match std::fs::read(folder.join(&file)) {
        Ok(bytes) => Got::Text(String::from_utf8_lossy(&bytes).into_owned()),
        Err(_) => Got::Nothing(format!("thiếu tệp {file}"), format!("the file {file} is missing")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_single_pages_show_is_asked_for_in_places_all_over_the_site() {
        let shown: Vec<String> = (0..900).map(|n| format!("media/{n:03}.webp")).collect();
        let chosen: Vec<String> = sampled(&shown, 297).collect();
        assert_eq!(chosen.len(), 297);
        assert_eq!((&*chosen[0], &*chosen[296]), ("media/000.webp", "media/896.webp"));
        assert_eq!(sampled(&shown, 0).count(), 0);
        assert!(sampled(&shown, usize::MAX).eq(shown.iter().cloned()));
    }
}
