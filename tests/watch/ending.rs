//! The end of a watch, and other commands meanwhile.
//!
//! Entry point: the tests. Invariant: whatever moment it ends at, the output is whole.

use super::site::{Site, difference};
use super::watching::{Dice, PAGE, TEXT, Watching};
use std::thread::sleep;
use std::time::Duration;

#[test]
fn ctrl_c_ends_it_with_130_and_leaves_the_output_whole() {
    // The twin is built by itself after each edit: the output has to be one of these three, and not a mixture.
    let (site, twin) = (Site::tiny("ctrl-c"), Site::tiny("ctrl-c-twin"));
    let mut dice = Dice(130);
    for round in 0..8 {
        let watching = Watching::start(&site);
        let mut whole = vec![twin.built(&[])];
        let edits: [&dyn Fn(&Site); 2] = [&|site| site.write(TEXT, &format!("Dừng lần {round}.\n")), &|site| {
            site.relic("den-ho", &format!("Đền Hổ {round}"), None, 2)
        }];
        for edit in edits {
            edit(&twin);
            whole.push(twin.built(&[]));
        }
        edits.iter().for_each(|edit| edit(&site));
        sleep(Duration::from_millis(dice.below(200) as u64));
        watching.signal("INT");
        assert_eq!(watching.ends(), Some(130));
        let differences: Vec<String> = whole.iter().map(|one| difference(one, &site.output())).collect();
        assert!(
            differences.iter().any(String::is_empty),
            "round {round}: {differences:?}"
        );
        // What came too late is made by the next build.
        assert_eq!(difference(&whole[2], &site.built(&[])), "", "round {round}");
    }
}

#[test]
fn a_build_meanwhile_is_refused() {
    let site = Site::tiny("locked");
    let watching = Watching::start(&site);
    watching.settles();
    let before = watching.output();
    site.vanbia(&["build", "--lang", "en"])
        .ends(3)
        .says(&["VB0906", "vanbia watch"]);
    site.vanbia(&["watch", "--lang", "en", "--port", "0"])
        .ends(3)
        .says(&["VB0906"]);
    assert_eq!(before, watching.output());
    site.write(TEXT, "Vẫn chạy.\n");
    watching.shows(PAGE, "Vẫn chạy");
    watching.settles();
    site.vanbia(&["check"]).ends(0);
    watching.signal("INT");
    assert_eq!(watching.ends(), Some(130));
    site.vanbia(&["build"]).ends(0);
}
