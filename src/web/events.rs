//! Server-sent events: a reply that stays open and tells of news as they come, for a bounded time. Knows no news.

use actix_web::HttpResponse;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::http::header;
use actix_web::web::Bytes;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

/// A browser whose stream has ended asks again after so many milliseconds.
const ASK_AGAIN: u32 = 1000;
/// Something is sent at least so often, so that whoever has gone is noticed.
const PULSE: Duration = Duration::from_secs(10);

/// What is under way between two pieces: what it comes to, and the news to wait for next.
type Piece = Pin<Box<dyn Future<Output = Option<(Bytes, News)>>>>;

struct News {
    newest: watch::Receiver<u64>,
    stop: watch::Receiver<bool>,
    known: u64,
    until: Instant,
}

/// The body of such a reply.
struct Events(Option<Piece>);

/// A reply that tells the number of the newest thing, whenever it is another than the one `known`; at once if it is
/// another already. Ends after `longest`, and as soon as `stop` says so; a browser then asks again.
#[must_use]
pub fn events(
    newest: watch::Receiver<u64>,
    stop: watch::Receiver<bool>,
    known: Option<u64>,
    longest: Duration,
) -> HttpResponse {
    let known = known.unwrap_or(*newest.borrow());
    let news = News { newest, stop, known, until: Instant::now() + longest };
    let hello = Bytes::from(format!("retry: {ASK_AGAIN}\n\n"));
    let first: Piece = Box::pin(async move { Some((hello, news)) });
    HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .body(Events(Some(first)))
}

impl News {
    /// The next piece: news, or a sign of life. None at the end.
    async fn next(mut self) -> Option<(Bytes, Self)> {
        loop {
            let newest = *self.newest.borrow_and_update();
            if newest != self.known {
                self.known = newest;
                return Some((Bytes::from(format!("id: {newest}\ndata: {newest}\n\n")), self));
            }
            if *self.stop.borrow() || Instant::now() >= self.until {
                return None;
            }
            let pulse = self.until.min(Instant::now() + PULSE);
            let waited = timeout_at(pulse, async {
                tokio::select! {
                    changed = self.newest.changed() => changed.is_ok(),
                    stopped = self.stop.changed() => stopped.is_ok(),
                }
            });
            match waited.await {
                Ok(true) => {}
                // The other end is gone: nothing will come any more.
                Ok(false) => return None,
                Err(_) => return Some((Bytes::from_static(b":\n\n"), self)),
            }
        }
    }
}

impl MessageBody for Events {
    type Error = std::convert::Infallible;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        let Some(piece) = &mut self.0 else { return Poll::Ready(None) };
        piece.as_mut().poll(cx).map(|piece| {
            let (bytes, news) = piece.unzip();
            self.0 = news.map(|news| Box::pin(news.next()) as Piece);
            bytes.map(Ok)
        })
    }

    fn boxed(self) -> BoxBody {
        BoxBody::new(self)
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Events")
    }
}
