//! The verbs of accounts, a file each. They decide and write; they never speak HTTP, draw a page or send a message.

mod activity;
mod admin;
mod authenticate;
mod change_address;
mod change_password;
mod confirm_change;
mod counts;
mod delete_account;
mod errands;
mod events;
mod explain;
mod export_account;
mod form_work;
mod import;
mod language;
mod last_use;
mod listed;
mod login;
mod login_by_code;
mod logout;
mod manage;
mod messages;
mod overview;
mod post;
mod processes;
mod profile;
mod prune;
mod reauthenticate;
mod refresh;
mod register;
mod register_quietly;
mod remove_address;
mod reset_password;
mod rights;
mod search_events;
mod session;
mod sessions;
mod sign_in;
mod signals;
mod site;
mod tokens;
mod undo_address;
mod verification;
mod verify;
mod webhooks;

use crate::backends::Chain;
use crate::forms::{Extensions, LoginForm, RegistrationForm};
use crate::limits::{Failures, Gate, Rates};
use crate::otp::{CodeRules, OneTimePasswords, OtpRules, Verifier};
use crate::redis::Redis;
use crate::registry::Registry;
use crate::settings::{OtpCode, Settings};
use crate::tokens::{AccessTokens, Keys, KnownBrowsers, Seal};
use counts::Counts;
use std::fmt;
use std::sync::Arc;
use webhooks::Subscriber;

pub use activity::{Span, Step};
pub use admin::Admin;
pub use change_address::AddressState;
pub use delete_account::Deletion;
pub use errands::{Errand, Outcome};
pub use events::EventKind;
pub use explain::{
    AccountState, AddressProof, Answer, Answers, BackendSays, CodeState, EventInRequest, Explained, ExplainedRequest,
    Explanation, LoginState, MessageTo, PasswordState, Reading, Reason, SendingState,
};
pub use export_account::AccountExport;
pub use import::{Import, Tally, Tell};
pub use listed::Listed;
pub use login_by_code::{LinkedAccount, LoginProof};
pub use manage::{AccountRecord, Directory, Named, OpenCode};
pub use overview::Overview;
pub use post::{masked, masked_username};
pub use processes::Running;

pub use prune::Pruned;
pub use register::Registered;
pub use reset_password::{ResetMeaning, ResetProof};
pub use rights::Actor;
pub use session::SignedIn;
pub use sign_in::{Bearing, Carrier, Entry, TokenPair};
pub use signals::Signals;
pub use site::Site;
pub use tokens::OpenToken;
pub use verification::Wanted;
pub use verify::Prover;
pub use webhooks::Replay;

/// Everything the verbs need that lives as long as the program: the settings as objects.
pub struct Accounts {
    /// The settings themselves.
    pub settings: Arc<Settings>,
    /// The backends, in order.
    pub chain: Chain,
    /// The form at `/login`.
    pub login_form: LoginForm,
    /// The form at `/register`.
    pub register_form: Arc<dyn RegistrationForm>,
    open_forms: Vec<Arc<dyn RegistrationForm>>,
    rates: Rates,
    failures: Failures,
    registering: Arc<Gate>,
    otp: OneTimePasswords,
    seal: Seal,
    access: AccessTokens,
    known_browsers: KnownBrowsers,
    signals: Registry<dyn Signals>,
    /// What an application adds to the forms.
    pub extensions: Extensions,
    subscribers: Vec<Subscriber>,
    counts: Arc<Counts>,
    /// Where it is kept when sessions were last used, if not in their rows.
    last_uses: Option<Arc<Redis>>,
}

/// The registration forms of a site.
#[allow(missing_debug_implementations, reason = "the forms inside have none")]
pub struct RegistrationForms {
    /// The one at `/register`.
    pub in_use: Arc<dyn RegistrationForm>,
    /// Those at `/register/NAME`.
    pub open: Vec<Arc<dyn RegistrationForm>>,
}

