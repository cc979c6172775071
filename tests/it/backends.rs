//! The chain: what each backend takes, in which order they are asked, and what each may say.

mod built_in;
mod chains;
mod names;

use crate::house::{Database, House};
use countersign::backends::{AuthenticationBackend, Credentials, Verdict};
use countersign::context::Context;
use countersign::db::{Conn, User, users};
use countersign::error::{Error, Result};
use countersign::identifiers::{Identifier, IdentifierKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a backend of a test says.
#[derive(Clone, Copy, Debug)]
pub enum Says {
    /// These are the credentials of the account with this username, whatever they are.
    Accept(&'static str),
    Deny,
    Pass,
    /// What it asks is away.
    Away,
    /// It is broken.
    Broken,
}

/// A backend that says always the same, and counts how often it was asked.
struct Scripted {
    says: Says,
    asked: Arc<AtomicUsize>,
}

impl AuthenticationBackend for Scripted {
    fn accepts(&self) -> &'static [IdentifierKind] {
        IdentifierKind::ALL
    }

    fn find(&self, conn: &mut Conn, identifier: &Identifier) -> Result<Option<User>> {
        users::find(conn, identifier)
    }

    fn authenticate(&self, cx: &mut Context<'_>, _: &Credentials<'_>) -> Result<Verdict> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        Ok(match self.says {
            Says::Accept(name) => {
                let name = Identifier::parse(IdentifierKind::Username, name, None).unwrap();
                Verdict::Accept(Box::new(cx.db.read(|conn| self.find(conn, &name))?.unwrap()))
            }
            Says::Deny => Verdict::Deny,
            Says::Pass => Verdict::Pass,
            Says::Away => return Err(Error::Unavailable("the directory does not answer".into())),
            Says::Broken => return Err(Error::internal("the directory speaks in tongues")),
        })
    }
}

/// A house whose chain is `chain`, where the backends `one`, `two`, … say what is in `says`, and how often each was asked.
pub fn scripted(database: Database, chain: &str, says: &[Says]) -> (House, Vec<Arc<AtomicUsize>>) {
    let names = ["one", "two", "three"];
    let asked: Vec<Arc<AtomicUsize>> = says.iter().map(|_| Arc::default()).collect();
    let house = House::build_with(database, &format!("authentication_backends = {chain}"), |plugins| {
        for ((name, says), asked) in names.iter().zip(says).zip(&asked) {
            plugins.backends.register(*name, Arc::new(Scripted { says: *says, asked: Arc::clone(asked) }));
        }
    });
    (house, asked)
}

/// How often each was asked.
pub fn counts(asked: &[Arc<AtomicUsize>]) -> Vec<usize> {
    asked.iter().map(|asked| asked.load(Ordering::SeqCst)).collect()
}
