//! An OpenAPI document as the template wants it: calls under their headings, then the data they speak of. Knows what may
//! stand in our document, and nothing of our routes.

use super::words::{constraints, prose, type_of};
use serde_json::{Map, Value, json};

/// The whole page. `base` is where the site is, for the examples.
pub fn draw(document: &Value, base: &str) -> Value {
    let mut groups: Vec<(Value, Vec<Value>)> = Vec::new();
    for tag in each(&document["tags"]) {
        groups.push((tag.clone(), Vec::new()));
    }
    for (path, methods) in members(&document["paths"]) {
        for (method, call) in members(methods) {
            let drawn = draw_call(document, base, path, method, call);
            if let Some((_, calls)) = groups.iter_mut().find(|(tag, _)| tag["name"] == call["tags"][0]) {
                calls.push(drawn);
            }
        }
    }
    let groups = groups
        .into_iter()
        .filter(|(_, calls)| !calls.is_empty())
        .map(|(tag, calls)| json!({"name": tag["name"], "words": prose(text(&tag["description"])), "calls": calls}));
    let schemas = members(&document["components"]["schemas"]).map(|(name, schema)| {
        json!({
            "name": name, "words": prose(text(&schema["description"])), "variants": variants(document, schema),
            "example": pretty(&schema["example"]), "choices": choices(schema),
        })
    });
    json!({"groups": groups.collect::<Vec<_>>(), "schemas": schemas.collect::<Vec<_>>()})
}

fn draw_call(document: &Value, base: &str, path: &str, method: &str, call: &Value) -> Value {
    let security: Vec<&Value> = each(&call["security"]).collect();
    let anyone = security.iter().any(|one| members(one).count() == 0);
    let media = &call["requestBody"]["content"]["application/json"];
    let parameters = each(&call["parameters"]).map(|parameter| {
        json!({
            "name": parameter["name"], "place": parameter["in"], "required": parameter["required"] == true,
            "type": type_of(&parameter["schema"]), "rules": constraints(&parameter["schema"]),
            "words": prose(text(&parameter["description"])), "to": null,
        })
    });
    json!({
        "id": call["operationId"], "method": method.to_uppercase(), "path": path, "summary": call["summary"],
        "words": prose(text(&call["description"])),
        "who": if security.is_empty() { "anyone" } else if anyone { "either" } else { "account" },
        "parameters": parameters.collect::<Vec<_>>(),
        "body": named(&media["schema"]), "body_required": call["requestBody"]["required"] == true,
        "variants": variants(document, &media["schema"]),
        "curl": curl(base, path, method, call, !security.is_empty() && !anyone),
        "answers": answers(call, |status| status.starts_with('2')),
        "refusals": answers(call, |status| !status.starts_with('2')),
    })
}

fn answers(call: &Value, wanted: impl Fn(&str) -> bool) -> Vec<Value> {
    let wanted = members(&call["responses"]).filter(|(status, _)| wanted(status));
    wanted.map(|(status, answer)| draw_answer(status, answer)).collect()
}

fn draw_answer(status: &str, answer: &Value) -> Value {
    let said = text(&answer["description"]);
    // A refusal lists its codes, a line for each.
    let codes = said
        .lines()
        .filter_map(|line| line.strip_prefix("* `")?.split_once("`: "))
        .map(|(code, words)| json!({"code": code, "words": words}));
    let codes: Vec<Value> = codes.collect();
    let (media, content) = members(&answer["content"]).next().unwrap_or(("", &Value::Null));
    let schema = &content["schema"];
    let (list, schema) = if schema["type"] == "array" { (true, &schema["items"]) } else { (false, schema) };
    json!({
        "status": status, "words": prose(if codes.is_empty() { said } else { "" }),
        "codes": codes, "media": media, "list": list, "to": named(schema), "example": pretty(&content["example"]),
        "headers": members(&answer["headers"]).map(|(name, _)| name).collect::<Vec<_>>(),
    })
}

/// The members of an object, a list of them for each form it may have.
fn variants(document: &Value, schema: &Value) -> Vec<Value> {
    let schema = resolved(document, schema);
    let alternatives: Vec<&Value> = each(&schema["oneOf"]).collect();
    let all = if alternatives.is_empty() { vec![schema] } else { alternatives };
    let drawn = all.into_iter().map(|one| {
        let required: Vec<&str> = each(&one["required"]).filter_map(Value::as_str).collect();
        let fields = members(&one["properties"]).map(|(name, field)| {
            let target = if field["type"] == "array" { &field["items"] } else { field };
            let said = [text(&field["title"]), text(&field["description"])];
            json!({
                "name": name, "required": required.contains(&name), "type": type_of(field), "rules": constraints(field),
                "words": prose(&said.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(". ")),
                "to": named(target), "place": "",
            })
        });
        json!({"fields": fields.collect::<Vec<_>>(), "any": any_of(one)})
    });
    drawn.filter(|one| each(&one["fields"]).next().is_some()).collect()
}

/// Members of which one at least has to be there.
fn any_of(schema: &Value) -> Vec<Vec<&str>> {
    let lists = std::iter::once(schema).chain(each(&schema["allOf"]));
    lists
        .map(|one| each(&one["anyOf"]).map(|any| text(&any["required"][0])).collect::<Vec<_>>())
        .filter(|names: &Vec<&str>| !names.is_empty())
        .collect()
}

/// What the values of a list of values are.
fn choices(schema: &Value) -> Vec<&str> {
    each(&schema["enum"]).filter_map(Value::as_str).collect()
}

/// The call as it is typed into a shell.
fn curl(base: &str, path: &str, method: &str, call: &Value, signed_in: bool) -> String {
    let mut path = path.to_owned();
    for parameter in each(&call["parameters"]).filter(|parameter| parameter["in"] == "path") {
        let name = text(&parameter["name"]);
        let value = parameter["schema"]["enum"][0].as_str().unwrap_or("019aac1e-5c00-7000-8000-0123456789ab");
        path = path.replace(&format!("{{{name}}}"), value);
    }
    let mut lines = vec![match method {
        "get" => format!("curl {base}{path}"),
        method => format!("curl -X {} {base}{path}", method.to_uppercase()),
    }];
    if signed_in {
        lines.push("-H \"Authorization: Bearer $access_token\"".to_owned());
    }
    let example = &call["requestBody"]["content"]["application/json"]["example"];
    if !example.is_null() {
        lines.push("-H 'Content-Type: application/json'".to_owned());
        lines.push(format!("-d '{}'", pretty(example).replace('\'', "'\\''")));
    }
    lines.join(" \\\n  ")
}

fn pretty(value: &Value) -> String {
    if value.is_null() { String::new() } else { serde_json::to_string_pretty(value).unwrap_or_default() }
}

/// The name of a schema that another place describes.
fn named(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str().and_then(|to| to.rsplit('/').next())
}

fn resolved<'d>(document: &'d Value, schema: &'d Value) -> &'d Value {
    named(schema).map_or(schema, |name| &document["components"]["schemas"][name])
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn each(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn members(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    value.as_object().into_iter().flat_map(Map::iter).map(|(name, value)| (name.as_str(), value))
}
