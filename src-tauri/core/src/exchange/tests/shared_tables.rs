//! The four shared tables with their real defects.

use super::*;
use crate::catalog::Product;
use crate::lists::deals::{BoardColumn, board};
use crate::organizations::Organization;
use crate::pipeline::{self, Deal, StageKind};
use crate::team::Member;

/// The folder of the shared tables; its absence is said aloud, since then nothing is tested.
#[expect(clippy::print_stderr, reason = "a test that cannot run here says so")]
pub(super) fn tables() -> Option<PathBuf> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/crm-sales-opportunities");
    if folder.join("sales_pipeline.csv").exists() {
        return Some(folder);
    }
    eprintln!(
        "SKIPPED: the shared tables were not found at {}",
        folder.display()
    );
    None
}

/// The four files, deals first: their order does not matter.
pub(super) fn four(folder: &Path, deals: &str) -> Vec<PathBuf> {
    [deals, "accounts.csv", "products.csv", "sales_teams.csv"]
        .iter()
        .map(|name| folder.join(name))
        .collect()
}

fn imported_columns(place: &Place) -> Vec<BoardColumn> {
    place
        .db
        .read(|read| {
            let pipelines = pipeline::pipelines(read)?;
            let ours = pipelines
                .iter()
                .find(|p| p.name == "Imported sales pipeline")
                .expect("made");
            Ok(board(read, Some(ours.id), None)?.columns)
        })
        .expect("a board")
}

#[test]
fn the_four_tables_come_in_with_their_known_counts() {
    let Some(folder) = tables() else { return };
    let place = Place::new();
    let result = place.import(&four(&folder, "sales_pipeline.csv"));
    let created: Vec<i64> = result
        .files
        .iter()
        .map(|file| file.counts.created)
        .collect();
    assert_eq!(created, [8800, 85, 7, 35]);
    assert_eq!((result.counts.rows, result.counts.failed), (8927, 0));
    assert_eq!(result.failures_file, None);
    assert_eq!(result.files[3].counts.also, also(&[("members", 6)]));
    assert_eq!(
        result.files[0].counts.also,
        also(&[
            ("holdings", 8800),
            ("pipelines", 1),
            ("stage_moves", 15_511),
            ("stages", 4)
        ])
    );
    let deals = &result.files[0];
    let matched = note(deals, "product_matched").expect("noted");
    assert_eq!(
        (&*matched["from"], &*matched["to"], &*matched["rows"]),
        ("GTXPro", "GTX Pro", "1480")
    );
    assert_eq!(note(deals, "no_account").expect("noted")["rows"], "1425");
    assert_eq!(note(deals, "no_date").expect("noted")["rows"], "500");

    let columns = imported_columns(&place);
    let told: Vec<_> = columns
        .iter()
        .map(|c| {
            (
                &*c.name,
                c.kind,
                c.count,
                c.sum.first().map(|sum| sum.minor),
                c.unknown,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Prospecting", StageKind::Lead, 500, None, 500),
            ("Engaging", StageKind::Opportunity, 1589, None, 1589),
            ("Won", StageKind::Won, 4238, Some(1_000_553_400), 0),
            ("Lost", StageKind::Lost, 2473, None, 2473),
        ]
    );
    let rows: Vec<Deal> = place.live();
    assert_eq!(
        rows.iter()
            .filter(|deal| deal.organization.is_none())
            .count(),
        1425
    );
    assert!(
        rows.iter()
            .all(|deal| deal.product.is_some() && deal.holder.is_some() && deal.imported)
    );
    assert_eq!(place.live::<Product>().len(), 7);
    assert_eq!(place.live::<Member>().len(), 41);
    let organizations: Vec<Organization> = place.live();
    assert_eq!(organizations.len(), 85);
    assert_eq!(
        organizations
            .iter()
            .filter(|row| row.parent.is_some())
            .count(),
        15
    );
    assert!(
        organizations
            .iter()
            .any(|row| row.industry.as_deref() == Some("technolgy"))
    );
    place.sound();
}

#[test]
fn undo_restores_the_workspace_and_a_second_import_changes_nothing() {
    let Some(folder) = tables() else { return };
    let place = Place::new();
    let empty = place.content();
    let files = four(&folder, "sales_pipeline.csv");
    let first = place.import(&files);
    let (full, log) = (place.content(), place.log());
    let again = place.import(&files);
    assert_eq!((again.action, again.counts.unchanged), (None, 8927));
    assert_eq!(place.log(), log, "no action and no change");
    place.db.undo(first.action).expect("undone");
    assert_eq!(place.content(), empty);
    let back = place.import(&files);
    assert_eq!(back.counts.created, 8927);
    assert_eq!(place.content(), full);
    place.sound();
}

#[test]
fn both_date_formats_give_equal_deals_in_any_workspace() {
    let Some(folder) = tables() else { return };
    let (iso, us) = (Place::seeded(1), Place::seeded(2));
    iso.import(&four(&folder, "sales_pipeline.csv"));
    let result = us.import(&four(&folder, "sales_pipeline.us-dates.csv"));
    assert_eq!(
        note(&result.files[0], "date_format").expect("noted")["format"],
        "MM/DD/YYYY"
    );
    assert_eq!(iso.content(), us.content());
    assert_ne!(iso.db.workspace(), us.db.workspace());
    let other = iso.import(&[folder.join("sales_pipeline.us-dates.csv")]);
    assert_eq!((other.action, other.counts.unchanged), (None, 8800));
}
