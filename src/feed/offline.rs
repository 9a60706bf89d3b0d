//! What makes a site usable without signal: its worker, its manifest, and what several entries need together.
//!
//! Entry point: [`worker`], [`manifest`], [`sets`]. Invariant: all addresses are relative to the site's root, so that the
//! site works in any folder; the worker's version changes exactly when what it keeps for all pages may have changed.

use crate::site::Site;
use crate::text::Lang;
use crate::view::frame::Shared;
use crate::view::viewer::Viewer;
use serde_json::{Value, json};

/// More than this is not offered as one.
const MOST_BYTES: u64 = 50_000_000;

/// `sw.js`: `text` is the theme's worker; in front of it stand the version, the files that all pages are drawn with,
/// and the page per language that is shown when another cannot be had. `look` stands for templates and strings.
pub fn worker(site: &Site, shared: &Shared, text: &str, assets: &[&str], look: &[u8; 32]) -> String {
    let (config, routes) = (&site.frame.config, &site.routes);
    if !config.offline {
        return text.to_string();
    }
    let drawn = |path: &&&str| {
        [".css", ".js", ".woff2", ".svg"]
            .iter()
            .any(|ending| path.ends_with(ending))
    };
    let saved = |lang: Lang| routes.href(&routes.saved(lang));
    let mut core: Vec<String> = assets.iter().filter(drawn).map(ToString::to_string).collect();
    core.extend(config.languages.all().map(saved));
    let lost = config
        .languages
        .all()
        .map(|lang| (config.languages.get(lang).code.clone(), json!(saved(lang))));
    let lost: serde_json::Map<String, Value> = lost.collect();
    let mut hasher = blake3::Hasher::new();
    hasher.update(text.as_bytes()).update(look);
    for path in &core {
        hasher.update(path.as_bytes()).update(&[0]);
    }
    // Header and footer stand on the kept pages too.
    for lang in config.languages.all() {
        let site = serde_json::to_vec(&shared.of(lang).site).unwrap_or_default();
        hasher.update(&site).update(&[0]);
    }
    let version = hasher.finalize().to_hex();
    format!(
        "const V={},CORE={},LOST={};\n{text}",
        json!(&version[..8]),
        json!(core),
        Value::Object(lost)
    )
}

/// `manifest.webmanifest`: what a phone needs to put the site on its home screen. `icon` gives the path of an icon of
/// the theme.
pub fn manifest(site: &Site, icon: &dyn Fn(&str) -> Option<String>) -> String {
    let config = &site.frame.config;
    let languages = &config.languages;
    let first = Lang(0);
    let name = languages.plain(&config.title, first);
    let icons = [
        ("icon-192.png", "192x192", "image/png", "any"),
        ("icon-512.png", "512x512", "image/png", "any"),
        ("icon-maskable.png", "512x512", "image/png", "maskable"),
        ("icon.svg", "any", "image/svg+xml", "any"),
    ];
    let icons = icons.iter().filter_map(|(file, sizes, kind, purpose)| {
        Some(json!({ "src": icon(file)?, "sizes": sizes, "type": kind, "purpose": purpose }))
    });
    let manifest = json!({
        // Browsers read it against the server's root, not against this file; the folder keeps sites on one server apart.
        "id": config.base_path(),
        "start_url": "./",
        "scope": "./",
        "name": name,
        "short_name": name,
        "description": languages.plain(&config.tagline, first),
        "lang": languages.get(first).code,
        "display": "standalone",
        "icons": icons.collect::<Vec<_>>(),
    });
    format!("{manifest:#}\n")
}

/// For each entry that leads through others: what all of them need, beside its page.
pub fn sets(viewer: &Viewer<'_>, lang: Lang) -> Vec<(String, String)> {
    let entries = viewer.site.entries.iter().enumerate();
    let published = entries.filter(|(_, entry)| entry.card.status == crate::entry::model::Status::Published);
    let sets = published.filter_map(|(i, _)| {
        let me = i as u32;
        let members = viewer.members(me);
        (!members.is_empty()).then(|| (viewer.shard(lang, me), set(viewer, lang, me, &members)))
    });
    sets.collect()
}

fn set(viewer: &Viewer<'_>, lang: Lang, me: u32, members: &[u32]) -> String {
    let mut all = viewer.kept(lang, me);
    let mut count = 1;
    for member in members {
        let kept = viewer.kept(lang, *member);
        if all.bytes + kept.bytes > MOST_BYTES {
            break;
        }
        count += 1;
        all.bytes += kept.bytes;
        all.pages.extend(kept.pages);
        all.files.extend(kept.files);
    }
    let size = viewer.about(lang, all.bytes);
    let list = json!({ "entries": count, "size": size, "pages": all.pages, "files": all.files });
    format!("{list}\n")
}
