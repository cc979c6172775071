//! Turns checked settings and the things they name into the program. Every name that nobody registered is a mistake
//! with its line and the names that would work.

use super::names::Names;
use super::shared::Shared;
use super::{App, Inner, Plugins, stores};
use crate::accounts::{Accounts, RegistrationForms, Signals};
use crate::ambient::{Clock, Random};
use crate::backends::Chain;
use crate::delivery::{Delivery, Inbox};
use crate::forms::{Extensions, LoginForm, ProfileForm, Rules};
use crate::identifiers::{IdentifierKind, Region};
use crate::languages::Languages;
use crate::otp::Verifier;
use crate::passwords::{HashPool, Hasher, Policy};
use crate::redis::Redis;
use crate::registry::Registry;
use crate::settings::{Loaded, Mistake, Mistakes, Settings, Sources, secret_keys, secret_keys_unwritten};
use crate::templates::{Engine, Shelf};
use crate::tokens::{Keys, Marker, Probe};
use std::sync::Arc;

impl App {
    /// The program under these settings, with what comes built in.
    ///
    /// # Errors
    /// Every name in the settings that names nothing, and what keeps the program from starting.
    pub fn build(loaded: &Loaded, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Result<Self, Mistakes> {
        let plugins = Plugins::built_in(&loaded.settings);
        Self::build_with(loaded, &plugins, clock, random)
    }

    /// As [`App::build`], with plug-ins of one's own.
    ///
    /// # Errors
    /// As [`App::build`].
    pub fn build_with(
        loaded: &Loaded,
        plugins: &Plugins,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, Mistakes> {
        Self::open(loaded, plugins, clock, random, false)
    }

    /// As [`App::build_with`], for whoever only looks: no secret key is written beside the database, and the database is
    /// neither made nor changed.
    ///
    /// # Errors
    /// As [`App::build`].
    pub fn build_to_look(
        loaded: &Loaded,
        plugins: &Plugins,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
    ) -> Result<Self, Mistakes> {
        Self::open(loaded, plugins, clock, random, true)
    }

    fn open(
        loaded: &Loaded,
        plugins: &Plugins,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        to_look: bool,
    ) -> Result<Self, Mistakes> {
        let inbox = Arc::new(Inbox::new(Arc::clone(&clock), Inbox::CAPACITY));
        let parts = Parts::of(loaded, plugins, &clock, random.as_ref(), &inbox, to_look)?;
        let shared = Shared::open(&parts.settings, clock, random, inbox).map_err(|mistake| Mistakes(vec![mistake]))?;
        let shared = if to_look { Shared { db: shared.db.to_read(), ..shared } } else { shared };
        Ok(Self::assemble(parts, Arc::new(shared), None))
    }

    /// The program under other settings, which goes on where this one is: on the same connections and threads, with the same
    /// counts in memory. What needs a restart must be the same in `loaded`.
    ///
    /// # Errors
    /// As [`App::build`].
    pub(super) fn renewed(&self, loaded: &Loaded, plugins: &Plugins) -> Result<Self, Mistakes> {
        let shared = &self.0.shared;
        let parts = Parts::of(loaded, plugins, &shared.clock, shared.random.as_ref(), &shared.inbox, false)?;
        Ok(Self::assemble(parts, Arc::clone(shared), Some(self)))
    }

    fn assemble(parts: Parts, shared: Arc<Shared>, before: Option<&Self>) -> Self {
        let Parts {
            settings,
            sources,
            warnings,
            keys,
            hasher,
            chain,
            region,
            policy,
            forms,
            verifier,
            signals,
            extensions,
            delivery,
            engine,
            languages,
            redis,
        } = parts;
        // Its connections go on: what is kept in it does not change without a restart.
        let redis = before.map_or(redis, |before| before.0.redis.clone());
        let login_form = login_form(&settings, &chain, region);
        let passwords = &settings.passwords;
        let makes = |settings: &Settings| (settings.passwords.hasher.clone(), settings.passwords.bcrypt_cost);
        let hashes = match before {
            Some(before) if makes(before.settings()) == makes(&settings) => Arc::clone(&before.0.hashes),
            Some(before) => Arc::new(before.0.hashes.with_hasher(hasher)),
            None => Arc::new(HashPool::new(hasher, passwords.max_concurrent_hashes, passwords.hash_queue)),
        };
        let mut accounts = Accounts::new(Arc::clone(&settings), chain, login_form, forms, &keys)
            .with_signals(signals)
            .with_extensions(extensions);
        if let Some(verifier) = verifier {
            accounts = accounts.with_phone_verifier(verifier);
        }
        if let Some(redis) = &redis {
            accounts = stores::place(accounts, &settings, redis);
        }
        if let Some(before) = before {
            accounts = accounts.going_on_from(before.accounts());
        }
        let (markers, probe) = (Marker::each(&keys), Probe::new(&keys));
        Self(Arc::new(Inner {
            accounts,
            sources,
            warnings,
            hashes,
            policy,
            region,
            delivery,
            redis,
            engine,
            languages,
            markers,
            probe,
            shared,
        }))
    }
}

/// What the settings name, as objects, before anything was started.
struct Parts {
    settings: Arc<Settings>,
    sources: Sources,
    warnings: Vec<Mistake>,
    keys: Keys,
    hasher: Arc<dyn Hasher>,
    chain: Chain,
    region: Option<Region>,
    policy: Arc<Policy>,
    forms: RegistrationForms,
    verifier: Option<Verifier>,
    signals: Registry<dyn Signals>,
    extensions: Extensions,
    delivery: Delivery,
    engine: Engine,
    languages: Languages,
    redis: Option<Arc<Redis>>,
}

impl Parts {
    fn of(
        loaded: &Loaded,
        plugins: &Plugins,
        clock: &Arc<dyn Clock>,
        random: &dyn Random,
        inbox: &Arc<Inbox>,
        to_look: bool,
    ) -> Result<Self, Mistakes> {
        let settings = Arc::new(loaded.settings.clone());
        let mut names = Names { sources: &loaded.sources, mistakes: Vec::new() };
        let validators = names.all(
            "password validator",
            "passwords.validators",
            &settings.passwords.validators,
            &plugins.validators,
        );
        let hasher = names.one("password hasher", "passwords.hasher", &settings.passwords.hasher, &plugins.hashers);
        let chain = names.all(
            "authentication backend",
            "authentication_backends",
            &settings.authentication_backends,
            &plugins.backends,
        );
        let region = names.region(&settings);
        let verifier = names.verifier(&settings, plugins, random);
        let policy = Arc::new(Policy {
            min_length: settings.passwords.min_length,
            max_bytes: settings.passwords.max_bytes,
            validators: validators.into_iter().map(|(_, validator)| validator).collect(),
        });
        let rules = Rules { region, phones: settings.phone_authentication_active, policy: Arc::clone(&policy) };
        let forms = names.forms(&settings, &rules, plugins);
        let profile = forms.as_ref().map(|forms| ProfileForm::of(forms.in_use.as_ref(), region));
        let extensions = names.extensions(plugins, profile.as_ref().map_or(&[], ProfileForm::fields));
        names.webhooks(&settings);
        let drawn = if to_look { secret_keys_unwritten } else { secret_keys };
        let keys = drawn(&settings, loaded.sources.base(), random).map_err(|mistake| names.mistakes.push(mistake));
        let shelf = Shelf::from_settings(&settings);
        let languages = names.languages(&shelf, &settings);
        // Where the words are broken, the rest is looked at with those built in.
        let words = languages.clone().map_or_else(Languages::built_in, Ok);
        let delivery =
            words.and_then(|words| Delivery::with_inbox(&settings, &loaded.sources, clock, &words, Arc::clone(inbox)));
        let delivery = delivery.map_err(|mistakes| names.add(mistakes));
        let engine = languages.as_ref().and_then(|words| {
            let engine = Engine::of(&shelf, &words.for_templates());
            engine.map_err(|mistakes| names.add(mistakes)).ok()
        });
        names.place("templates.directory");
        let redis = stores::redis(&settings, &loaded.sources).unwrap_or_else(|mistakes| {
            names.add(mistakes);
            None
        });
        let (Some(hasher), Some(forms), Ok(keys), Ok(delivery), Some(languages), Some(engine), true) =
            (hasher, forms, keys, delivery, languages, engine, names.mistakes.is_empty())
        else {
            names.mistakes.sort_by_key(|mistake| mistake.line);
            return Err(Mistakes(names.mistakes));
        };
        let (chain, keys) = (Chain::new(chain), Keys::new(&keys));
        Ok(Self {
            settings,
            sources: loaded.sources.clone(),
            warnings: loaded.warnings.clone(),
            keys,
            hasher,
            chain,
            region,
            policy,
            forms,
            verifier,
            signals: plugins.signals.clone(),
            extensions,
            delivery,
            engine,
            languages,
            redis,
        })
    }
}

fn login_form(settings: &Settings, chain: &Chain, region: Option<Region>) -> LoginForm {
    let phones = settings.phone_authentication_active;
    let known: Vec<IdentifierKind> =
        IdentifierKind::ALL.iter().copied().filter(|kind| phones || *kind != IdentifierKind::Phone).collect();
    LoginForm::new(&chain.accepts(), &known, region, settings.login.remember_me)
}
