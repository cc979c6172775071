//! The words of an explanation at the shell.

use crate::accounts::{Answer, BackendSays, EventInRequest, Reading, Reason};
use crate::db::Time;
use crate::languages::in_english;

/// How a text is read as one kind.
pub fn reading(reading: &Reading) -> String {
    let kind = match reading.kind {
        "username" => "a username",
        "email" => "an email address",
        _ => "a phone number",
    };
    if !reading.by_shape {
        return match &reading.rule {
            Some(rule) => format!("Not {kind}: {}", in_english(rule)),
            None => format!("Not {kind} by its shape."),
        };
    }
    if !reading.active {
        return format!("By its shape {kind}, and there are none here: phone_authentication_active is false.");
    }
    let (Some(stored), Some(canonical)) = (&reading.stored, &reading.canonical) else {
        return format!(
            "By its shape {kind}, but none can be like this: {}",
            reading.rule.as_ref().map(in_english).unwrap_or_default()
        );
    };
    let alike = reading.skeletons.as_ref().map(|[lower, typed]| format!(", alike as {lower} and {typed}"));
    let region = reading.region.as_ref().map(|region| format!(", of the region {region}"));
    let premium = reading.premium.filter(|premium| *premium).map(|_| ", which costs whoever writes to it".to_owned());
    let more: String = [alike, region, premium].into_iter().flatten().collect();
    format!("Read as {kind}: {stored}, found as {canonical}{more}.")
}

/// What a backend says.
pub fn backend(says: &BackendSays) -> String {
    let why = says.why.as_deref().unwrap_or_default();
    let words = match why {
        "no_use" => "it has no use for this kind",
        "nobody" => "it finds nobody",
        "inactive" => "it finds the account, which is inactive",
        "no_password" => "it finds the account, which has no password",
        own => own,
    };
    match says.says {
        "if_right" => "accepts if the password is right, else passes".to_owned(),
        says => format!("{says}: {words}"),
    }
}

/// What the person is told, and why.
pub fn answer(answer: &Answer) -> String {
    let told = answer.code.map_or(String::new(), |code| format!(" {code}"));
    let why = answer.reason.map_or(String::new(), |reason| format!(" ({})", reason_words(reason)));
    format!("{}{told}{why}", answer.status)
}

fn reason_words(reason: Reason) -> &'static str {
    match reason {
        Reason::Blank => "nothing was given",
        Reason::Throttled => "too many wrong passwords; it has to wait, right or wrong",
        Reason::NotAnIdentifier => "this can be nobody's identifier",
        Reason::NoAccount => "there is no such account",
        Reason::NoBackend => "no backend of the chain lets the account in by this",
        Reason::Denied => "a backend denies",
        Reason::Inactive => "the account is inactive",
        Reason::NoPassword => "the account has no password",
        Reason::UnreadablePassword => "the password is kept in a form that is not read",
        Reason::Hidden => "nothing of the account is verified, and known addresses are hidden",
        Reason::Unverified => "an address has to be verified first",
        Reason::WrongPassword => "the password is wrong",
    }
}

/// Why a message would go nowhere.
pub fn because(why: &str) -> &str {
    match why {
        "off" => "it is switched off",
        "no_account" => "there is no such account",
        "inactive" => "the account is inactive",
        "no_address" => "the account has no such address",
        "not_proved" => "the account has no verified address for it",
        "proved" => "it is verified already",
        "needs_owner" => "only its signed-in owner may verify it, since the account was reset by the other one",
        other => other,
    }
}

/// What happened in a request.
pub fn event(event: &EventInRequest) -> String {
    let detail = if event.detail.is_empty() {
        String::new()
    } else {
        format!("  {}", serde_json::Value::Object(event.detail.clone()))
    };
    let whose = event.account_id.as_deref().unwrap_or("nobody");
    format!("{}  {}  {whose}  from {} {}{detail}", when(event.at), event.kind, event.ip, event.user_agent)
}

/// An instant, to the second.
pub fn when(at: Time) -> String {
    at.timestamp().strftime("%Y-%m-%d %H:%M:%S UTC").to_string()
}
