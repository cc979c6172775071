//! `countersign explain`: the same in words, and as JSON.

use crate::commands::{Shell, on_every_shell};
use crate::house::House;
use crate::people::{PASSWORD, WRONG, alice};
use crate::visitor::Door;

/// A shell with the house's keys: by other ones nobody knows what counts for whom.
fn with_keys(house: &House) -> Shell {
    Shell::beside(house).with("COUNTERSIGN__SECRET_KEYS", "[\"a key for tests, long enough to be one: 8f3Kq2\"]")
}

#[test]
fn an_identifier_is_explained_in_words() {
    on_every_shell(|house, _| {
        let shell = with_keys(house);
        alice(house);
        house.sql("UPDATE users SET email_verified_at = date_joined, is_staff = true");
        house.visitor(Door::Bearer).login(&[("username", "alice"), ("password", WRONG)]);
        let told = shell.run(&["explain", "Alice@example.org"]).ended(0).out;
        for line in [
            "Alice@example.org\n",
            "  Read as an email address: Alice@example.org, found as alice@example.org.\n",
            "  Not a username: A username has letters",
            "  Registration says that it is taken.\n",
            "  username             passes: it has no use for this kind\n",
            "  email                accepts if the password is right, else passes\n",
            "  username        alice\n",
            "  email           alice@example.org, verified 2026-11-22 10:00:00 UTC\n",
            "  phone           +***********89, not verified\n",
            "  is              active, staff\n",
            "  password        bcrypt_sha256$$2b$04\n",
            "  last sign-in    never\n",
            "  1 wrong passwords in a row; waits begin after 5.\n",
            "  alice@example.org: the next code may be sent now; 5 more this hour, 10 today.\n",
            "  right password: 200\n",
            "  wrong password: 401 invalid_credentials (the password is wrong)\n",
            "  reset         reset_password to alice@example.org\n",
            "  login         nowhere: it is switched off\n",
            "  verify_email  nowhere: it is verified already\n",
        ] {
            assert!(told.contains(line), "{line:?} is not in\n{told}");
        }
        let told = shell.run(&["explain", "no\u{1b}body"]).ended(0).out;
        assert!(
            told.contains("  None is asked: this can be nobody's identifier.") && !told.contains('\u{1b}'),
            "{told}"
        );
        let json = shell.run(&["explain", "ALICE", "--json"]).ended(0).json();
        assert_eq!(
            (json["account"]["username"].as_str(), json["backends"][0]["says"].as_str()),
            (Some("alice"), Some("if_right"))
        );
        assert_eq!(house.count("SELECT count(*) FROM account_events WHERE kind = 'explained'"), 2);
    });
}

#[test]
fn a_request_is_explained_by_its_id() {
    on_every_shell(|house, _| {
        let shell = with_keys(house);
        alice(house);
        let visitor = house.visitor(Door::Pages);
        let id = |reply: &crate::visitor::Reply| reply.header("x-request-id").unwrap().to_owned();
        let refused = visitor.login(&[("identifier", "alice"), ("password", WRONG)]);
        let told = shell.run(&["explain", "--request", &id(&refused.reply)]).ended(0).out;
        assert!(told.starts_with(&format!("In request {}\n", id(&refused.reply))), "{told}");
        assert!(told.contains("login_failed") && told.contains("  wrong password: 401"), "{told}");
        let json = shell.run(&["explain", "--json", "--request", &id(&refused.reply)]).ended(0).json();
        assert_eq!(json["events"][0]["kind"], "login_failed");
        let nobody = visitor.login(&[("identifier", "nobody"), ("password", PASSWORD)]);
        let told = shell.run(&["explain", "--request", &id(&nobody.reply)]).ended(0).out;
        assert!(told.contains("It was about nobody"), "{told}");
        let ran = shell.run(&["explain", "--request", "0000"]).ended(1);
        assert!(ran.err.contains("Nothing was noted in a request 0000."), "{ran:?}");
        for words in ["429", "422", "request=0000", "365d", "countersign explain IDENTIFIER"] {
            assert!(ran.err.contains(words), "what is kept, and where else to look: {words}: {ran:?}");
        }
        for wrong in [&["explain"][..], &["explain", "alice", "--request", "0000"]] {
            shell.run(wrong).ended(2);
        }
    });
}
