//! What a person's name looks like: surnames, titles, and the everyday words that begin like a name and are
//! none. Matching against known people happens in `who`.
//! Lists keep their own line breaks, as in `words`.

/// Two-character surnames, before the single ones.
#[rustfmt::skip]
pub(super) const COMPOUND: &[&str] = &[
    "欧阳", "司马", "上官", "诸葛", "夏侯", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文",
    "长孙", "司徒", "端木", "司空", "南宫", "独孤", "轩辕", "闻人", "澹台", "呼延", "申屠", "钟离",
    "赫连",
];

/// Common single surnames. Words that also link sentences (和, 有, 于, 从, 都, 能, 后) stay out except 于.
pub(super) const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦昌马苗凤方俞任袁柳\
鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于傅齐康伍余元卜顾孟黄穆萧肖尹姚邵汪祁毛禹狄米贝明臧戴谈宋庞熊纪舒屈项祝董梁杜阮蓝\
闵席季贾路江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪解应宗丁宣邓单杭洪包左石崔吉龚程邢裴陆荣翁荀羊惠甄曲\
封储靳段焦巴牧山谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎薄印白怀蒲邰鄂索赖卓蔺屠蒙池乔阴胥苍闻翟谭贡劳姬\
申扶堵冉宰桑桂濮牛寿边扈燕冀浦尚农温庄晏柴瞿阎慕连茹习艾容向古易廖步耿满匡寇广欧沃利师巩聂晁敖冷辛阚简饶曾沙丰关查荆游竺\
权盖岳帅亓仉归海楚闫涂代展佟言";

/// Surnames that also end everyday words: 关于总价, 公关总监, 高层安总. In mid-sentence even a known one
/// needs a lead-in before it; an unknown 李经理 always does.
pub(super) const DOUBTFUL: &str = "于关方安高成常时向应易单明平区和";
pub(super) const LEAD_IN: &str = "跟和与同给找约见对向请问让被把陪访话信聊到系打件频单了的由是说";

/// After a surname or a full name, longest first.
#[rustfmt::skip]
pub(super) const TITLES: &[&str] = &[
    "副总经理", "总经理", "董事长", "副总裁", "副总监", "总工程师", "副经理", "副主任", "副部长",
    "总监", "总裁", "副总", "经理", "老师", "主任", "主管", "主席", "老板", "处长", "局长", "科长",
    "部长", "院长", "校长", "厂长", "店长", "行长", "所长", "站长", "队长", "馆长", "会长", "秘书",
    "助理", "医生", "律师", "先生", "女士", "小姐", "太太", "教授", "博士", "会计", "师傅",
    "工程师", "姐", "哥", "总", "董", "工", "处", "局", "院",
];

/// A title of one character followed by one of these is another word: 总价, 工作, 处理.
pub(super) const NOT_AFTER_TITLE: &[(&str, &str)] = &[
    ("总", "价数计部体额结共量和"),
    ("董", "事"),
    ("工", "作厂程具业艺期资人商"),
    ("处", "理在于"),
    ("局", "部面域限"),
    ("院", "校子士"),
    ("姐", "妹夫"),
    ("哥", "们伦"),
];

/// 小王, 老李, 阿强
pub(super) const FAMILIAR: &[char] = &['小', '老', '阿'];

#[rustfmt::skip]
pub(super) const HONORIFICS: &[&str] = &[
    "mr.", "mr", "mrs.", "mrs", "ms.", "ms", "miss", "dr.", "dr", "prof.", "professor", "prof",
    "manager", "director", "president", "chairman", "ceo", "cto", "cfo", "vp", "boss", "engineer",
    "teacher", "sir", "madam",
];

