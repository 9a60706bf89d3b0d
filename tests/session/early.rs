//! What a session serves before its first site stands on the disk.
//!
//! Entry point: the test. Invariant: what was served once is not taken away by a mistake.

use super::{Trial, named};
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
    for (path, bytes) in &clean {
        let is_picture = path.ends_with(".webp") || path.ends_with(".jpg") || path.ends_with(".png");
        match served.get(path) {
            Some(Served::Bytes(small)) if is_picture => assert!(!small.is_empty(), "{path}"),
            Some(Served::Bytes(same)) => assert_eq!(same.as_ref(), bytes.as_slice(), "{path}"),
            // Nobody opens the picture of a shared link in a preview.
            other => assert!(other.is_none() && is_picture, "{path}: {other:?}"),
        }
    }
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
    trial.session.rest();
    let mut second = Session::new(trial.site.request.clone(), &trial.out, super::PROGRAM.into());
    trial.site.write(yaml, "title: [\n");
    let applied = second.apply(&Changes::Everything, &mut trial.disk, &());
    assert!(matches!(applied, Applied::Failed(_)), "{applied:?}");
    assert!(matches!(second.published().get(page), Some(Served::File(_))));
}
