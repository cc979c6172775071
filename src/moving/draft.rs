//! One record read by today's rules, before anybody asked what is taken. Refuses to know other accounts.

use super::finding::format_of;
use super::{Finding, Outcome, Proof, Record, Rule, times};
use crate::ambient::Random;
use crate::db::imported::{Arrival, Origin};
use crate::db::{Id, Time};
use crate::identifiers::{Email, IdentifierKind, Phone, Region, Username, shape};
use crate::languages::in_english;
use crate::passwords::{HashPool, is_usable, unusable};
use std::fmt;

/// What a record is read by.
pub struct Rules<'a> {
    /// Region of phone numbers without a country code.
    pub region: Option<Region>,
    /// The present instant.
    pub now: Time,
    /// Randomness, for keys and unusable passwords.
    pub random: &'a dyn Random,
    /// Who knows which passwords can be checked.
    pub hashes: &'a HashPool,
}

impl fmt::Debug for Rules<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Rules")
    }
}

/// A record, read.
#[derive(Clone, Debug)]
pub struct Draft {
    /// As it was written.
    pub record: Record,
    /// As it would come in.
    pub arrival: Arrival,
    /// What could not stay as it was.
    pub findings: Vec<Finding>,
    /// Why the username cannot be kept, if it cannot.
    pub(super) username: Name,
}

/// What became of the username.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// It is kept, or there was none.
    Kept,
    /// It is the account's own address of this kind, which takes its place.
    Address(IdentifierKind),
    /// It breaks the rules, for this reason.
    Broken(String),
}

impl Draft {
    /// Reads `record`.
    #[must_use]
    pub fn read(record: Record, rules: &Rules<'_>) -> Self {
        let mut findings = Vec::new();
        let joined = instant(&record, "date_joined", record.date_joined.as_deref(), &mut findings).unwrap_or(rules.now);
        let last_login = instant(&record, "last_login", record.last_login.as_deref(), &mut findings);
        let delete_at = instant(&record, "delete_at", record.delete_at.as_deref(), &mut findings);
        let email = record.email.as_deref().filter(|raw| !raw.trim().is_empty()).and_then(|raw| {
            let flaw = |flaw: crate::identifiers::Flaw| {
                findings.push(Finding::new(&record, Rule::EmailInvalid, "email", Some(raw), in_english(&flaw.detail)));
            };
            Email::parse(raw).map_err(flaw).ok()
        });
        let phone = record.phone.as_deref().filter(|raw| !raw.trim().is_empty()).and_then(|raw| {
            let flaw = |flaw: crate::identifiers::Flaw| {
                findings.push(Finding::new(&record, Rule::PhoneInvalid, "phone", Some(raw), in_english(&flaw.detail)));
            };
            Phone::parse(raw, rules.region).map_err(flaw).ok()
        });
        for (address, proved) in &record.further {
            let detail = format!("A further {}proved address.", if *proved { "" } else { "un" });
            findings.push(Finding::new(&record, Rule::FurtherEmail, "email", Some(address), detail));
        }
        let proved = |field, proof: &Proof, there: bool, findings: &mut Vec<Finding>| match proof {
            Proof::At(text) if there => Some(instant(&record, field, Some(text), findings).unwrap_or(rules.now)),
            Proof::Sometime if there => Some(rules.now),
            _ => None,
        };
        let email_verified_at = proved("email_verified_at", &record.email_proof, email.is_some(), &mut findings);
        let phone_verified_at = proved("phone_verified_at", &record.phone_proof, phone.is_some(), &mut findings);
        let arrival = Arrival {
            id: record.id.unwrap_or_else(|| Id::new(joined, rules.random)),
            username: None,
            email,
            email_verified_at,
            phone,
            phone_verified_at,
            password: password(&record, rules, &mut findings),
            first_name: name(&record, "first_name", &record.first_name, &mut findings),
            last_name: name(&record, "last_name", &record.last_name, &mut findings),
            profile: record.profile.clone(),
            is_active: record.is_active,
            is_staff: record.is_staff,
            is_superuser: record.is_superuser,
            date_joined: joined,
            last_login,
            reset_by: record.reset_by.clone(),
            delete_at,
            keys: record.keys.clone(),
        };
        let mut draft = Self { record, arrival, findings, username: Name::Kept };
        draft.read_username(rules);
        draft
    }

