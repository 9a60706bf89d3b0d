//! New photographs at the start: pages are there before all their sizes are.
//!
//! Entry point: the tests. Invariant: what is served early is complete, and what follows is that of a clean build.

use super::site::{Site, named, place};
use super::watching::{PAGE, TEXT, Watching};
use image::{ImageFormat, RgbImage};
use std::io::Cursor;

/// Nothing in it is alike, so that it takes its time.
fn photo(seed: u32) -> Vec<u8> {
    let mut state = seed;
    let picture = RgbImage::from_fn(2000, 1500, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        image::Rgb(state.to_be_bytes()[..3].try_into().unwrap())
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

#[test]
fn pages_are_served_before_their_photographs_have_all_sizes() {
    let site = Site::tiny("early");
    let row = |n: u32| {
        site.write_bytes(&format!("content/relics/den-ha/photos/{n}.png"), &photo(n));
        format!("  - {{ file: photos/{n}.png, alt: {{ vi: Cổng, en: Gate }}, credit: {{ vi: Tự chụp, en: Own }} }}\n")
    };
    let photos: String = (1..15).map(row).collect();
    let entry = format!(
        "{}types: [historical]\n{}photos:\n{photos}",
        named("Đền Hạ", Some("Lower Temple")),
        place(1)
    );
    site.write("content/relics/den-ha/entry.yaml", &entry);
    let watching = Watching::start(&site);
    assert!(
        watching.said().contains("Pictures are shown small"),
        "{}",
        watching.said()
    );
    assert!(watching.output().is_empty(), "it was announced when all was done");
    let page = watching.page(PAGE);
    let style = between(&page, "rel=\"stylesheet\" href=\"", "\"");
    let picture = page
        .split("srcset=\"")
        .nth(1)
        .unwrap()
        .split([' ', '"'])
        .next()
        .unwrap();
    for path in [style, picture] {
        let path = path.trim_start_matches("../");
        assert!(watching.get(path).is_some_and(|bytes| !bytes.is_empty()), "{path}");
    }
    // An edit does not wait for the pictures.
    site.write(TEXT, "Trong lúc làm ảnh.\n");
    watching.shows(PAGE, "Trong lúc làm ảnh");
    assert!(
        watching.output().is_empty(),
        "the pictures were faster: the test says nothing"
    );
    // Both languages side by side need the session, which is at work: that is said, and nobody waits without a word.
    let preview = "_preview/relics/den-ha";
    let busy = String::from_utf8(watching.ask(preview)).unwrap();
    assert!(
        busy.contains("this page will open by itself") || !watching.output().is_empty(),
        "{busy}"
    );
    watching.settles();
    assert!(watching.page(preview).contains("<h1>Lower Temple</h1>"));
}

/// What stands between two texts.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap();
    rest.split_once(to).unwrap().0
}
