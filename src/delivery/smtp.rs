//! Gives email to a mail server and says what came of it; keeps a few connections, and none whose state is in doubt.
//!
//! The commands are lettre's, the order and the waiting are ours: its own pool waits without end for a silent server, puts
//! a connection back that was abandoned half-way, and does not say at which step a server refused.

use super::message::{Email, Failed, Mailer, Sending, Turn};
use super::mime::mime;
use super::trust::Trust;
use crate::error::Result;
use crate::settings::{SmtpSecurity, SmtpServer};
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use secrecy::ExposeSecret;
use std::fmt::{self, Display};
use std::future::Future;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, timeout};

/// Most connections kept for the next email.
const MOST_IDLE: usize = 4;

/// A connection without use for longer than this is not kept; servers wait for at least five minutes (RFC 5321, 4.5.3.2.7).
const IDLE: Duration = Duration::from_mins(1);

/// How long a silent server is waited for.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For a connection, TLS included, and for the answer to each command.
    pub step: Duration,
    /// For the answer to the whole message. Giving up here means that the message may arrive twice, so it is much longer
    /// (RFC 5321, section 4.5.3.2.6, would have ten minutes; a code is of no use any more after fifteen).
    pub message: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { step: Duration::from_secs(10), message: Duration::from_mins(2) }
    }
}

/// The transport to a mail server.
pub struct Smtp {
    server: SmtpServer,
    hello: ClientId,
    tls: TlsParameters,
    patience: Patience,
    idle: Mutex<Vec<(AsyncSmtpConnection, Instant)>>,
}

impl Smtp {
    /// Email goes to `server`, vouched for by whom `trust` believes; `host` is the name this program gives itself there.
    /// Connects to nothing yet.
    ///
    /// # Errors
    /// When there is no name that a certificate could be for.
    pub fn new(server: SmtpServer, host: &str, patience: Patience, trust: &Trust) -> Result<Self> {
        let tls = trust.smtp(&server.host)?;
        let hello = match host.trim_matches(['[', ']']).parse() {
            Ok(IpAddr::V4(address)) => ClientId::Ipv4(address),
            Ok(IpAddr::V6(address)) => ClientId::Ipv6(address),
            Err(_) => ClientId::Domain(host.to_owned()),
        };
        Ok(Self { server, hello, tls, patience, idle: Mutex::default() })
    }

    /// Connects, encrypts and signs in, and says nothing more.
    ///
    /// # Errors
    /// At which step the server did not let us in, and what it said.
    pub async fn knock(&self) -> Result<(), Failed> {
        self.connect().await.map(|_| ())
    }

    async fn transaction(&self, email: &Email, turn: &dyn Turn) -> Result<(), Failed> {
        let message = mime(email).map_err(|error| Failed::Final(error.to_string()))?;
        let mut connection = match self.kept().await {
            Some(connection) => connection,
            None => self.connect().await?,
        };
        let step = self.patience.step;
        let from = message.envelope().from().cloned();
        let sent = async {
            within(step, "MAIL", connection.command(Mail::new(from, Vec::new()))).await?;
            for to in message.envelope().to() {
                within(step, "RCPT", connection.command(Rcpt::new(to.clone(), Vec::new()))).await?;
            }
            within(step, "DATA", connection.command(Data)).await?;
            // Up to here messages go side by side, and nothing is sent yet.
            turn.comes().await?;
            // The line that ends the message brings its own line break.
            let bytes = message.formatted();
            let bytes = bytes.strip_suffix(b"\r\n").unwrap_or(&bytes);
            within(self.patience.message, "the message", connection.message(bytes)).await
        };
        match sent.await {
            Ok(()) => {
                self.keep(connection);
                Ok(())
            }
            // Dropped here, the connection is closed: what state it is in is known only after a success.
            Err(error) => Err(error),
        }
    }

