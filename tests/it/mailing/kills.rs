//! Power cuts: of what was answered nothing is lost, and what is sent twice can be told to be the same.

use super::{NOWHERE, address_of, arrived, command, outbox, register, until};
use crate::delivery::server::{At, MailServer, Mood};
use crate::faults::{Program, at_every_site, post};
use crate::people::PASSWORD;
use serde_json::json;
use std::sync::mpsc;

/// How often the power goes. More takes longer and finds no more.
const KILLS: usize = 10;

#[test]
fn kills_during_registrations_with_the_mail_server_down_lose_no_account_and_no_message() {
    at_every_site(|site| {
        let mut answered: Vec<String> = Vec::new();
        for round in 0..KILLS {
            let program = Program::start(&mut command(site, NOWHERE));
            let address = program.address;
            let (tell, told) = mpsc::channel();
            std::thread::scope(|scope| {
                for thread in 0..4 {
                    let tell = tell.clone();
                    scope.spawn(move || {
                        for n in 0.. {
                            let name = format!("user_{round}_{thread}_{n}");
                            let Some((status, body)) = register(address, &name) else { return };
                            assert_eq!(status, 201, "{body}");
                            if tell.send(name).is_err() {
                                return;
                            }
                        }
                    });
                }
                drop(tell);
                answered.extend(told.iter().take(3 + round % 20));
                program.kill();
                answered.extend(told.iter());
            });
        }
        let accounts = site.count("SELECT count(*) FROM users");
        assert_eq!(site.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL"), accounts);
        let server = MailServer::start(Mood::Fine, &[]);
        // What was being sent at a kill is let go of when its lease is over; nobody waits for that here.
        outbox(site, &["retry"]);
        let program = Program::start(&mut command(site, &server.address.to_string()));
        until("everything is sent", || site.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") == 0);
        let arrived = arrived(&server);
        for name in &answered {
            assert!(arrived.contains_key(&address_of(name)), "{name} was answered and has no message");
            let login = json!({"email": address_of(name), "password": PASSWORD});
            let (status, body) = post(program.address, "login", &login).unwrap();
            assert_eq!((status, body["user"]["email"].as_str()), (200, Some(address_of(name).as_str())));
        }
        // An account that nobody was told of is whole too; none is there twice.
        assert_eq!(arrived.len() as i64, accounts);
        assert_eq!(site.count("SELECT count(DISTINCT email_canonical) FROM users"), accounts);
        let twice: Vec<_> = arrived.values().filter(|ids| ids.len() > 1).collect();
        assert!(twice.len() <= KILLS && twice.iter().all(|ids| ids.len() == 2 && ids[0] == ids[1]), "{twice:?}");
        assert_eq!(site.count("SELECT count(*) FROM outbox WHERE letter IS NOT NULL"), 0);
    });
}

#[test]
fn a_kill_between_the_servers_yes_and_the_note_of_it_sends_the_same_message_once_more() {
    at_every_site(|site| {
        let server = MailServer::start(Mood::IsSilent(At::Message), &[]);
        let program = Program::start(&mut command(site, &server.address.to_string()));
        assert_eq!(register(program.address, "carol").unwrap().0, 201);
        server.until_messages(1);
        program.kill();
        assert_eq!(site.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL AND letter IS NOT NULL"), 1);
        server.mood(Mood::Fine);
        outbox(site, &["retry"]);
        let program = Program::start(&mut command(site, &server.address.to_string()));
        until("it is sent", || site.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") == 0);
        program.kill();
        let messages = server.messages();
        assert_eq!(messages.len(), 2);
        let ids = &arrived(&server)[&address_of("carol")];
        assert_eq!(ids[0], ids[1]);
        assert_eq!(messages[0], messages[1], "to the letter");
    });
}
