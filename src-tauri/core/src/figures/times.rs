//! How long something takes when not everything has ended yet. What is still open counts for as long as it has been
//! open: an average of the ended ones alone would only count the quick ones.

/// One case: how long it has lasted (days, or any one unit), and by which exit it ended; `None`: still open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spell {
    pub length: i64,
    pub exit: Option<u8>,
}

impl Spell {
    pub fn ended(length: i64, exit: u8) -> Self {
        Spell {
            length,
            exit: Some(exit),
        }
    }

    pub fn open(length: i64) -> Self {
        Spell { length, exit: None }
    }
}

/// Shares at one length.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    pub length: i64,
    /// Share still in it after this length, by any exit (Kaplan & Meier 1958).
    pub remaining: f64,
    /// Share gone by each exit up to this length (Aalen & Johansen 1978); with `remaining` they make 1.
    pub gone: Vec<f64>,
}

/// The course of many cases: a step at each length at which one ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Cases, open ones among them.
    pub n: usize,
    /// Of these, still open.
    pub open: usize,
    exits: usize,
    steps: Vec<Step>,
}

impl Course {
    /// The course of cases with exits 0 to `exits` − 1. Those open at a length were still there when others ended at
    /// it. Negative lengths count as 0.
    pub fn of(mut spells: Vec<Spell>, exits: usize) -> Self {
        for spell in &mut spells {
            spell.length = spell.length.max(0);
        }
        spells.sort_unstable();
        let n = spells.len();
        let open = spells.iter().filter(|spell| spell.exit.is_none()).count();
        let (mut remaining, mut gone) = (1.0, vec![0.0; exits]);
        let (mut steps, mut at) = (Vec::new(), 0);
        while at < n {
            let length = spells[at].length;
            let there = (n - at) as f64;
            let mut ended = vec![0_u32; exits];
            while at < n && spells[at].length == length {
                if let Some(exit) = spells[at].exit {
                    ended[usize::from(exit)] += 1;
                }
                at += 1;
            }
            let sum: u32 = ended.iter().sum();
            if sum == 0 {
                continue;
            }
            for (gone, ended) in gone.iter_mut().zip(&ended) {
                *gone += remaining * f64::from(*ended) / there;
            }
            remaining *= 1.0 - f64::from(sum) / there;
            steps.push(Step {
                length,
                remaining,
                gone: gone.clone(),
            });
        }
        Course {
            n,
            open,
            exits,
            steps,
        }
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Share still in it at the end of what was observed.
    pub fn remaining(&self) -> f64 {
        self.steps.last().map_or(1.0, |step| step.remaining)
    }

    /// Share gone by an exit, up to the end of what was observed.
    pub fn gone(&self, exit: usize) -> f64 {
        debug_assert!(exit < self.exits, "an exit that was declared");
        self.steps.last().map_or(0.0, |step| step.gone[exit])
    }

    /// The length after which a share (0 to 1) has gone by any exit; `None`: not reached.
    pub fn quantile(&self, share: f64) -> Option<i64> {
        self.reached(|step| 1.0 - step.remaining, share)
    }

    /// The length after which a share of all cases has gone by one exit; `None`: not reached.
    pub fn quantile_by(&self, exit: usize, share: f64) -> Option<i64> {
        self.reached(|step| step.gone[exit], share)
    }

    fn reached(&self, gone: impl Fn(&Step) -> f64, share: f64) -> Option<i64> {
        // A share that is met exactly must not be missed by rounding.
        let step = self.steps.iter().find(|step| gone(step) >= share - 1e-12)?;
        Some(step.length)
    }
}

/// A share (0 to 1) of values that are all known, read off the sorted values by nearest rank; `None` of none.
pub fn quantile_of(values: &mut [i64], share: f64) -> Option<i64> {
    values.sort_unstable();
    let rank = (share * values.len() as f64).ceil() as usize;
    values.get(rank.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Remission in weeks under 6-mercaptopurine (Freireich et al. 1963); a minus is still in remission.
    const SIX_MP: [i64; 21] = [
        6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35,
    ];

    fn six_mp() -> Course {
        let spell = |weeks: &i64| match *weeks {
            open if open < 0 => Spell::open(-open),
            ended => Spell::ended(ended, 0),
        };
        Course::of(SIX_MP.iter().map(spell).collect(), 1)
    }

    #[test]
    fn the_textbook_series_gives_the_textbook_curve() {
        let course = six_mp();
        let told: Vec<(i64, String)> = course
            .steps()
            .iter()
            .map(|step| (step.length, format!("{:.4}", step.remaining)))
            .collect();
        let wanted = [
            (6, ".8571"),
            (7, ".8067"),
            (10, ".7529"),
            (13, ".6902"),
            (16, ".6275"),
            (22, ".5378"),
            (23, ".4482"),
        ];
        assert_eq!(
            told,
            wanted.map(|(week, share)| (week, format!("0{share}")))
        );
        assert_eq!(course.quantile(0.5), Some(23));
        assert_eq!(course.quantile(0.75), None, "not reached");
        assert_eq!((course.n, course.open), (21, 12));
        let mut ended: Vec<i64> = SIX_MP.iter().copied().filter(|week| *week > 0).collect();
        assert_eq!(quantile_of(&mut ended, 0.5), Some(10));
    }

    #[test]
    fn rival_exits_and_what_is_left_make_one() {
        // Won at 2 and 4, lost at 1 and 3, one open at 3 and one at 5.
        let course = Course::of(
            vec![
                Spell::ended(1, 1),
                Spell::ended(2, 0),
                Spell::ended(3, 1),
                Spell::open(3),
                Spell::ended(4, 0),
                Spell::open(5),
            ],
            2,
        );
        // 1/6 lost; of 5/6, 1/5 won; of 4/6, 1/4 lost; two left at 4: of 3/6, 1/2 won.
        for step in course.steps() {
            let sum = step.remaining + step.gone.iter().sum::<f64>();
            assert!((sum - 1.0).abs() < 1e-12, "{step:?}");
        }
        assert!((course.gone(0) - (1.0 / 6.0 + 0.25)).abs() < 1e-12);
        assert!((course.gone(1) - 2.0 / 6.0).abs() < 1e-12);
        assert!((course.remaining() - 0.25).abs() < 1e-12);
        assert_eq!(course.quantile(0.5), Some(3), "met exactly");
        assert_eq!(course.quantile_by(0, 0.4), Some(4));
        assert_eq!(course.quantile_by(1, 0.4), None);
    }

    #[test]
    fn nothing_has_no_course() {
        let course = Course::of(Vec::new(), 2);
        assert_eq!(
            (course.n, course.remaining(), course.gone(1)),
            (0, 1.0, 0.0)
        );
        assert_eq!(course.quantile(0.5), None);
        assert_eq!(quantile_of(&mut [], 0.5), None);
        assert_eq!(Course::of(vec![Spell::open(-3)], 1).quantile(0.1), None);
    }
}
