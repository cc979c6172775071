//! Turns one TOML value into what its key takes, or says why not; knows nothing of files, lines or other keys.

use std::net::SocketAddr;
use std::time::Duration;

use ipnet::IpNet;
use secrecy::SecretString;
use toml::Value as Toml;

use super::durations::{duration, rate, written};
use super::keys::{Kind, Refusal};
use super::mistakes::known_names;
use super::types::{DatabaseUrl, PublicUrl, Rate};
use super::{mail, places, secrets};

/// A value that its key takes.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Flag(bool),
    Auto(Option<bool>),
    Number(u64),
    Time(Duration),
    Rate(Rate),
    Text(String),
    List(Vec<String>),
    Secrets(Vec<SecretString>),
    Address(SocketAddr),
    Networks(Vec<IpNet>),
    Site(PublicUrl),
    Database(DatabaseUrl),
    Headers(Vec<(String, SecretString)>),
}

/// Why a value is refused; with an index, why one element of a list is.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub index: Option<usize>,
    pub refusal: Refusal,
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self { index: None, refusal }
    }
}

/// Turns `value` into what `kind` takes.
pub(super) fn parse(kind: Kind, value: &Toml) -> Result<Value, Vec<Fault>> {
    match kind {
        Kind::List(rule) => each(kind, value, |text| rule(text).map(|()| text.to_owned())).map(Value::List),
        Kind::Origins => each(kind, value, places::origin).map(Value::List),
        Kind::Networks => each(kind, value, places::network).map(Value::Networks),
        Kind::Secrets => each(kind, value, secrets::key).map(Value::Secrets),
        _ => single(kind, value).map_err(|refusal| vec![refusal.into()]),
    }
}

/// Turns every element, so that all bad ones are told together.
fn each<T>(kind: Kind, value: &Toml, rule: impl Fn(&str) -> Result<T, Refusal>) -> Result<Vec<T>, Vec<Fault>> {
    let Toml::Array(elements) = value else {
        return Err(vec![wrong_type(kind, value).into()]);
    };
    let mut good = Vec::new();
    let mut faults = Vec::new();
    for (index, element) in elements.iter().enumerate() {
        let refusal = match element {
            Toml::String(text) => match rule(text) {
                Ok(element) => {
                    good.push(element);
                    continue;
                }
                Err(refusal) => refusal,
            },
            _ => Refusal::new("is not a text in quotes", ""),
        };
        faults.push(Fault { index: Some(index), refusal });
    }
    if faults.is_empty() { Ok(good) } else { Err(faults) }
}

fn single(kind: Kind, value: &Toml) -> Result<Value, Refusal> {
    match (kind, value) {
        (Kind::Flag, Toml::Boolean(flag)) => Ok(Value::Flag(*flag)),
        (Kind::Auto, Toml::Boolean(flag)) => Ok(Value::Auto(Some(*flag))),
        (Kind::Auto, Toml::String(text)) if text == "auto" => Ok(Value::Auto(None)),
        (Kind::Number(min, max), Toml::Integer(number)) => {
            let within = u64::try_from(*number).ok().filter(|number| (min..=max).contains(number));
            within.map(Value::Number).ok_or_else(|| wrong_type(kind, value))
        }
        (Kind::Time(min, max), Toml::String(text)) => time(kind, value, text, min, max),
        (Kind::Rate, Toml::String(text)) => rate(text).map(Value::Rate).ok_or_else(|| wrong_type(kind, value)),
        (Kind::Name(known), Toml::String(text)) => {
            if known.contains(&text.as_str()) {
                return Ok(Value::Text(text.clone()));
            }
            Err(Refusal::new("is not a known name", known_names(text, known)))
        }
        (Kind::Text(rule), Toml::String(text)) => rule(text).map(|()| Value::Text(text.clone())),
        (Kind::SecretText(rule) | Kind::Hidden(rule), Toml::String(text)) => {
            rule(text).map(|()| Value::Text(text.clone()))
        }
        (Kind::Address, Toml::String(text)) => places::address(text).map(Value::Address),
        (Kind::Site, Toml::String(text)) => places::site(text).map(Value::Site),
        (Kind::Database, Toml::String(text)) => places::database(text).map(Value::Database),
        (Kind::Headers, Toml::Table(table)) => {
            let mut headers = Vec::new();
            for (name, value) in table {
                let value =
                    value.as_str().ok_or_else(|| Refusal::new("has a value that is not a text in quotes", ""))?;
                mail::header(name, value)?;
                headers.push((name.clone(), SecretString::from(value)));
            }
            Ok(Value::Headers(headers))
        }
        _ => Err(wrong_type(kind, value)),
    }
}

fn time(kind: Kind, value: &Toml, text: &str, min: u64, max: u64) -> Result<Value, Refusal> {
    let time = duration(text).ok_or_else(|| wrong_type(kind, value))?;
    let bounds = format!("Write a time from \"{}\" to \"{}\".", written(min), written(max));
    if time.as_secs() < min {
        return Err(Refusal::new("is too short", bounds));
    }
    if time.as_secs() > max {
        return Err(Refusal::new("is too long", bounds));
    }
    Ok(Value::Time(time))
}

/// "is not …", with the slip that was probably made.
fn wrong_type(kind: Kind, value: &Toml) -> Refusal {
    let remedy = match (kind, value) {
        (Kind::Flag | Kind::Auto, Toml::String(text)) if matches!(text.as_str(), "true" | "false") => {
            format!("Write {text} without quotes.")
        }
        (Kind::Flag | Kind::Auto, Toml::String(text)) => match text.to_lowercase().as_str() {
            "yes" | "on" | "1" => "Write true.".to_owned(),
            "no" | "off" | "0" => "Write false.".to_owned(),
            _ => String::new(),
        },
        (Kind::Number(..), Toml::String(text)) if text.parse::<u64>().is_ok() => {
            format!("Write {text} without quotes.")
        }
        (Kind::Time(..), Toml::Integer(number)) => format!("Write the unit: \"{number}s\" for seconds."),
        (Kind::Time(..), Toml::String(text)) if text.parse::<u64>().is_ok() => {
            format!("Write the unit: \"{text}s\" for seconds.")
        }
        (kind, Toml::String(text)) if kind.is_list() && !kind.is_secret() => {
            let names = text.trim_matches(['[', ']', ' ']).split(',').map(|name| name.trim_matches(['"', '\'', ' ']));
            format!("Write [{}].", names.map(secrets::quoted).collect::<Vec<_>>().join(", "))
        }
        _ => String::new(),
    };
    Refusal::new(format!("is not {}", kind.expected()), remedy)
}
