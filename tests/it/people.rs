//! Accounts ready-made, and passwords that no rule minds.

use crate::house::House;
use countersign::db::User;
use countersign::db::users::NewUser;
use countersign::identifiers::{Email, Phone, Username};
use secrecy::SecretString;

/// A password that is right.
pub const PASSWORD: &str = "the bees sleep until noon";
/// A password that is good, and wrong.
pub const WRONG: &str = "the wasps wake before dawn";

/// An account, made past the doors.
pub fn person(house: &House, username: Option<&str>, email: Option<&str>, phone: Option<&str>) -> User {
    let new = NewUser {
        username: username.map(|raw| Username::parse(raw).unwrap()),
        email: email.map(|raw| Email::parse(raw).unwrap()),
        phone: phone.map(|raw| Phone::parse(raw, None).unwrap()),
        ..NewUser::default()
    };
    house.work(|accounts, cx| accounts.create_user(cx, new, Some(SecretString::from(PASSWORD))))
}

/// Alice, who has all three identifiers.
pub fn alice(house: &House) -> User {
    person(house, Some("alice"), Some("alice@example.org"), Some("+4915123456789"))
}

/// Bob, who has all three identifiers too.
pub fn bob(house: &House) -> User {
    person(house, Some("bob"), Some("bob@example.org"), Some("+4915123456780"))
}
