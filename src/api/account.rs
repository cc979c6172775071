//! An account as programs see it.

use crate::db::User;
use serde_json::{Value, json};

/// The `user` of every reply. Nothing secret, and `*_verified` is null where there is no such address.
#[must_use]
pub fn user_json(user: &User) -> Value {
    json!({
        "id": user.id,
        "username": user.username,
        "email": user.email,
        "email_verified": user.email.as_ref().map(|_| user.email_verified_at.is_some()),
        "email_verified_at": user.email_verified_at,
        "phone": user.phone,
        "phone_verified": user.phone.as_ref().map(|_| user.phone_verified_at.is_some()),
        "phone_verified_at": user.phone_verified_at,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "profile": user.profile,
        "is_staff": user.is_staff,
        "date_joined": user.date_joined,
        "last_login": user.last_login,
    })
}
