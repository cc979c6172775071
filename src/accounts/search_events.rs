//! What happened on the whole site, for those who administer it: by kind, account, network and time. Changes nothing.

use super::{Accounts, EventKind, Listed, Named};
use crate::context::Context;
use crate::db::account_events::{self, AccountEvent, Search};
use crate::db::{Id, Time, names};
use crate::error::{Code, FormErrors, Result};
use crate::forms::Narrowed;
use crate::identifiers::Region;
use crate::phrase::Phrase;
use ipnet::IpNet;
use std::collections::BTreeMap;
use std::net::IpAddr;

/// So many rows are read at once where the database cannot tell whether an address is in a network.
const AT_ONCE: i64 = 1_000;
/// And no more of them for one page than this many times: the next one goes on from there.
const TURNS: usize = 20;

impl Accounts {
    /// A page of what happened, latest first, before the event with the key `cursor`. A page of a wide network may be short,
    /// or empty, and another follow.
    ///
    /// # Errors
    /// [`Code::Invalid`] at `account` for one that there is not, and at `network`.
    pub fn search_events(
        &self,
        cx: &Context<'_>,
        asked: &Narrowed,
        region: Option<Region>,
        cursor: Option<Id>,
        limit: u32,
    ) -> Result<Listed<AccountEvent>> {
        let (search, network) = self.read(cx, asked, region)?;
        let wanted = usize::try_from(limit).unwrap_or(usize::MAX);
        let Some(network) = network else {
            let one_more = i64::from(limit).saturating_add(1);
            let found = cx.db.read(|conn| account_events::search(conn, &search, cursor, one_more))?;
            return Ok(Listed::cut(found, limit, |event| event.id));
        };
        let within = |event: &AccountEvent| event.ip.parse().is_ok_and(|ip: IpAddr| network.contains(&ip));
        let (mut items, mut next) = (Vec::new(), cursor);
        for _ in 0..TURNS {
            let some = cx.db.read(|conn| account_events::search(conn, &search, next, AT_ONCE))?;
            next = some.last().map(|event| event.id);
            items.extend(some.into_iter().filter(&within));
            if next.is_none() || items.len() > wanted {
                return Ok(Listed::cut(items, limit, |event| event.id));
            }
        }
        Ok(Listed { items, next })
    }

    fn read(&self, cx: &Context<'_>, asked: &Narrowed, region: Option<Region>) -> Result<(Search, Option<IpNet>)> {
        let mut errors = FormErrors::default();
        let some = |name: &str| asked.some(name).map(str::to_owned);
        let mut search = Search {
            kind: some("kind"),
            since: asked.begin("since").map(Time::from),
            until: asked.end("until").map(Time::from),
            ..Search::default()
        };
        if let Some(account) = some("account") {
            search.user = self.named(cx, &account, region)?;
            if search.user.is_none() {
                let detail = Phrase::new("admin-events-no-account");
                errors.say("account", Code::Invalid, detail);
            }
        }
        let mut network = None;
        if let Some(text) = some("network") {
            match (text.parse::<IpAddr>(), text.parse::<IpNet>()) {
                (Ok(ip), _) => search.ip = Some(ip.to_canonical().to_string()),
                (_, Ok(net)) => {
                    search.ip_prefix = Some(common_beginning(&net.trunc())).filter(|prefix| !prefix.is_empty());
                    network = Some(net);
                }
                _ => errors.say("network", Code::Invalid, Phrase::new("admin-events-no-network")),
            }
        }
        errors.or(|| (search, network))
    }

    /// The account of an id or an identifier.
    fn named(&self, cx: &Context<'_>, text: &str, region: Option<Region>) -> Result<Option<Id>> {
        if let Ok(id) = text.parse() {
            return Ok(Some(id));
        }
        Ok(match self.find_user(cx, text, region)? {
            Named::Found(user) => Some(user.id),
            _ => None,
        })
    }

    /// What these accounts are called; those that are gone are left out.
    ///
    /// # Errors
    /// When the database is away.
    pub fn names(&self, cx: &Context<'_>, ids: &[Id]) -> Result<BTreeMap<Id, String>> {
        cx.db.read(|conn| names::of(conn, ids))
    }
}

/// What every address of a network begins with, as it is written: whole parts only, and of IPv6 only those before the
/// first zero, which may be written in more than one way.
fn common_beginning(network: &IpNet) -> String {
    let whole = usize::from(network.prefix_len());
    let (parts, end): (Vec<String>, _) = match network {
        IpNet::V4(net) => (net.network().octets().iter().take(whole / 8).map(u8::to_string).collect(), '.'),
        IpNet::V6(net) => {
            let parts = net.network().segments();
            let sure = parts.iter().take(whole / 16).take_while(|part| **part != 0);
            (sure.map(|part| format!("{part:x}")).collect(), ':')
        }
    };
    parts.into_iter().flat_map(|part| [part, end.to_string()]).collect()
}

/// The kinds that stand for somebody who was refused.
pub(super) const REFUSALS: [EventKind; 4] =
    [EventKind::LoginFailed, EventKind::LoginUnverified, EventKind::CodeRefused, EventKind::ReauthenticationFailed];

#[cfg(test)]
mod tests {
    use super::common_beginning;

    #[test]
    fn the_beginning_is_no_longer_than_all_addresses_share() {
        for (network, beginning) in [
            ("192.0.2.0/24", "192.0.2."),
            ("192.0.2.7/32", "192.0.2.7."),
            ("10.128.0.0/9", "10."),
            ("0.0.0.0/0", ""),
            ("2001:db8::/32", "2001:db8:"),
            ("2001:db8:1:2::/64", "2001:db8:1:2:"),
            ("2001:db8:0:2::/64", "2001:db8:"),
            ("2001:db8::/20", "2001:"),
            ("::/0", ""),
        ] {
            assert_eq!(common_beginning(&network.parse().unwrap()), beginning, "{network}");
        }
    }
}
