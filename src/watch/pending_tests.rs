//! Half-written files wait, bursts are gathered, what is held is bounded: with a clock and samples made up here.

use super::*;

const MS: Duration = Duration::from_millis(1);

struct Desk {
    pending: Pending,
    start: Instant,
}

impl Desk {
    fn new() -> Self {
        Self {
            pending: Pending::default(),
            start: Instant::now(),
        }
    }

    fn at(&self, ms: u32) -> Instant {
        self.start + MS * ms
    }

    fn see(&mut self, ms: u32, path: &str, seen: Seen) {
        self.pending.see(path.into(), seen, self.at(ms));
    }

    /// What is told at this time, of files with this length.
    fn told(&mut self, ms: u32, length: u64) -> Option<Vec<String>> {
        let look = move |_: &Path| Some((length, SystemTime::UNIX_EPOCH));
        match self.pending.take(self.at(ms), &look) {
            Ready::Files(paths) => Some(paths.iter().map(|p| p.display().to_string()).collect()),
            Ready::Everything => Some(vec!["*".to_string()]),
            Ready::Wait(_) => None,
        }
    }
}

#[test]
fn a_closed_file_is_told_after_a_short_silence() {
    let mut desk = Desk::new();
    desk.see(0, "vi.md", Seen::Writing);
    desk.see(1, "vi.md", Seen::Complete);
    assert_eq!(desk.told(3, 1), None);
    assert_eq!(desk.told(6, 1), Some(vec!["vi.md".to_string()]));
    assert_eq!(desk.told(5000, 1), None, "it is told once");
}

#[test]
fn a_burst_does_not_keep_its_first_file_waiting_for_long() {
    let mut desk = Desk::new();
    for ms in 0..60 {
        desk.see(ms, &format!("{ms}"), Seen::Complete);
        assert_eq!(desk.told(ms, 1), None, "{ms}");
    }
    assert_eq!(desk.told(60, 1).map(|t| t.len()), Some(60));
}

#[test]
fn a_file_that_is_written_waits_for_its_close() {
    let mut desk = Desk::new();
    for ms in (0..6000).step_by(100) {
        desk.see(ms, "vi.md", Seen::Writing);
        assert_eq!(desk.told(ms, u64::from(ms)), None);
        assert_eq!(desk.pending.unsettled().count(), 1);
    }
    desk.see(6000, "vi.md", Seen::Complete);
    assert!(desk.told(6005, 1).is_some());
    assert_eq!(desk.pending.unsettled().count(), 0);
}

#[test]
fn a_file_that_nobody_closes_is_told_when_it_no_longer_grows() {
    let mut desk = Desk::new();
    desk.see(0, "vi.md", Seen::Writing);
    assert_eq!(desk.told(2999, 1), None);
    assert_eq!(desk.told(3000, 1), None);
    assert_eq!(desk.told(3120, 2), None, "it has grown");
    assert_eq!(desk.told(3240, 2), None, "now it is gathered");
    assert!(desk.told(3245, 2).is_some());
}

#[test]
fn an_emptied_file_waits_for_its_text() {
    let mut desk = Desk::new();
    desk.see(0, "vi.md", Seen::Emptied);
    assert_eq!(desk.told(30, 0), None);
    desk.see(40, "vi.md", Seen::Writing);
    desk.see(41, "vi.md", Seen::Complete);
    assert!(desk.told(46, 9).is_some());
    desk.see(100, "en.md", Seen::Emptied);
    assert_eq!(desk.told(220, 0), None);
    assert_eq!(desk.told(340, 0), None);
    assert!(desk.told(345, 0).is_some(), "it is meant to be empty");
}

#[test]
fn a_file_moved_aside_and_written_anew_is_one_change() {
    let mut desk = Desk::new();
    desk.see(0, "vi.md", Seen::Left);
    assert_eq!(desk.told(20, 1), None);
    desk.see(30, "vi.md", Seen::Created);
    desk.see(50, "vi.md", Seen::Complete);
    assert_eq!(desk.told(55, 1), Some(vec!["vi.md".to_string()]));
    assert_eq!(desk.told(1000, 1), None);
}

#[test]
fn both_halves_of_a_rename_are_one_change() {
    let mut desk = Desk::new();
    desk.see(0, "old", Seen::Left);
    desk.see(0, "new/vi.md", Seen::Complete);
    assert_eq!(desk.told(20, 1), None);
    assert_eq!(desk.told(85, 1), Some(vec!["new/vi.md".to_string(), "old".to_string()]));
}

#[test]
fn a_file_that_came_and_went_is_nothing() {
    let mut desk = Desk::new();
    desk.see(0, "4913", Seen::Created);
    desk.see(0, "4913", Seen::Complete);
    desk.see(1, "4913", Seen::Left);
    assert_eq!(desk.told(1000, 1), None);
    desk.see(2000, "vi.md", Seen::Left);
    assert_eq!(desk.told(2080, 1), None);
    assert!(desk.told(2085, 1).is_some(), "one that was there is told");
}

#[test]
fn a_new_file_that_goes_after_everything_was_looked_at_is_told() {
    let mut desk = Desk::new();
    desk.see(0, "ghi-chu.md", Seen::Created);
    desk.pending.everything(desk.at(10));
    assert_eq!(desk.told(100, 1), Some(vec!["*".to_string()]));
    desk.see(200, "ghi-chu.md", Seen::Left);
    assert_eq!(desk.told(280, 1), None);
    assert_eq!(desk.told(290, 1), Some(vec!["ghi-chu.md".to_string()]));
}

#[test]
fn what_says_nothing_about_its_end_is_looked_at_twice() {
    let mut desk = Desk::new();
    let sample = |length| Some((length, SystemTime::UNIX_EPOCH));
    desk.see(0, "vi.md", Seen::Noticed(sample(1), MS * 20));
    assert_eq!(desk.told(20, 2), None, "it has grown");
    assert_eq!(desk.told(40, 2), None);
    assert!(desk.told(45, 2).is_some());
}

#[test]
fn very_many_paths_are_everything_and_take_no_room() {
    let mut desk = Desk::new();
    for i in 0..30_000 {
        desk.see(i / 100, &format!("{i}"), Seen::Created);
        desk.see(i / 100, &format!("{i}"), Seen::Complete);
        assert!(desk.pending.files.len() <= MOST_PATHS);
    }
    assert_eq!(desk.told(310, 1), None, "not in the middle of it");
    assert_eq!(desk.told(350, 1), Some(vec!["*".to_string()]));
}

#[test]
fn everything_waits_for_silence_but_not_for_ever() {
    let mut desk = Desk::new();
    desk.pending.everything(desk.at(0));
    for ms in (0..1000).step_by(20) {
        desk.see(ms, "vi.md", Seen::Complete);
        assert_eq!(desk.told(ms, 1), None);
    }
    assert_eq!(desk.told(1000, 1), Some(vec!["*".to_string()]));
    assert_eq!(desk.told(2000, 1), None);
}
