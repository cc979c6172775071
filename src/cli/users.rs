//! `countersign user …` and `countersign createsuperuser`

use super::arguments::{NewAccount, User as Command};
use super::output::{Failure, say};
use super::passwords::new_password;
use super::start;
use crate::accounts::{Actor, Named};
use crate::api::account_json;
use crate::app::App;
use crate::context::Client;
use crate::db::User;
use crate::db::users::NewUser;
use crate::error::{Error, FormErrors};
use crate::identifiers::{Email, Flaw, Phone, Username};
use crate::languages::in_english;
use std::path::PathBuf;

/// Accounts are read from the database in pages of this size.
const PAGE: u32 = 500;

/// Runs one of the commands on accounts.
pub fn run(file: Option<PathBuf>, command: Command) -> Result<(), Failure> {
    if let Command::Create(new) = command {
        return create(file, &new, false);
    }
    let app = start::ready(file)?;
    let client = Client::local();
    match command {
        Command::Create(_) => Ok(()),
        Command::List { json } => list(&app, json),
        Command::Show { identifier, json } => show(&find(&app, &identifier)?, json),
        Command::SetPassword { identifier, password_stdin } => {
            let user = find(&app, &identifier)?;
            let password = new_password(password_stdin)?;
            app.work(&client, |accounts, cx| accounts.set_password(cx, &user, &password))?;
            say(&format!("{} has a new password and is signed out everywhere.", user.display_name()))
        }
        Command::Activate { identifier } => {
            let user = find(&app, &identifier)?;
            app.work(&client, |accounts, cx| accounts.set_active(cx, Actor::Shell, user.id, true))?;
            say(&format!("{} may sign in.", user.display_name()))
        }
        Command::Deactivate { identifier } => {
            let user = find(&app, &identifier)?;
            app.work(&client, |accounts, cx| accounts.set_active(cx, Actor::Shell, user.id, false))
                .map_err(last_superuser)?;
            say(&format!("{} may not sign in any more and is signed out everywhere.", user.display_name()))
        }
        Command::Verify { identifier, email, phone } => {
            let user = find(&app, &identifier)?;
            let both = !email && !phone;
            let user = app.work(&client, |accounts, cx| {
                accounts.verify_by_hand(cx, Actor::Shell, user.id, email || both, phone || both)
            })?;
            show(&user, false)
        }
        Command::Delete { identifier, yes } => {
            let user = find(&app, &identifier)?;
            if !yes {
                return Err(Failure::usage(format!(
                    "{} stays. To remove it for good, add --yes.",
                    user.display_name()
                )));
            }
            app.work(&client, |accounts, cx| accounts.delete_user(cx, Actor::Shell, user.id))
                .map_err(last_superuser)?;
            say(&format!("{} is gone.", user.display_name()))
        }
    }
}

/// Makes an account.
pub fn create(file: Option<PathBuf>, new: &NewAccount, superuser: bool) -> Result<(), Failure> {
    let app = start::ready(file)?;
    let user = identifiers(&app, new)?;
    let password = if new.no_password { None } else { Some(new_password(new.password_stdin)?) };
    let user = app.work(&Client::local(), |accounts, cx| {
        if superuser { accounts.create_superuser(cx, user, password) } else { accounts.create_user(cx, user, password) }
    })?;
    say(&format!("{} is there, with the id {}.", user.display_name(), user.id))
}

fn identifiers(app: &App, new: &NewAccount) -> Result<NewUser, Failure> {
    if new.username.is_none() && new.email.is_none() && new.phone.is_none() {
        return Err(Failure::usage("Give at least one of --username, --email and --phone."));
    }
    if new.phone.is_some() && !app.settings().phone_authentication_active {
        return Err(Failure::refused("There are no phone numbers here: phone_authentication_active is false."));
    }
    let mut errors = FormErrors::default();
    let mut note = |field: &'static str, flaw: Flaw| errors.say(field, flaw.code, flaw.detail);
    let username = new.username.as_deref().map(Username::parse).transpose();
    let email = new.email.as_deref().map(Email::parse).transpose();
    let phone = new.phone.as_deref().map(|raw| Phone::parse(raw, app.region())).transpose();
    let user = NewUser {
        username: username.unwrap_or_else(|flaw| {
            note("username", flaw);
            None
        }),
        email: email.unwrap_or_else(|flaw| {
            note("email", flaw);
            None
        }),
        phone: phone.unwrap_or_else(|flaw| {
            note("phone", flaw);
            None
        }),
        is_staff: new.staff,
        ..NewUser::default()
    };
    Ok(errors.or(|| user)?)
}

fn find(app: &App, text: &str) -> Result<User, Failure> {
    match app.work(&Client::local(), |accounts, cx| accounts.find_user(cx, text, app.region()))? {
        Named::Found(user) => Ok(*user),
        Named::Unknown(identifier) => {
            Err(Failure::refused(format!("No account has the {} {}.", identifier.kind(), identifier.as_str())))
        }
        Named::Impossible(flaw) => {
            Err(Failure::refused(format!("That is nobody's identifier. {}", in_english(&flaw.detail))))
        }
    }
}

fn last_superuser(error: Error) -> Failure {
    match error {
        Error::Refused(crate::error::Code::Forbidden) => {
            Failure::refused("This is the last active superuser. Make another one first: countersign createsuperuser")
        }
        other => other.into(),
    }
}

fn show(user: &User, json: bool) -> Result<(), Failure> {
    let all = account_json(user);
    if json {
        return say(&format!("{all:#}"));
    }
    let lines = all.as_object().into_iter().flatten().filter(|(_, value)| !value.is_null());
    lines.into_iter().try_for_each(|(key, value)| {
        say(&format!("{key:<18} {}", value.as_str().map_or_else(|| value.to_string(), str::to_owned)))
    })
}

fn list(app: &App, json: bool) -> Result<(), Failure> {
    let mut after = None;
    let mut first = true;
    if json {
        say("[")?;
    }
    loop {
        let page = app.work(&Client::local(), |accounts, cx| accounts.list_users(cx, after, PAGE))?;
        let Some(last) = page.last() else { break };
        after = Some(last.id);
        for user in &page {
            if json {
                say(&format!("{}{}", if first { "" } else { "," }, account_json(user)))?;
            } else {
                say(&row(user))?;
            }
            first = false;
        }
    }
    if json { say("]") } else { Ok(()) }
}

fn row(user: &User) -> String {
    let state = if user.is_active { "active" } else { "inactive" };
    let rank = if user.is_superuser {
        "superuser"
    } else if user.is_staff {
        "staff"
    } else {
        "-"
    };
    let or_dash = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".into());
    format!(
        "{}  {:<20} {:<32} {:<16} {state:<8} {rank}",
        user.id,
        or_dash(&user.username),
        or_dash(&user.email),
        or_dash(&user.phone)
    )
}
