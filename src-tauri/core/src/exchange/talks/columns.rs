//! What columns of lists of what was said and done are called, and over what it went.

use crate::exchange::contacts;
use crate::exchange::sources::Columns;
use crate::kernel::text;
use crate::touchpoints::Channel;

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
    ("contact", "name"),
    ("联系人姓名", "name"),
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
    ("companyaccount", "organization"),
    ("客户名称", "organization"),
    ("企业名称", "organization"),
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
    ("拜访时间", "at"),
    ("活动时间", "at"),
    ("activitydate", "at"),
    ("date", "at"),
    ("时间", "at"),
    ("日期", "at"),
    ("累计参会时长", "minutes"),
    ("累计观看时长", "minutes"),
    ("观看总时长", "minutes"),
    ("在线时长", "minutes"),
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
    ("拜访记录", "said"),
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

/// Notes and calls as a program lists them: what was said and when, of whom, and no number or address, which
/// would make it a list of contacts.
fn notes(names: &[String]) -> bool {
    let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    let said = [
        "沟通内容",
        "跟进内容",
        "跟进记录",
        "拜访记录",
        "callnotes",
        "notebody",
        "fullcomments",
        "comments",
    ];
    let at = [
        "跟进时间",
        "沟通时间",
        "拜访时间",
        "activitydate",
        "date",
        "时间",
        "日期",
    ];
    let of = |field: &str| {
        let mut known = COLUMNS.iter().filter(|(_, known)| *known == field);
        known.any(|(name, _)| names.iter().any(|one| one == name))
    };
    let whom = of("name") || of("organization");
    has(&said) && has(&at) && whom && !contacts::fits(names)
}

/// A table of what was said and done.
pub fn fits(names: &[String]) -> bool {
    channel(names).is_some() || notes(names)
}

/// Over what the contacts of a table of these columns went, where the columns tell.
pub fn channel(names: &[String]) -> Option<Channel> {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let lasted = ["观看时长", "观看总时长", "在线时长"];
    let watched = names
        .iter()
        .any(|name| lasted.iter().any(|lasted| name.contains(lasted)));
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

/// The channel that a cell names.
pub fn channel_named(cell: &str) -> Option<Channel> {
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

/// What the form's program adds of its own is no answer.
pub fn is_about_the_form(column: &str) -> bool {
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
