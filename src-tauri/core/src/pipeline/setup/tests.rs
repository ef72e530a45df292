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
        required: None,
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

#[test]
fn a_stage_put_away_keeps_its_deals_and_nobody_moves_in() {
    let (_root, db) = sample("en");
    let before = first(&db);
    let full = before.stages.iter().find(|stage| stage.deals > 0);
    let full = full.expect("a full one").clone();
    let retired = retire_stage(&db, full.id, true).expect("put away");
    let after = first(&db);
    let stage = after.stages.iter().find(|stage| stage.id == full.id);
    let stage = stage.expect("it stays");
    assert!(stage.retired && stage.deals == full.deals);

    let other: Deal = db
        .read(|read| {
            let mut rows: Vec<Deal> = read.rows(
                "WHERE stage <> ?1 AND deleted_at IS NULL LIMIT 1",
                [full.id],
            )?;
            Ok(rows.remove(0))
        })
        .expect("a deal elsewhere");
    let moved = crate::pipeline::move_to(&db, other.id, &full.id.to_string(), None);
    assert_eq!(code(moved), Some(Code::StageRetired));
    db.undo(retired.action).expect("undone");
    crate::pipeline::move_to(&db, other.id, &full.id.to_string(), None).expect("moved");
}

#[test]
fn the_last_open_stage_is_not_put_away() {
    let (_root, db) = sample("en");
    let stages = first(&db).stages;
    let open: Vec<Id> = stages
        .iter()
        .filter(|stage| is_open(stage.kind))
        .map(|stage| stage.id)
        .collect();
    for id in &open[1..] {
        retire_stage(&db, *id, true).expect("put away");
    }
    assert_eq!(code(retire_stage(&db, open[0], true)), Some(Code::LastOne));
}

#[test]
fn a_stage_asks_for_what_is_missing_and_what_was_given_moves_in_one_action() {
    use crate::pipeline::entering::{EnterInput, Typed, enter_with, needs};
    let (_root, db) = sample("en");
    let setup = first(&db);
    let target = setup.stages.iter().find(|stage| stage.name == "Quoted");
    let target = target.expect("quoted");
    let input = StageInput {
        id: Some(target.id),
        pipeline: setup.id,
        name: target.name.clone(),
        kind: target.kind,
        win_chance: target.win_chance,
        limit_days: target.limit_days,
        required: Some(vec!["close_on".to_owned(), "source".to_owned()]),
    };
    save_stage(&db, &input).expect("saved");
    let deal: Deal = db
        .read(|read| {
            let sql = "WHERE stage <> ?1 AND close_on IS NULL AND deleted_at IS NULL LIMIT 1";
            Ok(read.rows::<Deal>(sql, [target.id])?.remove(0))
        })
        .expect("a deal");
    let refused = crate::pipeline::move_to(&db, deal.id, "Quoted", None).expect_err("refused");
    assert_eq!(refused.code, Code::StageNeeds);
    assert_eq!(refused.params["keys"], "close_on,source");
    let missing = db.read(|read| needs(read, deal.id, target.id));
    assert_eq!(missing.expect("needs").len(), 2);

    let typed = |field: &str, value: &str| Typed {
        field: field.to_owned(),
        value: value.to_owned(),
    };
    let half = EnterInput {
        deal: deal.id,
        stage: target.id,
        reason: None,
        values: vec![typed("close_on", "2026-12-31")],
    };
    let digest = db.digest().expect("a digest").content;
    assert_eq!(code(enter_with(&db, half.clone())), Some(Code::StageNeeds));
    assert_eq!(
        db.digest().expect("a digest").content,
        digest,
        "nothing half done"
    );
    let mut whole = half;
    whole.values.push(typed("source", "Fair"));
    let moved = enter_with(&db, whole).expect("moved");
    let there: Deal = db.read(|read| read.get(deal.id)).expect("it");
    assert_eq!(there.stage, Some(target.id));
    assert!(there.source.is_some() && there.close_on.is_some());
    db.undo(moved.action).expect("undone");
    assert_eq!(db.digest().expect("a digest").content, digest);
}

#[test]
fn unknown_fields_cannot_be_asked_for() {
    let (_root, db) = sample("en");
    let setup = first(&db);
    let stage = &setup.stages[1];
    let input = StageInput {
        id: Some(stage.id),
        pipeline: setup.id,
        name: stage.name.clone(),
        kind: stage.kind,
        win_chance: None,
        limit_days: None,
        required: Some(vec!["shoe_size".to_owned()]),
    };
    assert_eq!(code(save_stage(&db, &input)), Some(Code::FieldInvalid));
}
