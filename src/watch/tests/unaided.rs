//! Watching where the system does not help: it watches no more folders, tells nothing, or was not asked to.

use super::*;

/// Waits until all these paths have been told, and no others but those that `may` be. Whoever only looks tells a file once
/// more that changed while the look was under way.
fn polled(watch: &Watch, wanted: &[&str], may: &[&str]) {
    let mut missing: BTreeSet<&str> = wanted.iter().copied().collect();
    let mut wait = LONG;
    while let Some(hint) = watch.next(wait) {
        let Hint::Files(paths) = hint else {
            panic!("{hint:?} while waiting for {wanted:?}")
        };
        for path in &paths {
            assert!(
                wanted.contains(&&**path) || may.contains(&&**path),
                "{paths:?} instead of {wanted:?}"
            );
            missing.remove(&**path);
        }
        wait = if missing.is_empty() { MS * 250 } else { LONG };
    }
    assert!(missing.is_empty(), "never told: {missing:?}");
}

#[test]
fn when_no_more_folders_can_be_watched_we_look_by_ourselves() {
    let site = Site::new();
    for i in 0..10 {
        site.write(&format!("content/relics/{i}/vi.md"), "x");
    }
    let options = Options {
        events: Events::Limited(5),
        poll_every: MS * 50,
        poll: false,
    };
    let watch = site.watch_with(&options);
    // The refusal may come after the first hint.
    while watch.next(MS * 300).is_some() {}
    assert_eq!(watch.mode(), Mode::Polling(Why::LimitReached));
    let Mode::Polling(why) = watch.mode() else {
        panic!("not polling");
    };
    assert_eq!(why.finding("di-tich").map(|d| d.code.number), Some(930));
    site.write("content/relics/9/vi.md", "yy");
    polled(&watch, &["content/relics/9/vi.md"], &[]);
}

#[test]
fn the_limit_can_be_reached_later() {
    let site = Site::new();
    let options = Options {
        events: Events::Limited(8),
        poll_every: MS * 50,
        poll: false,
    };
    let watch = site.watch_with(&options);
    assert_eq!(watch.mode(), Mode::Native);
    for i in 0..10 {
        site.write(&format!("content/relics/{i}/vi.md"), "x");
    }
    while watch.next(MS * 400).is_some() {}
    assert_eq!(watch.mode(), Mode::Polling(Why::LimitReached));
    site.write("content/relics/9/vi.md", "yy");
    polled(&watch, &["content/relics/9/vi.md"], &[]);
}

#[test]
fn looking_by_ourselves_finds_all_that_changes_and_waits_for_the_end() {
    let site = Site::new();
    site.write("content/relics/b/vi.md", "x");
    let options = Options {
        poll: true,
        poll_every: MS * 50,
        ..Options::default()
    };
    let watch = site.watch_with(&options);
    assert_eq!(watch.mode(), Mode::Polling(Why::Asked));
    assert_eq!(watch.next(MS * 300), None);
    let mut file = fs::File::create(site.path(PAGE)).unwrap();
    let mut before = Instant::now();
    for _ in 0..8 {
        file.write_all(b"word ").unwrap();
        let written = Instant::now();
        let told = watch.next(MS * 60);
        // A machine that held this thread up for longer than the pause between two looks made it look complete.
        assert!(
            told.is_none() || before.elapsed() >= MS * 140,
            "still written: {told:?}"
        );
        before = written;
    }
    drop(file);
    polled(&watch, &[PAGE], &[]);
    fs::rename(site.path("content/relics/b"), site.path("content/relics/c")).unwrap();
    polled(&watch, &["content/relics/b/vi.md", "content/relics/c/vi.md"], &[PAGE]);
    site.write("content/out/index.html", "own output");
    assert_eq!(watch.next(MS * 300), None);
}

#[test]
fn without_any_events_the_tick_looks_at_everything() {
    let site = Site::new();
    let options = Options {
        events: Events::Silent,
        ..Options::default()
    };
    let start = Instant::now();
    let watch = Watch::start(&site.root, &["content".to_string()], &[], &options);
    assert_eq!(watch.next(LONG), Some(Hint::Everything));
    let first = start.elapsed();
    assert!(first >= MS * 2900 && first < MS * 5000, "{first:?}");
    watch.walked(Some(MS * 40));
    let start = Instant::now();
    assert_eq!(watch.next(LONG), Some(Hint::Everything));
    assert!(
        start.elapsed() >= MS * 3900,
        "later, for it took longer: {:?}",
        start.elapsed()
    );
    watch.walked(Some(NEVER));
    assert_eq!(
        watch.next(MS * 20_000),
        Some(Hint::Everything),
        "one look that takes long on a busy machine does not make the tick rare"
    );
}

/// Polling sees what lies under the content, neither the output nor that it is another day.
#[test]
fn polling_looks_at_everything_from_time_to_time_as_well() {
    let site = Site::new();
    let options = Options {
        poll: true,
        poll_every: MS * 100,
        ..Options::default()
    };
    let watch = Watch::start(&site.root, &["content".to_string()], &[], &options);
    assert_eq!(watch.mode(), Mode::Polling(Why::Asked));
    assert_eq!(watch.next(LONG), Some(Hint::Everything), "now it watches");
    watch.walked(None);
    let start = Instant::now();
    assert_eq!(
        watch.next(MS * 45_000),
        Some(Hint::Everything),
        "though nothing has changed"
    );
    let first = start.elapsed();
    assert!(first >= MS * 10_000, "and seldom: {first:?}");
}
