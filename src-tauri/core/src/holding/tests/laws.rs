//! Laws: nights run one by one or all at once come out the same; no proposal exceeds a cap.

use proptest::prelude::*;

use super::*;
use crate::holding::assign::{Open, Seat, choose};

/// What happens on a day: which deal, and what.
#[derive(Debug, Clone, Copy)]
enum Happens {
    Touched(usize),
    NoAnswer(usize),
    HandedOver(usize, usize),
    Won(usize),
    Locked(usize),
    Granted(usize, i64),
}

const DEALS: usize = 4;
const DAYS: i64 = 16;

fn happens() -> impl Strategy<Value = Happens> {
    let deal = 0..DEALS;
    prop_oneof![
        4 => deal.clone().prop_map(Happens::Touched),
        1 => deal.clone().prop_map(Happens::NoAnswer),
        2 => (deal.clone(), 0..2usize).prop_map(|(deal, to)| Happens::HandedOver(deal, to)),
        1 => deal.clone().prop_map(Happens::Won),
        1 => deal.clone().prop_map(Happens::Locked),
        1 => (deal, 1..6i64).prop_map(|(deal, days)| Happens::Granted(deal, days)),
    ]
}

/// Lives through the days; the nights run on those days on which `runs` says so, and on the last.
fn lived(story: &[(i64, Happens)], runs: impl Fn(i64) -> bool) -> Vec<(Option<Id>, Option<i64>)> {
    let mut world = World::new();
    let members = [
        world.member("One", Seniority::Senior, 90),
        world.member("Two", Seniority::Senior, 90),
    ];
    let deals: Vec<Id> = (0..DEALS)
        .map(|at| world.deal(&format!("Deal {at}"), None, Some(members[at % 2])))
        .collect();
    let short = RuleInput {
        held_days: Some(9),
        silent_days: Some(4),
        ..rule()
    };
    world.save_rule(&short);
    for day in 1..=DAYS {
        world.go(day);
        if runs(day) || day == DAYS {
            run::run(&world.db).expect("ran");
            assert!(run::run(&world.db).expect("ran").is_empty(), "once");
        }
        for (_, what) in story.iter().filter(|(on, _)| *on == day) {
            happen(&world, &deals, &members, *what);
        }
    }
    deals
        .iter()
        .map(|deal| world.row(*deal))
        .map(|row| (row.holder, row.held_at))
        .collect()
}

fn happen(world: &World, deals: &[Id], members: &[Id; 2], what: Happens) {
    match what {
        Happens::Touched(deal) => world.touch(deals[deal], Outcome::Reached),
        Happens::NoAnswer(deal) => world.touch(deals[deal], Outcome::NoAnswer),
        Happens::HandedOver(deal, to) => world.hold(deals[deal], Some(members[to])),
        Happens::Won(deal) => {
            pipeline::move_to(&world.db, deals[deal], "Signed", None).expect("moved");
        }
        Happens::Locked(deal) => {
            let why = Some("kept".to_owned());
            extensions::lock(&world.db, deals[deal], why).expect("locked");
        }
        Happens::Granted(deal, days) => {
            let until = world
                .db
                .read(|read| Ok(crate::kernel::time::plus_days(read.today(), days).to_string()));
            let until = until.expect("a day");
            // Nobody holds it in one of the lives: then nobody can ask there.
            if let Ok(wish) = extensions::ask(&world.db, deals[deal], &until, "more") {
                extensions::answer(&world.db, wish.value, Some(&until), None).expect("granted");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5, ..ProptestConfig::default() })]

    #[test]
    fn missed_nights_come_out_as_if_each_had_run(
        story in prop::collection::vec((1..DAYS, happens()), 0..14),
        every in 2..9i64,
    ) {
        let each = lived(&story, |_| true);
        prop_assert_eq!(&lived(&story, |day| day % every == 0), &each);
        prop_assert_eq!(&lived(&story, |_| false), &each);
    }
}

proptest! {
    #[test]
    fn no_proposal_exceeds_a_cap_or_gives_a_deal_twice(
        free in prop::collection::vec(0..4i64, 1..6),
        asked in prop::collection::vec((0..5usize, prop::collection::vec(0..6usize, 0..6), 0..3u8), 0..40),
    ) {
        let seats: Vec<Seat> = free
            .iter()
            .enumerate()
            .map(|(at, free)| Seat {
                member: Id::derived(&[b"member", &[at as u8]]),
                region: (at % 2 == 0).then(|| "north".to_owned()),
                free: *free,
            })
            .collect();
        let deals: Vec<Open> = asked
            .iter()
            .enumerate()
            .map(|(at, (grade, fits, region))| Open {
                deal: Id::derived(&[b"deal", &[at as u8]]),
                grade: Grade::ALL.get(*grade).copied(),
                region: (*region > 0).then(|| "north".to_owned()),
                fits: fits.iter().copied().filter(|seat| *seat < seats.len()).collect(),
            })
            .collect();
        let chosen = choose(&deals, &seats);
        let mut given = vec![0; seats.len()];
        let mut once = std::collections::HashSet::new();
        for (deal, seat, ..) in &chosen {
            given[*seat] += 1;
            prop_assert!(once.insert(*deal));
            let open = deals.iter().find(|open| open.deal == *deal);
            prop_assert!(open.is_some_and(|open| open.fits.contains(seat)));
        }
        for (given, free) in given.iter().zip(&free) {
            prop_assert!(given <= free);
        }
        // Nobody with room is passed over for a deal that stays.
        for open in deals.iter().filter(|open| !once.contains(&open.deal)) {
            prop_assert!(open.fits.iter().all(|seat| given[*seat] == free[*seat]));
        }
    }
}
