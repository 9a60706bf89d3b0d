//! The places of a map as SVG: names and dots.
//!
//! Entry point: [`values`]. Invariant: names are escaped like any text; a page with many places has hundreds of these
//! numbers, which would take the template engine a twentieth of all its work.

use super::html;
use crate::view::model::{MapDot, MapDrawing, MapName};
use std::fmt::Write;
use tera::Value;

/// The names and dots of each drawing, to stand within its `svg` element.
pub(super) fn values<'a>(drawings: impl Iterator<Item = &'a MapDrawing>) -> Value {
    let marks = drawings.map(|drawing| Value::safe_string(&marks(drawing)));
    Value::from(marks.collect::<Vec<_>>())
}

fn marks(drawing: &MapDrawing) -> String {
    let mut out = String::with_capacity(160 * (drawing.names.len() + drawing.dots.len()));
    // Writing to a text cannot fail.
    drawing.names.iter().for_each(|name| {
        let _ = put_name(&mut out, name);
    });
    drawing.dots.iter().for_each(|dot| {
        let _ = put_dot(&mut out, dot);
    });
    out
}

fn put_name(out: &mut String, name: &MapName) -> std::fmt::Result {
    let MapName {
        x,
        y,
        anchor,
        text,
        lang,
    } = name;
    write!(out, r#"<text x="{x}" y="{y}" text-anchor="{anchor}""#)?;
    if let Some(lang) = lang {
        out.push_str(" lang=\"");
        html::attribute(out, lang);
        out.push('"');
    }
    out.push('>');
    html::text(out, text);
    out.push_str("</text>");
    Ok(())
}

/// A dot with its numbers, or the place of the page itself.
fn put_dot(out: &mut String, dot: &MapDot) -> std::fmt::Result {
    let MapDot { x, y, left, n, wide } = dot;
    if n.is_empty() {
        return write!(out, r#"<circle fill="var(--son)" cx="{x}" cy="{y}" r="26"/>"#);
    }
    let (top, base) = (y - 30, y + 13);
    write!(
        out,
        r#"<rect x="{left}" y="{top}" width="{wide}" height="60" rx="30"/><text class="n" fill="var(--paper)" font-size="36" x="{x}" y="{base}" text-anchor="middle">{n}</text>"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::model::MapBar;

    #[test]
    fn names_are_escaped_and_bear_their_language() {
        let (dots, text) = (Vec::new(), "Đá <b> & \"sông\"".into());
        let name = MapName {
            x: 1,
            y: -2,
            anchor: "end",
            text,
            lang: Some("v\"i".into()),
        };
        let bar = MapBar {
            length: 1,
            text: String::new(),
        };
        let drawing = MapDrawing {
            width: 9,
            height: 9,
            dots,
            names: vec![name],
            bar,
        };
        assert_eq!(
            marks(&drawing),
            r#"<text x="1" y="-2" text-anchor="end" lang="v&quot;i">Đá &lt;b&gt; &amp; "sông"</text>"#
        );
    }
}
