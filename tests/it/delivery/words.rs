//! What every message says, and what nobody can make it say.

use super::{ID, LINK, by_email, by_phone, letter, stationery};
use countersign::delivery::{Destination, Email, Letter, MessageKind, mime};
use serde_json::json;

/// Those that only make sense in an SMS.
const NOT_BY_EMAIL: [MessageKind; 2] = [MessageKind::VerifyPhone, MessageKind::ChangePhone];
/// Those that only make sense in an email.
const NOT_BY_PHONE: [MessageKind; 2] = [MessageKind::VerifyEmail, MessageKind::ChangeEmail];

fn bytes(email: &Email) -> String {
    String::from_utf8(mime(email).unwrap().formatted()).unwrap()
}

fn header<'a>(raw: &'a str, name: &str) -> Vec<&'a str> {
    let head = raw.split_once("\r\n\r\n").unwrap().0;
    head.split("\r\n").filter_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).collect()
}

#[test]
fn every_kind_has_a_name_of_its_own_and_is_found_by_it() {
    let slugs: Vec<&str> = MessageKind::ALL.iter().map(|kind| kind.slug()).collect();
    assert_eq!(slugs.len(), 14);
    for kind in MessageKind::ALL {
        assert_eq!(MessageKind::from_slug(kind.slug()), Some(*kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.slug());
    }
    assert_eq!(MessageKind::from_slug("verify"), None);
}

#[test]
fn every_kind_has_words_in_both_parts_of_an_email() {
    for kind in MessageKind::ALL.iter().copied().filter(|kind| !NOT_BY_EMAIL.contains(kind)) {
        let email = stationery().email(&by_email(kind)).unwrap();
        assert_eq!((email.to.as_str(), email.kind, email.language.as_str()), ("ada@example.com", kind, "en"));
        assert!(!email.subject.is_empty() && !email.subject.contains("BCDFGHJK"), "{kind}: {}", email.subject);
        for (part, text) in [("text", &email.text), ("html", &email.html)] {
            for words in ["Hello Ada Lovelace,", "accounts.example.org", LINK, "BCDFGHJK", "192.0.2.7", "09:30 UTC"] {
                assert!(text.contains(words), "{kind}: the {part} part lacks {words}:\n{text}");
            }
            for slip in ["{{", "{%", "  ,", "within .", "&amp;amp;"] {
                assert!(!text.contains(slip), "{kind}: {slip} is in the {part} part:\n{text}");
            }
        }
        // What to do about a message that one did not ask for is always said.
        let flowing = email.text.replace('\n', " ").to_lowercase();
        assert!(
            flowing.contains("there is nothing to do") || flowing.contains("give this code to nobody"),
            "{flowing}"
        );
        assert_eq!(email.text.lines().filter(|line| *line == "BCDFGHJK").count(), 1, "{kind}: the code stands alone");
        assert_eq!(email.text.lines().filter(|line| *line == LINK).count(), 1, "{kind}: the link stands alone");
        assert!(email.text.lines().all(|line| line == LINK || line.len() <= 76), "{kind}:\n{}", email.text);
        assert!(!email.text.contains("\n\n\n") && email.text.starts_with("Hello") && email.text.ends_with("8443\n"));
        assert!(email.text.is_ascii(), "plain English needs no encoding:\n{}", email.text);
    }
}

#[test]
fn the_text_part_reads_like_a_letter() {
    let mut letter = by_email(MessageKind::VerifyEmail);
    letter.details.clear();
    let text = stationery().email(&letter).unwrap().text;
    let expected = format!(
        "Hello Ada Lovelace,\n\n\
         Enter this code at accounts.example.org to show that this address is\nyours.\n\n\
         Your code:\n\nBCDFGHJK\n\n\
         Or open this address:\n\n{LINK}\n\n\
         The code and the link work once, within 15 minutes.\n\n\
         If you did not give this address to accounts.example.org, there is\nnothing to do: without the code nothing happens.\n\n\
         Nobody from accounts.example.org will ever ask you for this code.\n\n\
         Sent by accounts.example.org. Replies to this message are not read.\nhttps://accounts.example.org:8443\n"
    );
    assert_eq!(text, expected);
}

#[test]
fn the_html_part_loads_nothing_and_runs_nothing() {
    for kind in MessageKind::ALL.iter().copied().filter(|kind| !NOT_BY_EMAIL.contains(kind)) {
        let html = stationery().email(&by_email(kind)).unwrap().html;
        for loader in
            ["<img", "<link", "<script", "<iframe", "<form", "@import", "url(", " src=", "srcset", "background=\""]
        {
            assert!(!html.contains(loader), "{kind}: {loader}");
        }
        // Every address in it leads to this site.
        for href in html.split("href=\"").skip(1) {
            assert!(href.starts_with("https://accounts.example.org:8443"), "{kind}: {}", &href[..60]);
        }
        assert!(html.contains("prefers-color-scheme: dark") && html.contains("<html lang=\"en\" dir=\"ltr\">"));
        assert!(html.len() < 20_000, "mail clients cut long messages");
    }
}

#[test]
fn what_is_not_there_is_not_spoken_of() {
    let bare = Letter { code: None, link: None, minutes: None, name: None, ..by_email(MessageKind::PasswordChanged) };
    let email = stationery().email(&bare).unwrap();
    for part in [&email.text, &email.html] {
        assert!(part.contains("Hello,") && !part.contains("Your code") && !part.contains("work once"), "{part}");
        assert!(!part.contains("ask you for this code") && part.contains("8443/password/reset"), "{part}");
    }
    for (minutes, words) in
        [(1, "1 minute."), (60, "1 hour."), (90, "90 minutes."), (120, "2 hours."), (10_080, "7 days.")]
    {
        let letter = Letter { minutes: Some(minutes), code: None, ..by_email(MessageKind::EmailChanged) };
        let text = stationery().email(&letter).unwrap().text;
        assert!(text.contains(&format!("The link works once, within {words}")), "{text}");
    }
    let mut released = by_phone(MessageKind::PhoneChanged);
    released.details.insert("released".into(), json!(true));
    released.code = None;
    assert!(stationery().sms(&released).unwrap().text.starts_with("This number was taken out of an account"));
}

#[test]
fn an_sms_with_a_code_ends_with_the_line_that_binds_it_to_this_site() {
    for kind in MessageKind::ALL.iter().copied().filter(|kind| !NOT_BY_PHONE.contains(kind)) {
        let mut letter = by_phone(kind);
        let sms = stationery().sms(&letter).unwrap();
        assert_eq!((sms.to.as_str(), sms.from.as_str(), sms.kind), ("+4930901820", "CLUB", kind));
        assert!(sms.text.ends_with("\n\n@accounts.example.org #834920"), "{kind}: {}", sms.text);
        assert!(sms.text.is_ascii() && !sms.text.contains("{{"), "{kind}: {}", sms.text);
        letter.code = None;
        assert!(!stationery().sms(&letter).unwrap().text.contains('#'), "{kind}");
    }
    let letter = Letter { link: None, minutes: Some(10), ..by_phone(MessageKind::VerifyPhone) };
    assert_eq!(
        stationery().sms(&letter).unwrap().text,
        "834920 is your code to verify this number at accounts.example.org, good for 10 minutes. Do not share it.\n\n\
         @accounts.example.org #834920"
    );
}

#[test]
fn a_letter_in_the_wrong_envelope_is_refused() {
    for kind in NOT_BY_EMAIL {
        assert!(stationery().email(&by_email(kind)).is_err(), "{kind}");
    }
    for kind in NOT_BY_PHONE {
        assert!(stationery().sms(&by_phone(kind)).is_err(), "{kind}");
    }
    assert!(stationery().email(&by_phone(MessageKind::LoginCode)).is_err());
    assert!(stationery().sms(&by_email(MessageKind::LoginCode)).is_err());
}

#[test]
fn a_language_without_words_becomes_the_nearest_that_has_some() {
    for asked in ["en", "en-GB", "en_GB", "tlh", "", "../en", "EN"] {
        let letter = Letter { language: asked.into(), ..by_email(MessageKind::LoginCode) };
        assert_eq!(stationery().email(&letter).unwrap().language, "en", "{asked}");
    }
}

#[test]
fn the_headers_say_what_it_is_and_stay_the_same() {
    let email = stationery().email(&by_email(MessageKind::VerifyEmail)).unwrap();
    let raw = bytes(&email);
    for (name, value) in [
        ("Message-ID", format!("<{ID}@accounts.example.org>")),
        ("X-Countersign-Message", "verify_email".into()),
        ("Auto-Submitted", "auto-generated".into()),
        ("Content-Language", "en".into()),
        ("Date", "Sun, 22 Nov 2026 09:29:58 +0000".into()),
        ("From", "Club <noreply@example.org>".into()),
        ("To", "ada@example.com".into()),
        ("Subject", "Verify your email address".into()),
        ("MIME-Version", "1.0".into()),
    ] {
        assert_eq!(header(&raw, name), [value.as_str()], "{name} of\n{raw}");
    }
    let parts: Vec<&str> = raw.split(&format!("--countersign-{ID}")).collect();
    assert_eq!(parts.len(), 4, "two parts and their end");
    assert!(raw.contains("multipart/alternative") && parts[1].contains("text/plain; charset=utf-8"));
    assert!(
        parts[1].contains("\r\nBCDFGHJK\r\n")
            && parts[1].contains(LINK)
            && parts[2].contains("text/html; charset=utf-8")
    );
    assert!(raw.is_ascii() && raw.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])));
    assert_eq!(raw, bytes(&stationery().email(&by_email(MessageKind::VerifyEmail)).unwrap()));
}

