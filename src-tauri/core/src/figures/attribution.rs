//! Who gets the credit when several touches came before a deal. It shows which touches were *present*, never which
//! *caused*; screens say so.

/// How credit is shared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Model<C> {
    First,
    Last,
    /// The last that is not this channel.
    LastBut(C),
    Linear,
    /// 40 % to each end, 20 % to those between.
    Position,
    /// Halves with so many days before the end.
    Decay {
        half_life_days: f64,
    },
}

/// The usual half-life.
pub const HALF_LIFE_DAYS: f64 = 7.0;

/// A touch before a deal.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Touch<C> {
    pub channel: C,
    /// Days before the end.
    pub days_before: f64,
}

/// The credit of each touch, in their order; the shares make 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Credit {
    pub shares: Vec<f64>,
    /// Only the channel that was to be passed over was there: it got the credit all the same.
    pub only: bool,
}

/// Shares the credit of one deal among its touches, the earliest first.
pub fn credit<C: PartialEq>(model: &Model<C>, touches: &[Touch<C>]) -> Credit {
    let n = touches.len();
    let mut shares = vec![0.0; n];
    let mut only = false;
    if n == 0 {
        return Credit { shares, only };
    }
    match model {
        Model::First => shares[0] = 1.0,
        Model::Last => shares[n - 1] = 1.0,
        Model::LastBut(passed) => {
            let last = touches.iter().rposition(|touch| touch.channel != *passed);
            only = last.is_none();
            shares[last.unwrap_or(n - 1)] = 1.0;
        }
        Model::Linear => shares.fill(1.0 / n as f64),
        Model::Position => match n {
            1 => shares[0] = 1.0,
            2 => shares.fill(0.5),
            _ => {
                shares.fill(0.2 / (n - 2) as f64);
                shares[0] = 0.4;
                shares[n - 1] = 0.4;
            }
        },
        Model::Decay { half_life_days } => {
            for (share, touch) in shares.iter_mut().zip(touches) {
                *share = (-touch.days_before / half_life_days).exp2();
            }
            let sum: f64 = shares.iter().sum();
            shares.iter_mut().for_each(|share| *share /= sum);
        }
    }
    Credit { shares, only }
}

/// Journeys that went the same way: channels in order, and how many of them ended in a deal and how many did not.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    pub channels: Vec<usize>,
    pub won: f64,
    pub lost: f64,
}

/// What a Markov chain of order 1 says (Anderl et al. 2016), by linear algebra rather than simulation.
#[derive(Debug, Clone, PartialEq)]
pub struct Markov {
    /// Probability that a journey ends in a deal.
    pub won: f64,
    /// By channel: the share of deals that would be missing without it, journeys through it leading nowhere.
    pub removal: Vec<f64>,
    /// Removal effects as shares of their sum; all 0 where there is no deal.
    pub shares: Vec<f64>,
}

/// Credit by removal effect over `channels` channels, numbered from 0 in the paths.
pub fn markov(paths: &[Path], channels: usize) -> Markov {
    // States: channels, then the start. `won` is where they go for good.
    let start = channels;
    let mut flow = vec![vec![0.0; channels + 1]; channels + 1];
    let mut ends = vec![0.0; channels + 1];
    let mut out = vec![0.0; channels + 1];
    for path in paths {
        let weight = path.won + path.lost;
        let mut at = start;
        for channel in &path.channels {
            flow[at][*channel] += weight;
            out[at] += weight;
            at = *channel;
        }
        ends[at] += path.won;
        out[at] += weight;
    }
    for (state, out) in out.iter().enumerate().filter(|(_, out)| **out > 0.0) {
        flow[state].iter_mut().for_each(|weight| *weight /= out);
        ends[state] /= out;
    }
    let won_without = |gone: Option<usize>| {
        let size = channels + 1;
        let mut rows: Vec<Vec<f64>> = (0..size)
            .map(|from| {
                let mut row: Vec<f64> = (0..size)
                    .map(|to| f64::from(u8::from(from == to)) - flow[from][to])
                    .collect();
                row.push(ends[from]);
                row
            })
            .collect();
        if let Some(gone) = gone {
            rows[gone].fill(0.0);
            rows[gone][gone] = 1.0;
        }
        solve(rows)[start]
    };
    let won = won_without(None);
    let removal: Vec<f64> = (0..channels)
        .map(|channel| match won > 0.0 {
            true => 1.0 - won_without(Some(channel)) / won,
            false => 0.0,
        })
        .collect();
    let sum: f64 = removal.iter().sum();
    let shares = removal
        .iter()
        .map(|effect| if sum > 0.0 { effect / sum } else { 0.0 })
        .collect();
    Markov {
        won,
        removal,
        shares,
    }
}

