//! Columns of people and their identifiers, and what screens show of them.

use serde::{Deserialize, Serialize};

use crate::kernel::text::filled;
use crate::kernel::{Error, Id, Result};
use crate::{record, words};

words! {
    /// Who a person is to us.
    pub enum PersonKind {
        Lead = "lead",
        Customer = "customer",
        User = "user",
        Candidate = "candidate",
        Partner = "partner",
        Other = "other",
    }
}

words! {
    /// How well somebody fits.
    pub enum Grade {
        A = "A",
        B = "B",
        C = "C",
        D = "D",
    }
}

words! {
    /// What kind of identifier it is.
    pub enum IdentifierKind {
        Phone = "phone",
        Email = "email",
        Wechat = "wechat",
        Wecom = "wecom",
        External = "external",
    }
}

words! {
    /// How it stands with a number or address.
    pub enum IdentifierState {
        /// Added, subscribed or answered: they hear us and can speak back.
        Reachable = "reachable",
        /// A name in a sheet, no more.
        NameOnly = "name_only",
        /// Several people answer it: it tells nobody's identity.
        Shared = "shared",
        Wrong = "wrong",
        DoNotContact = "do_not_contact",
    }
}

impl IdentifierState {
    /// It must not be called or written to.
    pub fn blocks(self) -> bool {
        matches!(self, IdentifierState::Wrong | IdentifierState::DoNotContact)
    }
}

record! {
    /// One human, whoever they are to us. One identity across all channels.
    pub struct Person in "people", noun 6 {
        cell 1 name: String [sortable, searchable];
        cell 2 kind: PersonKind [filterable];
        cell 3 grade: Option<Grade> [sortable, filterable];
        cell 4 city: Option<String> [filterable];
        cell 5 note: Option<String> [searchable];
        cell 6 source: Option<Id> [filterable, refers(sources)];
        /// "03-07": the year is often unknown.
        cell 7 birthday_md: Option<String> [filterable];
        /// Who looks after them, where that was said.
        cell 8 owner: Option<Id> [refers(members)];
        /// Who this turned out to be, once two rows were found to be one person.
        cell 10 merged_into: Option<Id> [refers(people)];
        /// Whom this row stands under since it was merged: the end of that way.
        projected root: Option<Id>;
        /// Pinyin of what is shown, for sorting.
        projected sort_key: String;
        /// What every view but the person's own record calls them: a candidate's code, else the name.
        projected shown: String;
        /// Real touches.
        projected touch_count: i64;
        /// The latest real touch, milliseconds UTC.
        projected last_touch_at: Option<i64>;
        /// The owner; when none is set, who holds the latest open deal.
        projected owner_now: Option<Id>;
        /// Day of the earliest open promise.
        projected next_on: Option<String>;
        /// Of the position held now: where, as it was written down (it may be merged since), and as what.
        projected organization_now: Option<Id>;
        projected title_now: Option<String>;
        /// Of the latest open deal.
        projected stage_now: Option<Id>;
        /// Bits of [`marks`](super::marks): how they are reached.
        projected marks: i64;
    }
}

record! {
    /// A phone number, address or account of a person.
    pub struct Identifier in "identifiers", noun 7 {
        cell 1 person: Id [refers(people)];
        cell 2 kind: IdentifierKind [filterable];
        /// Normalised: what two spellings of one number share.
        cell 3 value: String [searchable];
        /// As it was typed, where that differs.
        cell 4 shown: Option<String>;
        /// Why, and since which day.
        cell 5 state { state: Option<IdentifierState>, state_why: Option<String>, state_on: Option<String> };
    }
}

/// A person of whom only the name is known.
pub fn named(id: Id, name: &str) -> Person {
    Person {
        n: 0,
        id,
        deleted_at: None,
        name: name.trim().to_owned(),
        kind: PersonKind::Lead,
        grade: None,
        city: None,
        note: None,
        source: None,
        birthday_md: None,
        owner: None,
        merged_into: None,
        root: None,
        sort_key: String::new(),
        shown: String::new(),
        touch_count: 0,
        last_touch_at: None,
        owner_now: None,
        next_on: None,
        organization_now: None,
        title_now: None,
        stage_now: None,
        marks: 0,
    }
}

/// What a person of this kind is called outside their own record: a candidate has a code, which the
/// column `people.shown` spells the same way.
pub fn called(id: Id, kind: PersonKind, name: &str) -> String {
    if kind != PersonKind::Candidate {
        return name.to_owned();
    }
    let [.., a, b, c] = *id.bytes();
    format!("C-{a:02X}{b:02X}{c:02X}")
}

