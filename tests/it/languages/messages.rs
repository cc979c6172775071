//! Messages go out in the language of their account, whoever asks for them.

use crate::house::on_every_database;
use crate::people::{PASSWORD, alice};
use crate::visitor::Door;
use countersign::delivery::MessageKind::{ResetPassword, VerifyEmail};

const SETTINGS: &str = "[languages]\nenabled = [\"en\", \"de\"]\n[verification]\nemail = \"optional\"";

#[test]
fn a_message_is_in_the_language_of_the_account_else_of_the_request() {
    on_every_database(SETTINGS, |house| {
        let visitor = house.visitor(Door::Bearer);
        visitor.headers.lock().unwrap().push(("accept-language".into(), "de-AT, en;q=0.5".into()));
        visitor.register(&[("email", "ada@example.org"), ("password", PASSWORD)]).done();
        let first = house.received(VerifyEmail, "ada@example.org", 0);
        assert!(first.text.contains("Geben Sie diesen Code"), "{}", first.text);
        // Somebody who reads English asks for a code for her: she is written to in German all the same.
        house.later(std::time::Duration::from_secs(61));
        let other = house.visitor(Door::Bearer);
        other.post_json("/api/v1/password/reset", &serde_json::json!({"identifier": "ada@example.org"})).done();
        let reset = house.received(ResetPassword, "ada@example.org", 0);
        assert!(reset.text.contains("Jemand, wahrscheinlich Sie"), "{}", reset.text);
    });
}

#[test]
fn a_refusal_is_in_the_language_of_the_request_and_its_code_in_none() {
    on_every_database(SETTINGS, |house| {
        alice(house);
        let visitor = house.visitor(Door::Bearer);
        visitor.headers.lock().unwrap().push(("accept-language".into(), "de".into()));
        let refused =
            visitor.register(&[("email", "alice@example.org"), ("password", PASSWORD)]).refused(&["email taken"]);
        let told = refused.reply.json()["errors"][0]["detail"].as_str().unwrap().to_owned();
        assert!(told.contains("E-Mail-Adresse"), "{told}");
        assert_eq!(refused.reply.json()["errors"][0]["pointer"], "#/email");
    });
}
