//! The vocabulary: one table per class, both languages, in folded form (lower case, Simplified). To
//! teach the language a word, add it to its row and a line to tests/data/quicklog. Names of people
//! stand in `names`, words for days in `dates`. Tables keep their own line breaks: rustfmt would set
//! one word a line.

use super::types::{Channel, Direction, Outcome};

pub(super) type Words = &'static [&'static str];

/// (meaning, Chinese, English)
#[rustfmt::skip]
pub(super) const CHANNELS: &[(Channel, Words, Words)] = &[
    (
        Channel::Call,
        &[
            "电话", "打电话", "打了电话", "打了个电话", "通电话", "通了电话", "通了个电话",
            "电话沟通", "电话会议", "电话会", "通话", "致电", "电联", "回电", "打给", "拨打",
            "打了", "通了个话",
        ],
        &[
            "call", "called", "calling", "phone", "phoned", "phone call", "telephone", "tel",
            "rang", "dialed", "dialled", "by phone", "over the phone", "on the phone", "cold call",
            "conference call",
        ],
    ),
    (
        Channel::Visit,
        &[
            "拜访", "上门", "上门拜访", "登门", "走访", "面谈", "面聊", "见面", "当面", "面访",
            "到访", "回访拜访", "去了客户公司", "现场拜访",
        ],
        &[
            "visit", "visited", "visiting", "met", "meeting", "met with", "met in person",
            "in person", "in-person", "onsite", "on-site", "site visit", "face to face", "f2f",
            "lunch with", "coffee with", "dropped by",
        ],
    ),
    (
        Channel::Video,
        &[
            "视频", "视讯", "视讯会议", "视频会议", "视频会", "视频通话", "视频电话", "腾讯会议",
            "线上会议", "线上会", "在线会议", "网络会议", "钉钉会议", "飞书会议", "远程会议",
            "远程演示",
        ],
        &[
            "video", "video call", "video meeting", "video chat", "videoconference", "zoom",
            "zoom call", "zoom meeting", "teams call", "teams meeting", "on teams", "ms teams",
            "google meet", "webex", "facetime", "online meeting",
        ],
    ),
    (
        Channel::Wechat,
        &["微信", "企业微信", "企微", "微信语音", "微信电话", "发微信", "加微信", "加了微信"],
        &["wechat", "weixin", "wecom", "wechat call", "wechatted", "wx"],
    ),
    (
        Channel::Sms,
        &["短信", "简讯", "发短信", "发了短信", "发了条短信", "手机短信"],
        &["sms", "text message", "texted", "text msg", "by text"],
    ),
    (
        Channel::Email,
        &["邮件", "电子邮件", "电邮", "发邮件", "发了邮件", "发了封邮件", "写邮件"],
        &[
            "email", "emailed", "e-mail", "e-mailed", "by email", "sent an email", "sent email",
            "mailed",
        ],
    ),
    (
        Channel::Event,
        &["活动", "线下活动", "展会", "沙龙", "峰会", "参展", "论坛", "发布会", "交流会"],
        &[
            "event", "expo", "trade show", "trade fair", "conference", "exhibition", "meetup",
            "summit", "at our booth",
        ],
    ),
    (
        Channel::Live,
        &["直播", "直播间", "看直播", "看了直播", "观看直播"],
        &["live stream", "livestream", "live-stream", "webinar", "live session"],
    ),
    (
        Channel::Form,
        &["表单", "填表", "填了表", "填了表单", "提交表单", "提交了表单", "官网留言"],
        &[
            "web form", "contact form", "filled in the form", "filled in a form",
            "filled out the form", "form submission", "submitted the form", "submitted a form",
        ],
    ),
    (
        Channel::Article,
        &["看文章", "看了文章", "读了文章", "阅读文章", "文章阅读", "看了公众号", "公众号文章"],
        &["article", "read the article", "read our article", "read an article", "blog post"],
    ),
    (
        Channel::Download,
        &["下载", "下载了", "下载资料", "下载了资料", "下载白皮书", "下载了白皮书"],
        &["download", "downloaded"],
    ),
    (
        Channel::SiteVisit,
        &[
            "访问官网", "访问了官网", "浏览官网", "浏览了官网", "看了官网", "访问网站", "逛官网",
            "官网浏览",
        ],
        &[
            "website visit", "visited our website", "visited the website", "visited website",
            "browsed the site", "browsed our site", "browsed the website",
        ],
    ),
    (
        Channel::Support,
        &["客服", "在线客服", "客服聊天", "工单", "提工单", "提了工单", "售后", "报修", "报障"],
        &[
            "support ticket", "support chat", "support call", "support case", "ticket", "helpdesk",
            "help desk",
        ],
    ),
    (
        Channel::Interview,
        &["面试", "访谈", "用户访谈", "采访"],
        &["interview", "interviewed", "user interview"],
    ),
    (
        Channel::Order,
        &["下单", "下了单", "下了订单", "下订单"],
        &["ordered", "placed an order", "placed order", "order placed"],
    ),
    (Channel::Other, &["其他渠道"], &["other channel"]),
];

