//! Mistakes in a declaration: each stops the program, with the file, the line, the cause and what would work.

use countersign::ambient::{SystemClock, SystemRandom};
use countersign::app::{App, Plugins};
use countersign::forms::{FieldsForm, Rules};
use countersign::phrase::Phrase;
use countersign::settings::{Mistake, Mistakes, Settings};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// Where the settings of these tests seem to be.
fn directory() -> &'static Path {
    static DIRECTORY: OnceLock<PathBuf> = OnceLock::new();
    DIRECTORY.get_or_init(|| {
        let directory = std::env::temp_dir().join("countersign_declarations");
        std::fs::create_dir_all(&directory).unwrap();
        directory
    })
}

/// What is wrong with a settings file.
pub fn mistakes(text: &str) -> Vec<Mistake> {
    let loaded = match Settings::from_toml(text, directory()) {
        Ok(loaded) => loaded,
        Err(Mistakes(mistakes)) => return mistakes,
    };
    match App::build(&loaded, Arc::new(SystemClock), Arc::new(SystemRandom)) {
        Ok(_) => Vec::new(),
        Err(Mistakes(mistakes)) => mistakes,
    }
}

/// The one mistake in a form of these fields, beside an email address and a password.
#[track_caller]
fn of_field(field: &str) -> String {
    let text = format!(
        "register_form = 'club'\n[forms.club]\nfields = [\n  {{ name = 'email' }},\n  {{ name = 'password' }},\n  {field},\n]"
    );
    one(&text, Some(6))
}

#[track_caller]
fn one(text: &str, line: Option<usize>) -> String {
    let found = mistakes(text);
    assert_eq!(found.len(), 1, "{found:#?}\nin {text}");
    assert_eq!(found[0].line, line, "{}", found[0]);
    assert_eq!(found[0].file.as_deref(), Some(directory().join("settings.toml").as_path()));
    let told = found[0].to_string();
    let words = told.split_once(": ").unwrap().1;
    assert!(words.matches(". ").count() + words.matches("? ").count() >= 1, "it says what would work: {told}");
    told
}

