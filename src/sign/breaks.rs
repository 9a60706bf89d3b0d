//! Where the lines of a text end.
//!
//! Entry point: [`Words::lines`]. Invariant: as few lines as the width allows, or one more, and no word is lost. Among the ways to do that the
//! one is taken that a reader would choose: names and words of two syllables stay whole, a line does not end with «và»,
//! what stands in brackets stays together, and lines are of about equal length.

use super::face::Face;
use super::typeset::set;

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Lines {
    /// The lines.
    pub lines: Vec<String>,
    /// How much its breaks hurt; 0 for a single line, about 1 for a plain break.
    pub harm: f32,
}

/// Vietnamese words of two syllables that stand in the names of places, goods and texts, written apart as always.
const PAIRS: &str = "anh hùng, ẩm thực, ba chỉ, bánh chưng, bánh cuốn, bánh đa, bánh gai, bảo tàng, bảo tồn, bệnh viện, bia đá, \
    bộ đội, bột nghệ, ca dao, cà phê, cách mạng, câu đối, cây đa, chè xanh, chiến dịch, chiến khu, chiến sĩ, \
    chiến thắng, chỉ huy, chi bộ, chính trị, chợ đêm, chợ phiên, chuyển đổi, công cộng, công đức, công nghệ, \
    công viên, cộng đồng, cơ sở, cửa hàng, danh lam, danh nhân, dân gian, dân tộc, di sản, di tích, du kích, \
    du lịch, đặc biệt, đặc sản, đại đoàn, đại học, đăng ký, đất nước, đền thờ, địa chỉ, địa điểm, điện thoại, \
    điện tử, đính kèm, đoàn kết, đô thị, gạo nếp, gạo thơm, gian hàng, giao diện, gia đình, gốm sứ, hạt tiêu, \
    hàng hóa, hành chính, hiến máu, hòa bình, hoa nhãn, học sinh, hỏi đáp, hội làng, hợp tác, hướng dẫn, khảo cổ, \
    khánh thành, kháng chiến, khoa học, khởi nghĩa, khu phố, kiến trúc, kỹ năng, lãnh đạo, làng nghề, lễ hội, \
    lịch sử, liệt sĩ, lưu niệm, màu sắc, mật ong, mộc bản, mỹ nghệ, mỹ thuật, nghệ nhân, nghệ thuật, nghĩa quân, \
    nghĩa trang, ngôn ngữ, ngôi nhà, nguyện viên, nhà cổ, nhà máy, nhà rông, nhà sàn, nhà thờ, nhà văn, nhân dân, \
    nhi đồng, nông dân, nông sản, nội dung, nước mắm, phát triển, phấn hoa, phiên chợ, phổ thông, phụ nữ, quân đội, \
    quân khu, quảng trường, quần thể, quê hương, quốc gia, quốc sư, quy ước, sản phẩm, sản xuất, số hóa, suối nước, \
    sức khỏe, tác xã, tâm linh, tập thể, thanh niên, thành hoàng, thành phố, thắng cảnh, thắng tích, thị trấn, \
    thị xã, thiên nhiên, thiếu nhi, thiếu niên, thông tin, thờ cúng, thủ công, thư viện, thường gặp, tiến sĩ, \
    tiểu học, tiêu dùng, tinh bột, tình nguyện, tổ chức, tổ quốc, trà xanh, tranh dân, trung đoàn, trung học, \
    trung tâm, truyền thống, trường học, tủ sách, tục ngữ, tướng lĩnh, tưởng niệm, vải thiều, văn hóa, văn học, \
    văn nghệ, vũ trang, xã hội, xây dựng, y tế, yên nghỉ";

/// Small words belong to what follows them.
const SMALL: &str = "a, an, and, at, by, for, from, in, of, on, or, the, through, to, with, bằng, bởi, các, cho, của, do, hay, hoặc, \
    mà, những, ở, qua, tại, theo, thờ, trong, trên, từ, và, về, với";

/// How much unequal lines hurt.
const RAGGED: f32 = 5.0;
/// How much a line more than are needed hurts.
const FURTHER: f32 = 1.2;
/// How much a line of a single word hurts.
const LONELY: f32 = 0.8;

/// A text whose words were measured, so that it can be broken for many widths.
pub(super) struct Words {
    words: Vec<String>,
    /// Where each starts and ends when all stand on one line.
    starts: Vec<f32>,
    ends: Vec<f32>,
    /// How much a break before each hurts.
    prices: Vec<f32>,
}

