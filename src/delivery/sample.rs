//! Every message with sample data: for whoever writes the words, and to see that all of them can be filled in.

use super::letter::{Destination, Letter, MessageKind};
use super::message::{Email, Sms};
use super::stationery::Stationery;
use super::unwritten::Unwritten;
use crate::languages::moment;
use crate::settings::Mistake;
use jiff::Timestamp;
use serde_json::{Map, json};

/// A message as an example, by email, by text message or both.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The section of the file of words.
    pub name: &'static str,
    /// By email, where it has words for one.
    pub email: Option<Email>,
    /// By text message, where it has words for one.
    pub sms: Option<Sms>,
}

impl Stationery {
    /// The names of all messages: their kinds, and `address_released`, which stands in for two of them.
    #[must_use]
    pub fn names() -> Vec<&'static str> {
        MessageKind::ALL.iter().map(|kind| kind.slug()).chain([RELEASED]).collect()
    }

    /// The message of this name, with sample data.
    ///
    /// # Errors
    /// When its words or layouts are broken; `Ok(None)` when there is no such message.
    pub fn sample(&self, name: &str) -> Result<Option<Sample>, Vec<Mistake>> {
        let Some(name) = Self::names().into_iter().find(|known| *known == name) else { return Ok(None) };
        let written = || {
            Ok(Sample {
                name,
                email: self.has_email(name).then(|| self.write_email(&full(self, name, true))).transpose()?,
                sms: self.has_sms(name).then(|| self.write_sms(&full(self, name, false))).transpose()?,
            })
        };
        written().map(Some).map_err(mistakes)
    }

    /// Fills in every message in every language offered, with everything there can be and with as little, and says what is
    /// wrong.
    #[must_use]
    pub fn rehearse(&self) -> Vec<Mistake> {
        let mut found: Vec<Mistake> = Vec::new();
        for tag in self.languages().enabled() {
            for name in Self::names() {
                let new = self.rehearse_one(name, tag);
                found.extend(new.into_iter().filter(|mistake| !found.contains(mistake)).collect::<Vec<_>>());
            }
        }
        found
    }

    fn rehearse_one(&self, name: &str, tag: &str) -> Vec<Mistake> {
        let full = |email| Letter { language: tag.to_owned(), ..full(self, name, email) };
        let bare = |email| Letter { link: None, name: None, minutes: None, details: Map::new(), ..full(email) };
        // What is released is told by a detail, and by nothing else.
        let bare = |email| if name == RELEASED { Letter { name: None, ..full(email) } } else { bare(email) };
        let mut found = Vec::new();
        for letter in [full(true), bare(true), full(false), bare(false)] {
            let written = match letter.to {
                Destination::Email(_) if self.has_email(name) => self.write_email(&letter).map(|_| ()),
                Destination::Phone(_) if self.has_sms(name) => self.write_sms(&letter).map(|_| ()),
                _ => Ok(()),
            };
            found.extend(written.err().map(mistakes).unwrap_or_default());
        }
        found
    }
}

/// 22 November and 6 December 2026, 10:00 UTC.
const WHEN: Timestamp = Timestamp::constant(1_795_341_600, 0);
const UNTIL: Timestamp = Timestamp::constant(1_796_551_200, 0);

const RELEASED: &str = "address_released";

/// A letter with everything that its kind can have.
fn full(stationery: &Stationery, name: &str, email: bool) -> Letter {
    use MessageKind as K;
    let kind = MessageKind::from_slug(name).unwrap_or(if email { K::PhoneChanged } else { K::EmailChanged });
    let site = stationery.site();
    let proves =
        |path: &str| Some(format!("{site}{path}/0193a1c2-0000-7000-8000-000000000000/SampleOfALinkThatLeadsNowhere"));
    let link = match kind {
        _ if name == RELEASED || !email => None,
        K::VerifyEmail => proves("/verify/email"),
        K::LoginCode => proves("/login/code"),
        K::ResetPassword | K::ReleaseAddress => proves("/password/reset"),
        K::ChangeEmail => Some(format!("{site}/account/email/confirm")),
        K::EmailChanged => proves("/account/email/undo"),
        K::PhoneChanged => proves("/account/phone/undo"),
        K::Test => Some(format!("{site}/")),
        K::VerifyPhone
        | K::ChangePhone
        | K::PasswordChanged
        | K::AlreadyRegistered
        | K::AccountDeleted
        | K::DeletionRequested => None,
    };
    let tells = matches!(
        kind,
        K::EmailChanged
            | K::PhoneChanged
            | K::PasswordChanged
            | K::AlreadyRegistered
            | K::AccountDeleted
            | K::DeletionRequested
            | K::Test
    );
    let code = if email { "BCDFGHJK" } else { "123456" };
    let mut details = Map::new();
    if tells {
        details.insert("when".into(), json!(moment(WHEN)));
        details.insert("ip".into(), json!("192.0.2.7"));
        details.insert("new_email".into(), json!("ad*****@ex*****.***"));
        details.insert("until".into(), json!(moment(UNTIL)));
        details.insert("new_phone".into(), json!("+*********89"));
        details.insert("released".into(), json!(name == RELEASED));
    }
    Letter {
        id: "sample".into(),
        kind,
        to: if email {
            Destination::Email("ada@example.org".into())
        } else {
            Destination::Phone("+4915123456789".into())
        },
        language: stationery.languages().default().to_owned(),
        code: (!tells).then(|| code.to_owned()),
        minutes: ((!tells || link.is_some()) && kind != K::Test).then_some(15),
        link,
        name: Some("Ada Lovelace".into()),
        details,
        created_at: Timestamp::UNIX_EPOCH,
        verification: None,
    }
}

fn mistakes(unwritten: Unwritten) -> Vec<Mistake> {
    match unwritten {
        Unwritten::Template(mistakes) => mistakes,
        Unwritten::Letter(error) => vec![Mistake::new("", error.to_string(), "")],
    }
}
