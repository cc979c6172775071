//! Turns checked settings into a way for messages to leave, and tells what only the room itself can find wrong.

use super::http::{HttpGateway, TIMEOUT};
use super::{Console, Delivery, File, Inbox, Mailer, Memory, Patience, SmsGateway, Smtp, Stationery, Trust, Webhook};
use crate::ambient::Clock;
use crate::languages::Languages;
use crate::settings::{self, MailTransport, Mistake, Mistakes, Settings, Sources};
use crate::templates::Shelf;
use std::sync::Arc;

impl Delivery {
    /// What these settings ask for. Connects to nothing, and makes no directory, before the first message.
    ///
    /// # Errors
    /// Every mistake that the settings alone cannot show, such as a body for the SMS gateway that is no template, and
    /// words of messages that cannot be filled in.
    pub fn from_settings(
        settings: &Settings,
        sources: &Sources,
        clock: &Arc<dyn Clock>,
        languages: &Languages,
    ) -> Result<Self, Mistakes> {
        let inbox = Arc::new(Inbox::new(Arc::clone(clock), Inbox::CAPACITY));
        Self::with_inbox(settings, sources, clock, languages, inbox)
    }

    /// As [`Delivery::from_settings`], with an inbox that is there already.
    ///
    /// # Errors
    /// As [`Delivery::from_settings`].
    pub fn with_inbox(
        settings: &Settings,
        sources: &Sources,
        clock: &Arc<dyn Clock>,
        languages: &Languages,
        inbox: Arc<Inbox>,
    ) -> Result<Self, Mistakes> {
        let mut mistakes = Vec::new();
        let mailer = mailer(settings, sources, &inbox, clock).map_err(|mistake| mistakes.push(*mistake));
        let gateway = gateway(settings, sources, &inbox, clock).map_err(|mistake| mistakes.push(*mistake));
        let webhooks = webhooks(settings, sources, clock).map_err(|found| mistakes.extend(found));
        let site = &settings.public_url;
        let shelf = Shelf::from_settings(settings);
        let stationery =
            Stationery::of(&shelf, languages, &site.base, &site.host, &settings.email.from, &settings.sms.from)
                .map_err(|Mistakes(found)| mistakes.extend(found));
        if let (Some(_), Ok(stationery)) = (shelf.directory(), &stationery) {
            mistakes.extend(stationery.rehearse());
        }
        match (mailer, gateway, stationery, webhooks) {
            (Ok(mailer), Ok(gateway), Ok(stationery), Ok(webhooks)) if mistakes.is_empty() => {
                Ok(Self::new(mailer, gateway, Arc::new(stationery), inbox).with_webhooks(webhooks))
            }
            _ => Err(Mistakes(mistakes)),
        }
    }
}

fn mailer(
    settings: &Settings,
    sources: &Sources,
    inbox: &Arc<Inbox>,
    clock: &Arc<dyn Clock>,
) -> Result<Arc<dyn Mailer>, Box<Mistake>> {
    let email = &settings.email;
    Ok(match (email.transport, &email.smtp_url) {
        (MailTransport::Console, _) => Arc::new(Console::new(Arc::clone(inbox))),
        (MailTransport::File, _) => Arc::new(File::new(&email.directory, Arc::clone(inbox), Arc::clone(clock))),
        (MailTransport::Memory, _) => Arc::new(Memory(Arc::clone(inbox))),
        (MailTransport::Smtp, Some(server)) => {
            let smtp = Trust::from_file(sources.authorities())
                .and_then(|trust| Smtp::new(server.clone(), &settings.public_url.host, Patience::default(), &trust));
            Arc::new(smtp.map_err(|error| sources.at("email.smtp_url", None, format!("cannot be used: {error}"), ""))?)
        }
        (MailTransport::Smtp, None) => {
            return Err(Box::new(sources.at("email.smtp_url", None, "is empty, and email.transport is smtp", "")));
        }
    })
}

/// Those that are not switched off.
fn webhooks(settings: &Settings, sources: &Sources, clock: &Arc<dyn Clock>) -> Result<Vec<Webhook>, Vec<Mistake>> {
    let enabled = settings.webhooks.iter().filter(|webhook| webhook.enabled);
    let built = enabled.map(|declared| {
        let trust = Trust::from_file(sources.authorities());
        trust.and_then(|trust| Webhook::new(declared, &trust, clock)).map_err(|error| {
            vec![Mistake::new(&format!("webhooks.{}.url", declared.name), format!("cannot be used: {error}"), "")]
        })
    });
    built.collect()
}

fn gateway(
    settings: &Settings,
    sources: &Sources,
    inbox: &Arc<Inbox>,
    clock: &Arc<dyn Clock>,
) -> Result<Arc<dyn SmsGateway>, Box<Mistake>> {
    let sms = &settings.sms;
    Ok(match sms.gateway {
        settings::SmsGateway::Console => Arc::new(Console::new(Arc::clone(inbox))),
        settings::SmsGateway::File => Arc::new(File::new(&sms.directory, Arc::clone(inbox), Arc::clone(clock))),
        settings::SmsGateway::Memory => Arc::new(Memory(Arc::clone(inbox))),
        settings::SmsGateway::Http => {
            let trust = Trust::from_file(sources.authorities())
                .map_err(|error| sources.at("sms.http.url", None, format!("cannot be used: {error}"), ""))?;
            Arc::new(HttpGateway::new(sms.http.clone(), TIMEOUT, &trust).map_err(|_| {
            // The template may hold a password, so what its parser says of it is not repeated.
            let remedy = "Values stand between {{ and }}: {{ to }}, {{ from }} and {{ text }}, perhaps with a filter as in \
                {{ to | replace(from=\"+\", to=\"\") }}.";
            sources.at("sms.http.body", None, "is not a template that can be filled in", remedy)
            })?)
        }
    })
}
