//! An account as programs see it.

use crate::db::User;
use crate::passwords::is_usable;
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

/// What those who administer see beside what the account sees of itself. Never a hash.
#[must_use]
pub fn account_json(user: &User) -> Value {
    let mut all = user_json(user);
    all["is_active"] = json!(user.is_active);
    all["is_superuser"] = json!(user.is_superuser);
    all["has_usable_password"] = json!(is_usable(&user.password));
    all["delete_at"] = json!(user.delete_at);
    all
}
