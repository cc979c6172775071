//! Everything that settings.toml can name, built in or registered in code.

use crate::accounts::Signals;
use crate::backends::{self, AuthenticationBackend};
use crate::delivery::PhoneVerifier;
use crate::forms::{FormExtension, RegistrationForm};
use crate::passwords::{Argon2id, BcryptSha256, Common, Hasher, MinLength, Numeric, PasswordValidator, Similarity};
use crate::registry::Registry;
use crate::settings::Settings;
use std::sync::Arc;

/// The names the settings may use, and the things behind them.
#[derive(Clone, Debug, Default)]
pub struct Plugins {
    /// For `authentication_backends`.
    pub backends: Registry<dyn AuthenticationBackend>,
    /// For `register_form`, beside the built-in ones.
    pub register_forms: Registry<dyn RegistrationForm>,
    /// For `passwords.hasher`.
    pub hashers: Registry<dyn Hasher>,
    /// For `passwords.validators`.
    pub validators: Registry<dyn PasswordValidator>,
    /// For `phone.verifier`, beside `otp`, which is our own codes.
    pub phone_verifiers: Registry<dyn PhoneVerifier>,
    /// What is added to the program's own forms, by their names; no setting names them.
    pub form_extensions: Registry<dyn FormExtension>,
    /// Called when something happens to an account, in this order; no setting names them.
    pub signals: Registry<dyn Signals>,
}

impl Plugins {
    /// Adds everything of `other`; what has a name of theirs makes way.
    pub fn extend(&mut self, other: &Self) {
        self.backends.extend(&other.backends);
        self.register_forms.extend(&other.register_forms);
        self.hashers.extend(&other.hashers);
        self.validators.extend(&other.validators);
        self.phone_verifiers.extend(&other.phone_verifiers);
        self.form_extensions.extend(&other.form_extensions);
        self.signals.extend(&other.signals);
    }

    /// What comes with the program, as these settings want it.
    #[must_use]
    pub fn built_in(settings: &Settings) -> Self {
        let mut all = Self::default();
        for (name, backend) in backends::built_in(settings.phone_authentication_active) {
            all.backends.register(name, Arc::new(backend));
        }
        all.hashers.register("bcrypt", Arc::new(BcryptSha256 { cost: settings.passwords.bcrypt_cost }));
        all.hashers.register("argon2id", Arc::new(Argon2id::default()));
        all.validators.register("similarity", Arc::new(Similarity));
        all.validators.register("min_length", Arc::new(MinLength(settings.passwords.min_length)));
        all.validators.register("common", Arc::new(Common));
        all.validators.register("numeric", Arc::new(Numeric));
        all
    }
}
