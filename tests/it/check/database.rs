//! The database under `check`: read, never made, migrated or written.

use super::{NOTHING, about, of, tells};
use crate::commands::{Shell, on_every_shell};
use crate::house::House;
use crate::people::alice;
use countersign::db::outbox::{self, Message};
use countersign::db::{Id, Time};
use std::collections::BTreeMap;

fn directory(shell: &Shell) -> BTreeMap<String, Vec<u8>> {
    let entries = std::fs::read_dir(&shell.directory).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| (path.display().to_string(), std::fs::read(&path).unwrap())).collect()
}

#[test]
fn a_database_is_looked_at_and_left_as_it_is() {
    let shell = Shell::new();
    let ran = shell.run(&["check"]).ended(0);
    assert!(ran.out.contains("is not there yet") && ran.out.contains("countersign serve"), "{}", ran.out);
    shell.feed(&["createsuperuser", "--username", "root", "--password-stdin"], "the bees sleep until noon").ended(0);
    let before = directory(&shell);
    assert_eq!(of(&shell, &[]), NOTHING);
    assert_eq!(directory(&shell), before, "no byte of it is changed, and no file is left behind");
    shell.run(&["migrate", "--revert", "1"]).ended(0);
    let before = directory(&shell);
    tells(about(&of(&shell, &[]), "database.url"), "advice", None, &["older than this program", "countersign serve"]);
    assert_eq!(directory(&shell), before, "it is not brought up to date");
    let shell = shell.with("COUNTERSIGN__DATABASE__MIGRATE_ON_START", "false");
    tells(about(&of(&shell, &[]), "database.migrate_on_start"), "error", None, &["countersign migrate"]);
}

#[test]
fn a_database_that_cannot_be_made_is_told() {
    let shell = Shell::new().with("COUNTERSIGN__DATABASE__URL", "sqlite://no/such/place.db");
    tells(about(&of(&shell, &[]), "database.url"), "error", None, &["there is no directory no/such"]);
}

#[test]
fn somebody_has_to_administer_a_site_with_accounts() {
    on_every_shell(|house, shell| {
        assert_eq!(of(shell, &[]), NOTHING, "without accounts there is nothing to administer");
        alice(house);
        let found = of(shell, &[]);
        tells(about(&found, "admin.enabled"), "warning", None, &["/admin", "countersign createsuperuser"]);
        house.sql("UPDATE users SET is_superuser = true");
        assert_eq!(of(shell, &[]), NOTHING);
        house.sql("UPDATE users SET is_active = false");
        assert_eq!(of(shell, &[]).len(), 1, "one who may not sign in does not count");
    });
}

/// A message as it stands in the outbox.
fn post(house: &House, change: impl Fn(&mut Message, Time)) {
    house.work(|_, cx| {
        let mut message = Message {
            id: Id::new(cx.now, cx.random.as_ref()),
            user_id: None,
            kind: "verify_email".into(),
            destination: "al***@ex*****.***".into(),
            letter: Some(vec![1]),
            created_at: cx.now,
            expires_at: None,
            // Beyond the reach of the house's own postman, whose clock stands still.
            due_at: cx.now.after(std::time::Duration::from_secs(60)),
            tries: 0,
            sent_at: None,
            dead_at: None,
            last_error: None,
            lease_owner: None,
            leased_until: None,
            channel: "email".into(),
            for_nobody: false,
        };
        change(&mut message, cx.now);
        cx.db.write(|conn| outbox::insert(conn, &message))
    });
}

#[test]
fn messages_that_do_not_leave_are_told_with_the_reason() {
    let cases: [(&str, &dyn Fn(&mut Message, Time)); 3] = [
        ("gave up 1 message lately; the last one because: 550 no such user", &|message, now| {
            message.dead_at = Some(now);
            message.letter = None;
            message.last_error = Some("550 no such user".into());
        }),
        ("failed with 1 message that wait to be tried again; the last one because: 451 later", &|message, _| {
            // In somebody's hands, or the house's postman takes it.
            message.lease_owner = Some(message.id);
            message.leased_until = Some(message.created_at.after(std::time::Duration::from_secs(86_400)));
            message.tries = 3;
            message.last_error = Some("451 later".into());
        }),
        ("has 1 message that should have left more than 15 minutes ago", &|_, _| ()),
    ];
    for (words, change) in cases {
        on_every_shell(|house, shell| {
            post(house, change);
            post(house, |message, now| {
                change(message, now);
                message.for_nobody = true;
            });
            post(house, |message, now| message.sent_at = Some(now));
            let found = of(shell, &[]);
            let one = about(&found, "email.transport");
            tells(one, "warning", None, &[words]);
            assert_eq!((one["count"].as_u64(), one["about"].as_str()), (Some(1), Some("database")));
            assert_eq!(one["examples"], serde_json::json!(["verify_email to al***@ex*****.***"]));
        });
    }
}
