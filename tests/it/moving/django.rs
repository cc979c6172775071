//! Four kinds of Django databases: recognised by their tables, every account in with its state, every password good for
//! the next login.

use super::{AUTH_USER, EMAIL_ADDRESS, Site, UNUSABLE, a_hash, every_hash, found, on_every_pair, show, user};
use crate::house::House;
use crate::people::{PASSWORD, WRONG};
use crate::visitor::Door;
use serde_json::{Value, json};

fn login(house: &House, door: Door, identifier: &str, password: &str) -> bool {
    house.visitor(door).login(&[("identifier", identifier), ("password", password)]).is_done()
}

fn hash_of(house: &House, username: &str) -> String {
    use countersign::identifiers::{Identifier, Username};
    let name = Identifier::Username(Username::parse(username).unwrap());
    house.work(|_, cx| cx.db.read(|conn| countersign::db::users::find(conn, &name))).unwrap().password
}

#[test]
fn every_hash_of_django_is_kept_signs_in_by_every_door_and_is_replaced_then() {
    let hashes = every_hash();
    let mut sql = AUTH_USER.to_owned();
    for (index, hash) in hashes.iter().enumerate() {
        for (number, door) in Door::ALL.iter().enumerate() {
            let id = u32::try_from(index * 3 + number + 1).unwrap();
            sql += &user(id, &format!("user_{index}_{door:?}"), "", hash);
        }
    }
    on_every_pair(&sql, |house, shell, site| {
        let (cost, told) = house.hashes_of(|| site.imported(shell, &[]));
        assert_eq!((cost, &told["imported"], &told["findings"]), (0, &json!(18), &json!([])));
        for (index, hash) in hashes.iter().enumerate() {
            for door in Door::ALL {
                let name = format!("user_{index}_{door:?}");
                assert_eq!(hash_of(house, &name), *hash);
                assert!(!login(house, door, &name, WRONG));
                assert!(login(house, door, &name, PASSWORD), "{hash} by {door:?}");
                let now = hash_of(house, &name);
                assert!(now.starts_with("bcrypt_sha256$$2b$04$"), "{hash} became {now}");
                assert!(login(house, door, &name, PASSWORD));
            }
        }
    });
}

#[test]
fn stock_users_come_in_with_names_flags_and_dates() {
    let hash = a_hash();
    let sql = format!(
        "{AUTH_USER} INSERT INTO auth_user VALUES \
         (9, '{hash}', '2024-02-29 23:59:59.999999', TRUE, 'Ada', 'Ada Augusta', 'King-Noël', 'Ada@Example.ORG', TRUE, TRUE, '2023-05-17 08:30:00'), \
         (10, '{hash}', NULL, FALSE, 'bob', '', '', 'bob@example.org', TRUE, FALSE, '2023-05-18 08:30:00.5'), \
         (11, '{UNUSABLE}', NULL, FALSE, 'carol', '', '', '', FALSE, TRUE, '2023-05-19 08:30:00');"
    );
    on_every_pair(&sql, |house, shell, site| {
        let told = site.imported(shell, &[]);
        assert_eq!((&told["recognised"], &told["table"]), (&json!("stock Django users"), &json!("auth_user")));
        assert_eq!((&told["read"], &told["imported"], &told["superusers"]), (&json!(3), &json!(3), &json!(1)));
        let ada = show(shell, "ada");
        for (member, value) in [
            ("username", json!("Ada")),
            ("email", json!("Ada@example.org")),
            ("email_verified", json!(false)),
            ("phone", Value::Null),
            ("first_name", json!("Ada Augusta")),
            ("last_name", json!("King-Noël")),
            ("is_active", json!(true)),
            ("is_staff", json!(true)),
            ("is_superuser", json!(true)),
            ("date_joined", json!("2023-05-17T08:30:00Z")),
            ("last_login", json!("2024-02-29T23:59:59.999999Z")),
        ] {
            assert_eq!(ada[member], value, "{member}");
        }
        assert!(login(house, Door::Bearer, "ada@EXAMPLE.org", PASSWORD));
        let bob = show(shell, "bob");
        assert_eq!(
            (&bob["is_active"], &bob["is_staff"], &bob["is_superuser"]),
            (&json!(false), &json!(true), &json!(false))
        );
        assert_eq!((&bob["date_joined"], &bob["last_login"]), (&json!("2023-05-18T08:30:00.5Z"), &Value::Null));
        assert!(!login(house, Door::Bearer, "bob", PASSWORD), "who was inactive stays so");
        let carol = show(shell, "carol");
        assert_eq!((&carol["has_usable_password"], &carol["email"]), (&json!(false), &Value::Null));
        assert_eq!(hash_of(house, "carol"), UNUSABLE);
        assert!(!login(house, Door::Bearer, "carol", ""));
        let order: Vec<String> =
            shell.run(&["user", "list"]).ended(0).out.lines().map(|line| line[38..43].to_owned()).collect();
        assert_eq!(order, ["Ada  ", "bob  ", "carol"], "the oldest first, as ever");
    });
}

