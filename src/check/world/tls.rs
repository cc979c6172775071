//! A handshake, to see whether a certificate is good, for whom and until when. Says nothing to the other side.

use super::PATIENCE;
use super::certificate::not_after;
use super::names::addresses;
use crate::check::bounded::bounded;
use crate::delivery::Trust;
use jiff::Timestamp;
use rustls::pki_types::ServerName;
use rustls::{CertificateError, ClientConnection, Error};
use std::fmt;
use std::io;
use std::net::TcpStream;
use std::sync::Arc;

/// Until when the certificate of `host` is good, if it is good at all.
pub(super) fn certificate(host: &str, port: u16, trust: &Trust) -> Result<Option<Timestamp>, String> {
    let config = trust.tls().map_err(|error| error.to_string())?;
    let name = host.trim_matches(['[', ']']).to_owned();
    let all = addresses(host, port)?;
    let shaken = bounded(PATIENCE * 2, move || {
        let mut last = Err("it has no address".to_owned());
        for address in all {
            last = TcpStream::connect_timeout(&address, PATIENCE)
                .map_err(|error| format!("{address} cannot be reached: {error}"))
                .and_then(|stream| shake(stream, &name, &config));
            if last.is_ok() {
                break;
            }
        }
        last
    });
    shaken.unwrap_or_else(|| Err("there was no answer in time".to_owned()))
}

fn shake(mut stream: TcpStream, name: &str, config: &Arc<rustls::ClientConfig>) -> Result<Option<Timestamp>, String> {
    let broken = |error: io::Error| {
        let refusal = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
        refusal.map_or_else(|| format!("the connection was ended: {error}"), words)
    };
    stream.set_read_timeout(Some(PATIENCE)).and_then(|()| stream.set_write_timeout(Some(PATIENCE))).map_err(broken)?;
    let name = ServerName::try_from(name.to_owned()).map_err(|error| error.to_string())?;
    let mut tls = ClientConnection::new(Arc::clone(config), name).map_err(|error| words(&error))?;
    while tls.is_handshaking() {
        if tls.complete_io(&mut stream).map_err(broken)? == (0, 0) {
            return Err("the connection was ended in the middle".to_owned());
        }
    }
    Ok(tls.peer_certificates().and_then(|all| all.first()).and_then(|first| not_after(first)))
}

/// Why a handshake failed, for somebody who can do something about it.
fn words(error: &Error) -> String {
    let told: &dyn fmt::Display = match error {
        Error::InvalidCertificate(CertificateError::Expired | CertificateError::ExpiredContext { .. }) => {
            &"its certificate has expired"
        }
        Error::InvalidCertificate(CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. }) => {
            &"its certificate is not good yet: is a clock wrong?"
        }
        Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => &"its certificate is for another name",
        Error::InvalidCertificate(CertificateError::UnknownIssuer) => {
            &"nobody who is believed vouches for its certificate, or the certificates between are not sent along"
        }
        other => other,
    };
    told.to_string()
}
