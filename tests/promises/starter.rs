//! A new site starts without a finding that the newcomer caused.
//!
//! Entry point: the tests. Invariant: what `init` and `new` write passes `check`.

use super::site::{Site, binary, folder, run};

#[test]
fn a_site_that_was_just_started_builds() {
    let top = folder("init");
    let dir = top.join("trang");
    run(std::process::Command::new(binary()).arg("init").arg(&dir)).ends(0);
    let site = Site { root: dir };
    // The address is still the example's, which is a warning here and an error in a release.
    site.vanbia(&["build", "--lang", "en"])
        .ends(0)
        .says(&["VB0804", "1 warnings"]);
    site.vanbia(&["build", "--lang", "en", "--release"])
        .ends(1)
        .says(&["VB0804"]);
    assert!(site.output().contains_key("vi/index.html"));
    drop(site);
    std::fs::remove_dir_all(top).unwrap();
}
