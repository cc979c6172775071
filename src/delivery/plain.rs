//! Texts of people and of other machines, made harmless for a message; and lines of a length that mail likes. Pure.

/// Most characters of a name in a greeting.
const LONGEST_NAME: usize = 60;

/// Columns of a line of plain text (RFC 5322, section 2.1.1, recommends at most 78).
const COLUMNS: usize = 72;

/// The text on one line: every run of white space and control characters is one space, invisible ones are gone.
pub(super) fn one_line(text: &str) -> String {
    let visible = text.chars().filter(|c| !is_invisible(*c));
    let spaced: String = visible.map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that turn the direction of what follows, or take no room: they make one text look like another.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A name fit for a greeting. Whoever registers somebody else's address chooses the name in the message that goes there:
/// so nothing that reads as a link, a number or a sentence.
pub(super) fn name(text: &str) -> Option<String> {
    let name = one_line(text);
    let part = |c: char| c.is_alphabetic() || is_mark(c) || matches!(c, ' ' | '-' | '\'' | '’' | '.' | '·');
    // "J. R. Hartley" is a name, "example.com" is a link.
    let link = name.split(' ').any(|word| word.trim_end_matches('.').contains('.'));
    let good = !name.is_empty() && name.chars().count() <= LONGEST_NAME && name.chars().all(part) && !link;
    good.then_some(name)
}

/// Combining marks, as far as names in use have them: without them some scripts cannot be written.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{900}'..='\u{1cff}')
        && !c.is_numeric()
}

/// The text in lines of at most 72 columns, as far as its words allow.
pub(super) fn wrapped(text: &str) -> String {
    let mut lines = String::with_capacity(text.len() + text.len() / COLUMNS + 1);
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 {
            let fits = column + 1 + length <= COLUMNS;
            lines.push(if fits { ' ' } else { '\n' });
            column = if fits { column + 1 } else { 0 };
        }
        lines.push_str(word);
        column += length;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_are_names() {
        for good in ["Ada", "Ada Lovelace", "J. R. Hartley", "O'Brien-Smith", "Søren", "李小龍", "محمد", "प्रिया", "Jr."]
        {
            assert_eq!(name(good).as_deref(), Some(good));
        }
        assert_eq!(name(" Ada\r\n\tLovelace ").as_deref(), Some("Ada Lovelace"));
        for bad in [
            "",
            " ",
            "example.com",
            "see evil.example now",
            "http://evil",
            "a@b",
            "Win 1000",
            "call +49301234",
            "a/b",
            "<b>",
            "{{ code }}",
            "५",
            &"a".repeat(61),
        ] {
            assert_eq!(name(bad), None, "{bad}");
        }
    }

    #[test]
    fn lines_end_before_the_margin_and_words_stay_whole() {
        let text = "one two ".repeat(40);
        let lines = wrapped(&text);
        assert!(lines.lines().count() > 3 && lines.lines().all(|line| line.len() <= 72));
        let (full, _last) = lines.rsplit_once('\n').unwrap();
        assert!(full.lines().all(|line| line.len() > 60), "a line is filled before the next one begins: {lines}");
        assert_eq!(lines.replace('\n', " "), text.trim());
        assert_eq!(wrapped(&"x".repeat(200)), "x".repeat(200));
        assert_eq!(wrapped(""), "");
    }
}
