//! What the owner of an account may change of it later: the username, the names and the profile, by the rules of the
//! registration form in use. Refuses to know who is signed in and how it is stored.

use super::field::Field;
use super::input::{Input, Source};
use super::kind::Kind;
use super::register::RegistrationForm;
use super::value::{self, Sent};
use crate::db::profile_keys::ProfileKey;
use crate::db::{Json, User};
use crate::error::{Code, FormErrors};
use crate::identifiers::{Flaw, IdentifierKind, Region, Username};
use crate::phrase::Phrase;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// Most bytes of a whole profile, as JSON.
pub const PROFILE_BYTES: usize = 16 * 1024;

/// The form at `/account/profile` and behind `PATCH /me`.
#[derive(Clone, Debug)]
pub struct ProfileForm {
    fields: Vec<Field>,
    region: Option<Region>,
}

/// What becomes of one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Change<T> {
    /// It stays.
    #[default]
    Keep,
    /// There is none from now on.
    Remove,
    /// This is it from now on.
    Set(T),
}

/// What a change of the profile comes to. What was not sent stays as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProfileChange {
    /// The username.
    pub username: Change<Username>,
    /// The new given name; empty is none.
    pub first_name: Option<String>,
    /// The new family name; empty is none.
    pub last_name: Option<String>,
    /// The whole profile as it is from now on.
    pub profile: Option<Json>,
    /// What the changed fields of the profile are unique by from now on.
    pub keys: Vec<ProfileKey>,
}

impl ProfileForm {
    /// What of the fields of `form` may be changed later. Username and names are always among them.
    #[must_use]
    pub fn of(form: &dyn RegistrationForm, region: Option<Region>) -> Self {
        let declared = |name: &str| form.fields().iter().find(|field| field.name == name).cloned();
        let username = declared("username").unwrap_or_else(|| Field::identifier(IdentifierKind::Username));
        let mut fields = vec![
            // An account may live without a username while it has another identifier.
            Field { required: false, required_unless: None, ..username },
            declared("first_name").unwrap_or_else(Field::first_name),
            declared("last_name").unwrap_or_else(Field::last_name),
        ];
        fields.extend(form.profile_fields().into_iter().cloned());
        Self { fields, region }
    }

    /// The same form for those who administer: nothing has to be said, nothing has to be ticked.
    #[must_use]
    pub fn lenient(mut self) -> Self {
        for field in &mut self.fields {
            (field.required, field.required_unless, field.checks.must_be_true) = (false, None, false);
            field.default = None;
        }
        self
    }

    /// What the page shows.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Reads a change of the account `present`: what is not sent stays, null takes away, and so does an empty box on a
    /// page. Fields of the profile that the form does not have stay too.
    #[must_use]
    pub fn clean(&self, present: &User, input: &Input) -> (ProfileChange, FormErrors) {
        let mut errors = FormErrors::default();
        let mut change = ProfileChange::default();
        let mut profile = present.profile.0.clone();
        for field in &self.fields {
            if field.kind == Kind::Identifier(IdentifierKind::Username) {
                change.username = username(field, present, input, &mut errors);
                continue;
            }
            let (value, touched) = match value::read(field, input, &mut errors) {
                Sent::Absent | Sent::Wrong => continue,
                Sent::None if field.is_required() => {
                    field.missing(&mut errors);
                    continue;
                }
                Sent::None => (None, true),
                Sent::Value(value) => (Some(value), true),
            };
            let text = || value.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned();
            match (&field.kind, &*field.name) {
                (Kind::Name, "first_name") => change.first_name = Some(text()),
                (Kind::Name, _) => change.last_name = Some(text()),
                _ if touched && profile.get(&*field.name) != value.as_ref() => {
                    change.keys.extend(key(field, value.as_ref(), self.region));
                    store(&mut profile, field, value);
                }
                _ => {}
            }
        }
        let known: Vec<&str> = self.fields.iter().map(|field| field.name.as_ref()).collect();
        input.refuse_others(&known, &mut errors);
        self.at_least_one_of(present, &change, &profile, input, &mut errors);
        check_size(&profile, &mut errors);
        if profile != present.profile.0 {
            change.profile = Some(Json(profile));
        }
        (change, errors)
    }

    /// Of two fields of which one must be there, the second cannot be taken away. What was lacking before is let be.
    fn at_least_one_of(
        &self,
        present: &User,
        change: &ProfileChange,
        profile: &Map<String, Value>,
        input: &Input,
        errors: &mut FormErrors,
    ) {
        let is_there = |name: &str| match name {
            "email" => present.email.is_some(),
            "phone" => present.phone.is_some(),
            "username" => match change.username {
                Change::Keep => present.username.is_some(),
                Change::Remove => false,
                Change::Set(_) => true,
            },
            "first_name" => !change.first_name.as_ref().unwrap_or(&present.first_name).is_empty(),
            "last_name" => !change.last_name.as_ref().unwrap_or(&present.last_name).is_empty(),
            name => profile.get(name).is_some_and(|value| *value != Value::Bool(false)),
        };
        for field in &self.fields {
            let Some(other) = field.required_unless.as_deref() else { continue };
            let touched = [&*field.name, other].into_iter().find(|name| input.value(name).is_some());
            if let Some(name) = touched
                && !is_there(&field.name)
                && !is_there(other)
                && !errors.has(name)
            {
                errors.add(name.to_owned(), Code::Required);
            }
        }
    }
}

fn username(field: &Field, present: &User, input: &Input, errors: &mut FormErrors) -> Change<Username> {
    use super::input::Value as Given;
    let none = match input.value("username") {
        Some(Given::Null) => true,
        Some(Given::Text(text)) => text.is_empty() && input.source() == Source::Page,
        _ => false,
    };
    if none {
        if present.email.is_none() && present.phone.is_none() {
            errors.whole(Code::NoIdentifier, Phrase::new("forms-keep-username"));
        }
        return Change::Remove;
    }
    let Some(raw) = input.text("username", errors).filter(|raw| present.username.as_deref() != Some(raw)) else {
        return Change::Keep;
    };
    let wrong = match Username::parse(raw) {
        Ok(username) => match field.checks.text(username.as_str(), &field.help) {
            None => return Change::Set(username),
            Some(wrong) => wrong,
        },
        Err(Flaw { code, detail }) => (code, detail),
    };
    errors.say("username", wrong.0, wrong.1);
    Change::Keep
}

/// Puts a value into the profile, or takes it out.
pub(super) fn store(profile: &mut Map<String, Value>, field: &Field, value: Option<Value>) {
    match value {
        Some(value) => _ = profile.insert(field.name.clone().into_owned(), value),
        None => _ = profile.shift_remove(&*field.name),
    }
}

/// What the value of a unique field is unique by; nothing for the others.
pub(super) fn key(field: &Field, value: Option<&Value>, region: Option<Region>) -> Option<ProfileKey> {
    let kind = field.profile_type().filter(|_| field.checks.unique)?;
    let hash = value.map(|value| Sha256::digest(value::canonical(kind, value, region)).to_vec());
    Some(ProfileKey { field: field.name.clone().into_owned(), hash })
}

/// Notes a profile that is too large as a whole.
pub(super) fn check_size(profile: &Map<String, Value>, errors: &mut FormErrors) {
    let size = serde_json::to_string(profile).map_or(usize::MAX, |text| text.len());
    if size > PROFILE_BYTES {
        errors.whole(Code::TooLong, Phrase::new("forms-all-too-long"));
    }
}
