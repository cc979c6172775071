//! Many processes, and processes that are killed: nothing is lost, and a kill repeats at most one, under the same id.

use super::{Mood, Receiver, SECRET, id, until, verifies};
use crate::faults::{Program, Site, at_every_site, register};
use std::collections::BTreeMap;
use std::process::Command;

fn command(site: &Site, receiver: &Receiver) -> Command {
    let mut command = site.command();
    let url = format!("http://{}/", receiver.service.address);
    command
        .env("COUNTERSIGN__VERIFICATION__EMAIL", "none")
        .env("COUNTERSIGN__WEBHOOKS__SHOP__URL", url)
        .env("COUNTERSIGN__WEBHOOKS__SHOP__SECRET", SECRET);
    command
}

fn waiting(site: &Site) -> i64 {
    site.count("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
}

fn events(site: &Site) -> usize {
    site.count("SELECT count(*) FROM account_events") as usize
}

/// How often each was taken, by its id.
fn taken(receiver: &Receiver) -> BTreeMap<String, usize> {
    let mut all = BTreeMap::new();
    for asked in receiver.taken() {
        assert!(verifies(&asked, SECRET));
        *all.entry(id(&asked)).or_insert(0) += 1;
    }
    all
}

#[test]
fn four_processes_tell_each_of_many_once() {
    at_every_site(|site| {
        let receiver = Receiver::start(Mood::Answers("503 Service Unavailable"));
        let program = Program::start(&mut command(site, &receiver));
        for n in 0..60 {
            assert_eq!(register(program.address, &format!("user_{n}")).unwrap().0, 201);
        }
        program.terminate();
        program.ended();
        receiver.mood(Mood::Takes);
        let programs: Vec<Program> = (0..4).map(|_| Program::start(&mut command(site, &receiver))).collect();
        for n in 0..20 {
            assert_eq!(register(programs[n % 4].address, &format!("late_{n}")).unwrap().0, 201);
        }
        until("everything is told", || waiting(site) == 0);
        let taken = taken(&receiver);
        assert_eq!((events(site), taken.len(), receiver.taken().len()), (160, 160, 160));
    });
}

#[test]
fn a_kill_before_the_answer_repeats_one_under_the_same_id_and_loses_none() {
    at_every_site(|site| {
        let receiver = Receiver::start(Mood::IsSilent);
        let program = Program::start(&mut command(site, &receiver));
        for n in 0..8 {
            assert_eq!(register(program.address, &format!("carol{n}")).unwrap().0, 201);
        }
        until("one is on its way", || receiver.asked().len() == 1);
        program.kill();
        assert_eq!((receiver.asked().len(), waiting(site), events(site)), (1, 16, 16));
        receiver.mood(Mood::Takes);
        let _program = Program::start(&mut command(site, &receiver));
        until("everything is told", || waiting(site) == 0);
        let taken = taken(&receiver);
        assert_eq!((taken.len(), receiver.taken().len(), receiver.asked().len()), (16, 16, 17));
        let (first, all) = (&receiver.asked()[0], receiver.taken());
        let again = all.iter().find(|asked| id(asked) == id(first)).unwrap();
        assert_eq!(again.body, first.body, "to the letter");
    });
}

#[test]
fn kills_in_the_middle_of_it_repeat_at_most_one_each() {
    const KILLS: usize = 6;
    at_every_site(|site| {
        let receiver = Receiver::start(Mood::Takes);
        for round in 0..KILLS {
            let program = Program::start(&mut command(site, &receiver));
            let address = program.address;
            std::thread::scope(|scope| {
                let registering = scope.spawn(move || {
                    (0..).take_while(|n| register(address, &format!("user_{round}_{n}")).is_some()).count()
                });
                until("some are told", || receiver.taken().len() > round * 10 + 5);
                program.kill();
                registering.join().unwrap();
            });
        }
        let _program = Program::start(&mut command(site, &receiver));
        until("everything is told", || waiting(site) == 0);
        let taken = taken(&receiver);
        assert_eq!(taken.len(), events(site), "nothing is lost");
        let twice = receiver.taken().len() - taken.len();
        eprintln!("{twice} came twice in {KILLS} kills");
        assert!(twice <= KILLS, "{twice}");
    });
}
