//! Sums of money, exact: no amount is ever typed as a total, and no minor unit is lost or made.
//!
//! - A line is rounded once, half away from zero, from the exact product of quantity, price and discount.
//!   A total is the sum of its rounded lines, so it is the sum of what stands on the paper.
//! - Shares of an amount are rounded where they end: part k is round(amount × (s₁ + … + s_k)) minus
//!   what stands before it. Shares that make up the whole therefore sum to the whole, whatever they are.
//! - Money received counts first for the part it was meant for; what is left over, and what was meant for
//!   none, fills the parts in their order. Paid parts and what is over always sum to what was received.

/// The largest amount: what every program that reads our JSON can tell apart from its neighbours (2⁵³ − 1).
pub const MOST: i64 = 9_007_199_254_740_991;

/// Hundredths of a percent in a whole.
pub const WHOLE: i64 = 10_000;

const MILLI: i128 = 1000;

/// What a line comes to before and after its discount, minor units; `None`: more than [`MOST`].
pub fn line(quantity_milli: i64, unit_minor: i64, discount_bp: i64) -> Option<(i64, i64)> {
    let whole = i128::from(quantity_milli).checked_mul(i128::from(unit_minor))?;
    let left = i128::from(WHOLE).checked_sub(i128::from(discount_bp))?;
    let before = rounded(whole, MILLI)?;
    let after = rounded(whole.checked_mul(left)?, MILLI * i128::from(WHOLE))?;
    Some((fits(before)?, fits(after)?))
}

/// The sum; `None`: more than [`MOST`].
pub fn total(amounts: impl IntoIterator<Item = i64>) -> Option<i64> {
    fits(amounts.into_iter().map(i128::from).sum())
}

/// `amount` in shares of hundredths of a percent, in their order; `None`: more than fits.
pub fn shares(amount: i64, shares_bp: &[i64]) -> Option<Vec<i64>> {
    let (mut taken, mut until) = (0, 0_i128);
    let part = |share: &i64| {
        until += i128::from(*share);
        let here = rounded(i128::from(amount).checked_mul(until)?, i128::from(WHOLE))?;
        let part = i64::try_from(here - taken).ok()?;
        taken = here;
        Some(part)
    };
    shares_bp.iter().map(part).collect()
}

/// A part of a plan before money is counted against it, minor units.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// `None`: unknown; only what is meant for it counts.
    pub worth: Option<i64>,
    /// What came in for it.
    pub meant: i128,
}

/// What of the money received counts for each part, and how much is over. `free`: meant for none.
pub fn paid(parts: &[Part], free: i128) -> (Vec<i128>, i128) {
    let room = |part: &Part, paid: i128| {
        let worth = part.worth.map_or(0, |worth| i128::from(worth.max(0)));
        (worth - paid).max(0)
    };
    let mut left = free;
    let mut all: Vec<i128> = Vec::with_capacity(parts.len());
    for part in parts {
        let over = match part.worth {
            Some(worth) => (part.meant - i128::from(worth.max(0))).max(0),
            None => 0,
        };
        left += over;
        all.push(part.meant - over);
    }
    for (part, paid) in parts.iter().zip(&mut all) {
        let more = room(part, *paid).min(left);
        *paid += more;
        left -= more;
    }
    (all, left)
}

/// The nearest amount that can be kept: sums over rows that were checked one by one.
pub fn kept(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN } else { i64::MAX })
}

fn fits(amount: i128) -> Option<i64> {
    i64::try_from(amount)
        .ok()
        .filter(|amount| (-MOST..=MOST).contains(amount))
}

