//! Whether a draft comes in, and as what, given what is taken. The one place where that is decided.

use super::draft::{Draft, Name};
use super::rename::candidate;
use super::{Finding, Ledger, Outcome, Rule};
use crate::db::imported::{Arrival, Holder};
use crate::error::Result;
use crate::identifiers::{IdentifierKind, Username};
use std::collections::HashMap;
use std::hash::BuildHasher;

/// What to do with an account whose username cannot be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnCollision {
    /// Leave it out, and say so.
    #[default]
    Skip,
    /// Give it another username, made of the old one and its key at the source, and say so.
    Rename,
}

/// What became of a draft.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The account as it comes in; none if it is left out.
    pub arrival: Option<Arrival>,
    /// Everything that could not stay as it was.
    pub findings: Vec<Finding>,
}

/// Names are tried this often. Each has the key of the account in it, so that the second try is rare.
const TRIES: u32 = 50;

impl Draft {
    /// Decides. `ledger` knows what is taken by anything the draft wants; `proved` says which account at the source, by its
    /// key, has proved an email address; `is_free` is asked about usernames that are made here.
    ///
    /// An address that cannot be kept is left off, since the account still has what it signs in with. An account that would
    /// lose just that is left out or renamed.
    ///
    /// # Errors
    /// What `is_free` says.
    pub fn settle<S: BuildHasher>(
        mut self,
        ledger: &Ledger,
        on_collision: OnCollision,
        proved: &HashMap<String, String, S>,
        is_free: &mut dyn FnMut(&Username) -> Result<bool>,
    ) -> Result<Settled> {
        let arrival = &self.arrival;
        let wanted = Holder::of(arrival.username.as_ref(), arrival.email.as_ref(), arrival.phone.as_ref());
        let mut trouble = None;
        for clash in ledger.clashes(&wanted) {
            match clash.field {
                "username" => trouble = Some((clash.rule, format!("Another account is called {}.", clash.with))),
                "email" => self.drop_email(clash.rule, format!("Another account has {}.", clash.with)),
                _ => self.drop_phone(clash.rule, format!("Another account has {}.", clash.with)),
            }
        }
        if let (Some(email), None) = (&self.arrival.email, self.arrival.email_verified_at)
            && proved.get(email.canonical()).is_some_and(|key| *key != self.record.key)
        {
            self.drop_email(
                Rule::EmailProvedByAnother,
                "Another account at the source has proved this address.".into(),
            );
        }
        match &self.username {
            Name::Kept => {}
            Name::Broken(why) => trouble = Some((Rule::UsernameInvalid, why.clone())),
            Name::Address(kind) => {
                let (kept, what) = match kind {
                    IdentifierKind::Phone => (self.arrival.phone.is_some(), "a phone number"),
                    _ => (self.arrival.email.is_some(), "an email address"),
                };
                if kept {
                    let detail =
                        format!("The username is {what}. It is kept as that, and the account has no username.");
                    let mut finding = self.finding(Rule::UsernameIsAddress, detail);
                    finding.outcome = Outcome::Changed;
                    self.findings.push(finding);
                } else {
                    let detail = format!("The username is {what}, which the account cannot have.");
                    trouble = Some((Rule::UsernameInvalid, detail));
                }
            }
        }
        let arrival = &self.arrival;
        let nameless = arrival.username.is_none() && arrival.email.is_none() && arrival.phone.is_none();
        if trouble.is_none() && nameless {
            trouble = Some((Rule::NoIdentifier, "Nothing is left that the account could be named by.".to_owned()));
        }
        let Some((rule, detail)) = trouble else { return Ok(self.settled(true)) };
        let finding = self.finding(rule, detail);
        if on_collision == OnCollision::Rename
            && let Some(name) = self.new_name(is_free)?
        {
            let became = Some(name.as_str().to_owned());
            let remedy = "Tell the person the new username, or change it: nobody signs in by the old one here.";
            self.findings.push(Finding { outcome: Outcome::Renamed, became, remedy, ..finding });
            self.arrival.username = Some(name);
            return Ok(self.settled(true));
        }
        self.findings.push(finding);
        Ok(self.settled(false))
    }

    fn new_name(&self, is_free: &mut dyn FnMut(&Username) -> Result<bool>) -> Result<Option<Username>> {
        for attempt in 1..=TRIES {
            let Some(name) = candidate(self.record.username.as_deref(), &self.record.key, attempt) else { break };
            if is_free(&name)? {
                return Ok(Some(name));
            }
        }
        Ok(None)
    }

    fn finding(&self, rule: Rule, detail: String) -> Finding {
        Finding::new(&self.record, rule, "username", self.record.username.as_deref(), detail)
    }

    fn drop_email(&mut self, rule: Rule, detail: String) {
        // Where the username was to become the address, that is what stood there.
        let raw = self.record.email.as_deref().filter(|raw| !raw.is_empty()).or(self.record.username.as_deref());
        self.findings.push(Finding::new(&self.record, rule, "email", raw, detail));
        (self.arrival.email, self.arrival.email_verified_at) = (None, None);
    }

    fn drop_phone(&mut self, rule: Rule, detail: String) {
        let raw = self.record.phone.as_deref().filter(|raw| !raw.is_empty()).or(self.record.username.as_deref());
        self.findings.push(Finding::new(&self.record, rule, "phone", raw, detail));
        (self.arrival.phone, self.arrival.phone_verified_at) = (None, None);
    }

    fn settled(mut self, comes_in: bool) -> Settled {
        for finding in &mut self.findings {
            if comes_in {
                finding.account = Some(self.arrival.id);
            } else {
                finding.outcome = Outcome::LeftOut;
            }
        }
        Settled { arrival: comes_in.then_some(self.arrival), findings: self.findings }
    }
}
