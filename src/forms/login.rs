//! The login form: which boxes the chain needs, and what was sent as identifiers and a password. Refuses to know
//! whether they are right.

use super::extension::FormName;
use super::extensions::Extensions;
use super::field::{Field, listed};
use super::input::Input;
use super::kind::Kind;
use crate::error::{Code, Error, FormErrors, Result};
use crate::identifiers::{Identifier, IdentifierKind, Region, fallback_key, shape};
use crate::phrase::Phrase;
use secrecy::SecretString;
use serde_json::Value;
use std::fmt;

/// One identifier sent, read as far as it can be.
#[derive(Clone, PartialEq, Eq)]
pub enum Claimed {
    /// It could belong to an account.
    Valid(Identifier),
    /// It breaks the rules of its kind, so it belongs to nobody; kept for counting failures.
    Impossible {
        /// What it was sent as.
        kind: IdentifierKind,
        /// The same for all spellings of the text.
        key: String,
    },
}

/// Shows the kind alone: the text may be a password in the wrong box.
impl fmt::Debug for Claimed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Valid(identifier) => write!(f, "Valid({})", identifier.kind()),
            Self::Impossible { kind, .. } => write!(f, "Impossible({kind})"),
        }
    }
}

/// What a login asks for.
#[derive(Debug)]
pub struct LoginRequest {
    /// At least one.
    pub claimed: Vec<Claimed>,
    /// Exactly as sent.
    pub password: SecretString,
    /// Whether the session shall outlive the browser.
    pub remember_me: bool,
}

/// The form at `/login`.
#[derive(Clone, Debug)]
pub struct LoginForm {
    fields: Vec<Field>,
    asked: Vec<IdentifierKind>,
    kinds: Vec<IdentifierKind>,
    region: Option<Region>,
}

impl LoginForm {
    /// A form for a chain that takes `asked`, on a site where identifiers of the kinds `known` exist.
    #[must_use]
    pub fn new(
        asked: &[IdentifierKind],
        known: &[IdentifierKind],
        region: Option<Region>,
        offer_remember_me: bool,
    ) -> Self {
        let first = match asked {
            [one] => Field::identifier(*one),
            several => Field::new("identifier", listed(several, true), Kind::AnyIdentifier),
        };
        let mut fields =
            vec![first.required(), Field::new("password", Phrase::new("field-password"), Kind::Password).required()];
        if offer_remember_me {
            fields.push(Field::new("remember_me", Phrase::new("field-remember-me"), Kind::Checkbox));
        }
        Self { fields, asked: asked.to_vec(), kinds: known.to_vec(), region }
    }

    /// The same form with what an application adds to it.
    #[must_use]
    pub fn extended(self, extensions: &Extensions) -> Self {
        Self { fields: extensions.fields(FormName::Login, self.fields), ..self }
    }

    /// What the page shows.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The kinds of identifiers that may be sent by name.
    #[must_use]
    pub fn kinds(&self) -> &[IdentifierKind] {
        &self.kinds
    }

    /// What programs are told: the fields of the page, so that whoever draws them all has the whole form, and at the
    /// first those that may be sent in its place. An identifier that no backend asks for is only ever compared with the
    /// others, so it is none of these.
    #[must_use]
    pub fn describe(&self) -> Vec<Value> {
        let mut all: Vec<Value> = self.fields.iter().map(Field::describe).collect();
        let asked = if self.asked.is_empty() { &self.kinds } else { &self.asked };
        let mut others: Vec<Field> = asked.iter().map(|kind| Field::identifier(*kind)).collect();
        others.push(Field::new("identifier", listed(asked, true), Kind::AnyIdentifier));
        if let (Some(described), Some(first)) = (all.first_mut(), self.fields.first()) {
            others.retain(|other| other.name != first.name);
            described["instead"] = others.iter().map(Field::describe).collect();
        }
        all
    }

    /// Reads what was sent. Whatever is not a mistake of form is left to the chain.
    ///
    /// # Errors
    /// [`Error::Invalid`]: no identifier, a blank one, no password, `identifier` beside another, a wrong type,
    /// an unknown member.
    pub fn clean(&self, input: &Input) -> Result<LoginRequest> {
        let mut errors = FormErrors::default();
        let mut claimed = Vec::new();
        for kind in &self.kinds {
            if let Some(raw) = input.text(kind.as_str(), &mut errors) {
                claimed.push(self.claim(*kind, raw));
            }
        }
        let any = input.text("identifier", &mut errors);
        if let Some(raw) = any {
            if !claimed.is_empty() || self.kinds.iter().any(|kind| errors.has(kind.as_str())) {
                errors.say("identifier", Code::Invalid, Phrase::new("forms-either-identifier"));
            }
            claimed.push(self.claim(shape(raw), raw));
        }
        if claimed.is_empty() && errors.is_empty() {
            let asked = if self.asked.is_empty() { &self.kinds } else { &self.asked };
            errors.whole(Code::NoIdentifier, Phrase::new("forms-give").with("identifiers", listed(asked, false)));
        }
        let password = input.secret("password", &mut errors);
        if password.is_none() && !errors.has("password") {
            errors.add("password", Code::Required);
        }
        let remember_me = input.flag("remember_me", &mut errors);
        let mut known = vec!["identifier", "password", "remember_me"];
        known.extend(self.kinds.iter().map(|kind| kind.as_str()));
        input.refuse_others(&known, &mut errors);
        match password {
            Some(password) if errors.is_empty() => Ok(LoginRequest { claimed, password, remember_me }),
            _ => Err(Error::Invalid(errors)),
        }
    }

    fn claim(&self, kind: IdentifierKind, raw: &str) -> Claimed {
        match Identifier::parse(kind, raw, self.region) {
            Ok(valid) if self.kinds.contains(&kind) => Claimed::Valid(valid),
            _ => Claimed::Impossible { kind, key: fallback_key(raw) },
        }
    }
}
