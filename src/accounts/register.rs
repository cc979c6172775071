//! Registration.

use super::{Accounts, Actor, Carrier, Entry, EventKind};
use crate::context::Context;
use crate::db::errors::taken;
use crate::db::profile_keys::{self, ProfileKey};
use crate::db::users::{self, NewUser};
use crate::db::{Conn, Id, User};
use crate::error::{Code, Error, FormErrors, Result};
use crate::forms::{Input, Registration, RegistrationForm};
use crate::identifiers::{Email, Phone, Username};
use crate::limits::Action;
use crate::otp::Channel;
use crate::passwords::{About, unusable};
use crate::phrase::Phrase;
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use std::time::Duration;

/// Nobody stands longer than this behind other registrations of the same name.
const PATIENCE: Duration = Duration::from_secs(5);

/// What came of a registration.
#[derive(Debug)]
pub enum Registered {
    /// The account, signed in.
    SignedIn(Entry),
    /// The account alone.
    Account(User),
    /// A message went out, and nobody is told what it says: an address of this kind is to be proved.
    Quietly(Channel),
}

impl Accounts {
    /// Makes an account of what was sent to `form`, and signs it in if the settings say so.
    ///
    /// # Errors
    /// [`Error::Invalid`] with every mistake, taken identifiers among them; [`Code::RegistrationClosed`];
    /// [`Error::Throttled`].
    pub fn register(
        &self,
        cx: &mut Context<'_>,
        form: &dyn RegistrationForm,
        input: &Input,
        carrier: Carrier,
    ) -> Result<Registered> {
        if !self.settings.registration.open {
            return Err(Error::Refused(Code::RegistrationClosed));
        }
        let (mut registration, mut errors) = form.clean(input);
        // A door for strangers makes no staff, whatever the form says.
        (registration.user.is_staff, registration.user.is_superuser) = (false, false);
        registration.user.language = Some(cx.client.language.clone()).filter(|tag| !tag.is_empty());
        self.require_a_way_in(&registration, &mut errors);
        if registration.user.identifiers().next().is_some() {
            // Whoever may ask which identifiers are taken, may not ask for many.
            self.rates.take(cx, Action::Register)?;
        }
        // Of a hundred that want one name at one instant, one computes a hash; the others then see it taken.
        let names = names(&registration);
        let _turn = self.registering.enter(&names, PATIENCE).ok_or(Error::Overloaded)?;
        let quiet = self.is_quiet(&registration.user);
        self.judge(cx, &registration, quiet, &mut errors)?;
        errors.or(|| ())?;
        if quiet {
            return self.register_quietly(cx, &registration, form).map(Registered::Quietly);
        }
        let encoded = encode(cx, registration.password.as_ref())?;
        cx.db.write(|conn| {
            let user = insert(cx, conn, &registration.user, &encoded)?;
            profile_keys::set(conn, user.id, &registration.keys)?;
            form.after_register(conn, &user, &registration)?;
            self.note(cx, conn, Some(user.id), EventKind::Registered, json!({"form": form.name()}))?;
            self.send_first_codes(cx, conn, &user)?;
            if !self.settings.registration.login_after || self.first_to_verify(&user).is_some() {
                return Ok(Registered::Account(user));
            }
            let proved = user.password.clone();
            let user = users::note_login(conn, user.id, &proved, None, cx.now)?.unwrap_or(user);
            self.note(cx, conn, Some(user.id), EventKind::Login, json!({"by": "registration"}))?;
            self.begin_session(cx, conn, user, carrier).map(Registered::SignedIn)
        })
    }

    /// Makes an account from values that are valid already: for the command line and for programs that use this
    /// crate. Without a password it cannot sign in with one.
    ///
    /// # Errors
    /// [`Error::Invalid`] as for [`Accounts::register`].
    pub fn create_user(&self, cx: &Context<'_>, new: NewUser, password: Option<SecretString>) -> Result<User> {
        let mut errors = FormErrors::default();
        let registration = Registration { user: new, password, ..Registration::default() };
        self.judge(cx, &registration, false, &mut errors)?;
        let Registration { user, password, .. } = errors.or(|| registration)?;
        let encoded = encode(cx, password.as_ref())?;
        cx.db.write(|conn| {
            let user = insert(cx, conn, &user, &encoded)?;
            self.note(cx, conn, Some(user.id), EventKind::CreatedByAdmin, Actor::Shell.signs(Value::Null))?;
            Ok(user)
        })
    }

