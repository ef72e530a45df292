//! The one list of nouns, projections, indexes and migrations, in order of dependence.

use std::sync::LazyLock;

use crate::cash::{Contract, Invoice, PlanItem, Quote, QuoteLine, Receipt};
use crate::catalog::{Product, Source, Tag, Tagging};
use crate::fields::{Field, FieldValue};
use crate::followups::Followup;
use crate::guides::{Answer, Guide, Interview, Question, Wording};
use crate::holding::{Extension, Pool, PoolMember, TurnoverRule};
use crate::kernel::index::Index;
use crate::kernel::projections::Projection;
use crate::kernel::settings::Setting;
use crate::kernel::{Model, Noun, Record};
use crate::organizations::{Organization, Position};
use crate::people::{DistinctPair, Identifier, Person};
use crate::pipeline::{Deal, DealRole, Holding, Pipeline, SourceLine, Stage, StageMove};
use crate::team::Member;
use crate::touchpoints::Touchpoint;
use crate::views::View;
use crate::{cash, events, followups, organizations, people, pipeline, scoring, search};

/// The product as the kernel sees it.
pub fn model() -> &'static Model {
    static MODEL: LazyLock<Model> = LazyLock::new(|| Model {
        nouns: &NOUNS,
        projections: PROJECTIONS,
        indexes: INDEXES,
        migrations: MIGRATIONS,
    });
    &MODEL
}

static NOUNS: LazyLock<Vec<&'static Noun>> = LazyLock::new(|| {
    vec![
        Setting::noun(),
        Member::noun(),
        Tag::noun(),
        Source::noun(),
        Product::noun(),
        Organization::noun(),
        Person::noun(),
        Identifier::noun(),
        Position::noun(),
        Pipeline::noun(),
        Stage::noun(),
        Deal::noun(),
        StageMove::noun(),
        Holding::noun(),
        DealRole::noun(),
        SourceLine::noun(),
        Touchpoint::noun(),
        Followup::noun(),
        Tagging::noun(),
        Guide::noun(),
        Question::noun(),
        Wording::noun(),
        Interview::noun(),
        Answer::noun(),
        Field::noun(),
        FieldValue::noun(),
        View::noun(),
        DistinctPair::noun(),
        Quote::noun(),
        QuoteLine::noun(),
        Contract::noun(),
        PlanItem::noun(),
        Invoice::noun(),
        Receipt::noun(),
        Pool::noun(),
        PoolMember::noun(),
        TurnoverRule::noun(),
        Extension::noun(),
    ]
});

static PROJECTIONS: &[&Projection] = &[
    &people::keys::ROOT,
    &organizations::keys::ROOT,
    &people::keys::PROJECTION,
    &organizations::keys::PROJECTION,
    &pipeline::state::PROJECTION,
    &pipeline::owners::OF_PEOPLE,
    &pipeline::owners::OF_ORGANIZATIONS,
    &followups::next::OF_PEOPLE,
    &followups::next::OF_ORGANIZATIONS,
    &followups::next::OF_DEALS,
    &events::OF_TOUCHPOINTS,
    &events::OF_DEALS,
    &events::TOUCHES_OF_PEOPLE,
    &events::TOUCHES_OF_ORGANIZATIONS,
    &events::TOUCHES_OF_DEALS,
    &cash::open::PROJECTION,
    &scoring::state::OF_ALL,
    &scoring::state::OF_DEALS,
    &scoring::state::OF_PEOPLE,
    &scoring::state::OF_ORGANIZATIONS,
];

static INDEXES: &[&Index] = &[
    &search::index::PEOPLE,
    &search::index::ORGANIZATIONS,
    &search::index::DEALS,
    &search::index::TOUCHPOINTS,
    &search::index::ANSWERS,
    &search::index::FOLLOWUPS,
];

const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/01-kernel.sql"),
    include_str!("../migrations/02-people.sql"),
    include_str!("../migrations/03-touchpoints.sql"),
    include_str!("../migrations/04-organizations.sql"),
    include_str!("../migrations/05-deals.sql"),
    include_str!("../migrations/06-person-birthday.sql"),
    include_str!("../migrations/07-lookup-by-noun.sql"),
    include_str!("../migrations/08-lists.sql"),
    include_str!("../migrations/09-corners.sql"),
    include_str!("../migrations/10-settings.sql"),
    include_str!("../migrations/11-origins.sql"),
    include_str!("../migrations/12-guides.sql"),
    include_str!("../migrations/13-candidates.sql"),
    include_str!("../migrations/14-bulk.sql"),
    include_str!("../migrations/15-real-touches.sql"),
    include_str!("../migrations/16-days.sql"),
    include_str!("../migrations/17-next-steps.sql"),
    include_str!("../migrations/18-fields.sql"),
    include_str!("../migrations/19-search.sql"),
    include_str!("../migrations/20-identity.sql"),
    include_str!("../migrations/21-search-fields.sql"),
    include_str!("../migrations/22-filters.sql"),
    include_str!("../migrations/23-cash.sql"),
    include_str!("../migrations/24-lookup-rows.sql"),
    include_str!("../migrations/25-stages.sql"),
    include_str!("../migrations/26-scores.sql"),
    include_str!("../migrations/27-holding.sql"),
];
