//! Every refusal: its line, the value, and what would work.

use super::{refused, with_environment};

#[test]
fn every_mistake_is_told_with_its_line_its_value_and_what_would_work() {
    let cases: &[(&str, usize, &[&str])] = &[
        ("# one\nregister_frm = \"x\"", 2, &["register_frm is not a key", "Did you mean `register_form`?"]),
        ("[server]\n\nbnid = \"127.0.0.1:1\"", 3, &["server.bnid is not a key", "`server.bind`"]),
        ("[servr]\nbind = \"127.0.0.1:1\"", 1, &["servr is not a key", "`server`"]),
        ("[server]\nregister_form = \"register\"", 2, &["server.register_form", "above the first [section]"]),
        ("[server]\npool_size = 3", 2, &["Did you mean `database.pool_size`?"]),
        ("[log]\nxyzzy = 3", 2, &["Known in [log]: `format`, `level`"]),
        ("[mailer]\nurl = \"x\"", 1, &["mailer is not a key", "Known sections: server, database"]),
        ("[smtp]\nurl = \"x\"", 1, &["smtp is not a key", "Did you mean `email.smtp_url`?"]),
        ("\n\"a b\\nc\" = 1", 2, &["\"a b\\u000Ac\" is not a key"]),
        ("[database]\nurl = 5", 2, &["*** is not a text as in \"sqlite://countersign.db\""]),
        ("server = 3", 1, &["server is a section", "Write [server]"]),
        ("[[server]]\nworkers = 1", 1, &["server is a section"]),
        ("\nphone_authentication_active = \"no\"", 2, &["\"no\" is not true or false", "Write false."]),
        ("[server]\nworkers = \"4\"", 2, &["\"4\" is not a whole number from 0 to 1024", "without quotes"]),
        ("[passwords]\nbcrypt_cost = 40", 2, &["40 is not a whole number from 4 to 16"]),
        ("[database]\npool_size = -1", 2, &["-1 is not a whole number from 1 to 1000"]),
        ("[server]\nrequest_timeout = 10", 2, &["10 is not a time", "\"10s\""]),
        ("[server]\nrequest_timeout = \"0s\"", 2, &["\"0s\" is too short", "from \"1s\" to \"1h\""]),
        ("[tokens]\naccess_ttl = \"5 minutes\"", 2, &["\"5 minutes\" is not a time"]),
        ("[tokens]\nrefresh_ttl = \"99999999999999999999d\"", 2, &["is not a time"]),
        ("[limits]\nlogin_per_ip = \"0/m\"", 2, &["\"0/m\" is not a rate", "\"30/m\""]),
        ("[limits]\nlogin_per_ip = \"30/fortnight\"", 2, &["is not a rate"]),
        ("[log]\nlevel = \"inof\"", 2, &["\"inof\" is not a known name", "`trace`", "Did you mean `info`?"]),
        (
            "[sessions]\nstore = \"redis\"",
            2,
            &["\"redis\" needs redis.url, which is empty", "redis://127.0.0.1:6379/0"],
        ),
        ("[limits]\nstore = \"redis\"", 2, &["\"redis\" needs redis.url, which is empty"]),
        ("[redis]\nurl = \"127.0.0.1:6379\"", 2, &["is not the address of a Redis", "rediss://"]),
        ("[redis]\nurl = \"http://x:hunter2@host\"", 2, &["\"http://***@host\" is not the address of a Redis"]),
        ("[redis]\nurl = \"redis://:hunter2@host/three\"", 2, &["no number of a database"]),
        ("[redis]\nurl = \"rediss://:hunter2@host/#insecure\"", 2, &["has a fragment"]),
        ("[redis]\nurl = \"redis://:hunter2@host/0?protocol=resp3\"", 2, &["is not understood", "prefix=NAME"]),
        ("[redis]\nurl = \"redis://:hunter2@host/0?prefix=a%20b\"", 2, &["is not understood"]),
        ("[sessions]\nstore = \"reddis\"", 2, &["\"reddis\" is not a known name"]),
        ("authentication_backends = [\n  \"email\",\n  7,\n]", 3, &["7 is not a text in quotes"]),
        ("authentication_backends = \"email, phone\"", 1, &["is not a list", "Write [\"email\", \"phone\"]."]),
        ("authentication_backends = []", 1, &["is empty: nobody could sign in"]),
        ("authentication_backends = [\n\"email\",\n\"any\",\n\"email\"]", 4, &["\"email\" is in the list twice"]),
        ("public_url = \"accounts.example.org\"", 1, &["is not an address with scheme and host"]),
        ("public_url = \"ftp://example.org\"", 1, &["neither http nor https"]),
        ("public_url = \"https://example.org/account\"", 1, &["begins like one of the program's own"]),
        ("public_url = \"https://example.org/a//b\"", 1, &["has a path with other signs"]),
        ("public_url = \"https://example.org?a\"", 1, &["has a query"]),
        ("public_url = \"https://me:pw@example.org\"", 1, &["names a user"]),
        ("public_url = \"http://0.0.0.0:8000\"", 1, &["no address that a link can lead to"]),
        ("login_redirect_url = \"account\"", 1, &["does not begin with /"]),
        ("login_redirect_url = \"//evil.example\"", 1, &["leads to another host"]),
        ("logout_redirect_url = '/\\evil.example'", 1, &["backslash"]),
        ("logout_redirect_url = \"/\\t/evil.example\"", 1, &["control character", "\\u0009"]),
        ("[server]\nbind = \"localhost:80\"", 2, &["Write \"127.0.0.1:80\"."]),
        ("[server]\ntrusted_proxies = [\"10.0.0.0/8\",\n\"0.0.0.0/0\"]", 3, &["\"0.0.0.0/0\" would trust strangers"]),
        ("[server]\ntrusted_proxies = [\"::/0\"]", 2, &["would trust strangers"]),
        ("[server]\ntrusted_proxies = [\"::ffff:0:0/96\"]", 2, &["would trust strangers"]),
        ("[server]\ntrusted_proxies = [\"proxy\"]", 2, &["is not a network"]),
        ("[server]\nextra_origins = [\"https://app.example.org/\"]", 2, &["something behind the host"]),
        ("[server]\nextra_origins = [\"*\"]", 2, &["every origin must be named"]),
        ("[server]\nextra_origins = [\"app.example.org\"]", 2, &["is not an origin"]),
        ("[database]\nurl = \"sqlite::memory:\"", 2, &["every connection", "sqlite://countersign.db"]),
        ("[database]\nurl = \"mysql://root:hunter2@db/x\"", 2, &["mysql://***@db/x", "not the address of a database"]),
        ("[phone]\ndefault_region = \"gb\"", 2, &["is not a region", "Write \"GB\"."]),
        ("[sessions]\ncookie_name = \"a b\"", 2, &["cannot be the name of a cookie"]),
        ("[sessions]\ncookie_name = \"__Host-me\"", 2, &["adds by itself"]),
        ("[sessions]\nsame_site = \"none\"", 2, &["needs a secure cookie"]),
        ("[passwords]\nmax_bytes = 100\nmin_length = 200", 3, &["more than passwords.max_bytes"]),
        ("secret_keys = [\"hunter2\"]", 1, &["number 1 of 1 (hidden) has 7 bytes", "openssl rand"]),
        ("secret_keys = [\"change me change me change me change me\"]", 1, &["is an example"]),
        ("secret_keys = [\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"]", 1, &["easy to guess"]),
        ("[server]\nbind = \"0.0.0.0:80\"\n", 0, &["secret_keys is empty, which is for loopback only", "0.0.0.0:80"]),
        ("public_url = \"https://example.org\"", 0, &["secret_keys is empty", "https://example.org"]),
        ("secret_keys_file = \"nowhere\"", 1, &["secret_keys_file: \"nowhere\" cannot be read"]),
        (
            "[admin]\npath = \"/account/staff\"",
            2,
            &["\"/account/staff\" is where the program has other pages", "\"/admin\""],
        ),
        ("[admin]\npath = \"/\"", 2, &["admin.path: \"/\" is no path of names"]),
        ("[admin]\npath = \"/admin/\"", 2, &["admin.path: \"/admin/\" is no path of names"]),
        ("[admin]\npath = \"//evil\"", 2, &["admin.path: \"//evil\" is no path of names"]),
        ("[admin]\npath = \"/a/../b\"", 2, &["admin.path: \"/a/../b\" is no path of names"]),
        ("[admin]\npath = \"/{a}\"", 2, &["admin.path: \"/{a}\" is no path of names"]),
        ("[metrics]\nenabled = true\nbind = \"127.0.0.1:8000\"", 3, &["is where the site itself listens"]),
        ("\n[server", 2, &["this is not TOML"]),
        ("a = 1\nregister_form = register", 2, &["this is not TOML"]),
        ("register_form = \"x\"\nregister_form = \"y\"", 2, &["this is not TOML", "duplicate"]),
    ];
    all_told(cases);
}