#[test]
fn nobody_writes_headers_or_markup_through_what_they_are_called() {
    let names = [
        "Ada\r\nBcc: everybody@example.com",
        "Ada\n\nBCDFGHJK\n",
        "<script>alert(1)</script>",
        "{{ code }}",
        "\" onload=\"x",
        "Your account is closed, see https://evil.example",
        "evil.example",
        "Ada\u{202e}\u{2028}x",
    ];
    for name in names {
        let letter = Letter { name: Some(name.into()), ..by_email(MessageKind::VerifyEmail) };
        let email = stationery().email(&letter).unwrap();
        let raw = bytes(&email);
        assert!(header(&raw, "Bcc").is_empty() && raw.matches("\r\nTo: ").count() == 1, "{raw}");
        assert_eq!(email.text.lines().filter(|line| *line == "BCDFGHJK").count(), 1, "{}", email.text);
        for part in [&email.text, &email.html] {
            assert!(!part.contains("evil") && !part.contains("<script") && !part.contains("onload"), "{part}");
            assert!(!part.contains('\u{202e}') && !part.contains("{{"), "{part}");
        }
    }
}

#[test]
fn nobody_writes_markup_through_the_details() {
    let mut letter = by_email(MessageKind::EmailChanged);
    letter.details.insert("new_email".into(), json!("<b>\"x\"&'y'</b>\r\nBcc: z@example.com"));
    letter.details.insert("ip".into(), json!("{{ code }}<i>\n\nBCDFGHJK"));
    letter.details.insert("when".into(), json!(["no", "text"]));
    letter.details.insert("unheard_of".into(), json!("never shown"));
    let email = stationery().email(&letter).unwrap();
    assert!(
        email.html.contains("&lt;b&gt;&quot;x&quot;&amp;")
            && !email.html.contains("<b>")
            && !email.html.contains("<i>")
    );
    assert!(email.html.contains("{{ code }}&lt;i&gt; BCDFGHJK") && !email.html.contains("never shown"));
    assert!(!email.text.contains("\nBcc:"), "{}", email.text);
    assert_eq!(email.text.lines().filter(|line| *line == "BCDFGHJK").count(), 1, "{}", email.text);
}

