//! Templates as the texts that somebody wrote, for the engine does not give its tree: remarks, commands, tags to be.
//!
//! Entry point: [`commands`], [`without_remarks`], [`masked`]. Invariant: what is found has its place in the template;
//! what was taken away is filled up, byte for byte.

use crate::diag::Span;

/// Stands for each byte of an expression or a command.
pub(super) const FILLER: char = '\u{1}';

/// What opens, what closes, and what stands for each byte of it; none where it stays.
type Mark = (&'static str, &'static str, Option<char>);

const REMARK: Mark = ("{#", "#}", Some(' '));

/// A command of a template: `{% block main %}`.
pub(super) struct Command<'t> {
    pub(super) word: &'t str,
    pub(super) rest: &'t str,
    /// Of what stands behind the word.
    pub(super) span: Span,
}

impl Command<'_> {
    /// The name in quotes and where it stands.
    pub(super) fn quoted(&self) -> Option<(&str, Span)> {
        let name = self.rest.strip_prefix(['"', '\''])?;
        let name = &name[..name.find(['"', '\''])?];
        let from = self.span.lo as usize + 1;
        Some((name, Span::new(from, from + name.len())))
    }
}

/// The commands of a template in their order. What a remark or `{% raw %}` holds is none.
pub(super) fn commands(text: &str) -> Vec<Command<'_>> {
    let bare = without_remarks(text);
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(open) = bare[at..].find("{%").map(|i| at + i) {
        let Some(close) = bare[open + 2..].find("%}").map(|i| open + 2 + i) else {
            break;
        };
        let inside = text[open + 2..close].trim_matches(|c: char| c == '-' || c.is_whitespace());
        let (word, rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let rest = rest.trim();
        at = close + 2;
        if word == "raw" {
            at = bare[close..].find("endraw").map_or(text.len(), |i| close + i);
            continue;
        }
        let from = match rest.is_empty() {
            true => open,
            false => open + text[open..close].rfind(rest).unwrap_or_default(),
        };
        let span = Span::new(from, from + rest.len());
        all.push(Command { word, rest, span });
    }
    all
}

/// The text with its remarks blank.
pub(super) fn without_remarks(text: &str) -> String {
    // Within these such a sign is one in quotes.
    const MARKS: &[Mark] = &[("{{", "}}", None), ("{%", "%}", None), REMARK];
    blanked(text, MARKS)
}

/// The text with expressions and commands filled in and remarks blank: what is left are tags, as browsers will see them.
pub(super) fn masked(text: &str) -> String {
    const MARKS: &[Mark] = &[
        ("{{", "}}", Some(FILLER)),
        ("{%", "%}", Some(FILLER)),
        REMARK,
        ("<!--", "-->", Some(' ')),
    ];
    blanked(text, MARKS)
}

fn blanked(text: &str, marks: &[Mark]) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut done, mut at) = (0, 0);
    while let Some(here) = text[at..].find(['{', '<']).map(|i| at + i) {
        let mark = marks.iter().find(|(open, ..)| text[here..].starts_with(open));
        let Some((open, close, with)) = mark else {
            at = here + 1;
            continue;
        };
        let from = here + open.len();
        at = text[from..].find(close).map_or(text.len(), |i| from + i + close.len());
        let Some(with) = with else { continue };
        out.push_str(&text[done..here]);
        done = at;
        let keep = |b| if b == b'\n' { '\n' } else { *with };
        out.extend(text[here..at].bytes().map(keep));
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_with_their_places_and_remarks_hold_none() {
        let text =
            "{# {% block no %} #}{%- extends \"a.html\" -%}\n{% raw %}{% block no %}{% endraw %}{% block main %}";
        let all = commands(text);
        let found: Vec<(&str, &str)> = all.iter().map(|command| (command.word, command.rest)).collect();
        assert_eq!(found, [("extends", "\"a.html\""), ("block", "main")]);
        let (name, span) = all[0].quoted().unwrap();
        assert_eq!((name, &text[span.lo as usize..span.hi as usize]), ("a.html", "a.html"));
        let last = all[1].span;
        assert_eq!(&text[last.lo as usize..last.hi as usize], "main");
    }

    #[test]
    fn what_is_blank_keeps_its_length_and_its_lines() {
        let text = "a{# chữ\n#}<b c=\"{{ d }}\"><!-- e -->{% f %}";
        // The letter ữ has three bytes.
        let blank = "a        \n  ";
        let bare = without_remarks(text);
        assert_eq!(bare, format!("{blank}<b c=\"{{{{ d }}}}\"><!-- e -->{{% f %}}"));
        let in_words = "{% set sign = \"{#\" %}{{ \"{#\" }}{% block main %}{# x #}";
        assert_eq!(without_remarks(in_words), in_words.replace("{# x #}", "       "));
        assert_eq!(commands(in_words).len(), 2, "a sign in quotes opens no remark");
        let masked = masked(text);
        assert_eq!(masked.len(), text.len());
        let shown = masked.replace(FILLER, "?");
        assert_eq!(shown, format!("{blank}<b c=\"???????\">          ???????"));
    }
}
