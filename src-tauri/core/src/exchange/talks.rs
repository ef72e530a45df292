//! What was said and done with people, as other programs list it: who was in a meeting, who watched a live
//! show, what somebody answered in a form, notes and calls. Each line becomes a touchpoint of its time, by
//! the member named there. Answers stand in it as text, question by question.

use std::collections::HashMap;

use super::contacts::People;
use super::contacts::people::{IdentifierSaid, PersonSaid, PositionSaid, Reach};
use super::dates::{self, First};
use super::known::Outcome;
use super::line::{Fault, Line, Reason};
use super::plan::{FilePlan, Planned, State};
use super::sources::{Columns, Shape, Use};
use super::table::{self, Table};
use crate::kernel::{Id, Read, Result, text};
use crate::people::{IdentifierKind, normalise};
use crate::touchpoints::{self, Channel, Direction, Touchpoint};

/// Names of columns and the field each becomes.
pub const COLUMNS: Columns = &[
    ("用户昵称入会昵称", "name"),
    ("用户昵称", "name"),
    ("昵称", "name"),
    ("微信昵称", "name"),
    ("用户名", "name"),
    ("观众昵称", "name"),
    ("姓名", "name"),
    ("联系人", "name"),
    ("name", "name"),
    ("contactname", "name"),
    ("手机号", "phone"),
    ("手机", "phone"),
    ("手机号码", "phone"),
    ("电话", "phone"),
    ("联系电话", "phone"),
    ("phone", "phone"),
    ("邮箱", "email"),
    ("email", "email"),
    ("微信号", "wechat"),
    ("公司", "organization"),
    ("企业", "organization"),
    ("单位", "organization"),
    ("公司名称", "organization"),
    ("company", "organization"),
    ("account", "organization"),
    ("accountname", "organization"),
    ("首次入会时间", "at"),
    ("提交答卷时间", "at"),
    ("提交时间", "at"),
    ("首次进入时间", "at"),
    ("首次观看时间", "at"),
    ("初次访问时间", "at"),
    ("进入时间", "at"),
    ("观看时间", "at"),
    ("跟进时间", "at"),
    ("沟通时间", "at"),
    ("活动时间", "at"),
    ("activitydate", "at"),
    ("date", "at"),
    ("时间", "at"),
    ("日期", "at"),
    ("累计参会时长", "minutes"),
    ("累计观看时长", "minutes"),
    ("累计观看时长分钟", "minutes"),
    ("累计观看时长秒", "minutes"),
    ("观看时长", "minutes"),
    ("观看时长分钟", "minutes"),
    ("观看时长秒", "minutes"),
    ("直播观看时长", "minutes"),
    ("通话时长", "minutes"),
    ("时长", "minutes"),
    ("duration", "minutes"),
    ("沟通内容", "said"),
    ("跟进内容", "said"),
    ("跟进记录", "said"),
    ("备注", "said"),
    ("notebody", "said"),
    ("callnotes", "said"),
    ("comments", "said"),
    ("fullcomments", "said"),
    ("description", "said"),
    ("subject", "topic"),
    ("主题", "topic"),
    ("直播间名称", "topic"),
    ("直播名称", "topic"),
    ("课程名称", "topic"),
    ("沟通方式", "channel"),
    ("跟进方式", "channel"),
    ("activitytype", "channel"),
    ("tasksubtype", "channel"),
    ("跟进人", "member"),
    ("负责人", "member"),
    ("assigned", "member"),
    ("assignedto", "member"),
    ("activityassignedto", "member"),
    ("owner", "member"),
    ("createdby", "member"),
];

