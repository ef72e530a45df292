//! The words signatures are made of: labels, marks of firms, titles, addresses, courtesies.

use crate::kernel::text::{fold, is_han};

/// What a line calls a piece of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    Name,
    Title,
    Organization,
    City,
    Address,
    Phone,
    Email,
    Wechat,
    PhoneAndWechat,
    /// Known, and nothing we keep: fax, QQ, web, bank.
    Ignored,
}

#[rustfmt::skip]
const LABELS: &[(Label, &[&str])] = &[
    (Label::Name, &["姓名", "名字", "联系人", "联络人", "收件人", "收货人", "客户姓名", "称呼", "name", "full name", "contact", "contact name", "contact person"]),
    (Label::Title, &["职务", "职位", "岗位", "头衔", "职称", "title", "job title", "position", "role"]),
    (Label::Organization, &["公司", "单位", "企业", "公司名称", "工作单位", "单位名称", "机构", "company", "company name", "organization", "organisation", "employer", "firm"]),
    (Label::City, &["城市", "所在地", "所在城市", "city", "location"]),
    (Label::Address, &["地址", "公司地址", "收货地址", "办公地址", "联系地址", "通讯地址", "address", "add", "addr", "office address", "a"]),
    (Label::Phone, &[
        "电话", "手机", "手机号", "手机号码", "电话号码", "联系电话", "联系方式", "座机", "固话", "办公电话", "公司电话", "直线", "总机", "热线", "移动电话",
        "tel", "telephone", "phone", "mobile", "mob", "cell", "cellphone", "direct", "office", "main", "t", "m", "p", "o", "d", "c", "ph", "tel/fax", "work", "home",
    ]),
    (Label::Email, &["邮箱", "邮件", "电子邮箱", "电子邮件", "信箱", "email", "e-mail", "mail", "e", "emails"]),
    (Label::Wechat, &["微信", "微信号", "wechat", "weixin", "wx", "vx", "v信", "wechat id"]),
    (Label::PhoneAndWechat, &["手机/微信", "电话/微信", "微信/电话", "微信/手机", "手机(微信同号)", "手机微信", "电话微信", "电话(微信同号)", "手机同微信", "微信同手机", "phone/wechat", "mobile/wechat"]),
    (Label::Ignored, &[
        "传真", "fax", "f", "qq", "网址", "网站", "官网", "邮编", "邮政编码", "开户行", "账号", "帐号", "税号", "web", "website", "url", "www", "w", "skype", "linkedin",
        "zip", "postcode", "twitter", "x", "发件人", "收件时间", "发送时间", "主题", "subject", "date", "sent", "to", "cc", "抄送", "whatsapp web",
    ]),
];

/// What a word or phrase is the label of.
pub fn label(word: &str) -> Option<Label> {
    let folded = fold(word);
    let folded = folded.trim_matches(['.', ' ']);
    LABELS
        .iter()
        .find(|(_, words)| words.contains(&folded))
        .map(|(label, _)| *label)
}

/// The longest label, in characters.
const LONGEST: usize = 16;

/// The label that a text ends with, and the byte where it begins: what stands before a colon.
pub fn label_at_end(text: &str) -> Option<(Label, usize)> {
    let text = text.trim_end();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    // The longest first, so that 公司电话 is not read as 公司 and 电话.
    let from = starts.len().saturating_sub(LONGEST);
    starts[from..].iter().copied().find_map(|at| {
        let before = text[..at].chars().next_back();
        let first = text[at..].chars().next();
        // A Latin label begins a word; a Chinese one may follow anything.
        let begins = before.is_none_or(|c| !c.is_alphanumeric()) || first.is_some_and(is_han);
        begins
            .then(|| label(&text[at..]))
            .flatten()
            .map(|label| (label, at))
    })
}

#[rustfmt::skip]
const CLOSINGS: &[&str] = &[
    "best regards", "kind regards", "regards", "best", "best wishes", "many thanks", "thanks", "thank you", "sincerely", "yours sincerely", "yours truly", "cheers",
    "warm regards", "with best regards", "respectfully", "sent from my iphone", "sent from my phone", "sent from my mobile", "br",
    "此致", "敬礼", "此致敬礼", "祝好", "谢谢", "顺颂商祺", "商祺", "顺祝商祺", "祝商祺", "发自我的iphone", "发自我的手机", "以上", "祝工作顺利", "祝您工作顺利", "顺祝", "致礼", "多谢",
];

