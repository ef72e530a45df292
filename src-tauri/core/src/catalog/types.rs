//! Columns of tags, sources and products.

use crate::kernel::Id;
use crate::record;

record! {
    /// A word that things are marked with.
    pub struct Tag in "tags", noun 3 {
        cell 1 name: String [sortable, searchable];
        /// Put away: no longer offered, kept by what carries it.
        cell 2 archived_at: Option<i64>;
    }
}

record! {
    /// Where someone came from.
    pub struct Source in "sources", noun 4 {
        cell 1 name: String [sortable, searchable];
        /// Put away: no longer offered, kept by who carries it.
        cell 2 archived_at: Option<i64>;
    }
}

record! {
    /// What is sold.
    pub struct Product in "products", noun 5 {
        cell 1 name: String [sortable, searchable];
        cell 2 family: Option<String> [filterable];
        cell 3 price { price_minor: Option<i64>, currency: Option<String> };
    }
}

record! {
    /// One tag on one row. Its id comes from its two ends, so two devices that tag alike agree.
    pub struct Tagging in "taggings", noun 18 {
        cell 1 tag: Id [refers(tags)];
        cell 2 target: Id;
    }
}
