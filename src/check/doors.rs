//! Whether people can come in where they were let in: what the registration forms ask for against what the backends take.

use super::notes::Notes;
use crate::app::App;
use crate::forms::{Field, RegistrationForm};
use crate::identifiers::IdentifierKind;
use crate::settings::{Level, Mistake, Proof, Settings};

const CHAIN: &str = "authentication_backends";

pub(super) fn judge(app: &App, notes: &mut Notes<'_>) {
    let settings = app.settings();
    if !settings.registration.open {
        return;
    }
    let accounts = app.accounts();
    let forms: Vec<_> = accounts.register_forms().collect();
    let asked = |kind: &IdentifierKind| forms.iter().any(|form| kinds(form.as_ref()).contains(kind));
    nobody_registers(app, &asked, notes);
    for form in &forms {
        nobody_returns(app, form.as_ref(), notes);
    }
    let form = accounts.register_form.as_ref();
    let reachable = kinds(form).into_iter().any(|kind| kind != IdentifierKind::Username);
    if settings.login.by_code && !reachable {
        let problem =
            "serves nobody who registers: codes go to email addresses and phone numbers, and the form asks for neither";
        notes.warning(
            "login.by_code",
            problem,
            "Choose a register_form that asks for one, such as \"register_email\".",
        );
    }
    if settings.registration.prevent_enumeration {
        tells_all_the_same(form, reachable, notes);
    } else if !reachable {
        let problem = "asks for no address: whoever forgets the password has no way back";
        let remedy = "\"register\" asks for an email address as well, and requires none; \
            people can also add one under /account/email.";
        notes.advice("register_form", problem, remedy);
    }
}

/// The kinds of identifier that a form asks for.
fn kinds(form: &dyn RegistrationForm) -> Vec<IdentifierKind> {
    form.fields().iter().filter_map(Field::identifier_kind).collect()
}

/// Backends for which nobody who registers has anything.
fn nobody_registers(app: &App, asked: &dyn Fn(&IdentifierKind) -> bool, notes: &mut Notes<'_>) {
    let form = app.accounts().register_form.name();
    let useful: Vec<String> = app
        .accounts()
        .chain
        .backends()
        .filter(|(_, takes)| takes.is_empty() || takes.iter().any(asked))
        .map(|(name, _)| format!("\"{name}\""))
        .collect();
    for (index, (_, takes)) in app.accounts().chain.backends().enumerate() {
        if takes.is_empty() || takes.iter().any(asked) || useful.is_empty() {
            continue;
        }
        let problem = format!(
            "is for people with {}, and nobody can register with one: register_form is \"{form}\"",
            one_of(takes)
        );
        let remedy = format!(
            "Write {CHAIN} = [{}], or choose a register_form that asks for it, such as \"register\".",
            useful.join(", ")
        );
        let level = if notes.written(CHAIN) { Level::Warning } else { Level::Advice };
        notes.note(level, CHAIN, Some(index), problem, remedy);
        notes.because_of("register_form");
    }
}

/// Whoever registers with what no backend takes has an account that they never get into again.
fn nobody_returns(app: &App, form: &dyn RegistrationForm, notes: &mut Notes<'_>) {
    let settings = app.settings();
    let accepts = app.accounts().chain.accepts();
    let lost = |kind: &IdentifierKind| !accepts.contains(kind) && !opened_by_code(settings, *kind);
    let (lost, good): (Vec<IdentifierKind>, Vec<IdentifierKind>) = kinds(form).into_iter().partition(lost);
    let certain = form
        .fields()
        .iter()
        .any(|field| field.required && field.identifier_kind().is_some_and(|kind| good.contains(&kind)));
    if lost.is_empty() || certain {
        return;
    }
    let takes = format!(
        "Write {CHAIN} = [{}]",
        lost.iter().chain(&good).map(|kind| format!("\"{kind}\"")).collect::<Vec<_>>().join(", ")
    );
    let (level, problem, remedy) = if good.is_empty() {
        let problem =
            format!("locks out whoever registers with it: it asks for {}, and no backend takes one", one_of(&lost));
        (Level::Error, problem, format!("{takes}, or choose a form that asks for {}.", wanted(&accepts)))
    } else {
        let problem = format!(
            "lets people register with {} alone, and no backend takes one: they could not sign in again",
            one_of(&lost)
        );
        (Level::Warning, problem, format!("{takes}, or choose a form that requires {}.", wanted(&accepts)))
    };
    if let Some(declared) = settings.forms.iter().find(|declared| declared.name == form.name()) {
        let key = format!("forms.{}", declared.name);
        notes.push(declared.body.about(&key, problem, remedy).of(level));
    } else {
        notes.note(level, "register_form", None, problem, remedy);
        notes.because_of(CHAIN);
    }
}

/// What a form would have to ask for, with the built-in one that does.
fn wanted(accepts: &[IdentifierKind]) -> String {
    match accepts {
        [] => "what your backend takes".to_owned(),
        [one] => format!("{}, such as \"register_{one}\"", one_of(&[*one])),
        several => one_of(several),
    }
}

/// Whether a code opens the door that no backend does.
fn opened_by_code(settings: &Settings, kind: IdentifierKind) -> bool {
    settings.login.by_code
        && match kind {
            IdentifierKind::Username => false,
            IdentifierKind::Email => settings.verification.email != Proof::None,
            IdentifierKind::Phone => settings.verification.phone != Proof::None,
        }
}

/// What gives away a known address although that is to be hidden.
fn tells_all_the_same(form: &dyn RegistrationForm, reachable: bool, notes: &mut Notes<'_>) {
    const KEY: &str = "registration.prevent_enumeration";
    if !reachable {
        let problem = "hides nothing: the registration form asks for no address";
        notes.warning(KEY, problem, "Leave it out, or choose a register_form that asks for an email address.");
    }
    for field in form.profile_fields().into_iter().filter(|field| field.checks.unique) {
        let problem =
            format!("is true, and the field \"{}\" is unique: registering tells whether a value is taken", field.name);
        let remedy = format!("Take unique from the field, if whoever has a {} could be told by it.", field.name);
        let mistake = notes.sources.at(KEY, None, problem, remedy);
        notes.push(Mistake { value: None, ..mistake }.as_warning());
    }
}

/// "a username, email address or phone number"
pub(super) fn one_of(kinds: &[IdentifierKind]) -> String {
    let article = if kinds.first() == Some(&IdentifierKind::Email) { "an" } else { "a" };
    format!("{article} {}", in_words(kinds))
}

fn in_words(kinds: &[IdentifierKind]) -> String {
    let words: Vec<&str> = kinds.iter().map(|kind| called(*kind)).collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

fn called(kind: IdentifierKind) -> &'static str {
    match kind {
        IdentifierKind::Username => "username",
        IdentifierKind::Email => "email address",
        IdentifierKind::Phone => "phone number",
    }
}
