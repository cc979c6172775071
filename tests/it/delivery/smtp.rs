//! Email against a mail server that is kind, unkind, slow or gone.

use super::server::{At, MailServer, Mood};
use super::{Still, by_email, stationery};
use countersign::delivery::{
    AtOnce, Delivery, Email, Failed, Inbox, Mailer, Memory, MessageKind, Patience, Smtp, Trust, mime,
};
use countersign::settings::{SmtpSecurity, SmtpServer};
use secrecy::SecretString;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;

/// Long enough for any answer; nothing waits it out.
const PATIENT: Patience = Patience { step: Duration::from_mins(1), message: Duration::from_mins(1) };
/// For servers that never answer.
const IMPATIENT: Patience = Patience { step: Duration::from_millis(100), message: Duration::from_millis(100) };

fn smtp(port: u16, security: SmtpSecurity, credentials: Option<(&str, &str)>, patience: Patience) -> Smtp {
    let credentials = credentials.map(|(user, password)| (user.to_owned(), SecretString::from(password)));
    let server = SmtpServer { security, host: "127.0.0.1".into(), port, credentials };
    Smtp::new(server, "accounts.example.org", patience, &Trust::default()).unwrap()
}

fn plain(server: &MailServer, patience: Patience) -> Smtp {
    smtp(server.address.port(), SmtpSecurity::None, None, patience)
}

fn email() -> Email {
    stationery().email(&by_email(MessageKind::VerifyEmail)).unwrap()
}

#[tokio::test]
async fn an_email_arrives_whole() {
    let server = MailServer::start(Mood::Fine, &[]);
    let mut email = email();
    email.text.push_str(".\n..\n.hidden\n");
    plain(&server, PATIENT).send(&email, &AtOnce).await.unwrap();
    let sent = String::from_utf8(mime(&email).unwrap().formatted()).unwrap();
    assert_eq!(server.messages(), [sent]);
    let commands = server.commands();
    assert_eq!(
        commands[..3],
        ["EHLO accounts.example.org", "MAIL FROM:<noreply@example.org>", "RCPT TO:<ada@example.com>"]
    );
}

#[tokio::test]
async fn a_connection_serves_for_the_next_email_and_a_dead_one_is_replaced() {
    let server = MailServer::start(Mood::Fine, &[]);
    let smtp = plain(&server, PATIENT);
    for _ in 0..3 {
        smtp.send(&email(), &AtOnce).await.unwrap();
    }
    assert_eq!((server.connections(), server.messages().len()), (1, 3));
    // NOOP is answered as the greeting is: this hangs up on the connection that was kept.
    server.mood(Mood::HangsUp(At::Greeting));
    assert!(matches!(smtp.send(&email(), &AtOnce).await, Err(Failed::Passing(_))));
    server.mood(Mood::Fine);
    smtp.send(&email(), &AtOnce).await.unwrap();
    assert_eq!((server.connections(), server.messages().len()), (3, 4));
}

#[tokio::test]
async fn a_permanent_answer_to_the_message_is_final_and_everything_else_passes() {
    for at in [At::Mail, At::Rcpt, At::Data, At::Message] {
        let server = MailServer::start(Mood::Says(at, "550 5.1.1 no such mailbox"), &[]);
        let failed = plain(&server, PATIENT).send(&email(), &AtOnce).await.unwrap_err();
        assert!(failed.is_final() && failed.reason().contains("550"), "{at:?}: {failed:?}");
        for answer in
            ["451 4.7.1 greylisted", "421 closing", "530 authenticate first", "nonsense", "250-never\r\n350 x"]
        {
            server.mood(Mood::Says(at, answer));
            let failed = plain(&server, PATIENT).send(&email(), &AtOnce).await.unwrap_err();
            assert!(!failed.is_final(), "{at:?} {answer}: {failed:?}");
        }
        assert!(server.messages().is_empty());
    }
    for at in [At::Greeting, At::Ehlo] {
        let server = MailServer::start(Mood::Says(at, "554 no service here"), &[]);
        let failed = plain(&server, PATIENT).send(&email(), &AtOnce).await.unwrap_err();
        assert!(!failed.is_final() && failed.reason().contains("554"), "{at:?}: {failed:?}");
    }
}

