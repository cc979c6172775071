//! The least that the same framework can do, for `bench/run.sh` to compare with: `hello PORT WORKERS`.

use actix_web::{App, HttpServer, web};

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut number = |default: u16| arguments.next().and_then(|text| text.parse().ok()).unwrap_or(default);
    let (port, workers) = (number(8001), number(1));
    actix_web::rt::System::new().block_on(
        HttpServer::new(|| App::new().route("/hello", web::get().to(|| async { "hello\n" })))
            .workers(usize::from(workers.max(1)))
            .bind(("127.0.0.1", port))?
            .run(),
    )
}
