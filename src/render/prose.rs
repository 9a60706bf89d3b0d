//! Prose → HTML: the only place that writes HTML for what people wrote.
//!
//! Entry point: [`html`]. Invariant: every text goes through `text`, every attribute through `attribute` or
//! `address` of `html.rs`; each start has its end; ids are unique within the prose; no inline script or style.

use super::html::{address, attribute, text};
use crate::entry::prose::{Align, End, Event, Link, Prose, Tag, Ticked};
use crate::view::prose::{ProseView, Target};
use std::fmt::Write;

/// The HTML of a text. Headings start at `<h2>`; the page's title is not part of it.
pub fn html(view: &ProseView) -> String {
    let mut writing = Writing {
        view,
        out: String::with_capacity(view.prose.size() * 3 / 2 + 256),
        last_heading: None,
        in_figure: false,
        head: 0,
        paragraph: None,
        lists: Vec::new(),
    };
    for event in view.prose.events() {
        writing.event(event);
    }
    writing.out
}

/// Verse keeps its lines, and looks like it.
const VERSE: &str = " class=\"verse\"";

/// A list whose numbers are years.
const WIDE: &str = " class=\"wide\"";

/// True for HTML that shows nothing: elements without text, none of them a picture.
fn is_blank(html: &str) -> bool {
    let mut behind_tags = html
        .split('<')
        .map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    !html.contains("<img") && behind_tags.all(|text| text.trim().is_empty())
}

struct Writing<'a> {
    view: &'a ProseView<'a>,
    out: String,
    last_heading: Option<u32>,
    in_figure: bool,
    /// Where the head of the table begins that is being written.
    head: usize,
    /// Behind the name of the element of the paragraph that is being written, while no line of it was ended by hand.
    paragraph: Option<usize>,
    /// The same of each open list with numbers, while none of its numbers is so long that it needs more room.
    lists: Vec<Option<usize>>,
}

