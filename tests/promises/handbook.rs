//! What people are given to read is true of the program: the guide that a new site begins with, the handbook, README.
//!
//! Entry point: the tests. Invariant: each command, message and example is taken from the text itself.

use super::site::{Run, Site, TODAY, binary, folder, named, place, run};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const SHORT: &str = "SHORT GUIDE";

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The texts of the handbook in a language, by article.
fn articles(lang: &str) -> Vec<(String, String)> {
    let folders = std::fs::read_dir(project("content/articles")).unwrap();
    let mut found: Vec<_> = folders
        .map(|folder| {
            let folder = folder.unwrap();
            let file = folder.path().join(format!("{lang}.md"));
            (folder.file_name().to_string_lossy().into_owned(), text(&file))
        })
        .collect();
    found.sort();
    found
}

/// The words of a command; what stands in quotes is one of them.
fn words(command: &str) -> Vec<String> {
    let parts = command.split('"').enumerate();
    parts
        .flat_map(|(n, part)| match n % 2 {
            0 => part.split_whitespace().map(str::to_string).collect(),
            _ => vec![part.to_string()],
        })
        .collect()
}

/// Runs `vanbia …` in a folder, as a volunteer does.
fn typed(command: &str, at: &Path) -> Run {
    let words = words(command);
    let mut call = std::process::Command::new(binary());
    call.args(&words[1..]).args(["--lang", "en"]).current_dir(at);
    if matches!(&*words[1], "build" | "check") {
        call.args(["--today", TODAY]);
    }
    run(&mut call)
}

/// The commands that stand on lines of their own in an article.
fn lines(text: &str) -> Vec<&str> {
    let lines = fenced(text, "text").into_iter().flat_map(str::lines);
    lines.filter(|line| line.starts_with("vanbia ")).collect()
}

/// The commands that stand on lines of their own in the guide.
fn set_apart(guide: &str) -> Vec<&str> {
    let lines = guide.lines().filter_map(|line| line.strip_prefix("    "));
    lines.filter(|line| line.starts_with("vanbia ")).collect()
}

/// The commands within sentences.
fn mentioned(text: &str) -> Vec<&str> {
    let spans = text.split('`').skip(1).step_by(2);
    spans
        .filter(|span| span.starts_with("vanbia ") && !span.contains('\n'))
        .collect()
}

fn fenced<'t>(text: &'t str, kind: &str) -> Vec<&'t str> {
    let start = format!("```{kind}\n");
    let blocks = text.split(&start).skip(1);
    blocks.filter_map(|block| block.split("```").next()).collect()
}

#[test]
fn the_guide_of_a_new_site_is_true_in_both_languages() {
    let top = folder("guide");
    typed("vanbia init trang", &top).ends(0).says(&["HUONG-DAN.txt"]);
    let site = Site {
        root: top.join("trang"),
    };
    let guide = site.read("HUONG-DAN.txt");
    let (vi, en) = guide.split_once(SHORT).unwrap();
    assert_eq!(set_apart(vi), set_apart(en));
    assert!(set_apart(vi).len() >= 9, "{:?}", set_apart(vi));
    for n in 1..=10 {
        for half in [vi, en] {
            assert!(half.contains(&format!("\n{n}. ")), "{n}");
        }
    }
    for file in std::fs::read_dir(project("src/kinds")).unwrap() {
        let text = text(&file.unwrap().path());
        let Some(key) = text.lines().find_map(|line| line.strip_prefix("key: ")) else {
            continue;
        };
        let named = |half: &str| half.split(|c: char| !c.is_alphanumeric()).any(|word| word == key);
        assert!(named(vi) && named(en), "{key}");
    }
    site.edit("content/site.yaml", "Trang di sản của chúng tôi", "Di sản thử");
    site.edit("content/site.yaml", "Our heritage site", "Test heritage");
    site.edit(
        "content/site.yaml",
        "https://ten-mien.example/",
        "https://di-san-thu.vn/",
    );
    site.edit("content/site.yaml", "name: { vi: \"\"", "name: { vi: Đoàn xã");
    for command in set_apart(vi) {
        if command.contains(" watch") {
            typed(&format!("{command} --help"), &site.root).ends(0);
            continue;
        }
        typed(command, &site.root).ends(0);
        if command.contains(" new ") {
            // Steps 4 and 6: filled in, then put on the site.
            let entry = format!(
                "{}types: [historical]\n{}status: published\n",
                named("Đình", None),
                place(1)
            );
            site.write("content/relics/dinh-gieng-ngot/entry.yaml", &entry);
            site.write("content/relics/dinh-gieng-ngot/vi.md", "Đình ở giữa làng.\n");
        }
    }
    assert!(site.root.join("bien.pdf").is_file());
    drop(site);
    std::fs::remove_dir_all(top).unwrap();
}

#[test]
fn the_guide_is_not_written_over_another_file() {
    let top = folder("guide-there");
    std::fs::write(top.join("HUONG-DAN.txt"), "của tôi\n").unwrap();
    typed("vanbia init .", &top).ends(0);
    assert_eq!(text(&top.join("HUONG-DAN.txt")), "của tôi\n");
    std::fs::remove_dir_all(top).unwrap();
}

