//! Lets one attempt on a subject in at a time, within this process. Many right passwords at one instant then all get
//! in, one after the other, instead of being taken for guesses; and of many registrations of one name, one computes a hash.

use std::collections::HashSet;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Subjects that have an attempt under way.
#[derive(Debug, Default)]
pub struct Gate {
    busy: Mutex<HashSet<Vec<u8>>>,
    left: Condvar,
}

/// The right to attempt; given back when dropped.
#[derive(Debug)]
pub struct Pass<'a> {
    gate: &'a Gate,
    subjects: Vec<Vec<u8>>,
}

impl Gate {
    /// Waits until no attempt on any of `subjects` is under way; `None` after `patience`.
    pub fn enter(&self, subjects: &[Vec<u8>], patience: Duration) -> Option<Pass<'_>> {
        let busy = self.busy.lock().unwrap_or_else(PoisonError::into_inner);
        let taken = |busy: &mut HashSet<Vec<u8>>| subjects.iter().any(|subject| busy.contains(subject));
        let (mut busy, waited) =
            self.left.wait_timeout_while(busy, patience, taken).unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return None;
        }
        busy.extend(subjects.iter().cloned());
        Some(Pass { gate: self, subjects: subjects.to_vec() })
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        let mut busy = self.gate.busy.lock().unwrap_or_else(PoisonError::into_inner);
        for subject in &self.subjects {
            busy.remove(subject);
        }
        drop(busy);
        self.gate.left.notify_all();
    }
}
