//! How well a deal fits us: the grade of its organization, else that of its person; where nobody set
//! one, the fit that the team's rules give.

/// SQL of the grade of the deal that stands as `d`; NULL: unknown, which is not low.
#[macro_export]
macro_rules! grade_of {
    () => {
        concat!(
            "coalesce((SELECT grade FROM organizations WHERE id = ",
            $crate::root_of!("organizations", "d.organization"),
            "), (SELECT grade FROM people WHERE id = ",
            $crate::root_of!("people", "d.person"),
            "), d.fit_now)"
        )
    };
}
