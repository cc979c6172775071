//! `countersign outbox`: what waits, what failed and what died, and nothing of what it says.

use super::{NOWHERE, command, outbox, register, until};
use crate::delivery::server::{At, MailServer, Mood};
use crate::faults::{Program, at_every_site};

#[test]
fn the_outbox_can_be_listed_made_due_and_purged() {
    at_every_site(|site| {
        let server = MailServer::start(Mood::Fine, &[]);
        let mail = server.address.to_string();
        let program = Program::start(&mut command(site, &mail));
        assert_eq!(outbox(site, &["list", "--all"]), "");
        assert_eq!(register(program.address, "sent").unwrap().0, 201);
        until("one is sent", || site.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL") == 1);
        server.mood(Mood::Says(At::Rcpt, "550 5.1.1 no such mailbox"));
        assert_eq!(register(program.address, "dead").unwrap().0, 201);
        until("one is dead", || site.count("SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL") == 1);
        program.kill();
        let program = Program::start(&mut command(site, NOWHERE));
        assert_eq!(register(program.address, "late").unwrap().0, 201);
        until("one failed", || {
            site.count("SELECT count(*) FROM outbox WHERE dead_at IS NULL AND last_error IS NOT NULL") == 1
        });
        program.kill();

        let listed = outbox(site, &["list"]);
        let lines: Vec<&str> = listed.lines().collect();
        assert_eq!(lines.len(), 2, "{listed}");
        assert!(lines[0].contains("la**@ex*****.***") && lines[0].contains("failed 1 times, due "), "{listed}");
        assert!(lines[1].contains("de**@ex*****.***") && lines[1].contains("dead 20"), "{listed}");
        assert!(lines[1].contains("no such mailbox") && lines.iter().all(|line| line.contains("verify_email")));
        let all = outbox(site, &["list", "--all"]);
        assert_eq!((all.lines().count(), all.lines().last().unwrap().contains("sent 20")), (3, true), "{all}");
        for secret in ["late@", "dead@", "sent@", "http://"] {
            assert!(!all.contains(secret), "{secret}: {all}");
        }
        assert_eq!(outbox(site, &["retry"]), "1 messages are due now; a running server sends them.\n");
        server.mood(Mood::Fine);
        let program = Program::start(&mut command(site, &mail));
        until("it is sent", || site.count("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL") == 2);
        program.kill();
        assert_eq!(outbox(site, &["purge"]), "Removed 3 messages that were sent or given up.\n");
        assert_eq!(outbox(site, &["list", "--all"]), "");
        assert_eq!(outbox(site, &["retry"]), "0 messages are due now; a running server sends them.\n");
        assert_eq!(site.count("SELECT count(*) FROM outbox"), 0);
        assert_eq!(site.count("SELECT count(*) FROM users"), 3);
    });
}

#[test]
fn what_waits_is_not_purged() {
    at_every_site(|site| {
        let program = Program::start(&mut command(site, NOWHERE));
        assert_eq!(register(program.address, "carol").unwrap().0, 201);
        program.kill();
        assert_eq!(outbox(site, &["purge"]), "Removed 0 messages that were sent or given up.\n");
        assert_eq!(site.count("SELECT count(*) FROM outbox WHERE letter IS NOT NULL"), 1);
    });
}
