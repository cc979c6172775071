//! The program inside an Actix application, its own or somebody else's: its paths, and what goes on beside the requests.

use super::background;
use crate::api;
use crate::app::Countersign;
use crate::views;
use crate::web as shared;
use actix_web::middleware::from_fn;
use actix_web::web::{Data, ServiceConfig, scope};
use std::time::Duration;

/// So long messages under way are waited for at the end.
const LAST_WORK: Duration = Duration::from_secs(10);

impl Countersign {
    /// All pages and calls, for `App::configure` of an application of one's own: at the path of `public_url`. Without a path
    /// they take every path that nothing registered before them has. With them come the extractors
    /// [`Account`](shared::Account), [`OptionalAccount`](shared::OptionalAccount) and [`Staff`](shared::Staff) for all handlers
    /// of the application.
    pub fn routes(&self) -> impl FnOnce(&mut ServiceConfig) + use<> {
        let countersign = self.clone();
        move |config| {
            let app = countersign.app();
            let all = scope(&app.settings().public_url.path).configure(|config| paths(&countersign, config));
            config.app_data(Data::new(countersign.clone())).service(all.wrap(from_fn(shared::envelope)));
        }
    }

    /// Starts what goes on beside the requests, in the runtime at hand: messages are sent, what has ended is forgotten.
    /// Once for each process; [`server::serve`](super::serve) does it by itself.
    pub fn start(&self) {
        background::start(self);
    }

    /// Ends that again, waiting for messages under way. For when no more requests come.
    pub async fn stop(&self) {
        self.app().stop(LAST_WORK).await;
    }
}

/// Every path, below wherever that is.
pub(super) fn paths(countersign: &Countersign, config: &mut ServiceConfig) {
    let app = countersign.app();
    config
        .configure(views::plain_routes)
        .service(
            scope(api::BASE)
                .wrap(shared::session_middleware(countersign))
                .configure(api::admin_routes)
                .configure(|config| api::routes(config, &app, views::api_docs)),
        )
        .service(
            scope("")
                .wrap(shared::session_middleware(countersign))
                .configure(|config| views::admin_routes(config, &app.settings().admin.path))
                .configure(views::routes),
        );
}
