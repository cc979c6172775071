//! Extensions of forms that share a page, that are not asked for, or that cannot be.

use super::extensions::{Counter, house, note};
use crate::house::{Database, fresh_directory};
use crate::people::PASSWORD;
use crate::visitor::Door;
use countersign::Countersign;
use countersign::delivery::MessageKind;
use countersign::forms::{Extension, Field, FormName, ProfileType, Rules};
use countersign::phrase::Phrase;
use countersign::settings::Settings;
use std::sync::Mutex;
use std::time::Duration;

#[test]
fn a_page_with_two_buttons_sends_each_what_is_its_own() {
    let settings = "[verification]\nemail = \"optional\"";
    for forms in [
        &[FormName::VerifyEmail][..],
        &[FormName::ResendVerification],
        &[FormName::VerifyEmail, FormName::ResendVerification],
    ] {
        let house = house(Database::Sqlite, settings, forms);
        house.visitor(Door::Bearer).register(&[("email", "alice@example.org"), ("password", PASSWORD)]).done();
        let code = house.received(MessageKind::VerifyEmail, "alice@example.org", 0).code.unwrap();
        let stranger = house.visitor(Door::Pages);
        let page = stranger.get("/verify/email").body;
        assert_eq!(page.matches("name=\"branch\"").count(), 1, "{page}");
        house.later(Duration::from_secs(90));
        let all = [("email", "alice@example.org"), ("code", &code), ("branch", "north"), ("counter", "")];
        let sent = stranger.post_form("/verify/email/resend", &all).done();
        assert_eq!(sent.reply.header("location"), Some("/verify/email?sent"));
        let code = house.received(MessageKind::VerifyEmail, "alice@example.org", 1).code.unwrap();
        let all = [("email", "alice@example.org"), ("code", &code), ("branch", "north"), ("counter", "")];
        stranger.post_form("/verify/email", &all).done();
        assert_eq!(house.count("SELECT count(*) FROM users WHERE email_verified_at IS NOT NULL"), 1);
    }
}

#[test]
fn a_proof_that_releases_an_address_is_not_asked_for_more() {
    let house = house(Database::Sqlite, "", &[FormName::ConfirmResetPassword]);
    let visitor = house.visitor(Door::Pages);
    let registered =
        [("username", "mallory"), ("email", "alice@example.org"), ("phone", "+4915123456789"), ("password", PASSWORD)];
    house.visitor(Door::Bearer).register(&registered).done();
    house.sql("UPDATE users SET phone_verified_at = date_joined");
    visitor.post_form("/password/reset", &[("identifier", "alice@example.org")]).done();
    let code = house.received(MessageKind::ReleaseAddress, "alice@example.org", 0).code.unwrap();
    let all =
        [("identifier", "alice@example.org"), ("code", &code), ("new_password", ""), ("branch", ""), ("counter", "")];
    let done = visitor.post_form("/password/reset/done", &all).done();
    assert_eq!(done.reply.header("location"), Some("/password/reset/complete?released"));
    assert_eq!(house.count("SELECT count(*) FROM users WHERE email IS NULL"), 1);
}

#[test]
fn what_cannot_extend_a_form_stops_the_program_and_says_why() {
    let field = |name: &'static str| vec![Field::profile(name, Phrase::verbatim("Desk"), ProfileType::Text)];
    let plain = |fields: Vec<Field>| Extension::<Counter>::new(fields);
    for (form, extension, told) in [
        ("log_in", plain(field("desk")), "`log_in` is not the name of a form that can be extended"),
        ("register", plain(field("desk")), "`register` is not the name of a form that can be extended"),
        (
            "login",
            plain(field("password")),
            "`login` has a field `password` that has the name of one of the program's own",
        ),
        ("login", plain(field("next")), "`login` has a field `next` that is reserved"),
        ("login", plain([field("desk"), field("desk")].concat()), "`login` has a field `desk` that is there already"),
        ("change_email", plain(vec![Field::first_name()]), "that is of no type of the profile"),
        ("change_profile", plain(field("team")), "`change_profile` has a field `team` that is there already"),
        ("reset_password", plain(field("desk")).after(note), "`reset_password` has work to do afterwards"),
    ] {
        let directory = fresh_directory();
        let settings = "register_form = \"m\"\n[forms.m]\ntitle = \"M\"\nfields = [{ name = \"email\" }, { name = \"team\" }, { name = \"password\" }]";
        let settings = Settings::from_toml(settings, &directory).unwrap();
        let extension = Mutex::new(Some(extension));
        let make = move |_: &Rules| extension.lock().unwrap().take().unwrap();
        let refused = Countersign::builder().extend_form(form, make).build(settings).unwrap_err().to_string();
        assert!(refused.contains(told), "{refused}");
        assert!(form != "log_in" || refused.contains("Did you mean `login`?"), "{refused}");
    }
}
