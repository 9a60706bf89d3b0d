//! The search index: what a visitor's browser looks through, per language, in pieces that are read on demand.
//!
//! Entry point: [`search`]. Invariant: the pages know one file per language; it holds all rows of a small site, or says
//! which pieces there are, by the first letters of folded words. Every entry stands in the piece of its rarest word, and in
//! those of its other words as far as they have room. No piece is much for a phone. The files are scripts that call one
//! function, so that they also work from a folder without a server.

use crate::entry::model::{Entry, Status};
use crate::schema::field::Name;
use crate::schema::spec::{FieldSpec, Section};
use crate::site::Site;
use crate::text::{Lang, fold};
use crate::view::frame::Cards;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Bytes of rows in one file: about 25 KB compressed, some 400 entries.
const WHOLE: usize = 80_000;
/// A piece with more rows is split by one more letter; where that is not possible, the shortest titles stay.
const PIECE: usize = 500;
/// The most letters that the name of a piece has.
const DEEPEST: usize = 3;
/// Other names, old places and the like are short; longer texts are for reading.
const SHORT: usize = 72;
/// At most so many of an entry: other names, names of parts, places and whatever else it is known by.
const MOST: [usize; 3] = [8, 8, 6];

/// One entry: its row, and the words by which it is found.
struct Row {
    /// As JSON: title, language of the title when it is not the page's, other names, path below the language's folder,
    /// position of the kind.
    row: String,
    /// In the order of the alphabet, each once.
    words: Vec<String>,
    /// Letters of the title.
    length: usize,
}

/// The files of a language, by path.
pub fn search(site: &Site, cards: &Cards, lang: Lang) -> Vec<(String, String)> {
    let code = &site.frame.config.languages.get(lang).code;
    let listed = |entry: &Entry| entry.card.status != Status::Withdrawn && site.frame.kinds.get(entry.kind).listed;
    let entries = site.entries.iter().enumerate().filter(|(_, entry)| listed(entry));
    let rows: Vec<Row> = entries
        .map(|(i, entry)| row(site, cards, (i as u32, entry), lang))
        .collect();
    let all = || site.frame.kinds.all().iter();
    let plain = |text| site.frame.config.languages.plain(text, lang);
    let kinds: Vec<&str> = all().map(|kind| plain(&kind.plural)).collect();
    let labels: Vec<&str> = all().map(|kind| plain(&kind.label)).collect();
    let first = format!("search/{code}.js");
    if rows.iter().map(|row| row.row.len() + 1).sum::<usize>() <= WHOLE {
        return vec![(first, call(&json!({ "kinds": kinds, "labels": labels }), rows.iter()))];
    }
    let mut files = Vec::new();
    let mut pieces = BTreeMap::new();
    for (key, members, count) in pieces_of(&rows) {
        let text = call(&json!({ "piece": key }), members.iter().map(|i| &rows[*i]));
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let name = format!("{key}-{}.js", &hash[..8]);
        files.push((format!("search/{code}/{name}"), text));
        let is_cut = usize::from(members.len() < count);
        pieces.insert(key, (name, count, is_cut));
    }
    let pieces = json!({ "kinds": kinds, "labels": labels, "pieces": pieces });
    files.insert(0, (first, format!("vanbiaSearch({pieces});\n")));
    files
}

/// The call that hands rows to the page, with what else there is to say.
fn call<'r>(head: &Value, rows: impl Iterator<Item = &'r Row>) -> String {
    let mut text = format!("vanbiaSearch({head}");
    // The brace at its end comes after the rows.
    text.truncate(text.len() - 1);
    text.push_str(",\"rows\":[");
    for (i, row) in rows.enumerate() {
        if i > 0 {
            text.push(',');
        }
        text.push_str(&row.row);
    }
    text.push_str("]});\n");
    text
}

