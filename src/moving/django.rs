//! The databases of Django sites: which tables hold the accounts, what made them, and a row as a record. Reads no row itself.

use super::{Proof, Record};
use crate::db::foreign::{Columns, Tables, Values};
use std::collections::HashMap;

/// The columns of an account, in the order in which a row has them.
const COLUMNS: [&str; 14] = [
    "id",
    "username",
    "email",
    "phone",
    "password",
    "first_name",
    "last_name",
    "is_active",
    "is_staff",
    "is_superuser",
    "date_joined",
    "last_login",
    "email_verified_at",
    "phone_verified_at",
];
/// The columns of an address, in the order in which a row has them.
const ADDRESS_COLUMNS: usize = 4;

/// What made the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// `django.contrib.auth`, or a user model of the site's own with the same columns.
    Stock,
    /// `django-allauth`, beside either.
    Allauth,
    /// `dj-accounts`.
    DjAccounts,
    /// `django-flex-user`.
    FlexUser,
}

impl Maker {
    /// What people call it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stock => "stock Django users",
            Self::Allauth => "django-allauth",
            Self::DjAccounts => "dj-accounts",
            Self::FlexUser => "django-flex-user",
        }
    }
}

/// A table with addresses of accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addresses {
    /// Its name.
    pub table: String,
    /// The type of its key, `id`.
    pub key_kind: String,
    /// The type of `user_id`.
    pub user_kind: String,
    /// `email` or `phone`: both the kind of address and the column it is in.
    pub column: &'static str,
    /// Whether one of several is marked as the account's own.
    pub has_primary: bool,
}

impl Addresses {
    /// The columns to ask for.
    #[must_use]
    pub fn columns(&self) -> [Option<&str>; ADDRESS_COLUMNS] {
        [Some("user_id"), Some(self.column), Some("verified"), self.has_primary.then_some("primary")]
    }
}

/// Where the accounts are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// What made the tables.
    pub maker: Maker,
    /// The table of accounts.
    pub table: String,
    /// The type of its key, `id`.
    pub key_kind: String,
    /// Tables with addresses.
    pub addresses: Vec<Addresses>,
    /// Columns of the table that are not taken along.
    pub left: Vec<String>,
    present: [bool; COLUMNS.len()],
}

/// An address of an account, as its own table has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// As it stands there.
    pub text: String,
    /// Whether it is proved.
    pub verified: bool,
    /// Whether it is the account's own, where that is said.
    pub primary: bool,
}

/// Addresses by the key of their account.
pub type Book = HashMap<String, Vec<Address>>;

impl Layout {
    /// Recognises the tables; `wanted` names that of the accounts, where there may be several.
    ///
    /// # Errors
    /// In words, when there is no such table or more than one.
    pub fn recognise(tables: &Tables, wanted: Option<&str>) -> Result<Self, String> {
        let found: Vec<(&String, &Columns)> =
            tables.iter().filter(|(name, columns)| is_users(columns) && wanted.is_none_or(|w| w == *name)).collect();
        let (table, columns) = match (found.as_slice(), wanted) {
            ([one], _) => *one,
            ([], Some(name)) => return Err(nothing(tables, &format!("The table {name} holds no accounts of Django:"))),
            ([], None) => return Err(nothing(tables, "There is no table with accounts of Django here:")),
            (several, _) => {
                let names: Vec<&str> = several.iter().map(|(name, _)| name.as_str()).collect();
                return Err(format!(
                    "There are several tables with accounts: {}. Say which: --table {}",
                    names.join(", "),
                    names.first().copied().unwrap_or_default()
                ));
            }
        };
        let mut addresses = Vec::new();
        let mut look = |name: String, column: &'static str, has_primary: bool| {
            let needed = ["id", "user_id", "verified", column];
            let there = tables.get(&name).filter(|columns| needed.iter().all(|need| columns.contains_key(*need)));
            if let Some(columns) = there.filter(|columns| !has_primary || columns.contains_key("primary")) {
                let kind = |name: &str| columns.get(name).cloned().unwrap_or_default();
                let (key_kind, user_kind) = (kind("id"), kind("user_id"));
                addresses.push(Addresses { table: name, key_kind, user_kind, column, has_primary });
                return true;
            }
            false
        };
        let mut maker = Maker::Stock;
        if let Some(stem) = table.strip_suffix("_flexuser") {
            let email = look(format!("{stem}_emailtoken"), "email", false);
            let phone = look(format!("{stem}_phonetoken"), "phone", false);
            if email || phone {
                maker = Maker::FlexUser;
            }
        }
        if columns.contains_key("email_verified_at") || columns.contains_key("phone_verified_at") {
            maker = Maker::DjAccounts;
        }
        if look("account_emailaddress".to_owned(), "email", true) {
            maker = Maker::Allauth;
        }
        Ok(Self {
            maker,
            table: table.clone(),
            key_kind: columns.get("id").cloned().unwrap_or_default(),
            addresses,
            left: columns.keys().filter(|name| !COLUMNS.contains(&name.as_str())).cloned().collect(),
            present: COLUMNS.map(|name| columns.contains_key(name)),
        })
    }

    /// The columns to ask for.
    #[must_use]
    pub fn columns(&self) -> [Option<&'static str>; COLUMNS.len()] {
        let mut all = COLUMNS.map(Some);
        for (column, there) in all.iter_mut().zip(self.present) {
            if !there {
                *column = None;
            }
        }
        all
    }

    /// A row of [`Layout::columns`] as a record, with the addresses that other tables have for it. None for a row without a key.
    #[must_use]
    pub fn record(&self, row: Values, emails: &Book, phones: &Book) -> Option<Record> {
        let row: [Option<String>; COLUMNS.len()] = row.try_into().ok()?;
        let [id, username, email, phone, password, first_name, last_name, is_active, is_staff, is_superuser, ..] = &row;
        let [.., date_joined, last_login, email_at, phone_at] = &row;
        let key = id.clone()?;
        let mut record = Record {
            table: self.table.clone(),
            username: username.clone(),
            email: email.clone(),
            email_proof: email_at.clone().map_or(Proof::None, Proof::At),
            phone: phone.clone(),
            phone_proof: phone_at.clone().map_or(Proof::None, Proof::At),
            password: password.clone().unwrap_or_default(),
            first_name: first_name.clone().unwrap_or_default(),
            last_name: last_name.clone().unwrap_or_default(),
            // A user model without the column has active users only: Django says so itself.
            is_active: is_active.as_deref().is_none_or(is_true),
            is_staff: is_staff.as_deref().is_some_and(is_true),
            is_superuser: is_superuser.as_deref().is_some_and(is_true),
            date_joined: date_joined.clone(),
            last_login: last_login.clone(),
            ..Record::default()
        };
        add_emails(&mut record, emails.get(&key).map_or(&[], Vec::as_slice));
        add_phones(&mut record, phones.get(&key).map_or(&[], Vec::as_slice));
        record.key = key;
        Some(record)
    }
}

