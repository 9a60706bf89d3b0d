//! Why a file cannot be used, and the finding that says so.
//!
//! Entry point: [`MediaProblem::diagnostic`]. Invariant: every problem has a message code of its own kind in
//! `diag::codes::media`, so that a volunteer reads what to do with this very file.

use crate::diag::Diagnostic;
use crate::diag::codes::media as codes;

use super::{MAX_FILE, MAX_SIDE, human_size};

/// A known kind of file that is not used as a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Apple's and Samsung's photo container.
    Heic,
    /// AV1 still pictures.
    Avif,
    /// Vector drawings: a document that can carry scripts.
    Svg,
    /// A web page.
    Html,
    /// A document.
    Pdf,
    /// Graphics Interchange Format.
    Gif,
    /// Windows bitmap.
    Bmp,
    /// Tagged Image File Format, also most raw camera formats.
    Tiff,
    /// JPEG XL.
    JpegXl,
    /// Adobe Photoshop.
    Psd,
    /// Film or sound in an MP4 container.
    Mp4,
    /// A zip archive, and with it Word and Excel files.
    Zip,
}

impl Foreign {
    /// The name that people know it by; the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Foreign::Heic => "HEIC",
            Foreign::Avif => "AVIF",
            Foreign::Svg => "SVG",
            Foreign::Html => "HTML",
            Foreign::Pdf => "PDF",
            Foreign::Gif => "GIF",
            Foreign::Bmp => "BMP",
            Foreign::Tiff => "TIFF",
            Foreign::JpegXl => "JPEG XL",
            Foreign::Psd => "Photoshop (PSD)",
            Foreign::Mp4 => "MP4/MOV",
            Foreign::Zip => "ZIP/Word/Excel",
        }
    }
}

/// Why a file cannot be used as what it is meant to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MediaProblem {
    /// No bytes at all.
    Empty,
    /// The file stops before its end, or its content is damaged.
    Truncated,
    /// Nothing that is known as a picture.
    NotAPicture,
    /// Something known, and not usable as a picture.
    Foreign(Foreign),
    /// More than [`MAX_FILE`] bytes.
    FileTooLarge {
        /// The file's size in bytes.
        bytes: u64,
    },
    /// Sides or decoded size over the limits.
    TooManyPixels {
        /// Width in pixels, as stored.
        width: u32,
        /// Height in pixels, as stored.
        height: u32,
    },
    /// Meant as sound, and neither m4a nor mp3.
    NotSound,
    /// An attachment that is allowed and whose name ends like another kind.
    Misnamed {
        /// What it is, as people call it.
        kind: &'static str,
        /// The ending that fits, without its dot.
        ending: &'static str,
    },
    /// Subtitles whose first line is not `WEBVTT`.
    WithoutHeader,
    /// Subtitles that are saved with two bytes a letter.
    Utf16,
    /// An attachment of a kind that is not allowed.
    Refused,
}

impl MediaProblem {
    /// The finding for the file of this name; the caller adds the place.
    pub fn diagnostic(&self, file: &str) -> Diagnostic {
        match self {
            MediaProblem::Empty => Diagnostic::new(codes::EMPTY),
            MediaProblem::Truncated => Diagnostic::new(codes::TRUNCATED),
            MediaProblem::NotAPicture => Diagnostic::new(codes::NOT_A_PICTURE),
            MediaProblem::Foreign(Foreign::Heic) => Diagnostic::new(codes::HEIC).with("jpg", renamed(file, "jpg")),
            MediaProblem::Foreign(kind) => Diagnostic::new(codes::FOREIGN_PICTURE).with("format", kind.name()),
            MediaProblem::FileTooLarge { bytes } => Diagnostic::new(codes::FILE_TOO_LARGE)
                .with("size", human_size(*bytes))
                .with("limit", human_size(MAX_FILE as u64)),
            MediaProblem::TooManyPixels { width, height } => Diagnostic::new(codes::TOO_MANY_PIXELS)
                .with("width", width)
                .with("height", height)
                .with("limit", MAX_SIDE),
            MediaProblem::NotSound => Diagnostic::new(codes::NOT_SOUND),
            MediaProblem::Misnamed { kind, ending } => Diagnostic::new(codes::ATTACHMENT_MISNAMED)
                .with("format", kind)
                .with("right", renamed(file, ending)),
            MediaProblem::WithoutHeader => {
                Diagnostic::new(codes::SUBTITLES_WITHOUT_HEADER).with("right", renamed(file, "vtt"))
            }
            MediaProblem::Utf16 => Diagnostic::new(crate::diag::codes::files::NOT_UTF8).with("encoding", "UTF-16"),
            MediaProblem::Refused => Diagnostic::new(codes::ATTACHMENT_REFUSED),
        }
        .with("file", file)
    }
}

/// The file's own name with another ending.
fn renamed(file: &str, ending: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    format!("{stem}.{ending}")
}