/// A direction word may say the channel too: 来电 is a call from them.
#[rustfmt::skip]
pub(super) const DIRECTIONS: &[(Direction, Option<Channel>, Words, Words)] = &[
    (
        Direction::Inbound,
        Some(Channel::Call),
        &[
            "来电", "来电话", "来了电话", "来电咨询", "打来", "打来电话", "打来了电话", "打了过来",
            "打过来", "打进来", "呼入", "回电话给我", "给我打电话", "给我们打电话", "打电话给我",
            "打电话来",
        ],
        &[
            "called us", "called me", "called in", "called back", "calls us", "phoned us",
            "phoned me", "rang us", "rang me", "incoming call", "inbound call", "call from",
        ],
    ),
    (
        Direction::Inbound,
        Some(Channel::Visit),
        &["来访", "来公司", "来我们公司", "来了公司", "上门来访"],
        &[
            "visited us", "visited our office", "came to us", "came to our office", "came by",
            "walked in",
        ],
    ),
    (
        Direction::Inbound,
        Some(Channel::Email),
        &["来信", "来邮件", "发来邮件", "发来的邮件"],
        &["emailed us", "emailed me", "email from"],
    ),
    (
        Direction::Inbound,
        Some(Channel::Wechat),
        &["发来微信", "微信发来", "微信问", "微信找我", "微信找我们"],
        &["wechatted us", "wechat from"],
    ),
    (
        Direction::Inbound,
        Some(Channel::Sms),
        &["发来短信", "来短信"],
        &["texted us", "texted me"],
    ),
    (
        Direction::Inbound,
        None,
        &["主动联系", "主动联系我们", "主动找我们", "主动找来", "找到我们", "客户主动"],
        &["inbound", "incoming", "reached out to us", "contacted us", "came to our booth"],
    ),
    (
        Direction::Outbound,
        Some(Channel::Call),
        &["去电", "打出", "呼出", "外呼", "拨出", "打过去", "打了过去"],
        &["outbound call", "outgoing call", "we called", "i called"],
    ),
    (
        Direction::Outbound,
        None,
        &["主动拜访"],
        &["outbound", "outgoing", "we reached out"],
    ),
    (
        Direction::Internal,
        None,
        &["内部", "内部会议", "内部讨论", "内部沟通", "内部对齐", "内部记录"],
        &["internal", "internal meeting", "internal note", "internally"],
    ),
];

