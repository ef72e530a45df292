//! What a line says of somebody: who they are, how they are reached, where they work.

use super::people::{People, Reach};
use crate::catalog::Source;
use crate::exchange::known::Said;
use crate::exchange::plan::{FilePlan, Step};
use crate::kernel::Id;
use crate::organizations::Position;
use crate::people::{self, Grade, Identifier, Person};

impl People {
    /// Plans somebody of whom a line says no more than this.
    pub fn met(
        &mut self,
        plan: &mut FilePlan,
        (id, name): (Id, String),
        organization: Option<Id>,
        reached: Vec<Reach>,
        steps: &mut Vec<Step>,
    ) {
        self.like(id, &name, organization, &reached);
        let said = PersonSaid::named(id, name);
        plan.also("people", self.people.say(said, steps));
        self.reach(plan, id, reached, steps);
        if let Some(organization) = organization {
            self.works_at(plan, id, organization, None, steps);
        }
    }

    /// Plans how somebody is reached. By what they are reached already, or somebody who was merged into them,
    /// nothing changes.
    pub fn reach(
        &mut self,
        plan: &mut FilePlan,
        person: Id,
        reached: Vec<Reach>,
        steps: &mut Vec<Step>,
    ) {
        for reach in reached {
            if self.reached(person, &reach) {
                let said = IdentifierSaid { person, reach };
                plan.also("identifiers", self.identifiers.say(said, steps));
            }
        }
    }

    /// Plans where somebody works.
    pub fn works_at(
        &mut self,
        plan: &mut FilePlan,
        person: Id,
        organization: Id,
        title: Option<String>,
        steps: &mut Vec<Step>,
    ) {
        let said = PositionSaid {
            id: self.place(person, organization),
            person,
            organization,
            title,
        };
        plan.also("positions", self.positions.say(said, steps));
    }
}

/// What a line says of a person.
#[derive(Clone)]
pub struct PersonSaid {
    pub id: Id,
    pub name: String,
    pub city: Option<String>,
    pub note: Option<String>,
    pub grade: Option<Grade>,
    pub birthday: Option<String>,
    pub source: Option<Id>,
    pub owner: Option<Id>,
}

impl PersonSaid {
    /// Nothing but a name.
    pub fn named(id: Id, name: String) -> Self {
        PersonSaid {
            id,
            name,
            city: None,
            note: None,
            grade: None,
            birthday: None,
            source: None,
            owner: None,
        }
    }
}

impl Said for PersonSaid {
    type Row = Person;

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(&self) -> Person {
        people::named(self.id, &self.name)
    }

    fn onto(&self, row: &mut Person) {
        row.city = self.city.clone().or(row.city.take());
        row.grade = self.grade.or(row.grade);
        row.birthday_md = self.birthday.clone().or(row.birthday_md.take());
        row.source = self.source.or(row.source);
        row.owner = self.owner.or(row.owner);
        // A note is written by hand: a file fills an empty one and never takes the place of another.
        row.note = row.note.take().or(self.note.clone());
    }
}

/// A way to reach somebody.
#[derive(Clone)]
struct IdentifierSaid {
    person: Id,
    reach: Reach,
}

impl Said for IdentifierSaid {
    type Row = Identifier;

    fn id(&self) -> Id {
        people::identifier_id(self.person, self.reach.kind, &self.reach.value)
    }

    fn fresh(&self) -> Identifier {
        Identifier {
            n: 0,
            id: self.id(),
            deleted_at: None,
            person: self.person,
            kind: self.reach.kind,
            value: self.reach.value.clone(),
            shown: self.reach.shown.clone(),
            state: None,
            state_why: None,
            state_on: None,
        }
    }

    fn onto(&self, _: &mut Identifier) {}
}

/// Where somebody works.
#[derive(Clone)]
struct PositionSaid {
    id: Id,
    person: Id,
    organization: Id,
    title: Option<String>,
}

impl Said for PositionSaid {
    type Row = Position;

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(&self) -> Position {
        Position {
            n: 0,
            id: self.id,
            deleted_at: None,
            person: self.person,
            organization: self.organization,
            title: None,
            from_on: None,
            to_on: None,
        }
    }

    fn onto(&self, row: &mut Position) {
        row.title = self.title.clone().or(row.title.take());
    }
}

/// A source that a line names.
#[derive(Clone)]
pub struct SourceSaid {
    pub id: Id,
    pub name: String,
}

impl Said for SourceSaid {
    type Row = Source;

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(&self) -> Source {
        Source {
            n: 0,
            id: self.id,
            deleted_at: None,
            name: self.name.clone(),
            archived_at: None,
        }
    }

    fn onto(&self, _: &mut Source) {}
}
