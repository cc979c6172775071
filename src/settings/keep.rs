//! What cannot change while the program runs, kept as it is when the settings are read again; refuses to know why.

use std::collections::BTreeSet;

use super::load::Reading;
use super::mistakes::{Level, Mistakes};
use super::table::TABLE;
use super::weights::needs_a_restart;
use super::{Loaded, Settings, build, rules};

impl Loaded {
    /// These settings as a program can take them that runs under `running`: what needs a restart stays as it is there.
    ///
    /// # Errors
    /// When the two do not go together, such as no secret keys where the running program is not bound to loopback.
    pub fn keeping(self, running: &Self) -> Result<Self, Mistakes> {
        let Self { settings, warnings, sources, values } = self;
        let mut reading = Reading { values, sources, mistakes: Vec::new(), faulty: BTreeSet::new() };
        for key in TABLE.iter().filter(|key| needs_a_restart(key.path)) {
            reading.values.take_over(key.path, &running.values);
            reading.sources.take_over(key.path, &running.sources);
        }
        rules::apply(&mut reading);
        let Reading { values, sources, mistakes, .. } = reading;
        if mistakes.iter().any(|mistake| mistake.level == Level::Error) {
            return Err(Mistakes(mistakes));
        }
        let Settings { forms, webhooks, .. } = settings;
        let settings = Settings { forms, webhooks, ..build::settings(&values, sources.base()) };
        Ok(Self { settings, warnings, sources, values })
    }
}
