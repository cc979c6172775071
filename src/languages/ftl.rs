//! What a file of words has in it: the ids of its messages, what each asks for, at which line it stands. Says nothing.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::BTreeSet;

/// One message of a file, or a term (with `-` before its name).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    pub id: String,
    /// From 1.
    pub line: usize,
    /// Names of what is filled in.
    pub variables: BTreeSet<String>,
    /// Those of them that its words depend on.
    pub compared: BTreeSet<String>,
    /// Other messages and terms that it is made of.
    pub references: BTreeSet<String>,
}

/// The messages and terms of a file, in order.
pub(super) fn messages<'a>(entries: impl Iterator<Item = &'a Entry<&'a str>>, text: &str) -> Vec<Message> {
    let mut found: Vec<Message> = Vec::new();
    for entry in entries {
        let (id, pattern) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value.as_ref()),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(&term.value)),
            _ => continue,
        };
        let after = found.last().map_or(0, |before| before.line);
        let line = line_of(text, &id, after);
        let mut message = Message { id, line, ..Message::default() };
        if let Some(pattern) = pattern {
            look_through(pattern, &mut message);
        }
        found.push(message);
    }
    found
}

/// The line, from 1, of a byte of a text.
pub(super) fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

/// The line of the message `id` that begins after the line `after`: the parser does not tell.
fn line_of(text: &str, id: &str, after: usize) -> usize {
    let begins = |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
    text.lines().skip(after).position(begins).map_or(after.max(1), |at| after + at + 1)
}

fn look_through(pattern: &Pattern<&str>, found: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            look_at(expression, found);
        }
    }
}

fn look_at(expression: &Expression<&str>, found: &mut Message) {
    match expression {
        Expression::Inline(inline) => look_at_inline(inline, found),
        Expression::Select { selector, variants } => {
            look_at_inline(selector, found);
            if let InlineExpression::VariableReference { id } = selector {
                found.compared.insert(id.name.to_owned());
            }
            for variant in variants {
                look_through(&variant.value, found);
            }
        }
    }
}

fn look_at_inline(expression: &InlineExpression<&str>, found: &mut Message) {
    match expression {
        InlineExpression::VariableReference { id } => _ = found.variables.insert(id.name.to_owned()),
        InlineExpression::MessageReference { id, .. } => _ = found.references.insert(id.name.to_owned()),
        InlineExpression::TermReference { id, arguments, .. } => {
            found.references.insert(format!("-{}", id.name));
            if let Some(arguments) = arguments {
                look_at_arguments(arguments, found);
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => look_at_arguments(arguments, found),
        InlineExpression::Placeable { expression } => look_at(expression, found),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

fn look_at_arguments(arguments: &CallArguments<&str>, found: &mut Message) {
    let named = arguments.named.iter().map(|argument| &argument.value);
    for argument in arguments.positional.iter().chain(named) {
        look_at_inline(argument, found);
    }
}

#[cfg(test)]
mod tests {
    use super::messages;

    #[test]
    fn a_message_tells_what_it_asks_for_and_where_it_stands() {
        let text = "## Heading\n\nfirst = One\nfirst-more =\n    { $count ->\n        [one] { $name } of { -brand }\n       *[other] { first }\n    }\n-brand = X\n";
        let resource = fluent_syntax::parser::parse(text).unwrap();
        let found = messages(resource.body.iter(), text);
        let told: Vec<String> =
            found.iter().map(|m| format!("{} {} {:?} {:?}", m.id, m.line, m.variables, m.references)).collect();
        let expected = ["first 3 {} {}", r#"first-more 4 {"count", "name"} {"-brand", "first"}"#, "-brand 9 {} {}"];
        assert_eq!(told, expected);
        let compared: Vec<&String> = found.iter().flat_map(|message| &message.compared).collect();
        assert_eq!(compared, ["count"], "what words depend on is told apart");
    }
}
