//! What the program makes of an identifier, for an administrator: how it is read, what each backend says of it, how its
//! account stands, and what the person is told. Asks for no password, tells no secret, and changes nothing but the log.

mod answers;
mod limits;
mod messages;
mod reading;
mod state;

pub use answers::{Answer, Answers, Reason};
pub use limits::{CodeState, LoginState, SendingState};
pub use messages::MessageTo;
pub use reading::Reading;
pub use state::{AccountState, AddressProof, PasswordState};

use super::events::EventKind;
use super::post::masked;
use super::{Accounts, Actor};
use crate::backends::{Said, Why};
use crate::context::Context;
use crate::db::account_events::{self, AccountEvent};
use crate::db::users::{self, NewUser};
use crate::db::{Time, User};
use crate::delivery::Destination;
use crate::error::Result;
use crate::forms::explain::{Question, unknown_request};
use crate::identifiers::{Identifier, IdentifierKind, Region, shape};
use serde::Serialize;
use serde_json::Value;

/// What the program makes of an identifier.
#[derive(Clone, Debug, Serialize)]
pub struct Explanation {
    /// As it was given.
    pub identifier: String,
    /// Read as each of the three kinds, the one of its shape among them.
    pub readings: Vec<Reading>,
    /// What each backend says, in the order of the chain; empty for a text that can be nobody's identifier, about which no
    /// backend is asked.
    pub backends: Vec<BackendSays>,
    /// Whether registration would say that it is taken: by this account, by one whose username looks like it, or by one
    /// that may have the address back.
    pub taken: bool,
    /// The account that it names.
    pub account: Option<AccountState>,
    /// Failures and waits of logins.
    pub login: LoginState,
    /// Codes under way and waits of codes, where there are any.
    pub codes: Vec<CodeState>,
    /// How much may still be sent to its addresses.
    pub sending: Vec<SendingState>,
    /// What the person is told.
    pub answers: Answers,
    /// Where messages would go.
    pub messages: Vec<MessageTo>,
}

/// What one backend says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BackendSays {
    /// Its name in `authentication_backends`.
    pub name: String,
    /// `if_right`: accepts if the password is right, else passes; `passes` or `denies`: whatever the password.
    pub says: &'static str,
    /// Why it passes: `no_use`, `nobody`, `inactive`, `no_password`; or in words of its own.
    pub why: Option<String>,
}

/// What happened in a request, and how the account that it was about stands now.
#[derive(Clone, Debug, Serialize)]
pub struct ExplainedRequest {
    /// Its id.
    pub request: String,
    /// What was noted, earliest first.
    pub events: Vec<EventInRequest>,
    /// The account; none where it was about nobody, or the account is gone. Its addresses are masked.
    pub explanation: Option<Explanation>,
}

/// The answer to what an administrator asked.
#[derive(Clone, Debug, Serialize)]
#[serde(untagged)]
pub enum Explained {
    /// About an identifier.
    Identifier(Box<Explanation>),
    /// About a request.
    Request(Box<ExplainedRequest>),
}

/// What happened in a request.
#[derive(Clone, Debug, Serialize)]
pub struct EventInRequest {
    /// What.
    pub kind: String,
    /// When.
    pub at: Time,
    /// From which address.
    pub ip: String,
    /// What the client called itself.
    pub user_agent: String,
    /// What else there is to say.
    pub detail: serde_json::Map<String, serde_json::Value>,
    /// To which account; none where a refusal was about nobody.
    pub account_id: Option<String>,
}

/// What is being explained.
struct Subject<'a> {
    /// As given.
    text: &'a str,
    /// The kind of its shape.
    kind: IdentifierKind,
    /// What it is, unless it can be nobody's.
    identifier: Option<Identifier>,
    /// The account it names, or that the first backend finds by it.
    user: Option<User>,
    region: Option<Region>,
    /// Whether the text itself may be shown: whoever gave it knows it.
    shown: bool,
}

impl Subject<'_> {
    /// An address, masked unless it is the one that was asked about.
    fn show(&self, to: &Destination) -> String {
        let asked = self.identifier.as_ref().filter(|_| self.shown);
        let same = asked.is_some_and(|asked| match to {
            Destination::Email(address) => address.to_ascii_lowercase() == asked.canonical(),
            Destination::Phone(number) => number == asked.canonical(),
        });
        if same { to.as_str().to_owned() } else { masked(to) }
    }
}

impl Accounts {
    /// What the program makes of `text`, asked `by` somebody who administers. That it was asked is noted, if there is such an account.
    ///
    /// # Errors
    /// When the database is away, or a backend cannot answer.
    pub fn explain(&self, cx: &Context<'_>, text: &str, region: Option<Region>, by: Actor<'_>) -> Result<Explanation> {
        self.explain_shown(cx, text, region, by, true)
    }

