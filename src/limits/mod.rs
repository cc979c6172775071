//! How often things may be tried: a rate for each client network, and waits after failures for each account.
//! Knows counters; refuses to know what is being tried, and whether it was right.

mod failures;
mod gate;
mod rates;
mod window;

pub use failures::{Attempt, Failures, Subject};
pub use gate::Gate;
pub use rates::{Action, Rates};
pub use window::Window;
