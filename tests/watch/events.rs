//! W8, W11: events that never come, and a system that gives no more.
//!
//! Entry point: the tests. Invariant: what is told of it is told once.

use super::site::Site;
use super::watching::{How, PAGE, TEXT, Watching};
use std::time::Duration;

/// The slow tick is due after three seconds, or a hundred times the last look that found nothing.
const TICK: Duration = Duration::from_secs(12);

fn three_edits(site: &Site, watching: &Watching) {
    site.write(TEXT, "Không ai báo.\n");
    watching.shows_within(TICK, PAGE, "Không ai báo");
    watching.settles();
    site.relic("den-moi", "Đền Mới", Some("New Temple"), 9);
    watching.shows_within(TICK, "vi/di-tich/den-moi/index.html", "Đền Mới");
    watching.settles();
    site.remove("content/relics/den-moi");
    watching.loses("vi/di-tich/den-moi/index.html");
    watching.settles();
}

#[test]
fn w8_where_no_events_come_changes_are_found() {
    let site = Site::tiny("silent");
    let silent = How {
        events: "silent",
        ..How::default()
    };
    let watching = Watching::start_as(&site, &silent);
    three_edits(&site, &watching);
    assert!(!watching.said().contains("VB09"), "{}", watching.said());
    drop(watching);
    let polling = How {
        args: &["--poll"],
        ..How::default()
    };
    let watching = Watching::start_as(&site, &polling);
    three_edits(&site, &watching);
    for number in 0..3 {
        let mark = watching.mark();
        site.write(TEXT, &format!("Dò lần {number}.\n"));
        watching.shows_within(TICK, PAGE, &format!("Dò lần {number}"));
        assert_eq!(watching.rests(mark).len(), 1, "{}", watching.said_since(mark));
    }
}

#[test]
fn w11_where_the_system_watches_no_more_changes_are_found() {
    let site = Site::tiny("limit");
    for most in ["0", "3", "8"] {
        let limited = How {
            events: most,
            ..How::default()
        };
        let watching = Watching::start_as(&site, &limited);
        watching.says_since(0, "VB");
        three_edits(&site, &watching);
        let said = watching.said();
        assert_eq!(
            said.matches("max_user_watches").count(),
            1,
            "told once, with a remedy:\n{said}"
        );
        assert!(!said.contains("No space left"), "{said}");
    }
}