    /// As [`Accounts::create_user`], for an account that may do everything in the admin pages.
    ///
    /// # Errors
    /// As [`Accounts::create_user`].
    pub fn create_superuser(&self, cx: &Context<'_>, new: NewUser, password: Option<SecretString>) -> Result<User> {
        self.create_user(cx, NewUser { is_staff: true, is_superuser: true, ..new }, password)
    }
}

impl Accounts {
    /// Without a password, there must be an address that codes to sign in can go to.
    fn require_a_way_in(&self, registration: &Registration, errors: &mut FormErrors) {
        let Registration { user, password, .. } = registration;
        if password.is_some() || errors.has("password") {
            return;
        }
        if !self.settings.login.by_code {
            errors.add("password", Code::Required);
        } else if user.email.is_none() && user.phone.is_none() && user.username.is_some() && errors.is_empty() {
            let words = Phrase::new("registration-needs-address");
            errors.whole(Code::NoIdentifier, words);
        }
    }

    /// The rules that no form can switch off. `quiet`: which addresses are known is not told.
    pub(super) fn judge(
        &self,
        cx: &Context<'_>,
        registration: &Registration,
        quiet: bool,
        errors: &mut FormErrors,
    ) -> Result<()> {
        let user = &registration.user;
        if user.identifiers().next().is_none() && errors.is_empty() {
            errors.whole(Code::NoIdentifier, Code::NoIdentifier.words());
        }
        if let Some(flaw) = user.phone.as_ref().and_then(|phone| self.unwelcome(phone)) {
            errors.say("phone", Code::Invalid, flaw);
        }
        for field in cx.db.read(|conn| users::clashes(conn, user, cx.now))? {
            if !quiet || field == "username" {
                errors.say(field, Code::Taken, taken(field));
            }
        }
        for field in cx.db.read(|conn| profile_keys::clashes(conn, &registration.keys, None))? {
            let words = taken(&field);
            errors.say(field, Code::Taken, words);
        }
        if let Some(password) = &registration.password {
            for (code, detail) in cx.policy.check(password.expose_secret(), &about(user)) {
                errors.say("password", code, detail);
            }
        }
        Ok(())
    }

    /// Why this site does not take a number that is valid: whoever sends to it would pay for it, or its region is not
    /// among those of the settings.
    #[must_use]
    pub fn unwelcome(&self, phone: &Phone) -> Option<Phrase> {
        if phone.is_premium() {
            return Some(Phrase::new("phone-premium"));
        }
        let allowed = &self.settings.phone.allowed_regions;
        let region = phone.region();
        let here = allowed.is_empty() || region.is_some_and(|own| allowed.iter().any(|one| one == own.as_str()));
        (!here).then(|| Phrase::new("phone-region").with("regions", allowed.join(", ")))
    }
}

/// Everything an account is unique by.
fn names(registration: &Registration) -> Vec<Vec<u8>> {
    let user = &registration.user;
    let username = user.username.iter().flat_map(|name| [name.skeleton(), name.shown_skeleton()]);
    let email = user.email.iter().map(|email| email.canonical().to_owned());
    let phone = user.phone.iter().map(|phone| phone.as_str().to_owned());
    let key = |ProfileKey { field, hash }: &ProfileKey| {
        hash.as_ref().map(|hash| [field.as_bytes(), b"\0", hash.as_slice()].concat())
    };
    let profile = registration.keys.iter().filter_map(key);
    username.chain(email).chain(phone).map(String::into_bytes).chain(profile).collect()
}

fn about(user: &NewUser) -> About<'_> {
    About {
        username: user.username.as_ref().map(Username::as_str),
        email: user.email.as_ref().map(Email::as_str),
        phone: user.phone.as_ref().map(Phone::as_str),
        first_name: Some(user.first_name.as_str()).filter(|name| !name.is_empty()),
        last_name: Some(user.last_name.as_str()).filter(|name| !name.is_empty()),
    }
}

pub(super) fn encode(cx: &Context<'_>, password: Option<&SecretString>) -> Result<String> {
    password.map_or_else(|| Ok(unusable(cx.random.as_ref())), |password| cx.hash_password(password))
}

pub(super) fn insert(cx: &Context<'_>, conn: &mut Conn, new: &NewUser, encoded: &str) -> Result<User> {
    users::insert(conn, Id::new(cx.now, cx.random.as_ref()), new, encoded, cx.now)
}
