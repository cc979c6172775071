//! Where messages with codes would go, and why some would go nowhere.

use super::super::reset_password::may_reset;
use super::super::verify::is_proved;
use super::super::{Accounts, post};
use super::Subject;
use crate::context::Context;
use crate::db::User;
use crate::delivery::MessageKind;
use crate::error::Result;
use crate::otp::{Channel, Target};
use serde::Serialize;

/// Where one kind of message would go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MessageTo {
    /// What was asked for: `reset`, `login`, `verify_email` or `verify_phone`.
    pub asked: &'static str,
    /// What would be sent, as in `X-Countersign-Message`.
    pub message: Option<&'static str>,
    /// Where to, masked unless it was asked about.
    pub to: Option<String>,
    /// Why nothing would be sent: `off`, `no_account`, `inactive`, `no_address`, `not_proved`, `proved`, or `needs_owner`
    /// where only its signed-in owner may prove the address.
    pub why_not: Option<&'static str>,
}

impl Accounts {
    /// Where messages would go that this identifier asks for, as far as the limits let them. What is answered is the same.
    pub(super) fn messages_to(&self, cx: &Context<'_>, subject: &Subject<'_>) -> Result<Vec<MessageTo>> {
        let mut all = Vec::new();
        let (user, target) = self.reset_target(cx, subject.text, None, subject.region)?;
        all.push(match (user, target.user) {
            (Some(user), Some(_)) => {
                let kind = if may_reset(&user, target.channel) {
                    MessageKind::ResetPassword
                } else {
                    MessageKind::ReleaseAddress
                };
                sent("reset", kind, subject, &user, &target)
            }
            _ => unsent("reset", self.nobody(subject)),
        });
        let (user, target) = self.login_target(cx, subject.text, None, subject.region)?;
        all.push(match (user, target.user) {
            _ if !self.settings.login.by_code => unsent("login", "off"),
            (Some(user), Some(_)) => sent("login", MessageKind::LoginCode, subject, &user, &target),
            _ => unsent("login", self.nobody(subject)),
        });
        let channels = [
            (Channel::Email, "verify_email", MessageKind::VerifyEmail),
            (Channel::Phone, "verify_phone", MessageKind::VerifyPhone),
        ];
        for (channel, asked, kind) in channels {
            let own = subject.user.as_ref().and_then(|user| Some((user, Target::own(user, channel)?)));
            all.push(match own {
                _ if !self.is_known(channel.identifier()) => unsent(asked, "off"),
                None => unsent(asked, if subject.user.is_some() { "no_address" } else { "no_account" }),
                Some((user, _)) if is_proved(user, channel) => unsent(asked, "proved"),
                Some((user, _)) if !user.is_active => unsent(asked, "inactive"),
                Some((user, _)) if user.reset_by.as_deref().is_some_and(|by| by != channel.as_str()) => {
                    unsent(asked, "needs_owner")
                }
                Some((user, target)) => sent(asked, kind, subject, user, &target),
            });
        }
        Ok(all)
    }

    /// Why a code would go to nobody.
    #[expect(clippy::unused_self, reason = "it is a verb like the others")]
    fn nobody(&self, subject: &Subject<'_>) -> &'static str {
        match &subject.user {
            None => "no_account",
            Some(user) if !user.is_active => "inactive",
            Some(user) if user.email.is_none() && user.phone.is_none() => "no_address",
            Some(_) => "not_proved",
        }
    }
}

fn sent(asked: &'static str, kind: MessageKind, subject: &Subject<'_>, user: &User, target: &Target) -> MessageTo {
    let to = post::stored_address(user, target.channel).map(|to| subject.show(&to));
    MessageTo { asked, message: Some(kind.slug()), to, why_not: None }
}

fn unsent(asked: &'static str, why: &'static str) -> MessageTo {
    MessageTo { asked, message: None, to: None, why_not: Some(why) }
}
