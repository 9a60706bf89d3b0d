//! Spoken words with their times (WebVTT), as lines of a transcript.
//!
//! Entry point: [`cues`]. Invariant: never fails; what is no cue is left out, cues come in the order of the file, and
//! their text is plain: no marks, one blank between words.

/// Some words and the moment at which they begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cue {
    /// Thousandths of a second from the start.
    pub millis: u32,
    /// The words.
    pub text: String,
}

/// The cues of a file (W3C WebVTT §4). Notes, styles and regions are none.
pub fn cues(text: &str) -> Vec<Cue> {
    let text = text
        .trim_start_matches('\u{feff}')
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    text.split("\n\n").filter_map(cue).collect()
}

fn cue(block: &str) -> Option<Cue> {
    let mut lines = block.lines().skip_while(|line| !line.contains("-->"));
    let millis = moment(lines.next()?.split("-->").next()?.trim())?;
    let words = plain(&lines.collect::<Vec<_>>().join(" "));
    let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(Cue { millis, text })
}

/// `01:02:03.400` or `02:03.400`; some programs write a comma.
fn moment(text: &str) -> Option<u32> {
    let (clock, rest) = text.split_once(['.', ','])?;
    let mut seconds = 0_u32;
    for part in clock.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.trim().parse().ok()?)?;
    }
    let millis: u32 = rest.get(..3)?.parse().ok()?;
    seconds.checked_mul(1_000)?.checked_add(millis)
}

/// Without tags, such as those of speakers, and with the characters that the format escapes.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", "\u{a0}"),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(out, |text, (escaped, plain)| text.replace(escaped, plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cues_are_lines_with_their_moments() {
        let text = "\u{feff}WEBVTT - chùa\r\n\r\nNOTE 00:01.000 is no cue --\r\n\r\n1\r\n00:02.500 --> 00:04.000 align:start\r\n<v Máy>Xin chào,\r\nbạn &amp; tôi.</v>\r\n\r\n01:00:00.000 --> 01:00:01.000\r\nHết.\r\n";
        let all = cues(text);
        let said: Vec<_> = all.iter().map(|cue| (cue.millis, cue.text.as_str())).collect();
        assert_eq!(said, [(2_500, "Xin chào, bạn & tôi."), (3_600_000, "Hết.")]);
    }

    #[test]
    fn what_is_no_cue_is_left_out() {
        assert_eq!(cues("WEBVTT"), []);
        assert_eq!(
            cues("WEBVTT\n\nmuộn --> sớm\nLời\n\n00:01.000 --> 00:02.000\n<b></b>"),
            []
        );
        assert_eq!(cues("WEBVTT\n\n99999999:00:00.000 --> x\nLời"), []);
    }
}