    /// Where it comes from, for those who remember.
    #[must_use]
    pub fn origin(&self) -> Origin {
        let joined = self.record.date_joined.as_deref().map(|raw| {
            // The same instant is written in as many ways as there are databases.
            times::read(raw).map_or_else(|| raw.to_owned(), |at| at.to_string())
        });
        Origin { source_id: self.record.key.clone(), joined: joined.unwrap_or_default() }
    }

    fn read_username(&mut self, rules: &Rules<'_>) {
        let Some(raw) = self.record.username.as_deref().filter(|raw| !raw.is_empty()) else { return };
        let flaw = match Username::parse(raw) {
            Ok(username) => {
                self.arrival.username = Some(username);
                return;
            }
            Err(flaw) => in_english(&flaw.detail),
        };
        // People who signed in by typing an address go on doing so, if it is the account's own or can become that.
        let email = self.record.email.as_deref().is_none_or(|raw| raw.trim().is_empty());
        let phone = self.record.phone.as_deref().is_none_or(|raw| raw.trim().is_empty());
        self.username = match shape(raw) {
            IdentifierKind::Email => match (Email::parse(raw), &self.arrival.email) {
                (Ok(own), None) if email => {
                    self.arrival.email = Some(own);
                    Name::Address(IdentifierKind::Email)
                }
                (Ok(own), Some(has)) if own.canonical() == has.canonical() => Name::Address(IdentifierKind::Email),
                _ => Name::Broken(flaw),
            },
            IdentifierKind::Phone => match (Phone::parse(raw, rules.region), &self.arrival.phone) {
                (Ok(own), None) if phone => {
                    self.arrival.phone = Some(own);
                    Name::Address(IdentifierKind::Phone)
                }
                (Ok(own), Some(has)) if own == *has => Name::Address(IdentifierKind::Phone),
                _ => Name::Broken(flaw),
            },
            IdentifierKind::Username => Name::Broken(flaw),
        };
    }
}

fn instant(record: &Record, field: &'static str, raw: Option<&str>, findings: &mut Vec<Finding>) -> Option<Time> {
    let raw = raw?;
    let read = times::read(raw);
    if read.is_none() {
        let detail = "This is no date and time. Where one is needed, that of the import is taken.".to_owned();
        findings.push(Finding::new(record, Rule::DateInvalid, field, Some(raw), detail));
    }
    read
}

/// The password as it is, if there is one that can be checked; else one that nobody has.
fn password(record: &Record, rules: &Rules<'_>, findings: &mut Vec<Finding>) -> String {
    let encoded = record.password.as_str();
    if encoded.starts_with('!') && !encoded.contains('\0') {
        return encoded.to_owned();
    }
    if is_usable(encoded) {
        if rules.hashes.understands(encoded) {
            return encoded.to_owned();
        }
        let format = format_of(encoded);
        let detail = format!(
            "The password is kept as {format}, which is not understood here or asks for more work than is done here. \
             The account comes in without a password."
        );
        findings.push(Finding::new(record, Rule::PasswordUnknown, "password", Some(format), detail));
    }
    unusable(rules.random)
}

fn name(record: &Record, field: &'static str, raw: &str, findings: &mut Vec<Finding>) -> String {
    if !raw.contains('\0') {
        return raw.to_owned();
    }
    let clean = raw.replace('\0', "");
    let mut finding = Finding::new(record, Rule::NameChanged, field, Some(raw), "U+0000 cannot be kept.".to_owned());
    (finding.outcome, finding.became) = (Outcome::Changed, Some(clean.clone()));
    findings.push(finding);
    clean
}