/// Solves equations whose last column is the right side, by elimination with the largest pivot. An unknown that
/// nothing determines (a circle without a way out) is 0: nobody gets to a deal from there.
fn solve(mut rows: Vec<Vec<f64>>) -> Vec<f64> {
    let size = rows.len();
    let mut pivots = vec![None; size];
    let mut at = 0;
    for column in 0..size {
        let largest = (at..size)
            .max_by(|a, b| rows[*a][column].abs().total_cmp(&rows[*b][column].abs()))
            .filter(|row| rows[*row][column].abs() > 1e-12);
        let Some(largest) = largest else {
            continue;
        };
        rows.swap(at, largest);
        let pivot = rows[at].clone();
        for (row, values) in rows.iter_mut().enumerate().filter(|(row, _)| *row != at) {
            debug_assert_ne!(row, at);
            let factor = values[column] / pivot[column];
            values
                .iter_mut()
                .zip(&pivot)
                .for_each(|(value, pivot)| *value -= factor * pivot);
        }
        pivots[column] = Some(at);
        at += 1;
    }
    let value = |(column, row): (usize, &Option<usize>)| {
        row.map_or(0.0, |row| rows[row][size] / rows[row][column])
    };
    pivots.iter().enumerate().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touches(channels: &[char]) -> Vec<Touch<char>> {
        let touch = |channel: &char| Touch {
            channel: *channel,
            days_before: 0.0,
        };
        channels.iter().map(touch).collect()
    }

    fn near(is: &[f64], wanted: &[f64]) {
        assert_eq!(is.len(), wanted.len());
        for (is, wanted) in is.iter().zip(wanted) {
            assert!((is - wanted).abs() < 6e-7, "{is} is not {wanted}");
        }
    }

    #[test]
    fn position_gives_the_ends_most_and_few_touches_share() {
        let of = |channels: &[char]| credit(&Model::Position, &touches(channels)).shares;
        near(&of(&['a']), &[1.0]);
        near(&of(&['a', 'b']), &[0.5, 0.5]);
        near(&of(&['a', 'b', 'c', 'd']), &[0.4, 0.1, 0.1, 0.4]);
        assert!(of(&[]).is_empty());
    }

    #[test]
    fn credit_halves_with_every_half_life() {
        let touches = [14.0, 7.0, 0.0].map(|days_before| Touch {
            channel: 'a',
            days_before,
        });
        let model = Model::Decay {
            half_life_days: HALF_LIFE_DAYS,
        };
        near(
            &credit(&model, &touches).shares,
            &[0.142857, 0.285714, 0.571429],
        );
    }

    #[test]
    fn the_last_but_one_channel_says_so_when_only_that_was_there() {
        let model = Model::LastBut('x');
        let passed = credit(&model, &touches(&['a', 'b', 'x', 'x']));
        assert_eq!(passed.shares, [0.0, 1.0, 0.0, 0.0]);
        assert!(!passed.only);
        let only = credit(&model, &touches(&['x', 'x']));
        assert_eq!((only.shares, only.only), (vec![0.0, 1.0], true));
    }

    #[test]
    fn removal_effects_are_exact() {
        let path = |channels: &[usize], won, lost| Path {
            channels: channels.to_vec(),
            won,
            lost,
        };
        let told = markov(
            &[
                path(&[0, 1, 2], 1.0, 0.0),
                path(&[0], 0.0, 1.0),
                path(&[1, 2], 0.0, 1.0),
            ],
            3,
        );
        near(&[told.won], &[1.0 / 3.0]);
        near(&told.removal, &[0.5, 1.0, 1.0]);
        near(&told.shares, &[0.2, 0.4, 0.4]);
    }

    #[test]
    fn nine_paths_give_each_model_its_known_sums() {
        let nine: [&[char]; 9] = [
            &['A'],
            &['A', 'B'],
            &['A', 'B', 'C'],
            &['B'],
            &['B', 'A'],
            &['B', 'C', 'A'],
            &['C'],
            &['C', 'A'],
            &['C', 'B', 'A'],
        ];
        let at = |channel: char| "ABC".find(channel).expect("a channel");
        let sums = |model: Model<char>| {
            let mut sums = [0.0; 3];
            for channels in nine {
                let shares = credit(&model, &touches(channels)).shares;
                for (channel, share) in channels.iter().zip(shares) {
                    sums[at(*channel)] += 3.0 * share;
                }
            }
            sums
        };
        near(&sums(Model::First), &[9.0, 9.0, 9.0]);
        near(&sums(Model::Last), &[15.0, 6.0, 6.0]);
        near(&sums(Model::Linear), &[10.5, 9.0, 7.5]);
        let paths = nine.map(|channels| Path {
            channels: channels.iter().map(|channel| at(*channel)).collect(),
            won: 1.0,
            lost: 0.0,
        });
        let shares = markov(&paths, 3).shares;
        let worth: Vec<f64> = shares.iter().map(|share| 27.0 * share).collect();
        near(&worth, &[10.643154, 8.514523, 7.842324]);
    }

    #[test]
    fn where_nothing_was_won_or_nothing_leads_out_nobody_gets_credit() {
        let lost = Path {
            channels: vec![0],
            won: 0.0,
            lost: 2.0,
        };
        assert_eq!(markov(&[lost], 1).shares, [0.0]);
        assert_eq!(markov(&[], 2).won, 0.0);
    }
}
