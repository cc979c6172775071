//! The OpenAPI document: it says what is served and nothing else, under every kind of settings, and the page about it says
//! the same. That every answer is one that it knows is checked wherever a test asks the API (`answers.rs`).

pub mod answers;
mod fuzz;
mod schema;
mod typescript;

use crate::forms::CLUB;
use crate::house::{Database, House, binary, fresh_directory};
use crate::visitor::Door;
use countersign::error::Code;
use schema::flaws;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

const BY_CODE: &str = "[login]\nby_code = true";
const NO_PHONES: &str = "phone_authentication_active = false\nauthentication_backends = ['any']";

/// Every kind of site: as it comes, with everything, with little, with forms of its own.
fn houses() -> Vec<House> {
    let two = format!("{CLUB}\n[forms.guest]\nfields = [{{ name = 'username' }}, {{ name = 'password' }}]");
    ["", BY_CODE, NO_PHONES, &two].into_iter().map(|settings| House::build(Database::Sqlite, settings)).collect()
}

/// Every call: path, method, description.
fn calls(document: &Value) -> Vec<(String, String, Value)> {
    let paths = document["paths"].as_object().unwrap();
    let each = paths.iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap();
        methods.iter().map(|(method, call)| (path.clone(), method.clone(), call.clone()))
    });
    each.collect()
}

#[test]
fn every_path_of_the_document_takes_its_methods_and_no_others() {
    for house in houses() {
        let visitor = house.visitor(Door::Bearer);
        let document = visitor.get("/api/v1/openapi.json").json();
        assert_eq!(document, *house.document());
        let paths = document["paths"].as_object().unwrap();
        assert!(paths.len() > 20, "{}", paths.len());
        for (path, methods) in paths {
            let real = path.replace("{id}", "0190b3c4-0000-7000-8000-000000000000").replace("{name}", "register");
            if path == "/api/v1/admin" || path.starts_with("/api/v1/admin/") && path != "/api/v1/admin/login" {
                continue;
            }
            let refused = visitor.send("PUT", &real, &[], b"");
            assert_eq!(refused.status, 405, "{path} is not served");
            let allowed: BTreeSet<String> =
                refused.header("allow").unwrap().split(", ").map(str::to_ascii_lowercase).collect();
            let mut told: BTreeSet<String> = methods.as_object().unwrap().keys().cloned().collect();
            if told.contains("get") {
                told.insert("head".to_owned());
            }
            assert_eq!(allowed, told, "{path}");
        }
    }
}

#[test]
fn no_call_is_served_beside_the_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src/api")];
    let mut makers = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if ["resource(", ".service(", "scope("]
                .iter()
                .any(|word| std::fs::read_to_string(&path).unwrap().contains(word))
            {
                makers.push(path.strip_prefix(root).unwrap().display().to_string());
            }
        }
    }
    let makers: BTreeSet<String> = makers.into_iter().collect();
    let expected = ["src/api/admin/mod.rs", "src/api/routes/mod.rs"].map(str::to_owned);
    assert_eq!(makers, expected.into());
    // The administration has a list of its own, behind its entrance.
    let house = House::build(Database::Sqlite, BY_CODE);
    let document = house.document();
    for route in countersign::api::ADMIN_ROUTES {
        let path = format!("/api/v1/admin{}", route.path);
        let (_, methods) = answers::described(&document, &path).unwrap_or_else(|| panic!("{path}"));
        let told: BTreeSet<String> = methods.as_object().unwrap().keys().map(|method| method.to_uppercase()).collect();
        let served = route.allow.split(", ").filter(|method| *method != "HEAD").map(str::to_owned);
        assert_eq!(told, served.collect(), "{path}");
    }
    // Whatever the table of views names is described.
    let views = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/views.md")).unwrap();
    let named: BTreeSet<&str> = views.split('`').filter(|one| one.starts_with("/api/v1/")).collect();
    assert!(named.len() > 20, "{}", named.len());
    for path in named {
        let real = path.replace("{name}", "register");
        assert!(answers::described(&document, &real).is_some(), "{path}");
    }
}