#[tokio::test]
async fn a_server_that_hangs_up_or_says_nothing_is_tried_again_later() {
    for at in [At::Greeting, At::Ehlo, At::Mail, At::Rcpt, At::Data, At::Message] {
        let server = MailServer::start(Mood::HangsUp(at), &[]);
        let failed = plain(&server, PATIENT).send(&email(), &AtOnce).await.unwrap_err();
        assert!(!failed.is_final(), "{at:?}: {failed:?}");
        server.mood(Mood::IsSilent(at));
        let smtp = plain(&server, IMPATIENT);
        let failed = smtp.send(&email(), &AtOnce).await.unwrap_err();
        assert!(!failed.is_final() && failed.reason().contains("did not answer"), "{at:?}: {failed:?}");
        // The connection whose answer is still to come is not used again.
        let before = server.connections();
        let _ = smtp.send(&email(), &AtOnce).await;
        assert_eq!(server.connections(), before + 1, "{at:?}");
    }
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let failed = smtp(port, SmtpSecurity::None, None, PATIENT).send(&email(), &AtOnce).await.unwrap_err();
    assert!(!failed.is_final(), "{failed:?}");
}

#[tokio::test]
async fn without_the_encryption_that_is_required_nothing_is_said() {
    let user = Some(("me", "hunter2"));
    let server = MailServer::start(Mood::Fine, &["AUTH PLAIN LOGIN"]);
    let failed =
        smtp(server.address.port(), SmtpSecurity::StartTls, user, PATIENT).send(&email(), &AtOnce).await.unwrap_err();
    assert!(!failed.is_final() && failed.reason().contains("offers no STARTTLS"), "{failed:?}");
    // Offered, and then no TLS behind it: the server goes on in the clear.
    let server_of_lies = MailServer::start(Mood::Fine, &["STARTTLS", "AUTH PLAIN LOGIN"]);
    let port = server_of_lies.address.port();
    assert!(!smtp(port, SmtpSecurity::StartTls, user, IMPATIENT).send(&email(), &AtOnce).await.unwrap_err().is_final());
    assert!(!smtp(port, SmtpSecurity::Tls, user, IMPATIENT).send(&email(), &AtOnce).await.unwrap_err().is_final());
    for server in [server, server_of_lies] {
        let said = server.commands();
        assert!(!said.iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")), "{said:?}");
    }
}

#[tokio::test]
async fn a_refused_password_is_about_the_settings_and_is_not_told() {
    let server = MailServer::start(Mood::Fine, &["AUTH PLAIN"]);
    let with = |password| smtp(server.address.port(), SmtpSecurity::None, Some(("me", password)), PATIENT);
    with("hunter2").send(&email(), &AtOnce).await.unwrap();
    // RFC 4616: user and password between zero bytes, in base64.
    assert_eq!(server.commands()[1], "AUTH PLAIN AG1lAGh1bnRlcjI=");
    server.mood(Mood::Says(At::Auth, "535 5.7.8 not hunter2"));
    let failed = with("hunter2").send(&email(), &AtOnce).await.unwrap_err();
    assert!(!failed.is_final() && failed.reason().contains("email.smtp_url"), "{failed:?}");
    assert!(!format!("{failed:?} {:?}", with("hunter2")).contains("hunter2"));
}

#[tokio::test]
async fn what_a_server_quotes_of_the_message_is_not_told() {
    let server = MailServer::start(Mood::Says(At::Message, "554 we dislike BCDFGHJK and mY9x-Qw_3zKp"), &[]);
    let inbox = Arc::new(Inbox::new(Arc::new(Still), 1));
    let delivery = Delivery::new(
        Arc::new(plain(&server, PATIENT)),
        Arc::new(Memory(Arc::clone(&inbox))),
        Arc::new(stationery()),
        inbox,
    );
    let failed = delivery.deliver(&by_email(MessageKind::VerifyEmail), &AtOnce).await.unwrap_err();
    assert!(failed.is_final() && failed.reason().contains("we dislike"), "{failed:?}");
    assert!(!failed.reason().contains("BCDFGHJK") && !failed.reason().contains("mY9x"), "{failed:?}");
    assert_eq!(delivery.names(), ("smtp", "memory"));
}
