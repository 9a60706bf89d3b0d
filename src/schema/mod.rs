//! Kinds read from YAML: which fields an entry has, what they mean, how they are shown.
//!
//! Entry point: [`kind::Kinds`], [`field::FIELDS`]. Invariant: a kind file has no logic; anything conditional or
//! composite is a field type in `field/`.

pub mod checks;
pub mod code_style;
pub mod config;
mod dashes;
pub mod field;
pub mod kind;
pub mod languages;
mod marks;
pub mod name;
mod naming;
mod numbers;
pub mod reading;
pub mod shape;
pub mod showing;
pub mod spec;
mod tails;
mod torn;
pub mod untranslated;
pub mod value;
pub mod words;

/// The English key that a Vietnamese one means: `tieu_de`, `tiêu đề` → `title`. Only used to answer, never to accept.
pub fn vietnamese_key(typed: &str) -> Option<&'static str> {
    const KEYS: &[(&str, &str)] = &[
        ("tieu de", "title"),
        ("ten", "title"),
        ("ten goi", "title"),
        ("tom tat", "summary"),
        ("mo ta", "summary"),
        ("mieu ta", "summary"),
        ("description", "summary"),
        ("name", "title"),
        ("loai", "types"),
        ("loai hinh", "types"),
        ("dia chi", "place"),
        ("dia diem", "place"),
        ("toa do", "at"),
        ("anh", "photos"),
        ("hinh anh", "photos"),
        ("am thanh", "audio"),
        ("thuyet minh", "audio"),
        ("nguon", "sources"),
        ("trang thai", "status"),
        ("gia", "price"),
        ("dien thoai", "phone"),
        ("so dien thoai", "phone"),
        ("sdt", "phone"),
        ("dt", "phone"),
        ("so dt", "phone"),
        ("lien he", "contact"),
        ("xep hang", "recognitions"),
        ("nien dai", "built"),
        ("nam xay dung", "built"),
        ("le hoi", "festivals"),
        ("hang muc", "components"),
        ("gio mo cua", "hours"),
        ("ten khac", "aliases"),
        ("tac gia", "authors"),
        ("ngay", "date"),
        ("so", "number"),
        ("mua", "buy"),
        ("chu the", "producer"),
        ("nha san xuat", "producer"),
        ("thanh phan", "ingredients"),
    ];
    let folded = crate::text::fold(&typed.replace(['_', '-'], " "));
    KEYS.iter().find(|(vi, _)| *vi == folded).map(|(_, en)| *en)
}

/// The folder that a Vietnamese one means: `di-tich` → `relics`. Only used to answer.
pub fn vietnamese_folder(typed: &str) -> Option<&'static str> {
    const FOLDERS: &[(&str, &str)] = &[
        ("di tich", "relics"),
        ("san pham", "products"),
        ("nha san xuat", "producers"),
        ("tu sach", "bookcases"),
        ("sach", "books"),
        ("duong pho", "streets"),
        ("duong", "streets"),
        ("cho", "markets"),
        ("tuyen", "trails"),
        ("bai viet", "articles"),
        ("trang", "pages"),
    ];
    let folded = crate::text::fold(&typed.replace(['_', '-'], " "));
    FOLDERS.iter().find(|(vi, _)| *vi == folded).map(|(_, en)| *en)
}
