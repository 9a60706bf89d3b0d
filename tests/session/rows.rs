//! Short texts and the lock of translations: an edit costs its own rows, and the lock is that of a clean build.
//!
//! Entry point: the tests. Invariant: after each the lock has the same bytes as after a clean build; an edit of short texts
//! needs no look at the whole site.

use super::shared::read;
use super::*;

const YAML: &str = "content/relics/den-ha/entry.yaml";
const ROWS: &str = "content/translations.lock";
const LOCK: &str = "content/codes.lock";

fn values(trial: &Trial, vi: &str, en: &str) -> String {
    let facts = read(trial, YAML);
    let facts: Vec<&str> = facts.lines().filter(|line| !line.starts_with("values:")).collect();
    format!("{}\nvalues: {{ vi: {vi}, en: {en} }}\n", facts.join("\n"))
}

#[test]
fn edited_short_texts_change_their_own_row_and_no_other() {
    let mut trial = Trial::new("rows");
    trial.apply(&Changes::Everything, "at first");
    for (vi, en) in [
        ("Cũ", "Old"),
        ("Mới", "New"),
        ("Mới hơn", "New"),
        ("Mới nhất", "Newest"),
    ] {
        let before = read(&trial, ROWS);
        let text = values(&trial, vi, en);
        trial.edit(YAML, &text).unwrap();
        let now = read(&trial, ROWS);
        let others = |lock: &str| -> Vec<String> {
            let lines = lock
                .lines()
                .filter(|line| !line.starts_with("relics/den-ha/entry.yaml\t"));
            lines.map(str::to_string).collect()
        };
        assert_eq!(others(&before), others(&now), "{vi}");
        // A source alone that changed leaves the row as it was recorded.
        assert_eq!(before == now, vi == "Mới hơn", "{vi}: {now}");
    }
    let text = values(&trial, "Khác", "Other");
    trial.site.write(YAML, text);
    assert!(!is_looked_at_wholly(&mut trial, &named([YAML])));
}

#[test]
fn a_lock_that_was_sorted_otherwise_or_joined_is_put_in_order_with_what_it_says() {
    let mut trial = Trial::new("rows-merged");
    let first = values(&trial, "Cũ", "Old");
    trial.site.write(YAML, first);
    trial.apply(&Changes::Everything, "at first");
    let own = read(&trial, ROWS);
    // By hand, and as Git joins two branches: turned round, and each line twice.
    let turned: Vec<&str> = own.lines().rev().collect();
    let joined: Vec<&str> = own.lines().flat_map(|line| [line, line]).collect();
    // Without its first line, and with the ends of lines that Windows writes.
    let headless: Vec<&str> = own.lines().skip(1).collect();
    let windows = own.replace('\n', "\r\n");
    for (n, lock) in [
        turned.join("\n"),
        joined.join("\n") + "\n",
        headless.join("\n") + "\n",
        windows,
    ]
    .into_iter()
    .enumerate()
    {
        trial.site.write(ROWS, &lock);
        let clean = trial.site.build_well().translations;
        trial.apply(&named([ROWS]), &format!("lock {n}"));
        assert_eq!(read(&trial, ROWS), clean, "lock {n}");
        // Nobody was told yet, and a text is saved: what the lock says is not lost.
        trial.site.write(ROWS, &lock);
        let text = values(&trial, &format!("Mới {n}"), &format!("New {n}"));
        trial.site.write(YAML, text);
        let applied = trial.session.apply(&named([YAML]), &mut trial.disk, &());
        assert!(matches!(applied, Applied::Stopped), "lock {n}: {applied:?}");
        trial.apply(&named([ROWS]), &format!("lock {n} and a text"));
    }
}

#[test]
fn a_row_that_somebody_marked_as_stale_stays_so_beside_edits_of_other_texts() {
    let mut trial = Trial::new("rows-stale");
    let first = values(&trial, "Cũ", "Old");
    trial.site.write(YAML, first);
    trial.apply(&Changes::Everything, "at first");
    let stale = values(&trial, "Mới", "Old");
    let report = trial.edit(YAML, &stale).unwrap();
    assert!(report.found.iter().any(|found| found.code.number == 520), "stale");
    let summary = read(&trial, YAML)
        .replace("Một nơi ở làng", "Một chỗ ở làng")
        .replace("A place in the village", "A spot there");
    assert_ne!(summary, read(&trial, YAML));
    let report = trial.edit(YAML, &summary).unwrap();
    assert!(report.found.iter().any(|found| found.code.number == 520), "still");
}

/// A folder that no kind has any more was one all the same when a code has gone by it.
#[test]
fn an_entry_that_was_formerly_in_a_folder_of_no_kind_is_edited_without_a_look_at_the_whole_site() {
    let mut trial = Trial::new("rows-former");
    trial.apply(&Changes::Everything, "at first");
    let text = read(&trial, YAML) + "formerly: [shrines/den-ha]\n";
    trial.site.write(
        LOCK,
        read(&trial, LOCK).replace("\trelics/den-ha\t", "\tshrines/den-ha\t"),
    );
    trial.site.write(YAML, text);
    trial.apply(&named([LOCK, YAML]), "formerly").unwrap();
    assert!(read(&trial, LOCK).contains("shrines/den-ha"), "{}", read(&trial, LOCK));
    let text = values(&trial, "Một", "One");
    trial.edit(YAML, &text).unwrap();
    trial.edit("content/relics/den-ha/vi.md", "Lời khác.\n").unwrap();
    let text = values(&trial, "Hai", "Two");
    trial.site.write(YAML, text);
    assert!(!is_looked_at_wholly(&mut trial, &named([YAML])));
    // Without the code it never was one, and that is told although the entry has not changed since.
    let lock = read(&trial, LOCK);
    let rows: Vec<&str> = lock.lines().filter(|line| !line.contains("shrines/")).collect();
    trial.site.write(LOCK, rows.join("\n") + "\n");
    let applied = trial.session.apply(&named([LOCK]), &mut trial.disk, &());
    let Applied::Failed(found) = applied else {
        panic!("{applied:?}")
    };
    assert!(found.iter().any(|d| d.code.number == 392), "{found:?}");
}

/// Codes of other standards lie beside a page as `ma-….svg`; a chapter whose name begins so is none of them.
#[test]
fn a_chapter_about_codes_stays_when_a_short_text_of_its_book_is_edited() {
    let mut trial = Trial::new("rows-chapter");
    let book = "content/books/sach-nho/entry.yaml";
    trial.site.write(
        "content/books/sach-nho/chapters/03-ma-qr/vi.md",
        "# Mã QR\n\nTrang ba.\n",
    );
    trial.apply(&Changes::Everything, "at first");
    let text = read(&trial, book).replace("{ vi: Sách, en: Book }", "{ vi: Sách hay, en: A good book }");
    assert_ne!(text, read(&trial, book));
    trial.edit(book, &text).unwrap();
    assert!(trial.out.join("vi/sach/sach-nho/ma-qr/index.html").exists());
}
