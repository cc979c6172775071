//! An account as those who administer fill it in: the identifiers, what the registration form in use asks for, and what it
//! may do. Never a password. Refuses to know who may change what.

use super::change_address::phone_help;
use super::field::Field;
use super::fields_form::FieldsForm;
use super::filled::SmallForm;
use super::input::{Input, Source, Value};
use super::kind::Kind;
use super::profile::{Change, ProfileChange, ProfileForm};
use super::register::{Registration, RegistrationForm, Rules};
use crate::db::User;
use crate::error::{Code, FormErrors};
use crate::identifiers::{Email, Flaw, IdentifierKind, Phone, Region};
use crate::phrase::Phrase;

/// The boxes that say what an account may do.
pub const RIGHTS: [&str; 3] = ["is_active", "is_staff", "is_superuser"];

/// The box that has a new account told how to get in.
pub const SEND_RESET: &str = "send_reset";

/// The form that makes an account, or changes one.
#[derive(Debug)]
pub struct AccountForm {
    fields: Vec<Field>,
    profile: ProfileForm,
    region: Option<Region>,
    rules: Rules,
}

/// What a change of an account comes to. What was not sent stays as it is.
#[derive(Debug, Default)]
pub struct AccountChange {
    /// The username, the names and the profile.
    pub profile: ProfileChange,
    /// The email address.
    pub email: Change<Email>,
    /// The phone number.
    pub phone: Change<Phone>,
    /// Whether it may sign in.
    pub is_active: Option<bool>,
    /// Whether it may administer.
    pub is_staff: Option<bool>,
    /// Whether it may do everything there.
    pub is_superuser: Option<bool>,
}

/// An account to be, and whether it is told how to get in.
#[derive(Debug)]
pub struct NewAccount {
    /// Without a password: nobody but its owner ever knows one.
    pub registration: Registration,
    /// Whether the ordinary message to set a password is sent.
    pub send_reset: bool,
}

