//! Django's fixtures, as `dumpdata` writes and `loaddata` reads them: accounts out as `auth.user`, and whatever of users and
//! their addresses is in one back in.

use super::django::{Address, Book, add_emails, add_phones};
use super::{Proof, Record};
use crate::db::User;
use serde_json::{Map, Value, json};

/// Most characters of Django's username and of its names.
const MAX_NAME: usize = 150;

/// An account as Django's stock user model has it. Without a key, so that `loaddata` goes by the username and never writes
/// over somebody else.
#[must_use]
pub fn entry(user: &User) -> Value {
    let short = |text: &str| text.chars().take(MAX_NAME).collect::<String>();
    json!({
        "model": "auth.user",
        "fields": {
            "username": django_username(user),
            "password": user.password,
            "email": user.email.as_deref().unwrap_or_default(),
            "first_name": short(&user.first_name),
            "last_name": short(&user.last_name),
            "is_active": user.is_active,
            "is_staff": user.is_staff,
            "is_superuser": user.is_superuser,
            "date_joined": user.date_joined,
            "last_login": user.last_login,
            "groups": [],
            "user_permissions": [],
        }
    })
}

/// Django cannot do without a username: an account that has none is called by its address. Ours have no `@` and no `+`, so
/// that this never meets another one's name.
fn django_username(user: &User) -> String {
    let name = user.display_name();
    if name.chars().count() <= MAX_NAME { name.to_owned() } else { user.id.to_string() }
}

/// Whether Django's stock user model has no place for something of this account.
#[must_use]
pub fn loses(user: &User) -> bool {
    user.username.is_none()
        || user.phone.is_some()
        || user.email_verified_at.is_some()
        || !user.profile.0.is_empty()
        || user.first_name.chars().count() > MAX_NAME
        || user.last_name.chars().count() > MAX_NAME
}

/// Every account of a fixture.
///
/// # Errors
/// In words, when it is no fixture or has no accounts in it.
pub fn read(text: &str, place: &str) -> Result<Vec<Record>, String> {
    let wrong =
        |why: &str| format!("{place} is no fixture of Django: {why}. Make one with: manage.py dumpdata auth.user");
    let all: Vec<Value> = serde_json::from_str(text)
        .map_err(|cause| wrong(&format!("it cannot be read at line {}, column {}", cause.line(), cause.column())))?;
    let (mut emails, mut phones) = (Book::new(), Book::new());
    let mut found = Vec::new();
    for (index, object) in all.iter().enumerate() {
        let (Some(model), Some(fields)) = (object["model"].as_str(), object["fields"].as_object()) else {
            return Err(wrong(&format!("its object {} has no model and fields", index + 1)));
        };
        if let Some(user) = fields.get("user").and_then(reference) {
            for (column, book) in [("email", &mut emails), ("phone", &mut phones)] {
                if let (Some(address), Some(verified)) = (text_of(fields, column), fields.get("verified")) {
                    let primary = fields.get("primary").is_some_and(|value| value == true);
                    let address = Address { text: address, verified: verified == true, primary };
                    book.entry(user.clone()).or_default().push(address);
                }
            }
        } else if fields.contains_key("password") && fields.contains_key("last_login") {
            found.push((model, object.get("pk").and_then(reference), fields));
        }
    }
    if found.is_empty() {
        return Err(wrong("it has no accounts"));
    }
    let mut records = Vec::with_capacity(found.len());
    for (model, pk, fields) in found {
        let mut record = record(model, fields);
        let names: Vec<String> = pk.iter().cloned().chain(record.username.clone()).collect();
        let of = |book: &Book| names.iter().find_map(|name| book.get(name)).cloned().unwrap_or_default();
        add_emails(&mut record, &of(&emails));
        add_phones(&mut record, &of(&phones));
        // Without a key (--natural-primary) the name is one.
        let name = [&record.username, &record.email, &record.phone].into_iter().flatten().next();
        record.key = match pk.or_else(|| name.cloned()) {
            Some(key) => key,
            None => return Err(wrong("an account has neither a key nor a name")),
        };
        records.push(record);
    }
    Ok(records)
}

fn record(model: &str, fields: &Map<String, Value>) -> Record {
    let flag = |name: &str, absent: bool| fields.get(name).and_then(Value::as_bool).unwrap_or(absent);
    let proof = |name: &str| text_of(fields, name).map_or(Proof::None, Proof::At);
    Record {
        table: model.to_owned(),
        username: text_of(fields, "username"),
        email: text_of(fields, "email"),
        email_proof: proof("email_verified_at"),
        phone: text_of(fields, "phone"),
        phone_proof: proof("phone_verified_at"),
        password: text_of(fields, "password").unwrap_or_default(),
        first_name: text_of(fields, "first_name").unwrap_or_default(),
        last_name: text_of(fields, "last_name").unwrap_or_default(),
        is_active: flag("is_active", true),
        is_staff: flag("is_staff", false),
        is_superuser: flag("is_superuser", false),
        date_joined: text_of(fields, "date_joined"),
        last_login: text_of(fields, "last_login"),
        ..Record::default()
    }
}

fn text_of(fields: &Map<String, Value>, name: &str) -> Option<String> {
    fields.get(name).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// A key, or a natural key (`["alice"]`), as text.
fn reference(value: &Value) -> Option<String> {
    match value {
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Array(parts) => parts.first().and_then(reference),
        _ => None,
    }
}
