//! Who could hold what lies in the pool. A proposal says why in words; a person confirms each or all. Nobody is
//! proposed for more than their cap leaves.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde::{Deserialize, Serialize};

use super::pool::{Bars, Claimer, Place, places};
use crate::kernel::{Act, Db, Id, Read, Result, Written};
use crate::people::Grade;
use crate::pipeline::{self, DealGlance, HeldWhy};
use crate::team::{self, Member, MemberRef, Role, Seniority};
use crate::words;

words! {
    /// Why a member is proposed for a deal.
    pub enum AssignWhy {
        /// The grade is one that this seniority takes.
        Grade = "grade",
        /// Nobody knows the grade: it fits anybody.
        GradeUnknown = "grade_unknown",
        /// They look after the region of the organization.
        Region = "region",
        /// They have the most room, or no less than others.
        Room = "room",
    }
}

/// A member who is proposed for a deal.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Proposal {
    pub deal: DealGlance,
    pub grade: Option<Grade>,
    pub member: MemberRef,
    pub seniority: Seniority,
    pub region: Option<String>,
    /// How many more they could take before this one.
    pub free: i64,
    pub why: Vec<AssignWhy>,
}

/// Proposals for the pool.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Proposals {
    pub rows: Vec<Proposal>,
    /// Deals in the pool for which nobody has room, or whom nobody fits.
    pub left: i64,
    /// Room of all members together, before.
    pub room: i64,
}

/// A deal to be given to somebody.
#[derive(Debug, Clone)]
pub struct Open {
    pub deal: Id,
    pub grade: Option<Grade>,
    pub region: Option<String>,
    /// Those who may hold it, by their place among the seats.
    pub fits: Vec<usize>,
}

/// A member with room.
#[derive(Debug, Clone)]
pub struct Seat {
    pub member: Id,
    pub region: Option<String>,
    pub free: i64,
}

/// A deal, the place of its seat, how much room was there, and why.
pub type Choice = (Id, usize, i64, Vec<AssignWhy>);

/// Gives each deal to the member of its region with the most room, else to whoever has the most; at equal room
/// to the earlier seat. The best known grades choose first, then those that came first.
pub fn choose(deals: &[Open], seats: &[Seat]) -> Vec<Choice> {
    let mut free: Vec<i64> = seats.iter().map(|seat| seat.free).collect();
    let mut order: Vec<&Open> = deals.iter().collect();
    order.sort_by_key(|deal| (deal.grade.is_none(), deal.grade));
    let mut chosen = Vec::new();
    for deal in order {
        let near = |seat: usize| deal.region.is_some() && seats[seat].region == deal.region;
        let best = deal
            .fits
            .iter()
            .copied()
            .filter(|seat| free[*seat] > 0)
            .max_by_key(|seat| (near(*seat), free[*seat], std::cmp::Reverse(*seat)));
        let Some(seat) = best else {
            continue;
        };
        let mut why = vec![match deal.grade {
            Some(_) => AssignWhy::Grade,
            None => AssignWhy::GradeUnknown,
        }];
        why.push(match near(seat) {
            true => AssignWhy::Region,
            false => AssignWhy::Room,
        });
        chosen.push((deal.deal, seat, free[seat], why));
        free[seat] -= 1;
    }
    chosen
}

/// How many proposals are made at once.
const MOST: usize = 200;

/// Proposals as things stand now.
pub fn suggest(read: &Read<'_>) -> Result<Proposals> {
    let bars = Bars::load(read)?;
    let all = places(read)?;
    let members = sellers(read)?;
    let seats: Vec<Seat> = members
        .iter()
        .map(|who| Seat {
            member: who.member.id,
            region: who.member.region.clone(),
            free: who.room.free(),
        })
        .collect();
    let today = read.today();
    let fits = |place: &Place| -> Vec<usize> {
        let may = |who: &Claimer| bars.unfit(&who.member, place, today).is_none();
        (0..members.len()).filter(|at| may(&members[*at])).collect()
    };
    let open: Vec<Open> = all
        .iter()
        .map(|place| Open {
            deal: place.deal,
            grade: place.grade,
            region: place.region.clone(),
            fits: fits(place),
        })
        .collect();
    let mut chosen = choose(&open, &seats);
    let left = (open.len() - chosen.len()) as i64;
    chosen.truncate(MOST);
    let grades: HashMap<Id, Option<Grade>> =
        open.iter().map(|deal| (deal.deal, deal.grade)).collect();
    let mut rows = Vec::new();
    for (deal, seat, free, why) in chosen {
        let member = &members[seat].member;
        rows.push(Proposal {
            deal: pipeline::glance_of(read, deal)?,
            grade: grades.get(&deal).copied().flatten(),
            member: MemberRef {
                id: member.id,
                name: member.name.clone(),
                role: member.role,
            },
            seniority: member.seniority,
            region: member.region.clone(),
            free,
            why,
        });
    }
    Ok(Proposals {
        rows,
        left,
        room: seats.iter().map(|seat| seat.free).sum(),
    })
}

/// Who may be proposed: active members who sell; where nobody sells, all active ones. By name.
fn sellers(read: &Read<'_>) -> Result<Vec<Claimer>> {
    let active: Vec<Member> = team::list(read)?
        .into_iter()
        .filter(|member| member.active)
        .collect();
    let sells = |member: &&Member| member.role == Role::Sales;
    let chosen: Vec<&Member> = match active.iter().any(|member| sells(&member)) {
        true => active.iter().filter(sells).collect(),
        false => active.iter().collect(),
    };
    chosen
        .into_iter()
        .map(|member| Claimer::load(read, member.id))
        .collect()
}

/// A proposal that somebody confirmed.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct Assignment {
    pub deal: Id,
    pub member: Id,
}

/// How many were given, and how many no longer could be.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct Assigned {
    pub given: i64,
    pub stayed: i64,
}

/// Gives deals of the pool to members, as one action. What is no longer in the pool, does not fit or would
/// exceed a cap stays where it is.
pub fn confirm(db: &Db, wanted: &[Assignment]) -> Result<Written<Assigned>> {
    db.write(Act::new("deals_assigned"), |tx| {
        let bars = Bars::load(tx)?;
        let today = tx.today();
        let here: HashMap<Id, Place> = places(tx)?
            .into_iter()
            .map(|place| (place.deal, place))
            .collect();
        let mut room: HashMap<Id, (Member, i64)> = HashMap::new();
        let mut done = Assigned {
            given: 0,
            stayed: 0,
        };
        let mut seen = std::collections::HashSet::new();
        for one in wanted {
            if let Entry::Vacant(new) = room.entry(one.member) {
                let who = Claimer::load(tx, one.member)?;
                new.insert((who.member, who.room.free()));
            }
            let place = here.get(&one.deal).filter(|_| seen.insert(one.deal));
            let fits = match (place, room.get_mut(&one.member)) {
                (Some(place), Some((member, free))) if *free > 0 => {
                    let fits = member.active && bars.unfit(member, place, today).is_none();
                    *free -= i64::from(fits);
                    fits
                }
                _ => false,
            };
            if fits {
                let to = Some(one.member);
                pipeline::hand(tx, one.deal, to, HeldWhy::Assigned, None, None)?;
                done.given += 1;
            } else {
                done.stayed += 1;
            }
        }
        tx.name_subject(done.given.to_string());
        Ok(done)
    })
}
