//! Lists of contacts, with the headers that the programs which write them publish.

use super::*;
use crate::catalog;
use crate::organizations::{Organization, Position};
use crate::people::{Grade, Identifier, Person};
use crate::team::Member;
use crate::touchpoints::Touchpoint;

/// Google Contacts as it exports since 2023.
const GOOGLE: &str = "First Name,Middle Name,Last Name,Phonetic First Name,Nickname,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n\
Anna,B.,Miller,,,Northwind,Buyer,--03-07,met at the fair,https://example.com/p.jpg,* myContacts ::: fair ::: VIP,Work,anna@example.com ::: am@example.com,Mobile,+44 7700 900123,Work,020 7946 0018\n\
立群,,张,,,苏州佳明精密,财务总监,1980-03-07,,,* myContacts,,,Mobile,138 1234 2231,,\n";

/// Google Contacts as it exported before.
const GOOGLE_OLD: &str = "Name,Given Name,Additional Name,Family Name,Yomi Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title\n\
Ben Santos,Ben,,Santos,,* myContacts,* ,ben@example.com,Mobile,+1 202-555-0143,,Northwind,\n";

const OUTLOOK: &str = "First Name,Middle Name,Last Name,Title,Company,Department,Job Title,Business Phone,Home Phone,Mobile Phone,E-mail Address,E-mail 2 Address,Categories,Notes\n\
Carla,,Novak,,Fabrikam,Finance,CFO,+49 30 123456,,+49 170 1234567,carla@example.com,,Key;Berlin,\n";

const WECOM: &str = "客户名称,描述,添加人,添加人账号,添加人所属部门,添加时间,来源,手机,企业,邮箱,地址,职务,电话,标签组1\n\
王敏,问过对账,李航,lihang,销售一部,2026-03-01 10:00:00,扫描二维码,13900001111,无锡远山,,无锡市,会计,0510-12345678,意向客户\n";

const WUKONG: &str = "客户名称,联系人,手机,电话,QQ,微信,地址,备注,来源,客户等级,客户行业,客户状态,客户类型,创建时间,更新时间,最近沟通时间,沟通内容,归属人,创建人\n\
上海立航物流,陈静,13700002222,,,chenjing_sh,浦东,,展会,A,物流,跟进中,企业,2025-01-02,2025-03-04,2026-03-05 14:30,想先看报价,周航,周航\n\
上海立航物流,,,,,,,,,,,,,,,,,,\n";

const HUBSPOT: &str = "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Job Title,Lead Status\n\
51,Dana,Okafor,dana@example.com,+1 202-555-0199,Sam Reed,Contoso,VP Sales,OPEN\n";

fn person(place: &Place, name: &str) -> Person {
    let people: Vec<Person> = place.live();
    let found = people.into_iter().find(|person| person.name == name);
    found.unwrap_or_else(|| panic!("{name} is not there"))
}

fn reached(place: &Place, person: &Person) -> Vec<String> {
    let all: Vec<Identifier> = place.live();
    let of = all.into_iter().filter(|row| row.person == person.id);
    of.map(|row| row.value).collect()
}

#[test]
fn contacts_of_google_come_with_names_numbers_firm_and_birthday() {
    let place = Place::new();
    let result = place.import_text(GOOGLE);
    assert_eq!(result.files[0].source.as_deref(), Some("contacts"));
    assert_eq!((result.counts.created, result.counts.failed), (2, 0));
    let anna = person(&place, "Anna B. Miller");
    assert_eq!(anna.birthday_md.as_deref(), Some("03-07"));
    assert_eq!(anna.note.as_deref(), Some("met at the fair"));
    assert_eq!(
        reached(&place, &anna),
        [
            "+447700900123",
            "02079460018",
            "anna@example.com",
            "am@example.com"
        ]
    );
    let tags = place
        .db
        .read(|read| catalog::tags_of(read, anna.id))
        .expect("tags");
    assert_eq!(tags, ["VIP", "fair"]);
    let zhang = person(&place, "张立群");
    assert_eq!(zhang.birthday_md.as_deref(), Some("03-07"));
    let positions: Vec<Position> = place.live();
    let organizations: Vec<Organization> = place.live();
    let at = |person: &Person| {
        let position = positions
            .iter()
            .find(|row| row.person == person.id)
            .expect("a position");
        let firm = organizations
            .iter()
            .find(|row| row.id == position.organization);
        (
            firm.expect("a firm").name.as_str(),
            position.title.as_deref(),
        )
    };
    assert_eq!(at(&anna), ("Northwind", Some("Buyer")));
    assert_eq!(at(&zhang), ("苏州佳明精密", Some("财务总监")));
    place.sound();
}