impl<'a> Writing<'a> {
    fn prose(&self) -> &'a Prose {
        self.view.prose
    }

    fn event(&mut self, event: Event) {
        let prose = self.prose();
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Text(piece) => text(&mut self.out, prose.text(piece)),
            Event::Code(piece) => {
                self.out.push_str("<code>");
                text(&mut self.out, prose.text(piece));
                self.out.push_str("</code>");
            }
            Event::Picture(index) if self.in_figure => self.figure(index),
            Event::Picture(index) => self.picture(index),
            Event::NoteMark(n, k) => self.note_mark(n, k),
            Event::NoteBack(n, marks) => self.note_back(n, marks),
            Event::Break => self.line_ends(),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::Task(Ticked::Yes) => self.out.push_str("<input type=\"checkbox\" disabled checked> "),
            Event::Task(Ticked::No) => self.out.push_str("<input type=\"checkbox\" disabled> "),
        }
    }

    fn start(&mut self, tag: Tag) {
        let plain = match tag {
            Tag::Paragraph => {
                self.paragraph = Some(self.out.len() + "<p".len());
                "<p>"
            }
            Tag::Quote => "<blockquote>\n",
            Tag::Bullets => "<ul>\n",
            Tag::Item => "<li>",
            Tag::Terms => "<dl>\n",
            Tag::Term => "<dt>",
            Tag::Meaning => "<dd>",
            Tag::Head => {
                self.head = self.out.len();
                "<thead>\n<tr>"
            }
            Tag::Row => "<tr>",
            Tag::Emphasis => "<em>",
            Tag::Strong => "<strong>",
            Tag::Strike => "<del>",
            Tag::Notes => "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n",
            Tag::Figure => {
                self.in_figure = true;
                return;
            }
            Tag::HeadCell(align) => return self.cell("<th scope=\"col\"", align),
            Tag::Cell(align) => return self.cell("<td", align),
            Tag::Heading(index) => return self.heading(index),
            Tag::Link(index) => return self.start_link(index),
            Tag::Table => return self.table(),
            Tag::Numbers(first) => return self.numbers(first),
            Tag::Numbered(number) => {
                self.needs_room(number);
                let _ = write!(self.out, "<li value=\"{number}\">");
                return;
            }
            Tag::CodeBlock(info) => {
                self.out.push_str("<pre><code");
                if let Some(language) = self.prose().text(info).split_whitespace().next() {
                    self.out.push_str(" class=\"language-");
                    attribute(&mut self.out, language);
                    self.out.push('"');
                }
                self.out.push('>');
                return;
            }
            Tag::Note(n) => {
                let _ = write!(self.out, "<li id=\"fn-{n}\">");
                return;
            }
        };
        self.out.push_str(plain);
    }

    fn end(&mut self, end: End) {
        let plain = match end {
            End::Paragraph => {
                self.paragraph = None;
                "</p>\n"
            }
            End::Quote => "</blockquote>\n",
            End::CodeBlock => "</code></pre>\n",
            End::Bullets => "</ul>\n",
            End::Numbers => {
                self.lists.pop();
                "</ol>\n"
            }
            End::Item => "</li>\n",
            End::Terms => "</dl>\n",
            End::Term => "</dt>\n",
            End::Meaning => "</dd>\n",
            // Markdown wants a head; where the author left it empty, there is none to be seen or read out.
            End::Head if is_blank(&self.out[self.head..]) => {
                self.out.truncate(self.head);
                "<tbody>\n"
            }
            End::Head => "</tr>\n</thead>\n<tbody>\n",
            End::Row => "</tr>\n",
            End::HeadCell => "</th>",
            End::Cell => "</td>",
            End::Table => "</tbody>\n</table>\n</div>\n",
            End::Emphasis => "</em>",
            End::Strong => "</strong>",
            End::Strike => "</del>",
            End::Notes => "</ol>\n</section>\n",
            End::Figure => {
                self.in_figure = false;
                return;
            }
            End::Heading(index) => {
                let level = self.prose().headings()[index as usize].level;
                let _ = writeln!(self.out, "</h{level}>");
                return;
            }
            End::Link(index) => match self.target(index) {
                Target::Href { .. } | Target::Picture { .. } => "</a>",
                Target::Lang(_) => "</span>",
                Target::Missing => "",
            },
            End::Note => "</li>\n",
        };
        self.out.push_str(plain);
    }

    fn numbers(&mut self, first: u32) {
        self.out.push_str("<ol");
        self.lists.push(Some(self.out.len()));
        self.needs_room(first);
        if first != 1 {
            let _ = write!(self.out, " start=\"{first}\"");
        }
        self.out.push_str(">\n");
    }

    /// Years stand before the items of a list: they are wider than the numbers that lists mostly have.
    fn needs_room(&mut self, number: u32) {
        if number >= 100
            && let Some(at) = self.lists.last_mut().and_then(Option::take)
        {
            self.out.insert_str(at, WIDE);
        }
    }

    /// Lines that the author ended make verse of their paragraph.
    fn line_ends(&mut self) {
        if let Some(at) = self.paragraph.take() {
            self.out.insert_str(at, VERSE);
        }
        self.out.push_str("<br>\n");
    }

    fn heading(&mut self, index: u32) {
        let heading = &self.prose().headings()[index as usize];
        let _ = write!(self.out, "<h{} id=\"", heading.level);
        attribute(&mut self.out, &heading.id);
        self.out.push_str("\">");
        self.last_heading = Some(index);
    }

    /// A wide table scrolls by itself, by keyboard too; the heading above names the region.
    fn table(&mut self) {
        let prose = self.prose();
        self.out.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\"");
        if let Some(index) = self.last_heading {
            self.out.push_str(" aria-labelledby=\"");
            attribute(&mut self.out, &prose.headings()[index as usize].id);
            self.out.push('"');
        }
        self.out.push_str(">\n<table>\n");
    }

    /// Alignment is a class: pages allow no inline style.
    fn cell(&mut self, start: &str, align: Align) {
        self.out.push_str(start);
        self.out.push_str(match align {
            Align::Natural => ">",
            Align::Left => " class=\"left\">",
            Align::Center => " class=\"center\">",
            Align::Right => " class=\"right\">",
        });
    }

    fn link(&self, index: u32) -> &'a Link {
        &self.prose().links()[index as usize]
    }

    fn target(&self, index: u32) -> &'a Target {
        self.view.targets.get(index as usize).unwrap_or(&Target::Missing)
    }

    fn start_link(&mut self, index: u32) {
        let (href, external) = match self.target(index) {
            Target::Href { href, external } => (href, *external),
            Target::Picture { src, href_full, .. } => (href_full.as_ref().unwrap_or(src), false),
            Target::Lang(tag) => {
                self.out.push_str("<span lang=\"");
                attribute(&mut self.out, tag);
                self.out.push_str("\">");
                return;
            }
            Target::Missing => return,
        };
        self.out.push_str("<a href=\"");
        address(&mut self.out, href);
        self.out.push('"');
        self.title(index);
        if external {
            self.out.push_str(" rel=\"noopener nofollow\"");
        }
        self.out.push('>');
    }

    fn title(&mut self, index: u32) {
        let title = self.prose().title(self.link(index));
        if !title.is_empty() {
            self.out.push_str(" title=\"");
            attribute(&mut self.out, title);
            self.out.push('"');
        }
    }

    fn figure(&mut self, index: u32) {
        let caption = self.prose().title(self.link(index));
        if !matches!(self.target(index), Target::Picture { .. }) {
            self.out.push_str("<p>");
            self.image(index);
            self.out.push_str("</p>\n");
            return;
        }
        self.out.push_str("<figure>");
        self.image(index);
        if !caption.is_empty() {
            self.out.push_str("<figcaption>");
            text(&mut self.out, caption);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    /// A picture within a line keeps its title as a hint, since it has no caption.
    fn picture(&mut self, index: u32) {
        let at = self.out.len();
        self.image(index);
        if let Some(img) = self.out[at..].find("<img ") {
            let rest = self.out.split_off(at + img + 4);
            self.title(index);
            self.out.push_str(&rest);
        }
    }

    fn image(&mut self, index: u32) {
        let label = self.prose().label(self.link(index));
        let Target::Picture {
            src,
            srcset,
            webp,
            width,
            height,
            href_full,
        } = self.target(index)
        else {
            return text(&mut self.out, label);
        };
        // A link around a link would not be well-formed: only a figure opens the large picture.
        let full = href_full.as_ref().filter(|_| self.in_figure);
        if let Some(full) = full {
            self.out.push_str("<a href=\"");
            address(&mut self.out, full);
            self.out.push_str("\">");
        }
        // The text column is as wide as the screen on a phone and never wider than this.
        const SIZES: &str = "\" sizes=\"(min-width: 46rem) 44rem, 100vw\"";
        if let Some(set) = webp {
            self.out.push_str("<picture><source type=\"image/webp\" srcset=\"");
            attribute(&mut self.out, set);
            self.out.push_str(SIZES);
            self.out.push('>');
        }
        self.out.push_str("<img src=\"");
        address(&mut self.out, src);
        self.out.push('"');
        if let Some(set) = srcset {
            self.out.push_str(" srcset=\"");
            attribute(&mut self.out, set);
            self.out.push_str(SIZES);
        }
        let _ = write!(
            self.out,
            " width=\"{width}\" height=\"{height}\" loading=\"lazy\" decoding=\"async\" alt=\""
        );
        attribute(&mut self.out, label);
        self.out.push_str("\">");
        if webp.is_some() {
            self.out.push_str("</picture>");
        }
        if full.is_some() {
            self.out.push_str("</a>");
        }
    }

    fn note_mark(&mut self, n: u32, k: u32) {
        let _ = write!(
            self.out,
            "<sup class=\"footnote\"><a href=\"#fn-{n}\" id=\"{}\" role=\"doc-noteref\">{n}</a></sup>",
            mark_id(n, k)
        );
    }

    /// The links back stand behind the last words of the note, in the same line where that is a paragraph.
    fn note_back(&mut self, n: u32, marks: u32) {
        let inside = self.out.ends_with("</p>\n");
        if inside {
            self.out.truncate(self.out.len() - "</p>\n".len());
        }
        // Spam could refer to one note a thousand times; a reader needs a few ways back.
        for k in 1..=marks.min(20) {
            let _ = write!(
                self.out,
                " <a href=\"#{}\" class=\"back\" role=\"doc-backlink\" aria-label=\"↩ {n}\">↩\u{fe0e}</a>",
                mark_id(n, k)
            );
        }
        if inside {
            self.out.push_str("</p>\n");
        }
    }
}

fn mark_id(n: u32, k: u32) -> String {
    if k == 1 {
        format!("fnref-{n}")
    } else {
        format!("fnref-{n}-{k}")
    }
}

#[cfg(test)]
mod tests;
