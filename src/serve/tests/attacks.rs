//! What attacked other preview servers, sent to this one: T11 (pages of other sites), T12 (paths), T13 (the network).

use super::*;
use crate::serve::door::{Door, Outside};
use crate::serve::listen::lan_address;
use std::time::Instant;

#[test]
fn t11_only_this_machines_names_with_the_port_are_hosts() {
    let stand = stand();
    let port = stand.port;
    let other = port.wrapping_add(1);
    let table = [
        (format!("127.0.0.1:{port}"), 200),
        (format!("localhost:{port}"), 200),
        (format!("LocalHost:{port}"), 200),
        (format!("[::1]:{port}"), 200),
        ("127.0.0.1".to_string(), 403),
        ("localhost".to_string(), 403),
        (format!("localhost:{other}"), 403),
        (format!("localhost.:{port}"), 403),
        (format!("localhost.evil.example:{port}"), 403),
        (format!("evil.example:{port}"), 403),
        (format!("evil.example#@localhost:{port}"), 403),
        (format!("localhost@evil.example:{port}"), 403),
        (format!("127.0.0.1.nip.example:{port}"), 403),
        (format!("127.1:{port}"), 403),
        (format!("0.0.0.0:{port}"), 403),
        (format!("192.168.1.5:{port}"), 403),
        (format!("[::ffff:127.0.0.1]:{port}"), 403),
        (format!("localhost:{port}:{port}"), 403),
        (String::new(), 403),
    ];
    for (host, status) in table {
        let got = stand.raw(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        assert_eq!(got.status, status, "{host}");
        assert_eq!(got.header("Access-Control-Allow-Origin"), None);
        if status == 403 {
            assert!(got.body.contains(&stand.server.url()), "{}", got.body);
        }
    }
    let twice = format!("GET / HTTP/1.1\r\nHost: localhost:{port}\r\nHost: evil.example\r\n\r\n");
    assert_eq!(stand.raw(&twice).status, 400);
    assert_eq!(stand.raw("GET / HTTP/1.1\r\n\r\n").status, 400);
    assert_eq!(stand.raw("GET / HTTP/1.0\r\n\r\n").status, 400);
}

#[test]
fn t11_pages_of_other_sites_may_link_here_and_nothing_more() {
    let stand = stand();
    let own = format!("Origin: http://127.0.0.1:{}\r\n", stand.port);
    let table = [
        (
            "Sec-Fetch-Site: none\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n",
            200,
        ),
        (
            "Sec-Fetch-Site: same-origin\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Dest: empty\r\n",
            200,
        ),
        (
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n",
            200,
        ),
        (
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe\r\n",
            403,
        ),
        (
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n",
            403,
        ),
        (
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image\r\n",
            403,
        ),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\n", 403),
        (
            "Sec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script\r\n",
            403,
        ),
        ("Sec-Fetch-Site: none\r\nSec-Fetch-Site: cross-site\r\n", 403),
        (own.as_str(), 200),
        ("Origin: http://evil.example\r\n", 403),
        ("Origin: null\r\n", 403),
        ("Origin: http://127.0.0.1\r\n", 403),
        ("Origin:\r\n", 403),
    ];
    for (headers, status) in table {
        for target in ["/", "/assets/app.1f.css", "/_vanbia/client.js", "/_preview/"] {
            assert_eq!(stand.ask("GET", target, headers).status, status, "{target} {headers}");
        }
    }
    // The stream of events too: a page elsewhere would learn what is being written.
    for headers in [
        "Origin: http://evil.example\r\n",
        "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\n",
    ] {
        assert_eq!(stand.ask("GET", "/_events?page=index.html", headers).status, 403);
    }
}

#[test]
fn t11_only_reading_is_possible() {
    let stand = stand();
    for method in [
        "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "FOO",
    ] {
        let got = stand.ask(method, "/", "");
        assert_eq!((got.status, got.header("Allow")), (405, Some("GET, HEAD")), "{method}");
        assert_eq!(got.header("Access-Control-Allow-Methods"), None);
    }
    assert_eq!(stand.ask("GET", "/", "Content-Length: 3\r\n\r\nabc").status, 400);
    assert_eq!(stand.ask("GET", "/", "Transfer-Encoding: chunked\r\n").status, 400);
    assert_eq!(stand.ask("HEAD", "/_events?page=index.html", "").status, 405);
}

#[test]
fn t11_every_answer_carries_what_keeps_others_out() {
    let stand = stand();
    for target in [
        "/",
        "/assets/app.1f.css",
        "/nowhere",
        "/_preview/relics/x",
        "/..",
        "/vi/di-tich/x",
    ] {
        let got = stand.get(target);
        assert_eq!(got.header("X-Content-Type-Options"), Some("nosniff"), "{target}");
        assert_eq!(
            got.header("Cross-Origin-Resource-Policy"),
            Some("same-origin"),
            "{target}"
        );
        assert_eq!(got.header("Cache-Control"), Some("no-cache"), "{target}");
        assert_eq!(got.header("Referrer-Policy"), Some("same-origin"), "{target}");
        assert!(
            got.header("Content-Security-Policy")
                .unwrap()
                .contains("frame-ancestors 'self'"),
            "{target}"
        );
    }
}

#[test]
fn t12_paths_that_opened_other_servers_open_nothing() {
    let stand = stand();
    let table = [
        ("/../../../../etc/passwd", 400),
        ("/%2e%2e/%2e%2e/etc/passwd", 400),
        ("/..%2f..%2fetc/passwd", 400),
        ("/..%5c..%5cwindows/win.ini", 400),
        ("/..\\..\\windows\\win.ini", 400),
        ("/.%2e/.%2e/etc/passwd", 400),
        ("/%252e%252e/etc/passwd", 404),
        ("/%c0%ae%c0%ae/etc/passwd", 400),
        ("/\u{ff0f}etc", 400),
        ("/%EF%BC%8Fetc/passwd", 404),
        ("//etc/passwd", 400),
        ("//evil.example/", 400),
        ("///", 400),
        ("/vi//di-tich/x/", 400),
        ("/foo/c:/windows/win.ini", 400),
        ("/C%3A/windows/win.ini", 400),
        ("/index.html::$DATA", 400),
        ("/index.html%3A%3A%24DATA", 400),
        ("/CONTEN~1/site.yaml", 400),
        ("/index.html.", 400),
        ("/index.html%20", 400),
        ("/index.html%00.css", 400),
        ("/a%0d%0aSet-Cookie:%20a=b", 400),
        ("/@fs/etc/passwd", 404),
        ("/@fs/etc/passwd?import&raw??", 404),
        ("/etc/passwd?raw", 404),
        ("/index.html#/../etc/passwd", 400),
        ("/.git/config", 404),
        ("/.vanbia/manifest", 404),
        ("/.env", 404),
        ("/content/site.yaml", 404),
        ("/Cargo.toml", 404),
        ("/src/main.rs", 404),
        ("/_vanbia/", 404),
        ("/_vanbia/../index.html", 400),
        ("/_vanbia/client.js/", 404),
        ("/_events/", 404),
        ("/_preview/..%2f..%2f", 400),
        ("/_preview/nothing", 404),
        ("/INDEX.HTML", 404),
        ("http://127.0.0.1/", 400),
        ("*", 400),
        ("/%", 400),
        ("/%zz", 400),
        ("/%ff", 400),
        ("/?../../etc/passwd", 200),
    ];
    for (target, status) in table {
        let got = stand.get(target);
        assert_eq!(got.status, status, "{target}");
        assert!(!got.body.contains("root:"), "{target}");
        assert_eq!(got.header("Set-Cookie"), None, "{target}");
    }
    assert_eq!(stand.get(&format!("/{}", "a/".repeat(2000))).status, 414);
}

#[test]
fn t12_a_redirect_stays_here() {
    let stand = stand();
    let got = stand.get("/vi/di-tich/x?code=1");
    assert_eq!(
        (got.status, got.header("Location")),
        (302, Some("/vi/di-tich/x/?code=1"))
    );
    for target in [
        "//evil.example",
        "/evil.example",
        "/%2Fevil.example",
        "/\\evil.example",
        "/vi/di-tich",
    ] {
        let got = stand.get(target);
        assert!(got.status >= 400, "{target}: {}", got.status);
        assert_eq!(got.header("Location"), None, "{target}");
    }
}

#[test]
fn t12_heads_that_flood_or_drip_are_cut_off() {
    let stand = stand();
    let long = format!("X: {}\r\n", "a".repeat(20_000));
    assert_eq!(stand.ask("GET", "/", &long).status, 431);
    assert_eq!(stand.ask("GET", "/", &"X: a\r\n".repeat(200)).status, 431);
    assert_eq!(stand.raw("\u{1}\u{2}\r\n\r\n").status, 400);
    // One byte at a time must not keep a place for longer than a head may take.
    let mut stream = stand.connect();
    let began = Instant::now();
    let mut closed = None;
    for byte in "GET / HTTP/1.1\r\nHost: localhost\r\n"
        .bytes()
        .chain(std::iter::repeat(b'a'))
    {
        stream.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
        let sent = stream.write_all(&[byte]);
        if sent.is_err() || stream.peek(&mut [0]).is_ok() {
            closed = Some(began.elapsed());
            break;
        }
        assert!(began.elapsed() < Duration::from_secs(15), "still open");
    }
    assert!(closed.unwrap() < Duration::from_secs(8), "{closed:?}");
    assert_eq!(read(&mut stream, false).status, 408);
}

#[test]
fn t12_connections_are_limited_and_places_come_back() {
    let stand = stand();
    let held: Vec<TcpStream> = (0..64).map(|_| stand.connect()).collect();
    let deadline = Instant::now() + Duration::from_secs(5);
    while status(&stand) != Some(503) {
        assert!(Instant::now() < deadline, "no limit");
    }
    drop(held);
    let deadline = Instant::now() + Duration::from_secs(5);
    while status(&stand) != Some(200) {
        assert!(Instant::now() < deadline, "places do not come back");
    }
}

/// The status of the home page. None when the refusal was overtaken by the end of the connection: who is turned away at the
/// door is not read, and the system may then throw the answer away.
fn status(stand: &Stand) -> Option<u16> {
    let mut stream = stand.connect();
    let ask = format!("GET / HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", stand.port);
    stream.write_all(ask.as_bytes()).ok()?;
    let mut line = [0; 12];
    stream.read_exact(&mut line).ok()?;
    std::str::from_utf8(&line[9..]).ok()?.parse().ok()
}

fn head(host: &str) -> crate::serve::request::Head {
    crate::serve::request::Head::for_test(&[("Host", host)])
}

/// Also where the machine has no network to try it on.
#[test]
fn t13_another_device_needs_the_token() {
    let token = "0123456789abcdef0123456789abcdef";
    let door = Door::new(4321, Some(token.to_string()));
    let phone = IpAddr::from([192, 168, 1, 20]);
    let local = SocketAddr::from(([192, 168, 1, 5], 4321));
    let ask = |host: &str, target: &str, peer| {
        let target = crate::serve::target::Target::parse(target).unwrap();
        door.admit(&head(host), &target, peer, local)
    };
    let lan = "192.168.1.5:4321";
    let right = format!("/~{token}/vi/");
    assert_eq!(ask(lan, &right, phone), Ok(format!("/~{token}/")));
    for target in [
        "/".to_string(),
        "/vi/".to_string(),
        "/_events".to_string(),
        "/~/vi/".to_string(),
        format!("/~{}/", &token[1..]),
        format!("/~{token}0/"),
        format!("/~{}/", token.to_uppercase()),
        format!("/x/~a{}/", &token[1..]),
        format!("/?~{token}/"),
    ] {
        assert_eq!(ask(lan, &target, phone), Err(Outside::NoToken), "{target}");
    }
    assert_eq!(ask("evil.example:4321", &right, phone), Err(Outside::ForeignHost));
    assert_eq!(ask("192.168.1.6:4321", &right, phone), Err(Outside::ForeignHost));
    // From this machine's own address, which is not the loopback, the token is needed too.
    assert_eq!(ask("127.0.0.1:4321", "/", local.ip()), Err(Outside::NoToken));
    // On the loopback, the address of the network is a host only together with the token.
    let home = IpAddr::from([127, 0, 0, 1]);
    assert_eq!(ask(lan, "/", home), Err(Outside::ForeignHost));
    assert_eq!(ask("localhost:4321", "/", home), Ok("/".to_string()));
    let closed = Door::new(4321, None);
    let target = crate::serve::target::Target::parse(&right).unwrap();
    assert_eq!(
        closed.admit(&head("localhost:4321"), &target, home, local),
        Err(Outside::NoToken)
    );
}

#[test]
fn t13_the_network_sees_the_site_below_the_token_only() {
    let stand = stand_with(true);
    let Some(ip) = lan_address() else {
        return; // no network; the test above holds the rules
    };
    let address = SocketAddr::new(ip, stand.port);
    let url = stand.server.lan_url().unwrap();
    let below = url.strip_prefix(&format!("http://{address}")).unwrap().to_string();
    assert_eq!(below.len(), "/~/".len() + 32);
    let ask = |target: &str| {
        let mut stream = stand.connect_to(address);
        stream
            .write_all(format!("GET {target} HTTP/1.1\r\nHost: {address}\r\n\r\n").as_bytes())
            .unwrap();
        read(&mut stream, false)
    };
    for target in [
        "/",
        "/vi/di-tich/x/",
        "/_vanbia/client.js",
        "/_events",
        "/_preview/",
        "/~0/",
    ] {
        let got = ask(target);
        assert_eq!(got.status, 404, "{target}");
        assert!(got.body.len() < 80 && !got.body.contains("html"), "{}", got.body);
    }
    assert_eq!(ask(&below).status, 200);
    let page = ask(&format!("{below}vi/di-tich/x/"));
    assert!(
        page.body.contains("src=\"../../../_vanbia/client.js\""),
        "{}",
        page.body
    );
    assert_eq!(
        ask(&format!("{below}vi/di-tich/x")).header("Location"),
        Some(format!("{below}vi/di-tich/x/").as_str())
    );
    assert!(
        ask(&format!("{below}nowhere"))
            .body
            .contains(&format!("href=\"{below}vi/\""))
    );
    // Another session, another token.
    assert_eq!(
        stand_with(true).server.lan_url().map(|u| u.contains(&below)),
        Some(false)
    );
}

#[test]
fn without_lan_there_is_no_address_for_others() {
    let stand = stand();
    assert_eq!(stand.server.lan_url(), None);
    if let Some(ip) = lan_address() {
        assert!(TcpStream::connect((ip, stand.port)).is_err(), "listens on {ip}");
    }
}
