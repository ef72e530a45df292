//! The pipeline of the sample set up anew: nothing that stands in it is lost.

use super::*;
use crate::testing::sample;

fn first(db: &Db) -> PipelineSetup {
    db.read(setups).expect("pipelines").remove(0)
}

fn code<T>(refused: Result<T>) -> Option<Code> {
    refused.err().map(|error| error.code)
}

#[test]
fn a_stage_with_deals_goes_only_with_a_place_for_them_and_undo_brings_both_back() {
    let (_root, db) = sample("en");
    let before = first(&db);
    let full = before
        .stages
        .iter()
        .find(|stage| stage.deals > 0)
        .expect("a full one");
    let to = before
        .stages
        .iter()
        .find(|stage| stage.id != full.id)
        .expect("another");
    assert_eq!(
        code(remove_stage(&db, full.id, None)),
        Some(Code::StageOccupied)
    );
    let digest = db.digest().expect("a digest").content;
    let removed = remove_stage(&db, full.id, Some(to.id)).expect("removed");
    let after = first(&db);
    assert!(after.stages.iter().all(|stage| stage.id != full.id));
    let moved = after
        .stages
        .iter()
        .find(|stage| stage.id == to.id)
        .expect("it");
    assert_eq!(moved.deals, to.deals + full.deals);
    assert_eq!(
        db.check().expect("checked").stale_projections,
        Vec::<&str>::new()
    );
    db.undo(removed.action).expect("undone");
    assert_eq!(db.digest().expect("a digest").content, digest);
}

#[test]
fn stages_stand_in_the_order_they_were_put_in_and_a_new_one_before_won() {
    let (_root, db) = sample("en");
    let pipeline = first(&db);
    let mut ids: Vec<Id> = pipeline.stages.iter().map(|stage| stage.id).collect();
    ids.swap(0, 1);
    order_stages(&db, pipeline.id, &ids).expect("ordered");
    let order = |db: &Db| {
        first(db)
            .stages
            .iter()
            .map(|stage| stage.id)
            .collect::<Vec<_>>()
    };
    assert_eq!(order(&db), ids);
    let input = StageInput {
        id: None,
        pipeline: pipeline.id,
        name: "Legal".to_owned(),
        kind: StageKind::Opportunity,
        win_chance: Some(85),
        limit_days: None,
    };
    let made = save_stage(&db, &input).expect("made").value;
    let stages = first(&db).stages;
    let at = stages
        .iter()
        .position(|stage| stage.id == made)
        .expect("it");
    assert_eq!(stages[at + 1].kind, StageKind::Won);
    assert_eq!(code(save_stage(&db, &input)), Some(Code::NameTaken));
}

#[test]
fn the_last_open_stage_and_the_last_pipeline_stay() {
    let (_root, db) = sample("en");
    let pipeline = first(&db);
    assert_eq!(code(archive(&db, pipeline.id, true)), Some(Code::LastOne));
    let nothing = Id::derived(&[b"nothing"]);
    assert_eq!(
        code(make_like(&db, "Partners", nothing)),
        Some(Code::RowAbsent)
    );
    let other = make_like(&db, "Partners", pipeline.id).expect("made").value;
    archive(&db, pipeline.id, true).expect("put away");
    let all = db.read(setups).expect("pipelines");
    assert_eq!((all[0].id, all[1].archived), (other, true));
    let open: Vec<&StageSetup> = all[0]
        .stages
        .iter()
        .filter(|stage| is_open(stage.kind))
        .collect();
    for stage in &open[1..] {
        remove_stage(&db, stage.id, None).expect("removed");
    }
    assert_eq!(
        code(remove_stage(&db, open[0].id, None)),
        Some(Code::LastOne)
    );
}