/// Over what the contacts of a table of these columns went, where the columns tell.
pub fn channel(names: &[String]) -> Option<Channel> {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let watched = names.iter().any(|name| name.contains("观看时长"));
    let who = ["用户昵称", "昵称", "微信昵称", "用户名", "观众昵称", "姓名"];
    if has("用户昵称入会昵称") && has("首次入会时间") {
        return Some(Channel::Video);
    }
    let jinshuju = ["提交人", "填写设备", "填写时长", "扩展属性", "微信昵称"];
    if has("提交答卷时间") || (has("提交时间") && jinshuju.iter().any(|name| has(name))) {
        return Some(Channel::Form);
    }
    (watched && who.iter().any(|name| has(name))).then_some(Channel::Live)
}

/// What a question of a form asks of who answers it: their name, number, address or firm.
pub fn asked(question: &str, names: &[String]) -> Option<&'static str> {
    if channel(names) != Some(Channel::Form) {
        return None;
    }
    let asks = |words: &[&str]| words.iter().any(|word| question.contains(word));
    let wanted = [
        ("phone", &["手机", "电话", "联系方式", "phone"][..]),
        ("email", &["邮箱", "email"]),
        ("name", &["姓名", "称呼", "yourname"]),
        (
            "organization",
            &["公司名称", "单位名称", "所在公司", "所在单位"],
        ),
    ];
    let found = wanted.into_iter().find(|(_, words)| asks(words));
    found.map(|(field, _)| field)
}

/// The list of a meeting begins with what the meeting was: takes those lines off, so that the line of
/// columns comes first, and answers what it was about.
pub fn rehead(table: &mut Table) -> Option<String> {
    const LOOKED_AT: usize = 20;
    let is_head = |row: &csv::StringRecord| {
        row.iter()
            .any(|cell| text::squeeze(cell) == "用户昵称入会昵称")
    };
    let at = table.rows.iter().take(LOOKED_AT).position(is_head)?;
    let first = csv::StringRecord::from(table.columns.clone());
    let mut before = std::iter::once(&first).chain(&table.rows[..at]);
    let topic = before.find(|row| {
        row.get(0)
            .is_some_and(|cell| text::squeeze(cell) == "会议主题")
    });
    let topic = topic
        .and_then(|row| row.get(1))
        .map(|cell| cell.trim().to_owned());
    let head = table.rows[at].clone();
    table.columns = table::columns(&head);
    table.rows.drain(..=at);
    topic.filter(|topic| !topic.is_empty())
}

/// Minutes in words or figures: 45, 00:45:12, 1小时18分59秒, 2700秒. `seconds`: a bare number counts seconds.
fn minutes(cell: &str, seconds: bool) -> Option<i64> {
    let folded = text::fold(cell);
    let whole = |text: &str| text.trim().parse::<i64>().ok();
    let total = if folded.contains(':') {
        let parts: Vec<i64> = folded.split(':').map(whole).collect::<Option<_>>()?;
        match parts[..] {
            [h, m, s] => h * 3600 + m * 60 + s,
            [m, s] => m * 60 + s,
            _ => return None,
        }
    } else if let Ok(number) = folded.parse::<f64>() {
        (number * if seconds { 1.0 } else { 60.0 }) as i64
    } else {
        let mut total = 0;
        let mut digits = String::new();
        for c in folded
            .replace("小时", "h")
            .replace("分钟", "m")
            .replace("min", "m")
            .chars()
        {
            let unit = match c {
                '0'..='9' => {
                    digits.push(c);
                    continue;
                }
                ' ' => continue,
                'h' | '时' => 3600,
                'm' | '分' => 60,
                's' | '秒' => 1,
                _ => return None,
            };
            total += whole(&digits)? * unit;
            digits.clear();
        }
        total
    };
    (0..=60 * 60 * 24 * 31)
        .contains(&total)
        .then_some((total + 30) / 60)
        .map(|whole| whole.max(i64::from(total > 0)))
}

