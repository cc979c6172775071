//! Whom the far end of a TLS connection must be vouched for by: the authorities that browsers trust, which are built in, or
//! those of the file that `SSL_CERT_FILE` names. Connects to nothing.

use crate::error::{Error, Result};
use lettre::transport::smtp::client::{Certificate, CertificateStore, TlsParameters};
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};
use std::fmt;
use std::path::Path;
use std::sync::Arc;
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};

/// The authorities that are believed.
#[derive(Clone, Default)]
pub struct Trust(Option<Vec<u8>>);

impl Trust {
    /// The authorities of the file that `SSL_CERT_FILE` names, if it names one. As elsewhere, they take the place of those
    /// built in.
    ///
    /// # Errors
    /// When the file cannot be read, or holds no certificate.
    pub fn from_file(named: Option<&Path>) -> Result<Self> {
        let Some(path) = named else { return Ok(Self::default()) };
        let wrong = |why: &dyn fmt::Display| {
            Error::internal(format!(
                "SSL_CERT_FILE names {}, {why}: name a file of certificates in PEM, or unset it to trust those built in",
                path.display()
            ))
        };
        let pem = std::fs::read(path).map_err(|error| wrong(&format!("which cannot be read ({error})")))?;
        Self::from_pem(pem).map_err(|error| wrong(&error))
    }

    /// Only the authorities with these certificates.
    ///
    /// # Errors
    /// When there is none among them, or one that cannot be read.
    pub fn from_pem(pem: Vec<u8>) -> Result<Self> {
        let trust = Self(Some(pem));
        if trust.certificates()?.is_empty() {
            return Err(Error::internal("which holds no certificate"));
        }
        trust.smtp("localhost")?;
        Ok(trust)
    }

    fn certificates(&self) -> Result<Vec<ureq::tls::Certificate<'static>>> {
        let mut all = Vec::new();
        for item in parse_pem(self.0.as_deref().unwrap_or_default()) {
            if let PemItem::Certificate(certificate) = item.map_err(Error::internal)? {
                all.push(certificate);
            }
        }
        Ok(all)
    }

    /// For a connection to the mail server of this name.
    pub(super) fn smtp(&self, host: &str) -> Result<TlsParameters> {
        let mut builder = TlsParameters::builder(host.to_owned());
        if let Some(pem) = &self.0 {
            let certificates = Certificate::from_pem(pem).map_err(Error::internal)?;
            builder = builder.certificate_store(CertificateStore::None).add_root_certificate(certificates);
        }
        builder.build_rustls().map_err(Error::internal)
    }

    /// For a handshake without anything said.
    ///
    /// # Errors
    /// When a certificate cannot be read.
    pub fn tls(&self) -> Result<Arc<ClientConfig>> {
        let mut roots = RootCertStore::empty();
        match &self.0 {
            None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
            Some(_) => {
                for certificate in self.certificates()? {
                    roots.add(CertificateDer::from(certificate.der().to_vec())).map_err(Error::internal)?;
                }
            }
        }
        let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()));
        let config = config.with_safe_default_protocol_versions().map_err(Error::internal)?;
        Ok(Arc::new(config.with_root_certificates(roots).with_no_client_auth()))
    }

    /// For connections over HTTPS.
    pub(super) fn https(&self) -> Result<TlsConfig> {
        let config = TlsConfig::builder();
        Ok(match &self.0 {
            None => config.root_certs(RootCerts::WebPki),
            Some(_) => config.root_certs(RootCerts::from(self.certificates()?)),
        }
        .build())
    }
}

impl fmt::Debug for Trust {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Trust(given)" } else { "Trust(built in)" })
    }
}
