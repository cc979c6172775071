//! Puts a program together in code: the settings, and the plug-ins that they may name. Knows no plug-in from another.

use super::countersign::{PlugIn, plugins};
use super::{App, Countersign, Plugins};
use crate::accounts::Signals;
use crate::ambient::{Clock, Random, SystemClock, SystemRandom};
use crate::backends::AuthenticationBackend;
use crate::delivery::PhoneVerifier;
use crate::forms::{FormExtension, RegistrationForm, Rules};
use crate::passwords::{Hasher, PasswordValidator};
use crate::settings::{Loaded, Mistakes, Settings};
use std::fmt;
use std::sync::Arc;

/// A program about to be put together: see [`Countersign::builder`].
pub struct Builder {
    plug_ins: Vec<PlugIn>,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self { plug_ins: Vec::new(), clock: Arc::new(SystemClock), random: Arc::new(SystemRandom) }
    }

    /// A backend that `authentication_backends` may name.
    #[must_use]
    pub fn backend(self, name: &str, backend: impl AuthenticationBackend + 'static) -> Self {
        let (name, backend) = (name.to_owned(), Arc::new(backend));
        self.plug_in(move |_, all| all.backends.register(name.clone(), Arc::clone(&backend) as _))
    }

    /// A registration form that `register_form` may name, and that is open at `/register/NAME`. It is made anew for each
    /// reading of the settings, since it keeps their rules.
    #[must_use]
    pub fn register_form<F: RegistrationForm + 'static>(
        self,
        name: &str,
        make: impl Fn(&Rules) -> F + Send + Sync + 'static,
    ) -> Self {
        let name = name.to_owned();
        self.plug_in(move |settings, all| {
            all.register_forms.register(name.clone(), Arc::new(make(&Rules::of(settings))));
        })
    }

    /// Adds to one of the program's own forms: `form` is a name of [`crate::forms::FormName`], such as `login` or `change_email`. Made anew
    /// for each reading of the settings, as a registration form is.
    #[must_use]
    pub fn extend_form<F: FormExtension + 'static>(
        self,
        form: &str,
        make: impl Fn(&Rules) -> F + Send + Sync + 'static,
    ) -> Self {
        let form = form.to_owned();
        self.plug_in(move |settings, all| {
            all.form_extensions.register(form.clone(), Arc::new(make(&Rules::of(settings))));
        })
    }

    /// A remote service for codes to phones that `phone.verifier` may name.
    #[must_use]
    pub fn phone_verifier(self, name: &str, verifier: impl PhoneVerifier + 'static) -> Self {
        let (name, verifier) = (name.to_owned(), Arc::new(verifier));
        self.plug_in(move |_, all| all.phone_verifiers.register(name.clone(), Arc::clone(&verifier) as _))
    }

    /// A hasher that `passwords.hasher` may name.
    #[must_use]
    pub fn hasher(self, name: &str, hasher: impl Hasher + 'static) -> Self {
        let (name, hasher) = (name.to_owned(), Arc::new(hasher));
        self.plug_in(move |_, all| all.hashers.register(name.clone(), Arc::clone(&hasher) as _))
    }

    /// A validator that `passwords.validators` may name.
    #[must_use]
    pub fn validator(self, name: &str, validator: impl PasswordValidator + 'static) -> Self {
        let (name, validator) = (name.to_owned(), Arc::new(validator));
        self.plug_in(move |_, all| all.validators.register(name.clone(), Arc::clone(&validator) as _))
    }

    /// Work of one's own when something happens to an account, in its transaction. `name` tells several apart.
    #[must_use]
    pub fn signals(self, name: &str, signals: impl Signals + 'static) -> Self {
        let (name, signals) = (name.to_owned(), Arc::new(signals));
        self.plug_in(move |_, all| all.signals.register(name.clone(), Arc::clone(&signals) as _))
    }

    /// Any plug-ins, made as the settings want them: for those above that depend on settings of their own kind.
    #[must_use]
    pub fn plug_in(mut self, plug_in: impl Fn(&Settings, &mut Plugins) + Send + Sync + 'static) -> Self {
        self.plug_ins.push(Box::new(plug_in));
        self
    }

    /// A clock of one's own, for tests.
    #[must_use]
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Randomness of one's own, for tests.
    #[must_use]
    pub fn random(mut self, random: Arc<dyn Random>) -> Self {
        self.random = random;
        self
    }

    /// The program under these settings. Its database is left as it is: [`App::migrate`] brings it up to date.
    ///
    /// # Errors
    /// Every name in the settings that names nothing, and what else keeps the program from starting.
    pub fn build(self, settings: Loaded) -> Result<Countersign, Mistakes> {
        let Self { plug_ins, clock, random } = self;
        let app = App::build_with(&settings, &plugins(&plug_ins, &settings.settings), clock, random)?;
        Ok(Countersign::new(app, settings, plug_ins))
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder").field("plug_ins", &self.plug_ins.len()).finish_non_exhaustive()
    }
}
