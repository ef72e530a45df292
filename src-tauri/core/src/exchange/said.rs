//! What lines of the four tables say of members, products, organizations and deals. A field that is
//! not said, or said blank, stays as users left it.

use super::known::Said;
use crate::catalog::Product;
use crate::kernel::{Id, text};
use crate::organizations::{self, Organization};
use crate::people::Grade;
use crate::pipeline::{self, Deal};
use crate::team::{self, Member, Role};

/// The identity of a member of this name that a file brings: the same in every workspace.
pub fn member_id(name: &str) -> Id {
    Id::derived(&[b"members", text::identity(name).as_bytes()])
}

/// The identity of a product of this name that a file brings.
pub fn product_id(name: &str) -> Id {
    Id::derived(&[b"products", text::identity(name).as_bytes()])
}

/// Of a member.
#[derive(Clone)]
pub struct MemberSaid {
    pub id: Id,
    pub name: String,
    pub manager: Option<Id>,
    pub region: Option<String>,
    /// Named by the list of the team, not only by a deal.
    pub listed: bool,
}

impl Said for MemberSaid {
    type Row = Member;

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(&self) -> Member {
        let member = team::member(self.id, &self.name, Role::Sales);
        Member {
            active: self.listed,
            ..member
        }
    }

    fn onto(&self, row: &mut Member) {
        // A deal alone had named them; now the list of the team does. Who left stays away.
        let only_named = !row.active && row.manager.is_none() && row.region.is_none();
        if self.listed && only_named && row.id == member_id(&self.name) {
            row.active = true;
        }
        row.manager = self.manager.or(row.manager);
        row.region = self.region.clone().or(row.region.take());
    }
}

/// Of a product.
#[derive(Clone)]
pub struct ProductSaid {
    pub id: Id,
    pub name: String,
    pub family: Option<String>,
    pub price: Option<(i64, String)>,
}

impl Said for ProductSaid {
    type Row = Product;

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(&self) -> Product {
        Product {
            n: 0,
            id: self.id,
            deleted_at: None,
            name: self.name.clone(),
            family: None,
            price_minor: None,
            currency: None,
        }
    }

    fn onto(&self, row: &mut Product) {
        row.family = self.family.clone().or(row.family.take());
        if let Some((minor, currency)) = &self.price {
            row.price_minor = Some(*minor);
            row.currency = Some(currency.clone());
        }
    }
}

/// Of an organization.
#[derive(Clone)]
pub struct OrganizationSaid {
    pub id: Id,
    pub name: String,
    pub industry: Option<String>,
    pub region: Option<String>,
    pub parent: Option<Id>,
    pub founded: Option<i64>,
    pub employees: Option<i64>,
    pub grade: Option<Grade>,
    pub owner: Option<Id>,
    pub note: Option<String>,
}

impl OrganizationSaid {
    /// Nothing but a name.
    pub fn named(id: Id, name: &str) -> Self {
        OrganizationSaid {
            id,
            name: name.to_owned(),
            industry: None,
            region: None,
            parent: None,
            founded: None,
            employees: None,
            grade: None,
            owner: None,
            note: None,
        }
    }
}

impl Said for OrganizationSaid {
    type Row = Organization;

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(&self) -> Organization {
        organizations::named(self.id, &self.name)
    }

    fn onto(&self, row: &mut Organization) {
        row.industry = self.industry.clone().or(row.industry.take());
        row.region = self.region.clone().or(row.region.take());
        row.parent = self.parent.or(row.parent);
        row.founded = self.founded.or(row.founded);
        row.employees = self.employees.or(row.employees);
        row.grade = self.grade.or(row.grade);
        row.owner = self.owner.or(row.owner);
        // A note is written by hand: a file fills an empty one.
        row.note = row.note.take().or(self.note.clone());
    }
}

/// Of a deal. Its name is ours: given once, and the user's from then on.
#[derive(Clone)]
pub struct DealSaid {
    pub id: Id,
    pub name: String,
    pub organization: Option<Id>,
    pub person: Option<Id>,
    pub product: Option<Id>,
    pub amount: Option<(i64, String)>,
    pub note: Option<String>,
    /// "2026-11-30": when it is expected to close.
    pub close_on: Option<String>,
}

impl Said for DealSaid {
    type Row = Deal;

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(&self) -> Deal {
        Deal {
            imported: true,
            ..pipeline::empty(self.id, &self.name)
        }
    }

    fn onto(&self, row: &mut Deal) {
        row.organization = self.organization.or(row.organization);
        row.product = self.product.or(row.product);
        row.person = self.person.or(row.person);
        row.close_on = self.close_on.clone().or(row.close_on.take());
        row.note = row.note.take().or(self.note.clone());
        if let Some((minor, currency)) = &self.amount {
            row.amount_minor = Some(*minor);
            row.currency = Some(currency.clone());
        }
    }
}