/// What a person's record shows in place.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PersonView {
    pub id: Id,
    pub name: String,
    pub kind: PersonKind,
    pub grade: Option<Grade>,
    pub city: Option<String>,
    pub note: Option<String>,
    #[specta(optional)]
    pub birthday_md: Option<String>,
    /// What every other view calls them: a candidate's code.
    #[specta(optional)]
    pub shown: Option<String>,
}

impl From<Person> for PersonView {
    fn from(person: Person) -> Self {
        PersonView {
            id: person.id,
            name: person.name,
            kind: person.kind,
            grade: person.grade,
            city: person.city,
            note: person.note,
            birthday_md: person.birthday_md,
            shown: Some(person.shown),
        }
    }
}

/// A person as other screens show one.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct PersonRef {
    pub id: Id,
    pub name: String,
    pub organization: Option<String>,
    pub title: Option<String>,
}

impl PersonRef {
    /// Reads id, name, organization and title from column `at` on.
    pub fn of(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Self> {
        Ok(PersonRef {
            id: row.get(at)?,
            name: row.get(at + 1)?,
            organization: row.get(at + 2)?,
            title: row.get(at + 3)?,
        })
    }

    /// The same where the query may have joined nobody.
    pub fn read(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<Self>> {
        let id: Option<Id> = row.get(at)?;
        id.map(|_| Self::of(row, at)).transpose()
    }
}

/// What the New person form and the command line hand in.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct PersonInput {
    /// `None` makes a new person.
    pub id: Option<Id>,
    pub name: String,
    pub kind: PersonKind,
    pub grade: Option<Grade>,
    pub city: Option<String>,
    pub note: Option<String>,
    pub source: Option<String>,
    /// Month and day, as typed: 3-7, 03/07, 3月7日.
    #[specta(optional)]
    pub birthday_md: Option<String>,
    /// Name of the organization, found or made.
    pub organization: Option<String>,
    pub title: Option<String>,
    pub identifiers: Vec<IdentifierInput>,
}

impl PersonInput {
    /// A new person of whom only the name is said.
    pub fn named(name: &str) -> Self {
        PersonInput {
            id: None,
            name: name.to_owned(),
            kind: PersonKind::Lead,
            grade: None,
            city: None,
            note: None,
            source: None,
            birthday_md: None,
            organization: None,
            title: None,
            identifiers: Vec::new(),
        }
    }

    /// Sets the fields that need no look at other rows.
    pub(super) fn lay_over(&self, person: &mut Person) -> Result<()> {
        person.kind = self.kind;
        person.grade = self.grade;
        person.city = filled(self.city.clone());
        person.note = filled(self.note.clone());
        person.birthday_md = birthday(self.birthday_md.clone())?;
        Ok(())
    }
}

/// One identifier as typed.
#[derive(Debug, Clone, Deserialize, specta::Type)]
pub struct IdentifierInput {
    pub kind: IdentifierKind,
    pub value: String,
}

/// A saved person, and who else already has one of their identifiers.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct PersonSaved {
    pub id: Id,
    pub action: Option<Id>,
    pub twins: Vec<PersonRef>,
}

/// A birthday as it was typed: blank is none, what is no day is refused.
pub(super) fn birthday(typed: Option<String>) -> Result<Option<String>> {
    let day = |typed: String| {
        month_day(&typed).ok_or_else(|| Error::invalid("birthday_md").because(typed))
    };
    filled(typed).map(day).transpose()
}

/// "03-07" from 3-7, 03/07, 3.7 or 3月7日; `None` for what is no day of any year.
pub fn month_day(typed: &str) -> Option<String> {
    let mut parts = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty());
    let (month, day) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let leap_year = chrono::NaiveDate::from_ymd_opt(2024, month, day)?;
    parts
        .next()
        .is_none()
        .then(|| leap_year.format("%m-%d").to_string())
}

#[cfg(test)]
mod tests {
    use super::{birthday, month_day};

    #[test]
    fn a_birthday_is_a_month_and_a_day_in_any_spelling() {
        for typed in ["3-7", "03/07", " 3.7 ", "3月7日"] {
            assert_eq!(month_day(typed).as_deref(), Some("03-07"), "{typed}");
        }
        for typed in ["", "2-30", "13-1", "7", "1990-3-7"] {
            assert_eq!(month_day(typed), None, "{typed}");
        }
        assert_eq!(month_day("2-29").as_deref(), Some("02-29"));
        assert!(birthday(Some("2-30".to_owned())).is_err());
        assert_eq!(birthday(Some(" ".to_owned())).expect("none"), None);
    }
}
