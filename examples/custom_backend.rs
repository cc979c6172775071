//! An authentication backend of one's own: `cargo run --example custom_backend`, then open <http://127.0.0.1:8000/login>.
//!
//! A company keeps its people in a directory that is asked by HTTP. Whoever it knows may sign in here with what it knows, and
//! has an account from then on; everybody else signs in as ever.

use countersign::Countersign;
use countersign::backends::{AuthenticationBackend, Credentials, Verdict};
use countersign::context::Context;
use countersign::db::users::{self, NewUser};
use countersign::db::{Conn, Id, User};
use countersign::error::{Error, Result};
use countersign::identifiers::{Identifier, IdentifierKind};
use countersign::passwords::unusable;
use countersign::settings::Settings;
use secrecy::ExposeSecret;
use std::path::Path;
use std::time::Duration;

/// Where the directory is. It answers `POST {name, password}` with 200 if they belong together, and with 401 if not.
#[derive(Debug)]
pub struct Directory(pub String);

impl AuthenticationBackend for Directory {
    fn accepts(&self) -> &'static [IdentifierKind] {
        &[IdentifierKind::Username]
    }

    fn find(&self, conn: &mut Conn, identifier: &Identifier) -> Result<Option<User>> {
        users::find(conn, identifier)
    }

    fn authenticate(&self, cx: &mut Context<'_>, credentials: &Credentials<'_>) -> Result<Verdict> {
        let mut names = credentials.identifiers.iter().filter(|one| one.kind() == IdentifierKind::Username);
        let Some(name) = names.next() else { return Ok(Verdict::Pass) };
        if !self.knows(name, credentials.password.expose_secret())? {
            return Ok(Verdict::Pass);
        }
        let found = cx.db.write(|conn| {
            let known = self.find(conn, name)?;
            known.map_or_else(|| newcomer(conn, cx, name), Ok)
        })?;
        Ok(Verdict::Accept(Box::new(found)))
    }
}

impl Directory {
    /// Asks. A directory that does not answer is no reason to tell anybody that their password is wrong.
    fn knows(&self, name: &Identifier, password: &str) -> Result<bool> {
        let config = ureq::Agent::config_builder().http_status_as_error(false);
        let agent: ureq::Agent = config.timeout_global(Some(Duration::from_secs(5))).build().into();
        let question = serde_json::json!({"name": name.as_str(), "password": password}).to_string();
        let asked = agent.post(&self.0).header("content-type", "application/json").send(question);
        match asked.map_err(|cause| Error::Unavailable(cause.to_string()))?.status().as_u16() {
            200 => Ok(true),
            401 => Ok(false),
            other => Err(Error::Unavailable(format!("the directory answered {other}"))),
        }
    }
}

/// Whom the directory knows and we do not yet. The password stays there.
fn newcomer(conn: &mut Conn, cx: &Context<'_>, name: &Identifier) -> Result<User> {
    let Identifier::Username(username) = name else { return Err(Error::internal("only usernames are asked about")) };
    let new = NewUser { username: Some(username.clone()), ..NewUser::default() };
    users::insert(conn, Id::new(cx.now, cx.random.as_ref()), &new, &unusable(cx.random.as_ref()), cx.now)
}

#[allow(dead_code, reason = "the tests build the same program on databases of their own")]
fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let settings = Settings::from_toml(r#"authentication_backends = ["directory", "email"]"#, Path::new("."))?;
    let directory = Directory("http://127.0.0.1:8389/check".to_owned());
    let countersign = Countersign::builder().backend("directory", directory).build(settings)?;
    countersign.app().migrate()?;
    let listener = std::net::TcpListener::bind(countersign.app().settings().server.bind)?;
    actix_web::rt::System::new().block_on(async {
        countersign::server::serve(&countersign, listener)?.await?;
        countersign.stop().await;
        Ok(())
    })
}