/// What may stand at the end of a line, with the space behind it.
fn pieces(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in text.split([' ', '\t', '\n']).filter(|w| !w.is_empty()) {
        let is_address = word.len() > 12 && word.contains('/');
        let mut rest = word;
        while let Some(at) = rest.find('/').filter(|at| is_address && at + 1 < rest.len()) {
            words.push(rest[..=at].to_string());
            rest = &rest[at + 1..];
        }
        words.push(format!("{rest} "));
    }
    words
}

impl Words {
    /// The words of a text; an address may be broken after `/`.
    pub(super) fn of(face: Face, text: &str) -> Self {
        let words = pieces(text);
        let space = face.glyph(' ').map_or(0.25, |glyph| face.advance(glyph));
        let (mut starts, mut ends, mut pen) = (Vec::new(), Vec::new(), 0.0);
        for word in &words {
            let width = set(face, word.trim_end(), &mut Vec::new()).1;
            starts.push(pen);
            ends.push(pen + width);
            pen += width + if word.ends_with(' ') { space } else { 0.0 };
        }
        let prices = (0..words.len()).map(|at| price(&words, at)).collect();
        Self {
            words,
            starts,
            ends,
            prices,
        }
    }

    /// The lines that fit the width of so many ems: as few as possible, or one more, as long as there are no more than
    /// `most`, where that breaks them better.
    pub(super) fn lines(&self, width: f32, most: usize) -> Lines {
        let count = self.fewest(width);
        if count <= 1 {
            return self.joined(&[self.words.len()], 0.0);
        }
        let few = self.best(count, width);
        if count >= most || self.words.len() <= count {
            return few;
        }
        let mut more = self.best(count + 1, width);
        more.harm += FURTHER;
        if more.harm < few.harm { more } else { few }
    }

    fn width(&self, from: usize, to: usize) -> f32 {
        match self.starts.get(from) {
            Some(start) if to > from => self.ends[to - 1] - start,
            _ => 0.0,
        }
    }

    /// The fewest lines; a word that is too wide has a line of its own.
    fn fewest(&self, width: f32) -> usize {
        let (mut count, mut from) = (0, 0);
        for to in 1..=self.words.len() {
            if count == 0 || self.width(from, to) > width + SLIP {
                count += 1;
                from = to - 1;
            }
        }
        count
    }

    /// The breaks that hurt least: for so many lines, the best way to set the words before each.
    fn best(&self, count: usize, width: f32) -> Lines {
        let n = self.words.len();
        let ideal = (self.width(0, n) / count as f32).max(0.1);
        // For each number of lines and words: how much the best way hurts, and where its last line starts.
        let mut ways: Vec<Vec<Option<(f32, usize)>>> = vec![vec![None; n + 1]; count + 1];
        ways[0][0] = Some((0.0, 0));
        for line in 1..=count {
            for to in line..=n {
                let of = |from: usize| {
                    let (before, _) = ways[line - 1][from]?;
                    let own = self.width(from, to);
                    let is_alone = to == from + 1;
                    let uneven = (own - ideal) / ideal;
                    let mut harm = before + RAGGED / count as f32 * uneven * uneven;
                    harm += self.prices.get(to).copied().unwrap_or_default();
                    if is_alone && n > 3 && !self.words[from].starts_with(['(', '“']) {
                        harm += LONELY;
                    }
                    (own <= width + SLIP || is_alone).then_some((harm, from))
                };
                let all = (line - 1..to).filter_map(of);
                ways[line][to] = all.min_by(|a, b| a.0.total_cmp(&b.0));
            }
        }
        let harm = ways[count][n].map_or(n as f32, |(harm, _)| harm);
        let mut ends = vec![n];
        for line in (1..=count).rev() {
            let last = ends.last().copied().unwrap_or_default();
            ends.extend(ways[line][last].map(|(_, from)| from));
        }
        ends.reverse();
        self.joined(&ends, harm)
    }

    /// The lines that end before these words.
    fn joined(&self, ends: &[usize], harm: f32) -> Lines {
        let mut from = 0;
        let line = |to: &usize| {
            let text = self.words[from..*to].concat().trim_end().to_string();
            from = *to;
            text
        };
        Lines {
            lines: ends.iter().map(line).filter(|line| !line.is_empty()).collect(),
            harm,
        }
    }
}

/// Rounding, in ems.
const SLIP: f32 = 1e-4;

/// How much a break before a word hurts.
fn price(words: &[String], at: usize) -> f32 {
    let Some(before) = at.checked_sub(1).and_then(|before| words.get(before)) else {
        return 0.0;
    };
    let (a, b) = (before.trim_end(), words[at].trim_end());
    let opened = words[..at].iter().flat_map(|word| word.chars());
    let depth = opened.fold(0_i32, |depth, c| {
        depth + i32::from("(“«".contains(c)) - i32::from(")”»".contains(c))
    });
    let inside = if depth > 0 { 1.2 } else { 0.0 };
    inside + between(a, b, (words, at))
}

