//! Why the server could not start.
//!
//! Entry point: [`Trouble`]. Invariant: every trouble can say in both languages what to do.

use super::wording::{self, say};
use crate::diag::Speech;

/// Why there is no server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The port that was asked for is in use.
    PortBusy(u16),
    /// All ports from the first to the last are in use.
    PortsBusy(u16, u16),
    /// The system refuses the port for another reason, in its own words.
    PortRefused(u16, String),
    /// The system gives no randomness for the token.
    NoToken,
}

impl Trouble {
    /// What happened and what to do.
    pub fn message(&self, speech: Speech) -> String {
        match self {
            Trouble::PortBusy(port) => {
                let other = port.checked_add(1).unwrap_or(super::USUAL_PORT);
                let values = [("port", port.to_string()), ("other", other.to_string())];
                let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                say(speech, wording::PORT_BUSY, &values)
            }
            Trouble::PortsBusy(first, last) => {
                let (first, last) = (first.to_string(), last.to_string());
                say(speech, wording::PORTS_BUSY, &[("first", &first), ("last", &last)])
            }
            Trouble::PortRefused(port, why) => say(
                speech,
                wording::PORT_REFUSED,
                &[("port", &port.to_string()), ("why", why)],
            ),
            Trouble::NoToken => say(speech, wording::NO_TOKEN, &[]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trouble_names_its_numbers() {
        assert!(Trouble::PortBusy(4321).message(Speech::Vi).contains("--port 4322"));
        assert!(Trouble::PortBusy(65535).message(Speech::En).contains("--port 4321"));
        assert!(Trouble::PortsBusy(1, 21).message(Speech::En).contains("from 1 to 21"));
        assert!(
            Trouble::PortRefused(80, "x".into())
                .message(Speech::Vi)
                .contains("80: x")
        );
        assert!(Trouble::NoToken.message(Speech::Vi).contains("--lan"));
    }
}
