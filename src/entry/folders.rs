//! Which files make which entry.
//!
//! Entry point: [`plan`]. Invariant: looks at paths only; every file under `content/` belongs to an entry, to the
//! site's settings, or is named in a finding.

use super::load::Folder;
use crate::diag::{Diagnostic, Diagnostics, Place, codes};
use crate::schema::kind::{Kinds, NO_KINDS};
use crate::schema::languages::Languages;
use crate::source::document::Document;
use crate::source::tree::{File, Tree};
use crate::text::{folder_name, nearest};
use std::collections::BTreeMap;

/// The files of one entry.
#[derive(Debug, Default)]
pub struct Plan {
    /// `relics/chua-bo-da`.
    pub key: String,
    /// Position of its kind.
    pub kind: usize,
    yaml: Option<File>,
    prose: Vec<Option<File>>,
    chapters: BTreeMap<ChapterName, Vec<Option<File>>>,
    /// Everything else: pictures, sound, attachments.
    pub media: Vec<File>,
}

/// The name of a chapter's folder; the number in front sorts, `2-cau` before `10-cho`, then the name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ChapterName {
    number: u64,
    name: String,
}

impl ChapterName {
    fn of(name: &str) -> Self {
        let digits = name.bytes().take_while(u8::is_ascii_digit).count();
        Self {
            // Names without a number come last, as digits do before letters.
            number: name[..digits].parse().unwrap_or(u64::MAX),
            name: name.to_string(),
        }
    }
}

impl Plan {
    /// The files that make the entry's facts and texts, always in the same order.
    pub fn documents(&self) -> impl Iterator<Item = &File> {
        let chapters = self.chapters.values().flatten();
        self.yaml.iter().chain(self.prose.iter().chain(chapters).flatten())
    }
}

/// Groups the files of `content/` by entry, in the order of keys.
pub fn plan(tree: &Tree, kinds: &Kinds, languages: &Languages) -> (Vec<Plan>, Diagnostics) {
    let mut plans: BTreeMap<String, Plan> = BTreeMap::new();
    let mut found = Vec::new();
    let mut unknown = BTreeMap::new();
    for file in tree.files() {
        let Some(inside) = file.path.strip_prefix("content/") else {
            continue;
        };
        let mut parts = inside.splitn(3, '/');
        let (Some(folder), Some(name), rest) = (parts.next(), parts.next(), parts.next()) else {
            continue;
        };
        if NO_KINDS.contains(&folder) {
            continue;
        }
        let Some(kind) = kinds.of_folder(folder) else {
            unknown.entry(folder.to_string()).or_insert_with(|| file.clone());
            continue;
        };
        let Some(rest) = rest else {
            found.push(stray(folder, name).at(Place::file(&file.path)));
            continue;
        };
        let key = format!("{folder}/{name}");
        let plan = plans.entry(key.clone()).or_insert_with(|| Plan {
            key,
            kind,
            prose: vec![None; languages.len()],
            ..Plan::default()
        });
        sort_in(plan, rest, file, languages, &mut found);
    }
    // A folder may be that of a kind whose file does not say it, which was told there.
    let is_homeless = kinds.all().iter().any(|kind| kind.is_homeless);
    for (folder, file) in unknown.into_iter().filter(|_| !is_homeless) {
        found.push(no_such_folder(&folder, kinds).at(Place::file(&file.path)));
    }
    (plans.into_values().collect(), found)
}

/// Endings of archives, as entries are sent in.
pub const ARCHIVES: [&str; 5] = ["zip", "rar", "7z", "gz", "tar"];

/// True for a file that holds others.
pub fn is_archive(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    ARCHIVES.contains(&ending.as_str())
}

