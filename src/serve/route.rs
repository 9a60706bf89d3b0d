//! From a request to its answer.
//!
//! Entry point: [`answer`]. Invariant: the order is method, target, door, then the names that the server keeps for
//! itself, then the built site; a redirect leads only to a folder that the site has.

use std::fs::File;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use super::answer::{Answer, Body};
use super::door::Outside;
use super::media_type::{self, HTML};
use super::request::Head;
use super::server::Shared;
use super::target::{Refused, Target, encode};
use super::wording::{self, escape, language, say};
use super::{Resource, inject, preview};

/// Where the client is; nothing of a site begins with an underscore and this name.
pub(super) const CLIENT: &str = "_vanbia/client.js";
const OVERLAY_STYLE: &str = "_vanbia/overlay.css";
const EVENTS: &str = "_events";
/// Most pages that one listener may name: a preview shows a few.
const MOST_PAGES: usize = 8;
/// Largest page; what is longer is served without the client.
const LARGEST_PAGE: u64 = 16 << 20;

/// What a request comes to.
pub(super) enum Routed {
    Answer(Answer),
    /// The connection becomes a stream of events for these pages.
    Events(Vec<String>),
}

/// Both ends of a connection.
#[derive(Clone, Copy)]
pub(super) struct Ends {
    pub(super) peer: IpAddr,
    pub(super) local: SocketAddr,
}

/// Answers one request.
pub(super) fn answer(shared: &Shared, head: &Head, ends: Ends) -> Routed {
    let told = |status, saying| Routed::Answer(Answer::sentence(status, &say(shared.speech, saying, &[])));
    if head.method != "GET" && head.method != "HEAD" {
        let mut answer = Answer::sentence(405, &say(shared.speech, wording::ONLY_READ, &[]));
        answer.headers.push("Allow: GET, HEAD".to_string());
        return Routed::Answer(answer);
    }
    let target = match Target::parse(&head.target) {
        Ok(target) => target,
        Err(Refused::TooLong) => return told(414, wording::LONG_ADDRESS),
        Err(Refused::Malformed) => return told(400, wording::BAD_ADDRESS),
    };
    let prefix = match shared.door.admit(head, &target, ends.peer, ends.local) {
        Ok(prefix) => prefix,
        Err(Outside::NoHost) => return told(400, wording::BAD_REQUEST),
        Err(Outside::NoToken) => return told(404, wording::LOST),
        Err(Outside::ForeignHost | Outside::ForeignPage) => {
            let text = say(shared.speech, wording::FOREIGN, &[("url", &shared.url())]);
            return Routed::Answer(Answer::sentence(403, &text));
        }
    };
    if target.path == EVENTS {
        let mut pages = target.values("page");
        pages.truncate(MOST_PAGES);
        return Routed::Events(pages);
    }
    let bad_range = say(shared.speech, wording::BAD_RANGE, &[]);
    let answer = own(shared, &target.path).unwrap_or_else(|| site(shared, &target, &prefix));
    Routed::Answer(match (answer.status, &answer.body) {
        (200, Body::Bytes(bytes)) => {
            let tag = tag_of(bytes);
            answer.tagged(&tag, head, &bad_range)
        }
        (200, Body::File(file, length)) => {
            let tag = file_tag(file, *length);
            answer.tagged(&tag, head, &bad_range)
        }
        _ => answer,
    })
}

/// Files and pages that the server keeps for itself.
fn own(shared: &Shared, path: &str) -> Option<Answer> {
    let file = |text: &str| Answer::new(200, media_type::of(path), Body::Bytes(text.as_bytes().into()));
    match path {
        CLIENT => return Some(file(&shared.client)),
        OVERLAY_STYLE => return Some(file(include_str!("client/overlay.css"))),
        preview::STYLE => return Some(file(include_str!("client/preview.css"))),
        _ => {}
    }
    if path == preview::FOLDER.trim_end_matches('/') {
        return None;
    }
    path.strip_prefix(preview::FOLDER)?;
    let (status, html) = preview::page(shared.pages.as_ref(), &shared.hub, path, shared.speech);
    let version = tag_of(html.as_bytes());
    let place = inject::Place {
        requested: path,
        page: path,
        version: if status == 200 { &version } else { "" },
    };
    let mut answer = Answer::html(status, inject::into_page(html.as_bytes(), &place));
    answer.policy = preview::POLICY;
    Some(answer)
}

