//! Somebody who uses the program, by one of its doors. The same few verbs for all, so that a scenario is told once.

use crate::house::House;
use crate::openapi::answers::as_documented;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

/// How a visitor uses the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// The pages, as a browser.
    Pages,
    /// The API, with tokens.
    Bearer,
    /// The API, with the session cookie.
    Cookie,
}

impl Door {
    pub const ALL: [Door; 3] = [Door::Pages, Door::Bearer, Door::Cookie];
}

/// A reply, as it came.
#[derive(Clone, Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub fn cookies(&self) -> impl Iterator<Item = &str> {
        self.headers.iter().filter(|(name, _)| name == "set-cookie").map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }
}

/// What came of a verb, told alike for every door.
#[derive(Clone, Debug)]
pub struct Outcome {
    pub reply: Reply,
    /// Each mistake as `field code`, with `#` for the form as a whole. In order.
    pub mistakes: Vec<String>,
}

impl Outcome {
    /// It was done: 2xx, or on pages a 303.
    pub fn is_done(&self) -> bool {
        matches!(self.reply.status, 200..=299 | 303)
    }

    #[track_caller]
    pub fn done(self) -> Self {
        assert!(self.is_done(), "should have been done: {self:?}");
        self
    }

    /// It was refused for these reasons, and no others.
    #[track_caller]
    pub fn refused(self, mistakes: &[&str]) -> Self {
        assert!(!self.is_done(), "should have been refused: {self:?}");
        assert_eq!(self.mistakes, mistakes, "{}", self.reply.body);
        self
    }

    pub fn retry_after(&self) -> Option<u64> {
        self.reply.header("retry-after").map(|seconds| seconds.parse().unwrap())
    }
}

/// The visitor.
pub struct Visitor<'h> {
    pub house: &'h House,
    pub door: Door,
    agent: ureq::Agent,
    /// Cookies by name.
    pub cookies: Mutex<BTreeMap<String, String>>,
    /// The access and the refresh token, when there are any.
    pub tokens: Mutex<Option<(String, String)>>,
    /// Headers sent with everything, beside those the door needs.
    pub headers: Mutex<Vec<(String, String)>>,
}

impl<'h> Visitor<'h> {
    pub fn new(house: &'h House, door: Door) -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            // The server ends what lies idle for five seconds; who is slower than that must not be met by the end.
            .max_idle_age(Duration::from_secs(2))
            .timeout_global(Some(Duration::from_secs(60)))
            .build();
        Self {
            house,
            door,
            agent: config.into(),
            cookies: Mutex::default(),
            tokens: Mutex::default(),
            headers: Mutex::default(),
        }
    }

    /// Registers with these fields. On pages the password is typed twice.
    pub fn register(&self, fields: &[(&str, &str)]) -> Outcome {
        let mut fields: Vec<(&str, &str)> = fields.to_vec();
        let password = fields.iter().find(|(name, _)| *name == "password").map(|(_, value)| *value);
        if let (Door::Pages, Some(password)) = (self.door, password)
            && !fields.iter().any(|(name, _)| *name == "password_confirm")
        {
            fields.push(("password_confirm", password));
        }
        self.submit("register", &fields)
    }

    /// Signs in with these fields.
    pub fn login(&self, fields: &[(&str, &str)]) -> Outcome {
        self.submit("login", fields)
    }

    /// Signs out.
    pub fn logout(&self) -> Outcome {
        match self.door {
            Door::Pages => self.post_form("/logout", &[]),
            _ => self.post_json("/api/v1/logout", &json!({})),
        }
    }

    /// What the program calls whoever this is: the account as JSON; `None` when signed out.
    pub fn me(&self) -> Option<Value> {
        // A browser sees the same session at either door.
        let reply = self.get("/api/v1/me");
        match reply.status {
            200 => Some(reply.json()),
            401 => None,
            _ => panic!("neither signed in nor out: {reply:?}"),
        }
    }

    /// The username of whoever this is.
    #[track_caller]
    pub fn username(&self) -> Option<String> {
        self.me().and_then(|me| me["username"].as_str().map(str::to_owned))
    }

    /// Sends a form of this name by this door.
    pub fn submit(&self, form: &str, fields: &[(&str, &str)]) -> Outcome {
        match self.door {
            Door::Pages => self.post_form(&format!("/{form}"), fields),
            _ => {
                let members: Map<String, Value> =
                    fields.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
                self.submit_json(form, &Value::Object(members))
            }
        }
    }

    /// Sends JSON to the API, for a cookie where this visitor uses one.
    pub fn submit_json(&self, path: &str, body: &Value) -> Outcome {
        let query = if self.door == Door::Cookie { "?session=cookie" } else { "" };
        self.post_json(&format!("/api/v1/{path}{query}"), body)
    }

