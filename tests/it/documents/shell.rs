//! Every block of commands, typed from the top of its page to the end, in a fresh directory beside a running server.
//!
//! What cannot be typed there is marked in the document itself: the block is `sh,no_run`, and the line before it says why.

use super::{Block, blocks, pages};
use crate::faults::Program;
use crate::house::{binary, fresh_directory};
use std::path::Path;
use std::process::{Command, Stdio};

/// Pages whose commands another test types, since they need more than a fresh directory.
const ELSEWHERE: [&str; 1] = ["moving-from-django.md"];

const SETTINGS: &str = r#"
[server]
bind = "127.0.0.1:0"
[passwords]
bcrypt_cost = 4
[login]
by_code = true
[otp]
resend_interval = "1s"
max_per_hour = 100
max_per_day = 100
[email]
transport = "file"
[sms]
gateway = "file"
[templates]
directory = "templates"
"#;

/// What whoever types does beside typing: keeps the tokens that were answered, reads codes in the mail, gives a password
/// where one is asked for, knows which process the server is, and waits a second before asking for another code.
const HANDS: &str = r#"
set -euo pipefail
used=0
code() {
  for _ in $(seq 100); do
    mapfile -t codes < <(ls -tr "$MAIL"/*.eml 2>/dev/null | xargs -r grep -hoE '^[BCDFGHJ-NP-TV-XZ]{4}-?[BCDFGHJ-NP-TV-XZ]{4}.?$' | tr -d '\r')
    if [ "${#codes[@]}" -gt "$used" ]; then echo "${codes[-1]}"; return; fi
    sleep 0.1
  done
  echo "no code has come" >&2
  return 1
}
curl() {
  local arguments=() argument
  for argument in "$@"; do
    case $argument in
      */password/reset | */login/code | */me/email | */me/phone) sleep 1.1 ;;
    esac
    case $argument in
      *BCDF-GHJK* | *BCDFGHJK*)
        code=$(code)
        used=$((used + 1))
        argument=${argument//BCDF-GHJK/$code}
        argument=${argument//BCDFGHJK/$code}
        ;;
    esac
    arguments+=("$argument")
  done
  local reply
  reply=$(command curl -sS --fail-with-body "${arguments[@]}") || { echo "curl $*: $reply" >&2; return 1; }
  if [[ $reply =~ \"access_token\":\ *\"([^\"]*)\" ]]; then access_token=${BASH_REMATCH[1]}; fi
  if [[ $reply =~ \"refresh_token\":\ *\"([^\"]*)\" ]]; then refresh_token=${BASH_REMATCH[1]}; fi
  echo "$reply"
}
kill() { command kill "${@/#PID/$SERVER}"; }
countersign() {
  case "$*" in
    *--password-stdin* | *--no-password*) command countersign "$@" ;;
    createsuperuser* | *set-password* | "user create"*) echo "the foxes wait for the dark" | command countersign "$@" --password-stdin ;;
    # That there is something to mend, or no such request, is an answer.
    check* | "explain --request"*) command countersign "$@" || [ $? = 1 ] ;;
    *) command countersign "$@" ;;
  esac
}
"#;

fn is_shell(block: &Block) -> bool {
    block.info.split(',').next() == Some("sh")
}

/// Types all of it; what came of it otherwise.
fn typed(commands: &str) -> Result<(), String> {
    let directory = fresh_directory();
    std::fs::write(directory.join("settings.toml"), SETTINGS).unwrap();
    std::fs::create_dir(directory.join("templates")).unwrap();
    let mut serve = Command::new(binary());
    serve.arg("serve").current_dir(&directory).stdout(Stdio::null()).stderr(Stdio::piped()).stdin(Stdio::null());
    let server = Program::start(&mut serve);
    let commands = commands.replace("127.0.0.1:8000", &server.address.to_string());
    std::fs::write(directory.join("typed.sh"), format!("{HANDS}\n{commands}")).unwrap();
    let path = format!("{}:{}", binary().parent().unwrap().display(), std::env::var("PATH").unwrap());
    let ran = Command::new("bash")
        .arg("typed.sh")
        .current_dir(&directory)
        .env("PATH", path)
        .env("MAIL", directory.join("mail"))
        .env("SERVER", server.pid().to_string())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    server.kill();
    let _ = std::fs::remove_dir_all(&directory);
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if ran.status.success() { Ok(()) } else { Err(format!("{}\n{}", said(&ran.stdout), said(&ran.stderr))) }
}

#[test]
fn every_command_in_the_documents_can_be_typed() {
    let mut count = 0;
    for (path, page) in pages() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let blocks = blocks(&page);
        let run: Vec<&Block> = blocks.iter().filter(|block| block.info == "sh").collect();
        if run.is_empty() || ELSEWHERE.contains(&name) {
            continue;
        }
        count += run.len();
        let commands: String = run.iter().map(|block| block.text.as_str()).collect();
        if let Err(told) = typed(&commands) {
            panic!("{name}: {told}");
        }
    }
    assert!(count >= 8, "the documents were not read: {count}");
}

#[test]
fn what_is_not_typed_says_why() {
    for (path, page) in pages() {
        for block in blocks(&page).iter().filter(|block| is_shell(block) && block.info != "sh") {
            let why = block.before.strip_prefix("<!-- not run: ").and_then(|rest| rest.strip_suffix(" -->"));
            assert!(
                block.info == "sh,no_run" && why.is_some_and(|why| why.len() > 10),
                "{}: {}",
                path.display(),
                block.text
            );
        }
    }
    assert!(typed("countersign no-such-command").is_err(), "a command that fails is seen");
    assert!(Path::new("/bin/bash").exists());
}
