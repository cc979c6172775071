//! How an account stands, without its password and with its addresses masked.

use super::super::Accounts;
use super::Subject;
use crate::context::Context;
use crate::db::{Time, User, pending_changes};
use crate::delivery::Destination;
use crate::error::Result;
use crate::passwords::is_usable;
use serde::Serialize;

/// More sessions than this are not counted.
const SESSIONS: u32 = 100;

/// How an account stands.
#[derive(Clone, Debug, Serialize)]
pub struct AccountState {
    /// Its key.
    pub id: String,
    /// Usernames are public.
    pub username: Option<String>,
    /// Its email address.
    pub email: Option<AddressProof>,
    /// Its phone number.
    pub phone: Option<AddressProof>,
    /// Whether it may sign in.
    pub is_active: bool,
    /// Whether it may use the admin pages.
    pub is_staff: bool,
    /// Whether it may do everything there.
    pub is_superuser: bool,
    /// Its password.
    pub password: PasswordState,
    /// When it was made.
    pub date_joined: Time,
    /// When it last signed in.
    pub last_login: Option<Time>,
    /// When it will be deleted, if its owner wants that.
    pub delete_at: Option<Time>,
    /// By which address it was reset, if its owner has not confirmed the other since.
    pub reset_by: Option<String>,
    /// At how many places it is signed in; at most 100 are counted.
    pub sessions: usize,
    /// Addresses that it is to change to, masked.
    pub pending: Vec<String>,
}

/// An address of an account, and whether it is proved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AddressProof {
    /// Masked, unless it was asked about.
    pub address: String,
    /// When it was proved.
    pub verified_at: Option<Time>,
}

/// How a password is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PasswordState {
    /// Whether there is one.
    pub usable: bool,
    /// Algorithm and cost. None where there is no password, or one that cannot be read: then none is right.
    pub format: Option<String>,
    /// Whether the next login keeps it anew, under today's settings.
    pub rehashed_at_login: bool,
}

impl Accounts {
    /// How this account stands.
    pub(super) fn account_state(&self, cx: &Context<'_>, subject: &Subject<'_>, user: &User) -> Result<AccountState> {
        let (pending, sessions) = cx.db.read(|conn| {
            let sessions = self.living_sessions(cx, conn, user.id, None, SESSIONS)?.items.len();
            Ok((pending_changes::of_user(conn, user.id)?, sessions))
        })?;
        let address = |to: Option<Destination>, verified_at| {
            to.map(|to| AddressProof { address: subject.show(&to), verified_at })
        };
        let usable = is_usable(&user.password);
        Ok(AccountState {
            id: user.id.to_string(),
            username: user.username.clone(),
            email: address(user.email.clone().map(Destination::Email), user.email_verified_at),
            phone: address(user.phone.clone().map(Destination::Phone), user.phone_verified_at),
            is_active: user.is_active,
            is_staff: user.is_staff,
            is_superuser: user.is_superuser,
            password: PasswordState {
                usable,
                format: cx.hashes.format(&user.password).filter(|_| usable).map(str::to_owned),
                rehashed_at_login: usable && cx.hashes.is_stale(&user.password),
            },
            date_joined: user.date_joined,
            last_login: user.last_login,
            delete_at: user.delete_at,
            reset_by: user.reset_by.clone(),
            sessions,
            pending: pending
                .into_iter()
                .map(|change| match change.kind.as_str() {
                    "email" => subject.show(&Destination::Email(change.address)),
                    _ => subject.show(&Destination::Phone(change.address)),
                })
                .collect(),
        })
    }
}
