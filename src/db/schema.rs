//! The tables as Diesel sees them, once for both databases; knows the names and types of columns and nothing else.

diesel::table! {
    use diesel::sql_types::{Bool, Nullable, Text};
    use crate::db::types::{Document, UtcTimestamp, Uuid7};

    users (id) {
        id -> Uuid7,
        username -> Nullable<Text>,
        username_canonical -> Nullable<Text>,
        username_skeleton -> Nullable<Text>,
        username_shown_skeleton -> Nullable<Text>,
        email -> Nullable<Text>,
        email_canonical -> Nullable<Text>,
        email_verified_at -> Nullable<UtcTimestamp>,
        phone -> Nullable<Text>,
        phone_verified_at -> Nullable<UtcTimestamp>,
        password -> Text,
        first_name -> Text,
        last_name -> Text,
        profile -> Document,
        is_active -> Bool,
        is_staff -> Bool,
        is_superuser -> Bool,
        date_joined -> UtcTimestamp,
        last_login -> Nullable<UtcTimestamp>,
        reset_by -> Nullable<Text>,
        delete_at -> Nullable<UtcTimestamp>,
        language -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Nullable, Text};
    use crate::db::types::{UtcTimestamp, Uuid7};

    sessions (id) {
        id -> Uuid7,
        user_id -> Uuid7,
        kind -> Text,
        key_hash -> Nullable<Binary>,
        created_at -> UtcTimestamp,
        last_used_at -> UtcTimestamp,
        ip -> Text,
        user_agent -> Text,
        proved_at -> UtcTimestamp,
        admin_used_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Nullable};
    use crate::db::types::{UtcTimestamp, Uuid7};

    refresh_tokens (token_hash) {
        token_hash -> Binary,
        session_id -> Uuid7,
        created_at -> UtcTimestamp,
        spent_at -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable};
    use crate::db::types::UtcTimestamp;

    login_failures (subject) {
        subject -> Binary,
        failures -> BigInt,
        failed_at -> UtcTimestamp,
        blocked_until -> Nullable<UtcTimestamp>,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Text};
    use crate::db::types::UtcTimestamp;

    rate_limits (key) {
        key -> Text,
        window_start -> UtcTimestamp,
        current -> BigInt,
        previous -> BigInt,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable, Text};
    use crate::db::types::{UtcTimestamp, Uuid7};

    one_time_passwords (id) {
        id -> Uuid7,
        subject -> Binary,
        user_id -> Nullable<Uuid7>,
        kind -> Text,
        address -> Text,
        purpose -> Text,
        code_hash -> Binary,
        link_hash -> Nullable<Binary>,
        tries -> BigInt,
        issued_at -> UtcTimestamp,
        expires_at -> UtcTimestamp,
        verifier -> Nullable<Text>,
        remote_id -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Text};
    use crate::db::types::{UtcTimestamp, Uuid7};

    sendings (id) {
        id -> Uuid7,
        subject -> Binary,
        channel -> Text,
        sent_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Bool, Nullable, Text};
    use crate::db::types::{UtcTimestamp, Uuid7};

    outbox (id) {
        id -> Uuid7,
        user_id -> Nullable<Uuid7>,
        kind -> Text,
        destination -> Text,
        letter -> Nullable<Binary>,
        created_at -> UtcTimestamp,
        expires_at -> Nullable<UtcTimestamp>,
        due_at -> UtcTimestamp,
        tries -> BigInt,
        sent_at -> Nullable<UtcTimestamp>,
        dead_at -> Nullable<UtcTimestamp>,
        last_error -> Nullable<Text>,
        lease_owner -> Nullable<Uuid7>,
        leased_until -> Nullable<UtcTimestamp>,
        channel -> Text,
        for_nobody -> Bool,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::db::types::{Document, UtcTimestamp, Uuid7};

    account_events (id) {
        id -> Uuid7,
        user_id -> Nullable<Uuid7>,
        kind -> Text,
        at -> UtcTimestamp,
        ip -> Text,
        user_agent -> Text,
        detail -> Document,
        request -> Nullable<Text>,
    }
}

diesel::table! {
    use diesel::sql_types::Text;
    use crate::db::types::{UtcTimestamp, Uuid7};

    pending_changes (user_id, kind) {
        user_id -> Uuid7,
        kind -> Text,
        address -> Text,
        canonical -> Text,
        asked_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Text};
    use crate::db::types::{UtcTimestamp, Uuid7};

    address_undos (id) {
        id -> Uuid7,
        user_id -> Uuid7,
        kind -> Text,
        address -> Text,
        canonical -> Text,
        verified_at -> UtcTimestamp,
        link_hash -> Binary,
        made_at -> UtcTimestamp,
        expires_at -> UtcTimestamp,
    }
}

diesel::table! {
    use diesel::sql_types::{Binary, Text};
    use crate::db::types::Uuid7;

    profile_keys (field, value_hash) {
        field -> Text,
        value_hash -> Binary,
        user_id -> Uuid7,
    }
}

diesel::table! {
    use diesel::sql_types::{Nullable, Text};
    use crate::db::types::Uuid7;

    imported_accounts (source, source_id, joined) {
        source -> Text,
        source_id -> Text,
        joined -> Text,
        user_id -> Nullable<Uuid7>,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Text};
    use crate::db::types::{Document, UtcTimestamp, Uuid7};

    processes (id) {
        id -> Uuid7,
        pid -> BigInt,
        version -> Text,
        started_at -> UtcTimestamp,
        loaded_at -> UtcTimestamp,
        seen_at -> UtcTimestamp,
        settings -> Document,
    }
}

diesel::table! {
    use diesel::sql_types::{BigInt, Text};
    use crate::db::types::UtcTimestamp;

    tallies (hour, name) {
        hour -> UtcTimestamp,
        name -> Text,
        count -> BigInt,
    }
}

diesel::joinable!(sessions -> users (user_id));
diesel::joinable!(refresh_tokens -> sessions (session_id));
diesel::allow_tables_to_appear_in_same_query!(users, sessions, refresh_tokens);
