//! Templates with what they include in its place.
//!
//! Entry point: [`engine`]. Invariant: makes the pages that the templates make as they are written, but for variables that
//! an included template sets: they hold behind it, too. To look for each included template on every page, and for each name
//! through all that include each other, costs a build some hundredths of its time.

use super::{Documents, Layer, Tera, assemble, choice};

/// A guard only: templates include each other two deep.
const MOST_NESTED: usize = 8;

/// The call by which templates draw a field, whatever it is.
const FIELD: &str = "{{<field f={f}/>}}";

/// The engine of these templates. What a site itself wrote is left as it is.
pub(super) fn engine(documents: &Documents) -> Result<Tera, tera::Error> {
    let choice = choice(documents);
    // Who draws fields in a way of his own wants to draw all of them.
    let has_own = documents
        .values()
        .any(|document| document.text.contains("component field("));
    let flat = Flat {
        documents,
        field: if has_own { FIELD } else { &choice },
    };
    let texts = documents.iter().map(|(name, document)| {
        let is_sites = !name.starts_with(Layer::Builtin.prefix()) && !name.starts_with(Layer::Theme.prefix());
        let text = match is_sites {
            true => document.text.clone(),
            false => flat.text(&document.text, MOST_NESTED),
        };
        (name, text)
    });
    assemble(texts, &choice)
}

struct Flat<'a> {
    documents: &'a Documents,
    /// Stands for a field that is drawn.
    field: &'a str,
}

impl Flat<'_> {
    fn text(&self, text: &str, depth: usize) -> String {
        const INCLUDE: &str = "{% include \"";
        const END: &str = "\" %}";
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(INCLUDE) {
            let (before, tag) = rest.split_at(at);
            let Some((name, behind)) = tag[INCLUDE.len()..].split_once(END) else {
                break;
            };
            out.push_str(before);
            match self.included(name).filter(|_| depth > 0) {
                // What begins with `{%-` must not take away the blanks before the tag that stood here.
                Some(included) => {
                    out.push_str("{# #}");
                    out.push_str(&self.text(included, depth - 1));
                    out.push_str("{# #}");
                }
                None => out.push_str(&tag[..tag.len() - behind.len()]),
            }
            rest = behind;
        }
        out.push_str(rest);
        out.replace(FIELD, self.field)
    }

    /// The text of a template by its plain name; none when the site has one of its own in its place.
    fn included(&self, name: &str) -> Option<&str> {
        if self.documents.contains_key(name) {
            return None;
        }
        let of = |layer: Layer| self.documents.get(&[layer.prefix(), name].concat());
        of(Layer::Theme)
            .or_else(|| of(Layer::Builtin))
            .map(|document| &*document.text)
    }
}
