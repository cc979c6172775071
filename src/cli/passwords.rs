//! Passwords from a prompt or from standard input, never from an argument.

use super::output::Failure;
use secrecy::{ExposeSecret, SecretString};
use std::io::{BufRead, IsTerminal, stdin};

/// A new password: the first line of standard input, or typed twice.
pub fn new_password(from_stdin: bool) -> Result<SecretString, Failure> {
    if from_stdin {
        let mut line = String::new();
        stdin().lock().read_line(&mut line)?;
        let line = line.strip_suffix('\n').unwrap_or(&line);
        return Ok(SecretString::from(line.strip_suffix('\r').unwrap_or(line).to_owned()));
    }
    if !stdin().is_terminal() {
        return Err(Failure::usage("There is nobody to ask for a password. Give it with --password-stdin."));
    }
    let first = SecretString::from(rpassword::prompt_password("Password: ")?);
    let second = SecretString::from(rpassword::prompt_password("Password again: ")?);
    if first.expose_secret() != second.expose_secret() {
        return Err(Failure::refused("The two entries are not the same. Nothing was changed."));
    }
    Ok(first)
}
