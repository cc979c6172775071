//! What both doors need of HTTP: who asks, what they sent, whether it may come from there, the session's cookie, and
//! what every reply carries. Knows HTTP; refuses to know what is decided.

mod admin;
mod body;
mod client;
mod cookies;
mod envelope;
mod events;
mod guards;
mod language;
mod method;
mod origin;
mod paging;
mod session;
mod status;

pub use admin::{AdminRoute, admin, admit, fresh};
pub use body::{read_form, read_json_or_form};
pub use client::client;
pub use cookies::{RememberCookie, forget_session, give};
pub use envelope::{POLICY, RequestId, envelope, request_id};
pub use events::events;
pub use guards::{There, administered, by_code, only, phones};
pub use language::{language, language_name, note_choice, offered, say, unsaid};
pub use method::{read, refuse_method};
pub use origin::{check as check_origin, is_ours as carries_our_cookie};
pub use paging::{Paging, with_next};
pub use session::{Store, freshly_signed_in, middleware as session_middleware, signed_in};
pub use status::{retry_after, status};
