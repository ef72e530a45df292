//! The pipeline a new workspace begins with: lead to cash.

use super::types::{Pipeline, Stage, StageKind};
use crate::kernel::{Id, Result, WriteTx};

struct Default {
    key: &'static str,
    zh_hans: &'static str,
    zh_hant: &'static str,
    en: &'static str,
    kind: StageKind,
    win_chance: i64,
    limit_days: i64,
}

const fn stage(
    key: &'static str,
    names: [&'static str; 3],
    kind: StageKind,
    win_chance: i64,
    limit_days: i64,
) -> Default {
    let [zh_hans, zh_hant, en] = names;
    Default {
        key,
        zh_hans,
        zh_hant,
        en,
        kind,
        win_chance,
        limit_days,
    }
}

const STAGES: [Default; 10] = [
    stage(
        "new",
        ["新线索", "新線索", "New lead"],
        StageKind::Lead,
        2,
        3,
    ),
    stage(
        "contacted",
        ["已联系", "已聯絡", "Contacted"],
        StageKind::Lead,
        5,
        14,
    ),
    stage(
        "nurtured",
        ["培育", "培育", "Nurtured"],
        StageKind::Lead,
        8,
        60,
    ),
    stage(
        "qualified",
        ["合格", "合格", "Qualified"],
        StageKind::Qualified,
        20,
        14,
    ),
    stage(
        "visited",
        ["拜访", "拜訪", "Visited"],
        StageKind::Opportunity,
        35,
        14,
    ),
    stage(
        "trial",
        ["试用", "試用", "Trial"],
        StageKind::Opportunity,
        50,
        30,
    ),
    stage(
        "quoted",
        ["报价", "報價", "Quoted"],
        StageKind::Opportunity,
        60,
        14,
    ),
    stage(
        "negotiating",
        ["谈判", "談判", "Negotiating"],
        StageKind::Opportunity,
        80,
        21,
    ),
    stage("won", ["签约", "簽約", "Signed"], StageKind::Won, 100, 0),
    stage("lost", ["丢单", "丟單", "Lost"], StageKind::Lost, 0, 0),
];

/// The identity of a stage of the default pipeline: `new`, `contacted`, `nurtured`, `qualified`,
/// `visited`, `trial`, `quoted`, `negotiating`, `won`, `lost`.
pub fn default_stage(key: &str) -> Id {
    Id::derived(&[b"stages", b"default", key.as_bytes()])
}

/// Makes the default pipeline in a language ("zh-Hans", "zh-Hant", "en"). Its ids are the same in
/// every workspace, so that two devices that both make it agree.
pub fn make_default(tx: &mut WriteTx<'_>, lang: &str) -> Result<()> {
    let pick = |names: [&'static str; 3]| match lang {
        "zh-Hans" => names[0],
        "zh-Hant" => names[1],
        _ => names[2],
    };
    let pipeline = Id::derived(&[b"pipelines", b"default"]);
    let name = pick(["标准销售", "標準銷售", "Standard sales"]).to_owned();
    tx.put(&Pipeline {
        n: 0,
        id: pipeline,
        deleted_at: None,
        name,
        place: 1,
        archived_at: None,
    })?;
    for (at, default) in STAGES.iter().enumerate() {
        tx.put(&Stage {
            n: 0,
            id: default_stage(default.key),
            deleted_at: None,
            pipeline,
            name: pick([default.zh_hans, default.zh_hant, default.en]).to_owned(),
            kind: default.kind,
            place: at as i64 + 1,
            win_chance: Some(default.win_chance),
            limit_days: (default.limit_days > 0).then_some(default.limit_days),
            required: "[]".to_owned(),
            retired_at: None,
        })?;
    }
    Ok(())
}