#[test]
fn what_is_off_is_not_there() {
    let paths = |settings: &str| {
        let house = House::build(Database::Sqlite, settings);
        calls(&house.document()).into_iter().map(|(path, _, _)| path).collect::<BTreeSet<_>>()
    };
    let (usual, by_code, no_phones) = (paths(""), paths(BY_CODE), paths(NO_PHONES));
    let more: Vec<_> = by_code.difference(&usual).collect();
    assert_eq!(more, ["/api/v1/login/code", "/api/v1/login/code/confirm"]);
    assert!(usual.contains("/api/v1/verify/phone") && !no_phones.iter().any(|path| path.contains("phone")));
    let house = House::build(Database::Sqlite, NO_PHONES);
    let document = house.document();
    let schemas = &document["components"]["schemas"];
    assert_eq!(schemas["Registration_register"]["properties"].get("phone"), None);
    assert_eq!(schemas["Login"]["oneOf"][1]["properties"].get("phone"), None);
}

#[test]
fn a_reload_changes_what_is_described() {
    let house = House::build(Database::Sqlite, "");
    let visitor = house.visitor(Door::Bearer);
    let has = |path: &str| visitor.get("/api/v1/openapi.json").json()["paths"].get(path).is_some();
    assert!(!has("/api/v1/login/code") && has("/api/v1/register/register"));
    house.reload(&format!("{CLUB}\n{BY_CODE}")).unwrap();
    assert!(has("/api/v1/login/code") && has("/api/v1/register/member") && !has("/api/v1/register/register"));
}

#[test]
fn a_form_of_ones_own_is_described_by_its_rules() {
    let house = House::build(Database::Sqlite, CLUB);
    let document = house.document();
    let form = &document["components"]["schemas"]["Registration_member"];
    for path in ["/api/v1/register", "/api/v1/register/member"] {
        let content = &document["paths"][path]["post"]["requestBody"]["content"];
        assert_eq!(content["application/json"]["schema"]["$ref"], "#/components/schemas/Registration_member", "{path}");
        let form = &content["application/x-www-form-urlencoded"]["schema"]["properties"];
        assert_eq!(form["terms"]["enum"], json!(["true", "on", "1"]), "a form has no other yes: {path}");
        assert_eq!(form["team"]["enum"], json!(["red", "blue", null]), "{path}");
    }
    assert_eq!(form["additionalProperties"], false);
    assert_eq!(form["required"], json!(["email", "terms", "password"]));
    let field = |name: &str| form["properties"][name].clone();
    assert_eq!(
        field("membership_number"),
        json!({"type": ["string", "null"], "minLength": 1, "maxLength": 255, "pattern": "^[A-Z]{2}[0-9]{6}$",
               "title": "Membership number", "description": "No two accounts have the same.", "x-unique": true})
    );
    assert_eq!(field("team")["enum"], json!(["red", "blue", null]));
    assert_eq!((field("terms")["type"].clone(), field("terms")["const"].clone()), (json!("boolean"), json!(true)));
    assert_eq!(
        (field("email")["format"].clone(), field("first_name")["maxLength"].clone()),
        (json!("email"), json!(50))
    );
    assert_eq!(field("password")["minLength"], 8);
    // What may be changed later follows the same declaration.
    let profile = &document["components"]["schemas"]["Profile"];
    assert_eq!(profile["properties"]["team"]["enum"], json!(["red", "blue", null]));
    assert_eq!(profile.get("required"), None);
    assert_eq!(
        document["paths"]["/api/v1/forms/{name}"]["get"]["parameters"][0]["schema"]["enum"],
        json!(["login", "register", "member"])
    );
}

#[test]
fn every_example_is_one_that_its_schema_takes() {
    for house in houses() {
        let document = house.document();
        let mut examples = 0;
        for (path, method, call) in calls(&document) {
            let mut all: Vec<&Value> =
                call["requestBody"]["content"].as_object().into_iter().flatten().map(|(_, m)| m).collect();
            for (_, answer) in call["responses"].as_object().unwrap() {
                all.extend(answer["content"].as_object().into_iter().flatten().map(|(_, media)| media));
            }
            for media in all.into_iter().filter(|media| media.get("example").is_some()) {
                let found = flaws(&document, &media["schema"], &media["example"]);
                assert!(found.is_empty(), "{method} {path}: {found:?}");
                examples += 1;
            }
        }
        assert!(examples > 45, "{examples}");
        let problem = &document["components"]["schemas"]["Problem"];
        assert_eq!(flaws(&document, problem, &problem["example"]), Vec::<String>::new());
    }
}

