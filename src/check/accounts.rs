//! The accounts one by one, under the settings and the rules of today: who cannot come in, whose identifier is none any
//! more, which two have become one, whose profile the form would refuse.

use super::doors::one_of;
use super::notes::Notes;
use crate::accounts::{Accounts, masked, masked_username};
use crate::app::App;
use crate::context::Context;
use crate::db::survey::{self, Surveyed};
use crate::db::{Id, User};
use crate::delivery::Destination;
use crate::error::Result;
use crate::forms::{Input, ProfileForm, Source, Value};
use crate::identifiers::{Email, IdentifierKind, Phone, Username};
use crate::otp::Channel;
use crate::passwords::is_usable;
use crate::settings::{Level, Mistake};
use std::collections::{BTreeMap, HashMap};

/// Accounts are read from the database in pages of this size.
const PAGE: i64 = 1000;
/// So many new forms are kept, to see which of them are the same; a form takes some hundred bytes.
const MOST_FORMS: usize = 100_000;
/// So many are named.
const EXAMPLES: usize = 3;

/// Some accounts: how many, and a few of them, masked.
#[derive(Default)]
struct Group {
    count: u64,
    examples: Vec<String>,
}

impl Group {
    fn add(&mut self, user: &User) {
        self.count += 1;
        if self.examples.len() < EXAMPLES {
            self.examples.push(named(user));
        }
    }
}

/// The account as the administrator can find it, and nobody else learns of it.
fn named(user: &User) -> String {
    let shown = match (&user.username, &user.email, &user.phone) {
        (Some(name), ..) => masked_username(name),
        (_, Some(email), _) => masked(&Destination::Email(email.clone())),
        (.., Some(phone)) => masked(&Destination::Phone(phone.clone())),
        _ => String::new(),
    };
    format!("{shown} ({})", user.id)
}

/// What was found among the accounts.
#[derive(Default)]
struct Survey {
    locked_out: Group,
    unproved_email: Group,
    unproved_phone: Group,
    no_way_in: Group,
    unreadable: Group,
    refused: BTreeMap<IdentifierKind, Group>,
    respelt: BTreeMap<IdentifierKind, Group>,
    clashing: BTreeMap<IdentifierKind, Group>,
    profiles: BTreeMap<String, (Group, String)>,
    /// Forms that are not those stored, and whose they are.
    new_forms: HashMap<(IdentifierKind, usize, String), Id>,
    /// Whether there were more of them than are kept.
    forms_left_out: bool,
}

/// Looks at every account.
pub(super) fn survey(app: &App, cx: &Context<'_>, notes: &mut Notes<'_>) -> Result<()> {
    let accounts = app.accounts();
    let form = ProfileForm::of(accounts.register_form.as_ref(), app.region());
    let fields: Vec<String> =
        accounts.register_form.profile_fields().iter().map(|field| field.name.to_string()).collect();
    let mut found = Survey::default();
    let mut after = None;
    loop {
        let page = cx.db.read(|conn| survey::page(conn, after, PAGE))?;
        let Some(last) = page.last() else { break };
        after = Some(last.user.id);
        for one in &page {
            entrance(accounts, cx, &one.user, &mut found);
            identifiers(app, cx, one, &mut found)?;
            profile(&form, &fields, &one.user, &mut found);
        }
    }
    tell(app, found, notes);
    Ok(())
}

/// Whether there is a way in.
fn entrance(accounts: &Accounts, cx: &Context<'_>, user: &User, found: &mut Survey) {
    if !user.is_active {
        return;
    }
    let has = |kind: IdentifierKind| match kind {
        IdentifierKind::Username => user.username.is_some(),
        IdentifierKind::Email => user.email.is_some(),
        IdentifierKind::Phone => user.phone.is_some(),
    };
    let proved = user.email_verified_at.is_some() || user.phone_verified_at.is_some();
    let opened = accounts.chain.accepts().into_iter().any(has) || (accounts.settings.login.by_code && proved);
    if !opened {
        found.locked_out.add(user);
    }
    match accounts.first_to_verify(user) {
        Some(Channel::Email) => found.unproved_email.add(user),
        Some(Channel::Phone) => found.unproved_phone.add(user),
        None => {}
    }
    let reachable = user.email.is_some() || user.phone.is_some();
    if !is_usable(&user.password) {
        if !reachable {
            found.no_way_in.add(user);
        }
    } else if !cx.hashes.understands(&user.password) {
        found.unreadable.add(user);
    }
}

/// Reads the identifiers again by today's rules.
fn identifiers(app: &App, cx: &Context<'_>, one: &Surveyed, found: &mut Survey) -> Result<()> {
    let user = &one.user;
    if let Some(name) = &user.username {
        let forms = Username::parse(name).ok().map(|read| {
            let forms = [read.canonical().to_owned(), read.skeleton(), read.shown_skeleton()];
            let stored = [&user.username_canonical, &one.username_skeleton, &one.username_shown_skeleton];
            let same = forms.iter().zip(stored).all(|(form, stored)| stored.as_ref() == Some(form));
            (forms.to_vec(), same)
        });
        judge(cx, user, IdentifierKind::Username, forms, found)?;
    }
    if let Some(email) = &user.email {
        let forms = Email::parse(email).ok().map(|read| {
            let form = read.canonical().to_owned();
            (vec![form.clone()], user.email_canonical == Some(form))
        });
        judge(cx, user, IdentifierKind::Email, forms, found)?;
    }
    if let Some(phone) = user.phone.as_ref().filter(|_| app.settings().phone_authentication_active) {
        let forms = Phone::parse(phone, None).ok().map(|read| (vec![read.as_str().to_owned()], read.as_str() == phone));
        judge(cx, user, IdentifierKind::Phone, forms, found)?;
    }
    Ok(())
}

