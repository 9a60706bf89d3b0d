//! What templates need of each other: a frame that is there, the places in it, the files that they call.
//!
//! Entry point: [`check`]. Invariant: told at the template that somebody wrote, never at a built-in one that stumbles over
//! it; a template with such a mistake is left out, and the built-in one takes its place.

use super::{Documents, Layer, plain_name, said};
use crate::diag::codes::{look, setup};
use crate::diag::{Diagnostic, Diagnostics, Place, Span};
use crate::render::policy::NOT_THERE;
use crate::render::written::{Command, commands, without_remarks};
use crate::source::document::Document;
use crate::text::nearest;
use std::collections::{BTreeMap, BTreeSet};

/// Templates in a line of frames; a guard only.
const MOST_FRAMES: usize = 16;

/// Takes out the templates that cannot work and says why. `assets` are the files that templates can call.
pub(super) fn check(documents: &mut Documents, assets: &BTreeSet<&str>) -> Diagnostics {
    let mut found = Diagnostics::new();
    let mut bad = BTreeSet::new();
    let own = documents.iter().filter(|(name, _)| !is_builtin(name));
    for (name, document) in own {
        if without_remarks(&document.text).trim().is_empty() && is_page(name, documents) {
            let empty = Diagnostic::new(look::TEMPLATE_EMPTY).at(Place::file(&document.file));
            found.push(empty.with("template", plain_name(name)));
            bad.insert(name.clone());
        }
        let lost = lost_templates(document, documents);
        if !lost.is_empty() {
            bad.insert(name.clone());
        }
        found.extend(lost);
        found.extend(lost_assets(document, assets));
    }
    documents.retain(|name, _| !bad.contains(name));
    let (bad, more) = lost_blocks(documents);
    documents.retain(|name, _| !bad.contains(name));
    found.extend(more);
    found
}

fn is_builtin(name: &str) -> bool {
    name.starts_with(Layer::Builtin.prefix())
}

/// The template that is meant by a name: the site's, the theme's or the built-in one.
fn resolve<'d>(name: &str, documents: &'d Documents) -> Option<(&'d String, &'d Document)> {
    let layers = [Layer::Site, Layer::Theme, Layer::Builtin];
    layers
        .iter()
        .find_map(|layer| documents.get_key_value(&format!("{}{name}", layer.prefix())))
}

/// True for the template of a kind of page; pieces may be empty.
fn is_page(name: &str, documents: &Documents) -> bool {
    let plain = plain_name(name);
    match documents.get(&format!("{}{plain}", Layer::Builtin.prefix())) {
        Some(original) => original.text.contains("{% extends") || original.text.contains("<html"),
        None => {
            let quoted = format!("\"{plain}\"");
            plain.starts_with("entry/") && !documents.values().any(|other| other.text.contains(&quoted))
        }
    }
}

/// Frames and pieces that nobody has.
fn lost_templates(document: &Document, documents: &Documents) -> Diagnostics {
    let known: BTreeSet<&str> = documents.keys().map(|name| plain_name(name)).collect();
    let calls = commands(&document.text);
    let calls = calls.iter().filter(|call| ["extends", "include"].contains(&call.word));
    let mut found = Diagnostics::new();
    for (name, span) in calls.filter_map(Command::quoted) {
        if resolve(name, documents).is_some() {
            continue;
        }
        let near = nearest(name, known.iter().copied());
        let (vi, en) = said::meant(
            (
                format!("không có mẫu trang «{name}»"),
                format!("there is no template «{name}»"),
            ),
            near,
        );
        let finding = document.found(setup::TEMPLATE_UNKNOWN, span);
        found.push(finding.with("detail", vi).with("detail_en", en));
    }
    found
}

