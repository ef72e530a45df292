//! How far somebody came through a row of steps, with the conventions of PostHog's funnels: the same step twice
//! means doing it twice, an exclusion takes the person out of the whole funnel.

/// What may lie between two steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Anything.
    Sequential,
    /// Anything but a step that was done already, other than the first: that ends it.
    Deduplicated,
    /// Nothing.
    Strict,
    /// The steps may come in any order.
    Any,
}

/// How much time there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// From the first step to the last, milliseconds.
    Whole(i64),
    /// From each step to the next, milliseconds.
    Gap(i64),
}

const DAY: i64 = 86_400_000;

impl Default for Window {
    fn default() -> Self {
        Window::Whole(14 * DAY)
    }
}

/// A step: what has to happen, and whether it may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<E> {
    pub event: E,
    pub optional: bool,
}

/// A funnel to measure people by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funnel<E> {
    pub steps: Vec<Step<E>>,
    pub order: Order,
    pub window: Window,
    /// Whoever does one of these after the first step and before the last is in no count at all.
    pub excluded: Vec<E>,
}

/// How far somebody came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reached {
    /// By step: whether it was done, on the way that came furthest.
    Steps(Vec<bool>),
    Excluded,
}

/// A way through the steps.
#[derive(Debug, Clone)]
struct Way {
    done: Vec<bool>,
    from: i64,
    to: i64,
}

impl<E: PartialEq> Funnel<E> {
    /// How far the events of one person lead; `at` in milliseconds, in the order in which they happened.
    pub fn reached(&self, events: &[(i64, E)]) -> Reached {
        let way = match self.order {
            Order::Any => self.any_order(events),
            Order::Strict => self.strict(events),
            Order::Sequential | Order::Deduplicated => self.in_order(events),
        };
        let Some(way) = way else {
            return Reached::Steps(vec![false; self.steps.len()]);
        };
        let finished = way.done.last().copied().unwrap_or_default();
        let until = match self.window {
            _ if finished => way.to,
            Window::Whole(window) => way.from.saturating_add(window),
            Window::Gap(gap) => way.to.saturating_add(gap),
        };
        let inside = |at: i64| at > way.from && (at < until || (!finished && at == until));
        let excluded = events
            .iter()
            .any(|(at, event)| inside(*at) && self.excluded.contains(event));
        match excluded {
            true => Reached::Excluded,
            false => Reached::Steps(way.done),
        }
    }

    /// Whether a step may follow the last step of a way, and be done at `at`.
    fn follows(&self, way: &Way, step: usize, at: i64) -> bool {
        let last = way.done.iter().rposition(|done| *done).unwrap_or(0);
        let between = &self.steps[(last + 1).min(step)..step];
        let in_time = match self.window {
            Window::Whole(window) => at.saturating_sub(way.from) <= window,
            Window::Gap(gap) => at.saturating_sub(way.to) <= gap,
        };
        last < step && in_time && between.iter().all(|step| step.optional)
    }

    fn begun(&self, step: usize, at: i64) -> Option<Way> {
        let before = &self.steps[..step];
        before.iter().all(|step| step.optional).then(|| {
            let mut done = vec![false; self.steps.len()];
            done[step] = true;
            Way {
                done,
                from: at,
                to: at,
            }
        })
    }

    /// By step, the best way that ends with it: the one begun last (or, by gaps, that ended last) leads furthest.
    fn in_order(&self, events: &[(i64, E)]) -> Option<Way> {
        let mut ways: Vec<Option<Way>> = vec![None; self.steps.len()];
        let mut furthest: Option<Way> = None;
        for (at, event) in events {
            let wanted = |step: &usize| self.steps[*step].event == *event;
            let again = |step: usize| wanted(&step) && ways[step].is_some();
            if self.order == Order::Deduplicated && (1..ways.len()).any(again) {
                break;
            }
            // From the last step back, so that one event does one step of a way only.
            for step in (0..self.steps.len()).rev().filter(wanted) {
                let carried = ways[..step]
                    .iter()
                    .flatten()
                    .filter(|way| self.follows(way, step, *at))
                    .max_by_key(|way| (self.freshness(way), count(way)))
                    .cloned()
                    .map(|mut way| {
                        way.done[step] = true;
                        way.to = *at;
                        way
                    });
                let found = carried.or_else(|| self.begun(step, *at));
                if let Some(way) = &found {
                    furthest = further(furthest, way.clone());
                    ways[step] = found;
                }
            }
        }
        furthest
    }

    fn freshness(&self, way: &Way) -> i64 {
        match self.window {
            Window::Whole(_) => way.from,
            Window::Gap(_) => way.to,
        }
    }

    fn strict(&self, events: &[(i64, E)]) -> Option<Way> {
        let mut furthest = None;
        for begin in 0..events.len() {
            let mut way: Option<Way> = None;
            for (at, event) in &events[begin..] {
                let fits = |step: usize| self.steps[step].event == *event;
                let next = (0..self.steps.len()).filter(|step| fits(*step));
                let found = match &way {
                    None => { next }.find_map(|step| self.begun(step, *at)),
                    Some(way) => { next }
                        .find(|step| self.follows(way, *step, *at))
                        .map(|step| {
                            let mut way = way.clone();
                            way.done[step] = true;
                            way.to = *at;
                            way
                        }),
                };
                match found {
                    Some(found) => way = Some(found),
                    None => break,
                }
            }
            if let Some(way) = way {
                furthest = further(furthest, way);
            }
        }
        furthest
    }

    /// From each event on, the first event that fits each step, in whatever order. Done are as many steps as were
    /// matched: the first ones.
    fn any_order(&self, events: &[(i64, E)]) -> Option<Way> {
        let mut furthest = None;
        for (begin, (from, _)) in events.iter().enumerate() {
            let mut way = Way {
                done: vec![false; self.steps.len()],
                from: *from,
                to: *from,
            };
            for (at, event) in &events[begin..] {
                let in_time = match self.window {
                    Window::Whole(window) => at.saturating_sub(way.from) <= window,
                    Window::Gap(gap) => at.saturating_sub(way.to) <= gap,
                };
                if !in_time {
                    break;
                }
                let open = |step: &usize| !way.done[*step] && self.steps[*step].event == *event;
                if let Some(step) = (0..self.steps.len()).find(open) {
                    way.done[step] = true;
                    way.to = *at;
                }
            }
            let matched = count(&way);
            if matched > 0 {
                way.done = (0..self.steps.len()).map(|step| step < matched).collect();
                furthest = further(furthest, way);
            }
        }
        furthest
    }
}

fn count(way: &Way) -> usize {
    way.done.iter().filter(|done| **done).count()
}

/// The way that came further; of two alike, the one with more steps, else the earlier.
fn further(known: Option<Way>, other: Way) -> Option<Way> {
    let far = |way: &Way| (way.done.iter().rposition(|done| *done), count(way));
    Some(match known {
        Some(known) if far(&known) >= far(&other) => known,
        _ => other,
    })
}

#[cfg(test)]
mod tests;