#[rustfmt::skip]
pub(super) const OUTCOMES: &[(Outcome, Words, Words)] = &[
    (
        Outcome::Reached,
        &["接通", "接通了", "打通", "打通了", "通了", "接了", "联系上", "联系上了", "接听"],
        &[
            "reached", "connected", "got through", "picked up", "answered", "spoke to",
            "spoke with", "got hold of",
        ],
    ),
    (
        Outcome::NoAnswer,
        &[
            "未接", "未接听", "未接通", "未接来电", "没接", "没接到", "没接听", "没接通",
            "没接电话", "没有接", "没有接听", "没有接通", "没人接", "没人接听", "没人接电话",
            "无人接", "无人接听", "无人应答", "无应答", "打不通", "没打通", "没通", "不接",
            "不接电话", "拒接", "关机", "已关机", "语音信箱", "联系不上", "没联系上", "没回复",
            "没回", "未回复", "不回", "没有回复", "未读未回",
        ],
        &[
            "no answer", "no-answer", "not answered", "no pickup", "no pick up", "no reply",
            "no response", "didn't answer", "did not answer", "didnt answer", "didn't pick up",
            "did not pick up", "not answering", "not picking up", "doesn't answer", "unanswered",
            "unreachable", "not reachable", "voicemail", "voice mail", "left voicemail",
            "left a voicemail", "left a message", "missed call", "phone off", "switched off",
            "could not reach", "couldn't reach", "did not reply", "didn't reply",
        ],
    ),
    (
        Outcome::Busy,
        &[
            "占线", "忙线", "忙音", "在忙", "正忙", "正在忙", "很忙", "太忙", "线路忙", "在开会",
            "正在开会", "不方便接", "不方便说话",
        ],
        &[
            "busy", "line busy", "busy line", "busy tone", "engaged tone", "line engaged",
            "in a meeting",
        ],
    ),
    (
        Outcome::WrongNumber,
        &[
            "空号", "打错", "打错了", "错号", "号码错误", "号码不对", "号码错了", "停机", "已停机",
            "不是本人",
        ],
        &[
            "wrong number", "wrong person", "not in service", "out of service", "invalid number",
            "number disconnected", "disconnected number", "bad number", "number does not exist",
        ],
    ),
    (
        Outcome::Replied,
        &["回复", "回复了", "已回复", "回了", "回信", "回信了", "已回", "答复了", "回我了"],
        &["replied", "responded", "wrote back", "answered back", "got back to us", "got a reply"],
    ),
    (
        Outcome::Interested,
        &[
            "有意向", "有意愿", "有兴趣", "感兴趣", "有购买意向", "有合作意向", "有采购意向",
            "意向强", "意向很强", "意向高", "意向明确", "想买", "愿意试用",
        ],
        &[
            "interested", "keen", "wants to buy", "want to buy", "showed interest",
            "shows interest",
        ],
    ),
    (
        Outcome::NotInterested,
        &[
            "没意向", "没有意向", "无意向", "意向不大", "意向不强", "意向低", "没兴趣", "没有兴趣",
            "无兴趣", "不感兴趣", "兴趣不大", "不考虑", "暂不考虑", "暂时不考虑", "不需要",
            "暂不需要", "暂时不需要", "没需求", "没有需求",
        ],
        &[
            "no interest", "uninterested", "not interested", "not keen", "lost interest", "no need",
            "not now",
        ],
    ),
    (
        Outcome::Agreed,
        &[
            "同意", "同意了", "成交", "成交了", "答应", "答应了", "谈成", "谈成了", "签了",
            "签约了", "签约成功", "已签", "已签约", "已签合同", "签了合同", "拍板", "拍板了",
            "敲定", "敲定了", "接受了", "定下来了",
        ],
        &[
            "agreed", "agrees", "accepted", "approved", "signed", "said yes", "deal closed",
            "closed the deal", "closed deal", "gave the go-ahead",
        ],
    ),
    (
        Outcome::Declined,
        &[
            "拒绝", "拒绝了", "婉拒", "婉拒了", "回绝", "回绝了", "谢绝", "推掉了", "没谈成",
            "谈崩", "谈崩了", "没接受", "不接受",
        ],
        &[
            "declined", "declines", "rejected", "refused", "turned down", "turned us down",
            "said no",
        ],
    ),
];