/// A greeting, thanks or the mark of a telephone: nothing about anybody.
pub fn is_closing(line: &str) -> bool {
    let folded = fold(line);
    let bare = folded.trim_matches([',', '.', '!', ' ', '-', '~', '。', '，', '、']);
    bare.chars().all(|c| !c.is_alphanumeric() && c != '@') || CLOSINGS.contains(&bare)
}

pub fn is_same_number(text: &str) -> bool {
    let folded = fold(text);
    [
        "同手机",
        "同号",
        "同上",
        "手机号",
        "同电话",
        "同微信",
        "same",
    ]
    .iter()
    .any(|word| folded.contains(word))
}

/// 微信同手机, 同微信: the number is the WeChat id too.
pub fn is_wechat_of_phone(text: &str) -> bool {
    let folded = fold(text);
    folded.contains("微信同") || folded.contains("同微信")
}

#[rustfmt::skip]
const FIRM_ENDS: &[&str] = &[
    "有限责任公司", "股份有限公司", "有限公司", "分公司", "公司", "集团", "工厂", "研究院", "研究所", "事务所", "大学", "学院", "医院", "银行", "工作室", "商行", "合作社",
    "出版社", "俱乐部", "协会", "基金会", "门店", "旗舰店", "酒店", "中学", "小学", "幼儿园", "厂",
];
#[rustfmt::skip]
const FIRM_MARKS: &[&str] = &[
    "ltd", "limited", "inc", "incorporated", "llc", "llp", "plc", "gmbh", "ag", "kg", "corp", "corporation", "co", "company", "group", "holdings", "pte", "pty", "sa",
    "srl", "bv", "nv", "oy", "ab", "as", "university", "college", "institute", "bank", "partners", "studio", "studios", "labs", "hospital", "association", "foundation",
    "industries", "logistics", "foods", "systems", "solutions", "technologies", "consulting", "electronics", "press", "agency",
];

fn latin_words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '&');
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// "Ltd", "Inc.": a mark that stands behind a comma.
pub fn is_firm_mark(part: &str) -> bool {
    let words = latin_words(part);
    !words.is_empty()
        && words
            .iter()
            .all(|word| FIRM_MARKS[..24].contains(&word.as_str()))
}

pub fn is_organization(part: &str) -> bool {
    if part.chars().count() < 3 {
        return false;
    }
    if part.chars().any(is_han) {
        let part = fold(part);
        return FIRM_ENDS.iter().any(|end| match part.find(end) {
            Some(at) => {
                at > 0
                    && (part.ends_with(end)
                        || is_title(&part[at + end.len()..])
                        || part[at + end.len()..].starts_with('('))
            }
            None => false,
        });
    }
    let words = latin_words(part);
    let marked = words
        .last()
        .is_some_and(|last| FIRM_MARKS.contains(&last.as_str()));
    words.len() > 1 && marked && !part.chars().any(|c| c.is_ascii_digit() && words.len() < 2)
}

/// 恒达公司总经理: the firm and the title written on.
pub fn firm_and_title(part: &str) -> (&str, &str) {
    let end = FIRM_ENDS
        .iter()
        .filter_map(|end| part.find(end).map(|at| at + end.len()))
        .filter(|end| is_title(&part[*end..]))
        .max();
    end.map_or((part, ""), |end| part.split_at(end))
}

#[rustfmt::skip]
const TITLES_HAN: &[&str] = &[
    "董事长", "总经理", "副总经理", "总裁", "副总裁", "总监", "经理", "主管", "主任", "厂长", "店长", "校长", "院长", "所长", "处长", "科长", "部长", "组长", "工程师", "设计师",
    "分析师", "会计师", "律师", "医生", "教授", "老师", "讲师", "专员", "顾问", "代表", "秘书", "助理", "会计", "出纳", "采购", "采购员", "业务员", "销售", "客服", "创始人", "合伙人", "负责人",
    "股东", "法人", "总工", "研究员", "编辑", "记者", "经纪人", "首席执行官", "首席技术官", "首席财务官", "财务", "行政", "人事", "文员", "跟单", "老板", "老板娘", "技术员", "仓管",
];
#[rustfmt::skip]
const TITLE_WORDS: &[&str] = &[
    "manager", "director", "engineer", "ceo", "cto", "cfo", "coo", "cmo", "cio", "head", "vp", "president", "founder", "cofounder", "officer", "lead", "consultant", "executive",
    "specialist", "analyst", "buyer", "assistant", "partner", "representative", "coordinator", "supervisor", "owner", "developer", "designer", "accountant", "lawyer",
    "attorney", "professor", "lecturer", "editor", "secretary", "chairman", "chairwoman", "chair", "principal", "architect", "administrator", "planner", "controller",
    "advisor", "researcher", "scientist", "technician", "recruiter", "sales", "purchasing", "procurement", "marketing",
];

