//! Which limits and waits are in force: of passwords, of codes, and of what is sent.

use super::super::Accounts;
use super::Subject;
use crate::context::Context;
use crate::db::{Time, pending_changes};
use crate::delivery::Destination;
use crate::error::Result;
use crate::identifiers::fallback_key;
use crate::limits;
use crate::otp::{Channel, Purpose, Target};
use serde::Serialize;

/// Failures and waits of logins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LoginState {
    /// Failures in a row, by browsers that the account does not know. Each one that it knows has a count of its own, which
    /// only that browser can name.
    pub failures: i64,
    /// How many there may be before waits begin.
    pub limit: u32,
    /// Until when every password is answered with 429.
    pub waits_until: Option<Time>,
    /// Logins that each client network has; how many it has used depends on who asks.
    pub per_network: String,
}

/// How codes for one address and one purpose stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodeState {
    /// Where they go, masked unless it was asked about.
    pub to: String,
    /// What they are good for: `verify`, `reset`, `login` or `change`.
    pub purpose: &'static str,
    /// Until when the one under way is good, if there is one that can still be right.
    pub open_until: Option<Time>,
    /// How often that may still be wrong.
    pub tries_left: i64,
    /// Wrong ones in a row.
    pub failures: i64,
    /// Until when none is looked at.
    pub waits_until: Option<Time>,
}

/// How much may still be sent to an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SendingState {
    /// Which, masked unless it was asked about.
    pub to: String,
    /// Seconds until the next message with a code may leave.
    pub wait: u64,
    /// How many may leave in this hour.
    pub left_in_hour: usize,
    /// How many may leave today.
    pub left_in_day: usize,
}

impl Accounts {
    /// Failures and waits of logins.
    pub(super) fn login_state(&self, cx: &Context<'_>, subject: &Subject<'_>) -> Result<LoginState> {
        let counted = match (&subject.user, &subject.identifier) {
            (Some(user), _) => limits::Subject::Account(user.id),
            (None, Some(identifier)) => limits::Subject::Unknown(identifier.kind(), identifier.canonical().to_owned()),
            (None, None) => limits::Subject::Unknown(subject.kind, fallback_key(subject.text)),
        };
        let (failures, waits_until) = cx.db.read(|conn| self.failures.standing(conn, &counted, cx.now))?;
        Ok(LoginState {
            failures,
            limit: self.settings.limits.login_failures_per_account,
            waits_until,
            per_network: self.settings.limits.login_per_ip.to_string(),
        })
    }

    /// How the addresses behind the identifier stand: those of its account and those it would be sent to.
    pub(super) fn code_states(
        &self,
        cx: &Context<'_>,
        subject: &Subject<'_>,
    ) -> Result<(Vec<CodeState>, Vec<SendingState>)> {
        let mut targets: Vec<(Target, &[Purpose])> = Vec::new();
        let own = subject.user.iter().flat_map(|user| {
            [Channel::Email, Channel::Phone].into_iter().filter_map(|channel| Target::own(user, channel))
        });
        targets.extend(own.map(|target| (target, &[Purpose::Verify, Purpose::Reset, Purpose::Login][..])));
        if let Some(user) = &subject.user {
            for change in cx.db.read(|conn| pending_changes::of_user(conn, user.id))? {
                let channel = if change.kind == "email" { Channel::Email } else { Channel::Phone };
                let target = Target { channel, address: change.canonical, user: Some(user.id) };
                targets.push((target, &[Purpose::Change]));
            }
        } else {
            let (_, reset) = self.reset_target(cx, subject.text, None, subject.region)?;
            targets.push((reset, &[Purpose::Verify, Purpose::Reset]));
            let (_, login) = self.login_target(cx, subject.text, None, subject.region)?;
            targets.push((login, &[Purpose::Login]));
        }
        cx.db.read(|conn| {
            let (mut codes, mut sending): (Vec<CodeState>, Vec<SendingState>) = Default::default();
            for (target, purposes) in &targets {
                let to = self.shown(subject, target);
                for purpose in *purposes {
                    let standing = self.otp.standing(cx, conn, target, *purpose)?;
                    if standing.open_until.is_some() || standing.failures > 0 {
                        codes.push(CodeState {
                            to: to.clone(),
                            purpose: purpose.as_str(),
                            open_until: standing.open_until,
                            tries_left: standing.tries_left,
                            failures: standing.failures,
                            waits_until: standing.waits_until,
                        });
                    }
                }
                let room = self.otp.room(cx, conn, target)?;
                let (left_in_hour, left_in_day) = (room.left_in_hour, room.left_in_day);
                let state = SendingState { to, wait: seconds(room.wait), left_in_hour, left_in_day };
                if !sending.contains(&state) {
                    sending.push(state);
                }
            }
            Ok((codes, sending))
        })
    }

    /// An address as the administrator may see it. What names nobody is what was asked about.
    #[expect(clippy::unused_self, reason = "it is a verb like the others")]
    fn shown(&self, subject: &Subject<'_>, target: &Target) -> String {
        match (target.user, target.channel) {
            (None, _) => subject.text.to_owned(),
            (_, Channel::Email) => subject.show(&Destination::Email(target.address.clone())),
            (_, Channel::Phone) => subject.show(&Destination::Phone(target.address.clone())),
        }
    }
}

/// Whole seconds, rounded up as in `Retry-After`.
fn seconds(span: std::time::Duration) -> u64 {
    span.as_secs() + u64::from(span.subsec_nanos() > 0)
}
