//! A page of a long list, and where the next one begins. Knows no list.

use crate::db::Id;

/// A page of a list, latest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// What the next page comes after; none on the last.
    pub next: Option<Id>,
}

impl<T> Listed<T> {
    /// The first `limit` of `items`, of which one more was fetched than asked for.
    #[must_use]
    pub fn cut(mut items: Vec<T>, limit: u32, key: impl Fn(&T) -> Id) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = items.len() > limit;
        items.truncate(limit);
        let next = items.last().filter(|_| more).map(key);
        Self { items, next }
    }
}

#[cfg(test)]
mod tests {
    use super::Listed;
    use crate::db::Id;

    fn ids(count: u8) -> Vec<Id> {
        (0..count).map(|n| format!("0199f000-0000-7000-8000-0000000000{n:02}").parse().unwrap()).collect()
    }

    #[test]
    fn there_is_a_next_page_only_where_there_is_something_on_it() {
        assert_eq!(Listed::cut(ids(0), 2, |id| *id).next, None);
        assert_eq!(Listed::cut(ids(2), 2, |id| *id).next, None);
        let cut = Listed::cut(ids(3), 2, |id| *id);
        assert_eq!((cut.items, cut.next), (ids(2), ids(2).pop()));
    }
}