#[test]
fn allauth_says_which_address_is_the_accounts_own_and_whether_it_is_proved() {
    let hash = a_hash();
    let people = [(1, "alice", "Alice@example.org"), (2, "bob", "bob@example.org"), (3, "carol", "carol@example.org")];
    let mut sql = format!("{AUTH_USER}{EMAIL_ADDRESS}");
    for (id, name, email) in people {
        sql += &user(id, name, email, &hash);
    }
    sql += &user(4, "dave", "", &hash);
    sql += &user(5, "erin", "erin@example.org", &hash);
    sql += "INSERT INTO account_emailaddress VALUES (1, TRUE, TRUE, 1, 'Alice@example.org'), \
            (2, FALSE, TRUE, 2, 'bob@example.org'), (3, TRUE, FALSE, 2, 'second@example.net'), \
            (4, TRUE, TRUE, 3, 'carol@new.example'), (5, TRUE, FALSE, 4, 'dave@example.org');";
    on_every_pair(&sql, |_, shell, site| {
        let told = site.imported(shell, &[]);
        assert_eq!((&told["recognised"], &told["imported"]), (&json!("django-allauth"), &json!(5)));
        let of = |name: &str| {
            let user = show(shell, name);
            (user["email"].as_str().map(str::to_owned), user["email_verified"].clone())
        };
        assert_eq!(of("alice"), (Some("Alice@example.org".into()), json!(true)));
        assert_eq!(of("bob"), (Some("bob@example.org".into()), json!(false)));
        assert_eq!(of("carol"), (Some("carol@new.example".into()), json!(true)), "the primary one is hers");
        assert_eq!(of("dave"), (Some("dave@example.org".into()), json!(true)));
        assert_eq!(of("erin"), (Some("erin@example.org".into()), json!(false)), "allauth does not know her address");
        assert_eq!(told["findings_total"], 2);
        assert_eq!(told["findings"][0]["value"], "second@example.net");
        assert_eq!(found(&told, "2"), ["further_email: dropped"]);
        assert_eq!(found(&told, "3"), ["further_email: dropped"], "the one that stood with the account is told of");
    });
}

#[test]
fn an_address_goes_to_whoever_has_proved_it_and_not_to_whoever_came_first() {
    let mut sql = format!("{AUTH_USER}{EMAIL_ADDRESS}");
    sql += &user(1, "squatter", "Victim@example.org", &a_hash());
    sql += &user(2, "victim", "victim@example.org", &a_hash());
    sql += "INSERT INTO account_emailaddress VALUES (1, FALSE, TRUE, 1, 'Victim@example.org'), \
            (2, TRUE, TRUE, 2, 'victim@example.org');";
    on_every_pair(&sql, |_, shell, site| {
        let told = site.imported(shell, &[]);
        assert_eq!(found(&told, "1"), ["email_proved_by_another: dropped"]);
        assert_eq!(show(shell, "squatter")["email"], Value::Null);
        assert_eq!(show(shell, "victim@example.org")["username"], "victim");
    });
}

