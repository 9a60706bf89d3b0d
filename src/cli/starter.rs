//! `vanbia init DIR` and `vanbia new KIND "Title"`.
//!
//! Entry point: [`init`], [`new`]. Invariant: nothing that exists is overwritten.

use super::asked::{kind, known};
use super::build::root;
use super::setting::{Setting, today};
use super::terminal::{show, tell, tell_refused};
use super::wording::{self as w, say};
use super::{CONTENT, DONE, MACHINE, USAGE, quoted};
use crate::engine::{self, Request};
use crate::schema::kind::Kind;
use crate::schema::languages::Languages;
use crate::schema::spec::Choice;
use crate::text::folder_name;
use clap::ArgMatches;
use std::path::Path;

const SITE: &str = include_str!("starter/site.yaml");

/// Starts a site in a folder.
pub(super) fn init(args: &ArgMatches, setting: &Setting) -> u8 {
    let dir = args.get_one::<String>("dir").map_or("", String::as_str);
    let content = Path::new(dir).join("content");
    if content.join("site.yaml").exists() {
        tell(setting, w::INIT_EXISTS, &[("dir", dir)]);
        return CONTENT;
    }
    let written = std::fs::create_dir_all(&content).and_then(|()| std::fs::write(content.join("site.yaml"), SITE));
    if let Err(error) = written {
        tell_refused(setting, dir, &error);
        return MACHINE;
    }
    // A dot at the end of a sentence says nothing, and needs no cd.
    if dir.trim_matches(['.', '/', '\\']).is_empty() {
        let whole = std::path::absolute(dir).map_or_else(|_| dir.to_string(), |whole| whole.display().to_string());
        let at = if matches!(dir, "." | "./" | ".\\") {
            String::new()
        } else {
            format!(" --root {dir}")
        };
        tell(setting, w::INIT_DONE, &[("dir", &whole), ("at", &at)]);
        return DONE;
    }
    tell(
        setting,
        w::INIT_DONE,
        &[("dir", dir), ("at", &format!(" --root {}", quoted(dir)))],
    );
    DONE
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
        root: root.clone(),
        base_url: None,
        today,
        strictness: crate::diag::Strictness::default(),
        published: None,
        drafts: true,
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
    let written = std::fs::create_dir_all(&dir)
        .and_then(|()| std::fs::write(dir.join("entry.yaml"), skeleton(title, kind, languages, setting)))
        .and_then(|()| {
            std::fs::write(
                dir.join(format!("{}.md", languages.get(crate::text::Lang(0)).code)),
                "\n",
            )
        });
    if let Err(error) = written {
        tell_refused(setting, &inside, &error);
        return MACHINE;
    }
    tell(setting, w::NEW_DONE, &[("dir", &inside)]);
    DONE
}

/// Required fields to fill in, the others as remarks with their help.
fn skeleton(title: &str, kind: &Kind, languages: &Languages, setting: &Setting) -> String {
    let source = crate::text::Lang(0);
    let code = &languages.get(source).code;
    let quoted = title.replace('\\', "\\\\").replace('"', "\\\"");
    let others = languages.all().filter(|lang| *lang != source);
    let others: String = others
        .map(|lang| format!(", {}: \"\"", languages.get(lang).code))
        .collect();
    let mut text =
        format!("title: {{ {code}: \"{quoted}\"{others} }}\nsummary: {{ {code}: \"\"{others} }}\nstatus: draft\n");
    let others = kind
        .fields
        .iter()
        .filter(|f| !matches!(f.name.as_str(), "title" | "summary" | "status"));
    let (required, optional): (Vec<_>, Vec<_>) = others.partition(|f| f.required);
    for (fields, mark) in [(required, ""), (optional, "# ")] {
        for field in fields {
            let help = languages.plain(&field.help, source).replace('\n', " ");
            let label = languages.plain(&field.label, source);
            text.push_str(&format!("\n# {label}. {help}\n"));
            let choice = |c: &Choice| format!("{} ({})", c.key, languages.plain(&c.label, source));
            let choices: Vec<String> = field.choices.iter().map(choice).collect();
            if !choices.is_empty() {
                let values = [("choices", &*choices.join(", "))];
                text.push_str(&format!("# {}\n", say(setting.speech, w::NEW_CHOICES, &values)));
            }
            text.push_str(&format!("{mark}{}:\n", field.name));
        }
    }
    text
}
