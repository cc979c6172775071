//! Which names a form and its fields may have.

/// What a form may not be called: the forms of other purposes, and those that come with the program. A name that means
/// one form here and another one there would be a trap for whoever reads the settings.
const TAKEN_FORMS: [&str; 4] = ["login", "profile", "me", "forms"];

/// What a field may not be called: members of an account and of other replies, of other forms, and of every page.
const RESERVED: [&str; 58] = [
    "access_token",
    "action",
    "channel",
    "code",
    "constructor",
    "csrf_token",
    "current_password",
    "date_joined",
    "detail",
    "email_canonical",
    "email_verified",
    "email_verified_at",
    "errors",
    "expires_in",
    "form",
    "groups",
    "id",
    "identifier",
    "is_active",
    "is_admin",
    "is_staff",
    "is_superuser",
    "language",
    "last_login",
    "link",
    "locale",
    "new_email",
    "new_password",
    "new_password_confirm",
    "new_phone",
    "next",
    "otp",
    "password_confirm",
    "password_hash",
    "password_reset",
    "permissions",
    "phone_verified",
    "phone_verified_at",
    "profile",
    "prototype",
    "refresh_token",
    "register_form",
    "remember_me",
    "reset_by",
    "role",
    "roles",
    "secret",
    "session",
    "session_id",
    "submit",
    "token",
    "token_type",
    "user",
    "user_agent",
    "user_id",
    "user_permissions",
    "username_canonical",
    "username_skeleton",
];

/// Names of fields that keep their own rules.
pub(in crate::forms) const KNOWN: [&str; 6] = ["username", "email", "phone", "first_name", "last_name", "password"];

/// Longest name of a form or of a field.
const LONGEST: usize = 64;

/// Why a form may not have this name, and what would work.
pub(super) fn of_form(name: &str, built_in: &[String], in_code: &[&str]) -> Option<(String, String)> {
    if !is_plain(name, &['_', '-']) {
        let remedy = format!("Write small letters, digits, _ and -, beginning with a letter, at most {LONGEST}.");
        return Some(("is no name for a form".into(), remedy));
    }
    if built_in.iter().any(|known| known == name) || name == BUILT_IN_PHONE {
        return Some(("is the name of a form that comes with the program".into(), "Choose another name.".into()));
    }
    if TAKEN_FORMS.contains(&name) {
        return Some(("is the name of a form for another purpose".into(), "Choose another name.".into()));
    }
    in_code
        .contains(&name)
        .then(|| ("is the name of a form registered in code".into(), "Keep one of the two, or rename one.".into()))
}

/// There even where phones are off and it is not among the forms.
const BUILT_IN_PHONE: &str = "register_phone";

/// Why a field may not have this name, and what would work.
pub(in crate::forms) fn of_field(name: &str) -> Option<(String, String)> {
    if !is_plain(name, &['_']) {
        let remedy = format!("Write small letters, digits and _, beginning with a letter, at most {LONGEST}.");
        return Some(("is no name for a field".into(), remedy));
    }
    RESERVED.contains(&name).then(|| match name {
        "password_confirm" => {
            ("comes with the password".into(), "Write confirm = true at `password`, which adds it.".into())
        }
        _ => ("is reserved: the program itself has something of that name".into(), "Choose another name.".into()),
    })
}

fn is_plain(name: &str, signs: &[char]) -> bool {
    let mut letters = name.chars();
    name.len() <= LONGEST
        && letters.next().is_some_and(|first| first.is_ascii_lowercase())
        && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || signs.contains(&c))
}

/// "Membership number", for a field `membership_number` without a label.
pub(super) fn as_label(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
