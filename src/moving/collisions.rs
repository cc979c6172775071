//! Which identifiers collide under today's rules: the one place that says so for accounts that are not in yet.

use super::Rule;
use crate::db::imported::Holder;
use std::collections::{HashMap, HashSet};

/// One identifier that another account has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    /// [`Rule::UsernameTaken`], [`Rule::UsernameLooksAlike`], [`Rule::EmailTaken`] or [`Rule::PhoneTaken`].
    pub rule: Rule,
    /// `username`, `email` or `phone`.
    pub field: &'static str,
    /// What the other account has, as it shows it.
    pub with: String,
}

/// What is taken, as far as it matters here.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    usernames: HashMap<String, String>,
    skeletons: HashMap<String, String>,
    shown_skeletons: HashMap<String, String>,
    emails: HashSet<String>,
    phones: HashSet<String>,
}

impl Ledger {
    /// Notes what this account has.
    pub fn enter(&mut self, holder: Holder) {
        if let Some(shown) = holder.username {
            let note = |map: &mut HashMap<String, String>, key: Option<String>| {
                if let Some(key) = key {
                    map.entry(key).or_insert_with(|| shown.clone());
                }
            };
            note(&mut self.usernames, holder.username_canonical);
            note(&mut self.skeletons, holder.username_skeleton);
            note(&mut self.shown_skeletons, holder.username_shown_skeleton);
        }
        self.emails.extend(holder.email_canonical);
        self.phones.extend(holder.phone);
    }

    /// Everything of `wanted` that another account has. A username clashes by its canonical form and by both of its
    /// skeletons (UTS #39), as in [`crate::db::users::clashes`].
    #[must_use]
    pub fn clashes(&self, wanted: &Holder) -> Vec<Clash> {
        fn hit<'a>(map: &'a HashMap<String, String>, key: Option<&String>) -> Option<&'a String> {
            key.and_then(|key| map.get(key))
        }
        let mut found = Vec::new();
        let taken = hit(&self.usernames, wanted.username_canonical.as_ref()).map(|with| (Rule::UsernameTaken, with));
        let alike = || {
            hit(&self.skeletons, wanted.username_skeleton.as_ref())
                .or_else(|| hit(&self.shown_skeletons, wanted.username_shown_skeleton.as_ref()))
                .map(|with| (Rule::UsernameLooksAlike, with))
        };
        if let Some((rule, with)) = taken.or_else(alike) {
            found.push(Clash { rule, field: "username", with: with.clone() });
        }
        if let Some(email) = wanted.email_canonical.as_ref().filter(|email| self.emails.contains(*email)) {
            found.push(Clash { rule: Rule::EmailTaken, field: "email", with: email.clone() });
        }
        if let Some(phone) = wanted.phone.as_ref().filter(|phone| self.phones.contains(*phone)) {
            found.push(Clash { rule: Rule::PhoneTaken, field: "phone", with: phone.clone() });
        }
        found
    }
}