    /// What happened in the request of this id, and how the account that it was about stands now; nothing when nothing was
    /// noted of it.
    ///
    /// # Errors
    /// As [`Accounts::explain`].
    pub fn explain_request(
        &self,
        cx: &Context<'_>,
        request: &str,
        region: Option<Region>,
        by: Actor<'_>,
    ) -> Result<Option<ExplainedRequest>> {
        let events = cx.db.read(|conn| account_events::of_request(conn, request))?;
        if events.is_empty() {
            return Ok(None);
        }
        let id = events.iter().find_map(|event| event.user_id);
        let user = id.map(|id| cx.db.read(|conn| users::get(conn, id))).transpose()?.flatten();
        let name = user.and_then(|user| user.username.or(user.email).or(user.phone));
        let explanation = name.map(|name| self.explain_shown(cx, &name, region, by, false)).transpose()?;
        let events = events.into_iter().map(in_request).collect();
        Ok(Some(ExplainedRequest { request: request.to_owned(), events, explanation }))
    }

    /// The answer to what somebody asked who administers.
    ///
    /// # Errors
    /// As [`Accounts::explain`]; [`crate::error::Code::Invalid`] at `request` when nothing was noted of it.
    pub fn explain_question(
        &self,
        cx: &Context<'_>,
        question: &Question,
        region: Option<Region>,
        by: Actor<'_>,
    ) -> Result<Explained> {
        match question {
            Question::Identifier(text) => {
                self.explain(cx, text, region, by).map(|all| Explained::Identifier(Box::new(all)))
            }
            Question::Request(id) => {
                let found = self.explain_request(cx, id, region, by)?;
                found.map(|all| Explained::Request(Box::new(all))).ok_or_else(unknown_request)
            }
        }
    }

    fn explain_shown(
        &self,
        cx: &Context<'_>,
        text: &str,
        region: Option<Region>,
        by: Actor<'_>,
        shown: bool,
    ) -> Result<Explanation> {
        let kind = shape(text);
        let active = self.is_known(kind);
        let identifier = Identifier::parse(kind, text, region).ok().filter(|_| active);
        let (mut user, said, taken) = match &identifier {
            None => (None, Vec::new(), false),
            Some(identifier) => cx.db.read(|conn| {
                let taken = !users::clashes(conn, &as_new(identifier), cx.now)?.is_empty();
                Ok((users::find(conn, identifier)?, self.chain.explain(conn, identifier)?, taken))
            })?,
        };
        // A backend of one's own may know an account by another name than our table does.
        user = user.or_else(|| said.iter().find_map(|(_, said)| said.account().cloned()));
        let subject = Subject { text, kind, identifier, user, region, shown };
        let login = self.login_state(cx, &subject)?;
        let (codes, sending) = self.code_states(cx, &subject)?;
        let account = subject.user.as_ref().map(|user| self.account_state(cx, &subject, user)).transpose()?;
        let explanation = Explanation {
            identifier: if shown { text.to_owned() } else { self.hidden_text(&subject) },
            readings: if shown { self.readings(text, region) } else { Vec::new() },
            answers: self.answers(cx, &subject, &said, &login),
            messages: self.messages_to(cx, &subject)?,
            backends: said.into_iter().map(|(name, said)| says(name, said)).collect(),
            taken,
            account,
            login,
            codes,
            sending,
        };
        if let Some(user) = &subject.user {
            cx.db.write(|conn| self.note(cx, conn, Some(user.id), EventKind::Explained, by.signs(Value::Null)))?;
        }
        Ok(explanation)
    }

    /// Whether identifiers of this kind exist here at all.
    fn is_known(&self, kind: IdentifierKind) -> bool {
        kind != IdentifierKind::Phone || self.settings.phone_authentication_active
    }

    /// An identifier that nobody gave: a username is public, an address is not.
    #[expect(clippy::unused_self, reason = "it is a verb like the others")]
    fn hidden_text(&self, subject: &Subject<'_>) -> String {
        match &subject.identifier {
            Some(Identifier::Email(email)) => masked(&Destination::Email(email.as_str().into())),
            Some(Identifier::Phone(phone)) => masked(&Destination::Phone(phone.as_str().into())),
            _ => subject.text.to_owned(),
        }
    }
}

fn as_new(identifier: &Identifier) -> NewUser {
    match identifier.clone() {
        Identifier::Username(username) => NewUser { username: Some(username), ..NewUser::default() },
        Identifier::Email(email) => NewUser { email: Some(email), ..NewUser::default() },
        Identifier::Phone(phone) => NewUser { phone: Some(phone), ..NewUser::default() },
    }
}

fn says(name: &str, said: Said) -> BackendSays {
    let (says, why) = match said {
        Said::IfRight(_) => ("if_right", None),
        Said::Denies(why) => ("denies", Some(why)),
        Said::Passes(why) => ("passes", Some(slug(why))),
    };
    BackendSays { name: name.to_owned(), says, why }
}

fn slug(why: Why) -> String {
    match why {
        Why::NoUse => "no_use".into(),
        Why::Nobody => "nobody".into(),
        Why::Inactive(_) => "inactive".into(),
        Why::NoPassword(_) => "no_password".into(),
        Why::Other(words) => words,
    }
}

fn in_request(event: AccountEvent) -> EventInRequest {
    EventInRequest {
        kind: event.kind,
        at: event.at,
        ip: event.ip,
        user_agent: event.user_agent,
        detail: event.detail.0,
        account_id: event.user_id.map(|id| id.to_string()),
    }
}
