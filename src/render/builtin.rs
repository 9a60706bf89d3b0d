//! The built-in theme `stele`, embedded, so that one program file is enough.
//!
//! Entry point: [`FILES`]. Invariant: every file of `themes/stele/` that pages need stands here; a test compares.

macro_rules! file {
    ($path:literal) => {
        ($path, include_bytes!(concat!("../../themes/stele/", $path)))
    };
}

/// Path inside the theme folder, and the bytes.
pub(super) const FILES: &[(&str, &[u8])] = &[
    file!("assets/cloud.svg"),
    file!("assets/icon-180.png"),
    file!("assets/icon.svg"),
    file!("assets/tile.svg"),
    file!("fonts/noto-serif-700.woff2"),
    file!("inline/bare.css"),
    file!("inline/choose.js"),
    file!("inline/follow.js"),
    file!("inline/form.css"),
    file!("scripts/app.js"),
    file!("scripts/search.js"),
    file!("strings/en.yaml"),
    file!("strings/vi.yaml"),
    file!("styles/style.css"),
    file!("templates/404.html"),
    file!("templates/az.html"),
    file!("templates/base.html"),
    file!("templates/chapter.html"),
    file!("templates/chooser.html"),
    file!("templates/codes.html"),
    file!("templates/entry.html"),
    file!("templates/entry/aside.html"),
    file!("templates/entry/bookcase.html"),
    file!("templates/entry/book.html"),
    file!("templates/entry/chapters.html"),
    file!("templates/entry/gallery.html"),
    file!("templates/entry/head.html"),
    file!("templates/entry/market.html"),
    file!("templates/entry/more.html"),
    file!("templates/entry/prose.html"),
    file!("templates/entry/trail.html"),
    file!("templates/fields.html"),
    file!("templates/footer.html"),
    file!("templates/header.html"),
    file!("templates/home.html"),
    file!("templates/landing.html"),
    file!("templates/list.html"),
    file!("templates/parts.html"),
    file!("templates/redirect.html"),
    file!("theme.yaml"),
];
