//! The program: hands its arguments to the commands and their verdict to the shell.

#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    countersign::cli::run(std::env::args_os())
}
