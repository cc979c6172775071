//! An explanation as sections of facts, each a label and a value. Decides nothing, and knows no page.

use crate::accounts::{AccountState, Answer, Explained, Explanation, MessageTo, Reading};
use crate::db::Time;
use crate::phrase::Phrase;
use serde_json::{Value, json};

/// What there is to say, in order.
pub fn sections(explained: &Explained) -> Vec<Value> {
    match explained {
        Explained::Identifier(all) => about(all),
        Explained::Request(request) => {
            let happened = request.events.iter().map(|event| {
                let kind = Phrase::new(format!("event-{}", event.kind));
                fact(words(event.at), Phrase::new("explain-event").with("event", kind).with("ip", event.ip.clone()))
            });
            let mut facts: Vec<Value> = happened.collect();
            if request.explanation.is_none() {
                facts.push(fact(Phrase::new("explain-account"), Phrase::new("explain-nobody")));
            }
            let first = section(Phrase::new("explain-in-request").with("request", request.request.clone()), facts);
            std::iter::once(first).chain(request.explanation.iter().flat_map(about)).collect()
        }
    }
}

fn about(all: &Explanation) -> Vec<Value> {
    let login = &all.login;
    let mut limits = vec![
        fact(
            Phrase::new("explain-failures"),
            Phrase::new("explain-failures-of").with("failures", login.failures).with("limit", i64::from(login.limit)),
        ),
        fact(Phrase::new("explain-waits"), when(login.waits_until)),
    ];
    limits.extend(all.codes.iter().map(|code| {
        let said = Phrase::new("explain-code")
            .with("purpose", Phrase::new(format!("explain-purpose-{}", code.purpose)))
            .with("failures", code.failures)
            .with("left", code.tries_left)
            .with("until", when(code.waits_until));
        fact(Phrase::verbatim(code.to.clone()), said)
    }));
    limits.extend(all.sending.iter().map(|one| {
        let said =
            Phrase::new("explain-sending").with("seconds", count(one.wait)).with("hour", whole(one.left_in_hour));
        fact(Phrase::verbatim(one.to.clone()), said.with("day", whole(one.left_in_day)))
    }));
    let answers = &all.answers;
    let told = vec![
        fact(Phrase::new("explain-right-password"), answer(&answers.right_password)),
        fact(Phrase::new("explain-wrong-password"), answer(&answers.wrong_password)),
    ];
    let backends = all.backends.iter().map(|one| {
        let says = match (one.says, one.why.as_deref()) {
            ("if_right", _) => Phrase::new("explain-if-right"),
            ("denies", why) => Phrase::new("explain-denies").with("why", why.unwrap_or_default().to_owned()),
            (_, Some(known @ ("no_use" | "nobody" | "inactive" | "no_password"))) => {
                Phrase::new(format!("explain-passes-{known}"))
            }
            (_, why) => Phrase::new("explain-passes").with("why", why.unwrap_or_default().to_owned()),
        };
        fact(Phrase::verbatim(one.name.clone()), says)
    });
    let mut sections = vec![
        section(Phrase::new("explain-answers"), told),
        section(Phrase::new("explain-reading"), all.readings.iter().map(reading).collect()),
        section(Phrase::new("explain-backends"), backends.collect()),
    ];
    sections.extend(all.account.as_ref().map(|account| section(Phrase::new("explain-account"), state(account))));
    sections.push(section(Phrase::new("explain-limits"), limits));
    sections.push(section(Phrase::new("explain-messages"), all.messages.iter().map(message).collect()));
    sections
}

fn reading(reading: &Reading) -> Value {
    let said = match (&reading.stored, &reading.canonical, &reading.rule) {
        _ if !reading.by_shape => Phrase::new("explain-other-shape"),
        _ if !reading.active => Phrase::new("explain-not-here"),
        (Some(stored), Some(canonical), _) => {
            Phrase::new("explain-read").with("stored", stored.clone()).with("canonical", canonical.clone())
        }
        (_, _, rule) => rule.clone().unwrap_or_default(),
    };
    fact(Phrase::new(format!("identifier-{}-alone", reading.kind)), said)
}

fn state(account: &AccountState) -> Vec<Value> {
    let mut facts = vec![fact(Phrase::new("explain-id"), Phrase::verbatim(account.id.clone()))];
    let username = Phrase::verbatim(account.username.clone().unwrap_or_default());
    facts.push(fact(Phrase::new("identifier-username-alone"), username));
    for (label, address) in [("email", &account.email), ("phone", &account.phone)] {
        let said = address.as_ref().map(|address| {
            let id = if address.verified_at.is_some() { "explain-verified" } else { "explain-not-verified" };
            Phrase::new(id).with("address", address.address.clone())
        });
        facts.push(fact(Phrase::new(format!("identifier-{label}-alone")), said.unwrap_or_default()));
    }
    let state = if account.is_active { "explain-active" } else { "explain-reason-inactive" };
    facts.push(fact(Phrase::new("explain-state"), Phrase::new(state)));
    let password = &account.password;
    let kept = match (&password.format, password.usable) {
        (_, false) => Phrase::new("explain-reason-no_password"),
        (None, true) => Phrase::new("explain-reason-unreadable_password"),
        (Some(format), true) if password.rehashed_at_login => {
            Phrase::new("explain-rehashed").with("format", format.clone())
        }
        (Some(format), true) => Phrase::verbatim(format.clone()),
    };
    facts.push(fact(Phrase::new("explain-password"), kept));
    facts.push(fact(Phrase::new("explain-last-login"), when(account.last_login)));
    facts.push(fact(Phrase::new("explain-delete-at"), when(account.delete_at)));
    facts
}

fn answer(answer: &Answer) -> Phrase {
    let status = format!("{} {}", answer.status, answer.code.unwrap_or_default());
    match answer.reason {
        None => Phrase::new("explain-let-in").with("status", status.trim().to_owned()),
        Some(reason) => {
            let why = Phrase::new(format!("explain-reason-{}", reason.slug()));
            Phrase::new("explain-refused").with("status", status).with("why", why)
        }
    }
}

fn message(message: &MessageTo) -> Value {
    let said = match (message.message, &message.to, message.why_not) {
        (Some(kind), Some(to), _) => Phrase::new("explain-sent").with("message", kind).with("to", to.clone()),
        (_, _, why) => Phrase::new(format!("explain-unsent-{}", why.unwrap_or("no_address"))),
    };
    fact(Phrase::new(format!("explain-asked-{}", message.asked)), said)
}

fn section(title: Phrase, facts: Vec<Value>) -> Value {
    // What there is nothing to say of is left out.
    let said = facts.into_iter().filter(|fact| fact["value"] != json!(Phrase::NONE));
    json!({"title": Value::from(title), "facts": said.collect::<Vec<_>>()})
}

fn fact(label: Phrase, value: Phrase) -> Value {
    json!({"label": Value::from(label), "value": Value::from(value)})
}

/// An instant, or nothing.
fn when(at: Option<Time>) -> Phrase {
    at.map(words).unwrap_or_default()
}

fn words(at: Time) -> Phrase {
    Phrase::verbatim(at.timestamp().strftime("%Y-%m-%d %H:%M:%S UTC").to_string())
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn count(seconds: u64) -> i64 {
    i64::try_from(seconds).unwrap_or(i64::MAX)
}