/// An outcome turned round by 不, 没, not. What has no other side is left in the summary.
pub(super) const OPPOSITES: &[(Outcome, Outcome)] = &[
    (Outcome::Interested, Outcome::NotInterested),
    (Outcome::Agreed, Outcome::Declined),
    (Outcome::Reached, Outcome::NoAnswer),
    (Outcome::Replied, Outcome::NoAnswer),
];

/// Said of the person's mood; −2…+2 before the modifiers below.
#[rustfmt::skip]
pub(super) const FEELINGS: &[(i8, Words, Words)] = &[
    (
        2,
        &["惊喜", "赞不绝口", "太棒了", "太好了", "非常好", "特别好", "激动"],
        &[
            "delighted", "thrilled", "loves it", "loved it", "amazing", "excellent", "fantastic",
            "great", "ecstatic", "excited",
        ],
    ),
    (
        1,
        &[
            "满意", "高兴", "开心", "认可", "喜欢", "不错", "很好", "挺好", "顺利", "愉快", "好评",
            "点赞", "表扬", "热情", "积极", "很期待", "友好", "放心",
        ],
        &[
            "happy", "satisfied", "pleased", "glad", "positive", "likes it", "liked it", "friendly",
            "impressed", "good", "enthusiastic",
        ],
    ),
    (
        0,
        &["一般", "还行", "还可以", "平淡", "无所谓", "态度中性"],
        &["neutral", "so-so", "so so", "lukewarm", "indifferent"],
    ),
    (
        -1,
        &[
            "不满", "不满意", "抱怨", "投诉", "失望", "担心", "担忧", "犹豫", "冷淡", "不耐烦",
            "着急", "郁闷", "吐槽", "嫌贵", "嫌弃", "不爽", "敷衍", "顾虑", "有顾虑", "有担心",
            "有抱怨", "不好", "不高兴", "不开心", "反感",
        ],
        &[
            "unhappy", "dissatisfied", "unsatisfied", "disappointed", "complained", "complains",
            "complaining", "complaint", "complaints", "annoyed", "upset", "worried", "concerned",
            "frustrated", "negative", "hesitant", "bad", "impatient",
        ],
    ),
    (
        -2,
        &[
            "生气", "愤怒", "发火", "大怒", "恼火", "暴怒", "气愤", "骂人", "骂了", "怒了",
            "发脾气",
        ],
        &[
            "angry", "furious", "mad", "outraged", "terrible", "awful", "hates it", "hated it",
            "livid",
        ],
    ),
];

/// Words before a feeling or an outcome, longest first.
#[rustfmt::skip]
pub(super) const NOT: &[&str] = &[
    "并没有", "没有", "并不", "不是", "没", "不", "未", "别", "is not", "was not", "not at all",
    "isn't", "wasn't", "aren't", "weren't", "don't", "didn't", "doesn't", "hasn't", "never",
    "hardly", "not", "no", "without",
];
#[rustfmt::skip]
pub(super) const VERY: &[&str] = &[
    "非常", "特别", "十分", "极其", "相当", "超级", "很", "太", "超", "极", "真", "very", "really",
    "extremely", "super", "so", "absolutely", "totally",
];
#[rustfmt::skip]
pub(super) const SOMEWHAT: &[&str] = &[
    "有一点", "有点", "有些", "比较", "还算", "怎么", "那么", "还", "挺", "蛮", "略", "够",
    "a little bit", "a bit", "a little", "slightly", "somewhat", "quite", "pretty", "all that",
    "that", "too", "yet", "been",
];

