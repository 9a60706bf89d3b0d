//! Watching real folders: each way of saving, folders that come and go, floods.

mod unaided;

use super::*;
use std::fs;
use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

const MS: Duration = Duration::from_millis(1);
/// Long enough for a busy machine.
const LONG: Duration = Duration::from_secs(10);
/// No look at all files during a test.
const NEVER: Duration = Duration::from_secs(1000);

/// A site with one page, in a folder of its own.
struct Site {
    folder: PathBuf,
    root: PathBuf,
}

impl Site {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::SeqCst);
        let folder = std::env::temp_dir().join(format!("vanbia-watch-{}-{number}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let root = folder.join("site");
        let site = Self { folder, root };
        site.write("content/relics/a/vi.md", "Chùa");
        site
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.path(path).parent().unwrap()).unwrap();
        fs::write(self.path(path), text).unwrap();
    }

    fn watch(&self, events: Events) -> Watch {
        let options = Options {
            events,
            ..Options::default()
        };
        self.watch_with(&options)
    }

    /// A watch that has begun, and will not look at all files by itself.
    fn watch_with(&self, options: &Options) -> Watch {
        let ignored = [self.path("content/out")];
        let watch = Watch::start(&self.root, &["content".to_string()], &ignored, options);
        assert_eq!(watch.next(LONG), Some(Hint::Everything), "the watch has begun");
        watch.walked(Some(NEVER));
        watch
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn files(paths: &[&str]) -> Hint {
    Hint::Files(paths.iter().map(ToString::to_string).collect())
}

/// The next hint, and that there is no other one after it.
fn only(watch: &Watch, what: &str) -> Hint {
    let hint = watch.next(LONG).unwrap_or_else(|| panic!("{what}: nothing told"));
    assert_eq!(watch.next(MS * 250), None, "{what}: told twice, first {hint:?}");
    hint
}

/// Waits until this path has been told, or everything.
fn await_path(watch: &Watch, path: &str) {
    let start = Instant::now();
    while start.elapsed() < LONG {
        match watch.next(LONG) {
            Some(Hint::Files(paths)) if paths.contains(path) => return,
            Some(Hint::Everything) => return watch.walked(Some(NEVER)),
            _ => {}
        }
    }
    panic!("{path} was not told");
}

/// Waits for "everything". A slow machine may tell some of these files before, one by one.
fn await_everything(watch: &Watch, early: &[&str]) {
    loop {
        match watch.next(LONG) {
            Some(Hint::Everything) => return,
            Some(Hint::Files(paths)) => {
                let others: Vec<&String> = paths.iter().filter(|p| !early.contains(&p.as_str())).collect();
                assert!(others.is_empty(), "told and never written: {others:?}");
            }
            None => panic!("nothing more was told"),
        }
    }
}

const PAGE: &str = "content/relics/a/vi.md";

#[test]
fn each_way_of_saving_is_one_hint() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    let page = site.path(PAGE);
    let beside = |name: &str| page.with_file_name(name);
    let in_place = || {
        let mut file = fs::OpenOptions::new().write(true).open(&page).unwrap();
        file.write_all(b"Cung chua").unwrap();
    };
    let emptied_first = || {
        drop(fs::File::create(&page).unwrap());
        std::thread::sleep(MS * 30);
        fs::write(&page, "Chùa").unwrap();
    };
    let renamed_over = || {
        fs::write(beside("vi.md.tmp"), "Chùa").unwrap();
        fs::rename(beside("vi.md.tmp"), &page).unwrap();
    };
    let renamed_over_from_any_name = || {
        fs::write(beside("sedA1b2C3"), "Chùa").unwrap();
        fs::rename(beside("sedA1b2C3"), &page).unwrap();
    };
    let backup_first = || {
        fs::rename(&page, beside("vi.md~")).unwrap();
        std::thread::sleep(MS * 20);
        fs::write(&page, "Chùa").unwrap();
        fs::remove_file(beside("vi.md~")).unwrap();
    };
    let deleted_first = || {
        fs::write(beside("~vi.tmp"), "Chùa").unwrap();
        fs::remove_file(&page).unwrap();
        std::thread::sleep(MS * 20);
        fs::rename(beside("~vi.tmp"), &page).unwrap();
    };
    let with_leftovers = || {
        fs::write(beside("4913"), "").unwrap();
        fs::remove_file(beside("4913")).unwrap();
        fs::write(beside(".vi.md.swp"), "x").unwrap();
        fs::write(beside("~$vi.docx"), "x").unwrap();
        fs::write(&page, "Chùa").unwrap();
        fs::remove_file(beside(".vi.md.swp")).unwrap();
        fs::remove_file(beside("~$vi.docx")).unwrap();
    };
    let ways: [(&str, &dyn Fn()); 7] = [
        ("in place", &in_place),
        ("emptied first", &emptied_first),
        ("renamed over", &renamed_over),
        ("renamed over from any name", &renamed_over_from_any_name),
        ("backup first", &backup_first),
        ("deleted first", &deleted_first),
        ("with leftovers", &with_leftovers),
    ];
    for (what, way) in ways {
        way();
        assert_eq!(only(&watch, what), files(&[PAGE]), "{what}");
    }
}