fn row(site: &Site, cards: &Cards, (i, entry): (u32, &Entry), lang: Lang) -> Row {
    let card = cards.of(lang, i);
    let languages = &site.frame.config.languages;
    let title = &card.title.text;
    let others = other_names(site, entry, title, lang);
    let code = &languages.get(lang).code;
    let path = card
        .path
        .strip_prefix(code.as_str())
        .unwrap_or(&card.path)
        .trim_start_matches('/');
    Row {
        row: json!([title, card.title.lang, others.join("|"), path, entry.kind]).to_string(),
        words: words_of(others.iter().copied().chain([title.as_str()])),
        length: title.chars().count(),
    }
}

/// What else an entry is called: in the other languages (whoever reads a sign types what it says), by its other names, by
/// those of its parts; then its places. In this order; each once.
fn other_names<'s>(site: &'s Site, entry: &'s Entry, title: &str, lang: Lang) -> Vec<&'s str> {
    let languages = &site.frame.config.languages;
    let mut others: Vec<&str> = Vec::new();
    let add = |name: &'s str, others: &mut Vec<&'s str>| {
        let is_short = !name.is_empty() && name.chars().count() <= SHORT;
        let is_new = is_short && name != title && !others.contains(&name);
        if is_new {
            others.push(name);
        }
        is_new
    };
    for lang in languages.all() {
        add(entry.card.title.only(lang).unwrap_or_default(), &mut others);
    }
    let fields = || site.frame.kinds.get(entry.kind).fields.iter();
    for (sort, most) in MOST.into_iter().enumerate() {
        let values = fields().filter(|spec| sort_of(spec) == Some(sort)).filter_map(|spec| {
            let items = entry.body.fields.get(&spec.name)?.items().iter();
            Some(items.flat_map(|item| spec.field.search(item)))
        });
        let mut left = most;
        for name in values.flatten() {
            let name = match name {
                Name::Text(text) => languages.plain(text, lang),
                Name::Word(word) => word,
            };
            if left > 0 && add(name, &mut others) {
                left -= 1;
            }
        }
    }
    others
}

/// Which of the sorts of [`MOST`] a field's names are; `None`: what it says is no name (how it is stored, what is in it).
fn sort_of(spec: &FieldSpec) -> Option<usize> {
    let is_group = spec.field.name() == "group";
    match spec.section {
        // The title and the summary, among others.
        Section::Hidden => None,
        _ if spec.ld.as_deref() == Some("alternateName") => Some(0),
        _ if spec.ld.as_deref() == Some("brand") => Some(2),
        Section::Lead if is_group => Some(0),
        Section::Parts if is_group => Some(1),
        Section::Facts if !matches!(spec.field.name(), "text" | "line") => Some(2),
        _ => None,
    }
}

/// Folded words: runs of letters and digits.
fn words_of<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut all: Vec<String> = texts.flat_map(words).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_string).collect()
}

/// The pieces with their rows, and how many rows they would have with room for all.
fn pieces_of(rows: &[Row]) -> Vec<(String, Vec<usize>, usize)> {
    let whole = split(rows, (0..rows.len()).collect(), "");
    // Where each row has to stand: in the smallest of its pieces.
    let mut home = vec![(usize::MAX, 0); rows.len()];
    for (at, (_, members)) in whole.iter().enumerate() {
        for i in members {
            home[*i] = home[*i].min((members.len(), at));
        }
    }
    let mut pieces = Vec::with_capacity(whole.len());
    for (at, (key, members)) in whole.into_iter().enumerate() {
        let count = members.len();
        let (mut kept, mut others): (Vec<usize>, Vec<usize>) = members.into_iter().partition(|i| home[*i].1 == at);
        let room = PIECE.saturating_sub(kept.len());
        if others.len() > room {
            others.sort_by_key(|i| (rows[*i].length, *i));
            others.truncate(room);
        }
        kept.extend(others);
        kept.sort_unstable();
        pieces.push((key, kept, count));
    }
    pieces
}