#[test]
fn flex_users_may_lack_any_identifier_and_their_tokens_say_what_is_proved() {
    let hash = a_hash();
    let token = |kind: &str| {
        format!(
            "CREATE TABLE django_flex_user_{kind}token (id integer NOT NULL PRIMARY KEY, verified bool NOT NULL, \
             {kind} varchar(254) NOT NULL, user_id bigint NOT NULL);"
        )
    };
    let sql = format!(
        "CREATE TABLE django_flex_user_flexuser (id integer NOT NULL PRIMARY KEY, password varchar(128) NOT NULL, \
         last_login timestamp with time zone NULL, is_superuser bool NOT NULL, email varchar(254) NULL UNIQUE, phone varchar(128) NULL UNIQUE, \
         username varchar(150) NULL UNIQUE, is_staff bool NOT NULL, is_active bool NOT NULL, date_joined timestamp with time zone NOT NULL); \
         {} {} INSERT INTO django_flex_user_flexuser VALUES \
         (1, '{hash}', NULL, FALSE, 'a@example.org', '+12025550100', 'alice', FALSE, TRUE, '2023-05-17 08:30:00'), \
         (2, '{hash}', NULL, FALSE, NULL, '+12025550102', NULL, FALSE, TRUE, '2023-05-17 08:30:00'), \
         (3, '{hash}', NULL, FALSE, 'c@example.org', NULL, NULL, FALSE, TRUE, '2023-05-17 08:30:00'); \
         INSERT INTO django_flex_user_emailtoken VALUES (1, TRUE, 'a@example.org', 1), (2, FALSE, 'c@example.org', 3); \
         INSERT INTO django_flex_user_phonetoken VALUES (1, FALSE, '+12025550100', 1), (2, TRUE, '+12025550102', 2);",
        token("email"),
        token("phone")
    );
    on_every_pair(&sql, |house, shell, site| {
        let told = site.imported(shell, &[]);
        assert_eq!((&told["recognised"], &told["imported"]), (&json!("django-flex-user"), &json!(3)));
        assert_eq!(told["findings"], json!([]));
        let alice = show(shell, "alice");
        assert_eq!((&alice["email_verified"], &alice["phone_verified"]), (&json!(true), &json!(false)));
        let second = show(shell, "+1 202 555 0102");
        assert_eq!(
            (&second["username"], &second["email"], &second["phone_verified"]),
            (&Value::Null, &Value::Null, &json!(true))
        );
        assert_eq!(show(shell, "c@example.org")["email_verified"], false);
        assert!(login(house, Door::Pages, "+12025550102", PASSWORD));
        assert!(login(house, Door::Bearer, "c@example.org", PASSWORD));
    });
}

/// dj-accounts leaves the table to the site, and keeps the day on which the email address was proved.
#[test]
fn dj_accounts_is_known_by_its_columns_whatever_the_table_is_called() {
    let hash = a_hash();
    let sql = format!(
        "CREATE TABLE members_member (id integer NOT NULL PRIMARY KEY, password varchar(128) NOT NULL, last_login timestamp with time zone NULL, \
         is_superuser bool NOT NULL, first_name varchar(150) NOT NULL, last_name varchar(150) NOT NULL, is_staff bool NOT NULL, \
         is_active bool NOT NULL, date_joined timestamp with time zone NOT NULL, email varchar(254) NOT NULL, email_verified_at date NULL, \
         username varchar(150) NOT NULL, phone varchar(50) NOT NULL, phone_verified_at timestamp with time zone NULL, shoe_size integer NULL); \
         INSERT INTO members_member VALUES \
         (1, '{hash}', NULL, FALSE, '', '', FALSE, TRUE, '2023-05-17 08:30:00', 'a@example.org', '2023-06-01', 'alice', '+12025550100', '2023-07-01 12:00:00', 41), \
         (2, '{hash}', NULL, FALSE, '', '', FALSE, TRUE, '2023-05-17 08:30:00', 'b@example.org', NULL, 'bob', '', NULL, NULL);"
    );
    on_every_pair(&sql, |_, shell, site: &Site| {
        let told = site.imported(shell, &[]);
        assert_eq!((&told["recognised"], &told["table"]), (&json!("dj-accounts"), &json!("members_member")));
        assert_eq!(told["columns_left"], json!(["shoe_size"]), "what is not taken along is said");
        let alice = show(shell, "alice");
        assert_eq!(alice["email_verified_at"], "2023-06-01T00:00:00Z");
        assert_eq!(
            (&alice["phone"], &alice["phone_verified_at"]),
            (&json!("+12025550100"), &json!("2023-07-01T12:00:00Z"))
        );
        let bob = show(shell, "bob");
        assert_eq!((&bob["email_verified_at"], &bob["phone"]), (&Value::Null, &Value::Null));
    });
}
