//! Servers on this computer that show a folder.
//!
//! Entry point: [`Server::start`]. Invariant: on the loopback address only, at a port of its own; ends with the test.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A server that runs.
pub(crate) struct Server {
    child: Child,
    /// `http://127.0.0.1:40123/`
    pub(crate) address: String,
}

/// Programs that serve a folder as hosts do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Python,
    Nginx,
    Caddy,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

impl Server {
    /// Starts a server that shows `folder`; none when the program is not installed. `tests/run` installs all of them
    /// where the system offers them, and then asks for them by `VANBIA_TEST_SERVERS`.
    pub(crate) fn start(kind: Kind, folder: &Path) -> Option<Self> {
        let port = free_port();
        let mut command = match kind {
            Kind::Python => python(folder, port),
            Kind::Nginx => nginx(folder, port),
            Kind::Caddy => caddy(folder, port),
        };
        let name = command.get_program().to_string_lossy().into_owned();
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let child = match child {
            Ok(child) => child,
            Err(error) => {
                let asked = std::env::var("VANBIA_TEST_SERVERS").unwrap_or_else(|_| "python3".into());
                assert!(!asked.split(' ').any(|one| one == name), "{name}: {error}");
                return None;
            }
        };
        let mut server = Self {
            child,
            address: format!("http://127.0.0.1:{port}/"),
        };
        let end = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < end, "{name} does not answer");
            assert!(server.child.try_wait().unwrap().is_none(), "{name} ended by itself");
            std::thread::sleep(Duration::from_millis(30));
        }
        Some(server)
    }
}

fn python(folder: &Path, port: u16) -> Command {
    let mut command = Command::new("python3");
    command.args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"]);
    command.arg(folder).arg(port.to_string());
    command
}

fn nginx(folder: &Path, port: u16) -> Command {
    let own = folder.parent().unwrap().join(format!("nginx-{port}"));
    std::fs::create_dir_all(&own).unwrap();
    let conf = own.join("nginx.conf");
    let (own_path, root) = (own.display(), folder.display());
    // One process: what is ended here would leave its workers behind.
    let text = format!(
        "daemon off; master_process off; pid {own_path}/pid; error_log {own_path}/error.log; worker_processes 1;\n\
         events {{ worker_connections 64; }}\n\
         http {{ access_log {own_path}/access.log; client_body_temp_path {own_path}/b; proxy_temp_path {own_path}/p;\n\
         fastcgi_temp_path {own_path}/f; uwsgi_temp_path {own_path}/u; scgi_temp_path {own_path}/s;\n\
         types {{ text/html html; text/css css; application/json json; image/svg+xml svg; }}\n\
         server {{ listen 127.0.0.1:{port}; root \"{root}\"; index index.html; error_page 404 /404.html; }} }}\n"
    );
    std::fs::write(&conf, text).unwrap();
    let mut command = Command::new("nginx");
    command
        .arg("-p")
        .arg(&own)
        .arg("-c")
        .arg(&conf)
        .arg("-e")
        .arg(own.join("error.log"));
    command
}

fn caddy(folder: &Path, port: u16) -> Command {
    let mut command = Command::new("caddy");
    command.args(["file-server", "--listen", &format!("127.0.0.1:{port}"), "--root"]);
    command.arg(folder);
    // What it remembers lies with the test.
    command.env("XDG_CONFIG_HOME", folder.parent().unwrap().join("caddy"));
    command.env("XDG_DATA_HOME", folder.parent().unwrap().join("caddy"));
    command
}
