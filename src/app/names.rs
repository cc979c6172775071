//! Looks up what the settings name among the plug-ins. A name that nobody registered is a mistake with its line and the
//! names that would work.

use super::Plugins;
use crate::accounts::{EventKind, RegistrationForms};
use crate::ambient::Random;
use crate::forms::{Extensions, Field, FormName, RegistrationForm, Rules, Surroundings, built_in, declared, unfit};
use crate::identifiers::Region;
use crate::languages::Languages;
use crate::otp::Verifier;
use crate::registry::Registry;
use crate::settings::{Mistake, Mistakes, PlacedValue, Settings, Sources, known_names};
use crate::templates::Shelf;
use std::sync::Arc;

/// The `phone.verifier` that is no plug-in: our own codes, sent as any message.
const OWN_CODES: &str = "otp";

/// Looks names up and collects those that name nothing.
pub(super) struct Names<'a> {
    pub sources: &'a Sources,
    pub mistakes: Vec<Mistake>,
}

impl Names<'_> {
    /// The form in use, and those that people can choose beside it: every form that somebody declared or registered. The
    /// built-in ones that are not in use stay closed: they would be a way around the one that is.
    pub fn forms(&mut self, settings: &Settings, rules: &Rules, plugins: &Plugins) -> Option<RegistrationForms> {
        let mut all: Registry<dyn RegistrationForm> = Registry::new();
        let mut open: Vec<Arc<dyn RegistrationForm>> = Vec::new();
        for form in built_in(rules) {
            all.register(form.name().to_owned(), Arc::new(form));
        }
        let around = Surroundings {
            rules,
            by_code: settings.login.by_code,
            built_in: &all.names().into_iter().map(str::to_owned).collect::<Vec<_>>(),
            in_code: &plugins.register_forms.names(),
        };
        match declared(&settings.forms, &around) {
            Ok(forms) => open.extend(forms.into_iter().map(|form| Arc::new(form) as Arc<dyn RegistrationForm>)),
            Err(mistakes) => self.mistakes.extend(mistakes),
        }
        for name in plugins.register_forms.names() {
            open.extend(plugins.register_forms.get(name));
        }
        for form in &open {
            all.register(form.name().to_owned(), Arc::clone(form));
        }
        // A form whose declaration was refused is known all the same.
        if settings.forms.iter().any(|form| form.name == settings.register_form) && !self.mistakes.is_empty() {
            return None;
        }
        let in_use = self.one("registration form", "register_form", &settings.register_form, &all)?;
        Some(RegistrationForms { in_use, open })
    }

    /// What is added to the program's own forms. No setting names it, so its mistakes are those of the code.
    pub fn extensions(&mut self, plugins: &Plugins, profile: &[Field]) -> Extensions {
        let mut all = Vec::new();
        let known: Vec<&str> = FormName::ALL.iter().map(|form| form.as_str()).collect();
        for name in plugins.form_extensions.names() {
            let Some(extension) = plugins.form_extensions.get(name) else { continue };
            let mut say = |problem: String, remedy: String| {
                let problem = format!("the extension of the form `{name}` {problem}");
                self.mistakes.push(Mistake::new("", problem, remedy));
            };
            let Some(form) = FormName::parse(name) else {
                say("is not the name of a form that can be extended".into(), known_names(name, &known));
                continue;
            };
            let own = if form == FormName::ChangeProfile { profile } else { &[] };
            match unfit(form, extension.as_ref(), own) {
                Some((problem, remedy)) => say(problem, remedy),
                None => all.push((form, extension)),
            }
        }
        Extensions::new(all)
    }

    pub fn one<T: ?Sized>(&mut self, what: &str, key: &str, name: &str, registry: &Registry<T>) -> Option<Arc<T>> {
        let found = registry.get(name);
        if found.is_none() {
            self.mistakes.push(self.sources.mistake(key, None, format!("is not a known {what}"), &registry.names()));
        }
        found
    }

    pub fn all<T: ?Sized>(
        &mut self,
        what: &str,
        key: &str,
        names: &[String],
        registry: &Registry<T>,
    ) -> Vec<(String, Arc<T>)> {
        let mut found = Vec::new();
        for (index, name) in names.iter().enumerate() {
            match registry.get(name) {
                Some(thing) => found.push((name.clone(), thing)),
                None => {
                    self.mistakes.push(self.sources.mistake(
                        key,
                        Some(index),
                        format!("is not a known {what}"),
                        &registry.names(),
                    ));
                }
            }
        }
        found
    }

    /// The remote service for codes to phones; none where we make and check them ourselves, or there are no phones.
    pub fn verifier(&mut self, settings: &Settings, plugins: &Plugins, random: &dyn Random) -> Option<Verifier> {
        const KEY: &str = "phone.verifier";
        let name = settings.phone.verifier.as_str();
        if name == OWN_CODES {
            return None;
        }
        let Some(service) = plugins.phone_verifiers.get(name) else {
            let others = plugins.phone_verifiers.names().into_iter().filter(|name| *name != OWN_CODES);
            let known: Vec<&str> = std::iter::once(OWN_CODES).chain(others).collect();
            self.mistakes.push(self.sources.mistake(KEY, None, "is not a known phone verifier", &known));
            return None;
        };
        if !settings.phone_authentication_active {
            return None;
        }
        let verifier = Verifier::new(name, service);
        if let Err(cause) = verifier.probe(random) {
            let remedy = "Register one that asks a service, or write \"otp\".";
            self.mistakes.push(self.sources.at(KEY, None, cause.to_string(), remedy));
            return None;
        }
        Some(verifier)
    }

    /// Which events webhooks are told of: a kind that there is not would never come.
    pub fn webhooks(&mut self, settings: &Settings) {
        let known: Vec<&str> = EventKind::ALL.iter().map(|kind| kind.slug()).collect();
        for webhook in &settings.webhooks {
            for placed in &webhook.events {
                let PlacedValue::Text(name) = &placed.value else { continue };
                if EventKind::from_slug(name).is_none() {
                    // In a body the same name has this before it.
                    let remedy = known_names(name.trim_start_matches("account."), &known);
                    let key = format!("webhooks.{}.events", webhook.name);
                    self.mistakes.push(placed.mistake(&key, "is not a known kind of event", remedy));
                }
            }
        }
    }

    /// The languages offered. One that there are no words in is a mistake.
    pub fn languages(&mut self, templates: &Shelf, settings: &Settings) -> Option<Languages> {
        const KEY: &str = "languages.enabled";
        let wanted = &settings.languages;
        let made = Languages::of(templates, &wanted.default, &wanted.enabled).map_err(|mistakes| self.add(mistakes));
        let made = made.ok()?;
        let known = made.known();
        let tags: Vec<&str> = known.iter().map(String::as_str).collect();
        for (index, _) in wanted.enabled.iter().enumerate().filter(|(_, tag)| !known.contains(tag)) {
            self.mistakes.push(self.sources.mistake(KEY, Some(index), "is a language without words", &tags));
        }
        Some(made)
    }

    /// Adds mistakes that were not found before: those of a directory are found by everybody who reads it.
    pub fn add(&mut self, Mistakes(mistakes): Mistakes) {
        for mistake in mistakes {
            if !self.mistakes.contains(&mistake) {
                self.mistakes.push(mistake);
            }
        }
    }

    /// Tells mistakes in `key` where it is written, as far as they do not say so themselves.
    pub fn place(&mut self, key: &str) {
        for mistake in self.mistakes.iter_mut().filter(|mistake| mistake.key == key && mistake.file.is_none()) {
            *mistake = self.sources.at(key, None, mistake.problem.clone(), mistake.remedy.clone());
        }
    }

    pub fn region(&mut self, settings: &Settings) -> Option<Region> {
        let code = settings.phone.default_region.as_deref()?;
        let region = Region::parse(code);
        if region.is_err() {
            self.mistakes.push(self.sources.at(
                "phone.default_region",
                None,
                "is no region that has phone numbers",
                "Write the two capital letters of a country, such as \"DE\" or \"US\", or leave it empty.",
            ));
        }
        region.ok()
    }
}
