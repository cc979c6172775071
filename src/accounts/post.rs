//! Puts letters into the outbox, in the transaction of the change they tell of. Sends nothing.

use super::Accounts;
use crate::context::Context;
use crate::db::outbox::{self, Message};
use crate::db::{Conn, Id, Time, User};
use crate::delivery::{Destination, Letter, MessageKind};
use crate::error::{Error, Result};
use crate::languages::moment;
use crate::otp::{Channel, Issued, Target};
use secrecy::ExposeSecret;
use serde_json::{Map, json};

impl Accounts {
    /// Writes a letter with a code, and by email a link, to an address. For nobody it is written too, and thrown away by
    /// the postman: so neither the time of an answer nor what the process does after it tells whether there was somebody.
    pub(super) fn post_code(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        kind: MessageKind,
        user: Option<&User>,
        target: &Target,
        issued: &Issued,
    ) -> Result<()> {
        self.post_code_to(cx, conn, kind, user, destination(user, target), issued)
    }

    /// The same, to an address that the account need not have yet.
    pub(super) fn post_code_to(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        kind: MessageKind,
        user: Option<&User>,
        to: Destination,
        issued: &Issued,
    ) -> Result<()> {
        let base = &self.settings.public_url.base;
        let path = match kind {
            MessageKind::VerifyEmail => "/verify/email",
            MessageKind::LoginCode => "/login/code",
            MessageKind::ChangeEmail => "/account/email/confirm",
            _ => "/password/reset",
        };
        let link = issued.link.as_ref().map(|secret| format!("{base}{path}/{}/{}", issued.id, secret.expose_secret()));
        let letter = Letter {
            code: issued.code.as_ref().map(|code| code.expose_secret().to_owned()),
            verification: issued.verification.clone(),
            link,
            minutes: Some(self.otp.ttl(channel(&to)).as_secs() / 60),
            ..self.letter(cx, kind, user, to)
        };
        self.post(cx, conn, user, &letter, Some(issued.expires_at))
    }

    /// Writes a letter that only tells something.
    pub(super) fn post_notice(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        kind: MessageKind,
        user: &User,
        to: Destination,
    ) -> Result<()> {
        let letter = self.notice(cx, kind, Some(user), to);
        self.post(cx, conn, Some(user), &letter, None)
    }

    /// Seals a letter and puts it into the outbox. `user` is whose messages it is among; for nobody it is not sent.
    pub(super) fn post(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        user: Option<&User>,
        letter: &Letter,
        expires_at: Option<Time>,
    ) -> Result<()> {
        let plain = serde_json::to_vec(letter).map_err(Error::internal)?;
        let sealed = self.seal.seal(&plain, cx.random.as_ref());
        let sealed = sealed.ok_or_else(|| Error::internal("nothing to seal a letter with"))?;
        let id = letter.id.parse().map_err(Error::internal)?;
        let message =
            Message::new(id, letter.kind.slug(), masked(&letter.to), channel(&letter.to).as_str(), sealed, cx.now);
        let user_id = user.map(|user| user.id);
        outbox::insert(conn, &Message { user_id, expires_at, for_nobody: user.is_none(), ..message })?;
        cx.note_posted();
        Ok(())
    }

    /// A letter that only tells something, and when that was. With `user` it calls them by their name.
    pub(super) fn notice(&self, cx: &Context<'_>, kind: MessageKind, user: Option<&User>, to: Destination) -> Letter {
        let mut letter = self.letter(cx, kind, user, to);
        letter.details.insert("when".into(), json!(moment(cx.now.timestamp())));
        letter
    }

    fn letter(&self, cx: &Context<'_>, kind: MessageKind, user: Option<&User>, to: Destination) -> Letter {
        Letter {
            id: Id::new(cx.now, cx.random.as_ref()).to_string(),
            kind,
            to,
            language: self.language_of(cx, user),
            code: None,
            link: None,
            minutes: None,
            name: user.and_then(|user| {
                Some(user.first_name.clone()).filter(|name| !name.is_empty()).or_else(|| user.username.clone())
            }),
            details: Map::new(),
            created_at: cx.now.timestamp(),
            verification: None,
        }
    }
}

/// The way by which a letter leaves.
fn channel(to: &Destination) -> Channel {
    match to {
        Destination::Email(_) => Channel::Email,
        Destination::Phone(_) => Channel::Phone,
    }
}

/// The account's own address of this kind, as it is stored.
pub(super) fn stored_address(user: &User, channel: Channel) -> Option<Destination> {
    match channel {
        Channel::Email => user.email.clone().map(Destination::Email),
        Channel::Phone => user.phone.clone().map(Destination::Phone),
    }
}

/// A message is only ever sent to the stored address, not to what somebody typed to find it.
fn destination(user: Option<&User>, target: &Target) -> Destination {
    let own = user.filter(|user| user.email_canonical.as_ref() == Some(&target.address));
    match target.channel {
        Channel::Email => {
            Destination::Email(own.and_then(|user| user.email.clone()).unwrap_or_else(|| target.address.clone()))
        }
        Channel::Phone => Destination::Phone(target.address.clone()),
    }
}

/// An address as it may be shown to whoever may not know it: `ex*****@ex*****.***`, `+*********34`.
#[must_use]
pub fn masked(to: &Destination) -> String {
    match to {
        Destination::Email(address) => {
            let (local, domain) = address.rsplit_once('@').unwrap_or((address, ""));
            let (name, top) = domain.rsplit_once('.').unwrap_or((domain, ""));
            format!("{}@{}.{}", two(local), two(name), "*".repeat(top.chars().count()))
        }
        Destination::Phone(number) => {
            let digits = number.trim_start_matches('+');
            let shown = digits.len().saturating_sub(2);
            format!("+{}{}", "*".repeat(shown), digits.get(shown..).unwrap_or_default())
        }
    }
}

/// A username as others may see it.
#[must_use]
pub fn masked_username(name: &str) -> String {
    two(name)
}

/// The first two characters, if there are more than those.
fn two(text: &str) -> String {
    let count = text.chars().count();
    let shown = 2.min(count.saturating_sub(1));
    text.chars().take(shown).chain(std::iter::repeat_n('*', count - shown)).collect()
}

#[cfg(test)]
mod tests {
    use super::masked;
    use crate::delivery::Destination;

    #[test]
    fn an_address_is_masked_so_that_only_its_owner_knows_it_again() {
        let email = |text: &str| masked(&Destination::Email(text.into()));
        assert_eq!(email("example@example.com"), "ex*****@ex*****.***");
        assert_eq!(email("a@b.de"), "*@*.**");
        assert_eq!(email("alice@mail.example.org"), "al***@ma**********.***");
        assert_eq!(masked(&Destination::Phone("+12025551234".into())), "+*********34");
    }
}