#[test]
fn every_mistake_about_messages_is_told_as_well() {
    all_told(&[
        ("[otp]\nmax_attempts = 0", 2, &["0 is not a whole number from 1 to 100"]),
        ("[otp.phone]\nlength = 5", 2, &["quickly guessed: otp.phone.alphabet has 10 characters", "6 is the least"]),
        ("[otp.email]\nalphabet = \"AB\"", 0, &["otp.email.length: 8", "20 is the least"]),
        ("[otp.phone]\nalphabet = \"0123456789a\"", 2, &["'a', which is neither"]),
        ("[otp.phone]\nalphabet = \"0123 456789\"", 2, &["' ', which is neither"]),
        ("[otp.phone]\nalphabet = \"01234567890\"", 2, &["has '0' twice"]),
        ("[otp.phone]\nalphabet = \"A\"", 2, &["fewer than two"]),
        ("[otp.email]\nttl = \"2d\"", 2, &["is too long"]),
        ("[verification]\nemail = \"always\"", 2, &["`optional`, `mandatory`, `none`"]),
        ("[email]\ntransport = \"smtp\"", 2, &["needs email.smtp_url, which is empty", "smtps://"]),
        ("[email]\ntransport = \"sendmail\"", 2, &["`console`, `smtp`, `file`, `memory`"]),
        ("[email]\nfrom = \"the club\"", 2, &["is not the address of a sender"]),
        ("[email]\nfrom = \"a@example.org\\r\\nBcc: b@example.org\"", 2, &["is not the address of a sender"]),
        ("[email]\nsmtp_url = \"mx.example.org:25\"", 2, &["is not the address of a mail server"]),
        (
            "[email]\nsmtp_url = \"https://a:hunter2@mx\"",
            2,
            &["\"https://***@mx\" is not the address of a mail server"],
        ),
        ("[email]\nsmtp_url = \"smtp+insecure://a:hunter2@mx\"", 2, &["in the clear", "on this machine"]),
        ("[email]\nsmtp_url = \"smtps://a@mx\"", 2, &["a user without a password"]),
        ("[email]\nsmtp_url = \"smtps://a:hunter2@mx/x?y\"", 2, &["something behind host and port"]),
        ("[email]\nsmtp_url = \"smtps://\"", 2, &["names no host"]),
        ("[sms]\ngateway = \"http\"", 2, &["needs sms.http.url, which is empty"]),
        ("[sms]\ngateway = \"http\"", 2, &["needs sms.http.body, which is empty"]),
        ("[sms]\ngateway = \"http\"", 0, &["sms.http.headers: {} need a Content-Type", "application/json"]),
        ("[sms.http]\nurl = \"http://sms.example/hunter2\"", 2, &["\"http://sms.example/***\" would send codes"]),
        ("[sms.http]\nurl = \"ftp://sms.example\"", 2, &["is not the address of a gateway"]),
        ("[sms.http]\nmethod = \"PATCH\"", 2, &["`GET`, `POST`, `PUT`"]),
        ("[sms.http]\nheaders = { Host = \"x\" }", 2, &["writes by itself"]),
        (
            "[sms.http.headers]\nAuthorization = \"hunter2\\r\\nX: y\"",
            1,
            &["{ … } has a value that no header can have"],
        ),
        ("[sms.http]\nheaders = { \"a b\" = \"x\" }", 2, &["a name that no header can have"]),
        ("[sms.http]\nheaders = { a = 1 }", 2, &["not a text in quotes"]),
        ("[sms.http]\nheaders = \"hunter2\"", 2, &["\"***\" is not a table of texts"]),
        ("[sms.http]\nsuccess = \"ok\"", 2, &["\"ok\" is not a list of status codes", "\"2xx\""]),
        ("[sms.http]\nsuccess = \"1xx\"", 2, &["is not a list of status codes"]),
        ("[phone]\nallowed_regions = [\"GB\",\n\"GB\"]", 3, &["in the list twice"]),
        ("[phone]\nallowed_regions = [\"\"]", 2, &["is not a region"]),
        ("[phone]\ndefault_region = \"DE\"\nallowed_regions = [\"GB\"]", 2, &["is not among phone.allowed_regions"]),
        ("[limits]\nreset_per_ip = \"20\"", 2, &["is not a rate"]),
    ]);
}