/// Pieces by the first letters of words; rows that have no word are found by the alphabetical list alone.
fn split(rows: &[Row], members: Vec<usize>, prefix: &str) -> Vec<(String, Vec<usize>)> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for i in members {
        let longer = rows[i].words.iter().filter_map(|word| longer(word, prefix));
        for key in longer {
            let group = groups.entry(key).or_default();
            // Words with the same beginning stand side by side.
            if group.last() != Some(&i) {
                group.push(i);
            }
        }
    }
    let mut pieces = Vec::new();
    for (key, members) in groups {
        let is_end = key == prefix || key.chars().count() >= DEEPEST || members.len() <= PIECE;
        match is_end {
            true => pieces.push((key.to_string(), members)),
            false => pieces.extend(split(rows, members, key)),
        }
    }
    pieces
}

/// The beginning of a word that is one letter longer than the prefix; the whole word where there is no more.
fn longer<'w>(word: &'w str, prefix: &str) -> Option<&'w str> {
    let rest = word.strip_prefix(prefix)?;
    let more = rest.chars().next().map_or(0, char::len_utf8);
    Some(&word[..prefix.len() + more])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_before_places_and_what_is_in_a_packet_is_no_name() {
        let today = crate::text::Date::new(2026, 11, 21).unwrap();
        let languages = crate::schema::languages::Languages::vi_en();
        let (kinds, _) = crate::schema::kind::Kinds::read(&[], &languages, today);
        let sort =
            |kind: &str, name: &str| sort_of(kinds.all().iter().find(|k| k.key == kind).unwrap().field(name).unwrap());
        let named = ["aliases", "components", "place"].map(|name| sort("relic", name));
        assert_eq!(named, [Some(0), Some(1), Some(2)]);
        assert_eq!(
            (
                sort("street", "old_names"),
                sort("book", "other_title"),
                sort("product", "brand")
            ),
            (Some(0), Some(0), Some(2))
        );
        for name in ["storage", "nutrition", "allergens", "season", "summary", "title"] {
            assert_eq!(sort("product", name), None, "{name}");
        }
    }

    fn rows(titles: impl Iterator<Item = String>) -> Vec<Row> {
        titles
            .map(|title| Row {
                length: title.chars().count(),
                row: json!([title]).to_string(),
                words: words_of([title.as_str()].into_iter()),
            })
            .collect()
    }

    #[test]
    fn every_entry_stands_in_the_piece_of_its_rarest_word_and_no_piece_is_large() {
        let rows = rows((0..5_000).map(|i| format!("Đình làng {} {i} Đá Lớn", ["Ẩm", "Ổi", "Y"][i % 3])));
        let all = pieces_of(&rows);
        assert!(
            all.iter()
                .all(|(_, members, count)| members.len() <= PIECE && members.len() <= *count)
        );
        let pieces: BTreeMap<String, Vec<usize>> = all.into_iter().map(|(key, rows, _)| (key, rows)).collect();
        // The longest key that a word begins with, as a browser looks for it.
        let piece = |word: &str| {
            (1..=DEEPEST)
                .rev()
                .find_map(|n| pieces.get(&word.chars().take(n).collect::<String>()))
        };
        for (i, row) in rows.iter().enumerate() {
            let number = i.to_string();
            assert!(row.words.contains(&number));
            assert!(piece(&number).is_some_and(|members| members.contains(&i)), "{number}");
        }
        // Two words of a title with the same beginning are one row there.
        assert!(pieces.values().all(|members| members.is_sorted_by(|a, b| a < b)));
        // Of those that all begin alike the shortest titles stay: «Đình làng Y 2» before «Đình làng Ẩm 4998».
        assert!(piece("dinh").is_some_and(|members| members.contains(&2) && !members.contains(&4_998)));
        assert!(pieces.contains_key("din") && pieces.contains_key("y") && pieces.contains_key("oi"));
    }

    #[test]
    fn words_are_plain_letters() {
        assert_eq!(
            words("Đình làng «Bổ Đà»: khu B-2"),
            ["dinh", "lang", "bo", "da", "khu", "b", "2"]
        );
    }
}
