//! What happens to accounts, as its owner, the log and other programs are told. Knows what a kind means in words; never
//! notes a secret.

use super::{Accounts, Listed, SignedIn};
use crate::context::Context;
use crate::db::account_events::{self, AccountEvent};
use crate::db::{Conn, Id, Json, presence};
use crate::error::Result;
use crate::otp::{Checked, Purpose, Target};
use crate::phrase::Phrase;
use serde_json::{Value, json};

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $slug:literal;)*) => {
        /// What happened. Programs compare the slug, people read the words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum EventKind { $($(#[$doc])* $name,)* }

        impl EventKind {
            /// Every kind there is.
            pub const ALL: &'static [EventKind] = &[$(EventKind::$name,)*];

            /// The name that programs compare: never changed once published.
            #[must_use]
            pub fn slug(self) -> &'static str {
                match self { $(EventKind::$name => $slug,)* }
            }

            /// What people are told.
            #[must_use]
            pub fn words(self) -> Phrase {
                Phrase::new(match self { $(EventKind::$name => concat!("event-", $slug),)* })
            }
        }
    };
}

kinds! {
    /// The account was made.
    Registered = "registered";
    /// Somebody signed in. `detail.by`: `password`, `code` or `registration`; `detail.at`: `admin` at that entrance.
    Login = "login";
    /// Somebody tried to, and was refused.
    LoginFailed = "login_failed";
    /// The password or code was right, and an address has to be proved first.
    LoginUnverified = "login_unverified";
    /// A session ended by signing out.
    Logout = "logout";
    /// The owner ended a session from another one, `detail.session`, or all others, `detail.sessions` in number.
    SessionEnded = "session_ended";
    /// A refresh token came a second time: its session was ended.
    TokenReused = "token_reused";
    /// A password was asked for again, and given.
    Reauthenticated = "reauthenticated";
    /// A password was asked for again, and was wrong.
    ReauthenticationFailed = "reauthentication_failed";
    /// A code was asked for. `detail.purpose`, `detail.channel`.
    CodeRequested = "code_requested";
    /// A wrong code was given. `detail.purpose`, `detail.channel`.
    CodeRefused = "code_refused";
    /// The email address was proved.
    EmailVerified = "email_verified";
    /// The phone number was proved.
    PhoneVerified = "phone_verified";
    /// The password was changed by whoever knew it.
    PasswordChanged = "password_changed";
    /// The password was set through an address. `detail.channel`.
    PasswordReset = "password_reset";
    /// The email address was changed. `detail.from`, `detail.to`, masked.
    EmailChanged = "email_changed";
    /// The phone number was changed. `detail.from`, `detail.to`, masked.
    PhoneChanged = "phone_changed";
    /// The email address was taken off the account. `detail.from`, masked.
    EmailRemoved = "email_removed";
    /// The phone number was taken off the account. `detail.from`, masked.
    PhoneRemoved = "phone_removed";
    /// A change or removal of the email address was undone from the old one.
    EmailChangeUndone = "email_change_undone";
    /// A change or removal of the phone number was undone from the old one.
    PhoneChangeUndone = "phone_change_undone";
    /// An unproved address was released: somebody else proved it. `detail.channel`.
    AddressReleased = "address_released";
    /// Username, names or profile fields were changed. `detail.fields`.
    ProfileChanged = "profile_changed";
    /// All that is kept of the account was taken along.
    Exported = "exported";
    /// The owner wants the account deleted. `detail.delete_at`.
    DeletionRequested = "deletion_requested";
    /// The owner came back.
    DeletionCancelled = "deletion_cancelled";
    /// The account is gone, and with it what was noted of it: only the log and webhooks are told.
    Deleted = "deleted";
    /// An administrator made the account.
    CreatedByAdmin = "created_by_admin";
    /// An administrator set the password.
    PasswordSetByAdmin = "password_set_by_admin";
    /// An administrator let the account sign in again.
    Activated = "activated";
    /// An administrator shut the account out.
    Deactivated = "deactivated";
    /// An administrator marked addresses as proved. `detail.channels`.
    VerifiedByAdmin = "verified_by_admin";
    /// An administrator looked at how the account stands. `detail.by`: `shell`, or the id of who did.
    Explained = "explained";
    /// The program read its settings again. `detail.changed`, `detail.needs_restart`: keys.
    SettingsReloaded = "settings_reloaded";
    /// The program was told to read its settings again, and went on under those it had. `detail.mistakes`: keys and lines.
    SettingsRefused = "settings_refused";
    /// What the account may do in the admin pages was changed. `detail.is_staff`, `detail.is_superuser`.
    RightsChanged = "rights_changed";
    /// An administrator deleted an account, `detail.account`. Of nobody: what is of an account goes with it.
    DeletedByAdmin = "deleted_by_admin";
}