/// number / by, half away from zero.
fn rounded(number: i128, by: i128) -> Option<i128> {
    let half = by / 2;
    let away = if number < 0 { -half } else { half };
    Some(number.checked_add(away)? / by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_rounded_once_half_away_from_zero() {
        for (quantity, unit, discount, before, after) in [
            (1000, 8_600_000, 0, 8_600_000, 8_600_000),
            (3000, 33, 1000, 99, 89),
            (1500, 101, 0, 152, 152),
            (1, 499, 0, 0, 0),
            (1, 500, 0, 1, 1),
            (1000, 100, 10_000, 100, 0),
            (1000, 1, 5000, 1, 1),
            (1000, 1, 5001, 1, 0),
        ] {
            let sum = line(quantity, unit, discount);
            assert_eq!(
                sum,
                Some((before, after)),
                "{quantity} × {unit} − {discount}"
            );
        }
        assert_eq!(line(1000, MOST, 0), Some((MOST, MOST)));
        assert_eq!(line(1001, MOST, 0), None);
        assert_eq!(line(i64::MAX, i64::MAX, i64::MIN), None);
        assert_eq!(total([MOST, 1]), None);
        assert_eq!(total([]), Some(0));
    }

    #[test]
    fn thirty_sixty_ten_of_a_cent_more_than_a_round_sum_is_the_sum() {
        let parts = shares(8_600_001, &[3000, 6000, 1000]);
        assert_eq!(parts, Some(vec![2_580_000, 5_160_001, 860_000]));
        assert_eq!(shares(1, &[3333, 3333, 3334]), Some(vec![0, 1, 0]));
    }

    #[test]
    fn money_fills_what_it_was_meant_for_and_then_the_first_open_part() {
        let part = |worth, meant| Part { worth, meant };
        let parts = [
            part(Some(30), 0),
            part(Some(60), 70),
            part(None, 5),
            part(Some(10), 0),
        ];
        let (counted, over) = paid(&parts, 25);
        assert_eq!((counted, over), (vec![30, 60, 5, 5], 0));
        let (counted, over) = paid(&parts, 50);
        assert_eq!((counted, over), (vec![30, 60, 5, 10], 20));
    }

    proptest! {
        #[test]
        fn a_total_is_the_sum_of_its_lines_and_never_above_the_price(
            lines in prop::collection::vec((1..1_000_000_i64, 0..1_000_000_000_i64, 0..=WHOLE), 0..30)
        ) {
            let sums: Vec<_> = lines.iter().filter_map(|(q, u, d)| line(*q, *u, *d)).collect();
            prop_assert_eq!(sums.len(), lines.len());
            for ((quantity, unit, discount), (before, after)) in lines.iter().zip(&sums) {
                prop_assert!((0..=*before).contains(after));
                // Twice the exact value against twice the rounded one: never more than half a unit apart.
                let exact = i128::from(*quantity) * i128::from(*unit) * i128::from(WHOLE - discount);
                let apart = 2 * (exact - i128::from(*after) * MILLI * i128::from(WHOLE));
                prop_assert!(apart.abs() <= MILLI * i128::from(WHOLE));
            }
            let plain: i128 = sums.iter().map(|(_, after)| i128::from(*after)).sum();
            prop_assert_eq!(total(sums.iter().map(|(_, after)| *after)).map(i128::from), Some(plain));
        }

        #[test]
        fn shares_that_make_the_whole_sum_to_the_whole(amount in 0..=MOST, cuts in prop::collection::vec(0..=WHOLE, 0..12)) {
            let mut ends = cuts;
            ends.extend([0, WHOLE]);
            ends.sort_unstable();
            let parts: Vec<i64> = ends.windows(2).map(|pair| pair[1] - pair[0]).collect();
            let found = shares(amount, &parts).expect("they fit");
            prop_assert!(found.iter().all(|part| *part >= 0));
            prop_assert_eq!(found.iter().map(|part| i128::from(*part)).sum::<i128>(), i128::from(amount));
        }

        #[test]
        fn every_cent_received_is_counted_once(
            parts in prop::collection::vec((prop::option::of(0..MOST), 0..MOST), 0..12), free in 0..MOST
        ) {
            let parts: Vec<Part> = parts.into_iter().map(|(worth, meant)| Part { worth, meant: meant.into() }).collect();
            let received = i128::from(free) + parts.iter().map(|part| part.meant).sum::<i128>();
            let (counted, over) = paid(&parts, free.into());
            prop_assert_eq!(counted.iter().sum::<i128>() + over, received);
            prop_assert!(over >= 0);
            for (part, counted) in parts.iter().zip(&counted) {
                prop_assert!(part.worth.is_none_or(|worth| *counted <= i128::from(worth)));
                // Nothing is over while something known is open.
                prop_assert!(over == 0 || part.worth.is_none_or(|worth| *counted == i128::from(worth)));
            }
        }
    }
}
