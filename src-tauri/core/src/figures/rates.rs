//! Shares of counts: how sure one is of a share, and whether two differ.

/// Below so many nobody reads a percentage: "3 of 4".
pub const FEW: i64 = 5;

/// The 97.5 % point of the standard normal distribution.
const Z95: f64 = 1.959_963_984_540_054;
/// The 80 % point: a real difference is found four times in five.
const Z80: f64 = 0.841_621_233_572_914_3;

/// An interval of shares, 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize, specta::Type)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// 95 % interval of a share of `k` in `n` (Wilson 1927); `None` of nothing.
pub fn wilson(k: i64, n: i64) -> Option<Interval> {
    if n <= 0 {
        return None;
    }
    let (n, share) = (n as f64, k as f64 / n as f64);
    let z2 = Z95 * Z95;
    let center = share + z2 / (2.0 * n);
    let half = Z95 * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    let whole = 1.0 + z2 / n;
    Some(Interval {
        low: ((center - half) / whole).max(0.0),
        high: ((center + half) / whole).min(1.0),
    })
}

/// How sure a difference between two variants is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Clear,
    Leaning,
    NotEnough,
}

/// Two variants beside each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Of the two-proportion test; `None`: too few for it, Fisher's exact test was used.
    pub z: Option<f64>,
    /// Two-sided.
    pub p: f64,
    /// How likely the second is the better one, under Beta(1, 1) for each.
    pub second_better: f64,
    pub verdict: Verdict,
}

/// Whether `k1` of `n1` and `k2` of `n2` differ: the two-proportion z test with the pooled share where each
/// arm has more than 5 of either outcome expected, else Fisher's exact test. "Clear" is p below .05, "leaning" below
/// .1. `None` where an arm is empty.
pub fn difference(k1: i64, n1: i64, k2: i64, n2: i64) -> Option<Difference> {
    if n1 <= 0 || n2 <= 0 {
        return None;
    }
    let pooled = (k1 + k2) as f64 / (n1 + n2) as f64;
    let enough = [n1, n2]
        .iter()
        .all(|n| *n as f64 * pooled > 5.0 && *n as f64 * (1.0 - pooled) > 5.0);
    let (z, p) = if enough {
        let gap = k2 as f64 / n2 as f64 - k1 as f64 / n1 as f64;
        let error = (pooled * (1.0 - pooled) * (1.0 / n1 as f64 + 1.0 / n2 as f64)).sqrt();
        let z = gap / error;
        (Some(z), two_sided(z))
    } else {
        (None, fisher(k1, n1, k2, n2))
    };
    let verdict = match p {
        p if p < 0.05 => Verdict::Clear,
        p if p < 0.1 => Verdict::Leaning,
        _ => Verdict::NotEnough,
    };
    Some(Difference {
        z,
        p,
        second_better: second_better(k1, n1, k2, n2),
        verdict,
    })
}

/// Two-sided p of a standard normal z.
fn two_sided(z: f64) -> f64 {
    libm::erfc(z.abs() / std::f64::consts::SQRT_2)
}

fn ln_beta(a: f64, b: f64) -> f64 {
    libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b)
}

/// ln of how many ways there are to choose `k` of `n`.
fn ln_choose(n: i64, k: i64) -> f64 {
    let ln_factorial = |n: i64| libm::lgamma(n as f64 + 1.0);
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}

/// Two-sided p of Fisher's exact test: all tables with these margins that are no likelier than this one.
fn fisher(k1: i64, n1: i64, k2: i64, n2: i64) -> f64 {
    let k = k1 + k2;
    let all = ln_choose(n1 + n2, k);
    let table = |first: i64| (ln_choose(n1, first) + ln_choose(n2, k - first) - all).exp();
    let here = table(k1) * (1.0 + 1e-7);
    let tables = (k - n2).max(0)..=k.min(n1);
    let p: f64 = tables.map(table).filter(|p| *p <= here).sum();
    p.min(1.0)
}