fn channel_named(cell: &str) -> Option<Channel> {
    let said = text::squeeze(cell);
    let known = [
        (Channel::Call, &["电话", "call", "通话", "phone"][..]),
        (Channel::Visit, &["拜访", "上门", "visit", "面谈"]),
        (Channel::Video, &["视频", "会议", "meeting", "video"]),
        (Channel::Wechat, &["微信", "wechat"]),
        (Channel::Sms, &["短信", "sms"]),
        (Channel::Email, &["邮件", "email", "邮箱"]),
        (Channel::Event, &["活动", "event"]),
        (Channel::Live, &["直播", "live"]),
        (Channel::Form, &["表单", "form", "问卷"]),
    ];
    let found = known
        .into_iter()
        .find(|(_, words)| words.iter().any(|word| said.contains(word)));
    found.map(|(channel, _)| channel)
}

struct Parsed<'t> {
    line: Line<'t>,
    name: Option<String>,
    reached: Vec<Reach>,
    at: i64,
    day_only: bool,
    minutes: Option<i64>,
    channel: Channel,
    summary: Option<String>,
}

/// How a file is to be read.
struct Reading<'s> {
    state: &'s State,
    table: &'s Table,
    shape: &'s Shape,
    at: First,
    channel: Option<Channel>,
}

impl Reading<'_> {
    fn parse<'t>(&self, line: &Line<'t>) -> std::result::Result<Parsed<'t>, Fault> {
        let (at, day_only) = self.when(line)?;
        let mut reached = Vec::new();
        for (field, kind) in [
            ("phone", IdentifierKind::Phone),
            ("email", IdentifierKind::Email),
            ("wechat", IdentifierKind::Wechat),
        ] {
            let Some(cell) = line.text(field) else {
                continue;
            };
            if let Some(value) = normalise(kind, cell) {
                let shown = Some(cell.to_owned()).filter(|shown| *shown != value);
                reached.push(Reach { kind, value, shown });
            }
        }
        let seconds = self
            .column("minutes")
            .is_some_and(|name| name.contains('秒'));
        let said = line.text("channel").and_then(channel_named);
        let channel = self.channel.or(said).unwrap_or(Channel::Other);
        let parsed = Parsed {
            line: *line,
            name: line
                .text("name")
                .map(called)
                .filter(|name| !name.is_empty()),
            reached,
            at,
            day_only,
            minutes: line.text("minutes").and_then(|cell| minutes(cell, seconds)),
            channel,
            summary: self.summary(line, channel),
        };
        if parsed.name.is_none()
            && parsed.reached.is_empty()
            && parsed.summary.is_none()
            && line.text("organization").is_none()
        {
            return Err(line.fault(Reason::NameMissing, "name"));
        }
        Ok(parsed)
    }

    fn column(&self, field: &'static str) -> Option<&str> {
        let at = self
            .shape
            .uses
            .iter()
            .position(|used| *used == Use::Field(field))?;
        Some(&self.table.columns[at])
    }

    /// At its own time; without one, when the file came.
    fn when(&self, line: &Line<'_>) -> std::result::Result<(i64, bool), Fault> {
        let Some(cell) = line.text("at") else {
            return Ok((self.state.ground.now, false));
        };
        let day = dates::day(cell, self.at).ok_or_else(|| line.fault(Reason::DateInvalid, "at"))?;
        let zone = self.state.ground.zone;
        Ok(match dates::time(cell) {
            Some(time) => (zone.instant(day.and_time(time)), false),
            None => (zone.noon(day), true),
        })
    }

    /// What it was about, what was said, and of a form every question with its answer.
    fn summary(&self, line: &Line<'_>, channel: Channel) -> Option<String> {
        let topic = line.text("topic").or(self.shape.about.as_deref());
        let mut parts: Vec<String> = topic
            .into_iter()
            .chain(line.text("said"))
            .map(str::to_owned)
            .collect();
        if channel == Channel::Form {
            let answers = self
                .shape
                .uses
                .iter()
                .enumerate()
                .filter(|(_, used)| **used == Use::Kept);
            for (at, _) in answers {
                let question = &self.table.columns[at];
                let answer = line.cell(at);
                if !answer.is_empty() && !is_about_the_form(question) {
                    parts.push(format!("{question}: {answer}"));
                }
            }
        }
        (!parts.is_empty()).then(|| parts.join("\n"))
    }
}