#[test]
fn a_save_is_told_within_milliseconds() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    let mut times: Vec<Duration> = Vec::new();
    for i in 0..21 {
        site.write(PAGE, &format!("Chùa {i}"));
        let saved = Instant::now();
        assert_eq!(watch.next(LONG), Some(files(&[PAGE])));
        times.push(saved.elapsed());
        std::thread::sleep(MS * 20);
    }
    times.sort();
    // Usually 5 to 6 ms; other tests keep the machine busy meanwhile.
    assert!(times[10] < MS * 40, "{times:?}");
}

#[test]
fn a_slow_writer_is_told_at_its_end() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    let mut file = fs::File::create(site.path(PAGE)).unwrap();
    for _ in 0..10 {
        file.write_all(&[b'x'; 10_000]).unwrap();
        assert_eq!(watch.next(MS * 100), None);
        assert_eq!(watch.unsettled(), [PAGE.to_string()].into());
    }
    drop(file);
    let closed = Instant::now();
    assert_eq!(only(&watch, "closed"), files(&[PAGE]));
    assert!(closed.elapsed() < LONG);
    assert!(watch.unsettled().is_empty());
}

#[test]
fn a_file_that_stays_open_is_told_some_seconds_after_its_last_word() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    let mut file = fs::OpenOptions::new().append(true).open(site.path(PAGE)).unwrap();
    file.write_all(b"x").unwrap();
    let start = Instant::now();
    assert_eq!(watch.next(LONG), Some(files(&[PAGE])));
    assert!(start.elapsed() >= MS * 2900, "{:?}", start.elapsed());
}

#[test]
#[cfg(target_os = "linux")]
fn a_slow_writer_in_a_folder_that_is_found_late_is_told_at_its_end() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    let page = "content/relics/new/vi.md";
    let mut file = None;
    watch.stalled(|| {
        site.write(page, "");
        let begun = file.insert(fs::OpenOptions::new().append(true).open(site.path(page)).unwrap());
        begun.write_all(b"x").unwrap();
    });
    let mut file = file.unwrap();
    for _ in 0..3 {
        assert_eq!(watch.next(MS * 250), None);
        file.write_all(b"x").unwrap();
    }
    drop(file);
    assert_eq!(only(&watch, "closed"), files(&[page]));
}

#[test]
fn files_in_folders_made_a_moment_ago_are_told() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    for i in 0..40_u32 {
        let deep = format!("content/relics/{i}/photos/sub");
        fs::create_dir_all(site.path(&deep)).unwrap();
        std::thread::sleep(MS * (i % 4));
        fs::write(site.path(&deep).join("cong.jpg"), "x").unwrap();
        await_path(&watch, &format!("{deep}/cong.jpg"));
    }
    site.write("content/relics/39/photos/sub/cong.jpg", "y");
    assert_eq!(only(&watch, "later"), files(&["content/relics/39/photos/sub/cong.jpg"]));
}

#[test]
fn a_tree_that_is_moved_in_is_told_whole() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    let mut expected = BTreeSet::new();
    for i in 0..200 {
        let name = format!("{}/{i}.md", i % 7);
        let path = site.folder.join("new").join(&name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
        expected.insert(format!("content/relics/new/{name}"));
    }
    fs::rename(site.folder.join("new"), site.path("content/relics/new")).unwrap();
    assert_eq!(only(&watch, "moved in"), Hint::Files(expected));
    fs::rename(site.path("content/relics/new"), site.path("content/relics/newer")).unwrap();
    let Hint::Files(paths) = only(&watch, "renamed") else {
        panic!("everything");
    };
    assert_eq!(paths.len(), 201, "the old folder and the new files");
    assert!(paths.contains("content/relics/new") && paths.contains("content/relics/newer/3/3.md"));
    site.write("content/relics/newer/3/3.md", "y");
    assert_eq!(only(&watch, "after"), files(&["content/relics/newer/3/3.md"]));
    fs::rename(site.path("content/relics/newer"), site.folder.join("away")).unwrap();
    assert_eq!(only(&watch, "moved out"), files(&["content/relics/newer"]));
    fs::write(site.folder.join("away/3/3.md"), "z").unwrap();
    assert_eq!(watch.next(MS * 100), None, "it is no longer ours");
}

