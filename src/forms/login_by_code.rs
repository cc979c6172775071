//! The forms of signing in by code: who it is, then the code.

use super::field::Field;
use super::filled::SmallForm;
use super::kind::Kind;
use crate::phrase::Phrase;

/// Who wants in, and for a username by which way the code goes; without phone numbers on this site there is one way.
#[must_use]
pub fn request(phones: bool) -> SmallForm {
    let mut fields = vec![identifier(phones)];
    if phones {
        let help = Phrase::new("field-channel-help");
        fields.push(Field::new("channel", Phrase::new("field-channel"), Kind::Channel).help(help));
    }
    SmallForm { fields }
}

/// Who wants in, and the code.
#[must_use]
pub fn confirm(phones: bool, offer_remember_me: bool) -> SmallForm {
    let code = Field::new("code", Phrase::new("field-code"), Kind::Code { digits: false }).required();
    let mut fields = vec![identifier(phones), code];
    fields.extend(remember_me(offer_remember_me));
    SmallForm { fields }
}

/// What is left to ask where a link stands for the code.
#[must_use]
pub fn confirm_by_link(offer_remember_me: bool) -> SmallForm {
    SmallForm { fields: remember_me(offer_remember_me).into_iter().collect() }
}

fn identifier(phones: bool) -> Field {
    let label = if phones { Phrase::new("field-identifier") } else { Phrase::new("field-identifier-without-phone") };
    Field::new("identifier", label, Kind::AnyIdentifier).required()
}

fn remember_me(offer: bool) -> Option<Field> {
    offer.then(|| Field::new("remember_me", Phrase::new("field-remember-me"), Kind::Checkbox))
}