/// What the form's program adds of its own is no answer.
fn is_about_the_form(column: &str) -> bool {
    const OWN: [&str; 16] = [
        "序号",
        "所用时间",
        "来源",
        "来源详情",
        "来自ip",
        "总分",
        "提交人",
        "修改时间",
        "填写时长",
        "填写设备",
        "操作系统",
        "浏览器",
        "ip",
        "扩展属性",
        "更新时间",
        "答题时长",
    ];
    OWN.contains(&text::squeeze(column).as_str())
}

/// "王敏(无锡远山-王敏)": the name in the account, without the one of the day.
fn called(cell: &str) -> String {
    let cell = cell.trim();
    let closed = cell.strip_suffix(')').or_else(|| cell.strip_suffix('）'));
    let outer = closed.and_then(|rest| rest.split(['(', '（']).next());
    outer
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .unwrap_or(cell)
        .to_owned()
}

/// Plans a list of what was said and done.
pub fn plan(
    table: &Table,
    shape: &Shape,
    state: &mut State,
    people: &mut People,
    read: &Read<'_>,
) -> Result<FilePlan> {
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|name| text::squeeze(name))
        .collect();
    let at = shape.uses.iter().position(|used| *used == Use::Field("at"));
    let told = dates::told(table.rows.iter().filter_map(|row| row.get(at?)));
    let [at, _] = dates::orders([told, dates::Told::Nothing]);
    let reading = Reading {
        state,
        table,
        shape,
        at,
        channel: channel(&names),
    };
    let lines: Vec<_> = table
        .rows
        .iter()
        .map(|record| reading.parse(&Line::new(table, shape, record)?))
        .collect();
    let mut plan = FilePlan::default();
    let mut nobody = 0;
    plan.fill_each(lines, |plan, parsed| {
        let person = person(state, people, plan, &parsed)?;
        nobody += usize::from(person.is_none());
        one(state, people, read, plan, person, parsed)
    })?;
    plan.note_rows("nobody_known", nobody);
    Ok(plan)
}

/// Who it was, with the writes that make them if nobody knows them yet. A nickname alone is no person: of
/// those who watched, only who is reached or known already.
fn person(
    state: &mut State,
    people: &mut People,
    plan: &mut FilePlan,
    parsed: &Parsed<'_>,
) -> Result<Option<(Id, Vec<super::plan::Step>)>> {
    let mut steps = Vec::new();
    let firm = parsed.line.text("organization");
    let Some(name) = parsed
        .name
        .clone()
        .or_else(|| parsed.reached.first().map(|reach| reach.value.clone()))
    else {
        return Ok(None);
    };
    let id = if parsed.reached.is_empty() {
        let known = match firm {
            Some(firm) => state
                .organizations
                .find(firm)
                .and_then(|firm| people.only(&name, Some(firm))),
            None => people.only(&name, None),
        };
        match known {
            Some(known) => known,
            None if parsed.channel == Channel::Live => return Ok(None),
            None => people.claim(&name, firm, &[], &HashMap::new()).id,
        }
    } else {
        people
            .claim(&name, firm, &parsed.reached, &HashMap::new())
            .id
    };
    let organization = firm.map(|name| state.organization(plan, name, &mut steps));
    people.like(id, &name, organization, &parsed.reached);
    let said = PersonSaid {
        id,
        name,
        city: None,
        note: None,
        grade: None,
        birthday: None,
        source: None,
        owner: None,
    };
    plan.also("people", people.people.say(said, &mut steps));
    for reach in parsed.reached.clone() {
        people.reached(id, &reach);
        let said = IdentifierSaid { person: id, reach };
        plan.also("identifiers", people.identifiers.say(said, &mut steps));
    }
    if let Some(organization) = organization {
        let said = PositionSaid {
            id: people.place(id, organization),
            person: id,
            organization,
            title: None,
        };
        plan.also("positions", people.positions.say(said, &mut steps));
    }
    Ok(Some((id, steps)))
}

