//! `GET /forms/NAME`: what a form asks for, for programs that draw their own.

use super::problem::Problem;
use crate::app::App;
use crate::error::{Code, Error};
use crate::forms::{Field, RegistrationForm};
use crate::phrase::Phrase;
use crate::web::unsaid;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// Describes the login form, the registration form in use, or another one by its name.
pub async fn show(name: web::Path<String>, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let accounts = app.accounts();
    let register = |form: &dyn RegistrationForm| describe(form.name(), &form.title(), &each(form.fields()));
    let described = match name.as_str() {
        "login" => {
            let mut all = describe("login", &Phrase::new("login-title"), &accounts.login_form.describe());
            // The other way in, for programs that draw it: /login/code.
            if app.settings().login.by_code {
                all["by_code"] = json!(true);
            }
            all
        }
        "register" => register(accounts.register_form.as_ref()),
        other => match accounts.register_form(other) {
            Some(form) => register(form.as_ref()),
            None => return Err(Problem(Error::Refused(Code::NotFound))),
        },
    };
    Ok(unsaid(StatusCode::OK, "application/json", described))
}

fn each(fields: &[Field]) -> Vec<Value> {
    fields.iter().map(Field::describe).collect()
}

fn describe(name: &str, title: &Phrase, fields: &[Value]) -> Value {
    json!({"name": name, "title": title, "fields": fields})
}
