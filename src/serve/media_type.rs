//! Content types by the end of a file's name.
//!
//! Entry point: [`of`]. Invariant: every type that the site can hold is here; what is unknown is offered as a download
//! and never guessed, because browsers are told not to guess either.

/// Ends of names and their types.
const TYPES: &[(&str, &str)] = &[
    ("html", HTML),
    ("htm", HTML),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("geojson", "application/geo+json; charset=utf-8"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("atom", "application/atom+xml; charset=utf-8"),
    ("rss", "application/rss+xml; charset=utf-8"),
    ("svg", SVG),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("ico", "image/x-icon"),
    ("m4a", "audio/mp4"),
    ("mp3", "audio/mpeg"),
    ("wav", "audio/wav"),
    ("mp4", "video/mp4"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("pdf", "application/pdf"),
    ("epub", "application/epub+zip"),
    ("csv", "text/csv; charset=utf-8"),
    ("txt", TEXT),
    ("md", "text/markdown; charset=utf-8"),
    ("lock", TEXT),
    ("woff2", "font/woff2"),
    ("glb", "model/gltf-binary"),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    ("zip", "application/zip"),
];

/// Pages: the server adds its client to these.
pub(super) const HTML: &str = "text/html; charset=utf-8";
/// Drawings: opened on their own, they are put into a sandbox.
pub(super) const SVG: &str = "image/svg+xml; charset=utf-8";
/// Plain text, also of refusals.
pub(super) const TEXT: &str = "text/plain; charset=utf-8";

/// The type of an output path.
pub(super) fn of(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let end = name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    let known = TYPES.iter().find(|(ending, _)| *ending == end);
    known.map_or("application/octet-stream", |(_, media_type)| media_type)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_go_by_the_end_of_the_name_alone() {
        assert_eq!(of("vi/x/index.html"), HTML);
        assert_eq!(of("a.b/C.JPG"), "image/jpeg");
        assert_eq!(of("a.html/CNAME"), "application/octet-stream");
        assert_eq!(of("vi/feed.atom"), "application/atom+xml; charset=utf-8");
        assert_eq!(of("audio/vi.m4a"), "audio/mp4");
    }
}
