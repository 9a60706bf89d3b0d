//! A file that an entry names → what it is on the site, and which pictures have to be encoded of it.
//!
//! Entry point: [`read`]. Invariant: what comes out depends on the file's name and bytes alone, so it may be kept for as long
//! as the file looks the same.

use crate::diag::{Diagnostics, Place};
use crate::media::{self, MediaProblem, Probe, Spec, attachment};
use crate::schema::showing::{FileLink, PictureLink};
use crate::source::tree::File;
use crate::text::slug;
use crate::view::world::Medium;

/// A picture to be encoded.
#[derive(Clone, Debug)]
pub struct Encode {
    /// The source.
    pub file: File,
    /// Width and encoding.
    pub spec: Spec,
    /// Where it goes.
    pub path: String,
    /// Hash of the source bytes.
    pub source: [u8; 32],
}

/// What a file turned out to be.
#[derive(Debug)]
pub(super) struct Read {
    /// What pages point at.
    pub(super) result: Result<Medium, MediaProblem>,
    /// What is to be said of it.
    pub(super) remarks: Diagnostics,
    /// The sizes to be made of a picture.
    pub(super) encodes: Vec<Encode>,
    /// What is copied as it is, and whereto.
    pub(super) copies: Vec<(File, String)>,
}

/// Looks into a file; what is wrong with it is its result.
pub(super) fn read(file: &File, bytes: &[u8]) -> Read {
    let mut read = Read {
        result: Err(MediaProblem::Empty),
        remarks: Vec::new(),
        encodes: Vec::new(),
        copies: Vec::new(),
    };
    let name = file.path.rsplit('/').next().unwrap_or_default();
    read.result = if is_attachment(name) {
        attachment(file, name, bytes, &mut read)
    } else {
        media::probe(bytes).map(|probe| {
            let remarks = media::remarks(name, &probe).into_iter();
            read.remarks
                .extend(remarks.map(|finding| finding.at(Place::file(&file.path))));
            picture(file, name, &media::source_hash(bytes), &probe, &mut read.encodes)
        })
    };
    read
}

fn picture(file: &File, name: &str, source: &[u8; 32], probe: &Probe, encodes: &mut Vec<Encode>) -> Medium {
    let stem = slug(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    let stem = if stem.is_empty() { "anh".to_string() } else { stem };
    let specs = media::specs(probe);
    let mut offer = |specs: &[Spec]| {
        let one = |spec: &Spec| {
            let path = format!("media/{}", media::name(&stem, source, spec));
            encodes.push(Encode {
                file: file.clone(),
                spec: *spec,
                path: path.clone(),
                source: *source,
            });
            (path, spec.size(probe).0)
        };
        specs.iter().map(one).collect()
    };
    let largest = specs.webp.last().or(specs.plain.last());
    let (width, height) = largest.map_or((probe.width, probe.height), |spec| spec.size(probe));
    Medium::Picture(PictureLink {
        sizes: offer(&specs.plain),
        webp: offer(&specs.webp),
        width,
        height,
        tone: None,
        source: *source,
    })
}

fn attachment(file: &File, name: &str, bytes: &[u8], read: &mut Read) -> Result<Medium, MediaProblem> {
    let kind = attachment::kind(name, bytes)?;
    let seconds = media::audio::probe(bytes).ok().and_then(|sound| sound.seconds);
    let (lines, remarks) = match kind {
        attachment::Kind::Vtt => media::subtitles::read(&file.path, &String::from_utf8_lossy(bytes)),
        _ => Default::default(),
    };
    read.remarks.extend(remarks);
    let hash = media::source_hash(bytes);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let path = format!("media/{}.{}.{}", slug(stem), hex8(&hash), ending.to_lowercase());
    read.copies.push((file.clone(), path.clone()));
    Ok(Medium::File(FileLink {
        path,
        bytes: bytes.len() as u64,
        seconds,
        lines: lines.into_iter().map(|cue| (cue.millis, cue.text)).collect(),
    }))
}

/// True when the name of an attachment on the site stands for these bytes.
pub(super) fn is_called(path: &str, bytes: &[u8]) -> bool {
    path.contains(&format!(".{}.", hex8(&media::source_hash(bytes))))
}

fn hex8(hash: &[u8; 32]) -> String {
    hash[..4].iter().map(|b| format!("{b:02x}")).collect()
}

/// Whatever does not call itself a picture; what may not be handed out is refused by its content.
fn is_attachment(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    let picture = [
        "", "jpg", "jpeg", "jfif", "png", "webp", "heic", "heif", "avif", "gif", "bmp", "tif", "tiff", "svg", "raw",
        "dng",
    ];
    !picture.contains(&ending.as_str())
}
