//! The table of views, calls and forms in `docs/views.md`: whatever it names is there.

use crate::house::{Database, House};
use crate::visitor::Door;
use std::path::Path;

/// Everything that was asked for by name.
const ASKED_FOR: &str = "LoginView RegisterView ResendVerificationOTPView VerifyPhoneView PhoneVerificationCompleteView \
    VerifyEmailView EmailVerificationCompleteView ChangeEmailView ChangePhoneView ChangeProfileView LoginAPIView \
    RegisterAPIView ResendVerificationOTPAPIView VerifyPhoneAPIView ResendVerificationEmailAPIView VerifyEmailAPIView \
    ChangeEmailAPIView ChangePhoneAPIView ChangeProfileAPIView PasswordChangeAPIView LogoutAPIView PasswordResetAPIView \
    LoginForm RegisterForm ResendVerificationOTPForm VerifyPhoneForm VerifyEmailForm ChangeEmailForm ChangePhoneForm \
    ChangeProfileForm PasswordChangeForm PasswordResetForm";

fn read(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(whole).unwrap_or_else(|cause| panic!("{path}: {cause}"))
}

/// The cells of each row, without headings.
fn rows() -> Vec<Vec<String>> {
    let text = read("docs/views.md");
    let rows = text.lines().filter(|line| line.starts_with("| ["));
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// What stands between backticks in a row.
fn quoted(row: &[String]) -> Vec<String> {
    row.iter().flat_map(|cell| cell.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[test]
fn everything_that_was_asked_for_is_ticked_once() {
    let rows = rows();
    for name in ASKED_FOR.split_whitespace() {
        let own: Vec<_> = rows.iter().filter(|row| row[1] == name).collect();
        assert_eq!(own.len(), 1, "{name}");
        assert!(quoted(own[0]).iter().any(|one| one.starts_with('/')), "{name} has a path");
    }
    assert!(rows.iter().all(|row| row[0] == "[x]"), "what is not there is not in the table");
}

#[test]
fn every_path_is_known_to_the_running_program() {
    let house = House::build(Database::Sqlite, "[login]\nby_code = true");
    let visitor = house.visitor(Door::Bearer);
    assert_eq!(visitor.get("/account/nowhere").status, 404);
    assert_eq!(visitor.get("/api/v1/me/nowhere").status, 404);
    let mut asked = 0;
    for path in rows().iter().flat_map(|row| quoted(row)).filter(|one| one.starts_with('/')) {
        let real = path
            .replace("{token}", "0190b3c4-0000-7000-8000-000000000000")
            .replace("{secret}", &"A".repeat(43))
            .replace("{id}", "0190b3c4-0000-7000-8000-000000000000")
            .replace("{name}", "register");
        assert!(!real.contains('{'), "{path}");
        let status = visitor.get(&real).status;
        assert!(status != 404 && status < 500, "{path}: {status}");
        asked += 1;
    }
    assert!(asked >= 70, "{asked}");
}

#[test]
fn every_form_and_every_test_is_where_the_table_says() {
    for row in rows() {
        let all = quoted(&row);
        assert!(all.iter().any(|one| one.starts_with("tests/it/")), "{row:?}");
        for (at, path) in all.iter().enumerate().filter(|(_, one)| one.ends_with(".rs")) {
            let text = read(path);
            if path.starts_with("tests/") {
                // A file that only says what its parts share has its tests in the folder of its name.
                let folder = path.trim_end_matches(".rs");
                assert!(
                    text.contains("#[test]") || Path::new(env!("CARGO_MANIFEST_DIR")).join(folder).is_dir(),
                    "{path}"
                );
                continue;
            }
            let form = all[at - 1].as_str();
            let kinds = ["pub struct", "pub trait", "pub fn"];
            assert!(kinds.iter().any(|kind| text.contains(&format!("{kind} {form}"))), "{form} in {path}");
        }
    }
}