impl AccountForm {
    /// A form for what `form` asks for, with those of [`RIGHTS`] that whoever fills it in may give. What people have to say
    /// of themselves, those who administer may leave out.
    #[must_use]
    pub fn new(form: &dyn RegistrationForm, rules: &Rules, rights: &[&'static str]) -> Self {
        let profile = ProfileForm::of(form, rules.region).lenient();
        let (username, rest) = profile.fields().split_at(1);
        let mut fields = username.to_vec();
        fields.push(Field::identifier(IdentifierKind::Email));
        if rules.phones {
            let phone = Field::identifier(IdentifierKind::Phone);
            fields.push(phone.help(phone_help(rules.region)));
        }
        fields.extend(rest.iter().cloned());
        fields.extend(rights.iter().map(|name| right(name)));
        Self { fields, region: rules.region, rules: rules.clone(), profile }
    }

    /// What the page that changes an account shows.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// What the page that makes an account shows.
    #[must_use]
    pub fn new_fields(&self) -> Vec<Field> {
        let told = Field::new(SEND_RESET, Phrase::new("admin-account-send"), Kind::Checkbox);
        let told = told.help(Phrase::new("admin-account-send-help"));
        let there = self.fields.iter().filter(|field| field.name != "is_active").cloned();
        there.chain([told]).collect()
    }

    /// Reads a change of the account `present`: what is not sent stays, null takes away, and so does an empty box on a
    /// page; a box without its tick there is no.
    #[must_use]
    pub fn clean(&self, present: &User, input: &Input) -> (AccountChange, FormErrors) {
        let mut errors = FormErrors::default();
        let names = ["email", "phone", "is_active", "is_staff", "is_superuser"];
        let (own, rest) = input.split(|name| names.contains(&name) && self.has(name));
        let email = address(&own, "email", present.email.as_deref(), Email::parse, &mut errors);
        let region = self.region;
        let phone = address(&own, "phone", present.phone.as_deref(), |raw| Phone::parse(raw, region), &mut errors);
        // As it will be: whether there is another identifier left is asked of this.
        let mut soon = present.clone();
        set(&mut soon.email, &email, Email::as_str);
        set(&mut soon.phone, &phone, Phone::as_str);
        let (profile, others) = self.profile.clean(&soon, &rest);
        let mut change = AccountChange { profile, email, phone, ..AccountChange::default() };
        change.is_active = self.flag(&own, "is_active", &mut errors);
        change.is_staff = self.flag(&own, "is_staff", &mut errors);
        change.is_superuser = self.flag(&own, "is_superuser", &mut errors);
        errors.0.extend(others.0);
        let none = soon.email.is_none() && soon.phone.is_none();
        let nameless = none && change.profile.username == Change::Keep && present.username.is_none();
        if nameless && errors.is_empty() {
            errors.whole(Code::NoIdentifier, Code::NoIdentifier.words());
        }
        let staff = change.is_staff.unwrap_or(present.is_staff);
        let superuser = change.is_superuser.unwrap_or(present.is_superuser);
        // What was so before is nothing that this form has to mend.
        if (staff, superuser) != (present.is_staff, present.is_superuser) {
            judge_rights(staff, superuser, &mut errors);
        }
        (change, errors)
    }

    /// Reads an account to be.
    #[must_use]
    pub fn clean_new(&self, input: &Input) -> (NewAccount, FormErrors) {
        let names = [SEND_RESET, "is_staff", "is_superuser"];
        let (own, rest) = input.split(|name| names.contains(&name) && (name == SEND_RESET || self.has(name)));
        let asked: Vec<Field> = self.fields.iter().filter(|field| !RIGHTS.contains(&&*field.name)).cloned().collect();
        let form = FieldsForm::new("account", Phrase::new("admin-rows-account"), None, asked, &self.rules);
        let (mut registration, mut errors) = form.clean(&rest);
        let send_reset = own.flag(SEND_RESET, &mut errors);
        registration.user.is_staff = own.flag("is_staff", &mut errors);
        registration.user.is_superuser = own.flag("is_superuser", &mut errors);
        judge_rights(registration.user.is_staff, registration.user.is_superuser, &mut errors);
        if send_reset && registration.user.email.is_none() && registration.user.phone.is_none() && errors.is_empty() {
            errors.say(SEND_RESET, Code::Invalid, Phrase::new("admin-account-send-nowhere"));
        }
        (NewAccount { registration, send_reset }, errors)
    }

    fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// A box that the form does not have says nothing.
    fn flag(&self, input: &Input, name: &str, errors: &mut FormErrors) -> Option<bool> {
        match input.value(name) {
            None if input.source() == Source::Page && self.has(name) => Some(false),
            None | Some(Value::Null) => None,
            Some(_) => Some(input.flag(name, errors)),
        }
    }
}

fn right(name: &'static str) -> Field {
    let (label, help) = match name {
        "is_active" => ("admin-account-active", "admin-account-active-help"),
        "is_staff" => ("admin-account-staff", "admin-account-staff-help"),
        _ => ("admin-account-superuser", "admin-account-superuser-help"),
    };
    Field::new(name, Phrase::new(label), Kind::Checkbox).help(Phrase::new(help))
}

/// Who may do everything in the pages for staff has to be let in there.
fn judge_rights(is_staff: bool, is_superuser: bool, errors: &mut FormErrors) {
    if is_superuser && !is_staff && !errors.has("is_superuser") {
        errors.say("is_superuser", Code::Invalid, Phrase::new("admin-account-superuser-is-staff"));
    }
}

fn set<T>(into: &mut Option<String>, change: &Change<T>, text: impl Fn(&T) -> &str) {
    match change {
        Change::Keep => {}
        Change::Remove => *into = None,
        Change::Set(new) => *into = Some(text(new).to_owned()),
    }
}

fn address<T>(
    input: &Input,
    name: &'static str,
    present: Option<&str>,
    parse: impl Fn(&str) -> Result<T, Flaw>,
    errors: &mut FormErrors,
) -> Change<T> {
    let none = match input.value(name) {
        Some(Value::Null) => true,
        Some(Value::Text(text)) => text.is_empty() && input.source() == Source::Page,
        _ => false,
    };
    if none {
        return if present.is_some() { Change::Remove } else { Change::Keep };
    }
    let Some(raw) = input.text(name, errors).filter(|raw| present != Some(*raw)) else { return Change::Keep };
    match parse(raw) {
        Ok(new) => Change::Set(new),
        Err(Flaw { code, detail }) => {
            errors.say(name, code, detail);
            Change::Keep
        }
    }
}

/// Which address is verified by hand.
#[must_use]
pub fn verify_by_hand() -> SmallForm {
    SmallForm { fields: vec![Field::new("channel", Phrase::new("admin-account-channel"), Kind::Channel).required()] }
}

/// Where the message to set a password goes.
#[must_use]
pub fn start_reset() -> SmallForm {
    SmallForm { fields: vec![Field::new("channel", Phrase::new("admin-account-channel"), Kind::Channel)] }
}
