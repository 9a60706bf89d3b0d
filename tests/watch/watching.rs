//! A running `vanbia watch`: what it says, what it serves, and what a clean build makes of the same content.
//!
//! Entry point: [`Watching::start`], [`Watching::settles`]. Invariant: the program ends with its value.

use super::site::{Files, Site, TODAY, binary, difference, folder, read_all, run};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long a change may take to arrive when nothing makes it slow. The machine may be busy with other tests.
pub(crate) const SOON: Duration = Duration::from_secs(20);
/// Silence after which no more is expected of a change.
pub(crate) const QUIET: Duration = Duration::from_millis(700);
/// Where the page of `relics/den-ha` lies.
pub(crate) const PAGE: &str = "vi/di-tich/den-ha/index.html";
/// Its text.
pub(crate) const TEXT: &str = "content/relics/den-ha/vi.md";

/// True in the longer run: more of the same.
pub(crate) fn is_long() -> bool {
    std::env::var_os("VANBIA_TEST_LONG").is_some()
}

/// Waits until something holds; false when it does not in time.
pub(crate) fn until(limit: Duration, mut holds: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + limit;
    loop {
        if holds() {
            return true;
        }
        if Instant::now() > end {
            return false;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// How to start.
#[derive(Default)]
pub(crate) struct How<'a> {
    pub(crate) args: &'a [&'a str],
    /// For `VANBIA_TEST_EVENTS`.
    pub(crate) events: &'a str,
    /// For `--out`, relative to the site; `output` unless given.
    pub(crate) out: &'a str,
}

/// A running watch.
pub(crate) struct Watching {
    child: Child,
    said: Arc<Mutex<String>>,
    root: PathBuf,
    out: PathBuf,
    pub(crate) port: u16,
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Watching {
    /// Watches a site; returns when its pages are served.
    #[track_caller]
    pub(crate) fn start(site: &Site) -> Self {
        Self::start_as(site, &How::default())
    }

    #[track_caller]
    pub(crate) fn start_as(site: &Site, how: &How<'_>) -> Self {
        let out = if how.out.is_empty() { "output" } else { how.out };
        let out = site.root.join(out);
        let mut command = site.command(&["watch", "--lang", "en", "--today", TODAY]);
        command
            .arg("--out")
            .arg(&out)
            .args(how.args)
            .env_remove("VANBIA_TEST_EVENTS");
        if !how.args.contains(&"--port") {
            command.args(["--port", "0"]);
        }
        if !how.events.is_empty() {
            command.env("VANBIA_TEST_EVENTS", how.events);
        }
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let said = Arc::new(Mutex::new(String::new()));
        let (mut lines, into) = (BufReader::new(child.stderr.take().unwrap()), Arc::clone(&said));
        std::thread::spawn(move || {
            let mut line = Vec::new();
            while lines.read_until(b'\n', &mut line).is_ok_and(|count| count > 0) {
                into.lock().unwrap().push_str(&String::from_utf8_lossy(&line));
                line.clear();
            }
        });
        let mut watching = Self {
            child,
            said,
            root: site.root.clone(),
            out,
            port: 0,
        };
        let served = until(Duration::from_secs(60), || {
            watching.said().contains("Press Ctrl-C to stop")
        });
        assert!(served, "nothing is served:\n{}", watching.said());
        let said = watching.said();
        let (_, rest) = said.split_once("http://127.0.0.1:").unwrap();
        watching.port = rest.split('/').next().unwrap().parse().unwrap();
        watching
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Everything on stderr up to now.
    pub(crate) fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// How much has been said up to now, for [`Self::said_since`].
    pub(crate) fn mark(&self) -> usize {
        self.said.lock().unwrap().len()
    }

    pub(crate) fn said_since(&self, mark: usize) -> String {
        self.said()[mark..].to_string()
    }

    /// The blocks about changes since then.
    pub(crate) fn blocks_since(&self, mark: usize) -> Vec<String> {
        let said = self.said_since(mark);
        said.lines()
            .filter(|l| l.starts_with('✓'))
            .map(str::to_string)
            .collect()
    }

    /// Waits until this is said.
    #[track_caller]
    pub(crate) fn says_since(&self, mark: usize, words: &str) {
        let heard = until(SOON, || self.said_since(mark).contains(words));
        assert!(heard, "«{words}» is not in:\n{}", self.said_since(mark));
    }

    /// A file of the site as it is served; none when there is no such file.
    pub(crate) fn get(&self, path: &str) -> Option<Vec<u8>> {
        let answer = self.ask(path);
        let text = String::from_utf8_lossy(&answer[..answer.len().min(20)]).into_owned();
        let body = answer.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
        match text.split(' ').nth(1) {
            Some("200") => Some(answer[body..].to_vec()),
            Some("404") => None,
            _ => panic!("{path}: {}", String::from_utf8_lossy(&answer)),
        }
    }

    /// The whole answer to a request, with its head.
    pub(crate) fn ask(&self, path: &str) -> Vec<u8> {
        let mut stream = self.connect();
        let head = format!(
            "GET /{path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        );
        stream.write_all(head.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        answer
    }

    /// A connection that does not wait for ever.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream.set_read_timeout(Some(SOON)).unwrap();
        stream
    }

    /// A page as it is served; empty when there is none.
    pub(crate) fn page(&self, path: &str) -> String {
        self.get(path)
            .map_or(String::new(), |body| String::from_utf8(body).unwrap())
    }

    /// Waits until a page has this.
    #[track_caller]
    pub(crate) fn shows(&self, path: &str, words: &str) {
        self.shows_within(SOON, path, words);
    }

    #[track_caller]
    pub(crate) fn shows_within(&self, limit: Duration, path: &str, words: &str) {
        let shown = until(limit, || self.page(path).contains(words));
        assert!(shown, "{path} has no «{words}»; said:\n{}", self.said());
    }

    /// Waits until a path is not served any more.
    #[track_caller]
    pub(crate) fn loses(&self, path: &str) {
        let lost = until(SOON, || self.get(path).is_none());
        assert!(lost, "{path} is still served; said:\n{}", self.said());
    }

    /// The visible files of the output folder.
    pub(crate) fn output(&self) -> Files {
        read_out(&self.out)
    }

    /// Waits until the output is that of a clean build of the same content.
    #[track_caller]
    pub(crate) fn settles(&self) {
        self.settles_within(SOON);
    }

    #[track_caller]
    pub(crate) fn settles_within(&self, limit: Duration) {
        let mut differs = String::new();
        // A file that is written meanwhile gives a clean build of something that never was; the next try counts.
        let equal = until(limit, || match self.clean() {
            Ok(clean) => {
                differs = difference(&clean, &self.output());
                differs.is_empty()
            }
            Err(said) => {
                differs = said;
                false
            }
        });
        assert!(
            equal,
            "clean build on the left:\n{differs}\nwatch said:\n{}",
            self.said()
        );
    }

    /// A clean build of a copy of the site; or what stopped it.
    pub(crate) fn clean(&self) -> Result<Files, String> {
        let copy = folder("clean");
        for part in ["content", "themes"] {
            if copy_all(&self.root.join(part), &copy.join(part)).is_none() {
                let _ = std::fs::remove_dir_all(&copy);
                return Err(format!("{part} changes while it is copied"));
            }
        }
        let mut command = Command::new(binary());
        command.args(["build", "--lang", "en", "--no-cache", "--today", TODAY, "--root"]);
        let done = run(command.arg(&copy).env("SOURCE_DATE_EPOCH", "1795219200"));
        let files = match done.code {
            Some(0) => Ok(read_out(&copy.join("output"))),
            _ => Err(done.err),
        };
        let _ = std::fs::remove_dir_all(&copy);
        files
    }

    /// Waits until the output is right, then until nothing follows; returns the blocks since `mark`.
    #[track_caller]
    pub(crate) fn rests(&self, mark: usize) -> Vec<String> {
        self.settles();
        let mut said = self.mark();
        let mut since = Instant::now();
        until(SOON, || {
            let now = self.mark();
            if now != said {
                (said, since) = (now, Instant::now());
            }
            since.elapsed() > QUIET
        });
        self.settles();
        self.blocks_since(mark)
    }

    /// Sends a signal by name.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap();
        assert!(sent.success());
    }

    /// The exit code, when it ends in time.
    #[track_caller]
    pub(crate) fn ends(mut self) -> Option<i32> {
        let mut code = None;
        let ended = until(SOON, || match self.child.try_wait().unwrap() {
            Some(status) => {
                code = status.code();
                true
            }
            None => false,
        });
        assert!(ended, "it does not end; said:\n{}", self.said());
        code
    }
}

fn read_out(out: &Path) -> Files {
    // Files may go while they are read: then this is not the end, and another look follows.
    let mut files = Files::new();
    for file in walkdir::WalkDir::new(out).into_iter().flatten() {
        let path = file
            .path()
            .strip_prefix(out)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        if file.file_type().is_file()
            && !path.starts_with(".vanbia/")
            && let Ok(bytes) = std::fs::read(file.path())
        {
            files.insert(path, bytes);
        }
    }
    files
}

/// Copies what is there; none when it goes meanwhile.
fn copy_all(from: &Path, to: &Path) -> Option<()> {
    if !from.exists() {
        return Some(());
    }
    for item in walkdir::WalkDir::new(from) {
        let item = item.ok()?;
        let place = to.join(item.path().strip_prefix(from).ok()?);
        if item.file_type().is_dir() {
            std::fs::create_dir_all(place).ok()?;
        } else if item.file_type().is_file() {
            std::fs::copy(item.path(), place).ok()?;
        }
    }
    Some(())
}

/// Numbers that are the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// Reads all files below a folder of a site, for putting them back.
pub(crate) fn keep(site: &Site, path: &str) -> Vec<(String, Vec<u8>)> {
    let files = read_all(&site.root.join(path)).into_iter();
    files.map(|(name, bytes)| (format!("{path}/{name}"), bytes)).collect()
}