/// Longer words that hold one of the above and mean something else.
#[rustfmt::skip]
pub(super) const NOT_MEANT: &[&str] = &[
    "满意度", "电话号码", "电话费", "电话机", "电话线", "帮忙", "忙完", "成交价", "成交量",
    "成交额", "未成交", "没成交", "同意书", "邮件列表", "邮件系统", "微信支付", "微信群",
    "微信公众号", "微信号", "微信小程序", "视频号", "视频监控", "不好意思", "活动费", "等回复",
    "待回复", "等待回复", "等他回复", "等她回复", "等客户回复", "等对方回复", "接触", "没接触",
    "未接触", "一般来说", "一般都", "一般纳税人", "短信验证码", "短信接口", "短信平台", "通话质量",
    "下载速度", "打了折", "打了款", "打了个折", "打了招呼", "打了八折", "打了九折", "面试官",
    "活动价", "高兴趣", "好不好", "不好说", "不好用", "售后服务费", "客服电话", "电话客服",
    "如果同意", "是否同意", "同意的话", "是否满意", "是否感兴趣", "内部系统", "内部人", "公司内部",
    "客户内部", "他们内部", "对方内部", "内部流程", "内部审批", "不放心", "不顺利", "call back",
    "callback", "call centre", "call center", "call sheet", "call it", "call list", "call off",
    "call for", "call to action", "on call", "roll call", "good morning", "good afternoon",
    "good evening", "good day", "good time", "good luck", "goods", "no problem", "email address",
    "email list", "email system", "phone number", "phone system", "video wall", "video camera",
    "video quality", "happy hour", "happy to", "event log", "event driven", "great wall",
    "awaiting reply", "bad debt", "bad debts", "good news", "bad news", "if interested",
    "if agreed", "interested party", "interested parties", "internal system", "internal process",
    "internal approval", "internal team", "internal use", "meeting room", "meeting rooms",
    "download speed", "ticket price", "met target", "met expectations", "zoom level", "zoom in",
    "great britain", "not only",
];

/// Something to do: beside a day it makes a next step. A row of channel words (打电话, email) counts
/// too, but less: see `next`.
#[rustfmt::skip]
pub(super) const TO_DO: (Words, Words) = (
    &[
        "回访", "再打", "再联系", "再约", "再聊", "再谈", "再去", "再来", "再跟", "再发", "再看",
        "再说", "再问", "再沟通", "再确认", "再拜访", "再试", "再议", "跟进", "联系", "回电",
        "回个电话", "回复", "答复", "回话", "发", "寄", "送", "给报价", "给方案", "给答复",
        "给回复", "约", "签", "交付", "交", "催", "付款", "打款", "回款", "收款", "续费", "续约",
        "提醒", "确认", "准备", "出方案", "出报价", "做方案", "做报价", "做演示", "提交", "报价",
        "开会", "开个会", "汇报", "复盘", "培训", "安装", "上线", "启动", "对账", "试用", "演示",
        "拜访", "上门", "面谈", "见面", "面聊", "见", "碰面", "碰", "谈", "聊", "沟通", "讨论",
        "走访", "参观", "考察", "吃饭", "去", "来", "打给", "打过去", "加微信", "问", "看", "拿",
        "取", "测试", "下单", "采购", "定", "敲定", "决定", "处理", "解决", "修复", "更新", "补",
        "请", "邀请", "办", "开票", "开发票", "审批", "投标", "交标", "评审",
    ],
    &[
        "call back", "callback", "call again", "ring back", "follow up", "follow-up", "followup",
        "send", "resend", "demo", "visit", "meet", "meeting", "schedule", "book", "deliver", "sign",
        "review", "check in", "check with", "check back", "check", "ping", "prepare", "remind",
        "quote", "present", "presentation", "discuss", "talk", "try again", "retry", "reach out",
        "contact", "confirm", "submit", "share", "renew", "invoice", "ship", "install", "train",
        "training", "arrange", "set up", "get back", "write", "draft", "finalise", "finalize",
        "negotiate", "close", "decide", "lunch", "dinner", "coffee", "site visit", "kickoff",
        "kick-off", "kick off", "trial", "start", "update", "chase", "give", "bring", "introduce",
        "onboard", "catch up", "reconnect", "sync",
    ],
);

