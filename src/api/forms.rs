//! `GET /forms/NAME`: what a form asks for, for programs that draw their own.

use super::problem::Problem;
use crate::app::App;
use crate::error::{Code, Error};
use crate::forms::Field;
use actix_web::{HttpResponse, web};
use serde_json::{Value, json};

/// Describes the login form, or the registration form in use.
pub async fn show(name: web::Path<String>, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let accounts = app.accounts();
    let form = accounts.register_form.as_ref();
    let described = match name.as_str() {
        "login" => describe("login", "Sign in", accounts.login_form.fields()),
        "register" => describe(form.name(), form.title(), form.fields()),
        other if other == form.name() => describe(form.name(), form.title(), form.fields()),
        _ => return Err(Problem(Error::Refused(Code::NotFound))),
    };
    Ok(HttpResponse::Ok().json(described))
}

fn describe(name: &str, title: &str, fields: &[Field]) -> Value {
    json!({"name": name, "title": title, "fields": fields.iter().map(Field::describe).collect::<Vec<_>>()})
}