    /// A kept connection that still answers.
    async fn kept(&self) -> Option<AsyncSmtpConnection> {
        loop {
            let (mut connection, since) = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop()?;
            let alive = since.elapsed() < IDLE
                && timeout(self.patience.step, connection.test_connected()).await.unwrap_or_default();
            if alive {
                return Some(connection);
            }
        }
    }

    fn keep(&self, connection: AsyncSmtpConnection) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|(_, since)| since.elapsed() < IDLE);
        if idle.len() < MOST_IDLE && !connection.has_broken() {
            idle.push((connection, Instant::now()));
        }
    }

    /// A new connection, signed in. Nothing that goes wrong here is about the message, so a later try may succeed.
    async fn connect(&self) -> Result<AsyncSmtpConnection, Failed> {
        let passing = |failed: Failed| Failed::Passing(failed.reason().to_owned());
        let SmtpServer { security, host, port, credentials } = &self.server;
        let tls = (*security == SmtpSecurity::Tls).then(|| self.tls.clone());
        let step = self.patience.step;
        let address = (host.as_str(), *port);
        let opening = AsyncSmtpConnection::connect_tokio1(address, Some(step), &self.hello, tls, None);
        let mut connection = opened(step, opening).await.map_err(passing)?;
        if *security == SmtpSecurity::StartTls {
            if !connection.can_starttls() {
                return Err(Failed::Passing(format!("{host} offers no STARTTLS, and smtp:// requires it")));
            }
            let upgrade = connection.starttls(self.tls.clone(), &self.hello);
            opened(step, upgrade).await.map_err(passing)?;
        }
        if let Some((user, password)) = credentials {
            let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
            let signing_in = connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
            match timeout(step, signing_in).await {
                Ok(Ok(_)) => {}
                // The answer stays unsaid: some servers quote what they were sent.
                Ok(Err(error)) if error.is_permanent() => {
                    let code = error.status().map_or_else(String::new, |code| format!(" ({code})"));
                    let reason = format!("AUTH: {host} refuses the user or the password of email.smtp_url{code}");
                    return Err(Failed::Passing(reason));
                }
                Ok(Err(error)) => return Err(passing(failed("AUTH", &error))),
                Err(_) => return Err(silent("AUTH", step)),
            }
        }
        Ok(connection)
    }
}

/// The outcome of a step that gives something, in so long.
async fn opened<T>(
    limit: Duration,
    step: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
) -> Result<T, Failed> {
    match timeout(limit, step).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(failed("the connection", &error)),
        Err(_) => Err(silent("the connection", limit)),
    }
}

/// The outcome of a command, in so long.
async fn within<T>(
    limit: Duration,
    what: &str,
    command: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
) -> Result<(), Failed> {
    match timeout(limit, command).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(failed(what, &error)),
        Err(_) => Err(silent(what, limit)),
    }
}

fn silent(what: &str, limit: Duration) -> Failed {
    Failed::Passing(format!("{what}: the mail server did not answer within {} s", limit.as_secs_f32()))
}

/// An answer of 5xx is for ever (RFC 5321, section 4.2.1), except where it asks for a password first, which is about the
/// settings and not about the message (RFC 4954, section 6).
fn failed(what: &str, error: &lettre::transport::smtp::Error) -> Failed {
    const SETTINGS: [&str; 4] = ["530", "534", "535", "538"];
    let reason = format!("{what}: {error}");
    let about_settings = error.status().is_some_and(|code| SETTINGS.contains(&code.to_string().as_str()));
    if error.is_permanent() && !about_settings { Failed::Final(reason) } else { Failed::Passing(reason) }
}

impl Mailer for Smtp {
    fn send<'a>(&'a self, email: &'a Email, turn: &'a dyn Turn) -> Sending<'a> {
        Box::pin(self.transaction(email, turn))
    }

    fn name(&self) -> &'static str {
        "smtp"
    }
}

impl Display for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.server.host, self.server.port)
    }
}

impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Smtp({self})")
    }
}
