//! What the documents show, works.

use super::declarations::mistakes;

fn blocks(text: &str, language: &str) -> Vec<String> {
    let opening = format!("```{language}\n");
    text.split(&opening).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect()
}

#[test]
fn every_declaration_in_the_document_is_one_that_works() {
    let document = include_str!("../../../docs/forms.md");
    let all = blocks(document, "toml");
    assert!(all.len() >= 3, "the document was not read");
    for block in all {
        assert_eq!(mistakes(&block), [], "{block}");
    }
}

#[test]
fn every_type_and_every_rule_is_in_the_document() {
    let document = include_str!("../../../docs/forms.md");
    let schema = countersign::settings::schema();
    let form = schema["properties"]["forms"]["patternProperties"].as_object().unwrap().values().next().unwrap();
    let field = &form["properties"]["fields"]["items"]["properties"];
    let rules = field.as_object().unwrap().keys().map(String::as_str);
    let types = field["type"]["enum"].as_array().unwrap().iter().map(|name| name.as_str().unwrap());
    for name in rules.chain(types) {
        assert!(document.contains(&format!("`{name}`")), "docs/forms.md does not tell of `{name}`");
    }
}
