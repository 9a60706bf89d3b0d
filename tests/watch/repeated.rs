//! W14: hours of work do not fill the memory, and idling costs nothing.
//!
//! Entry point: the tests. Invariant: every change is waited for, so that none is merged with the next.

use super::site::Site;
use super::watching::{PAGE, TEXT, Watching, is_long, until};
use std::time::Duration;

/// Memory of a process, in KiB.
fn resident(id: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// Processor time of a process, in ticks of ten milliseconds.
fn ticks(id: u32) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
    let fields: Vec<&str> = stat.rsplit_once(')').unwrap().1.split_whitespace().collect();
    fields[11].parse::<u64>().unwrap() + fields[12].parse::<u64>().unwrap()
}

#[test]
fn w14_a_thousand_rebuilds_and_tangled_links_keep_the_memory_small() {
    let site = Site::tiny("thousand");
    // Links that lead in circles, each into all others.
    for number in 0..20 {
        site.write(&format!("content/static/v{number}/a.txt"), "x\n");
        for other in 0..20 {
            let link = site.root.join(format!("content/static/v{number}/l{other}"));
            std::os::unix::fs::symlink(format!("../v{other}"), link).unwrap();
        }
    }
    let watching = Watching::start(&site);
    watching.settles();
    let rounds = 1000;
    let (mut warm, mut titles) = (0, 0);
    for number in 0..rounds {
        if number % 10 == 9 {
            titles += 1;
            site.relic("den-ho", &format!("Đền Hổ {titles}"), None, 2);
            watching.shows("vi/di-tich/den-ho/index.html", &format!("Đền Hổ {titles}"));
        } else {
            site.write(TEXT, &format!("Bản {number}.\n"));
            watching.shows(PAGE, &format!("Bản {number}."));
        }
        if number == rounds / 5 {
            warm = resident(watching.id());
        }
    }
    let end = resident(watching.id());
    assert!(end < warm + 16 * 1024, "{warm} KiB after a fifth, {end} KiB at the end");
    watching.settles();
    let said = watching.mark();
    let before = ticks(watching.id());
    let idle = Duration::from_secs(if is_long() { 30 } else { 5 });
    std::thread::sleep(idle);
    let spent = ticks(watching.id()) - before;
    // Three percent; the binary for tests is some times slower than the one that people use.
    assert!(spent <= 3 * idle.as_secs() + 2, "{spent} ticks in {idle:?}");
    assert_eq!(watching.blocks_since(said), [""; 0]);
}

/// The regular look at all files finds the mistake each time; told once, it is no news.
#[test]
fn w14_a_mistake_that_stands_costs_as_much_as_waiting() {
    let site = Site::tiny("standing-mistake");
    // So many that each look can be seen in the processor's time.
    for number in 0..3000 {
        site.relic(&format!("am-{number}"), &format!("Am {number}"), None, 2);
    }
    let watching = Watching::start(&site);
    let said = watching.mark();
    site.write("content/relics/am-7/entry.yaml", "title: Đền: Hạ: ba\n");
    watching.says_since(said, "am-7/entry.yaml");
    let spent = |time| {
        let before = ticks(watching.id());
        std::thread::sleep(time);
        ticks(watching.id()) - before
    };
    // The first look after the mistake, which may last long on a busy machine.
    std::thread::sleep(Duration::from_secs(4));
    assert!(
        until(Duration::from_secs(60), || spent(Duration::from_secs(1)) <= 1),
        "it never rests"
    );
    let later = spent(Duration::from_secs(7));
    assert!(later <= 5, "{later} ticks in seven seconds in which nothing happens");
}
