//! The reference cases of MATHS.md, and what windows, exclusions and optional steps do.

use super::*;

fn funnel(steps: &str, order: Order) -> Funnel<char> {
    let step = |event| Step {
        event,
        optional: false,
    };
    Funnel {
        steps: steps.chars().map(step).collect(),
        order,
        window: Window::default(),
        excluded: Vec::new(),
    }
}

/// One event an hour.
fn hourly(events: &str) -> Vec<(i64, char)> {
    let at = |(hour, event)| (hour as i64 * DAY / 24, event);
    events.chars().enumerate().map(at).collect()
}

fn level(funnel: &Funnel<char>, events: &[(i64, char)]) -> usize {
    match funnel.reached(events) {
        Reached::Steps(done) => done.iter().filter(|done| **done).count(),
        Reached::Excluded => panic!("excluded"),
    }
}

#[test]
fn the_reference_cases_reach_their_steps() {
    let four = |order| funnel("ABCD", order);
    assert_eq!(level(&four(Order::Deduplicated), &hourly("ABCBD")), 3);
    assert_eq!(level(&four(Order::Strict), &hourly("ABDC")), 2);
    let three = funnel("123", Order::Sequential);
    assert_eq!(level(&three, &hourly("1234")), 3);
    assert_eq!(level(&three, &hourly("4321")), 1);
    assert_eq!(level(&three, &hourly("43")), 0);
}

#[test]
fn what_lies_between_matters_by_order() {
    assert_eq!(
        level(&funnel("ABC", Order::Sequential), &hourly("AxBxC")),
        3
    );
    assert_eq!(level(&funnel("ABC", Order::Strict), &hourly("AxABC")), 3);
    assert_eq!(level(&funnel("ABC", Order::Strict), &hourly("ABxC")), 2);
    assert_eq!(level(&funnel("ABC", Order::Any), &hourly("CxAB")), 3);
    let deduplicated = funnel("ABC", Order::Deduplicated);
    assert_eq!(level(&deduplicated, &hourly("ABxC")), 3);
    assert_eq!(level(&deduplicated, &hourly("ABBC")), 2);
}

#[test]
fn the_same_step_twice_means_doing_it_twice() {
    for order in [Order::Sequential, Order::Strict, Order::Any] {
        let twice = funnel("AA", order);
        assert_eq!(level(&twice, &hourly("A")), 1);
        assert_eq!(level(&twice, &hourly("AA")), 2);
    }
}

#[test]
fn the_window_runs_from_the_first_step_or_from_step_to_step() {
    let days = |days: &[i64]| -> Vec<(i64, char)> {
        let at = |(day, event): (&i64, char)| (day * DAY, event);
        days.iter().zip("ABC".chars()).map(at).collect()
    };
    let mut whole = funnel("ABC", Order::Sequential);
    assert_eq!(level(&whole, &days(&[0, 7, 14])), 3);
    assert_eq!(level(&whole, &days(&[0, 7, 15])), 2);
    whole.window = Window::Gap(8 * DAY);
    assert_eq!(level(&whole, &days(&[0, 7, 15])), 3);
    assert_eq!(level(&whole, &days(&[0, 9, 10])), 1);
    // A later beginning may lead further than the first.
    let again = [(0, 'A'), (10 * DAY, 'A'), (20 * DAY, 'B')];
    assert_eq!(level(&funnel("AB", Order::Sequential), &again), 2);
}

#[test]
fn an_exclusion_takes_the_person_out_of_the_whole_funnel() {
    let mut without = funnel("ABC", Order::Sequential);
    without.excluded = vec!['x'];
    assert_eq!(without.reached(&hourly("AxBC")), Reached::Excluded);
    assert_eq!(without.reached(&hourly("Ax")), Reached::Excluded);
    assert_eq!(level(&without, &hourly("xABCx")), 3);
}

#[test]
fn an_optional_step_may_be_left_out() {
    let mut steps = funnel("ABC", Order::Sequential);
    steps.steps[1].optional = true;
    assert_eq!(
        steps.reached(&hourly("AC")),
        Reached::Steps(vec![true, false, true])
    );
    assert_eq!(
        steps.reached(&hourly("ABC")),
        Reached::Steps(vec![true, true, true])
    );
    assert_eq!(
        steps.reached(&hourly("BC")),
        Reached::Steps(vec![false, false, false])
    );
}