/// What is said of a file that lies among the folders of entries: what was sent packed, or is an entry without its folder.
fn stray(folder: &str, name: &str) -> Diagnostic {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let slug = folder_name(stem).filter(|slug| !slug.is_empty());
    match (slug, ending.to_lowercase().as_str()) {
        (Some(slug), _) if is_archive(name) => {
            let finding = Diagnostic::new(codes::files::ARCHIVE).with("name", name);
            finding.with("folder", format!("content/{folder}/{slug}"))
        }
        // A file of this very name has lost its folder, whose name nobody knows.
        (Some(slug), "yaml" | "yml") if slug != "entry" => {
            let finding = Diagnostic::new(codes::files::LONE_ENTRY_FILE).with("name", name);
            finding
                .with("folder", folder)
                .with("slug", slug)
                .with("right", "entry.yaml")
        }
        _ => Diagnostic::new(codes::files::STRAY_FILE).with("folder", folder),
    }
}

/// What is said of a folder that no kind has: the one that is meant, else all of them.
pub fn no_such_folder(folder: &str, kinds: &Kinds) -> Diagnostic {
    let known = || {
        kinds
            .all()
            .iter()
            .map(|kind| kind.folder.as_str())
            .filter(|name| !name.is_empty())
    };
    let near = crate::schema::vietnamese_folder(folder).or_else(|| nearest(folder, known()));
    let finding = match near {
        Some(near) => Diagnostic::new(codes::setup::UNKNOWN_FOLDER).with("near", near),
        None => {
            let all: Vec<&str> = known().collect();
            Diagnostic::new(codes::files::FOLDER_OF_NO_KIND).with("known", all.join(", "))
        }
    };
    finding.with("folder", folder)
}

/// The plan of one entry, by its key; none when nothing belongs to it or something in it is out of place.
pub fn plan_one(tree: &Tree, key: &str, kinds: &Kinds, languages: &Languages) -> Option<Plan> {
    let folder = format!("content/{key}/");
    let kind = kinds.of_folder(key.split('/').next()?)?;
    let mut plan = Plan {
        key: key.to_string(),
        kind,
        prose: vec![None; languages.len()],
        ..Plan::default()
    };
    let mut found = Vec::new();
    let files = tree.below(&folder);
    for file in files {
        sort_in(&mut plan, &file.path[folder.len()..], file, languages, &mut found);
    }
    (!files.is_empty() && found.is_empty()).then_some(plan)
}

fn sort_in(plan: &mut Plan, rest: &str, file: &File, languages: &Languages, found: &mut Diagnostics) {
    if rest == "entry.yaml" {
        plan.yaml = Some(file.clone());
        return;
    }
    if let Some(lang) = rest.strip_suffix(".md").and_then(|code| languages.find(code)) {
        plan.prose[lang.index()] = Some(file.clone());
        return;
    }
    if let Some(inside) = rest.strip_prefix("chapters/")
        && let Some((chapter, name)) = inside.split_once('/')
    {
        let files = plan
            .chapters
            .entry(ChapterName::of(chapter))
            .or_insert_with(|| vec![None; languages.len()]);
        if let Some(lang) = name.strip_suffix(".md").and_then(|code| languages.find(code)) {
            files[lang.index()] = Some(file.clone());
            return;
        }
    }
    if rest.ends_with(".md") && !rest.contains('/') {
        let known: Vec<_> = languages
            .all()
            .map(|l| format!("{}.md", languages.get(l).code))
            .collect();
        let finding = Diagnostic::new(codes::files::UNKNOWN_PROSE).at(Place::file(&file.path));
        found.push(finding.with("name", rest).with("known", known.join(", ")));
        return;
    }
    plan.media.push(file.clone());
}

/// Reads the documents of an entry.
pub fn read(plan: &Plan, tree: &Tree) -> (Folder, Diagnostics) {
    let mut found = Vec::new();
    let mut document = |file: &Option<File>| -> Option<Document> {
        let (document, mut problems) = tree.document(file.as_ref()?);
        found.append(&mut problems);
        document
    };
    let path = format!("content/{}/", plan.key);
    let yaml = document(&plan.yaml);
    let prose = plan.prose.iter().map(&mut document).collect();
    let chapters = plan.chapters.iter();
    let chapters = chapters
        .map(|(name, files)| {
            (
                format!("{path}chapters/{}/", name.name),
                files.iter().map(&mut document).collect(),
            )
        })
        .collect();
    (
        Folder {
            key: plan.key.clone(),
            path,
            yaml,
            prose,
            chapters,
        },
        found,
    )
}