/// P(B > A) with Beta(1, 1) before the counts, exactly (Miller 2015, "Formulas for Bayesian A/B Testing").
fn second_better(k1: i64, n1: i64, k2: i64, n2: i64) -> f64 {
    let (a1, b1) = ((k1 + 1) as f64, (n1 - k1 + 1) as f64);
    let b2 = (n2 - k2 + 1) as f64;
    let term = |i: i64| {
        let i = i as f64;
        (ln_beta(a1 + i, b1 + b2) - (b2 + i).ln() - ln_beta(1.0 + i, b2) - ln_beta(a1, b1)).exp()
    };
    (0..=k2).map(term).sum::<f64>().clamp(0.0, 1.0)
}

/// Whether people were split as they should have been: χ² of two equal arms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    pub chi2: f64,
    pub p: f64,
    /// p below .001: something sorted them, no comparison holds.
    pub alarm: bool,
}

/// Sample ratio check of two arms that should be equal; `None` of nothing.
pub fn split(first: i64, second: i64) -> Option<Split> {
    let (sum, gap) = ((first + second) as f64, (first - second) as f64);
    if sum <= 0.0 {
        return None;
    }
    let chi2 = gap * gap / sum;
    // With one degree of freedom χ² is the square of a standard normal.
    let p = two_sided(chi2.sqrt());
    Some(Split {
        chi2,
        p,
        alarm: p < 0.001,
    })
}

/// How many each arm needs to tell `to` from `from` (shares) at α .05 with power .8:
/// (z√(2p₁q₁) + z_β√(p₁q₁+p₂q₂))²/δ², to the nearest whole. `None` where nothing is to be told apart.
pub fn sample_size(from: f64, to: f64) -> Option<i64> {
    let (first, second) = (from * (1.0 - from), to * (1.0 - to));
    let root = Z95 * (2.0 * first).sqrt() + Z80 * (first + second).sqrt();
    let size = (root / (to - from)).powi(2).round();
    (size.is_finite() && size > 0.0).then_some(size as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(is: f64, wanted: f64, places: i32) {
        let off = (is - wanted).abs();
        assert!(off < 0.6 * 10_f64.powi(-places), "{is} is not {wanted}");
    }

    #[test]
    fn wilson_intervals_are_those_of_the_reference() {
        for (k, n, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
            (3, 10, 0.1078, 0.6032),
        ] {
            let interval = wilson(k, n).expect("an interval");
            near(interval.low, low, 4);
            near(interval.high, high, 4);
        }
        assert_eq!(wilson(0, 0), None);
        assert_eq!(wilson(4, 4).map(|interval| interval.high), Some(1.0));
    }

    #[test]
    fn many_are_compared_by_z_few_exactly_and_the_words_are_careful() {
        let many = difference(200, 1000, 250, 1000).expect("two arms");
        near(many.z.expect("z"), 2.677398, 6);
        near(many.p, 0.0074196, 7);
        near(many.second_better, 0.996283, 6);
        assert_eq!(many.verdict, Verdict::Clear);

        let few = difference(3, 10, 7, 10).expect("two arms");
        assert_eq!(few.z, None);
        near(few.p, 0.1788954, 7);
        near(few.second_better, 0.956946, 6);
        assert_eq!(few.verdict, Verdict::NotEnough);

        assert_eq!(difference(0, 0, 1, 2), None);
        let same = difference(0, 3, 0, 4).expect("two arms");
        assert_eq!((same.p, same.verdict), (1.0, Verdict::NotEnough));
    }

    #[test]
    fn a_split_that_is_off_raises_the_alarm() {
        let off = split(821_588, 815_482).expect("a split");
        near(off.chi2, 22.774, 3);
        assert!(off.alarm && off.p < 0.001);
        assert!(!split(500, 510).expect("a split").alarm);
        assert_eq!(split(0, 0), None);
    }

    #[test]
    fn the_sample_size_is_that_of_the_unpooled_form() {
        assert_eq!(sample_size(0.20, 0.25), Some(1030));
        assert_eq!(sample_size(0.2, 0.2), None);
    }
}