fn one(
    state: &mut State,
    people: &mut People,
    read: &Read<'_>,
    plan: &mut FilePlan,
    person: Option<(Id, Vec<super::plan::Step>)>,
    parsed: Parsed<'_>,
) -> Result<Planned> {
    let (person, mut steps) = person.map_or((None, Vec::new()), |(id, steps)| (Some(id), steps));
    let member = parsed
        .line
        .text("member")
        .map(|name| state.member(plan, name, &mut steps));
    let firm = parsed
        .line
        .text("organization")
        .filter(|_| person.is_none());
    let organization = firm.map(|name| state.organization(plan, name, &mut steps));
    let at = parsed.at.to_string();
    let who = person.or(organization).map(|id| id.to_string());
    let who = who
        .or_else(|| parsed.name.as_deref().map(text::identity))
        .unwrap_or_default();
    let told = parsed.summary.as_deref().unwrap_or_default();
    let id = Id::derived(&[
        b"touchpoints",
        parsed.channel.word().as_bytes(),
        who.as_bytes(),
        at.as_bytes(),
        told.as_bytes(),
    ]);
    let came = matches!(
        parsed.channel,
        Channel::Video | Channel::Live | Channel::Form | Channel::Event
    );
    let nick = parsed.name.clone().filter(|_| person.is_none());
    let summary = match (nick.clone(), parsed.summary) {
        (Some(nick), Some(said)) => Some(format!("{nick}\n{said}")),
        (nick, said) => nick.or(said),
    };
    let called = nick.or_else(|| people.people.live.get(&person?).map(|row| row.name.clone()));
    let mut own = Vec::new();
    let outcome = if people.unsaid(read, id)? {
        let touchpoint = Touchpoint {
            n: 0,
            id,
            deleted_at: None,
            at: parsed.at,
            at_day: parsed.day_only,
            channel: parsed.channel,
            direction: if came {
                Direction::Inbound
            } else {
                Direction::Outbound
            },
            outcome: None,
            minutes: parsed.minutes,
            sentiment: None,
            summary,
            raw: None,
            who: None,
            member,
            person,
            organization,
            deal: None,
        };
        own.push(Box::new(move |tx: &mut crate::kernel::WriteTx<'_>| {
            touchpoints::add(tx, touchpoint).map(drop)
        }) as super::plan::Step);
        Outcome::Created
    } else {
        Outcome::Unchanged
    };
    if parsed.channel != Channel::Form {
        let kept = parsed.line.kept(&[]).ok().flatten();
        state.keep_line(super::sources::Kind::Talks, id, kept, &mut own)?;
    }
    Ok(Planned {
        name: called,
        ..Planned::new(outcome, own).after(steps)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_read_the_same_however_they_are_written() {
        for (cell, seconds, whole) in [
            ("45", false, 45),
            ("00:45:12", false, 45),
            ("1小时18分59秒", false, 79),
            ("45分钟", false, 45),
            ("2700", true, 45),
            ("8秒", false, 1),
            ("1 h 5 min", false, 65),
        ] {
            assert_eq!(minutes(cell, seconds), Some(whole), "{cell}");
        }
        for cell in ["", "long", "1:2:3:4", "-5"] {
            assert_eq!(
                minutes(cell, false).filter(|_| !cell.is_empty()),
                None,
                "{cell}"
            );
        }
    }

    #[test]
    fn the_name_of_the_account_is_who_it_was() {
        assert_eq!(called("王敏(无锡远山-王敏)"), "王敏");
        assert_eq!(called("王敏"), "王敏");
        assert_eq!(called("(王敏)"), "(王敏)");
    }
}