pub fn is_title(part: &str) -> bool {
    if part.is_empty() || part.chars().count() > 60 {
        return false;
    }
    if part.chars().any(is_han) {
        let folded = fold(part);
        return TITLES_HAN.iter().any(|title| folded.ends_with(title))
            && part.chars().count() <= 16;
    }
    let words = latin_words(part);
    words.len() <= 8
        && words
            .iter()
            .any(|word| TITLE_WORDS.contains(&word.as_str()))
}

/// The commonest surnames; the two-character ones first.
const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖佟岳帅涂闫付";
#[rustfmt::skip]
const DOUBLE: &[&str] = &["欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "长孙", "司徒", "令狐", "夏侯", "端木"];

/// What stands before 经理 and is no name.
#[rustfmt::skip]
const NOT_GIVEN: &[&str] = &["高级", "区域", "华东", "华南", "华北", "项目", "产品", "客户", "市场", "技术", "大区", "部门", "全国", "运营", "生产", "采购", "销售", "常务", "总", "副", "行政", "高", "经", "安全", "时装", "广告", "国际", "车间", "公共", "食品"];

fn has_surname(name: &str) -> bool {
    let folded = fold(name);
    DOUBLE.iter().any(|double| folded.starts_with(double))
        || folded.chars().next().is_some_and(|c| SURNAMES.contains(c))
}

/// 李明经理: a name with its title written on.
pub fn name_and_title(part: &str) -> Option<(&str, &str)> {
    TITLES_HAN
        .iter()
        .filter(|title| part.ends_with(**title))
        .find_map(|title| {
            let name = part.strip_suffix(title)?;
            let given = (2..=3).contains(&name.chars().count())
                && name.chars().all(is_han)
                && has_surname(name);
            (given
                && !NOT_GIVEN
                    .iter()
                    .any(|word| name.starts_with(word) || name.ends_with(word)))
            .then_some((name, *title))
        })
}

pub fn is_name(part: &str) -> bool {
    let bare = without_courtesy(part.split(['(', '<']).next().unwrap_or(part).trim());
    let han = bare.chars().filter(|c| is_han(*c)).count();
    if han > 0 {
        let whole = bare.chars().all(|c| is_han(c) || c == '·');
        return whole && (2..=4).contains(&han) && has_surname(bare);
    }
    let words: Vec<&str> = bare.split_whitespace().collect();
    let named = |word: &&str| {
        let letters = word
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'));
        let begins = word.chars().next().is_some_and(char::is_uppercase);
        let particle = [
            "van", "von", "de", "der", "den", "da", "di", "la", "le", "bin", "al",
        ]
        .contains(word);
        letters && (begins || particle)
    };
    (2..=4).contains(&words.len())
        && words.iter().all(named)
        && words[0].chars().next().is_some_and(char::is_uppercase)
}

#[rustfmt::skip]
const COURTESY: &[&str] = &["先生", "女士", "小姐", "同志"];
#[rustfmt::skip]
const COURTESY_LATIN: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "prof", "mx"];
#[rustfmt::skip]
const DEGREES: &[&str] = &["phd", "mba", "md", "cpa", "pmp", "pe", "bsc", "msc"];

/// "PhD" behind a comma.
pub fn is_degree(part: &str) -> bool {
    DEGREES.contains(&part.replace('.', "").to_lowercase().as_str())
}