#[test]
fn every_call_has_a_name_of_its_own_words_a_heading_and_refusals() {
    for house in houses() {
        let document = house.document();
        let headings: Vec<&Value> = document["tags"].as_array().unwrap().iter().map(|tag| &tag["name"]).collect();
        let mut names = BTreeSet::new();
        for (path, method, call) in calls(&document) {
            assert!(names.insert(call["operationId"].to_string()), "{path}: {}", call["operationId"]);
            assert!(call["summary"].as_str().is_some_and(|words| !words.is_empty()), "{path}");
            assert!(headings.contains(&&call["tags"][0]), "{path}");
            let answers = call["responses"].as_object().unwrap();
            let others = if method == "get" {
                vec!["500", "503"]
            } else {
                vec!["400", "403", "413", "415", "422", "500", "503"]
            };
            assert!(others.iter().all(|status| answers.contains_key(*status)), "{method} {path}: {:?}", answers.keys());
            assert!(answers.keys().any(|status| status.starts_with('2')), "{path}");
            let account = call["security"] == json!([{"bearer": []}, {"session": []}]);
            assert!(!account || answers.contains_key("401"), "{path}");
        }
    }
}

#[test]
fn codes_cookie_and_version_are_the_programs_own() {
    let house = House::build(Database::Sqlite, "public_url = 'https://accounts.example.org'");
    let document = house.document();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["version"], env!("CARGO_PKG_VERSION"));
    let codes: Vec<&str> = Code::ALL.iter().map(|code| code.slug()).collect();
    assert_eq!(document["components"]["schemas"]["Code"]["enum"], json!(codes));
    assert_eq!(document["components"]["securitySchemes"]["session"]["name"], "__Host-countersign");
    assert_eq!(document["servers"][1]["url"], "https://accounts.example.org");
}

#[test]
fn the_command_prints_what_is_served() {
    let directory = fresh_directory();
    std::fs::write(directory.join("settings.toml"), CLUB).unwrap();
    let ran = Command::new(binary()).arg("openapi").current_dir(&directory).output().unwrap();
    assert!(ran.status.success(), "{ran:?}");
    let printed: Value = serde_json::from_slice(&ran.stdout).unwrap();
    let house = House::build(Database::Sqlite, CLUB);
    let served = house.visitor(Door::Bearer).get("/api/v1/openapi.json").json();
    assert_eq!(printed, served);
    // It needs no database, so it makes none.
    assert!(!directory.join("countersign.db").exists());
    std::fs::remove_dir_all(directory).unwrap();
}

#[test]
fn the_page_tells_every_call_and_loads_nothing() {
    for house in houses() {
        let visitor = house.visitor(Door::Pages);
        let page = visitor.get("/api/v1/docs");
        assert_eq!((page.status, page.header("content-type")), (200, Some("text/html; charset=utf-8")));
        let policy = page.header("content-security-policy").unwrap();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("script"), "{policy}");
        for foreign in ["<script", "style=", "src=", "@import", "{{", "$ref"] {
            assert!(!page.body.contains(foreign), "{foreign}");
        }
        for (path, method, call) in calls(&house.document()) {
            let id = call["operationId"].as_str().unwrap();
            for part in [format!("id=\"{id}\""), format!("href=\"#{id}\""), path.clone(), method.to_uppercase()] {
                assert!(page.body.contains(&part), "{part}");
            }
        }
        let document = house.document();
        for name in document["components"]["schemas"].as_object().unwrap().keys() {
            assert!(page.body.contains(&format!("id=\"data-{name}\"")), "{name}");
        }
        // Every anchor leads somewhere.
        for to in page.body.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(page.body.contains(&format!("id=\"{to}\"")), "{to}");
        }
    }
}
