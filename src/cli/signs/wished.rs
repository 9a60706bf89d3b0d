//! Which entries and parts get a sign.
//!
//! Entry point: [`wished`]. Invariant: what has a code and is not drawn is told, with the command that draws it.

use super::super::setting::Setting;
use super::super::terminal::tell;
use super::super::{CONTENT, USAGE, asked, wording as w};
use crate::engine::Checked;
use crate::engine::plates::{Subject, subjects};
use clap::ArgMatches;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// By kind, the keys of parts that have a code and were not asked for.
pub(super) type LeftOut = BTreeMap<String, Vec<String>>;

/// How parts of a kind are asked for where there is a layout of their own.
const PARTS: &[(&str, &str)] = &[("market", "--layout stall")];

/// What the arguments name: keys, or a kind, or every entry with a code; and the parts that nobody asked for.
pub(super) fn wished(
    args: &ArgMatches,
    (checked, root): (&Checked, &Path),
    setting: &Setting,
) -> Result<(Vec<Subject>, LeftOut), u8> {
    let all = subjects(checked);
    let typed: Vec<String> = args
        .get_many("keys")
        .map(|keys| keys.cloned().collect())
        .unwrap_or_default();
    let keys = meant(&typed, &all, (checked, root), setting)?;
    let kinds = &checked.site.frame.kinds;
    let kind = match args.get_one::<String>("kind") {
        Some(typed) => Some(kind_of(typed, checked, setting)?),
        None => None,
    };
    let of_kind = |s: &Subject| kind.is_none_or(|kind| kinds.get(kind).key == s.kind);
    let layout = args.get_one::<String>("layout").map_or("", String::as_str);
    let has_parts: BTreeSet<String> = all
        .iter()
        .filter_map(|s| Some(s.key.split_once('#')?.0.to_string()))
        .collect();
    let is_part = |s: &Subject| s.key.contains('#');
    let parts = args.get_flag("parts");
    let is_named = |s: &Subject| {
        let is_of_named = |whole: &str| keys.iter().any(|key| key == whole);
        keys.contains(&s.key) || parts && s.key.split_once('#').is_some_and(|(whole, _)| is_of_named(whole))
    };
    let by_part = |s: &Subject| match layout {
        _ if !keys.is_empty() => is_named(s) && (!parts || is_part(s)),
        _ if parts => is_part(s),
        // Payments are what stalls have codes for.
        _ if layout.starts_with("payment") => true,
        // A label for stalls is for those of a market, and for what has none.
        "stall" => is_part(s) || !has_parts.contains(&s.key),
        // Parts have plates of their own only when they are asked for; otherwise a site prints hundreds nobody wants.
        _ => !is_part(s),
    };
    let (wished, others): (Vec<Subject>, Vec<Subject>) = all.into_iter().filter(of_kind).partition(by_part);
    if wished.is_empty() {
        tell(setting, w::SIGNS_NONE, &[]);
        return Err(CONTENT);
    }
    let mut left_out = LeftOut::new();
    if keys.is_empty() {
        for part in others.into_iter().filter(is_part) {
            left_out.entry(part.kind).or_default().push(part.key);
        }
    }
    Ok((wished, left_out))
}

/// Says which parts were not drawn, and the command that draws them.
pub(super) fn tell_left_out(left_out: &LeftOut, setting: &Setting) {
    for (kind, keys) in left_out {
        let of_kind = PARTS.iter().find(|(own, _)| own == kind);
        let count = keys.len().to_string();
        let example = keys.first().map_or("", String::as_str);
        let values = [
            ("count", &*count),
            ("key", example),
            ("kind", kind),
            ("how", of_kind.map_or("--parts", |(_, how)| how)),
        ];
        tell(setting, w::SIGNS_LEFT_OUT, &values);
    }
}

/// The keys that are meant by keys, codes or titles.
fn meant(
    typed: &[String],
    all: &[Subject],
    (checked, root): (&Checked, &Path),
    setting: &Setting,
) -> Result<Vec<String>, u8> {
    let has = |key: &String| all.iter().any(|subject| subject.key == *key);
    if typed.iter().all(has) {
        return Ok(typed.to_vec());
    }
    let names = asked::names(root, &checked.ledger);
    let kinds = &checked.site.frame.kinds;
    // An entry may be called like a kind.
    let is_kind = |typed: &&String| names.find(typed, &checked.ledger).is_err() && asked::kind(typed, kinds).is_some();
    if let Some(typed) = typed.iter().find(is_kind) {
        let kind = asked::kind(typed, kinds).map_or("", |at| kinds.get(at).key.as_str());
        tell(setting, w::SIGNS_KIND_MEANT, &[("typed", typed), ("kind", kind)]);
        return Err(USAGE);
    }
    let keys = asked::keys(typed, &names, &checked.ledger, setting)?;
    match keys.iter().find(|key| !has(key)) {
        Some(key) => Err(asked::refuse(names.without_code(key), setting)),
        None => Ok(keys),
    }
}

/// The kind that is asked for.
fn kind_of(typed: &str, checked: &Checked, setting: &Setting) -> Result<usize, u8> {
    let frame = &checked.site.frame;
    asked::kind(typed, &frame.kinds).ok_or_else(|| {
        let known = asked::known(frame.kinds.all().iter().filter(|k| k.codes), &frame.config.languages);
        tell(setting, w::NEW_NO_KIND, &[("kind", typed), ("known", &known)]);
        USAGE
    })
}
