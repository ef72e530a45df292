//! What the columns of a list of contacts are called, by the programs that write them and by people who
//! keep one by hand. Names are squeezed: letters and digits, lower case, Simplified.

use crate::exchange::sources::Columns;

/// A column's name and the field it becomes.
pub const COLUMNS: Columns = &[
    // Who.
    ("姓名", "name"),
    ("名字", "name"),
    ("联系人", "name"),
    ("联系人姓名", "name"),
    ("联系人名称", "name"),
    ("客户姓名", "name"),
    ("客户名称", "name"),
    ("name", "name"),
    ("fullname", "name"),
    ("contactname", "name"),
    ("displayname", "name"),
    ("personname", "name"),
    ("leadname", "name"),
    ("姓", "family"),
    ("lastname", "family"),
    ("familyname", "family"),
    ("surname", "family"),
    ("名", "given"),
    ("firstname", "given"),
    ("givenname", "given"),
    ("middlename", "middle"),
    ("additionalname", "middle"),
    ("生日", "birthday"),
    ("出生日期", "birthday"),
    ("birthday", "birthday"),
    ("birthdate", "birthday"),
    ("城市", "city"),
    ("所在城市", "city"),
    ("city", "city"),
    ("mailingcity", "city"),
    ("businesscity", "city"),
    // Reached at.
    ("手机", "phone"),
    ("手机号", "phone"),
    ("手机号码", "phone"),
    ("电话", "phone"),
    ("电话号码", "phone"),
    ("联系电话", "phone"),
    ("联系方式", "phone"),
    ("移动电话", "phone"),
    ("住宅电话", "phone"),
    ("商务电话", "phone"),
    ("座机", "phone"),
    ("办公电话", "phone"),
    ("phone", "phone"),
    ("personphone", "phone"),
    ("personphonework", "phone"),
    ("personphonemobile", "phone"),
    ("personphonehome", "phone"),
    ("personphoneother", "phone"),
    ("phonenumber", "phone"),
    ("mobile", "phone"),
    ("mobilephone", "phone"),
    ("mobilephonenumber", "phone"),
    ("primaryphone", "phone"),
    ("businessphone", "phone"),
    ("businessphone2", "phone"),
    ("homephone", "phone"),
    ("homephone2", "phone"),
    ("otherphone", "phone"),
    ("邮箱", "email"),
    ("电子邮箱", "email"),
    ("电子邮件", "email"),
    ("电子邮件地址", "email"),
    ("邮件", "email"),
    ("email", "email"),
    ("personemail", "email"),
    ("personemailwork", "email"),
    ("personemailhome", "email"),
    ("personemailother", "email"),
    ("secondaryemail", "email"),
    ("emailaddress", "email"),
    ("email2address", "email"),
    ("email3address", "email"),
    ("微信", "wechat"),
    ("微信号", "wechat"),
    ("wechat", "wechat"),
    ("wechatid", "wechat"),
    ("uid", "external"),
    ("recordid", "external"),
    ("contactid", "external"),
    ("leadid", "external"),
    ("personid", "external"),
    ("客户编号", "external"),
    ("联系人编号", "external"),
    // Works at.
    ("公司", "organization"),
    ("公司名称", "organization"),
    ("企业", "organization"),
    ("企业名称", "organization"),
    ("单位", "organization"),
    ("单位名称", "organization"),
    ("company", "organization"),
    ("companyaccount", "organization"),
    ("personorganization", "organization"),
    ("companyname", "organization"),
    ("associatedcompany", "organization"),
    ("accountname", "organization"),
    ("organization", "organization"),
    ("organizationname", "organization"),
    ("organization1name", "organization"),
    ("行业", "industry"),
    ("所属行业", "industry"),
    ("客户行业", "industry"),
    ("industry", "industry"),
    ("accountid", "organization_number"),
    ("职务", "title"),
    ("职位", "title"),
    ("头衔", "title"),
    ("title", "title"),
    ("jobtitle", "title"),
    ("designation", "title"),
    ("organizationtitle", "title"),
    ("organization1title", "title"),
    // What we know.
    ("备注", "note"),
    ("描述", "note"),
    ("说明", "note"),
    ("note", "note"),
    ("notes", "note"),
    ("description", "note"),
    ("来源", "source"),
    ("客户来源", "source"),
    ("线索来源", "source"),
    ("source", "source"),
    ("leadsource", "source"),
    ("originalsource", "source"),
    ("originaltrafficsource", "source"),
    ("客户等级", "grade"),
    ("客户级别", "grade"),
    ("等级", "grade"),
    ("grade", "grade"),
    ("标签", "tags"),
    ("tags", "tags"),
    ("labels", "tags"),
    ("groupmembership", "tags"),
    ("categories", "tags"),
    // Whose, and what was said.
    ("归属人", "owner"),
    ("负责人", "owner"),
    ("跟进人", "owner"),
    ("添加人", "owner"),
    ("owner", "owner"),
    ("contactowner", "owner"),
    ("leadowner", "owner"),
    ("personowner", "owner"),
    ("沟通内容", "said"),
    ("最近沟通内容", "said"),
    ("跟进记录", "said"),
    ("跟进内容", "said"),
    ("最近沟通时间", "said_at"),
    ("最近跟进时间", "said_at"),
    ("跟进时间", "said_at"),
];

/// Fields of which each gives a line something to call somebody by.
pub const CALLED: [&str; 8] = [
    "name",
    "family",
    "given",
    "phone",
    "email",
    "wechat",
    "external",
    "organization",
];

/// Fields that several columns may have.
pub fn repeats(field: &str) -> bool {
    ["phone", "email", "tags"].contains(&field)
}

/// A list of contacts says who, and how to reach them.
pub fn fits(names: &[String]) -> bool {
    let has = |fields: &[&str]| {
        names.iter().any(|name| {
            let known = COLUMNS.iter().find(|(known, _)| known == name);
            let field = beside(name, names).unwrap_or(known.map(|(_, field)| *field));
            field.is_some_and(|field| fields.contains(&field))
        })
    };
    let called = ["name", "given", "family"];
    (has(&called) || names.iter().any(|name| name == "客户名称"))
        && has(&["phone", "email", "wechat"])
}

/// What a column becomes that its name alone does not tell; `None`: that name tells enough.
pub fn beside(name: &str, names: &[String]) -> Option<Option<&'static str>> {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    // A customer is a firm where the table names a contact beside it.
    if name == "客户名称" && names.iter().any(|name| name.starts_with("联系人")) {
        return Some(Some("organization"));
    }
    // Outlook's title is Dr. or Ms.
    if name == "title" && has("jobtitle") {
        return Some(None);
    }
    // One column for each group of tags, as many as a team has.
    if name.starts_with("标签组") {
        return Some(Some("tags"));
    }
    // Google numbers what there are several of.
    let counted = name.strip_suffix("value")?;
    match counted.trim_end_matches(|c: char| c.is_ascii_digit()) {
        _ if !counted.ends_with(|c: char| c.is_ascii_digit()) => None,
        "phone" => Some(Some("phone")),
        "email" => Some(Some("email")),
        _ => None,
    }
}