/// A site with the entries that the handbook speaks of.
fn spoken_of(test: &str) -> Site {
    let site = Site::empty(test);
    for (n, slug) in ["chua-bo-da", "chua-vinh-nghiem", "dinh-gieng-ngot"].iter().enumerate() {
        site.relic(slug, slug, None, n);
    }
    let entry = site.read("content/relics/chua-bo-da/entry.yaml");
    let parts = "components:\n  - { id: vuon-thap, title: { vi: Vườn tháp, en: Stupa garden } }\n";
    site.write("content/relics/chua-bo-da/entry.yaml", &format!("{entry}{parts}"));
    let stalls =
        "market_type: fair\nstalls:\n  - { id: gian-01, no: \"01\", name: { vi: Gian bánh, en: Cake stall } }\n";
    let market = format!("{}{}{stalls}", named("Phiên chợ", Some("Market")), place(9));
    site.write("content/markets/phien-cho-4-0-mau/entry.yaml", &market);
    site.built(&[]);
    site
}

#[test]
fn every_command_of_the_handbook_and_of_readme_is_one_that_the_program_knows() {
    let site = spoken_of("handbook-commands");
    let code = site.code("relics/chua-bo-da");
    let mut texts: Vec<(String, String)> = [articles("vi"), articles("en")].concat();
    texts.push(("README".into(), text(&project("README.md"))));
    let (mut run, mut asked) = (BTreeSet::new(), BTreeSet::new());
    for (_, text) in &texts {
        run.extend(lines(text).into_iter().map(|line| line.replace("735195", &code)));
        asked.extend(mentioned(text));
    }
    assert!(run.len() >= 15 && asked.len() >= 10, "{run:?} {asked:?}");
    for command in &run {
        if command.contains("https://") || command.contains(" watch") {
            asked.insert(command);
            continue;
        }
        let done = typed(command, &site.root);
        assert!(matches!(done.code, Some(0 | 1 | 3)), "{command}: {}", done.err);
    }
    for command in asked {
        typed(&format!("{command} --help"), &site.root).ends(0);
    }
}

#[test]
fn both_languages_of_the_handbook_name_the_same_commands_and_messages() {
    let messages = |text: &str| -> BTreeSet<String> {
        let found = text
            .split("VB0")
            .skip(1)
            .map(|rest| rest.chars().take(3).collect::<String>());
        found.filter(|digits| digits.parse::<u16>().is_ok()).collect()
    };
    // Names of files and addresses are words of a language.
    let verbs = |text: &str| -> Vec<String> {
        let own = |word: &String| word.starts_with("--") || word.bytes().all(|b| b.is_ascii_lowercase());
        let commands = lines(text).into_iter().map(|line| words(line).into_iter().filter(own));
        commands
            .map(|command| command.take(3).collect::<Vec<_>>().join(" "))
            .collect()
    };
    let mut all = BTreeSet::new();
    for ((name, vi), (_, en)) in articles("vi").iter().zip(&articles("en")) {
        assert_eq!(messages(vi), messages(en), "{name}");
        let headings = |text: &str| text.lines().filter(|line| line.starts_with("## ")).count();
        assert_eq!(headings(vi), headings(en), "{name}");
        let (vi, mut other) = (verbs(vi), verbs(en));
        if name == "ma-qr-va-bien" {
            other.iter_mut().for_each(|verb| *verb = verb.replace(" plates", ""));
        }
        assert_eq!(vi, other, "{name}");
    }
    for (_, text) in articles("vi") {
        all.extend(messages(&text));
    }
    assert!(all.len() > 15, "{all:?}");
    for digits in all {
        typed(&format!("vanbia explain VB0{digits}"), &project("")).ends(0);
    }
}

#[test]
fn the_entry_and_the_sound_that_the_handbook_shows_pass_the_check() {
    for lang in ["vi", "en"] {
        let site = Site::empty("handbook-entry");
        let article = |name: &str| text(&project(&format!("content/articles/{name}/{lang}.md")));
        let entry = article("viet-mot-muc");
        let entry = fenced(&entry, "yaml")
            .into_iter()
            .find(|block| block.starts_with("title:"))
            .unwrap()
            .to_string();
        let sound = article("anh-va-tieng");
        let spoken = fenced(&sound, "text")
            .into_iter()
            .find(|block| block.starts_with("WEBVTT"))
            .unwrap();
        site.write("content/relics/dinh-gieng-ngot/audio/vi.vtt", spoken);
        site.write_bytes(
            "content/relics/dinh-gieng-ngot/audio/vi.m4a",
            &std::fs::read(project("content/relics/chua-bo-da/audio/vi.m4a")).unwrap(),
        );
        let audio = fenced(&sound, "yaml")
            .into_iter()
            .find(|block| block.starts_with("audio:\n  vi:"))
            .unwrap();
        site.write("content/relics/dinh-gieng-ngot/entry.yaml", &format!("{entry}{audio}"));
        let done = site.vanbia(&["check", "--lang", "en"]).ends(0);
        let told: Vec<&str> = done.err.lines().filter(|line| line.contains(" VB0")).collect();
        // The picture alone is not there.
        assert!(told.len() == 1 && told[0].contains("VB0720"), "{lang}: {}", done.err);
    }
}

#[test]
fn the_message_that_is_shown_is_the_one_that_the_program_gives() {
    let site = Site::empty("handbook-message");
    site.write(
        "content/relics/den-ha/entry.yaml",
        "types: [historical]\nsummary: Một ngôi đền\ntitle: Đền Hạ: khu B\n",
    );
    for lang in ["vi", "en"] {
        let done = site.vanbia(&["check", "--lang", lang]).ends(1);
        let message = done
            .err
            .split("\n\n")
            .find(|message| message.contains("VB0204"))
            .unwrap()
            .trim();
        let shown = text(&project(&format!("content/articles/loi-thuong-gap/{lang}.md")));
        assert!(shown.contains(message), "{message}");
        if lang == "vi" {
            assert!(text(&project("README.md")).contains(message), "{message}");
        }
    }
}