/// 李明先生 → 李明; Dr. Ann Vale → Ann Vale.
pub fn without_courtesy(name: &str) -> &str {
    let name = COURTESY
        .iter()
        .find_map(|word| name.strip_suffix(word))
        .unwrap_or(name)
        .trim();
    let name = match name.split_once(' ') {
        Some((first, rest))
            if COURTESY_LATIN.contains(&first.trim_end_matches('.').to_lowercase().as_str()) =>
        {
            rest.trim()
        }
        _ => name,
    };
    match name.rsplit_once(' ') {
        Some((rest, last)) if DEGREES.contains(&last.replace('.', "").to_lowercase().as_str()) => {
            rest.trim_end_matches(',')
        }
        _ => name,
    }
}

/// A short line that says nothing else may be the firm: capitalised words or Han.
pub fn could_be_firm(line: &str) -> bool {
    let count = line.chars().count();
    let words: Vec<&str> = line.split_whitespace().collect();
    let latin = words.len() <= 4
        && words.iter().all(|word| {
            word.chars()
                .next()
                .is_some_and(|c| c.is_uppercase() || c == '&')
        });
    let han = line.chars().all(is_han);
    (3..=40).contains(&count)
        && !line
            .chars()
            .any(|c| c.is_ascii_digit() || matches!(c, ':' | '!' | '?' | '"'))
        && (latin || (han && (4..=12).contains(&count)))
}

#[rustfmt::skip]
const CITIES: &[&str] = &[
    "北京", "上海", "天津", "重庆", "广州", "深圳", "杭州", "南京", "苏州", "无锡", "宁波", "成都", "武汉", "西安", "长沙", "青岛", "济南", "郑州", "合肥", "厦门", "福州", "大连",
    "沈阳", "长春", "哈尔滨", "东莞", "佛山", "珠海", "昆明", "贵阳", "南宁", "南昌", "太原", "石家庄", "兰州", "温州", "嘉兴", "绍兴", "常州", "南通", "扬州", "香港", "澳门", "台北", "高雄",
];

/// A city that stands alone.
pub fn city(text: &str) -> Option<String> {
    let folded = fold(text);
    let bare = folded.strip_suffix('市').unwrap_or(&folded);
    CITIES
        .contains(&bare)
        .then(|| text.trim_end_matches('市').to_owned())
}

/// The city that an address names.
pub fn city_in(address: &str) -> Option<String> {
    if !address.chars().any(is_han) {
        return english_city(address);
    }
    let after_province = ["特别行政区", "自治区", "省"]
        .iter()
        .find_map(|mark| address.split_once(mark).map(|(_, rest)| rest))
        .unwrap_or(address)
        .trim_start();
    if let Some((city, _)) = after_province.split_once('市')
        && (2..=6).contains(&city.chars().count())
        && city.chars().all(is_han)
    {
        return Some(city.trim_start_matches("中国").to_owned());
    }
    let folded = fold(after_province);
    CITIES
        .iter()
        .find(|city| folded.trim_start_matches("中国").starts_with(**city))
        .map(|city| (*city).to_owned())
}

/// "…, Springfield, IL 62704": what stands before a state and its code.
fn english_city(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split(',').map(str::trim).collect();
    let at = parts.iter().position(|part| {
        let words: Vec<&str> = part.split_whitespace().collect();
        matches!(words.as_slice(), [state, code] if state.len() == 2 && state.chars().all(|c| c.is_ascii_uppercase()) && code.len() == 5 && code.chars().all(|c| c.is_ascii_digit()))
    })?;
    let city = at.checked_sub(1).and_then(|before| parts.get(before))?;
    (!city.is_empty() && !city.chars().any(|c| c.is_ascii_digit())).then(|| (*city).to_owned())
}

#[rustfmt::skip]
const STREET_WORDS: &[&str] = &["street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "dr", "floor", "suite", "boulevard", "blvd", "building", "square", "way", "highway", "parkway", "court", "place", "unit"];

pub fn is_address(text: &str) -> bool {
    let digits = text.chars().any(|c| c.is_ascii_digit());
    if text.chars().any(is_han) {
        let marks = [
            "省", "市", "区", "县", "路", "街", "号", "楼", "栋", "室", "镇", "大道", "园区", "弄",
        ];
        let hits = marks.iter().filter(|mark| text.contains(*mark)).count();
        return text.chars().count() >= 6 && (hits >= 3 || (hits >= 2 && digits));
    }
    let words = latin_words(text);
    let street = words
        .iter()
        .any(|word| STREET_WORDS.contains(&word.as_str()));
    let state = english_city(text).is_some();
    (digits && street && words.len() >= 3) || state
}
