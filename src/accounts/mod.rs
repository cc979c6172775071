//! The verbs of accounts, a file each. They decide and write; they never speak HTTP, draw a page or send a message.

mod authenticate;
mod login;
mod logout;
mod manage;
mod prune;
mod refresh;
mod register;
mod session;
mod sign_in;

use crate::backends::Chain;
use crate::forms::{LoginForm, RegistrationForm};
use crate::limits::{Failures, Gate, Rates};
use crate::settings::Settings;
use crate::tokens::{AccessTokens, Keys, KnownBrowsers};
use std::fmt;
use std::sync::Arc;

pub use manage::Named;
pub use prune::Pruned;
pub use register::Registered;
pub use session::SignedIn;
pub use sign_in::{Bearing, Carrier, Entry, TokenPair};

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
    rates: Rates,
    failures: Failures,
    registering: Gate,
    access: AccessTokens,
    known_browsers: KnownBrowsers,
}

impl Accounts {
    /// Puts the objects together.
    #[must_use]
    pub fn new(
        settings: Arc<Settings>,
        chain: Chain,
        login_form: LoginForm,
        register_form: Arc<dyn RegistrationForm>,
        keys: &Keys,
    ) -> Self {
        let tokens = &settings.tokens;
        Self {
            rates: Rates::new(&settings.limits),
            failures: Failures::new(settings.limits.login_failures_per_account, settings.otp.max_wait, keys),
            registering: Gate::default(),
            access: AccessTokens::new(keys, tokens.issuer.clone(), tokens.audience.clone(), tokens.access_ttl),
            known_browsers: KnownBrowsers::new(keys),
            settings,
            chain,
            login_form,
            register_form,
        }
    }
}

impl fmt::Debug for Accounts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Accounts").field("chain", &self.chain).finish_non_exhaustive()
    }
}
