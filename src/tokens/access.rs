//! Access tokens: JWTs (RFC 7519) signed with `EdDSA` (RFC 8037), of one fixed form. The header of a token is compared
//! and never obeyed. Refuses to know whether the session a token names is alive.

use super::keys::Keys;
use crate::ambient::{Random, random_bytes};
use crate::db::{Id, Time};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as B64;
use ed25519_dalek::{Signature, Signer, SigningKey};
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fmt;
use std::time::Duration;

/// Makes and checks access tokens.
pub struct AccessTokens {
    signers: Vec<Signing>,
    issuer: String,
    audience: Vec<String>,
    ttl: Duration,
}

struct Signing {
    key: SigningKey,
    /// The encoded header that goes with this key, and the only one accepted with it.
    header: String,
}

/// What a valid access token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Whose it is.
    pub user: Id,
    /// The session it lives by.
    pub session: Id,
}

#[derive(Serialize, Deserialize)]
struct Payload {
    iss: String,
    sub: Id,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    aud: Vec<String>,
    sid: Id,
    iat: i64,
    exp: i64,
    jti: String,
}

impl AccessTokens {
    /// Tokens of `issuer` for `audience`, each good for `ttl`.
    #[must_use]
    pub fn new(keys: &Keys, issuer: String, audience: Vec<String>, ttl: Duration) -> Self {
        let signers = keys.derive("access-token/v1").iter().map(|seed| Signing::new(seed)).collect();
        Self { signers, issuer, audience, ttl }
    }

    /// How long a token is good.
    #[must_use]
    pub fn ttl(&self) -> Duration {
        self.ttl
    }

    /// A token for `claims`. Without secret keys, which a checked configuration never lacks, an empty one
    /// that no check accepts.
    #[must_use]
    pub fn issue(&self, claims: Claims, now: Time, random: &dyn Random) -> SecretString {
        let Some(signing) = self.signers.first() else { return SecretString::from(String::new()) };
        let payload = Payload {
            iss: self.issuer.clone(),
            sub: claims.user,
            aud: self.audience.clone(),
            sid: claims.session,
            iat: now.unix(),
            exp: now.after(self.ttl).unix(),
            jti: B64.encode(random_bytes::<16>(random)),
        };
        let body = B64.encode(serde_json::to_vec(&payload).unwrap_or_default());
        let signed = format!("{}.{body}", signing.header);
        let signature = B64.encode(signing.key.sign(signed.as_bytes()).to_bytes());
        SecretString::from(format!("{signed}.{signature}"))
    }

    /// What the token says, if it is one of ours, for us, and not over. At its `exp` it is over (RFC 7519, 4.1.4).
    #[must_use]
    pub fn check(&self, token: &str, now: Time) -> Option<Claims> {
        let (signed, signature) = token.rsplit_once('.')?;
        let (header, body) = signed.split_once('.')?;
        let signing = self.signers.iter().find(|s| s.header == header)?;
        let signature = Signature::from_slice(&B64.decode(signature).ok()?).ok()?;
        signing.key.verifying_key().verify_strict(signed.as_bytes(), &signature).ok()?;
        let payload: Payload = serde_json::from_slice(&B64.decode(body).ok()?).ok()?;
        let ours = payload.iss == self.issuer && payload.aud == self.audience;
        (ours && now.unix() < payload.exp).then_some(Claims { user: payload.sub, session: payload.sid })
    }
}

impl Signing {
    fn new(seed: &[u8; 32]) -> Self {
        let key = SigningKey::from_bytes(seed);
        let digest = Sha256::digest(key.verifying_key().as_bytes());
        let kid = B64.encode(digest.get(..9).unwrap_or_default());
        // `at+jwt` (RFC 9068) says what the token is for: nothing else of ours is signed under this header.
        let header = B64.encode(json!({"alg": "EdDSA", "typ": "at+jwt", "kid": kid}).to_string());
        Self { key, header }
    }
}

impl fmt::Debug for AccessTokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AccessTokens({} keys)", self.signers.len())
    }
}
