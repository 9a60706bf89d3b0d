//! Streams of events: what open pages are told, and how streams end.

use super::*;
use crate::serve::{Change, Note};
use std::io::{BufRead, BufReader};
use std::time::Instant;

/// An open stream of events.
struct Stream(BufReader<TcpStream>);

impl Stream {
    fn open(stand: &Stand, query: &str) -> Self {
        let mut stream = stand.connect();
        let ask = format!(
            "GET /_events?{query} HTTP/1.1\r\nHost: localhost:{}\r\n\r\n",
            stand.port
        );
        stream.write_all(ask.as_bytes()).unwrap();
        let mut stream = Self(BufReader::new(stream));
        while !stream.line().is_empty() {}
        assert_eq!(stream.line(), "retry: 500");
        assert_eq!(stream.line(), "");
        stream
    }

    fn line(&mut self) -> String {
        let mut line = String::new();
        self.0.read_line(&mut line).unwrap();
        line.trim_end().to_string()
    }

    /// Name and data of the next event.
    fn next(&mut self) -> (String, serde_json::Value) {
        let name = self.line().replace("event: ", "");
        let data = self.line().replace("data: ", "");
        assert_eq!(self.line(), "");
        (name, serde_json::from_str(&data).unwrap())
    }
}

fn content(paths: &[&str]) -> Note {
    Note::Changed {
        paths: paths.iter().map(ToString::to_string).collect(),
        kind: Change::Content,
    }
}

fn wait(what: &str, done: impl Fn() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(10);
    while !done() {
        assert!(Instant::now() < deadline, "{what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_stream_begins_with_how_things_stand_and_tells_what_changes() {
    let stand = stand();
    let finding = Finding {
        code: "VB0204".into(),
        severity: "error",
        message: "sai".into(),
        ..Finding::default()
    };
    stand.server.tell(Note::Findings(vec![finding]));
    let mut stream = Stream::open(&stand, "page=vi%2Fdi-tich%2Fx%2Findex.html&page=nowhere.html");
    let (name, hello) = stream.next();
    assert_eq!(name, "hello");
    assert_eq!(hello["findings"][0]["code"], "VB0204");
    assert_eq!(hello["versions"]["nowhere.html"], "");
    let version = hello["versions"]["vi/di-tich/x/index.html"].as_str().unwrap();
    assert!(
        stand
            .get("/vi/di-tich/x/")
            .body
            .contains(&format!("data-version=\"{version}\""))
    );
    assert_eq!(stand.server.viewed(), ["nowhere.html", "vi/di-tich/x/index.html"]);

    stand.server.tell(content(&["other/index.html"]));
    stand
        .server
        .tell(content(&["vi/di-tich/x/index.html", "vi/di-tich/x/qr.svg"]));
    let (name, data) = stream.next();
    assert_eq!(
        (name.as_str(), &data["pages"][0]),
        ("content", &"vi/di-tich/x/index.html".into())
    );
    let (name, data) = stream.next();
    assert_eq!(
        (name.as_str(), &data["paths"][0]),
        ("media", &"vi/di-tich/x/qr.svg".into())
    );
    // More than can be named are any.
    let many: Vec<String> = (0..60).map(|n| format!("media/{n}.webp")).collect();
    stand
        .server
        .tell(content(&many.iter().map(String::as_str).collect::<Vec<_>>()));
    let (name, data) = stream.next();
    assert_eq!((name.as_str(), data["paths"].is_null()), ("media", true));
    let style = Change::Style(vec![("assets/a.1.css".into(), "assets/a.2.css".into())]);
    stand.server.tell(Note::Changed {
        paths: Vec::new(),
        kind: style,
    });
    let (name, data) = stream.next();
    assert_eq!(
        (name.as_str(), &data["swaps"][0][1]),
        ("style", &"assets/a.2.css".into())
    );
    stand.server.tell(Note::Findings(Vec::new()));
    assert_eq!(stream.next(), ("findings".to_string(), serde_json::json!([])));
    stand.server.tell(Note::Changed {
        paths: Vec::new(),
        kind: Change::Reload,
    });
    assert_eq!(stream.next(), ("reload".to_string(), serde_json::json!({})));
}

#[test]
fn a_page_that_is_closed_is_soon_not_viewed() {
    let stand = stand();
    let mut stream = Stream::open(&stand, "page=index.html");
    stream.next();
    assert_eq!(stand.server.viewed(), ["index.html"]);
    drop(stream);
    wait("still viewed", || stand.server.viewed().is_empty());
}

#[test]
fn open_streams_keep_nobody_from_loading_and_are_limited() {
    let stand = stand();
    let mut streams: Vec<Stream> = (0..32).map(|_| Stream::open(&stand, "page=index.html")).collect();
    for stream in &mut streams {
        assert_eq!(stream.next().0, "hello");
    }
    assert_eq!(stand.get("/").status, 200);
    assert_eq!(stand.get("/_events?page=index.html").status, 503);
    drop(streams);
    wait("streams stay", || stand.server.viewed().is_empty());
}

#[test]
fn dropping_the_server_ends_streams_and_frees_the_port() {
    let stand = stand();
    let mut stream = Stream::open(&stand, "page=index.html");
    stream.next();
    let mut idle = stand.connect();
    let began = Instant::now();
    drop(stand.server);
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    assert_eq!(stream.line(), "");
    assert_eq!(idle.read(&mut [0]).unwrap_or(0), 0);
    let options = Options {
        port: Some(stand.port),
        ..Options::default()
    };
    let again = Server::start(&options, stand.pages).map_err(|t| t.message(options.speech));
    assert_eq!(again.unwrap().url(), format!("http://127.0.0.1:{}/", stand.port));
}

#[test]
fn a_listener_that_reads_nothing_does_not_hold_up_the_session() {
    let stand = stand();
    let _deaf = Stream::open(&stand, "page=index.html");
    let long = Finding {
        code: "VB0204".into(),
        severity: "error",
        message: "x".repeat(100_000),
        ..Finding::default()
    };
    let began = Instant::now();
    for _ in 0..200 {
        stand.server.tell(Note::Findings(vec![long.clone()]));
    }
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    assert_eq!(stand.get("/").status, 200);
}
