//! Lists with a dash on every line: `- rank: …`, `- number: …` are one item with two lines, and meant as such.
//!
//! Entry point: [`join`]. Invariant: items are joined only where one of them is useless by itself.

use super::reading::Reading;
use super::spec::FieldSpec;
use crate::diag::{FORM, Span, codes};
use crate::source::yaml::{Data, Key, Node};

/// The most lines that a message has room for.
const MOST: usize = 8;

/// The items as they are meant, with one finding for the list; `None` when every dash is right.
pub(super) fn join(items: &[Node], spec: &FieldSpec, reading: &mut Reading<'_>) -> Option<Vec<Node>> {
    if !items.iter().skip(1).any(|item| single(item, reading).is_some()) {
        return None;
    }
    let mut joined: Vec<Node> = Vec::new();
    // The lines of the first item that was torn apart.
    let (mut first, mut more): (Option<(usize, Node)>, Vec<Span>) = (None, Vec::new());
    for item in items {
        let position = joined.len();
        let (Some((key, value)), Some(last)) = (single(item, reading), joined.last_mut()) else {
            joined.push(item.clone());
            continue;
        };
        if last.get(&key.text).is_some() || !(lacks(item, spec, reading) || lacks(last, spec, reading)) {
            joined.push(item.clone());
            continue;
        }
        let whole = last.clone();
        let Data::Map(pairs) = &mut last.data else {
            joined.push(item.clone());
            continue;
        };
        pairs.push((key.clone(), value.clone()));
        if first.get_or_insert((position, whole)).0 == position {
            more.push(key.span);
        }
    }
    let (_, whole) = first?;
    report(&whole, &more, reading);
    Some(joined)
}

/// The only pair of an item that stands behind a dash of its own, not in brackets.
fn single<'n>(item: &'n Node, reading: &Reading<'_>) -> Option<&'n (Key, Node)> {
    let [pair] = item.pairs() else { return None };
    let text = reading.doc.text.get(item.span.lo as usize..)?;
    (!text.starts_with('{')).then_some(pair)
}

/// True when an item is read without a part that it needs, and has no key that nobody knows.
fn lacks(item: &Node, spec: &FieldSpec, reading: &Reading<'_>) -> bool {
    let mut alone = Reading::new(reading.doc, reading.languages, reading.today);
    spec.field.read(item, spec, &mut alone);
    let has = |codes: &[&'static crate::diag::Code]| alone.found.iter().any(|d| codes.contains(&d.code));
    has(&[codes::fields::PART_MISSING, codes::fields::MISSING_FIELD])
        && !has(&[codes::fields::UNKNOWN_KEY, codes::fields::UNKNOWN_KEY_NEAR])
}

fn report(whole: &Node, more: &[Span], reading: &mut Reading<'_>) {
    let (Some(key), Some((first, _))) = (more.first(), whole.pairs().first()) else {
        return;
    };
    let text = &reading.doc.text;
    let dash = |span: &Span| text[..span.lo as usize].rfind('-').unwrap_or(span.lo as usize);
    let start = text[..dash(&first.span)].rfind('\n').map_or(0, |i| i + 1);
    let last = more.last().map_or(start, |span| span.lo as usize);
    let end = text[last..].find('\n').map_or(text.len(), |i| last + i);
    let mut form = text[start..end].to_string();
    for span in more {
        let at = dash(span) - start;
        form.replace_range(at..=at, " ");
    }
    let form: Vec<&str> = form.lines().take(MOST).collect();
    let (name, at) = (&text[key.lo as usize..key.hi as usize], dash(key));
    let args = [("key", name), ("first", &first.text), (FORM, &form.join("\n"))];
    reading.report(codes::fields::DASH_TOO_MANY, Span::new(at, at + 1), &args);
}

#[cfg(test)]
mod tests {
    use crate::diag::{FORM, Speech};
    use crate::schema::field::recognition::Recognition;
    use crate::schema::field::testing::Probe;
    use crate::schema::spec::FieldSpec;

    fn read(yaml: &str) -> Probe {
        let spec = FieldSpec {
            many: true,
            ..FieldSpec::new("x", &Recognition)
        };
        Probe::by(spec, yaml)
    }

    #[test]
    fn a_dash_on_every_line_is_one_mistake_and_invents_no_rank() {
        let probe = read(
            "\n  - rank: provincial\n  - number: 1/QĐ\n  - date: 2010-05-20\n  - rank: national\n    number: 2/QĐ\n    date: 2011",
        );
        assert_eq!((probe.codes(), probe.at()), (vec![374], (3, 3)));
        assert_eq!(
            probe.said(FORM),
            "  - rank: provincial\n    number: 1/QĐ\n    date: 2010-05-20"
        );
        assert!(!probe.found[0].help(Speech::En).contains("rank: national"));
        assert_eq!(probe.value.unwrap().items().len(), 2);
        assert_eq!(
            read("\n  - number: 1/QĐ\n  - rank: provincial\n  - date: 2010").codes(),
            [374]
        );
    }

    #[test]
    fn items_of_one_line_stay_items() {
        assert_eq!(read("\n  - rank: inventoried\n  - rank: unranked").codes(), [0_u16; 0]);
        assert_eq!(read("\n  - rank: unranked\n  - xyzzy: 1").codes(), [307, 369]);
        assert_eq!(read("[ { rank: unranked }, { number: 1 } ]").codes(), [369]);
    }
}
