//! Limits and times that are right each by itself and together let too much through, or nobody.

use super::notes::Notes;
use crate::app::App;
use crate::settings::{Rate, Settings};
use std::num::NonZero;
use std::thread::available_parallelism;

/// So many failures in a row NIST SP 800-63B-4 lets pass at most (section 3.2.2).
const MOST_FAILURES: u32 = 100;
/// More than this in a minute is no limit for anybody.
const NO_LIMIT: f64 = 1000.0;

pub(super) fn judge(app: &App, notes: &mut Notes<'_>) {
    let settings = app.settings();
    guesses(settings, notes);
    rates(settings, notes);
    times(settings, notes);
    passwords(settings, notes);
    if settings.log.level == "off" {
        let problem = "keeps no trace of anything, refusals and faults included";
        notes.warning("log.level", problem, "Write \"info\", or \"warn\" for less.");
    }
}

fn guesses(settings: &Settings, notes: &mut Notes<'_>) {
    let failures = settings.limits.login_failures_per_account;
    if failures > MOST_FAILURES {
        let problem = format!("lets somebody guess {failures} times before the first wait");
        notes.warning("limits.login_failures_per_account", problem, "5 is usual, 100 the most to use.");
    }
    if settings.otp.max_wait.as_secs() < 60 {
        let problem = "is the longest wait that wrong passwords and codes lead to: somebody can go on guessing all day";
        notes.warning("otp.max_wait", problem, "\"1h\" is usual, \"1m\" the least to use.");
    }
    if settings.otp.max_attempts > 20 {
        let problem = "is many for one code: guessing pays";
        notes.warning(
            "otp.max_attempts",
            problem,
            "5 is usual; people who mistype that often can ask for another code.",
        );
    }
}

fn rates(settings: &Settings, notes: &mut Notes<'_>) {
    let limits = &settings.limits;
    let all = [
        ("limits.login_per_ip", limits.login_per_ip, "30/m"),
        ("limits.register_per_ip", limits.register_per_ip, "20/m"),
        ("limits.reset_per_ip", limits.reset_per_ip, "20/m"),
        ("limits.code_per_ip", limits.code_per_ip, "20/m"),
    ];
    for (key, rate, usual) in all {
        if in_a_minute(rate) > NO_LIMIT {
            let remedy = format!("\"{usual}\" is usual; \"300/m\" leaves room for a whole school behind one address.");
            notes.warning(key, "limits nobody", remedy);
        }
    }
}

fn in_a_minute(rate: Rate) -> f64 {
    f64::from(rate.count) * 60.0 / rate.per.as_secs_f64()
}

fn times(settings: &Settings, notes: &mut Notes<'_>) {
    let sessions = &settings.sessions;
    if sessions.unremembered_idle_timeout > sessions.idle_timeout {
        let problem = "lets sessions that are not to be remembered live longer than those that are: sessions.idle_timeout is shorter";
        notes.warning(
            "sessions.unremembered_idle_timeout",
            problem,
            "Write less than sessions.idle_timeout; \"12h\" is usual.",
        );
    }
    if sessions.reauthenticate_after >= sessions.absolute_timeout {
        let problem = "never asks for the password again: sessions.absolute_timeout ends the session before";
        notes.warning("sessions.reauthenticate_after", problem, "\"15m\" is usual.");
    }
}

fn passwords(settings: &Settings, notes: &mut Notes<'_>) {
    let passwords = &settings.passwords;
    let has = |name: &str| passwords.validators.iter().any(|known| known == name);
    if !passwords.validators.is_empty() && !has("common") {
        let problem = "lacks \"common\": \"password1\" is let through, which everybody tries first";
        notes.warning("passwords.validators", problem, "Add \"common\" to the list.");
    }
    let cores = available_parallelism().map_or(1, NonZero::get);
    if passwords.max_concurrent_hashes > cores.max(1) {
        let problem =
            format!("is more than the {cores} cores here: the hashes slow each other and everything else down");
        notes.advice(
            "passwords.max_concurrent_hashes",
            problem,
            format!("Write at most {cores}, or 0 for one less than cores."),
        );
    }
}
