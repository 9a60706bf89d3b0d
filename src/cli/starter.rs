//! `vanbia init DIR` and `vanbia new KIND "Title"`.
//!
//! Entry point: [`init`], [`new`]. Invariant: nothing that exists is overwritten.

use super::asked::{kind, known};
use super::request::root;
use super::setting::{Setting, today};
use super::terminal::{show, tell, tell_refused};
use super::wording as w;
use super::{CONTENT, DONE, MACHINE, USAGE, quoted};
use crate::engine::{self, Request};
use crate::schema::kind::Kind;
use crate::serve::USUAL_PORT;
use crate::text::{Lang, folder_name};
use clap::ArgMatches;
use std::path::Path;

mod skeleton;

const SITE: &str = include_str!("starter/site.yaml");

/// What a beginner has at hand from the first hour, in both languages. A text file, because Windows opens it by a double click.
const GUIDE: (&str, &str) = ("HUONG-DAN.txt", include_str!("starter/HUONG-DAN.txt"));

/// Starts a site in a folder.
pub(super) fn init(args: &ArgMatches, setting: &Setting) -> u8 {
    let dir = args.get_one::<String>("dir").map_or("", String::as_str);
    let content = Path::new(dir).join("content");
    if content.join("site.yaml").exists() {
        tell(setting, w::INIT_EXISTS, &[("dir", dir)]);
        return CONTENT;
    }
    if let Err(error) = write_site(Path::new(dir), &content) {
        tell_refused(setting, dir, &error);
        return MACHINE;
    }
    // A dot at the end of a sentence says nothing, and needs no cd.
    let (whole, at) = if dir.trim_matches(['.', '/', '\\']).is_empty() {
        let whole = std::path::absolute(dir).map_or_else(|_| dir.to_string(), |whole| whole.display().to_string());
        let at = if matches!(dir, "." | "./" | ".\\") {
            String::new()
        } else {
            format!(" --root {dir}")
        };
        (whole, at)
    } else {
        (dir.to_string(), format!(" --root {}", quoted(dir)))
    };
    // Joined by the system, so that Windows shows its own slashes.
    let folder = Path::new(&whole);
    let settings = folder.join("content").join("site.yaml").display().to_string();
    let guide = folder.join(GUIDE.0).display().to_string();
    tell(
        setting,
        w::INIT_DONE,
        &[("dir", &whole), ("settings", &settings), ("at", &at)],
    );
    tell(setting, w::INIT_GUIDE, &[("guide", &guide)]);
    DONE
}

/// The settings, and the guide unless a file of its name is there.
fn write_site(dir: &Path, content: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(content)?;
    std::fs::write(content.join("site.yaml"), SITE)?;
    let (name, text) = GUIDE;
    let guide = dir.join(name);
    if guide.exists() {
        return Ok(());
    }
    std::fs::write(guide, text)
}

/// Starts an entry of a kind from a skeleton of its required fields.
pub(super) fn new(args: &ArgMatches, setting: &Setting) -> u8 {
    let text = |id: &str| args.get_one::<String>(id).map_or("", String::as_str);
    let (asked, root) = (text("kind"), root(args));
    // Without quotes each word of a title comes by itself.
    let title = args.get_many::<String>("title").into_iter().flatten();
    let title = &title.map(|word| word.trim()).collect::<Vec<_>>().join(" ");
    let Ok(today) = today(None) else { return USAGE };
    let request = Request {
        drafts: true,
        ..Request::new(&root, today)
    };
    let (loaded, found) = engine::load(&request, &mut engine::Known::nothing());
    let Some(loaded) = loaded else {
        show(&found, crate::diag::Strictness::default(), setting);
        return CONTENT;
    };
    let kinds = &loaded.frame.kinds;
    let Some(kind) = kind(asked, kinds).map(|i| kinds.get(i)) else {
        let known = known(kinds.all().iter(), &loaded.frame.config.languages);
        tell(setting, w::NEW_NO_KIND, &[("kind", asked), ("known", &known)]);
        return USAGE;
    };
    let Some(name) = folder_name(title) else {
        tell(setting, w::NEW_NO_SLUG, &[("title", title)]);
        return USAGE;
    };
    let inside = format!("content/{}/{name}", kind.folder);
    let dir = root.join(&inside);
    if dir.exists() {
        tell(setting, w::NEW_EXISTS, &[("dir", &inside)]);
        return CONTENT;
    }
    let languages = &loaded.frame.config.languages;
    let entry = skeleton::skeleton(title, kind, languages, setting.speech);
    let written = std::fs::create_dir_all(&dir)
        .and_then(|()| std::fs::write(dir.join("entry.yaml"), entry))
        .and_then(|()| write_texts(&dir, kind, &languages.get(Lang(0)).code));
    if let Err(error) = written {
        tell_refused(setting, &inside, &error);
        return MACHINE;
    }
    let at = args.get_one::<String>("root");
    let at = at.map_or_else(String::new, |root| format!(" --root {}", quoted(root)));
    let preview = format!("http://127.0.0.1:{USUAL_PORT}/_preview/{}/{name}", kind.folder);
    let text = format!("{}.md", languages.get(Lang(0)).code);
    let values = [("dir", &*inside), ("text", &text), ("at", &at), ("preview", &preview)];
    tell(setting, w::NEW_DONE, &values);
    DONE
}

/// The first text, in the source language, and the first chapter of a book, which says how chapters are made.
fn write_texts(dir: &Path, kind: &Kind, code: &str) -> std::io::Result<()> {
    let name = format!("{code}.md");
    std::fs::write(dir.join(&name), "\n")?;
    if kind.layout != "book" {
        return Ok(());
    }
    let (folder, text) = match code {
        "vi" => ("01-mo-dau", include_str!("starter/chapter.vi.md")),
        _ => ("01-opening", include_str!("starter/chapter.en.md")),
    };
    let chapter = dir.join("chapters").join(folder);
    std::fs::create_dir_all(&chapter)?;
    std::fs::write(chapter.join(name), text)
}