#[test]
fn each_mistake_in_a_field_is_told_with_its_line_and_its_remedy() {
    let cases: &[(&str, &[&str])] = &[
        ("{ name = 'is_staff', type = 'checkbox' }", &["is reserved", "another name"]),
        ("{ name = 'id' }", &["\"id\" is reserved"]),
        ("{ name = 'password_confirm' }", &["confirm = true"]),
        ("{ name = 'Team' }", &["is no name for a field", "small letters"]),
        ("{ name = '' }", &["is no name for a field"]),
        ("{ name = 7 }", &["7 is not a text"]),
        ("{ label = 'Team' }", &["has no name", "name ="]),
        ("'team'", &["\"team\" is not a field"]),
        ("{ name = 'email' }", &["forms.club.fields.email is in the form twice", "Keep one"]),
        (
            "{ name = 'team', type = 'selct' }",
            &["\"selct\" is not a known type", "Did you mean \"select\"?", "textarea"],
        ),
        ("{ name = 'team', type = 'select' }", &["is a select without choices", "choices = ["]),
        ("{ name = 'team', type = 'select', choices = [] }", &["offers nothing"]),
        ("{ name = 'team', type = 'select', choices = ['red', 'red'] }", &["\"red\" is among the choices twice"]),
        ("{ name = 'team', type = 'select', choices = [' red'] }", &["no value for a choice"]),
        ("{ name = 'team', type = 'select', choices = [{ label = 'Red' }] }", &["is not { value"]),
        (
            "{ name = 'team', type = 'select', choices = ['red'], default = 'blue' }",
            &["breaks the field's own rules", "red"],
        ),
        ("{ name = 'team', choices = ['red'] }", &["choices is not a rule of fields of type text", "type select"]),
        ("{ name = 'team', must_be_true = true }", &["must_be_true is not a rule of fields of type text", "checkbox"]),
        ("{ name = 'team', requird = true }", &["requird is not a rule of it", "Did you mean `required`?"]),
        ("{ name = 'team', placeholder = 'x' }", &["on purpose", "Use help"]),
        ("{ name = 'team', required = 'yes' }", &["\"yes\" is neither true nor false"]),
        ("{ name = 'team', pattern = '[' }", &["\"[\" is no regular expression", "unclosed"]),
        ("{ name = 'team', pattern = '(?=x)' }", &["look-around"]),
        ("{ name = 'team', pattern = 'a)|(b' }", &["is no regular expression"]),
        ("{ name = 'team', pattern = '(\\w{1000}){1000}' }", &["is no regular expression"]),
        ("{ name = 'team', min_length = 0 }", &["0 is not a whole number from 1"]),
        ("{ name = 'team', min_length = 9, max_length = 8 }", &["more than the 8 characters"]),
        ("{ name = 'team', min = 1 }", &["min is not a rule of fields of type text", "number"]),
        ("{ name = 'age', type = 'number', min = 9, max = 8 }", &["is more than max"]),
        ("{ name = 'age', type = 'number', min = '9' }", &["\"9\" is not a number", "without quotes"]),
        ("{ name = 'age', type = 'number', min = 9, default = 8 }", &["breaks the field's own rules"]),
        ("{ name = 'born', type = 'date', min = '1.1.2000' }", &["is not a date", "2026-11-22"]),
        ("{ name = 'terms', type = 'checkbox', must_be_true = true, default = true }", &["tick themselves"]),
        ("{ name = 'badge', unique = true, default = 'x' }", &["cannot be unique"]),
        ("{ name = 'about', type = 'textarea', unique = true }", &["unique is not a rule of fields of type textarea"]),
        ("{ name = 'team', required_unless = 'team' }", &["is the field itself"]),
        ("{ name = 'team', required_unless = 'phon' }", &["\"phon\" is not a field of this form", "email, password"]),
        ("{ name = 'team', required_unless = 'password' }", &["required itself"]),
        ("{ name = 'team', required = true, required_unless = 'email' }", &["Keep one of the two"]),
        ("{ name = 'team', autocomplete = 'given-nme' }", &["Did you mean \"given-name\"?"]),
        ("{ name = 'team', label = { de = 'Gruppe' } }", &["says nothing in the language `en`", "Add en"]),
        ("{ name = 'team', label = { en = 'Team', German = 'Gruppe' } }", &["`German`, which is no language"]),
        ("{ name = 'team', label = '' }", &["one line of text"]),
        ("{ name = 'username', max_length = 151 }", &["151 is weaker than the program's own rule", "150"]),
        ("{ name = 'username', type = 'email' }", &["has its own"]),
        ("{ name = 'username', unique = false }", &["weaker than the program's own rule"]),
        ("{ name = 'first_name', max_length = 200 }", &["weaker than the program's own rule"]),
        ("{ name = 'first_name', unique = true }", &["unique is not a rule of first_name and last_name"]),
    ];
    for (field, words) in cases {
        let told = of_field(field);
        for word in *words {
            assert!(told.contains(word), "{field}: {told} lacks {word:?}");
        }
    }
}

#[test]
fn mistakes_of_the_form_as_a_whole_are_told() {
    let form = |fields: &str| format!("[forms.club]\nfields = [{fields}]");
    let cases: &[(String, &[&str])] = &[
        (form("{ name = 'team' }, { name = 'password' }"), &["asks for no identifier", "username, email or phone"]),
        (form("{ name = 'email' }"), &["asks for no password", "login.by_code"]),
        (form(""), &["[] is not a list of 1 to 100 fields"]),
        ("[forms.club]\ntitle = 'x'".into(), &["has no fields", "fields = ["]),
        (
            "[forms.club]\ntitel = 'x'\nfields = [{ name = 'email' }, { name = 'password' }]".into(),
            &["Did you mean `title`?"],
        ),
        ("[forms]\nclub = 5".into(), &["is not a form", "[forms.club]"]),
        (
            "[forms.register_email]\nfields = [{ name = 'email' }, { name = 'password' }]".into(),
            &["comes with the program"],
        ),
        ("[forms.login]\nfields = [{ name = 'email' }, { name = 'password' }]".into(), &["another purpose"]),
        ("[forms.'Big Club']\nfields = [{ name = 'email' }, { name = 'password' }]".into(), &["is no name for a form"]),
        (
            form("{ name = 'email' }, { name = 'password', required = false }"),
            &["weaker than the program's own rule", "login.by_code"],
        ),
        (form("{ name = 'email' }, { name = 'password', min_length = 5 }"), &["weaker", "passwords.min_length is 8"]),
        (
            form("{ name = 'email', confirm = true }, { name = 'password' }"),
            &["confirm is not a rule of username, email and phone"],
        ),
        (
            form("{ name = 'a', group = 'G' }, { name = 'email' }, { name = 'b', group = 'G' }, { name = 'password' }"),
            &["do not stand together"],
        ),
        (
            format!(
                "phone_authentication_active = false\n{}",
                form("{ name = 'email' }, { name = 'phone' }, { name = 'password' }")
            ),
            &["phone_authentication_active is false", "Leave the field out"],
        ),
        (
            "register_form = 'clup'\n[forms.club]\nfields = [{ name = 'email' }, { name = 'password' }]".into(),
            &["Did you mean `club`?"],
        ),
    ];
    for (text, words) in cases {
        let found = mistakes(text);
        let told = found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(!found.is_empty() && found.iter().all(|mistake| mistake.line.is_some()), "{text}: {told}");
        for word in *words {
            assert!(told.contains(word), "{text}: {told} lacks {word:?}");
        }
    }
}

