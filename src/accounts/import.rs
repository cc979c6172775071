//! Accounts coming in and going out, many at once: what is known already stays as it is, what is taken is decided by
//! today's rules, and every batch is one transaction with what is remembered of it.

use super::Accounts;
use crate::context::Context;
use crate::db::imported::{self, Holder, Origin};
use crate::db::moved_keys::{self, Keys};
use crate::db::{Conn, Id, Time, User, users};
use crate::error::{Error, Result};
use crate::identifiers::{Region, Username};
use crate::moving::{Draft, Finding, Ledger, OnCollision, Outcome, Record, Rule, Rules};
use std::collections::{HashMap, HashSet};

/// Somebody may register with a name between the look and the write: then the batch is decided anew, so often.
const TRIES: u32 = 5;

/// What receives the findings of a batch before it is committed, so that a process that is killed has told of everything it did.
pub type Tell<'a> = dyn FnMut(&[Finding]) -> Result<()> + 'a;

/// How an import is done, and how far it is.
#[derive(Debug, Default)]
pub struct Import {
    /// Where the accounts come from, as it is remembered; none for our own format, whose keys say it all.
    pub source: Option<String>,
    /// What to do with accounts that cannot keep their username.
    pub on_collision: OnCollision,
    /// Say what would happen, and change nothing.
    pub dry_run: bool,
    /// Region of phone numbers without a country code.
    pub region: Option<Region>,
    /// Which account at the source, by its key, has proved an email address, in canonical form.
    pub proved: HashMap<String, String>,
    /// How far it is.
    pub tally: Tally,
    /// What a dry run would have brought in.
    ledger: Ledger,
    keys: HashSet<(String, Vec<u8>)>,
    seen: HashSet<Origin>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Accounts read.
    pub read: u64,
    /// Accounts that came in.
    pub imported: u64,
    /// Accounts that were in already.
    pub already: u64,
    /// Of those that came in, those under another username.
    pub renamed: u64,
    /// Accounts left out.
    pub left_out: u64,
    /// Of those that came in, administrators.
    pub superusers: u64,
}

/// One batch, decided.
#[derive(Default)]
struct Batch {
    arrivals: Vec<imported::Arrival>,
    came: Vec<(Origin, Id)>,
    findings: Vec<Finding>,
    tally: Tally,
}

impl Accounts {
    /// Brings a batch of accounts in: all that can, in one transaction. Sends nothing and computes no hash.
    ///
    /// # Errors
    /// When the database is away, or what `tell` says; then nothing of the batch has happened.
    pub fn import(&self, cx: &Context<'_>, run: &mut Import, records: Vec<Record>, tell: &mut Tell<'_>) -> Result<()> {
        let rules = Rules { region: run.region, now: cx.now, random: cx.random.as_ref(), hashes: cx.hashes };
        // Before anything is locked: this is most of the work.
        let drafts: Vec<Draft> = records.into_iter().map(|record| Draft::read(record, &rules)).collect();
        let mut tries = 0;
        let batch = loop {
            let done = if run.dry_run {
                cx.db.read(|conn| {
                    let batch = run.decide(conn, &drafts, cx.now)?;
                    tell(&batch.findings).map(|()| batch)
                })
            } else {
                cx.db.write(|conn| {
                    let batch = run.decide(conn, &drafts, cx.now)?;
                    imported::insert(conn, &batch.arrivals)?;
                    if let Some(source) = &run.source {
                        imported::remember(conn, source, &batch.came)?;
                    }
                    tell(&batch.findings).map(|()| batch)
                })
            };
            tries += 1;
            match done {
                Err(Error::Invalid(_)) if tries < TRIES => {}
                done => break done?,
            }
        };
        run.note(batch.tally);
        Ok(())
    }

    /// Every account, oldest first, all as they were at one instant.
    ///
    /// # Errors
    /// When the database is away, or what `each` says.
    pub fn export(&self, cx: &Context<'_>, page: i64, each: &mut dyn FnMut(&User, &Keys) -> Result<()>) -> Result<()> {
        cx.db.read(|conn| {
            conn.snapshot(|conn| {
                let mut after = None;
                loop {
                    let users = users::page(conn, after, page)?;
                    let Some(last) = users.last() else { return Ok(()) };
                    after = Some(last.id);
                    let ids: Vec<Id> = users.iter().map(|user| user.id).collect();
                    let keys = moved_keys::of(conn, &ids)?;
                    let none = Keys::new();
                    users.iter().try_for_each(|user| each(user, keys.get(&user.id).unwrap_or(&none)))?;
                }
            })
        })
    }

