//! Templates in the template engine, and its errors as findings.
//!
//! Entry point: [`engine`], [`run`]. Invariant: whatever a theme holds, the engine that comes out can make every page:
//! files that cannot be read are told and left out.

use super::filters;
use super::theme::{Layer, Theme};
use crate::diag::codes::setup;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, Span};
use crate::source::document::Document;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io;
use tera::{Context, ErrorKind, Tera};

/// No page may be larger. A template with loops inside loops ends here instead of filling the disk.
const PAGE_LIMIT: usize = 16 << 20;

/// How deep built-in templates include each other.
const MOST_NESTED: usize = 4;

/// The call by which templates draw a field, whatever it is.
const FIELD: &str = "{{<field f={f}/>}}";

type Documents = BTreeMap<String, Document>;

/// The engine with every template that can be read, and the templates by their name in it.
pub(super) fn engine(theme: &Theme) -> (Tera, Documents, Diagnostics) {
    let mut found = Diagnostics::new();
    let mut documents = Documents::new();
    for (name, (layer, document)) in &theme.templates {
        if *layer != Layer::Builtin && check_syntax(name, document, &mut found) {
            continue;
        }
        documents.insert(name.clone(), document.clone());
    }
    found.extend(unused(&documents));
    match build(&documents) {
        Ok(engine) => {
            found.extend(check_components(&engine, &documents));
            (engine, documents, found)
        }
        Err(error) => {
            found.extend(load_findings(&error, &documents));
            documents.retain(|name, _| name.starts_with(Layer::Builtin.prefix()));
            let engine = build(&documents).unwrap_or_default();
            (engine, documents, found)
        }
    }
}

fn build(documents: &Documents) -> Result<Tera, tera::Error> {
    let choice = choice(documents);
    let texts = documents
        .iter()
        .map(|(name, document)| match name.starts_with(Layer::Builtin.prefix()) {
            true => (name.as_str(), flat(&document.text, documents, &choice, MOST_NESTED)),
            // What a site wrote is read as it stands, so that mistakes are told where they are.
            false => (name.as_str(), document.text.clone()),
        });
    assemble(texts, &choice)
}

fn assemble<'a>(texts: impl Iterator<Item = (&'a str, String)>, choice: &str) -> Result<Tera, tera::Error> {
    let mut engine = Tera::default();
    engine.autoescape_on([".html", ".htm", ".xml", ".svg"]);
    engine.set_fallback_prefixes(["theme/", "builtin/"])?;
    filters::register(&mut engine);
    let component = ["{% component field(f) %}", choice, "{% endcomponent %}"].concat();
    engine.add_raw_templates(texts.chain([("builtin/field-dispatch.html", component)]))?;
    Ok(engine)
}

/// An engine whose templates include each other as they are written.
#[cfg(test)]
pub(super) fn as_written(documents: &Documents) -> Result<Tera, tera::Error> {
    let texts = documents
        .iter()
        .map(|(name, document)| (name.as_str(), document.text.clone()));
    assemble(texts, &choice(documents))
}

/// A built-in template with what it includes in its place, and with the choice of a field's component where a list of
/// fields is drawn: to look for an included template, and for each name through all that include each other, takes the
/// engine a twentieth of a build. What a site wrote stays included.
fn flat(text: &str, documents: &Documents, choice: &str, depth: usize) -> String {
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
        let of_site = [Layer::Site, Layer::Theme].map(|layer| [layer.prefix(), name].concat());
        let included = documents.get(&[Layer::Builtin.prefix(), name].concat());
        match included.filter(|_| depth > 0 && !of_site.iter().any(|own| documents.contains_key(own))) {
            // A comment on either side keeps the blanks that a tag beyond it would take away.
            Some(document) => {
                out.push_str("{# #}");
                out.push_str(&flat(&document.text, documents, choice, depth - 1));
                out.push_str("{# #}");
            }
            None => out.push_str(&tag[..tag.len() - behind.len()]),
        }
        rest = behind;
    }
    out.push_str(rest);
    out.replace(FIELD, choice)
}