/// Begin like something to do and are not.
#[rustfmt::skip]
pub(super) const NOT_TO_DO: &[&str] = &[
    "发现", "发展", "发生", "发烧", "发布会", "发来", "发货单", "约定俗成", "交通", "交流过",
    "再见", "来电", "来访", "来信", "来自", "来说", "去年", "问题", "看来", "看到", "看起来",
    "聊天记录", "谈到", "谈判中", "定价", "定制", "取消", "来不及", "见到", "看好", "送货单",
    "签到", "去世", "来不了", "去不了", "聊得", "聊到", "聊过", "谈得", "沟通过", "请假", "处理中",
    "办公", "联系人", "联系方式", "联系不上", "联系上", "补贴", "开会时", "采购部", "采购经理",
    "打过来", "报价单已",
];

/// What people do anyway; a day beside it is no promise of ours.
#[rustfmt::skip]
pub(super) const NOT_A_PLAN: &[&str] = &[
    "没空", "没时间", "没有时间", "没有空", "出差", "不在", "休假", "请假", "放假", "有事", "不行",
    "不方便", "到期", "截止", "涨价", "away", "off", "on leave", "unavailable", "not available",
    "out of office", "travelling", "traveling", "on holiday", "on vacation", "is a holiday", "busy",
];

/// Between a day and what is to be done: 下周三 我们再 给他 发报价.
#[rustfmt::skip]
pub(super) const FILLERS: &[&str] = &[
    "我们", "咱们", "我", "他们", "他", "她", "客户", "对方", "需要", "需", "要", "会", "将",
    "应该", "可以", "可能", "准备", "打算", "计划", "安排", "继续", "一起", "再次", "再", "先",
    "必须", "记得", "统一", "重新", "亲自", "方便", "左右", "的时候", "时", "i'll", "we'll",
    "i will", "we will", "he will", "she will", "they will", "will", "i", "we", "need to",
    "needs to", "to", "should", "must", "please", "then", "let's", "the", "a", "an", "for", "our",
    "-", ":", "—",
];

/// 给他, 跟李经理: someone between the day and the doing.
#[rustfmt::skip]
pub(super) const TOWARDS: &[&str] = &[
    "给", "跟", "和", "与", "向", "对", "找", "为", "帮", "带", "陪", "同", "请", "让",
];

/// Straight before a day they make it a next step.
#[rustfmt::skip]
pub(super) const SET_FOR: &[&str] = &[
    "约了", "约好", "约好了", "约在", "约定", "约到", "约", "定在", "定于", "定了", "定到", "改到",
    "改在", "改为", "改约", "改约到", "推到", "推迟到", "延到", "延期到", "延后到", "等到",
    "安排在", "安排", "计划", "预计", "预约", "争取", "说好", "要求", "让我", "希望", "回访",
    "答应", "准备", "下次", "scheduled for", "booked for", "moved to", "postponed to", "pushed to",
    "rescheduled to", "rescheduled for", "set for", "planned for", "deadline", "due",
];

/// Done already: 发了, 回访过.
pub(super) const DONE: &[&str] = &["了", "过", "完"];

/// Left over alone between understood words, they say nothing.
#[rustfmt::skip]
pub(super) const CONNECTORS: &[&str] = &[
    "跟", "和", "与", "给", "对", "向", "找", "了", "的", "在", "于", "用", "通过", "约", "约了",
    "约好", "并", "并且", "且", "再", "又", "也", "就", "还", "被", "让", "等", "等到", "说",
    "说好", "聊", "聊了", "打", "打了", "我", "我们", "他", "她", "于是", "然后", "但", "而", "刚",
    "通", "个", "一个", "一下", "一次", "到", "大概", "大约", "约定", "共", "时长", "改到", "定在",
    "联系", "里", "里面", "中", "will", "he will", "she will", "they will", "i will", "we will",
    "next", "with", "to", "from", "on", "at", "in", "for", "by", "and", "then", "but", "a", "an",
    "the", "of", "is", "was", "are", "very", "had", "about", "had a", "by a", "via", "i", "we",
    "he", "she", "they", "him", "her", "over", "he was", "she was", "he is", "she is", "they were",
    "we had a", "i had a", "client", "seems", "and was", "and is", "s", "'s", "be",
];

pub(super) const NO_TITLE: (&str, &str) = ("跟进", "Follow up");