#[test]
fn a_name_that_changes_its_case_is_both_names() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    fs::rename(site.path(PAGE), site.path("content/relics/a/Vi.md")).unwrap();
    assert_eq!(only(&watch, "case"), files(&["content/relics/a/Vi.md", PAGE]));
}

#[test]
fn content_that_is_deleted_and_comes_again_is_watched_again() {
    for events in [Events::Best, Events::Portable] {
        let site = Site::new();
        let watch = site.watch(events);
        for round in 0..4 {
            fs::remove_dir_all(site.path("content")).unwrap();
            std::thread::sleep(MS * 60 * (round % 2));
            site.write(PAGE, "Chùa");
            let start = Instant::now();
            while watch.next(MS * 300).is_some() {
                watch.walked(Some(NEVER));
                assert!(start.elapsed() < LONG, "{events:?}: no end");
            }
            site.write(PAGE, &format!("Chùa {round}"));
            await_path(&watch, PAGE);
            while watch.next(MS * 100).is_some() {}
        }
    }
}

#[test]
fn a_site_that_is_replaced_as_a_whole_is_found_by_the_tick() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    fs::rename(&site.root, site.folder.join("old")).unwrap();
    assert_eq!(watch.next(LONG), Some(Hint::Everything));
    site.write(PAGE, "Chùa");
    assert_eq!(watch.next(LONG), Some(Hint::Everything), "it has come again");
    while watch.next(MS * 400).is_some() {
        watch.walked(Some(NEVER));
    }
    site.write(PAGE, "Chùa Bổ Đà");
    assert_eq!(only(&watch, "after"), files(&[PAGE]));
}

#[test]
fn reading_touching_and_own_output_are_no_changes() {
    for events in [Events::Best, Events::Portable] {
        let site = Site::new();
        fs::create_dir_all(site.path("content/out/vi")).unwrap();
        let watch = site.watch(events);
        let permissions = fs::metadata(site.path(PAGE)).unwrap().permissions();
        for i in 0..100 {
            assert_eq!(fs::read(site.path(PAGE)).unwrap(), "Chùa".as_bytes());
            fs::set_permissions(site.path(PAGE), permissions.clone()).unwrap();
            site.write(&format!("content/out/vi/{i}/index.html"), "x");
            site.write("output/index.html", "x");
            assert!(fs::read_dir(site.path("content/relics")).unwrap().count() > 0);
        }
        assert_eq!(watch.next(MS * 300), None, "{events:?}");
    }
}

#[test]
fn a_flood_is_everything_and_what_follows_is_told() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    for i in 0..3000 {
        site.write(&format!("content/relics/{}/{i}.md", i % 50), "x");
    }
    let early: Vec<String> = (0..3000).map(|i| format!("content/relics/{}/{i}.md", i % 50)).collect();
    await_everything(&watch, &early.iter().map(String::as_str).collect::<Vec<_>>());
    while watch.next(MS * 300).is_some() {
        watch.walked(Some(NEVER));
    }
    site.write("content/relics/49/49.md", "y");
    assert_eq!(only(&watch, "after"), files(&["content/relics/49/49.md"]));
}

#[test]
#[cfg(target_os = "linux")]
fn a_queue_that_runs_over_is_everything_and_new_folders_are_watched() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    let limit = fs::read_to_string("/proc/sys/fs/inotify/max_queued_events").unwrap();
    let limit: u32 = limit.trim().parse().unwrap();
    // Each round is four events; the reader may have a buffer full of them already.
    let rounds = limit / 4 + 1000;
    assert!(rounds <= 30_000, "this test would take long");
    watch.stalled(|| {
        for _ in 0..rounds {
            fs::rename(site.path(PAGE), site.path("content/relics/a/en.md")).unwrap();
            fs::rename(site.path("content/relics/a/en.md"), site.path(PAGE)).unwrap();
        }
        site.write("content/relics/new/vi.md", "x");
    });
    await_everything(&watch, &[PAGE, "content/relics/a/en.md"]);
    while watch.next(MS * 300).is_some() {
        watch.walked(Some(NEVER));
    }
    site.write("content/relics/new/vi.md", "y");
    assert_eq!(only(&watch, "after"), files(&["content/relics/new/vi.md"]));
}

