//! A registration form as a Rust type: `cargo run --example custom_form`, then open <http://127.0.0.1:8000/register>.
//!
//! A school enrols students. Each registration makes an account and, in the same transaction, a row in a table of the
//! school's own: there is never the one without the other.

use countersign::app::{App, Countersign};
use countersign::context::Client;
use countersign::db::types::Uuid7;
use countersign::db::{Conn, User};
use countersign::error::{Error, Result};
use countersign::forms::{Checks, Choice, Details, Field, ProfileType, Rules, TypedForm};
use countersign::identifiers::IdentifierKind;
use countersign::phrase::Phrase;
use countersign::settings::Settings;
use diesel::RunQueryDsl;
use diesel::connection::SimpleConnection;
use diesel::sql_types::{BigInt, Text};
use serde::Deserialize;
use serde_json::json;
use std::path::Path;
use validator::{Validate, ValidationError};

/// What the form wants to know, beside the password.
#[derive(Debug, Deserialize, Validate)]
#[validate(schema(function = "theses_come_late"))]
pub struct Student {
    first_name: String,
    #[validate(length(min = 2, max = 60, message = "Give your family name in full."))]
    last_name: String,
    course: String,
    #[validate(range(min = 1, max = 12))]
    semester: u8,
    #[validate(length(min = 10, max = 200))]
    thesis: Option<String>,
}

/// A rule about two fields together.
fn theses_come_late(student: &Student) -> std::result::Result<(), ValidationError> {
    if student.thesis.is_some() && student.semester < 5 {
        return Err(ValidationError::new("invalid").with_message("A thesis begins in the fifth semester.".into()));
    }
    Ok(())
}

/// What is kept with the account.
impl From<&Student> for Details {
    fn from(student: &Student) -> Self {
        let profile = json!({"course": student.course, "semester": student.semester});
        Self {
            first_name: student.first_name.clone(),
            last_name: student.last_name.clone(),
            profile: profile.as_object().cloned().unwrap_or_default(),
        }
    }
}

/// The form: its fields in order, and what is done when somebody registers.
#[must_use]
pub fn student_form(rules: &Rules) -> TypedForm<Student> {
    let courses = ["history", "physics"].into_iter().map(Choice::plain).collect();
    let mut fields = vec![
        Field::identifier(IdentifierKind::Email).required(),
        Field::first_name().required(),
        Field::last_name().required(),
        Field::profile("course", Phrase::verbatim("Course"), ProfileType::Select)
            .checks(Checks { choices: courses, ..Checks::default() })
            .required(),
        Field::profile("semester", Phrase::verbatim("Semester"), ProfileType::Number).required(),
        Field::profile("thesis", Phrase::verbatim("Title of your thesis"), ProfileType::Text)
            .help(Phrase::verbatim("If you have begun one.")),
    ];
    fields.extend(rules.password_fields());
    TypedForm::new("student", Phrase::verbatim("Enrol"), fields, rules).after_register(enrol)
}

/// Part of the transaction that makes the account.
fn enrol(conn: &mut Conn, user: &User, student: &Student) -> Result<()> {
    if student.last_name == "Tables" {
        return Err(Error::Unavailable("the school does not answer".into()));
    }
    diesel::sql_query("INSERT INTO students (user_id, course, thesis) VALUES ($1, $2, $3)")
        .bind::<Uuid7, _>(user.id)
        .bind::<Text, _>(&student.course)
        .bind::<BigInt, _>(i64::from(student.thesis.is_some()))
        .execute(conn)?;
    Ok(())
}

/// The school's own table, in the same database.
///
/// # Errors
/// When the database is away.
pub fn make_table(app: &App) -> Result<()> {
    let key = if app.settings().database.is_sqlite() { "BLOB" } else { "uuid" };
    let sql = format!(
        "CREATE TABLE IF NOT EXISTS students (user_id {key} PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE, \
         course TEXT NOT NULL, thesis BIGINT NOT NULL)"
    );
    app.work(&Client::local(), |_, cx| cx.db.write(|conn| Ok(conn.batch_execute(&sql)?)))
}

#[allow(dead_code, reason = "the tests build the same program on databases of their own")]
fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let loaded = Settings::from_toml("register_form = \"student\"", Path::new("."))?;
    let countersign = Countersign::builder().register_form("student", student_form).build(loaded)?;
    let app = countersign.app();
    app.migrate()?;
    make_table(&app)?;
    let listener = std::net::TcpListener::bind(app.settings().server.bind)?;
    actix_web::rt::System::new().block_on(async {
        countersign::server::serve(&countersign, listener)?.await?;
        Ok(())
    })
}