#[test]
fn all_mistakes_are_told_together_in_the_order_of_the_file() {
    let text = "register_form = 'club'\n[forms.club]\nfields = [\n{ name = 'email', max_length = 999 },\n{ name = 'id' },\n{ name = 'x', type = 'y' },\n]";
    let lines: Vec<Option<usize>> = mistakes(text).iter().map(|mistake| mistake.line).collect();
    assert_eq!(lines, [Some(2), Some(4), Some(5), Some(6)], "no password, and three fields");
}

#[test]
fn a_variable_holds_a_whole_form_and_wins_over_the_file() {
    let directory = crate::house::fresh_directory();
    let file = directory.join("settings.toml");
    std::fs::write(&file, "[forms.club]\ntitle = 'File'\nfields = [{ name = 'id' }]").unwrap();
    let load = |name: &str, value: &str| {
        let variables = vec![(name.to_owned(), value.to_owned())];
        Settings::load(&countersign::settings::Source::File(file.clone()), &move || variables.clone())
    };
    let form = "{ title = 'Variable', fields = [{ name = 'email' }, { name = 'password' }] }";
    let loaded = load("COUNTERSIGN__FORMS__CLUB", form).unwrap();
    App::build(&loaded, Arc::new(SystemClock), Arc::new(SystemRandom)).unwrap();
    let shown = countersign::settings::effective(&loaded);
    assert!(shown.iter().any(|(key, _, from)| key == "forms.club" && from == "$COUNTERSIGN__FORMS__CLUB"), "{shown:?}");
    let loaded = load("COUNTERSIGN__FORMS__CLUB", "email and password").unwrap();
    let Mistakes(found) = App::build(&loaded, Arc::new(SystemClock), Arc::new(SystemRandom)).unwrap_err();
    assert!(found[0].to_string().contains("$COUNTERSIGN__FORMS__CLUB: forms.club is not a form"), "{}", found[0]);
    let Mistakes(found) = load("COUNTERSIGN__FORMS__CLUB__TITLE", "x").unwrap_err();
    assert!(found[0].to_string().contains("A variable holds a whole form"), "{}", found[0]);
    std::fs::remove_dir_all(directory).unwrap();
}

#[test]
fn a_declared_form_may_not_have_the_name_of_one_registered_in_code() {
    let text = "[forms.club]\nfields = [{ name = 'email' }, { name = 'password' }]";
    let loaded = Settings::from_toml(text, directory()).unwrap();
    let mut plugins = Plugins::built_in(&loaded.settings);
    let rules = Rules::of(&loaded.settings);
    let own = FieldsForm::new("club", Phrase::verbatim("Club"), None, rules.password_fields().into(), &rules);
    plugins.register_forms.register("club", Arc::new(own));
    let Mistakes(found) =
        App::build_with(&loaded, &plugins, Arc::new(SystemClock), Arc::new(SystemRandom)).unwrap_err();
    assert!(found[0].to_string().contains("registered in code"), "{}", found[0]);
}
