//! A JSON Schema in words: its type, and the rules that its keywords give. Pure.

use serde_json::{Value, json};

/// "string", "string or null", "list of string"
pub fn type_of(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|to| to.rsplit('/').next()) {
        return name.to_owned();
    }
    match &schema["type"] {
        Value::String(one) if one == "array" => format!("list of {}", type_of(&schema["items"])),
        Value::String(one) => one.clone(),
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" or "),
        _ => String::new(),
    }
}

/// "1 to 150 characters", "one of red, blue": a rule each.
pub fn constraints(schema: &Value) -> Vec<String> {
    let mut rules = Vec::new();
    // That a password is not to be shown is for whoever draws a form.
    rules.extend(schema["format"].as_str().filter(|format| *format != "password").map(str::to_owned));
    // Not empty goes without saying.
    let least = Some(&schema["minLength"]).filter(|least| **least != 1).unwrap_or(&Value::Null);
    rules.extend(bounds(least, &schema["maxLength"], " characters"));
    rules.extend(bounds(&schema["minimum"], &schema["maximum"], ""));
    rules.extend(schema["pattern"].as_str().map(|pattern| format!("matches {pattern}")));
    if let Some(choices) = schema["enum"].as_array() {
        let shown: Vec<String> = choices.iter().filter(|choice| !choice.is_null()).map(plain).collect();
        rules.push(format!("one of {}", shown.join(", ")));
    }
    if !schema["const"].is_null() {
        rules.push(format!("always {}", plain(&schema["const"])));
    }
    if !schema["default"].is_null() {
        rules.push(format!("{} unless said", plain(&schema["default"])));
    }
    rules
}

/// A text in parts: words, and what stands between backticks.
pub fn prose(text: &str) -> Value {
    let parts = text.split('`').enumerate().filter(|(_, part)| !part.is_empty());
    parts.map(|(nth, part)| json!({"code": nth % 2 == 1, "text": part})).collect()
}

fn bounds(least: &Value, most: &Value, unit: &str) -> Option<String> {
    match (least.is_null(), most.is_null()) {
        (true, true) => None,
        (false, true) => Some(format!("at least {least}{unit}")),
        (true, false) => Some(format!("at most {most}{unit}")),
        (false, false) => Some(format!("{least} to {most}{unit}")),
    }
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{constraints, prose, type_of};
    use serde_json::json;

    #[test]
    fn a_schema_is_told_in_words() {
        let schema = json!({"type": ["string", "null"], "minLength": 1, "maxLength": 9, "enum": ["a", null]});
        assert_eq!(type_of(&schema), "string or null");
        assert_eq!(constraints(&schema), ["at most 9 characters", "one of a"]);
        assert_eq!(prose("see `a`"), json!([{"code": false, "text": "see "}, {"code": true, "text": "a"}]));
        let list = json!({"type": "array", "items": {"$ref": "#/components/schemas/Mistake"}});
        assert_eq!(type_of(&list), "list of Mistake");
        assert_eq!(constraints(&json!({"minimum": 0, "default": 5})), ["at least 0", "5 unless said"]);
    }
}
