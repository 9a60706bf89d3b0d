//! The list of plates in a file, for whoever counts, hands out and installs them.
//!
//! Entry point: [`sheets`]. Invariant: a row for each plate, in the order of the pages; text is fitted into its cell like
//! any other.

use super::face::Face;
use super::shape::{Line, Rgb, Shape};
use super::sheet::{Part, Sheet};
use super::typeset::{Align, Block, Frame, fit};
use tiny_skia::{FillRule, LineCap, LineJoin, PathBuilder, Rect};

/// A plate in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Page of the file.
    pub page: usize,
    /// Number of the plate.
    pub serial: String,
    /// What it is for.
    pub title: String,
    /// Its layout.
    pub layout: String,
    /// From how many centimeters it is read.
    pub reads: u32,
}

/// The words of the list: its title, and the headings of the five columns.
pub type Words = [String; 6];

const PAPER: (f32, f32) = (210.0, 297.0);
const INK: Rgb = [0x23, 0x1a, 0x15];
const BROWN: Rgb = [0x5b, 0x4a, 0x3f];
const TOP: f32 = 38.0;
const STEP: f32 = 9.0;
const ROWS: usize = 26;
/// Left edge and width of each column; the last is a box to tick.
const COLUMNS: [(f32, f32); 6] = [
    (18.0, 12.0),
    (31.0, 26.0),
    (58.0, 78.0),
    (138.0, 28.0),
    (167.0, 16.0),
    (186.0, 5.0),
];

/// The list, on as many pages as it needs.
pub fn sheets(rows: &[Row], words: &Words) -> Vec<Sheet> {
    rows.chunks(ROWS).map(|some| page(some, words)).collect()
}

fn page(rows: &[Row], words: &Words) -> Sheet {
    let mut sheet = Sheet::new(PAPER, &words[0]);
    put(
        &mut sheet,
        (&words[0], Face::SerifBold, 7.0, INK),
        (18.0, 15.0, 174.0, 12.0),
    );
    for (word, (x, width)) in words[1..].iter().zip(COLUMNS) {
        put(
            &mut sheet,
            (word, Face::SansBold, 2.8, BROWN),
            (x, TOP - 8.0, width, 7.0),
        );
    }
    rule(&mut sheet, TOP, 0.5);
    for (i, row) in rows.iter().enumerate() {
        let y = TOP + i as f32 * STEP;
        let cells = [
            row.page.to_string(),
            row.serial.clone(),
            row.title.clone(),
            row.layout.clone(),
            format!("{} cm", row.reads),
        ];
        for (column, (cell, (x, width))) in cells.iter().zip(COLUMNS).enumerate() {
            let face = if column == 1 { Face::SansBold } else { Face::Sans };
            put(&mut sheet, (cell, face, 3.2, INK), (x, y + 0.8, width, STEP - 1.6));
        }
        let (x, width) = COLUMNS[5];
        if let Some(tick) = Rect::from_xywh(x, y + 2.0, width, width) {
            draw(&mut sheet, PathBuilder::from_rect(tick), 0.35);
        }
        rule(&mut sheet, y + STEP, 0.15);
    }
    sheet
}

fn put(sheet: &mut Sheet, (text, face, size, color): (&str, Face, f32, Rgb), cell: (f32, f32, f32, f32)) {
    let block = Block {
        face,
        size,
        color,
        leading: 1.25,
        lines: 2,
        gap: 0.0,
        may_go: false,
        instead: String::new(),
        text: text.to_string(),
    };
    let frame = Frame {
        x: cell.0,
        y: cell.1,
        width: cell.2,
        height: cell.3,
        across: Align::Start,
        down: Align::Middle,
    };
    sheet
        .parts
        .extend(fit(&[block], frame).runs.into_iter().map(Part::Text));
}

fn rule(sheet: &mut Sheet, y: f32, width: f32) {
    let mut path = PathBuilder::new();
    path.move_to(18.0, y);
    path.line_to(PAPER.0 - 18.0, y);
    if let Some(path) = path.finish() {
        draw(sheet, path, width);
    }
}

fn draw(sheet: &mut Sheet, path: tiny_skia::Path, width: f32) {
    sheet.parts.push(Part::Shape(Shape {
        path,
        fill: None,
        rule: FillRule::Winding,
        line: Some(Line {
            color: BROWN,
            width,
            cap: LineCap::Butt,
            join: LineJoin::Miter,
            miter: 4.0,
            dashes: Vec::new(),
        }),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_plate_has_a_row_and_a_full_page_is_followed_by_another() {
        let row = |page: usize| Row {
            page,
            serial: format!("735195-{page}"),
            title: "Quần thể di tích lịch sử và kiến trúc nghệ thuật Đình – Đền – Chùa làng Phượng Nhỡn".to_string(),
            layout: "plate-a5".to_string(),
            reads: 85,
        };
        let rows: Vec<Row> = (1..=60).map(row).collect();
        let words = ["Bảng kê biển", "Trang", "Số biển", "Tên", "Mẫu", "Quét từ"].map(str::to_string);
        let sheets = sheets(&rows, &words);
        assert_eq!(sheets.len(), 3);
        let text: Vec<String> = sheets.iter().flat_map(|s| s.texts().map(|run| run.text())).collect();
        for row in &rows {
            assert_eq!(text.iter().filter(|line| **line == row.serial).count(), 1);
        }
        for run in sheets.iter().flat_map(Sheet::texts) {
            let ink = run.ink().unwrap();
            assert!(
                ink.left() > 17.0 && ink.right() < 193.0 && ink.bottom() < 280.0,
                "{ink:?}"
            );
        }
    }
}
