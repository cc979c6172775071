//! One call of the API, described: what it is for, who may make it, what it takes and all it can answer. Knows how that
//! is written in OpenAPI; refuses to know which handler does the work.

use super::{example, fields};
use crate::error::{Code, Error};
use crate::forms::Field;
use crate::languages::in_english;
use crate::web::status;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Under which heading a call stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Registration, sign-in, tokens.
    Entrance,
    /// Proving an address.
    Verification,
    /// Forgotten passwords.
    Recovery,
    /// One's own account.
    Account,
    /// Changing and removing addresses.
    Addresses,
    /// Administration.
    Admin,
    /// The API itself.
    About,
}

impl Tag {
    /// Every heading, in order.
    pub const ALL: [Self; 7] =
        [Self::Entrance, Self::Verification, Self::Recovery, Self::Account, Self::Addresses, Self::Admin, Self::About];

    /// The heading, and a line about what stands under it.
    #[must_use]
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Entrance => ("Registration and sign-in", "The way in and out, and new pairs of tokens."),
            Self::Verification => {
                ("Verification", "Proving an email address or a phone number with the code sent there.")
            }
            Self::Recovery => ("Forgotten passwords", "A new password for whoever can prove an address."),
            Self::Account => ("Own account", "What somebody who is signed in sees and changes of their account."),
            Self::Addresses => ("Own addresses", "Changing and removing one's email address and phone number."),
            Self::Admin => ("Administration", "For staff, who sign in for it once more."),
            Self::About => ("About the API", "What the API says of itself."),
        }
    }
}

/// Who may make a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody.
    Anyone,
    /// Whoever is signed in, by access token or by cookie.
    Account,
    /// Staff, by a session that has passed the entrance of the administration.
    Staff,
    /// Anybody; for whoever is signed in it means something else.
    Either,
}

/// One call of the API, described.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The name that generated clients give it, and its anchor on the page.
    pub id: String,
    tag: Tag,
    summary: String,
    description: String,
    who: Who,
    parameters: Vec<Value>,
    body: Option<Body>,
    replies: Vec<(u16, Value)>,
    refusals: Vec<Code>,
}

/// What a call takes.
#[derive(Clone, Debug)]
struct Body {
    name: String,
    schema: Value,
    example: Option<Value>,
    required: bool,
}