/// A file of the built site, the way to its folder, or the page for lost visitors.
fn site(shared: &Shared, target: &Target, prefix: &str) -> Answer {
    let path = &target.path;
    let is_folder = path.is_empty() || path.ends_with('/');
    let output = if is_folder {
        format!("{path}index.html")
    } else {
        path.clone()
    };
    if let Some(answer) = shared.pages.resource(&output).and_then(|r| file(&r, path, &output)) {
        return answer;
    }
    let folder = format!("{path}/index.html");
    if path.as_str() == preview::FOLDER.trim_end_matches('/') || !is_folder && shared.pages.resource(&folder).is_some()
    {
        let query = target.query.as_ref().map_or(String::new(), |q| format!("?{q}"));
        return Answer::redirect(&format!("{prefix}{}/{query}", encode(path)));
    }
    // The page may come while the browser waits on this one: a name without an ending is that of a folder.
    let has_ending = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let awaited = if is_folder || has_ending { &output } else { &folder };
    lost(shared, path, awaited, prefix)
}

/// The file's answer, with the client in it if it is a page; none if the file has just gone.
fn file(resource: &Resource, requested: &str, output: &str) -> Option<Answer> {
    let media_type = media_type::of(output);
    if media_type != HTML {
        return Some(Answer::new(200, media_type, body(resource)?));
    }
    let Some(bytes) = read(resource) else {
        return Some(Answer::new(200, media_type, body(resource)?));
    };
    let place = inject::Place {
        requested,
        page: output,
        version: &tag_of(&bytes),
    };
    Some(Answer::html(200, inject::into_page(&bytes, &place)))
}

fn body(resource: &Resource) -> Option<Body> {
    match resource {
        Resource::Bytes(bytes) => Some(Body::Bytes(Arc::clone(bytes))),
        Resource::File(path) => {
            let file = File::open(path).ok()?;
            let meta = file.metadata().ok()?;
            meta.is_file().then(|| Body::File(file, meta.len()))
        }
    }
}

/// All bytes of a page, unless it is too long to be one.
fn read(resource: &Resource) -> Option<Arc<[u8]>> {
    match resource {
        Resource::Bytes(bytes) if bytes.len() as u64 <= LARGEST_PAGE => Some(Arc::clone(bytes)),
        Resource::Bytes(_) => None,
        Resource::File(path) => {
            let length = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?.len();
            (length <= LARGEST_PAGE).then(|| std::fs::read(path).ok().map(Arc::from))?
        }
    }
}

/// 404, as the site says it; the client in it waits for the page.
fn lost(shared: &Shared, requested: &str, page: &str, prefix: &str) -> Answer {
    let own = shared.pages.resource("404.html").and_then(|r| read(&r));
    let html = match own.as_deref().map(std::str::from_utf8) {
        Some(Ok(html)) => inject::bring_home(html, prefix),
        _ => plain_lost(shared, prefix),
    };
    let place = inject::Place {
        requested,
        page,
        version: "",
    };
    Answer::html(404, inject::into_page(html.as_bytes(), &place))
}

/// The page for lost visitors while the site has none.
fn plain_lost(shared: &Shared, prefix: &str) -> String {
    let words = |saying| escape(&say(shared.speech, saying, &[]));
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>{title}</title><link rel=\"stylesheet\" href=\"{prefix}{style}\"></head>\
         <body class=\"lost\"><main><h1>{title}</h1><p>{}</p><p><a href=\"{prefix}\">{}</a></p></main></body></html>\n",
        language(shared.speech),
        words(wording::LOST_TEXT),
        words(wording::HOME),
        title = words(wording::LOST),
        style = preview::STYLE,
    )
}

/// The version of a page that a browser shows; empty if there is no such page.
pub(super) fn version(shared: &Shared, page: &str) -> String {
    if page.starts_with(preview::FOLDER) {
        let (status, html) = preview::page(shared.pages.as_ref(), &shared.hub, page, shared.speech);
        return if status == 200 {
            tag_of(html.as_bytes())
        } else {
            String::new()
        };
    }
    let bytes = shared.pages.resource(page).and_then(|r| read(&r));
    bytes.map_or(String::new(), |bytes| tag_of(&bytes))
}

fn tag_of(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..20].to_string()
}

/// Pictures and sound have hashed names; length and time tell the states of the others apart.
fn file_tag(file: &File, length: u64) -> String {
    let time = file.metadata().and_then(|m| m.modified()).ok();
    let since = time.and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
    format!("{length:x}-{:x}", since.map_or(0, |d| d.as_nanos()))
}
