//! Changing an account as somebody who administers. The rules of every account hold; an address set here is proved by
//! nobody.

use super::{account_to_change, is_oneself};
use crate::accounts::change_address::{give_up, holder, to};
use crate::accounts::post::{masked, stored_address};
use crate::accounts::profile::{store, touched};
use crate::accounts::rights::keep_a_superuser;
use crate::accounts::{Accounts, Actor, EventKind};
use crate::context::Context;
use crate::db::errors::taken;
use crate::db::{Conn, Id, User, address_undos, addresses, one_time_passwords, profile_keys, profiles};
use crate::db::{sessions, staff, users};
use crate::error::{Code, Error, FormErrors, Result};
use crate::forms::account::{AccountChange, AccountForm, RIGHTS};
use crate::forms::{Change, Input, Rules};
use crate::identifiers::{Email, Phone};
use crate::otp::{Channel, Target};
use serde_json::json;

/// An address as it is to be: as stored, and what it is unique by.
type New<'a> = (&'a str, &'a str);

impl Accounts {
    /// The form that changes `user`, as `actor` may fill it in. Nobody takes rights off themselves.
    #[must_use]
    pub fn account_form(&self, actor: Actor<'_>, user: &User) -> AccountForm {
        let rights = match (is_oneself(actor, user), actor.may_grant().is_ok()) {
            (true, _) => &[],
            (false, true) => &RIGHTS[..],
            (false, false) => &RIGHTS[..1],
        };
        AccountForm::new(self.register_form.as_ref(), &Rules::of(&self.settings), rights)
    }

    /// Changes what was sent of an account, and leaves the rest. An old address is told, whatever was proved of it before;
    /// a change of rights ends every session of the account.
    ///
    /// # Errors
    /// [`Code::NotFound`]; [`Error::Invalid`] with every mistake; [`Code::Forbidden`] for rights that are not for `actor` to
    /// give, for staff and the account of a superuser, and for the last superuser's; [`Error::Stale`].
    pub fn edit_account(&self, cx: &Context<'_>, actor: Actor<'_>, id: Id, input: &Input) -> Result<User> {
        self.demand_fresh_actor(cx, actor)?;
        cx.db.write(|conn| {
            let user = account_to_change(conn, actor, id)?;
            let form = self.account_form(actor, &user);
            let has = |name: &str| form.fields().iter().any(|field| field.name == name);
            if RIGHTS.iter().any(|name| input.value(name).is_some() && !has(name)) {
                return Err(Error::Refused(Code::Forbidden));
            }
            let (change, mut errors) = form.clean(&user, input);
            self.judge_change(cx, conn, &user, &change, &mut errors)?;
            let change = errors.or(|| change)?;
            let email = as_new(&change.email, Email::as_str, Email::canonical);
            let phone = as_new(&change.phone, Phone::as_str, Phone::as_str);
            // What takes an identifier away comes after what brings one: a row is never without any.
            let (gone, there): (Vec<_>, Vec<_>) = [(Channel::Email, email), (Channel::Phone, phone)]
                .into_iter()
                .partition(|(_, new)| *new == Change::Remove);
            for (channel, new) in there {
                self.put_address(cx, conn, actor, &user, channel, &new)?;
            }
            self.put_profile(cx, conn, actor, &user, &change)?;
            for (channel, new) in gone {
                self.put_address(cx, conn, actor, &user, channel, &new)?;
            }
            self.put_rights(cx, conn, actor, &user, &change)?;
            users::get(conn, id)?.ok_or(Error::Refused(Code::NotFound))
        })
    }

