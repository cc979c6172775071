//! Every answer of the API that any test gets, held against the OpenAPI document of that very program: the call, the
//! status, the type, each member of the body. What the document does not say is a failure, and so is a call that it does
//! not have.

use super::schema::flaws;
use crate::visitor::Reply;
use serde_json::Value;

/// The description of the path, and the pattern it has there.
pub fn described<'d>(document: &'d Value, path: &str) -> Option<(&'d str, &'d Value)> {
    let asked: Vec<&str> = path.split('?').next().unwrap().split('/').collect();
    let fits = |pattern: &str| {
        let parts: Vec<&str> = pattern.split('/').collect();
        parts.len() == asked.len()
            && parts.iter().zip(&asked).all(|(part, asked)| part == asked || part.starts_with('{') && !asked.is_empty())
    };
    let mut found: Vec<(&str, &Value)> =
        document["paths"].as_object().unwrap().iter().map(|(path, at)| (path.as_str(), at)).collect();
    found.retain(|(pattern, _)| fits(pattern));
    // A path as it stands before one with a place for anything.
    found.sort_by_key(|(pattern, _)| pattern.contains('{'));
    found.first().copied()
}

/// Fails unless the document says that this may be answered.
#[track_caller]
pub fn as_documented(document: &Value, method: &str, path: &str, reply: &Reply) {
    if !path.starts_with("/api/v1/") {
        return;
    }
    let told = format!("{method} {path}: {reply:?}");
    // Who was not let in does not learn what is there.
    let turned_away = path.starts_with("/api/v1/admin") && matches!(reply.status, 401 | 403);
    let Some((pattern, methods)) = described(document, path) else {
        assert!(
            turned_away || matches!(reply.status, 404 | 405),
            "no such call in the document (src/api/routes): {told}"
        );
        return;
    };
    let asked = if method == "HEAD" { "get" } else { &*method.to_ascii_lowercase() };
    let Some(call) = methods.get(asked) else {
        assert!(turned_away || reply.status == 405, "no such call in the document (src/api/routes): {told}");
        return;
    };
    let Some(answer) = call["responses"].get(reply.status.to_string()) else {
        // A form by the name of a path is served while it is there.
        assert!(reply.status == 404 && pattern.contains('{'), "the document knows no such status: {told}");
        return;
    };
    for (name, header) in answer["headers"].as_object().into_iter().flatten() {
        let name_in_document = header["$ref"].as_str().map_or("", |to| to.rsplit('/').next().unwrap());
        let required = document["components"]["headers"][name_in_document]["required"] == true;
        assert!(!required || reply.header(&name.to_lowercase()).is_some(), "no {name}: {told}");
    }
    let Some(content) = answer.get("content") else {
        assert_eq!(reply.body, "", "the document says nothing of a body: {told}");
        return;
    };
    let media = reply.header("content-type").unwrap_or_default().split(';').next().unwrap();
    let Some(content) = content.get(media) else { panic!("the document knows no {media:?} here: {told}") };
    if method != "HEAD" && media.ends_with("json") {
        let found = flaws(document, &content["schema"], &reply.json());
        assert!(found.is_empty(), "{found:#?}: {told}");
    }
}
