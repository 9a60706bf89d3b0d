//! Ports and addresses.
//!
//! Entry point: [`open`], [`lan_address`]. Invariant: the same port listens on 127.0.0.1 and, where the machine has
//! it, on ::1, so that `localhost` never leads to another program.

use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, UdpSocket};

use super::{Options, Trouble, USUAL_PORT};

/// How many ports behind the usual one are tried.
const MORE_PORTS: u16 = 20;
/// How often the system is asked for any free port before giving up.
const ANY_PORT_TRIES: usize = 10;

/// Listeners on one port.
pub(super) struct Listening {
    pub(super) port: u16,
    /// The port that was meant and is busy.
    pub(super) busy: Option<u16>,
    pub(super) listeners: Vec<TcpListener>,
}

/// Opens the port that is asked for, or the usual one, or one of the next.
pub(super) fn open(options: &Options) -> Result<Listening, Trouble> {
    match options.port {
        Some(0) => {
            let mut last = Trouble::PortBusy(0);
            for _ in 0..ANY_PORT_TRIES {
                match on(0, options.lan) {
                    Ok(listening) => return Ok(listening),
                    Err(trouble) => last = trouble,
                }
            }
            Err(last)
        }
        Some(port) => on(port, options.lan),
        None => from(USUAL_PORT, options.lan),
    }
}

/// The first free port from this one on.
fn from(first: u16, lan: bool) -> Result<Listening, Trouble> {
    for port in first..=first + MORE_PORTS {
        match on(port, lan) {
            Ok(listening) => {
                let busy = (port != first).then_some(first);
                return Ok(Listening { busy, ..listening });
            }
            Err(Trouble::PortBusy(_)) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    Err(Trouble::PortsBusy(first, first + MORE_PORTS))
}

fn on(port: u16, lan: bool) -> Result<Listening, Trouble> {
    let ip = match lan {
        true => Ipv4Addr::UNSPECIFIED,
        false => Ipv4Addr::LOCALHOST,
    };
    let trouble = |error: &std::io::Error| match error.kind() {
        // Windows answers a port that another program holds for itself with a refusal.
        ErrorKind::AddrInUse => Trouble::PortBusy(port),
        ErrorKind::PermissionDenied if cfg!(windows) && port > 1024 => Trouble::PortBusy(port),
        _ => Trouble::PortRefused(port, error.to_string()),
    };
    let first = TcpListener::bind((ip, port)).map_err(|e| trouble(&e))?;
    let port = first.local_addr().map_or(port, |a| a.port());
    let mut listeners = vec![first];
    match TcpListener::bind((Ipv6Addr::LOCALHOST, port)) {
        Ok(second) => listeners.push(second),
        Err(error) if error.kind() == ErrorKind::AddrInUse => return Err(Trouble::PortBusy(port)),
        // A machine without IPv6.
        Err(_) => {}
    }
    Ok(Listening {
        port,
        busy: None,
        listeners,
    })
}

/// The address under which this machine is reached from its network; none without a network.
pub(super) fn lan_address() -> Option<IpAddr> {
    // Nothing is sent: connecting a datagram socket only asks the system which of its addresses it would use. The
    // address asked about is one of those reserved for documentation.
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket
        .connect(SocketAddr::from((Ipv4Addr::new(192, 0, 2, 1), 9)))
        .ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_loopback() && !ip.is_unspecified()).then_some(ip)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_is_passed_over_and_told() {
        let taken = on(0, false).unwrap();
        let Ok(listening) = from(taken.port, false) else {
            panic!("no port behind {}", taken.port);
        };
        assert!(listening.port > taken.port);
        assert_eq!(listening.busy, Some(taken.port));
    }

    #[test]
    fn an_explicit_port_that_is_busy_is_an_error() {
        let taken = on(0, false).unwrap();
        let options = Options {
            port: Some(taken.port),
            ..Options::default()
        };
        assert_eq!(open(&options).map(|l| l.port), Err(Trouble::PortBusy(taken.port)));
    }

    #[test]
    fn a_port_held_on_the_other_family_is_busy_too() {
        let Ok(held) = TcpListener::bind((Ipv6Addr::LOCALHOST, 0)) else {
            return; // no IPv6 here
        };
        let port = held.local_addr().unwrap().port();
        assert_eq!(on(port, false).map(|l| l.port), Err(Trouble::PortBusy(port)));
    }
}