/// Files that a template calls by `assets["…"]` and no layer has.
fn lost_assets(document: &Document, assets: &BTreeSet<&str>) -> Diagnostics {
    const CALL: &str = "assets[\"";
    let text = &without_remarks(&document.text);
    let mut asked = commands(text);
    asked.retain(|command| ["if", "elif"].contains(&command.word));
    let mut found = Diagnostics::new();
    for (at, _) in text.match_indices(CALL) {
        let from = at + CALL.len();
        let Some(name) = text[from..].find("\"]").map(|i| &text[from..from + i]) else {
            continue;
        };
        // Whoever asks first, or says what else will do, knows that it may be missing.
        let call = format!("{CALL}{name}\"]");
        let is_asked =
            || text.contains(&format!("if {call}")) || asked.iter().any(|condition| condition.rest.contains(&call));
        let has_other = || {
            let behind = text[at + call.len()..].trim_start().strip_prefix('|');
            behind.is_some_and(|filter| filter.trim_start().starts_with("default"))
        };
        if assets.contains(name) || is_asked() || has_other() {
            continue;
        }
        let near = nearest(name, assets.iter().copied());
        let (vi, en) = match near {
            Some(near) => (format!("có phải là «{near}»?"), format!("did you mean «{near}»?")),
            None => {
                let folder = match name.rsplit('.').next().unwrap_or_default() {
                    "css" => "styles",
                    "js" => "scripts",
                    "woff2" | "woff" | "ttf" | "otf" => "fonts",
                    _ => "assets",
                };
                (
                    format!("chép tệp vào content/theme/{folder}/{name}"),
                    format!("put the file into content/theme/{folder}/{name}"),
                )
            }
        };
        let finding = document.found(look::SITE_FILE_MISSING, Span::new(from, from + name.len()));
        let [why, why_en] = NOT_THERE;
        let finding = finding.with("name", name).with("why", why).with("why_en", why_en);
        found.push(finding.with("todo", vi).with("todo_en", en));
    }
    found
}

/// The blocks of a template: those that stand by themselves, and all of them.
fn blocks(text: &str) -> (Vec<(&str, Span)>, BTreeSet<&str>) {
    let (mut outer, mut all) = (Vec::new(), BTreeSet::new());
    let mut depth = 0_usize;
    for command in commands(text) {
        match command.word {
            "block" => {
                if depth == 0 {
                    outer.push((command.rest, command.span));
                }
                all.insert(command.rest);
                depth += 1;
            }
            "endblock" => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    (outer, all)
}

/// The frames of a template, nearest first.
fn frames<'d>(document: &'d Document, documents: &'d Documents) -> Vec<(&'d String, &'d Document)> {
    let mut all: Vec<(&String, &Document)> = Vec::new();
    let mut here = document;
    while all.len() < MOST_FRAMES {
        let calls = commands(&here.text);
        let frame = calls
            .iter()
            .find(|call| call.word == "extends")
            .and_then(Command::quoted);
        let Some(next) = frame.and_then(|(name, _)| resolve(name, documents)) else {
            break;
        };
        all.push(next);
        here = next.1;
    }
    all
}

/// Blocks that no frame has: a slip of the one who wrote them, or a frame of one's own that lacks them.
fn lost_blocks(documents: &Documents) -> (BTreeSet<String>, Diagnostics) {
    let mut found = Diagnostics::new();
    let mut bad = BTreeSet::new();
    // What each frame lacks, and for whom.
    let mut lacking: BTreeMap<&String, (Vec<&str>, BTreeSet<&str>)> = BTreeMap::new();
    for (name, document) in documents {
        let is_shadowed = resolve(plain_name(name), documents).is_some_and(|(other, _)| other != name);
        let frames = frames(document, documents);
        if frames.is_empty() || (is_builtin(name) && is_shadowed) {
            continue;
        }
        let known: BTreeSet<&str> = frames.iter().flat_map(|(_, frame)| blocks(&frame.text).1).collect();
        for (block, span) in blocks(&document.text).0 {
            if known.contains(block) {
                continue;
            }
            let own_frame = frames.iter().find(|(frame, _)| !is_builtin(frame));
            match own_frame.filter(|_| is_builtin(name)) {
                Some((frame, _)) => {
                    let (blocks, children) = lacking.entry(frame).or_default();
                    if !blocks.contains(&block) {
                        blocks.push(block);
                    }
                    children.insert(plain_name(name));
                }
                None => {
                    let near = nearest(block, known.iter().copied());
                    let frame = plain_name(frames[0].0);
                    let (vi, en) = said::meant(
                        (
                            format!("khung «{frame}» không có chỗ (block) «{block}»"),
                            format!("the frame «{frame}» has no block «{block}»"),
                        ),
                        near,
                    );
                    let finding = document.found(setup::TEMPLATE_UNKNOWN, span);
                    found.push(finding.with("detail", vi).with("detail_en", en));
                    bad.insert(name.clone());
                }
            }
        }
    }
    for (frame, (blocks, children)) in lacking {
        let right: Vec<String> = blocks
            .iter()
            .map(|block| format!("{{% block {block} %}}{{% endblock {block} %}}"))
            .collect();
        let children: Vec<String> = children.iter().map(|child| format!("«{child}»")).collect();
        let Some(document) = documents.get(frame) else { continue };
        let finding = Diagnostic::new(look::BLOCKS_MISSING).at(Place::file(&document.file));
        let finding = finding
            .with("template", plain_name(frame))
            .with("children", children.join(", "));
        found.push(finding.with("blocks", blocks.join(", ")).with("right", right.join(" ")));
        bad.insert(frame.clone());
    }
    (bad, found)
}