impl Operation {
    /// A call that anybody may make, that takes nothing and, so far, answers nothing.
    #[must_use]
    pub fn new(id: impl Into<String>, tag: Tag, summary: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            tag,
            summary: summary.into(),
            description: String::new(),
            who: Who::Anyone,
            parameters: Vec::new(),
            body: None,
            replies: Vec::new(),
            refusals: Vec::new(),
        }
    }

    /// What else there is to know, in a sentence or two.
    #[must_use]
    pub fn saying(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// Who may make it.
    #[must_use]
    pub fn by(mut self, who: Who) -> Self {
        self.who = who;
        self
    }

    /// A part of the path.
    #[must_use]
    pub fn path(mut self, name: &str, words: &str, schema: &Value) -> Self {
        let parameter = json!({"name": name, "in": "path", "required": true, "description": words, "schema": schema});
        self.parameters.push(parameter);
        self
    }

    /// Something that may stand in the query.
    #[must_use]
    pub fn query(mut self, name: &str, words: &str, schema: &Value) -> Self {
        self.parameters.push(json!({"name": name, "in": "query", "description": words, "schema": schema}));
        self
    }

    /// The fields it takes as its body, under a name that the document knows them by.
    #[must_use]
    pub fn takes(self, name: impl Into<String>, all: &[Field]) -> Self {
        let required = all.iter().any(Field::is_required);
        self.takes_schema(name, fields::of_fields(all), example::of_fields(all), required)
    }

    /// As [`Operation::takes`], where fields alone do not say it all.
    #[must_use]
    pub fn takes_schema(
        mut self,
        name: impl Into<String>,
        schema: Value,
        example: Option<Value>,
        required: bool,
    ) -> Self {
        self.body = Some(Body { name: name.into(), schema, example, required });
        self
    }

    /// What it answers when all is well: JSON by a schema of [`super::components`] and its likes.
    #[must_use]
    pub fn gives(mut self, status: u16, words: &str, name: &str) -> Self {
        let schema = match name.strip_suffix("[]") {
            Some(one) => json!({"type": "array", "items": fields::named(one)}),
            None => fields::named(name),
        };
        let mut content = json!({"schema": schema});
        if let Some(example) = example::of_reply(name) {
            content["example"] = example;
        }
        self.replies.push((status, json!({"description": words, "content": {"application/json": content}})));
        self
    }

    /// The same for an answer of another type, or, without one, of none.
    #[must_use]
    pub fn gives_other(mut self, status: u16, words: &str, media: Option<&str>) -> Self {
        let mut reply = json!({"description": words});
        if let Some(media) = media {
            reply["content"][media] = json!({"schema": {"type": "string"}});
        }
        self.replies.push((status, reply));
        self
    }

    /// A header of the answer before.
    #[must_use]
    pub fn with_header(mut self, name: &str, words: &str) -> Self {
        if let Some((_, reply)) = self.replies.last_mut() {
            reply["headers"][name] = json!({"description": words, "schema": {"type": "string"}});
        }
        self
    }

    /// What it refuses, beside what every call does.
    #[must_use]
    pub fn refuses(mut self, codes: &[Code]) -> Self {
        self.refusals.extend(codes);
        self
    }

    /// The schema of its body, by its name.
    pub(super) fn body(&self) -> Option<(&str, &Value)> {
        self.body.as_ref().map(|body| (body.name.as_str(), &body.schema))
    }

    /// As an Operation Object. `reads` is for GET, which takes no body at all.
    pub(super) fn describe(&self, reads: bool) -> Value {
        let mut all = json!({
            "operationId": self.id,
            "tags": [self.tag.words().0],
            "summary": self.summary,
        });
        if !self.description.is_empty() {
            all["description"] = json!(self.description);
        }
        all["security"] = match self.who {
            Who::Anyone => json!([]),
            Who::Account | Who::Staff => json!([{"bearer": []}, {"session": []}]),
            Who::Either => json!([{}, {"bearer": []}, {"session": []}]),
        };
        if !self.parameters.is_empty() {
            all["parameters"] = json!(self.parameters);
        }
        if let Some(body) = &self.body {
            let mut media = json!({"schema": fields::named(&body.name)});
            if let Some(example) = &body.example {
                media["example"] = example.clone();
            }
            let mut form = media.clone();
            if fields::has_flag(&body.schema) {
                form["schema"] = fields::as_form(&body.schema);
                for flag in form["example"].as_object_mut().into_iter().flat_map(Map::values_mut) {
                    if let Some(ticked) = flag.as_bool() {
                        *flag = json!(ticked.to_string());
                    }
                }
            }
            all["requestBody"] = json!({
                "required": body.required,
                "content": {"application/json": media, "application/x-www-form-urlencoded": form},
            });
        }
        let mut responses = Map::new();
        for (status, reply) in &self.replies {
            responses.insert(status.to_string(), reply.clone());
        }
        for (status, codes) in self.all_refusals(reads) {
            responses.insert(status.to_string(), refusal(status, &codes));
        }
        all["responses"] = Value::Object(responses);
        all
    }

    /// Every code it can be refused with, by status.
    fn all_refusals(&self, reads: bool) -> BTreeMap<u16, Vec<Code>> {
        let mut codes = self.refusals.clone();
        if !reads {
            codes.extend([Code::Malformed, Code::CrossOrigin, Code::TooLarge, Code::UnsupportedMediaType]);
            codes.push(Code::UnknownField);
        }
        if self.body.is_some() {
            codes.extend([Code::Required, Code::Blank, Code::Invalid, Code::TooLong]);
        }
        if matches!(self.who, Who::Account | Who::Staff) {
            codes.push(Code::Unauthenticated);
        }
        if self.who == Who::Staff {
            codes.push(Code::Forbidden);
        }
        codes.extend([Code::Internal, Code::Overloaded, Code::Unavailable]);
        let mut all: BTreeMap<u16, Vec<Code>> = BTreeMap::new();
        for code in Code::ALL.iter().filter(|code| codes.contains(code)) {
            all.entry(status(&Error::Refused(*code)).as_u16()).or_default().push(*code);
        }
        all
    }
}

/// The answer of this status, with the codes it can have.
fn refusal(status: u16, codes: &[Code]) -> Value {
    let words: Vec<String> =
        codes.iter().map(|code| format!("* `{}`: {}", code.slug(), in_english(&code.words()))).collect();
    let mut all = json!({
        "description": words.join("\n"),
        "content": {"application/problem+json": {"schema": fields::named("Problem")}},
    });
    match status {
        401 => all["headers"]["WWW-Authenticate"] = json!({"$ref": "#/components/headers/WWW-Authenticate"}),
        429 | 503 => all["headers"]["Retry-After"] = json!({"$ref": "#/components/headers/Retry-After"}),
        _ => {}
    }
    all
}