    pub fn post_json(&self, path: &str, body: &Value) -> Outcome {
        self.call("POST", path, body)
    }

    /// Sends JSON by any method.
    pub fn call(&self, method: &str, path: &str, body: &Value) -> Outcome {
        let reply = self.send(method, path, &[("content-type", "application/json")], body.to_string().as_bytes());
        let body: Value = serde_json::from_str(&reply.body).unwrap_or_default();
        if let (Some(access), Some(refresh)) = (body["access_token"].as_str(), body["refresh_token"].as_str()) {
            *self.tokens.lock().unwrap() = Some((access.to_owned(), refresh.to_owned()));
        }
        let mistakes = mistakes_of_problem(&body);
        Outcome { reply, mistakes }
    }

    pub fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Outcome {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let reply = self.send("POST", path, &[("content-type", "application/x-www-form-urlencoded")], body.as_bytes());
        let mistakes = mistakes_of_page(&reply.body);
        Outcome { reply, mistakes }
    }

    /// Sends a form of somebody's own account: the page of this name, or the call.
    pub fn own(&self, page: &str, call: &str, fields: &[(&str, &str)]) -> Outcome {
        match self.door {
            Door::Pages => self.post_form(&format!("/account/{page}"), fields),
            _ => {
                let members = fields.iter().map(|(name, value)| ((*name).to_owned(), json!(value)));
                self.post_json(&format!("/api/v1/me/{call}"), &Value::Object(members.collect()))
            }
        }
    }

    pub fn get(&self, path: &str) -> Reply {
        self.send("GET", path, &[], b"")
    }

    /// Sends a request as a browser on this site would, with the cookies and tokens this visitor has.
    pub fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Reply {
        let mut all: Vec<(String, String)> = Vec::new();
        let own = self.headers.lock().unwrap().clone();
        let given = |name: &str| own.iter().any(|(n, _)| n == name) || headers.iter().any(|(n, _)| *n == name);
        if self.door != Door::Bearer && !given("sec-fetch-site") && !given("origin") {
            all.push(("sec-fetch-site".into(), "same-origin".into()));
        }
        if let (Some((access, _)), false) = (&*self.tokens.lock().unwrap(), given("authorization")) {
            all.push(("authorization".into(), format!("Bearer {access}")));
        }
        let cookies = self.cookies.lock().unwrap();
        if !cookies.is_empty() && !given("cookie") {
            let jar: Vec<String> = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            all.push(("cookie".into(), jar.join("; ")));
        }
        drop(cookies);
        all.extend(own);
        all.extend(headers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let reply = self.raw(method, path, &all, body);
        self.keep_cookies(&reply);
        reply
    }

    /// Sends exactly this.
    pub fn raw(&self, method: &str, path: &str, headers: &[(String, String)], body: &[u8]) -> Reply {
        let mut request =
            ureq::http::Request::builder().method(method).uri(format!("http://{}{path}", self.house.address));
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let mut reply = if body.is_empty() && method == "GET" {
            self.agent.run(request.body(()).unwrap())
        } else {
            self.agent.run(request.body(body).unwrap())
        }
        .unwrap_or_else(|cause| panic!("{method} {path}: {cause}"));
        let headers = reply
            .headers()
            .iter()
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect();
        let body = reply.body_mut().read_to_string().unwrap_or_default();
        let reply = Reply { status: reply.status().as_u16(), headers, body };
        as_documented(&self.house.document(), method, path, &reply);
        reply
    }

    fn keep_cookies(&self, reply: &Reply) {
        let mut jar = self.cookies.lock().unwrap();
        for cookie in reply.cookies() {
            let (pair, attributes) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if attributes.contains("Max-Age=0") {
                jar.remove(name);
            } else {
                jar.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// The mistakes that a refusal of the API names.
pub fn mistakes_of_problem(body: &Value) -> Vec<String> {
    let Some(errors) = body["errors"].as_array() else {
        return body["code"].as_str().map(|code| format!("# {code}")).into_iter().collect();
    };
    let told = |e: &Value| {
        let pointer = e["pointer"].as_str().unwrap();
        format!("{} {}", pointer.strip_prefix("#/").unwrap_or(pointer), e["code"].as_str().unwrap())
    };
    errors.iter().map(told).collect()
}

/// The mistakes a page shows: those in the summary belong to the whole form, the others stand beside their field.
fn mistakes_of_page(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = "#".to_owned();
    for line in html.lines() {
        if let Some((_, rest)) = line.split_once("id=\"id_")
            && let Some((field, _)) = rest.split_once("_errors\"")
            && !field.contains('"')
        {
            at = field.to_owned();
        }
        if let Some((_, rest)) = line.split_once("data-code=\"")
            && let Some((code, _)) = rest.split_once('"')
        {
            found.push(format!("{at} {code}"));
        }
    }
    found
}