/// Words that look like a Chinese name at the start of a line and are none.
#[rustfmt::skip]
pub(super) const NOT_A_NAME: &[&str] = &[
    // begin with a surname
    "高兴", "高度", "高级", "高端", "高层", "高价", "方便", "方案", "方向", "方式", "方面", "常常",
    "常见", "常规", "常用", "安排", "安全", "安装", "安静", "安卓", "成交", "满意", "时间", "程序",
    "项目", "金额", "金融", "白天", "黄金", "包装", "包括", "包含", "应该", "应用", "应付", "应收",
    "全部", "全面", "全程", "全款", "任务", "任何", "温度", "温馨", "路上", "路由", "马上", "毛利",
    "明确", "明白", "明显", "明年", "元旦", "顾问", "顾客", "顾虑", "尚未", "尚可", "纪要", "纪录",
    "广告", "广州", "广东", "连续", "连接", "连锁", "容易", "利润", "利率", "利息", "向客户",
    "习惯", "海外", "海关", "权限", "权益", "游戏", "单位", "单价", "单独", "单子", "解决", "解释",
    "解约", "万一", "万元", "华东", "华南", "华北", "查看", "查询", "查收", "查到", "谈判", "谈价",
    "谈到", "谈了", "石油", "车间", "车辆", "车辆险", "左右", "古怪", "步骤", "简单", "简介",
    "简历", "管理", "管理层", "关于", "关注", "关系", "关键", "关闭", "农业", "边上", "费用",
    "封闭", "储备", "牧场", "山东", "山西", "苏州", "江苏", "宁波", "杭州", "温州", "秋天", "宣传",
    "宣布", "房租", "房产", "丁点", "凌晨", "祝贺", "祝福", "康复", "余款", "余额", "齐全", "贺卡",
    "乐意", "乐观", "于是", "言之", "代理", "代表", "代理商", "展会", "展示", "展厅", "归还",
    "盖章", "丰富", "冷淡", "冷静", "欧洲", "欧美", "师傅", "归档", "印刷", "印象", "怀疑", "司机",
    "司法", "幸好", "武汉", "祖国", "甘肃", "仲裁", "班次", "荣幸", "洪水", "石材", "曾经", "沙龙",
    "辛苦", "申请", "扶持", "索要", "索赔", "尤其", "何时", "何况", "许可", "许多", "严重", "严格",
    "金属", "章程", "史上", "平台", "童装", "盛大", "林业", "徐州", "夏天", "夏季", "田间", "胡乱",
    "莫名", "陆续", "龙头", "景区", "符合", "武器", "池子", "闻名", "劳动", "劳务", "桂林", "牛奶",
    "寿命", "燕窝", "庄园", "聊到", "米面", "贝壳", "计划", "经常", "季度", "季末", "路过", "江西",
    "江浙", "梅雨", "钟头", "钟点", "应届", "应对", "程度", "邢台", "全国", "全家", "全体", "全是",
    "全年", "宁愿", "宫保", "伊始", "言语", "周末", "周边", "周期", "周报", "周围", "王牌", "王者",
    "李子", "陈述", "陈列", "马路", "方才", "陶瓷", "金牌", "苏打", "鲁莽", "昌盛", "花费", "任职",
    "柳州", "唐山", "雷达", "罗列", "安徽", "常州", "顾及", "黄山", "毛病", "戴上", "宋体", "舒服",
    "屈服", "董事会", "董事", "杜绝", "蓝色", "蓝图", "席位", "高校", "吉林", "白皮书", "白酒",
    "邮件", "谢谢", "谢绝", "施工", "施压", "张贴", "华为", "严肃", "金华", "范围", "范例", "马来",
    "方法", "方针", "任意", "费率", "费心", "易用", "易损",
    // stand where a name would
    "客户", "对方", "我们", "他们", "她们", "你们", "咱们", "大家", "公司", "老板", "领导", "同事",
    "用户", "价格", "报价", "合同", "产品", "系统", "预算", "问题", "需求", "今天", "现在", "已经",
    "还是", "可以", "需要", "希望", "觉得", "认为", "表示", "反馈", "沟通", "讨论", "聊了", "说了",
    "想要", "准备", "发送", "发了", "收到", "确认", "同步", "跟进", "回访", "联系", "试用", "付款",
    "发票", "开会", "会议", "资料", "样品", "库存", "物流", "售后", "采购", "财务", "技术", "销售",
    "市场", "行政", "人事", "老客户", "新客户", "潜客", "小时", "小程序", "老师", "小组", "老公",
    "小孩", "小区", "小结", "小单", "老家", "提醒", "备注", "记录", "内部", "双方", "如果", "因为",
    "所以", "但是", "不过", "然后", "没有", "不是", "最近", "最后", "首次", "第一次", "再次",
    "多次", "本次", "这次", "上次", "下次", "一起", "一直", "特别", "非常", "比较", "有点", "感觉",
    "态度", "情况", "进展", "结果", "到访", "参加", "介绍", "推荐", "咨询", "询问", "要求", "答应",
    "承诺", "测试", "演示", "培训", "上线", "交付", "验收", "对账", "尾款", "定金", "首付", "续费",
    "续约", "到期", "竞品", "对手", "朋友", "转介绍", "门店", "总部", "分公司", "全部人", "我",
    "他", "她", "你",
];

/// English words that stand capitalised at the start of a line and are no names.
#[rustfmt::skip]
pub(super) const NOT_A_NAME_EN: &[&str] = &[
    "i", "we", "he", "she", "they", "you", "it", "the", "a", "an", "this", "that", "these", "those",
    "his", "her", "their", "our", "my", "customer", "client", "user", "lead", "prospect", "company",
    "team", "discussed", "talked", "sent", "spoke", "asked", "asks", "wants", "want", "wanted",
    "needs", "need", "needed", "said", "says", "told", "got", "had", "has", "have", "was", "is",
    "are", "will", "would", "can", "could", "should", "did", "does", "do", "done", "not", "no",
    "yes", "ok", "okay", "please", "also", "and", "or", "but", "so", "if", "when", "where", "what",
    "why", "how", "who", "which", "after", "before", "during", "about", "with", "without", "from",
    "to", "for", "on", "in", "at", "by", "of", "as", "left", "tried", "trying", "waiting",
    "received", "gave", "given", "shared", "showed", "presented", "confirmed", "price", "pricing",
    "quote", "contract", "budget", "demo", "trial", "product", "invoice", "payment", "next", "last",
    "new", "old", "first", "second", "third", "follow", "followed", "following", "send", "visit",
    "meet", "review", "check", "update", "updated", "note", "notes", "internal", "summary", "todo",
    "hello", "hi", "dear", "thanks", "thank", "sorry", "great", "good", "bad", "very", "really",
    "just", "still", "maybe", "perhaps", "today", "tomorrow", "yesterday", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "weds",
    "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
    "sep", "sept", "oct", "nov", "dec", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "long", "short", "quick",
    "brief", "big", "small", "early", "late", "some", "many", "more", "most", "all", "each",
    "every", "both", "only", "then", "there", "here", "up", "down", "out", "back", "again", "never",
    "always", "often", "looking", "look", "looks", "seems", "seemed", "feels", "felt", "thinks",
    "thought", "likes", "liked", "loves", "loved", "prefers", "complained", "complains", "agreed",
    "renewed", "renewal", "signed", "closed", "lost", "won", "paid", "ordered", "bought", "sold",
    "moved", "booked", "scheduled", "rescheduled", "cancelled", "canceled", "postponed", "reminder",
    "remind", "introduced", "referred", "calligraphy", "callback", "mayor", "webinar", "support",
    "ticket", "pre", "post", "re", "fyi", "tbd", "asap", "test", "testing", "everyone", "nobody",
    "someone",
];