/// What the component `field(f)` does: draws a field by the component that its `show` names. The engine cannot call a
/// component by a computed name, so the choice is written out from the names that the theme has.
fn choice(documents: &Documents) -> String {
    let mut names = BTreeSet::new();
    for document in documents.values() {
        for part in document.text.split("component field.").skip(1) {
            let end = part
                .find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))
                .unwrap_or(part.len());
            names.insert(&part[..end]);
        }
    }
    // Most fields are shown as text.
    let mut out = String::from("{% set show = f.show %}{% if show == \"text\" %}{{<field.text f={f}/>}}{% else %}");
    choose(&names.into_iter().collect::<Vec<_>>(), &mut out);
    out.push_str("{% endif %}");
    out
}

/// Halves the sorted names until one is left: the engine compares texts slowly, and pages have many fields.
fn choose(names: &[&str], out: &mut String) {
    // Writing to a text cannot fail.
    let _ = match names {
        // A type that the theme does not know is shown by its texts.
        [] => out.write_str("{{<field.text f={f}/>}}"),
        [name] => write!(
            out,
            "{{% if show == \"{name}\" %}}{{{{<field.{name} f={{f}}/>}}}}{{% else %}}{{{{<field.text f={{f}}/>}}}}{{% endif %}}"
        ),
        _ => {
            let (left, right) = names.split_at(names.len() / 2);
            let _ = write!(out, "{{% if show < \"{}\" %}}", right[0]);
            choose(left, out);
            out.push_str("{% else %}");
            choose(right, out);
            out.write_str("{% endif %}")
        }
    };
}

/// The name by which templates call each other, without the prefix of the layer.
pub(super) fn plain_name(name: &str) -> &str {
    name.strip_prefix("builtin/")
        .or(name.strip_prefix("theme/"))
        .unwrap_or(name)
}

/// Each file alone, because the engine stops at the first mistake of a load. True when it cannot be read.
fn check_syntax(name: &str, document: &Document, found: &mut Diagnostics) -> bool {
    let mut alone = Tera::default();
    filters::register(&mut alone);
    let Err(error) = alone.add_raw_template(name, &document.text) else {
        return false;
    };
    let ErrorKind::SyntaxError(report) = error.kind() else {
        return false; // what it calls may be in other files
    };
    found.push(at(setup::TEMPLATE_SYNTAX, document, &report.span().range).with("detail", report.message()));
    true
}

fn at(code: &'static Code, document: &Document, range: &std::ops::Range<usize>) -> Diagnostic {
    document.found(code, Span::new(range.start, range.end))
}

/// What the engine says at load comes as text: `error: …` and ` --> file:line:column`.
fn load_findings(error: &tera::Error, documents: &Documents) -> Diagnostics {
    let text = error.to_string();
    let mut found = Diagnostics::new();
    for part in text.split("error: ").filter(|part| !part.trim().is_empty()) {
        let detail = part.lines().next().unwrap_or_default();
        let mut one = Diagnostic::new(setup::TEMPLATE_UNKNOWN).with("detail", detail.replace('`', "'"));
        let place = part.lines().find_map(|line| line.trim().strip_prefix("--> "));
        if let Some((document, line, column)) = place.and_then(|place| locate(place, documents)) {
            one = one.at(spot(document, line, column));
        }
        found.push(one);
    }
    found
}

fn locate<'a>(place: &str, documents: &'a Documents) -> Option<(&'a Document, usize, usize)> {
    let mut parts = place.rsplitn(3, ':');
    let column = parts.next()?.trim().parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some((documents.get(parts.next()?)?, line, column))
}

fn spot(document: &Document, line: usize, column: usize) -> Place {
    let start: usize = document
        .text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let rest = &document.text[start..];
    let offset = rest.char_indices().nth(column.saturating_sub(1)).map_or(0, |(i, _)| i);
    document.place(Span::new(start + offset, start + offset + 1))
}

