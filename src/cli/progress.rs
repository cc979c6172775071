//! How far something long is, for somebody who watches: one line on a terminal, nothing anywhere else.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// The line is drawn anew no more often than this.
const PAUSE: Duration = Duration::from_millis(100);
const WIDTH: u64 = 30;

/// One line, drawn over and over.
#[derive(Debug)]
pub struct Progress {
    total: Option<u64>,
    begun: Instant,
    drawn: Option<Instant>,
    shown: bool,
}

impl Progress {
    /// Towards `total`, if that is known.
    pub fn new(total: Option<u64>) -> Self {
        Self { total, begun: Instant::now(), drawn: None, shown: stderr().is_terminal() }
    }

    /// So many are done.
    pub fn at(&mut self, done: u64) {
        if !self.shown || self.drawn.is_some_and(|drawn| drawn.elapsed() < PAUSE) {
            return;
        }
        self.drawn = Some(Instant::now());
        let millis = u64::try_from(self.begun.elapsed().as_millis()).unwrap_or(u64::MAX).max(1);
        let rate = done.saturating_mul(1_000) / millis;
        let line = match self.total {
            Some(total) => {
                let full = (done.min(total) * WIDTH).checked_div(total).unwrap_or(WIDTH);
                let bar: String = (0..WIDTH).map(|at| if at < full { '#' } else { '.' }).collect();
                format!("[{bar}] {done} of {total} accounts, {rate} a second")
            }
            None => format!("{done} accounts, {rate} a second"),
        };
        // A terminal that cannot be written to shows nothing: no reason to stop.
        let _ = write!(stderr(), "\r{line}\x1b[K");
    }

    /// Takes the line away.
    pub fn end(&mut self) {
        if self.drawn.take().is_some() {
            let _ = write!(stderr(), "\r\x1b[K");
        }
    }
}
