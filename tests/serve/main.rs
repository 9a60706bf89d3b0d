//! The preview's client in a real browser: a site in memory is changed while Chromium shows it.
//!
//! Entry point: `browser.mjs`, which this test starts; it holds the cases, and asks here for changes by lines of JSON.
//! Invariant: the site exists only in memory, and every question is answered by one line.
#![allow(missing_docs, clippy::unwrap_used, reason = "a test")]
#![allow(
    clippy::disallowed_methods,
    reason = "the test looks whether its program is installed"
)]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use vanbia::diag::Speech;
use vanbia::serve::{Change, Finding, Note, Options, Pages, Preview, Resource, Server};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/serve");

#[derive(Default)]
struct Site {
    files: Mutex<BTreeMap<String, Arc<[u8]>>>,
    previews: Mutex<BTreeMap<String, Preview>>,
}

impl Pages for Site {
    fn resource(&self, path: &str) -> Option<Resource> {
        self.files.lock().unwrap().get(path).cloned().map(Resource::Bytes)
    }

    fn preview(&self, key: &str) -> Option<Preview> {
        self.previews.lock().unwrap().get(key).cloned()
    }

    fn keys(&self) -> Vec<(String, String)> {
        let previews = self.previews.lock().unwrap();
        previews.values().map(|p| (p.key.clone(), p.title.clone())).collect()
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}

fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(text).collect()
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    let pair = |v: &Value| (text(&v[0]), text(&v[1]));
    value.as_array().into_iter().flatten().map(pair).collect()
}

fn findings(value: &Value) -> Vec<Finding> {
    let number = |v: &Value| u32::try_from(v.as_u64().unwrap_or(0)).unwrap();
    let finding = |v: &Value| Finding {
        code: text(&v["code"]),
        severity: if v["severity"] == "error" { "error" } else { "warning" },
        file: text(&v["file"]),
        line: number(&v["line"]),
        column: number(&v["column"]),
        message: text(&v["message"]),
        snippet: text(&v["snippet"]),
        help: text(&v["help"]),
    };
    value.as_array().into_iter().flatten().map(finding).collect()
}

/// Does what one line asks for.
fn act(site: &Arc<Site>, server: &mut Option<Server>, ask: &Value) -> Value {
    let mut files = site.files.lock().unwrap();
    let tell = |note| server.as_ref().unwrap().tell(note);
    let changed = |kind| {
        tell(Note::Changed {
            paths: texts(&ask["paths"]),
            kind,
        });
    };
    match text(&ask["do"]).as_str() {
        "put" => {
            files.insert(text(&ask["path"]), text(&ask["text"]).as_bytes().into());
        }
        "bytes" => {
            let bytes = ask["bytes"].as_array().unwrap().iter();
            let bytes: Arc<[u8]> = bytes.map(|b| u8::try_from(b.as_u64().unwrap()).unwrap()).collect();
            files.insert(text(&ask["path"]), bytes);
        }
        "remove" => {
            files.remove(&text(&ask["path"]));
        }
        "preview" => {
            let preview = Preview {
                key: text(&ask["key"]),
                title: text(&ask["title"]),
                pages: pairs(&ask["pages"]),
                codes: pairs(&ask["codes"]),
                plate: None,
                findings: findings(&ask["findings"]),
                lacking: texts(&ask["lacking"]),
            };
            site.previews.lock().unwrap().insert(preview.key.clone(), preview);
        }
        "content" => changed(Change::Content),
        "style" => changed(Change::Style(pairs(&ask["swaps"]))),
        "reload" => changed(Change::Reload),
        "findings" => tell(Note::Findings(findings(&ask["findings"]))),
        "viewed" => return json!(server.as_ref().unwrap().viewed()),
        "start" => {
            drop(files);
            let options = Options {
                port: Some(u16::try_from(ask["port"].as_u64().unwrap_or(0)).unwrap()),
                lan: ask["lan"] == true,
                speech: if ask["lang"] == "en" { Speech::En } else { Speech::Vi },
            };
            let started = Server::start(&options, Arc::clone(site) as Arc<dyn Pages>);
            let started = started.map_err(|t| t.message(Speech::En)).unwrap();
            let urls = json!({ "url": started.url(), "lan": started.lan_url() });
            *server = Some(started);
            return urls;
        }
        "stop" => {
            drop(files);
            *server = None;
        }
        other => panic!("{other}"),
    }
    Value::Null
}

#[test]
fn the_client_follows_changes_in_chromium() {
    let installed = format!("{FOLDER}/node_modules/playwright-core/package.json");
    assert!(
        Path::new(&installed).exists(),
        "run tests/run, it installs what drives the browser"
    );
    let mut node = Command::new("node")
        .arg(format!("{FOLDER}/browser.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node runs the cases");
    let mut replies = node.stdin.take().unwrap();
    let site = Arc::new(Site::default());
    let mut server = None;
    for line in BufReader::new(node.stdout.take().unwrap()).lines() {
        let ask: Value = serde_json::from_str(&line.unwrap()).unwrap();
        let reply = act(&site, &mut server, &ask);
        writeln!(replies, "{reply}").unwrap();
    }
    assert!(node.wait().unwrap().success(), "the cases that failed are named above");
}
