//! Figures on tagged words: which tags go together, and whether interviews still bring anything new.

use std::collections::BTreeSet;

/// Jaccard index of two tags: excerpts with both among those with either; `None` where neither occurs.
pub fn jaccard(first: i64, second: i64, both: i64) -> Option<f64> {
    let either = first + second - both;
    (either > 0).then(|| both as f64 / either as f64)
}

/// How saturation is looked at (Guest, Namey & Chen 2020).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Saturation {
    /// Interviews whose themes are the base.
    pub base: usize,
    /// Interviews of a run.
    pub run: usize,
    /// New themes of a run among those of the base, at or below which nothing much is new.
    pub threshold: f64,
}

impl Default for Saturation {
    fn default() -> Self {
        Saturation {
            base: 4,
            run: 2,
            threshold: 0.05,
        }
    }
}

/// What one run of interviews brought.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Run {
    /// Interviews up to its end.
    pub interviews: usize,
    /// Themes that nobody named before.
    pub new: usize,
    /// New themes ÷ themes of the base; `None` where the base has none.
    pub share: Option<f64>,
}

impl Saturation {
    /// The runs after the base, each one interview later than the one before; empty where there are too few
    /// interviews. `themes`: those of each interview, in the order in which they were held.
    pub fn runs<T: Ord + Clone>(&self, themes: &[BTreeSet<T>]) -> Vec<Run> {
        let named = |interviews: &[BTreeSet<T>]| -> BTreeSet<T> {
            interviews.iter().flatten().cloned().collect()
        };
        if themes.len() < self.base + self.run {
            return Vec::new();
        }
        let base = named(&themes[..self.base]).len();
        (self.base..=themes.len() - self.run)
            .map(|from| {
                let before = named(&themes[..from]);
                let run = named(&themes[from..from + self.run]);
                let new = run.difference(&before).count();
                Run {
                    interviews: from + self.run,
                    new,
                    share: (base > 0).then(|| new as f64 / base as f64),
                }
            })
            .collect()
    }

    /// After how many interviews hardly anything was new; `None`: not yet.
    pub fn reached<T: Ord + Clone>(&self, themes: &[BTreeSet<T>]) -> Option<usize> {
        let quiet = |run: &Run| run.share.is_some_and(|share| share <= self.threshold);
        Some(self.runs(themes).iter().find(|run| quiet(run))?.interviews)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_that_go_together_are_told_by_jaccard() {
        assert_eq!(jaccard(12, 9, 5), Some(0.3125));
        assert_eq!(jaccard(0, 0, 0), None);
    }

    #[test]
    fn interviews_are_enough_once_a_run_brings_next_to_nothing() {
        let interviews: Vec<BTreeSet<u8>> = [
            &[1, 2, 3][..],
            &[2, 4],
            &[5, 6],
            &[1, 7, 8],
            &[9],
            &[2, 3],
            &[1, 9],
        ]
        .map(|themes| themes.iter().copied().collect())
        .to_vec();
        let looked = Saturation::default();
        let runs = looked.runs(&interviews);
        let told: Vec<_> = runs
            .iter()
            .map(|run| (run.interviews, run.new, run.share))
            .collect();
        assert_eq!(told, [(6, 1, Some(0.125)), (7, 0, Some(0.0))]);
        assert_eq!(looked.reached(&interviews), Some(7));
        assert_eq!(looked.reached(&interviews[..6]), None);
        assert!(looked.runs(&interviews[..5]).is_empty());
    }
}
