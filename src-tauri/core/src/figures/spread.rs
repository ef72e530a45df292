//! How far something spreads.

/// How many of a finite audience see something at least once: U = P(1 − e^(−I/P)), for impressions that fall at
/// random. People.
pub fn reach(audience: f64, impressions: f64) -> f64 {
    if audience <= 0.0 {
        return 0.0;
    }
    audience * (1.0 - (-impressions / audience).exp())
}

/// K: new people that each person brings, invitations per person × the share that accepts. Above 1 it grows by
/// itself.
pub fn growth(invitations_each: f64, accepted: f64) -> f64 {
    invitations_each * accepted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reach_saturates_in_a_finite_audience() {
        assert_eq!(reach(200_000.0, 60_000.0).round(), 51_836.0);
        assert_eq!(reach(200_000.0, 660_000.0).round(), 192_623.0);
        assert_eq!(reach(0.0, 10.0), 0.0);
    }

    #[test]
    fn it_grows_where_each_brings_more_than_one() {
        assert!(growth(5.0, 0.25) > 1.0);
        assert!(growth(5.0, 0.1) < 1.0);
    }
}