fn is_among(list: &str, word: &str) -> bool {
    list.split(", ").any(|one| one == word)
}

fn between(a: &str, b: &str, (words, at): (&[String], usize)) -> f32 {
    let starts_upper = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let has_letters = |word: &str| word.chars().any(char::is_alphanumeric);
    let plain = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
            .replace("oá", "óa")
    };
    if !has_letters(b) {
        // A dash, a dot or a plus sign never begins a line.
        return 3.0;
    }
    if a.ends_with([',', ';', ':', '.', '!', '?', '…', '–', '—', '·', ')', '”', '»']) {
        return 0.1;
    }
    if b.starts_with(['(', '“', '«', '‘', '"']) {
        return 0.2;
    }
    let (one, two) = (plain(a), plain(b));
    if is_among(SMALL, &one) {
        return 2.2;
    }
    if is_among(PAIRS, &format!("{one} {two}")) {
        return 3.6;
    }
    let is_number = |word: &str| {
        word.chars()
            .all(|c| c.is_ascii_digit() || ".,/".contains(c) || "IVXLC".contains(c))
    };
    if is_number(b.trim_matches(|c: char| !c.is_alphanumeric())) {
        return 2.0;
    }
    if is_among(SMALL, &two) {
        return 0.4;
    }
    // Where every word begins with a capital, as in English titles, capitals tell nothing of names.
    let capitals = words.iter().filter(|word| starts_upper(word)).count();
    let is_told = capitals * 3 <= words.len() * 2 || capitals < 4;
    match (starts_upper(a), starts_upper(b)) {
        (true, true) if is_told && at > 1 => 3.2,
        // The first word has its capital from the start of the sentence.
        (true, true) if is_told => 1.3,
        (false, true) if is_told => 0.6,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of a text in a width that takes so many of its letters.
    fn broken(text: &str, letters: usize) -> String {
        let start: String = text.chars().take(letters).collect();
        let width = set(Face::SerifBold, &start, &mut Vec::new()).1 + 0.3;
        Words::of(Face::SerifBold, text).lines(width, 1).lines.join(" | ")
    }

    #[test]
    fn lines_end_where_a_reader_would_end_them() {
        for (wanted, letters) in [
            ("Luật Di sản văn hóa: | hỏi và đáp", 22),
            ("Đường 19, | đoạn qua Đak Pơ", 17),
            ("Lục Vân Tiên | (trích)", 16),
            ("Màu sắc | và giao diện", 13),
            ("Ảnh, tiếng | và tệp đính kèm", 17),
            ("Phiên chợ 4.0 | (mẫu)", 16),
            ("Chùa Phật Tích | ở làng Phượng Hoàng", 22),
            ("The Law on Cultural Heritage: | questions and answers", 31),
            ("Tủ sách điện tử | cộng đồng (mẫu)", 18),
            ("Nhà “Cụ Rùa” – | phố Hàng Đào", 20),
        ] {
            assert_eq!(broken(&wanted.replace(" | ", " "), letters), wanted);
        }
    }

    #[test]
    fn no_word_is_lost_and_no_line_is_wider_than_it_may_be() {
        let text =
            "Khu di tích lịch sử – văn hóa đặc biệt cấp quốc gia đền thờ Đức Thánh Trần (xã A) https://a.example/b/c";
        let words = Words::of(Face::Sans, text);
        for width in 1..60_u8 {
            let width = f32::from(width);
            let set_lines = words.lines(width, 1).lines;
            let widest = set_lines.iter().map(|line| set(Face::Sans, line, &mut Vec::new()).1);
            let is_one_word = |line: &String| pieces(line).len() == 1;
            for (own, line) in widest.zip(&set_lines) {
                assert!(own <= width + 0.5 || is_one_word(line), "{line}: {own} in {width}");
            }
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(squeezed(&set_lines.concat()), squeezed(text));
        }
    }

    #[test]
    fn a_further_line_keeps_a_word_whole() {
        let words = Words::of(Face::SerifBold, "Di tích chiến thắng Đak Pơ");
        let width = set(Face::SerifBold, "thắng Đak Pơ", &mut Vec::new()).1 + 0.3;
        assert_eq!(words.lines(width, 2).lines, ["Di tích chiến", "thắng Đak Pơ"]);
        assert_eq!(words.lines(width, 3).lines, ["Di tích", "chiến thắng", "Đak Pơ"]);
    }

    #[test]
    fn nothing_makes_no_line() {
        assert_eq!(Words::of(Face::Sans, " ").lines(10.0, 3).lines, Vec::<String>::new());
    }
}
