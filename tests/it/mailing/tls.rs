//! Mail servers that prove who they are, and such that do not: nothing is said to the latter.

use super::{address_of, arrived, command, register, until};
use crate::delivery::server::{At, Encrypts, MailServer, Mood};
use crate::faults::{Program, Site, at_every_site};
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use std::sync::Arc;

/// An authority of a test's own.
pub struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub fn new(name: &str) -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// Its own certificate.
    pub fn pem(&self) -> String {
        self.0.pem()
    }

    /// A certificate for `host`, and its key.
    pub fn vouches_in_pem(&self, host: &str) -> (String, String) {
        let key = KeyPair::generate().unwrap();
        let params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        (params.signed_by(&key, &self.0).unwrap().pem(), key.serialize_pem())
    }

    /// What a server needs to be `host` until the end of `last_year`.
    pub fn vouches(&self, host: &str, last_year: i32) -> Arc<ServerConfig> {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        params.not_after = date_time_ymd(last_year, 12, 31);
        let certificate = params.signed_by(&key, &self.0).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
        let config = config.with_no_client_auth().with_single_cert(vec![certificate.der().clone()], key);
        Arc::new(config.unwrap())
    }
}

/// The program here with this mail server, believing this authority.
fn start(site: &Site, scheme: &str, server: &MailServer, believed: &Authority) -> Program {
    let file = site.directory.join("authorities.pem");
    std::fs::write(&file, believed.0.pem()).unwrap();
    let port = server.address.port();
    let mut command = command(site, "");
    command
        .env("COUNTERSIGN__EMAIL__SMTP_URL", format!("{scheme}://me:hunter2@localhost:{port}"))
        .env("SSL_CERT_FILE", file);
    Program::start(&mut command)
}

const OFFERS: [&str; 2] = ["STARTTLS", "AUTH PLAIN"];

#[test]
fn mail_leaves_encrypted_for_a_server_that_the_authorities_named_vouch_for() {
    let authority = Authority::new("ours");
    let config = authority.vouches("localhost", 2100);
    for (scheme, encrypts) in [("smtps", Encrypts::AtOnce(config.clone())), ("smtp", Encrypts::WhenAsked(config))] {
        at_every_site(|site| {
            let server = MailServer::encrypting(Mood::Fine, &OFFERS, encrypts.clone());
            let program = start(site, scheme, &server, &authority);
            assert_eq!(register(program.address, "carol").unwrap().0, 201);
            until("it is sent", || site.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL") == 1);
            assert!(arrived(&server).contains_key(&address_of("carol")));
            let commands = server.commands();
            // The password comes after the encryption: the test's server reads it only through that.
            let auth = commands.iter().position(|line| line.starts_with("AUTH PLAIN")).unwrap();
            let before = if scheme == "smtp" { vec!["EHLO", "STARTTLS", "EHLO"] } else { vec!["EHLO"] };
            let said: Vec<&str> = commands[..auth].iter().map(|line| line.split(' ').next().unwrap()).collect();
            assert_eq!(said, before);
        });
    }
}

#[test]
fn a_server_with_another_name_an_old_or_a_strange_certificate_is_told_nothing_and_the_message_waits() {
    let (authority, stranger) = (Authority::new("ours"), Authority::new("a stranger"));
    let cases = [
        (authority.vouches("mail.example", 2100), &authority, "not valid for name"),
        (authority.vouches("localhost", 2020), &authority, "expired"),
        (stranger.vouches("localhost", 2100), &authority, "UnknownIssuer"),
    ];
    for (config, believed, reason) in cases {
        for (scheme, encrypts) in
            [("smtps", Encrypts::AtOnce(config.clone())), ("smtp", Encrypts::WhenAsked(config.clone()))]
        {
            at_every_site(|site| {
                let server = MailServer::encrypting(Mood::Fine, &OFFERS, encrypts.clone());
                let program = start(site, scheme, &server, believed);
                assert_eq!(register(program.address, "carol").unwrap().0, 201);
                let why = format!(
                    "SELECT count(*) FROM outbox WHERE letter IS NOT NULL AND dead_at IS NULL AND last_error LIKE '%{reason}%'"
                );
                until(&format!("it waits: {reason}"), || site.count(&why) == 1);
                let said = server.commands();
                assert!(!said.iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")), "{said:?}");
                assert!(server.messages().is_empty());
            });
        }
    }
}

#[test]
fn a_server_that_hangs_or_refuses_before_the_mail_gets_it_when_it_is_well_again() {
    let authority = Authority::new("ours");
    let config = authority.vouches("localhost", 2100);
    for at in [At::StartTls, At::Auth] {
        for mood in [Mood::Waits(at), Mood::Says(at, "454 4.7.0 not now"), Mood::Says(at, "535 5.7.8 no")] {
            at_every_site(|site| {
                let server = MailServer::encrypting(mood, &OFFERS, Encrypts::WhenAsked(config.clone()));
                let program = start(site, "smtp", &server, &authority);
                for n in 0..3 {
                    assert_eq!(register(program.address, &format!("carol{n}")).unwrap().0, 201);
                }
                server.until_connections(1);
                server.mood(Mood::Fine);
                until("all is sent", || site.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") == 0);
                assert_eq!((server.messages().len(), arrived(&server).len()), (3, 3), "{mood:?}");
            });
        }
    }
}

#[test]
fn authorities_that_cannot_be_read_are_a_mistake_at_the_start() {
    at_every_site(|site| {
        let (missing, empty) = (site.directory.join("missing.pem"), site.directory.join("empty.pem"));
        std::fs::write(&empty, "nothing").unwrap();
        for (file, why) in [(missing, "cannot be read"), (empty, "holds no certificate")] {
            let mut command = command(site, "");
            command
                .env("COUNTERSIGN__EMAIL__SMTP_URL", "smtps://mail.example")
                .env("SSL_CERT_FILE", &file)
                .arg("check");
            let ran = command.stdout(std::process::Stdio::piped()).output().unwrap();
            let said = String::from_utf8([ran.stdout, ran.stderr].concat()).unwrap();
            assert_eq!(ran.status.code(), Some(1), "{said}");
            for part in ["email.smtp_url", "SSL_CERT_FILE", why] {
                assert!(said.contains(part), "{part}: {said}");
            }
        }
    });
}
