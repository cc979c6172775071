//! A hash of another format, or of weaker settings than today's, is replaced at login; no other is.

use super::account;
use crate::house::{House, through_every_door};
use crate::people::{PASSWORD, WRONG, alice};
use countersign::ambient::SystemRandom;
use countersign::db::users;
use countersign::passwords::{Argon2id, BcryptSha256, Hasher};

/// The password of [`PASSWORD`], as Django's hashers keep it.
const OTHERS: [&str; 3] = [
    "pbkdf2_sha256$1000$salty$UUju2y7z7Q0h6Gd290RyfZf4N+JFrzDMFmcdmWsbBsY=",
    "pbkdf2_sha1$1000$salty$mg831V2grBu8r4TdJR5aH84eNLY=",
    "scrypt$1024$salty$8$1$Xo3fnjQ+dMA9lMUU2CV9krZiCUrxj6YLzzcr1/18hRinTRvNU6Eg0O+0LxiAFbQ8QcaT+PMS5R/J0lJ4rgqrVg==",
];

fn bcrypt(cost: u32) -> String {
    BcryptSha256 { cost }.hash(PASSWORD, &SystemRandom).unwrap()
}

fn argon2() -> String {
    Argon2id::default().hash(PASSWORD, &SystemRandom).unwrap()
}

/// Gives alice this hash, fails once, signs in, and tells what her hash is then.
fn after_a_login(house: &House, door: crate::visitor::Door, encoded: &str) -> String {
    house.sql("DELETE FROM login_failures; DELETE FROM users");
    let id = alice(house).id;
    let kept = house.work(|_, cx| cx.db.write(|conn| users::set_password(conn, id, encoded)));
    assert!(kept);
    let (hashes, outcome) =
        house.hashes_of(|| house.visitor(door).login(&[("email", "alice@example.org"), ("password", WRONG)]));
    outcome.refused(&["# invalid_credentials"]);
    assert_eq!(hashes, 1);
    assert_eq!(account(house, id).password, encoded, "a refused login replaces nothing");
    let visitor = house.visitor(door);
    visitor.login(&[("email", "alice@example.org"), ("password", PASSWORD)]).done();
    assert_eq!(visitor.username().as_deref(), Some("alice"));
    house.visitor(door).login(&[("email", "alice@example.org"), ("password", PASSWORD)]).done();
    let outcome = house.visitor(door).login(&[("email", "alice@example.org"), ("password", WRONG)]);
    outcome.refused(&["# invalid_credentials"]);
    account(house, id).password
}

#[test]
fn a_weaker_hash_or_another_format_becomes_todays() {
    through_every_door("[passwords]\nbcrypt_cost = 5", |house, visitor| {
        let mut stale: Vec<String> = OTHERS.iter().map(|encoded| (*encoded).to_owned()).collect();
        let plain = bcrypt::hash_with_salt(PASSWORD, 6, [7; 16]).unwrap().format_for_version(bcrypt::Version::TwoB);
        stale.extend([bcrypt(4), argon2(), format!("bcrypt${plain}")]);
        for encoded in stale {
            let now = after_a_login(house, visitor.door, &encoded);
            assert!(now.starts_with("bcrypt_sha256$$2b$05$"), "{encoded} became {now}");
        }
    });
}

#[test]
fn an_equal_or_a_stronger_hash_stays() {
    through_every_door("[passwords]\nbcrypt_cost = 5", |house, visitor| {
        for encoded in [bcrypt(5), bcrypt(6)] {
            assert_eq!(after_a_login(house, visitor.door, &encoded), encoded);
        }
    });
}

#[test]
fn where_argon2id_is_todays_it_takes_the_place_of_bcrypt_and_stays() {
    crate::house::on_every_database("[passwords]\nhasher = 'argon2id'", |house| {
        let door = crate::visitor::Door::Bearer;
        assert!(after_a_login(house, door, &bcrypt(6)).starts_with("argon2$argon2id$"));
        let own = argon2();
        assert_eq!(after_a_login(house, door, &own), own);
    });
}

#[test]
fn a_login_with_a_hash_of_today_costs_one() {
    through_every_door("", |house, visitor| {
        alice(house);
        let (hashes, outcome) = house.hashes_of(|| visitor.login(&[("username", "alice"), ("password", PASSWORD)]));
        outcome.done();
        assert_eq!(hashes, 1);
    });
}
