//! Many processes and one outbox.

use super::{NOWHERE, address_of, arrived, command, outbox, register, until, whole_or};
use crate::delivery::server::{MailServer, Mood};
use crate::faults::{Program, at_every_site};

const PROCESSES: usize = 4;

#[test]
fn four_processes_deliver_each_of_many_waiting_messages_once() {
    let messages = whole_or(500, 10_000);
    at_every_site(|site| {
        let program = Program::start(&mut command(site, NOWHERE));
        let address = program.address;
        std::thread::scope(|scope| {
            for thread in 0..4 {
                scope.spawn(move || {
                    for n in (thread..messages).step_by(4) {
                        assert_eq!(register(address, &format!("user_{n}")).unwrap().0, 201);
                    }
                });
            }
        });
        program.terminate();
        program.ended();
        assert_eq!(
            outbox(site, &["retry"]),
            format!("{messages} messages are due now; a running server sends them.\n")
        );
        let server = MailServer::start(Mood::Fine, &[]);
        let mail = server.address.to_string();
        let begun = std::time::Instant::now();
        let programs: Vec<Program> = std::thread::scope(|scope| {
            let start = || Program::start(&mut command(site, &mail));
            let starting: Vec<_> = (0..PROCESSES).map(|_| scope.spawn(start)).collect();
            starting.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        // More come in while they are at it, through all of them.
        let addresses: Vec<_> = programs.iter().map(|program| program.address).collect();
        for n in 0..PROCESSES * 5 {
            assert_eq!(register(addresses[n % PROCESSES], &format!("late_{n}")).unwrap().0, 201);
        }
        until("everything is sent", || site.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL") == 0);
        eprintln!("{messages} messages in {:?}", begun.elapsed());
        for program in programs {
            program.terminate();
            let (status, log) = program.ended();
            assert_eq!(status.code(), Some(0), "{log}");
        }
        let arrived = arrived(&server);
        assert_eq!((server.messages().len(), arrived.len()), (messages + PROCESSES * 5, messages + PROCESSES * 5));
        assert!((0..messages).all(|n| arrived.contains_key(&address_of(&format!("user_{n}")))));
    });
}