    /// How many accounts there are.
    ///
    /// # Errors
    /// When the database is away.
    pub fn count_users(&self, cx: &Context<'_>) -> Result<u64> {
        cx.db.read(imported::count)
    }
}

impl Import {
    fn decide(&mut self, conn: &mut Conn, drafts: &[Draft], now: Time) -> Result<Batch> {
        let mut batch = Batch::default();
        let origins: Vec<Origin> = drafts.iter().map(Draft::origin).collect();
        let known = match &self.source {
            Some(source) => imported::known(conn, source, &origins)?,
            None => HashMap::new(),
        };
        let ids: Vec<Id> = drafts.iter().filter_map(|draft| draft.record.id).collect();
        let existing: HashSet<Id> = imported::existing(conn, &ids)?.into_iter().collect();
        let mut here = HashSet::new();
        let mut open = Vec::new();
        for (draft, origin) in drafts.iter().zip(&origins) {
            batch.tally.read += 1;
            if self.seen.contains(origin) || !here.insert(origin.clone()) {
                batch.findings.push(twice(draft));
                batch.tally.left_out += 1;
            } else if known.contains_key(origin) || draft.record.id.is_some_and(|id| existing.contains(&id)) {
                batch.tally.already += 1;
            } else {
                open.push((draft, origin));
            }
        }
        let of = |arrival: &imported::Arrival| {
            Holder::of(arrival.username.as_ref(), arrival.email.as_ref(), arrival.phone.as_ref())
        };
        let wanted: Vec<Holder> = open.iter().map(|(draft, _)| of(&draft.arrival)).collect();
        // In a dry run it goes on from batch to batch; otherwise the database knows what came before.
        let mut ledger = std::mem::take(&mut self.ledger);
        for holder in imported::holders(conn, &wanted, now)? {
            ledger.enter(holder);
        }
        let keys = open.iter().flat_map(|(draft, _)| draft.arrival.keys.clone()).collect::<Vec<_>>();
        // As with the ledger.
        if !self.dry_run {
            self.keys.clear();
        }
        self.keys.extend(moved_keys::taken(conn, &keys)?);
        for (draft, origin) in open {
            let mut is_free = |name: &Username| {
                let name = Holder::of(Some(name), None, None);
                Ok(ledger.clashes(&name).is_empty()
                    && imported::holders(conn, std::slice::from_ref(&name), now)?.is_empty())
            };
            let settled = draft.clone().settle(&ledger, self.on_collision, &self.proved, &mut is_free)?;
            let renamed = settled.findings.iter().any(|finding| finding.outcome == Outcome::Renamed);
            batch.findings.extend(settled.findings);
            let Some(mut arrival) = settled.arrival else {
                batch.tally.left_out += 1;
                continue;
            };
            batch.tally.imported += 1;
            batch.tally.renamed += u64::from(renamed);
            batch.tally.superusers += u64::from(arrival.is_superuser);
            drop_taken(&draft.record, &mut arrival, &mut self.keys, &mut batch.findings);
            ledger.enter(of(&arrival));
            batch.came.push((origin.clone(), arrival.id));
            batch.arrivals.push(arrival);
        }
        if self.dry_run {
            self.ledger = ledger;
            self.seen.extend(here);
        }
        Ok(batch)
    }

    fn note(&mut self, new: Tally) {
        let all = &mut self.tally;
        all.read += new.read;
        all.imported += new.imported;
        all.already += new.already;
        all.renamed += new.renamed;
        all.left_out += new.left_out;
        all.superusers += new.superusers;
    }
}

fn twice(draft: &Draft) -> Finding {
    let detail = "An account with this key came before it in the same place.".to_owned();
    Finding {
        outcome: Outcome::LeftOut,
        ..Finding::new(&draft.record, Rule::Twice, "id", Some(&draft.record.key), detail)
    }
}

/// Takes off the profile what another account has and only one may.
fn drop_taken(
    record: &Record,
    arrival: &mut imported::Arrival,
    taken: &mut HashSet<(String, Vec<u8>)>,
    findings: &mut Vec<Finding>,
) {
    for (field, hash) in std::mem::take(&mut arrival.keys) {
        if taken.insert((field.clone(), hash.clone())) {
            arrival.keys.insert(field, hash);
            continue;
        }
        let value = arrival.profile.0.remove(&field).map(|value| value.to_string());
        let detail = format!("Another account has this {field}, which only one may have.");
        let finding = Finding::new(record, Rule::ProfileTaken, "profile", value.as_deref(), detail);
        findings.push(Finding { account: Some(arrival.id), ..finding });
    }
}