#[test]
fn what_cannot_stand_in_a_header_is_refused() {
    let kind = MessageKind::VerifyEmail;
    for to in [
        "a@example.com\r\nBcc: b@example.com",
        "a@example.com, b@example.com",
        "a@example.com>, <b@example.com",
        "a@example.com\0",
        "A <a@example.com>",
        "nobody",
        "",
    ] {
        let email = stationery().email(&letter(kind, Destination::Email(to.into()))).unwrap();
        assert!(mime(&email).is_err(), "{to:?}");
    }
    for id in ["", "a b", "a\r\nb", "a@b", "../../x", "ä", &"a".repeat(51)] {
        assert!(stationery().email(&Letter { id: id.into(), ..by_email(kind) }).is_err(), "{id:?}");
        assert!(stationery().sms(&Letter { id: id.into(), ..by_phone(MessageKind::LoginCode) }).is_err(), "{id:?}");
    }
    for secret in ["a\nb", "a b", "a\tb"] {
        assert!(stationery().email(&Letter { code: Some(secret.into()), ..by_email(kind) }).is_err());
        assert!(stationery().email(&Letter { link: Some(secret.into()), ..by_email(kind) }).is_err());
    }
}

#[test]
fn a_name_of_another_script_arrives_whole() {
    let letter = Letter { name: Some("李小龍 Søren".into()), ..by_email(MessageKind::VerifyEmail) };
    let email = stationery().email(&letter).unwrap();
    let raw = bytes(&email);
    assert!(email.text.contains("Hello 李小龍 Søren,") && raw.is_ascii());
    assert!(raw.contains("\r\nBCDFGHJK\r\n") || raw.contains("base64"), "{raw}");
}

#[test]
fn a_letter_comes_back_from_the_outbox_as_it_went_and_never_prints_its_secrets() {
    let letter = by_email(MessageKind::ReleaseAddress);
    let kept = serde_json::to_string(&letter).unwrap();
    assert!(
        kept.contains("\"kind\":\"release_address\"") && kept.contains("\"to\":{\"email\":\"ada@example.com\"}"),
        "{kept}"
    );
    assert_eq!(serde_json::from_str::<Letter>(&kept).unwrap(), letter);
    let email = stationery().email(&letter).unwrap();
    let sms = stationery().sms(&by_phone(MessageKind::LoginCode)).unwrap();
    let printed = format!("{letter:?} {letter:#?} {email:?} {sms:?} {:?}", stationery());
    for secret in ["BCDFGHJK", "834920", "mY9x", "Lovelace"] {
        assert!(!printed.contains(secret), "{printed}");
    }
}
