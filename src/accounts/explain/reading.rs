//! How a text is read as each kind of identifier.

use super::super::Accounts;
use crate::identifiers::{Flaw, Identifier, IdentifierKind, Region, shape};
use crate::phrase::Phrase;
use serde::Serialize;

/// A text read as one kind of identifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// `username`, `email` or `phone`.
    pub kind: &'static str,
    /// Whether it can be of this kind alone, by its shape.
    pub by_shape: bool,
    /// Whether identifiers of this kind exist here.
    pub active: bool,
    /// The rule that it breaks, as a code.
    pub code: Option<&'static str>,
    /// The same in words.
    pub rule: Option<Phrase>,
    /// As it is stored and shown.
    pub stored: Option<String>,
    /// As it is unique and found.
    pub canonical: Option<String>,
    /// What names that look like it have in common (UTS #39), in lower case and as typed; usernames only.
    pub skeletons: Option<[String; 2]>,
    /// The region of a number, unless it belongs to none.
    pub region: Option<String>,
    /// Whether whoever writes to the number pays somebody for it.
    pub premium: Option<bool>,
}

impl Accounts {
    /// The text read as each kind.
    pub(super) fn readings(&self, text: &str, region: Option<Region>) -> Vec<Reading> {
        let kinds = IdentifierKind::ALL.iter().copied();
        kinds.map(|kind| read(kind, text, region, kind == shape(text), self.is_known(kind))).collect()
    }
}

fn read(kind: IdentifierKind, text: &str, region: Option<Region>, by_shape: bool, active: bool) -> Reading {
    let nothing = Reading {
        kind: kind.as_str(),
        by_shape,
        active,
        code: None,
        rule: None,
        stored: None,
        canonical: None,
        skeletons: None,
        region: None,
        premium: None,
    };
    let identifier = match Identifier::parse(kind, text, region) {
        Ok(identifier) => identifier,
        Err(Flaw { code, detail }) => {
            return Reading { code: Some(code.slug()), rule: Some(detail), ..nothing };
        }
    };
    let read = Reading {
        stored: Some(identifier.as_str().to_owned()),
        canonical: Some(identifier.canonical().to_owned()),
        ..nothing
    };
    match &identifier {
        Identifier::Username(name) => Reading { skeletons: Some([name.skeleton(), name.shown_skeleton()]), ..read },
        Identifier::Email(_) => read,
        Identifier::Phone(phone) => Reading {
            region: phone.region().map(|region| region.as_str().to_owned()),
            premium: Some(phone.is_premium()),
            ..read
        },
    }
}