/// Each text is refused with these words on this line; line 0 is no line.
fn all_told(cases: &[(&str, usize, &[&str])]) {
    for (text, line, words) in cases {
        let told = refused(text);
        let place = if *line == 0 { String::new() } else { format!("settings.toml:{line}: ") };
        let found = told.lines().any(|told| told.starts_with(&place) && words.iter().all(|word| told.contains(word)));
        assert!(found, "for\n{text}\nthis was expected on line {line}: {words:?}\nbut this was told:\n{told}");
        assert!(!told.contains("hunter2"), "a secret was told: {told}");
    }
}

#[test]
fn all_mistakes_are_told_together_in_the_order_of_the_file() {
    let told = refused("register_frm = 1\n[server]\nworkers = true\nbind = \"x\"\n[log]\nlevel = \"loud\"\n");
    let lines: Vec<&str> = told.lines().map(|line| line.split(": ").next().unwrap()).collect();
    assert_eq!(lines, ["settings.toml:1", "settings.toml:3", "settings.toml:4", "settings.toml:6"], "{told}");
}

#[test]
fn behind_a_mistake_in_the_syntax_nothing_is_guessed() {
    for (text, lines) in [
        // The key before the slip is told; that the rest seems to stand in no section is not.
        (
            "logn = 1\n[server\nbind = \"127.0.0.1:8000\"\n",
            vec!["settings.toml:1: logn", "settings.toml:2: this is not TOML"],
        ),
        // A list that is broken further down is not half believed, nor taken for unwritten.
        ("public_url = \"https://a.example\"\nsecret_keys = [\n\"short\"\n", vec!["settings.toml:3: this is not TOML"]),
        ("x = [\n", vec!["settings.toml:1: this is not TOML"]),
    ] {
        let told = refused(text);
        assert!(
            told.lines().count() == lines.len() && told.lines().zip(&lines).all(|(told, line)| told.starts_with(line)),
            "{told}"
        );
    }
    assert!(refused(&format!("a = {}", "[".repeat(60_000))).lines().count() <= 5);
}