impl EventKind {
    /// The kind of this slug.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.slug() == slug)
    }
}

impl Accounts {
    /// A page of what happened to the account of whoever is signed in: latest first, before the one with the key `cursor`.
    ///
    /// # Errors
    /// When the database is away.
    pub fn list_events(
        &self,
        cx: &Context<'_>,
        who: &SignedIn,
        cursor: Option<Id>,
        limit: u32,
    ) -> Result<Listed<AccountEvent>> {
        let one_more = i64::from(limit).saturating_add(1);
        let found = cx.db.read(|conn| account_events::page(conn, who.user.id, cursor, one_more))?;
        Ok(Listed::cut(found, limit, |event| event.id))
    }

    /// Notes what came of a code, if that was a refusal.
    ///
    /// # Errors
    /// When the database is away.
    pub(super) fn note_check(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        target: &Target,
        purpose: Purpose,
        checked: &Checked,
    ) -> Result<()> {
        let detail = json!({"purpose": purpose.as_str(), "channel": target.channel.as_str()});
        match checked {
            Checked::Wrong => {
                let whose = presence::hold(conn, target.user)?;
                self.note(cx, conn, whose, EventKind::CodeRefused, detail)
            }
            _ => Ok(()),
        }
    }

    /// Notes that a code was asked for, and may be sent.
    ///
    /// # Errors
    /// When the database is away.
    pub(super) fn note_request(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        target: &Target,
        purpose: Purpose,
    ) -> Result<()> {
        let detail = json!({"purpose": purpose.as_str(), "channel": target.channel.as_str()});
        self.note(cx, conn, target.user, EventKind::CodeRequested, detail)
    }

    /// Notes that something happened, in the transaction in which it does. `user` is none for a refusal that was about
    /// nobody, which is noted all the same: an answer must not take longer for somebody.
    ///
    /// # Errors
    /// When the database is away.
    pub(super) fn note(
        &self,
        cx: &Context<'_>,
        conn: &mut Conn,
        user: Option<Id>,
        kind: EventKind,
        detail: Value,
    ) -> Result<()> {
        let event = event(cx, user, kind, detail);
        account_events::insert(conn, &event)?;
        self.tell(cx, conn, &event)
    }

    /// Tells that an account is gone, in the transaction in which it goes. Nothing of it is kept, this neither.
    ///
    /// # Errors
    /// When the database is away.
    pub(super) fn tell_deleted(&self, cx: &Context<'_>, conn: &mut Conn, user: Id) -> Result<()> {
        self.tell(cx, conn, &event(cx, Some(user), EventKind::Deleted, Value::Null))
    }

    /// Tells the log and the webhooks.
    fn tell(&self, cx: &Context<'_>, conn: &mut Conn, event: &AccountEvent) -> Result<()> {
        let whose = event.user_id.map(|id| id.to_string()).unwrap_or_default();
        let said = Value::Object(event.detail.0.clone()).to_string();
        tracing::info!(
            target: "countersign::events",
            event = event.kind,
            id = %event.id,
            user = whose,
            ip = event.ip,
            user_agent = event.user_agent,
            detail = said,
            request = event.request.as_deref().unwrap_or_default(),
            "account event"
        );
        self.notify_webhooks(cx, conn, event)
    }
}

fn event(cx: &Context<'_>, user: Option<Id>, kind: EventKind, detail: Value) -> AccountEvent {
    AccountEvent {
        id: Id::in_turn(cx.now, cx.next_event(), cx.random.as_ref()),
        user_id: user,
        kind: kind.slug().into(),
        at: cx.now,
        ip: cx.client.ip.to_string(),
        user_agent: cx.client.user_agent.clone(),
        detail: match detail {
            Value::Object(detail) => Json(detail),
            _ => Json::default(),
        },
        request: cx.client.request.clone(),
    }
}