impl Accounts {
    /// Puts the objects together.
    #[must_use]
    pub fn new(
        settings: Arc<Settings>,
        chain: Chain,
        login_form: LoginForm,
        forms: RegistrationForms,
        keys: &Keys,
    ) -> Self {
        let tokens = &settings.tokens;
        Self {
            rates: Rates::new(&settings.limits),
            failures: Failures::new(settings.limits.login_failures_per_account, settings.otp.max_wait, keys),
            registering: Arc::default(),
            otp: OneTimePasswords::new(otp_rules(&settings), keys),
            seal: Seal::new(keys, "outbox/v1"),
            access: AccessTokens::new(keys, tokens.issuer.clone(), tokens.audience.clone(), tokens.access_ttl),
            known_browsers: KnownBrowsers::new(keys),
            signals: Registry::new(),
            extensions: Extensions::default(),
            subscribers: Subscriber::all(&settings),
            counts: Arc::default(),
            last_uses: None,
            settings,
            chain,
            login_form,
            register_form: forms.in_use,
            open_forms: forms.open,
        }
    }

    /// The same, but the rates of client networks are counted in Redis.
    #[must_use]
    pub fn with_rates_in(self, redis: Arc<Redis>) -> Self {
        Self { rates: self.rates.kept_in(redis), ..self }
    }

    /// The same, but codes to phones are sent and checked by a remote service.
    #[must_use]
    pub fn with_phone_verifier(self, verifier: Verifier) -> Self {
        Self { otp: self.otp.with_verifier(verifier), ..self }
    }

    /// The same, with code of one's own that is called when something happens to an account.
    #[must_use]
    pub fn with_signals(self, signals: Registry<dyn Signals>) -> Self {
        Self { signals, ..self }
    }

    /// The same, with what an application adds to the forms.
    #[must_use]
    pub fn with_extensions(self, extensions: Extensions) -> Self {
        Self { login_form: self.login_form.extended(&extensions), extensions, ..self }
    }

    /// The same, but what `before` keeps in memory goes on: counts of client networks, attempts under way.
    #[must_use]
    pub fn going_on_from(self, before: &Self) -> Self {
        Self {
            rates: self.rates.going_on_from(&before.rates),
            failures: self.failures.going_on_from(&before.failures),
            registering: Arc::clone(&before.registering),
            otp: self.otp.going_on_from(&before.otp),
            counts: Arc::clone(&before.counts),
            ..self
        }
    }
}

impl Accounts {
    /// The registration forms that people may register with, the one in use first.
    pub fn register_forms(&self) -> impl Iterator<Item = &Arc<dyn RegistrationForm>> {
        let others = self.open_forms.iter().filter(|form| form.name() != self.register_form.name());
        std::iter::once(&self.register_form).chain(others)
    }

    /// The registration form of this name, if people may register with it: the one in use, or one that somebody declared
    /// or registered.
    #[must_use]
    pub fn register_form(&self, name: &str) -> Option<Arc<dyn RegistrationForm>> {
        self.register_forms().find(|form| form.name() == name).map(Arc::clone)
    }
}

/// The rules of `[otp]` and `[sms]`, as the room that keeps them wants them.
fn otp_rules(settings: &Settings) -> OtpRules {
    let code =
        |code: &OtpCode| CodeRules { length: code.length, alphabet: code.alphabet.chars().collect(), ttl: code.ttl };
    let otp = &settings.otp;
    OtpRules {
        email: code(&otp.email),
        phone: code(&otp.phone),
        resend_interval: otp.resend_interval,
        max_per_hour: otp.max_per_hour as usize,
        max_per_day: otp.max_per_day as usize,
        max_wait: otp.max_wait,
        max_attempts: i64::from(otp.max_attempts),
        sms_daily_budget: i64::from(settings.sms.daily_budget),
    }
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").field("chain", &self.chain).finish_non_exhaustive()
    }
}
