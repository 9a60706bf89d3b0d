//! The server over real sockets, with a site in memory behind it.

mod attacks;
mod http;
mod live;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::{Finding, Options, Pages, Preview, Resource, Server};

/// A site in memory.
#[derive(Default)]
pub(super) struct Fake {
    files: Mutex<BTreeMap<String, Resource>>,
    is_busy: AtomicBool,
}

impl Fake {
    pub(super) fn put(&self, path: &str, text: &str) {
        let bytes = Resource::Bytes(text.as_bytes().into());
        self.files.lock().unwrap().insert(path.to_string(), bytes);
    }

    pub(super) fn set_busy(&self, is_busy: bool) {
        self.is_busy.store(is_busy, Ordering::SeqCst);
    }

    pub(super) fn put_file(&self, path: &str, file: PathBuf) {
        self.files
            .lock()
            .unwrap()
            .insert(path.to_string(), Resource::File(file));
    }
}

impl Pages for Fake {
    fn resource(&self, path: &str) -> Option<Resource> {
        self.files.lock().unwrap().get(path).cloned()
    }

    fn is_free(&self) -> bool {
        !self.is_busy.load(Ordering::SeqCst)
    }

    fn preview(&self, key: &str) -> Option<Preview> {
        (key == "relics/x").then(|| Preview {
            key: key.to_string(),
            title: "Đền <X> & Y".to_string(),
            pages: vec![
                ("vi".into(), "vi/di-tich/x/".into()),
                ("en".into(), "en/relics/x/".into()),
            ],
            codes: vec![("735190".into(), "735190/qr.svg".into())],
            plate: Some("<svg xmlns=\"http://www.w3.org/2000/svg\"><title>100 % «#»</title></svg>".into()),
            findings: vec![Finding {
                code: "VB0204".into(),
                severity: "error",
                file: "content/relics/x/<img onerror=alert(1)>.yaml".into(),
                line: 3,
                column: 14,
                message: "\"dấu\" <b>hai chấm</b>".into(),
                snippet: "title: </pre><script>alert(1)</script>".into(),
                help: "đặt trong 'ngoặc kép'".into(),
            }],
            lacking: vec!["Ảnh".into()],
        })
    }

    fn keys(&self) -> Vec<(String, String)> {
        vec![("relics/x".into(), "Đền <X>".into()), ("relics/y".into(), "Y".into())]
    }
}

/// A running server and its site.
pub(super) struct Stand {
    pub(super) pages: Arc<Fake>,
    pub(super) server: Server,
    pub(super) port: u16,
}

/// A small site.
pub(super) fn stand() -> Stand {
    stand_with(false)
}

pub(super) fn stand_with(lan: bool) -> Stand {
    let pages = Arc::new(Fake::default());
    pages.put("index.html", "<html><body>choose</body></html>");
    pages.put(
        "vi/di-tich/x/index.html",
        "<html><head></head><body><p>Đền X</p></body></html>",
    );
    pages.put("vi/đền.pdf", "%PDF-");
    pages.put("assets/app.1f.css", "p { color: red }");
    pages.put("audio/vi.m4a", "0123456789");
    pages.put("735190/qr.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    pages.put(
        "404.html",
        "<html data-root=\"https://disan.vn/\"><body><a href=\"https://disan.vn/vi/\">nhà</a></body></html>",
    );
    let options = Options {
        port: Some(0),
        lan,
        ..Options::default()
    };
    let server = Server::start(&options, pages.clone())
        .map_err(|t| t.message(options.speech))
        .unwrap();
    let url = server.url();
    let port = url.trim_end_matches('/').rsplit(':').next().unwrap().parse().unwrap();
    Stand { pages, server, port }
}

/// An answer, taken apart.
#[derive(Debug)]
pub(super) struct Got {
    pub(super) status: u16,
    head: String,
    pub(super) body: String,
}

impl Got {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(n, _)| n.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }
}

impl Stand {
    pub(super) fn connect(&self) -> TcpStream {
        self.connect_to(SocketAddr::from(([127, 0, 0, 1], self.port)))
    }

    pub(super) fn connect_to(&self, address: SocketAddr) -> TcpStream {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Sends these bytes and reads one answer.
    pub(super) fn raw(&self, bytes: &str) -> Got {
        let mut stream = self.connect();
        stream.write_all(bytes.as_bytes()).unwrap();
        read(&mut stream, bytes.starts_with("HEAD"))
    }

    /// Asks with the right host and these further headers.
    pub(super) fn ask(&self, method: &str, target: &str, headers: &str) -> Got {
        let port = self.port;
        self.raw(&format!(
            "{method} {target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{headers}\r\n"
        ))
    }

    pub(super) fn get(&self, target: &str) -> Got {
        self.ask("GET", target, "")
    }
}

/// Reads one answer.
pub(super) fn read(stream: &mut TcpStream, is_head: bool) -> Got {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") {
        assert_eq!(
            stream.read(&mut byte).unwrap(),
            1,
            "ended in the head: {:?}",
            String::from_utf8_lossy(&bytes)
        );
        bytes.push(byte[0]);
    }
    let head = String::from_utf8(bytes).unwrap();
    let mut got = Got {
        status: head.split(' ').nth(1).unwrap().parse().unwrap(),
        head,
        body: String::new(),
    };
    let length: usize = got.header("Content-Length").map_or(0, |n| n.parse().unwrap());
    if !is_head {
        let mut body = vec![0; length];
        stream.read_exact(&mut body).unwrap();
        got.body = String::from_utf8(body).unwrap();
    }
    got
}