#[test]
#[cfg(unix)]
fn links_are_not_followed_into_folders() {
    use std::os::unix::fs::symlink;
    let site = Site::new();
    for i in 0..30 {
        symlink(site.path("content"), site.path(&format!("content/relics/a/loop{i}"))).unwrap();
    }
    let watch = site.watch(Events::Limited(10));
    assert_eq!(watch.mode(), Mode::Native, "few folders are watched");
    symlink(site.path(PAGE), site.path("content/relics/a/en.md")).unwrap();
    assert_eq!(only(&watch, "link"), files(&["content/relics/a/en.md"]));
    fs::hard_link(site.path(PAGE), site.path("content/relics/a/fr.md")).unwrap();
    assert_eq!(only(&watch, "second name"), files(&["content/relics/a/fr.md"]));
    site.write(PAGE, "Chùa");
    assert_eq!(only(&watch, "page"), files(&[PAGE]));
}

#[test]
fn other_folders_can_be_watched_later() {
    let site = Site::new();
    site.write("themes/stele/page.html", "x");
    let watch = site.watch(Events::Best);
    site.write("themes/stele/page.html", "y");
    assert_eq!(watch.next(MS * 100), None);
    watch.set_folders(&[
        "content".to_string(),
        "themes/stele".to_string(),
        "themes/new".to_string(),
    ]);
    assert_eq!(watch.next(LONG), Some(Hint::Everything));
    watch.walked(Some(NEVER));
    site.write("themes/stele/page.html", "z");
    assert_eq!(only(&watch, "theme"), files(&["themes/stele/page.html"]));
    site.write("themes/new/page.html", "z");
    await_path(&watch, "themes/new/page.html");
    while watch.next(MS * 300).is_some() {
        watch.walked(Some(NEVER));
    }
    site.write("themes/new/page.html", "zz");
    assert_eq!(only(&watch, "new theme"), files(&["themes/new/page.html"]));
    site.write("themes/other/page.html", "z");
    assert_eq!(watch.next(MS * 500), None);
}

#[test]
fn systems_that_do_not_tell_of_closing_are_looked_at_twice() {
    let site = Site::new();
    let watch = site.watch(Events::Portable);
    site.write(PAGE, "Chùa Bổ Đà");
    await_path(&watch, PAGE);
    while watch.next(MS * 200).is_some() {}
    site.write("content/relics/b/photos/cong.jpg", "x");
    await_path(&watch, "content/relics/b/photos/cong.jpg");
    while watch.next(MS * 200).is_some() {}
    fs::rename(site.path("content/relics/b"), site.path("content/relics/c")).unwrap();
    await_path(&watch, "content/relics/c/photos/cong.jpg");
    while watch.next(MS * 200).is_some() {}
    fs::remove_file(site.path(PAGE)).unwrap();
    await_path(&watch, PAGE);
}

#[test]
fn a_burst_is_few_hints() {
    let site = Site::new();
    let watch = site.watch(Events::Best);
    for i in 0..300 {
        site.write(&format!("content/relics/a/{i}.md"), "x");
    }
    let mut told = BTreeSet::new();
    let mut hints = 0;
    while let Some(hint) = watch.next(MS * 300) {
        let Hint::Files(paths) = hint else {
            panic!("everything");
        };
        told.extend(paths);
        hints += 1;
    }
    assert_eq!(told.len(), 300);
    assert!(hints <= 20, "{hints}");
}

#[test]
fn a_watch_that_is_given_up_leaves_nothing_behind() {
    for events in [Events::Best, Events::Portable] {
        let site = Site::new();
        let watch = site.watch(events);
        let shared = Arc::downgrade(&watch.shared);
        drop(watch);
        let start = Instant::now();
        while shared.strong_count() > 0 {
            assert!(start.elapsed() < LONG, "{events:?}: a thread goes on");
            std::thread::sleep(MS * 5);
        }
    }
}

#[cfg(target_os = "linux")]
impl Watch {
    /// Does something while nobody reads the queue.
    fn stalled(&self, act: impl FnOnce()) {
        match &*self.source() {
            Source::Linux(linux) => linux.stalled(act),
            _ => panic!("not reading a queue"),
        }
    }
}
