//! The JSON Schema that our document is written in: what is wrong with a value. A keyword that it does not know is a
//! failure, so that nothing is passed over; a member that is not declared is one too.

use jiff::Timestamp;
use serde_json::{Map, Value};

/// What stands in a schema without being a rule.
const WORDS: [&str; 7] = ["title", "description", "default", "example", "examples", "x-unique", "$comment"];

/// Everything wrong with `value`, each with its place.
pub fn flaws(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Check { document, found: &mut found }.value(schema, value, "#");
    found
}

struct Check<'c> {
    document: &'c Value,
    found: &'c mut Vec<String>,
}

impl Check<'_> {
    fn value(&mut self, schema: &Value, value: &Value, at: &str) {
        let rules = schema.as_object().unwrap_or_else(|| panic!("{at}: no schema: {schema}"));
        for (keyword, rule) in rules.iter().filter(|(keyword, _)| !WORDS.contains(&keyword.as_str())) {
            if !self.keeps(rules, keyword, rule, value, at) {
                self.found.push(format!("{at}: {value} breaks {keyword} {rule}"));
            }
        }
        if let (Some(members), Some(declared)) = (value.as_object(), rules.get("properties")) {
            let open = rules.get("additionalProperties").is_some_and(|rule| *rule != false);
            for name in members.keys().filter(|name| !open && declared.get(name.as_str()).is_none()) {
                self.found.push(format!("{at}: {name} is not declared"));
            }
        }
    }

    fn fits(&self, schema: &Value, value: &Value) -> bool {
        flaws_of_part(self.document, schema, value).is_empty()
    }

    fn keeps(&mut self, rules: &Map<String, Value>, keyword: &str, rule: &Value, value: &Value, at: &str) -> bool {
        let length = value.as_str().map(|text| text.chars().count() as u64);
        let number = value.as_f64();
        let each = || rule.as_array().unwrap().iter();
        match keyword {
            "$ref" => {
                let path = rule.as_str().unwrap().strip_prefix('#').unwrap();
                let target = self.document.pointer(path).unwrap_or_else(|| panic!("{rule} leads nowhere"));
                self.value(target, value, at);
                true
            }
            "type" => match rule {
                Value::String(name) => is(value, name),
                several => several.as_array().unwrap().iter().any(|name| is(value, name.as_str().unwrap())),
            },
            "properties" => {
                for (name, schema) in rule.as_object().unwrap() {
                    if let Some(member) = value.get(name) {
                        self.value(schema, member, &format!("{at}/{name}"));
                    }
                }
                true
            }
            "required" => !value.is_object() || each().all(|name| value.get(name.as_str().unwrap()).is_some()),
            "additionalProperties" => {
                let declared = rules.get("properties");
                let others = value.as_object().into_iter().flatten();
                for (name, member) in others.filter(|(name, _)| declared.is_none_or(|all| all.get(name).is_none())) {
                    match rule {
                        Value::Bool(true) => {}
                        Value::Bool(false) => self.found.push(format!("{at}: {name} is not declared")),
                        schema => self.value(schema, member, &format!("{at}/{name}")),
                    }
                }
                true
            }
            "items" => {
                for (nth, item) in value.as_array().into_iter().flatten().enumerate() {
                    self.value(rule, item, &format!("{at}/{nth}"));
                }
                true
            }
            "minItems" => value.as_array().is_none_or(|all| all.len() as u64 >= rule.as_u64().unwrap()),
            "enum" => each().any(|one| one == value),
            "const" => rule == value,
            "oneOf" => each().filter(|schema| self.fits(schema, value)).count() == 1,
            "anyOf" => each().any(|schema| self.fits(schema, value)),
            "allOf" => each().all(|schema| self.fits(schema, value)),
            "not" => !self.fits(rule, value),
            "minLength" => length.is_none_or(|length| length >= rule.as_u64().unwrap()),
            "maxLength" => length.is_none_or(|length| length <= rule.as_u64().unwrap()),
            "minimum" => number.is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => number.is_none_or(|number| number <= rule.as_f64().unwrap()),
            "pattern" => {
                value.as_str().is_none_or(|text| regex::Regex::new(rule.as_str().unwrap()).unwrap().is_match(text))
            }
            "format" => value.as_str().is_none_or(|text| has_format(text, rule.as_str().unwrap())),
            unknown => panic!("{at}: this check does not know {unknown}"),
        }
    }
}

/// Of a part of a schema: what it does not declare may be declared beside it.
fn flaws_of_part(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut schema = schema.clone();
    if schema.get("additionalProperties").is_none() && schema.get("$ref").is_none() {
        schema["additionalProperties"] = Value::Bool(true);
    }
    flaws(document, &schema, value)
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type {other}"),
    }
}

fn has_format(text: &str, format: &str) -> bool {
    match format {
        "uuid" => text.len() == 36 && text.parse::<uuid::Uuid>().is_ok(),
        "date-time" => text.ends_with('Z') && text.parse::<Timestamp>().is_ok(),
        "date" => text.parse::<jiff::civil::Date>().is_ok(),
        "email" => text.contains('@'),
        "uri" => url::Url::parse(text).is_ok(),
        "password" => true,
        other => panic!("this check does not know the format {other}"),
    }
}

#[test]
fn the_check_finds_what_is_wrong() {
    use serde_json::json;
    let schema = json!({"type": "object", "required": ["a"], "properties": {"a": {"type": ["string", "null"], "maxLength": 2},
        "b": {"type": "array", "items": {"type": "integer", "minimum": 3}}}});
    let count = |value: Value| flaws(&json!({}), &schema, &value).len();
    assert_eq!(count(json!({"a": null, "b": [3]})), 0);
    for wrong in
        [json!({}), json!({"a": "xyz"}), json!({"a": 1}), json!({"a": "x", "c": 1}), json!({"a": "x", "b": [2]})]
    {
        assert_eq!(count(wrong.clone()), 1, "{wrong}");
    }
    let either = json!({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]});
    assert_eq!(flaws(&json!({}), &either, &json!({"a": 1, "b": 1})).len(), 1);
}
