//! The running server.
//!
//! Entry point: [`Server::start`]. Invariant: every connection has its own thread and is known, so that dropping the
//! server ends all of them and frees the port.

use std::collections::BTreeMap;
use std::net::{IpAddr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::connection::{self, MOST, MOST_LISTENERS, MOST_LISTENERS_OUTSIDE, MOST_OUTSIDE, Places};
use super::door::{Door, new_token};
use super::hub::Hub;
use super::wording::{self, client_words, say};
use super::{Note, Options, Pages, Trouble, listen};
use crate::diag::Speech;

/// Stack of a connection's thread: what is large lives on the heap.
const STACK: usize = 1 << 20;
/// Threads beyond all places: connections that are being told that there is none.
const MORE_THREADS: usize = 32;
/// How long dropping the server waits for its threads, in steps of [`STEP`].
const STEPS: usize = 100;
const STEP: Duration = Duration::from_millis(10);

/// What all connections share.
pub(super) struct Shared {
    pub(super) pages: Arc<dyn Pages>,
    pub(super) hub: Hub,
    pub(super) door: Door,
    pub(super) speech: Speech,
    pub(super) places: Places,
    pub(super) listeners: Places,
    /// The client with its sentences.
    pub(super) client: String,
    port: u16,
    is_stopping: AtomicBool,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    next: u64,
    streams: BTreeMap<u64, TcpStream>,
}

impl Shared {
    pub(super) fn is_stopping(&self) -> bool {
        self.is_stopping.load(Ordering::SeqCst)
    }

    /// Where a browser on this machine finds the site.
    pub(super) fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The preview server; dropping it ends it.
pub struct Server {
    shared: Arc<Shared>,
    lan: Option<IpAddr>,
    busy: Option<u16>,
    addresses: Vec<SocketAddr>,
    threads: Vec<JoinHandle<()>>,
}

impl Server {
    /// Opens the port and serves from now on.
    ///
    /// # Errors
    /// [`Trouble`] says which port could not be opened and why.
    pub fn start(options: &Options, pages: Arc<dyn Pages>) -> Result<Self, Trouble> {
        let token = match options.lan {
            true => Some(new_token().ok_or(Trouble::NoToken)?),
            false => None,
        };
        let listening = listen::open(options)?;
        let client = [include_str!("client/overlay.js"), include_str!("client/client.js")].concat();
        let shared = Arc::new(Shared {
            pages,
            hub: Hub::default(),
            door: Door::new(listening.port, token),
            speech: options.speech,
            places: Places::new(MOST, MOST_OUTSIDE),
            listeners: Places::new(MOST_LISTENERS, MOST_LISTENERS_OUTSIDE),
            client: client.replacen("/* WORDS */ {}", &client_words(options.speech), 1),
            port: listening.port,
            is_stopping: AtomicBool::new(false),
            open: Mutex::default(),
        });
        let mut server = Self {
            lan: options.lan.then(listen::lan_address).flatten(),
            busy: listening.busy,
            addresses: Vec::new(),
            threads: Vec::new(),
            shared,
        };
        for listener in listening.listeners {
            let refused = |error: std::io::Error| Trouble::PortRefused(listening.port, error.to_string());
            server.addresses.push(listener.local_addr().map_err(refused)?);
            let shared = Arc::clone(&server.shared);
            let accepting = thread::Builder::new().name("serve".to_string());
            server
                .threads
                .push(accepting.spawn(move || accept(&shared, &listener)).map_err(refused)?);
        }
        Ok(server)
    }

    /// Tells the browsers what has changed.
    pub fn tell(&self, note: Note) {
        self.shared.hub.tell(note);
    }

    /// Where a browser on this machine finds the site, such as `http://127.0.0.1:4321/`.
    pub fn url(&self) -> String {
        self.shared.url()
    }

    /// Where another device of the network finds it, such as `http://192.168.1.5:4321/~TOKEN/`; none without `lan`, or
    /// while this machine is in no network.
    pub fn lan_url(&self) -> Option<String> {
        let token = self.shared.door.token()?;
        self.lan.map(|ip| format!("http://{ip}:{}/~{token}/", self.shared.port))
    }

    /// The sentence to tell if the usual port was taken and another one is used.
    pub fn moved(&self) -> Option<String> {
        let values = [("busy", self.busy?.to_string()), ("port", self.shared.port.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        Some(say(self.shared.speech, wording::PORT_MOVED, &values))
    }

    /// Output paths of the pages that browsers have open now, to be rendered first.
    pub fn viewed(&self) -> Vec<String> {
        self.shared.hub.viewed()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.is_stopping.store(true, Ordering::SeqCst);
        self.shared.hub.close();
        for address in &self.addresses {
            // Wakes the listener, which then sees that it is over.
            let ip = match address.ip() {
                IpAddr::V4(ip) if ip.is_unspecified() => IpAddr::from([127, 0, 0, 1]),
                ip => ip,
            };
            let _ = TcpStream::connect_timeout(&SocketAddr::new(ip, address.port()), Duration::from_secs(1));
        }
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
        for stream in self.shared.open().streams.values() {
            let _ = stream.shutdown(Shutdown::Both);
        }
        for _ in 0..STEPS {
            if self.shared.open().streams.is_empty() {
                return;
            }
            thread::sleep(STEP);
        }
    }
}

/// Takes connections in until the server ends.
fn accept(shared: &Arc<Shared>, listener: &TcpListener) {
    for stream in listener.incoming() {
        if shared.is_stopping() {
            return;
        }
        let Ok(stream) = stream else {
            // Out of file handles, most likely: wait for connections to end.
            thread::sleep(STEP);
            continue;
        };
        let Some(id) = enter(shared, &stream) else {
            continue;
        };
        let own = Arc::clone(shared);
        let serving = thread::Builder::new().name("serve".to_string()).stack_size(STACK);
        let spawned = serving.spawn(move || {
            let _leaving = Leaving { shared: &own, id };
            connection::serve(&own, stream);
        });
        if spawned.is_err() {
            shared.open().streams.remove(&id);
        }
    }
}

/// Remembers a connection; none if there are so many that this one is closed without a word.
fn enter(shared: &Shared, stream: &TcpStream) -> Option<u64> {
    let copy = stream.try_clone().ok()?;
    let mut open = shared.open();
    if open.streams.len() >= MOST + MOST_LISTENERS + MORE_THREADS {
        return None;
    }
    open.next += 1;
    let id = open.next;
    open.streams.insert(id, copy);
    Some(id)
}

/// Forgets a connection when its thread ends, however it ends.
struct Leaving<'a> {
    shared: &'a Shared,
    id: u64,
}

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        // Also closes it: the copy would keep it open.
        self.shared.open().streams.remove(&self.id);
    }
}
