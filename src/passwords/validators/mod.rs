//! The built-in rules about passwords, one a file; each knows only its own question.

mod common;
mod min_length;
mod numeric;
mod similarity;

pub use common::Common;
pub use min_length::MinLength;
pub use numeric::Numeric;
pub use similarity::Similarity;