#[test]
fn every_program_s_header_is_known_without_a_question() {
    for (name, text, people) in [
        ("google old", GOOGLE_OLD, &["Ben Santos"][..]),
        ("outlook", OUTLOOK, &["Carla Novak"]),
        ("wecom", WECOM, &["王敏"]),
        ("wukong", WUKONG, &["陈静"]),
        ("hubspot", HUBSPOT, &["Dana Okafor"]),
        ("by hand", "姓名,电话\n刘芳,13600003333\n", &["刘芳"]),
        (
            "traditional",
            "姓名,手機,電子郵件,公司,備註\n林佳怡,0912345678,lin@example.com,大安,老客戶\n",
            &["林佳怡"],
        ),
    ] {
        let place = Place::new();
        let result = place.import_text(text);
        assert_eq!(result.counts.failed, 0, "{name}: {result:?}");
        for known in people {
            person(&place, known);
        }
        let before = place.log();
        let again = place.import_text(text);
        assert_eq!(
            again.counts.unchanged, again.counts.rows,
            "{name}: {again:?}"
        );
        assert_eq!(
            place.log(),
            before,
            "{name}: a second import writes nothing"
        );
        place.sound();
    }
}

#[test]
fn what_was_said_keeps_its_author_and_its_time() {
    let place = Place::new();
    let result = place.import_text(WUKONG);
    let touchpoints: Vec<Touchpoint> = place.live();
    let members: Vec<Member> = place.live();
    assert_eq!(touchpoints.len(), 1);
    let said = &touchpoints[0];
    assert_eq!(said.summary.as_deref(), Some("想先看报价"));
    let at = DateTime::parse_from_rfc3339("2026-03-05T14:30:00+08:00").expect("a moment");
    assert_eq!((said.at, said.at_day), (at.timestamp_millis(), false));
    let zhou = members
        .iter()
        .find(|member| member.name == "周航")
        .expect("made");
    assert_eq!((said.member, zhou.active), (Some(zhou.id), false));
    let chen = person(&place, "陈静");
    assert_eq!((chen.grade, chen.owner), (Some(Grade::A), Some(zhou.id)));
    assert_eq!(result.counts.also["touchpoints"], 1);
    let before = place.content();
    place.db.undo(result.action).expect("taken back");
    assert_eq!(place.count("people"), 0);
    place.db.redo(None).expect("redone");
    assert_eq!(place.content(), before);
}

#[test]
fn a_newer_file_updates_and_a_blank_never_overwrites() {
    let place = Place::new();
    place.import_text("姓名,手机,邮箱,城市,备注\n张立群,13812342231,z@example.com,苏州,爱喝茶\n");
    let id = person(&place, "张立群").id;
    let result =
        place.import_text("姓名,手机,邮箱,城市,备注\n张立群,+86 138-1234-2231,,上海,新备注\n");
    assert_eq!((result.counts.created, result.counts.updated), (0, 1));
    let zhang = person(&place, "张立群");
    assert_eq!(zhang.id, id);
    assert_eq!(zhang.city.as_deref(), Some("上海"));
    assert_eq!(
        zhang.note.as_deref(),
        Some("爱喝茶"),
        "a note is written by hand"
    );
    assert_eq!(reached(&place, &zhang), ["+8613812342231", "z@example.com"]);
}

#[test]
fn a_number_shared_by_two_names_is_two_people_and_is_said() {
    let place = Place::new();
    let result = place.import_text(
        "姓名,电话,公司\n张伟,0512-66668888,佳明\n王芳,0512-66668888,佳明\n张伟,0512-66668888,佳明\n",
    );
    assert_eq!((result.counts.created, result.counts.unchanged), (2, 1));
    assert_eq!(
        note(&result.files[0], "number_shared").expect("noted")["rows"],
        "1"
    );
}

#[test]
fn a_number_that_a_spreadsheet_rounded_is_restored_or_reported() {
    let place = Place::new();
    let result = place.import_text("姓名,手机\n张伟,1.3812342231E+10\n王芳,1.38E+10\n");
    assert_eq!(reached(&place, &person(&place, "张伟")), ["+8613812342231"]);
    assert_eq!(
        reached(&place, &person(&place, "王芳")),
        Vec::<String>::new()
    );
    assert_eq!(
        note(&result.files[0], "phone_cut").expect("noted")["rows"],
        "1"
    );
    let kept: String = place
        .db
        .read(|read| read.value("SELECT line FROM source_lines", []))
        .expect("a line");
    assert!(kept.contains("1.38E+10"), "{kept}");
}

