//! An account made by somebody who administers. It has no password until its owner sets one.

use crate::accounts::register::{encode, insert};
use crate::accounts::{Accounts, Actor, EventKind};
use crate::context::Context;
use crate::db::{User, profile_keys};
use crate::error::Result;
use crate::forms::account::{AccountForm, NewAccount, RIGHTS};
use crate::forms::{Input, Rules};
use crate::otp::{Channel, Target};
use serde_json::Value;

impl Accounts {
    /// The form that makes an account, as `actor` may fill it in.
    #[must_use]
    pub fn new_account_form(&self, actor: Actor<'_>) -> AccountForm {
        let rights = if actor.may_grant().is_ok() { &RIGHTS[1..] } else { &[] };
        AccountForm::new(self.register_form.as_ref(), &Rules::of(&self.settings), rights)
    }

    /// Makes an account, whose addresses nobody has proved yet, and sends it the ordinary message to set a password if that
    /// is asked for.
    ///
    /// # Errors
    /// [`crate::error::Error::Invalid`] with every mistake, by the rules of every account; [`crate::error::Code::Forbidden`]
    /// for staff who would make staff; [`crate::error::Error::Throttled`] for a message to where many were sent;
    /// [`crate::error::Error::Stale`].
    pub fn create_account(&self, cx: &Context<'_>, actor: Actor<'_>, input: &Input) -> Result<User> {
        self.demand_fresh_actor(cx, actor)?;
        if RIGHTS[1..].iter().any(|name| input.value(name).is_some()) {
            actor.may_grant()?;
        }
        let (NewAccount { registration, send_reset }, mut errors) = self.new_account_form(actor).clean_new(input);
        self.judge(cx, &registration, false, &mut errors)?;
        errors.or(|| ())?;
        let encoded = encode(cx, None)?;
        cx.db.write(|conn| {
            let user = insert(cx, conn, &registration.user, &encoded)?;
            profile_keys::set(conn, user.id, &registration.keys)?;
            self.note(cx, conn, Some(user.id), EventKind::CreatedByAdmin, actor.signs(Value::Null))?;
            let target = Target::own(&user, Channel::Email).or(Target::own(&user, Channel::Phone));
            if let Some(target) = target.filter(|_| send_reset) {
                self.send_reset(cx, conn, actor, &user, &target)?;
            }
            Ok(user)
        })
    }
}
