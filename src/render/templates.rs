//! Templates in the template engine, and its errors as findings.
//!
//! Entry point: [`engine`], [`Engine`]. Invariant: whatever a theme holds, the engine that comes out can make every page:
//! files that cannot be read are told and left out.

use super::theme::{Layer, Theme};
use super::{filters, policy};
use crate::diag::codes::setup;
use crate::diag::{Code, Diagnostic, Diagnostics, Place, Span};
use crate::source::document::Document;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io;
use std::sync::OnceLock;
use tera::{Context, ErrorKind, Tera};

/// No page may be larger. A template with loops inside loops ends here instead of filling the disk.
const PAGE_LIMIT: usize = 16 << 20;

mod flat;
mod needs;
mod said;

type Documents = BTreeMap<String, Document>;

/// The engine with every template that can be read, and the templates by their name in it.
pub(super) fn engine(theme: &Theme) -> (Tera, Documents, Diagnostics) {
    let mut found = Diagnostics::new();
    let mut documents = Documents::new();
    let copied = theme.copied.iter().map(String::as_str).collect();
    for (name, (layer, document)) in &theme.templates {
        if *layer != Layer::Builtin {
            found.extend(policy::check(document, &copied));
        }
        if *layer != Layer::Builtin && check_syntax(name, document, &mut found) {
            continue;
        }
        documents.insert(name.clone(), document.clone());
    }
    found.extend(unused(&documents));
    let assets = theme.files.keys().map(String::as_str).collect();
    found.extend(needs::check(&mut documents, &assets));
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
    flat::engine(documents).or_else(|_| as_written(documents))
}

/// An engine whose templates include each other as they are written: it knows where a mistake stands.
pub(super) fn as_written(documents: &Documents) -> Result<Tera, tera::Error> {
    let texts = documents
        .iter()
        .map(|(name, document)| (name.as_str(), &*document.text));
    assemble(texts, &choice(documents))
}

fn assemble(
    texts: impl Iterator<Item = (impl AsRef<str>, impl AsRef<str>)>,
    choice: &str,
) -> Result<Tera, tera::Error> {
    let mut engine = Tera::default();
    engine.autoescape_on([".html", ".htm", ".xml", ".svg"]);
    engine.set_fallback_prefixes(["theme/", "builtin/"])?;
    filters::register(&mut engine);
    let component = ["{% component field(f) %}", choice, "{% endcomponent %}"].concat();
    let texts: Vec<_> = texts.collect();
    let own = texts.iter().map(|(name, text)| (name.as_ref(), text.as_ref()));
    engine.add_raw_templates(own.chain([("builtin/field-dispatch.html", &*component)]))?;
    Ok(engine)
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
    let finding = at(setup::TEMPLATE_SYNTAX, document, &report.span().range);
    found.push(said::detail(finding, report.message(), &Documents::new()));
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
        let mut one = said::detail(Diagnostic::new(setup::TEMPLATE_UNKNOWN), detail, documents);
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

/// Templates of a theme or a site that replace nothing, are called by nothing and define no component: a misspelt name.
fn unused(documents: &Documents) -> Diagnostics {
    let mut found = Diagnostics::new();
    let builtin: BTreeSet<&str> = documents
        .keys()
        .filter_map(|n| n.strip_prefix(Layer::Builtin.prefix()))
        .collect();
    for (name, document) in documents {
        let plain = plain_name(name);
        let quoted = format!("\"{plain}\"");
        if name.starts_with(Layer::Builtin.prefix())
            || builtin.contains(plain)
            || plain.starts_with("entry/")
            || document.text.contains("component ")
            || documents.values().any(|other| other.text.contains(&quoted))
        {
            continue;
        }
        let near = builtin.iter().min_by_key(|other| strsim::levenshtein(plain, other));
        let near = near.map_or(String::new(), |near| format!(" («{near}»)"));
        let unused = Diagnostic::new(setup::THEME_FILE_UNUSED).at(Place::file(&document.file));
        found.push(unused.with("file", &document.file).with("near", near));
    }
    found
}

/// The engine of one language.
pub(super) struct Engine {
    quick: Tera,
    group: String,
    /// As the templates are written: made when something goes wrong, to say where.
    written: OnceLock<Option<Tera>>,
}

impl Engine {
    /// `group` stands between groups of three digits.
    pub(super) fn new(mut quick: Tera, group: &str) -> Self {
        filters::register_number(&mut quick, group);
        Self {
            quick,
            group: group.into(),
            written: OnceLock::new(),
        }
    }

    /// Makes a page, in UTF-8. What goes wrong is a finding in the template.
    pub(super) fn run(&self, template: &str, context: &Context, documents: &Documents) -> Result<Vec<u8>, Diagnostic> {
        self.draw(template, documents, &|engine| {
            let mut page = Page(Vec::with_capacity(24 << 10));
            engine.render_to(template, context, &mut page).map(|()| page.0)
        })
    }

    /// Draws a component by itself.
    pub(super) fn component(
        &self,
        name: &str,
        args: &Context,
        implicits: &Context,
        documents: &Documents,
    ) -> Result<String, Diagnostic> {
        self.draw(name, documents, &|engine| {
            engine.render_component_with_implicits(name, args, implicits, None, true)
        })
    }

    fn draw<T>(
        &self,
        name: &str,
        documents: &Documents,
        one: &dyn Fn(&Tera) -> Result<T, tera::Error>,
    ) -> Result<T, Diagnostic> {
        one(&self.quick).or_else(|error| match self.written(documents) {
            Some(engine) => one(engine).map_err(|error| failed(&error, name, documents)),
            None => Err(failed(&error, name, documents)),
        })
    }

    fn written(&self, documents: &Documents) -> Option<&Tera> {
        let make = || {
            let mut engine = as_written(documents).ok()?;
            filters::register_number(&mut engine, &self.group);
            Some(engine)
        };
        self.written.get_or_init(make).as_ref()
    }
}

/// The finding for a template that failed while it was drawn.
fn failed(error: &tera::Error, template: &str, documents: &Documents) -> Diagnostic {
    match error.kind() {
        ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => {
            let finding = match documents.get(report.filename()) {
                Some(document) => at(setup::TEMPLATE_FAILED, document, &report.span().range),
                None => Diagnostic::new(setup::TEMPLATE_FAILED),
            };
            said::detail(finding, report.message(), documents)
        }
        ErrorKind::Io(_) => Diagnostic::new(setup::PAGE_TOO_LARGE)
            .with("template", template)
            .with("limit", PAGE_LIMIT >> 20),
        ErrorKind::TemplateNotFound(name) => missing(name),
        _ => said::detail(Diagnostic::new(setup::TEMPLATE_FAILED), &error.to_string(), documents),
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