/// A component that takes the place of another has to take the same values, or every page that uses it fails later.
fn check_components(engine: &Tera, documents: &Documents) -> Diagnostics {
    let builtin: Documents = documents
        .iter()
        .filter(|(name, _)| name.starts_with(Layer::Builtin.prefix()))
        .map(|(name, document)| (name.clone(), document.clone()))
        .collect();
    if builtin.len() == documents.len() {
        return Diagnostics::new();
    }
    let Ok(original) = build(&builtin) else {
        return Diagnostics::new();
    };
    let mut found = Diagnostics::new();
    let names: BTreeSet<&str> = original.get_component_names().collect();
    for name in names {
        let (wanted, have) = (arguments(&original, name), arguments(engine, name));
        if wanted != have {
            let needle = format!("component {name}(");
            let own = documents
                .iter()
                .filter(|(n, _)| !n.starts_with(Layer::Builtin.prefix()));
            let place = own.filter_map(|(_, d)| Some((d, d.text.find(&needle)?))).next();
            let mut wrong = Diagnostic::new(setup::COMPONENT_ARGUMENTS);
            if let Some((document, lo)) = place {
                wrong = document.found(setup::COMPONENT_ARGUMENTS, Span::new(lo, lo + needle.len()));
            }
            found.push(wrong.with("component", name).with("wanted", wanted.join(", ")));
        }
    }
    found
}

/// The values that a component takes from its callers, by name.
fn arguments(engine: &Tera, component: &str) -> Vec<String> {
    let Some(info) = engine.get_component_definition(component) else {
        return Vec::new();
    };
    let own = info.args().iter().filter(|arg| !arg.is_implicit());
    let mut names: Vec<String> = own.map(|arg| arg.name().to_string()).collect();
    names.sort();
    names
}

/// Templates of the site that replace nothing, are called by nothing and define no component: a misspelt name.
fn unused(documents: &Documents) -> Diagnostics {
    let mut found = Diagnostics::new();
    let builtin: BTreeSet<&str> = documents
        .keys()
        .filter_map(|n| n.strip_prefix(Layer::Builtin.prefix()))
        .collect();
    for (name, document) in documents {
        let foreign = name.starts_with("builtin/") || name.starts_with("theme/");
        let quoted = format!("\"{name}\"");
        if foreign
            || builtin.contains(name.as_str())
            || name.starts_with("entry/")
            || document.text.contains("component ")
            || documents.values().any(|other| other.text.contains(&quoted))
        {
            continue;
        }
        let near = builtin.iter().min_by_key(|other| strsim::levenshtein(name, other));
        let near = near.map_or(String::new(), |near| format!(" («{near}»)"));
        let unused = Diagnostic::new(setup::THEME_FILE_UNUSED).at(Place::file(&document.file));
        found.push(unused.with("file", &document.file).with("near", near));
    }
    found
}

/// Makes a page, in UTF-8. What goes wrong is a finding in the template.
pub(super) fn run(
    engine: &Tera,
    template: &str,
    context: &Context,
    documents: &Documents,
) -> Result<Vec<u8>, Diagnostic> {
    let mut page = Page(Vec::with_capacity(24 << 10));
    match engine.render_to(template, context, &mut page) {
        Ok(()) => Ok(page.0),
        Err(error) => Err(failed(&error, template, documents)),
    }
}

/// The finding for a template that failed while it was drawn.
pub(super) fn failed(error: &tera::Error, template: &str, documents: &Documents) -> Diagnostic {
    match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
            let detail = report.message().replace('`', "'");
            match documents.get(report.filename()) {
                Some(document) => at(setup::TEMPLATE_FAILED, document, &report.span().range),
                None => Diagnostic::new(setup::TEMPLATE_FAILED),
            }
            .with("detail", detail)
        }
        ErrorKind::Io(_) => Diagnostic::new(setup::PAGE_TOO_LARGE)
            .with("template", template)
            .with("limit", PAGE_LIMIT >> 20),
        ErrorKind::TemplateNotFound(name) => missing(name),
        _ => Diagnostic::new(setup::TEMPLATE_FAILED).with("detail", error.to_string()),
    }
}

/// The finding for a template that no layer has.
pub(super) fn missing(template: &str) -> Diagnostic {
    Diagnostic::new(setup::TEMPLATE_MISSING).with("template", template)
}

struct Page(Vec<u8>);

impl io::Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > PAGE_LIMIT {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
