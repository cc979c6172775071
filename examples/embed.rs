//! Accounts in an Actix application of one's own: `cargo run --example embed`, then open <http://127.0.0.1:8000/>.
//!
//! A small shop. Its pages are at `/`, its accounts under `/accounts`, its orders in a table beside ours.

use actix_web::error::ErrorInternalServerError;
use actix_web::web::{Data, Form, get, post};
use actix_web::{App, HttpResponse, HttpServer, Responder};
use countersign::accounts::Signals;
use countersign::db::types::Uuid7;
use countersign::db::{Conn, User};
use countersign::error::{Code, Error, Result};
use countersign::settings::Settings;
use countersign::{Account, Countersign, OptionalAccount, Staff};
use diesel::connection::SimpleConnection;
use diesel::sql_types::{BigInt, Text};
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use serde::Deserialize;
use std::net::TcpListener;
use std::path::Path;

// What the shop does to have accounts: from here …

/// The accounts of the shop, under these settings.
///
/// # Errors
/// Every mistake in the settings.
pub fn accounts(settings: &str, directory: &Path) -> std::result::Result<Countersign, Box<dyn std::error::Error>> {
    let settings = Settings::from_toml(settings, directory)?;
    let countersign = Countersign::builder().signals("shop", Welcome).build(settings)?;
    countersign.app().migrate()?;
    Ok(countersign)
}

/// The shop itself. Ends when the process is told to.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(countersign: &Countersign, listener: TcpListener) -> std::io::Result<actix_web::dev::Server> {
    let mounted = countersign.clone();
    let shop = HttpServer::new(move || App::new().configure(mounted.routes()).configure(pages));
    countersign.start();
    Ok(shop.workers(2).listen(listener)?.run())
}
// … to here.

fn pages(config: &mut actix_web::web::ServiceConfig) {
    config
        .route("/", get().to(front))
        .route("/orders", get().to(orders))
        .route("/orders", post().to(order))
        .route("/till", get().to(till));
}

/// Everybody who registers gets a first order, or does not register.
struct Welcome;

impl Signals for Welcome {
    fn registered(&self, conn: &mut Conn, user: &User) -> Result<()> {
        if user.username.as_deref() == Some("competitor") {
            return Err(Error::Refused(Code::Forbidden));
        }
        put(conn, user, "a cup of tea")
    }
}

async fn front(account: OptionalAccount) -> impl Responder {
    match account.0 {
        Some(account) => format!("Hello, {}.", account.display_name()),
        None => "Hello. You can sign in at /accounts/login.".to_owned(),
    }
}

async fn orders(account: Account, countersign: Data<Countersign>) -> actix_web::Result<impl Responder> {
    let own = account.clone();
    let list = countersign.transaction(move |conn| all_of(conn, &own)).await.map_err(ErrorInternalServerError)?;
    Ok(list.join("\n"))
}

#[derive(Clone, Deserialize)]
struct Order {
    what: String,
}

async fn order(
    account: Account,
    countersign: Data<Countersign>,
    form: Form<Order>,
) -> actix_web::Result<impl Responder> {
    let put = countersign.transaction(move |conn| put(conn, &account, &form.what)).await;
    put.map_err(ErrorInternalServerError)?;
    Ok(HttpResponse::SeeOther().insert_header(("location", "/orders")).finish())
}

async fn till(staff: Staff, countersign: Data<Countersign>) -> actix_web::Result<impl Responder> {
    let count =
        countersign.transaction(|conn| Ok(sql_query("SELECT count(*) AS n FROM orders").get_result::<Count>(conn)?.n));
    let count = count.await.map_err(ErrorInternalServerError)?;
    Ok(format!("{count} orders so far, {}.", staff.display_name()))
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    what: String,
}

fn put(conn: &mut Conn, user: &User, what: &str) -> Result<()> {
    let insert = sql_query("INSERT INTO orders (user_id, what) VALUES ($1, $2)");
    insert.bind::<Uuid7, _>(user.id).bind::<Text, _>(what).execute(conn)?;
    Ok(())
}

fn all_of(conn: &mut Conn, user: &User) -> Result<Vec<String>> {
    let own = sql_query("SELECT what FROM orders WHERE user_id = $1 ORDER BY what").bind::<Uuid7, _>(user.id);
    Ok(own.load::<Line>(conn)?.into_iter().map(|line| line.what).collect())
}

/// The shop's own table, in the same database. What somebody ordered goes with their account.
///
/// # Errors
/// When the database is away.
pub fn make_table(countersign: &Countersign) -> Result<()> {
    let key = if countersign.app().settings().database.is_sqlite() { "BLOB" } else { "uuid" };
    let sql = format!(
        "CREATE TABLE IF NOT EXISTS orders (user_id {key} NOT NULL REFERENCES users (id) ON DELETE CASCADE, what TEXT NOT NULL)"
    );
    countersign.work(|_, cx| cx.db.write(|conn| Ok(conn.batch_execute(&sql)?)))
}

#[allow(dead_code, reason = "the tests run the same shop on databases of their own")]
fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let settings = r#"
        public_url = "http://127.0.0.1:8000/accounts"
        login_redirect_url = "/orders"
        logout_redirect_url = "/"
    "#;
    let countersign = accounts(settings, Path::new("."))?;
    make_table(&countersign)?;
    let listener = TcpListener::bind("127.0.0.1:8000")?;
    actix_web::rt::System::new().block_on(async {
        serve(&countersign, listener)?.await?;
        countersign.stop().await;
        Ok(())
    })
}
