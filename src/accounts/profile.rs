//! What an account says of itself: the username, the names and the profile. Only what is sent is touched.

use super::form_work::do_work;
use super::{Accounts, EventKind, SignedIn};
use crate::context::Context;
use crate::db::errors::taken;
use crate::db::{Conn, User, profile_keys, profiles, users};
use crate::error::{Code, Error, Result};
use crate::forms::{Change, Input, ProfileChange, ProfileForm};
use crate::identifiers::Region;
use serde_json::json;

impl Accounts {
    /// The form that changes a profile: what the registration form in use asks for, and always the username and names.
    #[must_use]
    pub fn profile_form(&self, region: Option<Region>) -> ProfileForm {
        ProfileForm::of(self.register_form.as_ref(), region)
    }

    /// Changes what was sent of the profile and leaves the rest. What is as it was is no mistake.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every mistake: among them `taken`, and `no_identifier` when the username is the only one.
    pub fn update_profile(
        &self,
        cx: &Context<'_>,
        who: &SignedIn,
        input: &Input,
        region: Option<Region>,
    ) -> Result<User> {
        let form = self.profile_form(region);
        cx.db.write(|conn| {
            // Nobody takes another identifier away while this one looks whether there is one.
            let user = users::lock(conn, who.user.id)?.filter(|user| user.is_active);
            let user = user.ok_or(Error::Refused(Code::Unauthenticated))?;
            let (change, mut errors) = form.clean(&user, input);
            if let Change::Set(username) = &change.username
                && profiles::has_username(conn, username, user.id)?
            {
                errors.say("username", Code::Taken, taken("username"));
            }
            for field in profile_keys::clashes(conn, &change.keys, Some(user.id))? {
                let words = taken(&field);
                errors.say(field, Code::Taken, words);
            }
            let change = errors.or(|| change)?;
            let fields = touched(&user, &change);
            if !fields.is_empty() {
                store(conn, &user, &change)?;
                self.note(cx, conn, Some(user.id), EventKind::ProfileChanged, json!({"fields": fields}))?;
            }
            do_work(cx, conn, user.id)?;
            users::get(conn, user.id)?.ok_or(Error::Refused(Code::Unauthenticated))
        })
    }
}

/// Writes a change that was looked at.
pub(super) fn store(conn: &mut Conn, user: &User, change: &ProfileChange) -> Result<()> {
    match &change.username {
        Change::Keep => {}
        Change::Remove => profiles::set_username(conn, user.id, None)?,
        Change::Set(username) => profiles::set_username(conn, user.id, Some(username))?,
    }
    let first_name = change.first_name.as_ref().unwrap_or(&user.first_name);
    let last_name = change.last_name.as_ref().unwrap_or(&user.last_name);
    let profile = change.profile.as_ref().unwrap_or(&user.profile);
    profiles::set_details(conn, user.id, first_name, last_name, profile)?;
    profile_keys::set(conn, user.id, &change.keys)
}

/// The names of what will not be as it was.
pub(super) fn touched(user: &User, change: &ProfileChange) -> Vec<String> {
    let mut fields = Vec::new();
    let username = match &change.username {
        Change::Keep => false,
        Change::Remove => user.username.is_some(),
        Change::Set(username) => user.username.as_deref() != Some(username.as_str()),
    };
    let differs = |new: &Option<String>, old: &String| new.as_ref().is_some_and(|new| new != old);
    let names = [
        ("username", username),
        ("first_name", differs(&change.first_name, &user.first_name)),
        ("last_name", differs(&change.last_name, &user.last_name)),
    ];
    fields.extend(names.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name.to_owned()));
    if let Some(profile) = &change.profile {
        let (old, new) = (&user.profile.0, &profile.0);
        let names = new.keys().chain(old.keys().filter(|name| !new.contains_key(*name)));
        fields.extend(names.filter(|name| old.get(*name) != new.get(*name)).cloned());
    }
    fields
}
