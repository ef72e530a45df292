//! Members edited, and who works on a device.

use super::*;
use crate::kernel::time::Zone;
use crate::kernel::{Clock, Code, Options};

#[test]
fn a_member_is_made_changed_and_sits_here_without_leaving_a_line_in_the_log() {
    let root = tempfile::tempdir().expect("a folder");
    let options = Options {
        clock: Clock::Fixed("2026-11-21T01:00:00Z".parse().expect("a moment")),
        seed: Some(3),
        config: root.path().join("config"),
    };
    let dir = root.path().join("work");
    let db = Db::create(crate::model(), &dir, Zone(chrono_tz::UTC), options).expect("made");
    let mut input = MemberInput {
        id: None,
        name: " 陈思 ".to_owned(),
        role: Role::Hr,
        seniority: Seniority::Junior,
        holding_cap: 4,
        active: true,
        region: Some(" 华东 ".to_owned()),
    };
    let id = edit(&db, &input).expect("made").value;
    let end = db.feed(0).expect("fed").cursor;
    sit_here(&db, Some(id)).expect("sits");
    assert_eq!(db.feed(0).expect("fed").cursor, end);
    assert_eq!(
        db.read(me).expect("read").map(|me| me.name).as_deref(),
        Some("陈思")
    );
    assert!(sit_here(&db, Some(db.workspace())).is_err());

    input.id = Some(id);
    input.active = false;
    edit(&db, &input).expect("changed");
    let all = db.read(views).expect("members");
    assert_eq!((all[0].holding_cap, all[0].active), (4, false));
    assert_eq!(all[0].region.as_deref(), Some("华东"));
    input.name = "  ".to_owned();
    assert_eq!(
        edit(&db, &input).err().map(|error| error.code),
        Some(Code::FieldInvalid)
    );
}
