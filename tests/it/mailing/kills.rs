//! Power cuts: of what was answered nothing is lost, and at most one message a cut is sent twice, the same to the letter.

use super::{NOWHERE, address_of, arrived, command, register, until, whole_or};
use crate::delivery::server::{At, MailServer, Mood};
use crate::faults::{Program, Site, at_every_site, post};
use crate::people::PASSWORD;
use serde_json::json;
use std::net::SocketAddr;
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// After a restart everything is sent within this time.
const SOON: Duration = Duration::from_secs(60);

/// Four people register one account after the other until the power goes; who of them got an answer.
fn registrations_until_a_kill(program: Program, round: usize, answers: usize) -> Vec<String> {
    let address = program.address;
    let (tell, told) = mpsc::channel();
    let mut answered = Vec::new();
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
        answered.extend(told.iter().take(answers));
        program.kill();
        answered.extend(told.iter());
    });
    answered
}

fn waiting(site: &Site) -> i64 {
    site.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL AND dead_at IS NULL")
}

/// Everything is sent within the time; nothing is lost, nobody is there twice; returns how many messages came twice.
fn all_is_well(site: &Site, server: &MailServer, since: Instant, at: SocketAddr, answered: &[String]) -> usize {
    until("everything is sent", || waiting(site) == 0);
    let took = since.elapsed();
    eprintln!("{} answered, all sent {took:?} after the restart", answered.len());
    assert!(took < SOON, "{} sent only after {took:?}", answered.len());
    let arrived = arrived(server);
    for name in answered {
        assert!(arrived.contains_key(&address_of(name)), "{name} was answered and has no message");
        let login = json!({"email": address_of(name), "password": PASSWORD});
        let (status, body) = post(at, "login", &login).unwrap();
        assert_eq!((status, body["user"]["email"].as_str()), (200, Some(address_of(name).as_str())));
    }
    // An account that nobody was told of is whole too; none is there twice.
    let accounts = site.count("SELECT count(*) FROM users");
    assert_eq!(arrived.len() as i64, accounts);
    assert_eq!(site.count("SELECT count(DISTINCT email_canonical) FROM users"), accounts);
    assert_eq!(site.count("SELECT count(*) FROM outbox WHERE letter IS NOT NULL OR sent_at IS NULL"), 0);
    for ids in arrived.values() {
        assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    }
    arrived.values().map(|ids| ids.len() - 1).sum()
}

#[test]
fn kills_during_registrations_with_the_mail_server_down_lose_no_account_and_no_message() {
    let kills = whole_or(10, 50);
    at_every_site(|site| {
        let mut answered: Vec<String> = Vec::new();
        for round in 0..kills {
            let program = Program::start(&mut command(site, NOWHERE));
            answered.extend(registrations_until_a_kill(program, round, 3 + round % 20));
        }
        assert_eq!(waiting(site), site.count("SELECT count(*) FROM users"));
        let server = MailServer::start(Mood::Fine, &[]);
        let restart = Instant::now();
        let program = Program::start(&mut command(site, &server.address.to_string()));
        let twice = all_is_well(site, &server, restart, program.address, &answered);
        assert_eq!(twice, 0, "nothing was ever on its way before");
    });
}

#[test]
fn kills_with_the_mail_server_up_send_at_most_one_message_a_kill_twice() {
    let kills = whole_or(10, 50);
    at_every_site(|site| {
        let server = MailServer::start(Mood::Fine, &[]);
        let mut answered: Vec<String> = Vec::new();
        for round in 0..kills {
            let program = Program::start(&mut command(site, &server.address.to_string()));
            answered.extend(registrations_until_a_kill(program, round, 10 + round % 20));
        }
        let restart = Instant::now();
        let program = Program::start(&mut command(site, &server.address.to_string()));
        let twice = all_is_well(site, &server, restart, program.address, &answered);
        eprintln!("{twice} messages came twice in {kills} kills");
        assert!(twice <= kills, "{twice} in {kills} kills");
    });
}

#[test]
fn a_kill_between_the_servers_yes_and_the_note_of_it_sends_one_message_once_more_and_no_other() {
    at_every_site(|site| {
        let server = MailServer::start(Mood::IsSilent(At::Message), &[]);
        let program = Program::start(&mut command(site, &server.address.to_string()));
        for n in 0..8 {
            assert_eq!(register(program.address, &format!("carol{n}")).unwrap().0, 201);
        }
        // Every one of them is at its last step, and one has taken it.
        let begun = || server.commands().iter().filter(|line| *line == "DATA").count();
        until("all are under way", || begun() == 8);
        server.until_messages(1);
        program.kill();
        assert_eq!((server.messages().len(), waiting(site)), (1, 8));
        server.mood(Mood::Fine);
        let restart = Instant::now();
        let program = Program::start(&mut command(site, &server.address.to_string()));
        let names: Vec<String> = (0..8).map(|n| format!("carol{n}")).collect();
        assert_eq!(all_is_well(site, &server, restart, program.address, &names), 1);
        let messages = server.messages();
        assert!(messages[1..].contains(&messages[0]), "to the letter");
    });
}

#[test]
fn what_a_living_process_is_sending_is_not_sent_again_by_a_retry_or_by_another_process() {
    at_every_site(|site| {
        let server = MailServer::start(Mood::Waits(At::Message), &[]);
        let program = Program::start(&mut command(site, &server.address.to_string()));
        assert_eq!(register(program.address, "carol").unwrap().0, 201);
        server.until_messages(1);
        assert_eq!(super::outbox(site, &["retry"]), "0 messages are due now; a running server sends them.\n");
        let another = Program::start(&mut command(site, &server.address.to_string()));
        assert_eq!(register(another.address, "dave").unwrap().0, 201);
        server.until_messages(2);
        server.mood(Mood::Fine);
        until("both are sent", || waiting(site) == 0);
        assert_eq!((server.messages().len(), arrived(&server).len()), (2, 2));
    });
}

#[test]
fn who_stops_in_good_order_lets_the_last_message_finish_and_gives_the_others_back() {
    at_every_site(|site| {
        let server = MailServer::start(Mood::Waits(At::Message), &[]);
        let program = Program::start(&mut command(site, &server.address.to_string()));
        for n in 0..4 {
            assert_eq!(register(program.address, &format!("carol{n}")).unwrap().0, 201);
        }
        server.until_messages(1);
        let begun = || server.commands().iter().filter(|line| *line == "DATA").count();
        until("all are under way", || begun() == 4);
        program.terminate();
        let free = "SELECT count(*) FROM outbox WHERE sent_at IS NULL AND leased_until IS NULL AND tries = 0";
        until("three are given back", || site.count(free) == 3);
        server.mood(Mood::Fine);
        let (status, log) = program.ended();
        assert_eq!(status.code(), Some(0), "{log}");
        assert_eq!(site.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL"), 1);
        assert_eq!((site.count(free), server.messages().len()), (3, 1));
        let _program = Program::start(&mut command(site, &server.address.to_string()));
        until("the others are sent", || waiting(site) == 0);
        assert_eq!((server.messages().len(), arrived(&server).len()), (4, 4));
    });
}
