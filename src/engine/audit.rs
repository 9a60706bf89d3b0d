//! Photos of plates → what they say.
//!
//! Entry point: [`photos`]. Invariant: photos are read one by one, several at a time, and kept no longer than they are
//! looked at; the order of names is the order of answers.

use crate::diag::codes::ledger as messages;
use crate::diag::{Diagnostic, Diagnostics, Place};
use crate::media;
use crate::qr;
use crate::schema::field;
use crate::site::Site;
use crate::site::audit::Photo;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Reads the bytes of a photo by its name; fails with the reason in words.
pub type ReadPhoto<'a> = &'a (dyn Fn(&str) -> Result<Vec<u8>, String> + Sync);

/// Looks for codes in photos. A file that is no picture, or cannot be read, is a finding.
pub fn photos(names: &[String], read: ReadPhoto<'_>) -> (Vec<Photo>, Diagnostics) {
    let look = |name: &String| {
        let place = || Place::file(&Arc::from(name.as_str()));
        let bytes = read(name).map_err(|why| Diagnostic::new(messages::AUDIT_NO_PHOTO).at(place()).with("why", why))?;
        let gray = media::gray(&bytes).map_err(|problem| problem.diagnostic(name).at(place()))?;
        Ok(Photo {
            name: name.clone(),
            texts: qr::photo::texts(gray.width, &gray.pixels),
        })
    };
    let looked: Vec<Result<Photo, Diagnostic>> = names.par_iter().with_max_len(1).map(look).collect();
    let mut photos = Vec::new();
    let mut found = Vec::new();
    for one in looked {
        match one {
            Ok(photo) => photos.push(photo),
            Err(finding) => found.push(finding),
        }
    }
    (photos, found)
}

/// The codes of other standards that a site shows, with the key of their entry.
pub fn direct_codes(site: &Site) -> BTreeMap<String, String> {
    let of = |entry: &Arc<crate::entry::model::Entry>| {
        let kind = site.frame.kinds.get(entry.kind);
        let codes = field::direct_codes(&entry.body.fields, &kind.fields);
        let key = entry.key.to_string();
        codes
            .into_iter()
            .map(move |code| (code.payload, key.clone()))
            .collect::<Vec<_>>()
    };
    site.entries.iter().flat_map(of).collect()
}
