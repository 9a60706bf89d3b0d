//! W15: ports that others hold, and two tabs that hear of changes and find the server again.
//!
//! Entry point: [`Listener`]. Invariant: what a browser does with the notes is tried in a browser (`tests/serve`).

use super::site::Site;
use super::watching::{How, PAGE, SOON, TEXT, Watching};
use serde_json::Value;
use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{TcpListener, TcpStream};

/// One tab: a stream of server-sent events.
pub(crate) struct Listener {
    lines: BufReader<TcpStream>,
    hello: Value,
}

impl Listener {
    #[track_caller]
    pub(crate) fn new(watching: &Watching, pages: &[&str]) -> Self {
        let mut stream = watching.connect();
        let query: Vec<String> = pages.iter().map(|page| format!("page={page}")).collect();
        let port = watching.port;
        let head = format!(
            "GET /_events?{} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n",
            query.join("&")
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut listener = Self {
            lines: BufReader::new(stream),
            hello: Value::Null,
        };
        let (name, hello) = listener.next().unwrap();
        assert_eq!(name, "hello");
        listener.hello = hello;
        listener
    }

    /// The next event; none when the server has gone.
    fn next(&mut self) -> Option<(String, Value)> {
        let mut name = String::new();
        loop {
            let mut line = String::new();
            match self.lines.read_line(&mut line) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::ConnectionReset => return None,
                Err(error) => panic!("no event: {error}"),
            }
            if let Some(event) = line.strip_prefix("event: ") {
                name = event.trim().to_string();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return Some((name, serde_json::from_str(data).unwrap()));
            }
        }
    }

    /// Waits for an event of this name.
    #[track_caller]
    fn hears(&mut self, name: &str) -> Value {
        loop {
            let (heard, data) = self.next().expect("the server stays");
            if heard == name {
                return data;
            }
        }
    }

    /// What was found when the tab was opened.
    pub(crate) fn findings(&self) -> Vec<Value> {
        self.hello["findings"].as_array().cloned().unwrap_or_default()
    }

    pub(crate) fn errors(&self) -> Vec<Value> {
        let mut found = self.findings();
        found.retain(|finding| finding["severity"] == "error");
        found
    }

    fn version(&self) -> String {
        self.hello["versions"][PAGE].as_str().unwrap_or_default().to_string()
    }
}

#[test]
fn w15_two_tabs_hear_of_changes_and_mistakes_and_find_the_server_again() {
    let site = Site::tiny("tabs");
    let watching = Watching::start(&site);
    watching.settles();
    let mut tabs = [
        Listener::new(&watching, &[PAGE]),
        Listener::new(&watching, &[PAGE, "en/index.html"]),
    ];
    let first = tabs[0].version();
    assert!(!first.is_empty() && first == tabs[1].version());
    site.write(TEXT, "Hai cửa sổ.\n");
    for tab in &mut tabs {
        let data = tab.hears("content");
        assert!(data.to_string().contains(PAGE), "{data}");
    }
    assert!(watching.page(PAGE).contains("Hai cửa sổ"), "what is told is served");
    // A mistake, and its end.
    site.write(TEXT, "Xem [đây](relics/khong-co).\n");
    for tab in &mut tabs {
        while !tab.hears("findings").to_string().contains("khong-co") {}
    }
    site.write(TEXT, "Đã sửa.\n");
    for tab in &mut tabs {
        while tab.hears("findings").to_string().contains("khong-co") {}
    }
    // The command ends, the streams with it; the tabs come back to the same address.
    let port = watching.port.to_string();
    watching.signal("INT");
    for tab in &mut tabs {
        while tab.next().is_some() {}
    }
    assert_eq!(watching.ends(), Some(130));
    site.write(TEXT, "Viết khi không ai xem.\n");
    let how = How {
        args: &["--port", &port],
        ..How::default()
    };
    let watching = Watching::start_as(&site, &how);
    let mut tabs = [Listener::new(&watching, &[PAGE]), Listener::new(&watching, &[PAGE])];
    assert_ne!(
        tabs[0].version(),
        first,
        "a tab that was away learns that its page is another"
    );
    watching.shows(PAGE, "Viết khi không ai xem");
    site.write(TEXT, "Lại có người xem.\n");
    for tab in &mut tabs {
        assert!(tab.hears("content").to_string().contains(PAGE));
    }
    watching.settles();
}

#[test]
fn w15_an_open_page_of_the_search_hears_of_a_new_index_and_of_nothing_else() {
    let site = Site::tiny("search");
    let watching = Watching::start(&site);
    watching.settles();
    let mut tab = Listener::new(&watching, &["vi/tim/index.html"]);
    // A text is not in the index; a title is.
    site.write(TEXT, "Chỉ là lời.\n");
    watching.shows(PAGE, "Chỉ là lời");
    watching.settles();
    let yaml = "content/relics/den-ha/entry.yaml";
    let text = site.read(yaml);
    assert!(text.contains("Đền Hạ"), "{text}");
    let mut heard = Vec::new();
    for (n, title) in ["Đền Hạ Mới", "Bến Nước"].into_iter().enumerate() {
        let mark = watching.mark();
        site.write(yaml, &text.replace("Đền Hạ", title));
        while heard.iter().filter(|name| *name == "search").count() <= n {
            let (name, _) = tab.next().expect("the server stays");
            heard.push(name);
        }
        assert!(
            watching.page("search/vi.js").contains(title),
            "what is told is served: {}",
            watching.said_since(mark)
        );
    }
    watching.settles();
    // Once for each title, not for the text, and not twice.
    site.write(TEXT, "Xem [đây](relics/khong-co).\n");
    while !heard.last().is_some_and(|said| said.contains("khong-co")) {
        let (name, data) = tab.next().expect("the server stays");
        heard.push(format!("{name} {data}"));
    }
    let told = heard.iter().filter(|said| said.starts_with("search"));
    assert_eq!(told.count(), 2, "{heard:?}");
}

#[test]
fn w15_a_port_that_is_held_is_passed_over_or_named() {
    let site = Site::tiny("ports");
    // Asked for: an error that names it.
    let held = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = held.local_addr().unwrap().port();
    let run = site.vanbia(&["watch", "--lang", "en", "--port", &port.to_string()]);
    run.ends(3).says(&[&format!("Port {port}"), "--port"]);
    // Not asked for: the next one that is free. Somebody else may hold the usual one already.
    let usual = TcpListener::bind(("127.0.0.1", 4321));
    let mut command = site.command(&["watch", "--lang", "en"]);
    let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let (send, receive) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        lines
            .by_ref()
            .map_while(Result::ok)
            .for_each(|line| drop(send.send(line)))
    });
    let mut said = String::new();
    while let Ok(line) = receive.recv_timeout(SOON) {
        said += &format!("{line}\n");
        if line.contains("Press Ctrl-C to stop") {
            break;
        }
    }
    let _ = child.kill();
    let _ = child.wait();
    drop(usual);
    assert!(said.contains("http://127.0.0.1:43") && said.contains("4321"), "{said}");
    assert!(!said.contains("http://127.0.0.1:4321/"), "{said}");
}
