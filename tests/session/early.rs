//! What a session serves before its first site stands on the disk.
//!
//! Entry point: the test. Invariant: what was served once is not taken away by a mistake.

use super::trial::{PROGRAM, Trial, named};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use vanbia::engine::Session;
use vanbia::engine::published::Served;
use vanbia::engine::session::{Applied, Changes};

/// Is told once what can be served, and has an edit then.
struct Early {
    published: Arc<vanbia::engine::published::Published>,
    out: PathBuf,
    /// What the server had then, and whether the disk was still without a site.
    saw: std::sync::Mutex<Option<(BTreeMap<String, Served>, bool)>>,
    wanted: Vec<String>,
}

impl vanbia::engine::session::Audience for Early {
    fn ready(&self, _: &[String]) {
        let served = |path: &String| Some((path.clone(), self.published.get(path)?));
        let files = self.wanted.iter().filter_map(served).collect();
        let is_bare = !self.out.join("index.html").exists();
        self.saw.lock().unwrap().get_or_insert((files, is_bare));
    }

    fn is_stale(&self) -> bool {
        self.saw.lock().unwrap().is_some()
    }
}

#[test]
fn at_first_everything_is_served_with_small_pictures_and_stays_whatever_happens() {
    let mut trial = Trial::new("early");
    let clean = trial.site.build_well().files;
    let early = Early {
        published: trial.session.published(),
        out: trial.out.clone(),
        saw: std::sync::Mutex::default(),
        wanted: clean.keys().cloned().collect(),
    };
    let applied = trial.session.apply(&Changes::Everything, &mut trial.disk, &early);
    assert!(
        matches!(applied, Applied::Stopped),
        "the edit was not heeded: {applied:?}"
    );
    let (served, is_bare) = early.saw.into_inner().unwrap().unwrap();
    assert!(is_bare, "the site was on the disk before anything was said");
    let pages: String = clean
        .iter()
        .filter(|(path, _)| path.ends_with(".html"))
        .map(|(_, html)| String::from_utf8_lossy(html))
        .collect();
    let mut small = 0;
    for (path, bytes) in &clean {
        // Pictures of shared links are named by whole addresses; nobody opens them in a preview.
        let is_shown = pages.contains(&format!("../{path}"));
        match served.get(path) {
            Some(Served::Bytes(same)) if same.as_ref() == bytes.as_slice() => {}
            Some(Served::Bytes(other)) => {
                assert!(path.starts_with("media/") && !other.is_empty(), "{path} is another");
                small += 1;
            }
            other => {
                assert!(
                    other.is_none() && path.starts_with("media/") && !is_shown,
                    "{path}: {other:?}"
                );
            }
        }
    }
    assert!(small > 0, "no picture was small");
    // A mistake takes nothing away.
    let yaml = "content/relics/den-ha/entry.yaml";
    let good = std::fs::read_to_string(trial.site.root.join(yaml)).unwrap();
    trial.site.write(yaml, "title: [\n");
    let applied = trial.session.apply(&named([yaml]), &mut trial.disk, &());
    assert!(matches!(applied, Applied::Failed(_)), "{applied:?}");
    let page = "vi/di-tich/den-ha/index.html";
    assert!(matches!(trial.session.published().get(page), Some(Served::Bytes(_))));
    trial.site.write(yaml, good.replace("Đền Hạ", "Đền Thượng"));
    assert!(trial.apply(&named([yaml]), "mended").is_some());
    assert!(matches!(trial.session.published().get(page), Some(Served::File(_))));
    // The next session serves what this one left, even when it begins with a mistake.
    trial.session.rest(&trial.disk);
    let mut second = Session::new(trial.site.request.clone(), &trial.out, PROGRAM.into());
    trial.site.write(yaml, "title: [\n");
    let applied = second.apply(&Changes::Everything, &mut trial.disk, &());
    assert!(matches!(applied, Applied::Failed(_)), "{applied:?}");
    assert!(matches!(second.published().get(page), Some(Served::File(_))));
}