/// Takes the account's own email address from the list of all: the primary one, else the one that stands with the account,
/// else the first that is proved, else the first.
pub(super) fn add_emails(record: &mut Record, all: &[Address]) {
    let same = |one: &str, other: &str| one.trim().eq_ignore_ascii_case(other.trim());
    let with_account = record.email.clone().filter(|email| !email.trim().is_empty());
    let own = all
        .iter()
        .find(|address| address.primary)
        .or_else(|| all.iter().find(|address| with_account.as_deref().is_some_and(|own| same(own, &address.text))))
        .or_else(|| {
            let unknown = with_account.is_none();
            all.iter().find(|address| unknown && address.verified).or_else(|| all.first().filter(|_| unknown))
        });
    if let Some(own) = own {
        record.email = Some(own.text.clone());
        if own.verified && record.email_proof == Proof::None {
            record.email_proof = Proof::Sometime;
        }
    }
    let taken = record.email.clone().unwrap_or_default();
    let others = all.iter().filter(|address| !same(&address.text, &taken));
    record.further.extend(others.map(|address| (address.text.clone(), address.verified)));
    if let Some(left) = with_account
        && !same(&left, &taken)
        && !record.further.iter().any(|(text, _)| same(text, &left))
    {
        record.further.push((left, false));
    }
}

/// Takes over whether the account's own phone number is proved.
pub(super) fn add_phones(record: &mut Record, all: &[Address]) {
    if record.phone.as_deref().is_none_or(str::is_empty) {
        record.phone = all.first().map(|address| address.text.clone());
    }
    let proved = all.iter().any(|address| address.verified && Some(&address.text) == record.phone.as_ref());
    if proved && record.phone_proof == Proof::None {
        record.phone_proof = Proof::Sometime;
    }
}

/// Puts rows of [`Addresses::columns`] into a book.
#[must_use]
pub fn book(rows: Vec<Values>) -> Book {
    let mut book = Book::new();
    for row in rows {
        if let Ok([Some(user), Some(text), verified, primary]) = <[Option<String>; ADDRESS_COLUMNS]>::try_from(row)
            && !text.is_empty()
        {
            let verified = verified.as_deref().is_some_and(is_true);
            let primary = primary.as_deref().is_some_and(is_true);
            book.entry(user).or_default().push(Address { text, verified, primary });
        }
    }
    book
}

fn is_users(columns: &Columns) -> bool {
    let has = |name: &str| columns.contains_key(name);
    has("id") && has("password") && has("last_login") && (has("username") || has("email") || has("phone"))
}

fn is_true(text: &str) -> bool {
    matches!(text, "1" | "t" | "true" | "True")
}

fn nothing(tables: &Tables, beginning: &str) -> String {
    let mut names: Vec<&str> = tables.keys().map(String::as_str).filter(|name| !name.starts_with("sqlite_")).collect();
    let more = names.len().saturating_sub(12);
    names.truncate(12);
    let found = match (names.is_empty(), more) {
        (true, _) => "it has no tables".to_owned(),
        (_, 0) => format!("it has {}", names.join(", ")),
        _ => format!("it has {} and {more} more", names.join(", ")),
    };
    format!(
        "{beginning} {found}. Wanted is a table with the columns id, password, last_login and username, email or phone, \
         such as auth_user."
    )
}