#[test]
fn of_several_columns_of_numbers_only_those_not_understood_stay_with_the_line() {
    let place = Place::new();
    place.import_text("姓名,手机,电话,座机\n张伟,1.38E+10,0512-66668888,1.39E+10\n");
    let kept: String = place
        .db
        .read(|read| read.value("SELECT line FROM source_lines", []))
        .expect("a line");
    assert_eq!(kept, r#"{"手机":"1.38E+10","座机":"1.39E+10"}"#);
}

#[test]
fn a_line_that_names_only_a_firm_makes_nobody_and_loses_nothing() {
    let place = Place::new();
    let text = "客户名称,联系人,手机,备注,最近沟通时间,沟通内容,归属人\n上海立航物流,,,先放着,2026-03-05,前台转了一圈,周航\n";
    let result = place.import_text(text);
    assert_eq!((result.counts.created, place.count("people")), (1, 0));
    let organizations: Vec<Organization> = place.live();
    let touchpoints: Vec<Touchpoint> = place.live();
    assert_eq!(organizations[0].name, "上海立航物流");
    assert_eq!(touchpoints[0].organization, Some(organizations[0].id));
    assert!(touchpoints[0].at_day && touchpoints[0].member.is_some());
    let kept: String = place
        .db
        .read(|read| read.value("SELECT line FROM source_lines", []))
        .expect("a line");
    assert!(kept.contains("先放着") && kept.contains("周航"), "{kept}");
    let again = place.import_text(text);
    assert_eq!(again.counts.unchanged, 1);
}

#[test]
fn somebody_with_nothing_but_an_address_is_called_by_it_and_nobody_at_all_fails() {
    let place = Place::new();
    let result = place.import_text("Name,Email,Company\n,x@example.com,\n,,\n,n/a,\n");
    assert_eq!((result.counts.rows, result.counts.failed), (2, 1));
    person(&place, "x@example.com");
    let failures = failures(&result.failures_file.expect("a file"));
    assert_eq!(failures[1][3], "name_missing");
}

#[test]
fn several_numbers_in_one_cell_are_several_numbers() {
    let place = Place::new();
    place.import_text("姓名,电话,邮箱\n张伟,\"13812342231/0512-66668888；13912342231\",\"a@example.com; b@example.com\"\n");
    assert_eq!(
        reached(&place, &person(&place, "张伟")),
        [
            "+8613812342231",
            "051266668888",
            "+8613912342231",
            "a@example.com",
            "b@example.com"
        ]
    );
}

#[test]
fn a_number_that_tells_who_somebody_is_finds_them_under_another_name() {
    let place = Place::new();
    place.import_text("姓名,手机,邮箱\n张伟,13812342231,zw@lanjing.cn\n");
    let again = "姓名,手机,邮箱,城市\n张总,13812342231,,苏州\n";
    let result = place.import_text(again);
    assert_eq!((result.counts.created, result.counts.updated), (0, 1));
    let known = note(&result.files[0], "known_as").expect("noted");
    assert_eq!(
        (known["rows"].as_str(), known["names"].as_str()),
        ("1", "张总 → 张伟")
    );
    let somebody = person(&place, "张伟");
    assert_eq!(somebody.city.as_deref(), Some("苏州"));
    let kept: String = place
        .db
        .read(|read| read.value("SELECT line FROM source_lines", []))
        .expect("a line");
    assert!(
        kept.contains("张总"),
        "the other name stays with the line: {kept}"
    );
    assert_eq!(place.import_text(again).counts.unchanged, 1);
}

#[test]
fn a_number_under_several_names_tells_nothing() {
    let place = Place::new();
    place.import_text("姓名,手机\n张伟,13812342231\n");
    let result = place.import_text("姓名,手机\n王芳,13812342231\n李敏,13812342231\n");
    assert_eq!(result.counts.created, 2, "the shop's number");
    assert_eq!(
        note(&result.files[0], "number_shared").expect("noted")["rows"],
        "2"
    );
    let result = place.import_text("姓名,手机\n赵强,13812342231\n");
    assert_eq!(result.counts.created, 1, "it stands with three already");
    let result = place.import_text(
        "姓名,手机,邮箱\n周一,11111111111,info@lanjing.cn\n周二,11111111111,info@lanjing.cn\n",
    );
    assert_eq!(result.counts.created, 2);
}

#[test]
fn a_line_finds_the_one_who_stays_by_what_the_merged_one_had() {
    use crate::duplicates::{self, DuplicatesKind, MergeInput};
    let place = Place::new();
    place.import_text(
        "姓名,手机,公司\n张伟,13812342231,蓝鲸科技\n章伟,13912344471,蓝鲸科技有限公司\n",
    );
    let (one, other) = (person(&place, "张伟").id, person(&place, "章伟").id);
    let input = MergeInput {
        kind: DuplicatesKind::People,
        one,
        other,
        taken: Vec::new(),
    };
    let stays = duplicates::merge(&place.db, &input).expect("merged").id;
    let result = place.import_text(
        "姓名,手机,公司\n章伟,13912344471,蓝鲸科技有限公司\n张伟,13812342231,蓝鲸科技\n",
    );
    assert_eq!(
        (result.counts.created, result.counts.unchanged),
        (0, 2),
        "{:?}",
        result.counts
    );
    let result = place.import_text("姓名,手机,城市\n章伟,13912344471,苏州\n");
    assert_eq!((result.counts.created, result.counts.updated), (0, 1));
    let city: Option<String> = place
        .db
        .read(|read| read.value("SELECT city FROM people WHERE id = ?1", [stays]))
        .expect("read");
    assert_eq!(city.as_deref(), Some("苏州"));
}
