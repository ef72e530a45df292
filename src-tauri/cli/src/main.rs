//! The `touchline` command: open the workspace, do one thing, say what came of it. Answers go to
//! stdout, refusals to stderr; 0 done, 1 refused, 2 not understood.

mod args;
mod commands;
mod failure;
mod list;
mod output;
mod session;
mod words;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use args::Args;
use failure::Failure;
use session::Session;

fn main() -> ExitCode {
    let given: Vec<OsString> = std::env::args_os().collect();
    let args = match Args::try_parse_from(&given) {
        Ok(args) => args,
        Err(error) => return not_understood(&error, &given),
    };
    let json = args.json;
    let session = Session::new(&args);
    match commands::run(&session, args.command) {
        Ok(answer) => {
            output::answer(&answer, json);
            ExitCode::SUCCESS
        }
        Err(failure) => {
            output::refusal(&failure, &session.words(), json);
            ExitCode::from(1)
        }
    }
}

/// Help and version are answers; anything else is told as machines or people asked for it.
fn not_understood(error: &clap::Error, given: &[OsString]) -> ExitCode {
    let json = given.iter().any(|word| word == "--json");
    if json && error.use_stderr() {
        let failure = Failure::usage(error.render().to_string().trim());
        output::refusal(&failure, &words::Words::of("en"), true);
    } else {
        // Nobody is left to tell if the terminal is gone.
        let _gone = error.print();
    }
    ExitCode::from(if error.use_stderr() { 2 } else { 0 })
}