/// `forms`: those of today, and whether they are the ones stored; none when today's rules refuse the identifier.
fn judge(
    cx: &Context<'_>,
    user: &User,
    kind: IdentifierKind,
    forms: Option<(Vec<String>, bool)>,
    found: &mut Survey,
) -> Result<()> {
    let Some((forms, same)) = forms else {
        found.refused.entry(kind).or_default().add(user);
        return Ok(());
    };
    if same {
        return Ok(());
    }
    let mut clash = cx.db.read(|conn| survey::is_held(conn, kind, &forms, user.id))?;
    for (at, form) in forms.into_iter().enumerate() {
        let key = (kind, at, form);
        if let Some(other) = found.new_forms.get(&key) {
            clash |= *other != user.id;
        } else if found.new_forms.len() < MOST_FORMS {
            found.new_forms.insert(key, user.id);
        } else {
            found.forms_left_out = true;
        }
    }
    let which = if clash { &mut found.clashing } else { &mut found.respelt };
    which.entry(kind).or_default().add(user);
    Ok(())
}

/// Reads the profile as if it were sent today. What is lacking is let be: it was not asked for then.
fn profile(form: &ProfileForm, fields: &[String], user: &User, found: &mut Survey) {
    let members: Vec<(String, Value)> =
        fields.iter().filter_map(|name| Some((name.clone(), sent(user.profile.0.get(name)?)))).collect();
    if members.is_empty() {
        return;
    }
    let (_, errors) = form.clean(user, &Input::new(Source::Json, members));
    for error in errors.0 {
        let Some(field) = error.field.filter(|name| fields.iter().any(|known| *known == **name)) else { continue };
        let (some, detail) = found.profiles.entry(field.to_string()).or_default();
        some.add(user);
        *detail = error.detail.to_string();
    }
}

fn sent(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(flag) => Value::Flag(*flag),
        serde_json::Value::Number(number) => Value::Number(number.clone()),
        serde_json::Value::String(text) => Value::Text(text.clone()),
        _ => Value::Other,
    }
}

fn tell(app: &App, found: Survey, notes: &mut Notes<'_>) {
    let by_code = app.settings().login.by_code;
    note(notes, "authentication_backends", Level::Warning, found.locked_out, |who, has| {
        let problem = format!("locks out {who} that {has} nothing any backend takes");
        (
            problem,
            if by_code {
                "Add the backend for what they have; or they prove an address, and sign in by code."
            } else {
                "Add the backend for what they have, such as \"any\", which takes everything."
            },
        )
    });
    for (key, some) in [("verification.email", found.unproved_email), ("verification.phone", found.unproved_phone)] {
        note(notes, key, Level::Advice, some, |who, _| {
            (
                format!("keeps {who} out until the address is proved; a sign-in leads them there"),
                "Write \"optional\" to let them in before.",
            )
        });
    }
    note(notes, "", Level::Warning, found.no_way_in, |who, has| {
        let problem = format!("{who} {has} neither a password nor an address that could get one");
        (problem, "Set one with `countersign user set-password IDENTIFIER`, or deactivate the account.")
    });
    note(notes, "", Level::Warning, found.unreadable, |who, has| {
        let problem =
            format!("{who} {has} a password in a form that this program cannot read: no password is ever right");
        (
            problem,
            "They can ask for a new one by \"Forgot your password?\"; or set one with `countersign user set-password IDENTIFIER`.",
        )
    });
    for (kind, some) in found.refused {
        note(notes, "", Level::Warning, some, |who, has| {
            let problem =
                format!("{who} {has} {} that today's rules refuse, and cannot sign in with it", one_of(&[kind]));
            (problem, "They can change it under /account, signed in with what else they have.")
        });
    }
    for (kind, some) in found.respelt {
        note(notes, "", Level::Warning, some, |who, has| {
            let problem = format!(
                "{who} {has} {} that is stored in a form of older rules, and is not found by today's",
                one_of(&[kind])
            );
            (
                problem,
                "Their owners can change it under /account; or `countersign export`, and `countersign import` into a new database.",
            )
        });
    }
    if found.forms_left_out {
        let problem = "So many accounts have a form of older rules that not all were compared with one another";
        notes.push(Mistake::new("", problem, "Mend those that are told, and look again.").as_warning());
    }
    for (kind, some) in found.clashing {
        note(notes, "", Level::Error, some, |who, has| {
            let problem =
                format!("{who} {has} {} that, by today's rules, is another account's as well", one_of(&[kind]));
            (problem, "Give one of the two another one, before somebody is taken for somebody else.")
        });
    }
    for (field, (some, detail)) in found.profiles {
        let form = app.accounts().register_form.name().to_owned();
        note(notes, "", Level::Warning, some, |who, has| {
            let problem =
                format!("{who} {has} a value of the field \"{field}\" that the form \"{form}\" refuses: {detail}");
            (
                problem,
                "Loosen the field's rule, or correct the values: their owners cannot save their profile with them.",
            )
        });
    }
}

/// Notes what concerns some accounts, if there are any.
fn note(
    notes: &mut Notes<'_>,
    key: &str,
    level: Level,
    some: Group,
    words: impl FnOnce(&str, &str) -> (String, &'static str),
) {
    if some.count == 0 {
        return;
    }
    let (who, has) =
        if some.count == 1 { ("1 account".to_owned(), "has") } else { (format!("{} accounts", some.count), "have") };
    let (problem, remedy) = words(&who, has);
    let mistake =
        if key.is_empty() { Mistake::new("", problem, remedy) } else { notes.sources.at(key, None, problem, remedy) };
    notes.push_of(mistake.of(level), some.count, some.examples);
}