#[test]
fn a_bad_variable_is_refused_by_its_name() {
    for (name, value, words) in [
        ("COUNTERSIGN__SERVER__BNID", "x", "Did you mean $COUNTERSIGN__SERVER__BIND?"),
        ("COUNTERSIGN__server__bind", "127.0.0.1:1", "Did you mean $COUNTERSIGN__SERVER__BIND?"),
        ("COUNTERSIGN__", "x", "names no key"),
        ("COUNTERSIGN__SERVER", "x", "names no key"),
        ("COUNTERSIGN__FORMS__MEMBER__TITLE", "x", "A variable holds a whole form"),
        ("COUNTERSIGN__WEBHOOKS__A", "x", "webhooks.a is not a webhook"),
        ("COUNTERSIGN__ADMIN__PATH", "staff", "is no path of names"),
        ("COUNTERSIGN__SMS__HTTP__HEADERS", "hunter2", "is not a table of texts"),
        ("COUNTERSIGN__SERVER__WORKERS", "many", "\"many\" is not a whole number"),
        ("COUNTERSIGN__AUTHENTICATION_BACKENDS", "email,any", "Write [\"email\", \"any\"]."),
        ("COUNTERSIGN__SECRET_KEYS", "hunter2", "\"***\" is not a list"),
    ] {
        let told = with_environment("", &[(name, value)]).unwrap_err();
        assert!(told.starts_with(&format!("${name}: ")) && told.contains(words), "{name}={value}: {told}");
        assert!(!told.contains("hunter2"), "{told}");
    }
}