    fn judge_change(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        user: &User,
        change: &AccountChange,
        errors: &mut FormErrors,
    ) -> Result<()> {
        if let Change::Set(username) = &change.profile.username
            && profiles::has_username(conn, username, user.id)?
        {
            errors.say("username", Code::Taken, taken("username"));
        }
        if let Change::Set(phone) = &change.phone
            && let Some(flaw) = self.unwelcome(phone)
        {
            errors.say("phone", Code::Invalid, flaw);
        }
        let email = as_new(&change.email, Email::as_str, Email::canonical);
        let phone = as_new(&change.phone, Phone::as_str, Phone::as_str);
        for (channel, new) in [(Channel::Email, email), (Channel::Phone, phone)] {
            let Change::Set((_, canonical)) = new else { continue };
            let target = Target { channel, address: canonical.to_owned(), user: Some(user.id) };
            if holder(cx, conn, &target, user.id)?.is_some() {
                errors.say(channel.as_str(), Code::Taken, taken(channel.as_str()));
            }
        }
        for field in profile_keys::clashes(conn, &change.profile.keys, Some(user.id))? {
            let words = taken(&field);
            errors.say(field, Code::Taken, words);
        }
        Ok(())
    }

    fn put_address(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        actor: Actor<'_>,
        user: &User,
        channel: Channel,
        new: &Change<New<'_>>,
    ) -> Result<()> {
        let (email, kind) = (channel == Channel::Email, channel.as_str());
        let old = Target::own(user, channel);
        let new = match new {
            Change::Keep => return Ok(()),
            Change::Remove => None,
            // The same address in another spelling is the same address.
            Change::Set((_, canonical)) if old.as_ref().is_some_and(|old| old.address == *canonical) => return Ok(()),
            Change::Set(new) => Some(*new),
        };
        match new {
            Some(new) => addresses::set_address(conn, user.id, email, new, None)?,
            None => addresses::remove_address(conn, user.id, email)?,
        }
        if let Some(old) = &old {
            one_time_passwords::kill_address(conn, user.id, kind, &old.address)?;
        }
        give_up(conn, user.id, channel)?;
        if let Some((_, canonical)) = new {
            address_undos::delete_address(conn, user.id, kind, canonical)?;
        }
        self.tell_old_address(cx, conn, user, channel, new.map(|(address, _)| address))?;
        let event = match (channel, new) {
            (Channel::Email, Some(_)) => EventKind::EmailChanged,
            (Channel::Phone, Some(_)) => EventKind::PhoneChanged,
            (Channel::Email, None) => EventKind::EmailRemoved,
            (Channel::Phone, None) => EventKind::PhoneRemoved,
        };
        let mut detail = json!({"from": stored_address(user, channel).map(|old| masked(&old))});
        if let Some((address, _)) = new {
            detail["to"] = json!(masked(&to(channel, address)));
        }
        self.note(cx, conn, Some(user.id), event, actor.signs(detail))
    }

    fn put_profile(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        actor: Actor<'_>,
        user: &User,
        change: &AccountChange,
    ) -> Result<()> {
        let fields = touched(user, &change.profile);
        if fields.is_empty() {
            return Ok(());
        }
        store(conn, user, &change.profile)?;
        let detail = actor.signs(json!({"fields": fields}));
        self.note(cx, conn, Some(user.id), EventKind::ProfileChanged, detail)
    }

    fn put_rights(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        actor: Actor<'_>,
        user: &User,
        change: &AccountChange,
    ) -> Result<()> {
        let is_staff = change.is_staff.unwrap_or(user.is_staff);
        let is_superuser = change.is_superuser.unwrap_or(user.is_superuser);
        if (is_staff, is_superuser) != (user.is_staff, user.is_superuser) {
            if !is_superuser || !is_staff {
                keep_a_superuser(conn, user)?;
            }
            staff::set_rights(conn, user.id, is_staff, is_superuser)?;
            sessions::delete_all(conn, user.id)?;
            let detail = actor.signs(json!({"is_staff": is_staff, "is_superuser": is_superuser}));
            self.note(cx, conn, Some(user.id), EventKind::RightsChanged, detail)?;
        }
        match change.is_active {
            Some(active) => self.switch_active(cx, conn, actor, user, active),
            None => Ok(()),
        }
    }
}

fn as_new<T>(change: &Change<T>, shown: fn(&T) -> &str, canonical: fn(&T) -> &str) -> Change<New<'_>> {
    match change {
        Change::Keep => Change::Keep,
        Change::Remove => Change::Remove,
        Change::Set(new) => Change::Set((shown(new), canonical(new))),
    }
}
