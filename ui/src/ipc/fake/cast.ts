// The people and talks the fake speaks of, in Chinese and English. All invented.
import type { ContactChannel as Channel, Direction, Grade } from "../bindings.gen";

type Words = { zh: string; en: string };
const w = (zh: string, en: string): Words => ({ zh, en });

export type CastMember = {
  id: string; name: Words; organization: Words; title: Words; grade: Grade; phone: string; pinyin: string; touches: number;
  stage: Words; stageDays: number; amount: number | null; deal: Words;
};

export const cast: readonly CastMember[] = [
  { id: "p1", name: w("张立群", "Zhang Liqun"), organization: w("恒达精密制造", "Hengda Precision"), title: w("总经理", "General manager"), grade: "B", phone: "138 1234 2231", pinyin: "zhangliqun zlq", touches: 11, stage: w("试用", "Trial"), stageDays: 23, amount: 8_600_000, deal: w("50 席位", "50 seats") },
  { id: "p2", name: w("王海燕", "Wang Haiyan"), organization: w("蓝鲸供应链", "Blue Whale Supply"), title: w("法务", "Legal"), grade: "A", phone: "139 0571 8842", pinyin: "wanghaiyan why", touches: 8, stage: w("谈判", "Negotiating"), stageDays: 6, amount: 12_000_000, deal: w("三仓对账", "Three warehouses") },
  { id: "p3", name: w("刘建平", "Liu Jianping"), organization: w("金桥电子", "Jinqiao Electronics"), title: w("厂长", "Plant manager"), grade: "B", phone: "137 6620 1175", pinyin: "liujianping ljp", touches: 5, stage: w("拜访", "Visited"), stageDays: 12, amount: null, deal: w("仓库现场", "Warehouse") },
  { id: "p4", name: w("李思源", "Li Siyuan"), organization: w("澜石化工", "Lanshi Chemical"), title: w("信息主管", "Head of IT"), grade: "B", phone: "136 0212 7791", pinyin: "lisiyuan lsy", touches: 6, stage: w("试用", "Trial"), stageDays: 9, amount: 4_500_000, deal: w("金蝶接口", "Kingdee link") },
  { id: "p5", name: w("赵倩", "Zhao Qian"), organization: w("米仓食品", "Micang Foods"), title: w("财务经理", "Finance manager"), grade: "C", phone: "186 5511 0923", pinyin: "zhaoqian zq", touches: 4, stage: w("培育", "Nurtured"), stageDays: 31, amount: 2_800_000, deal: w("多门店账套", "Ledger per shop") },
  { id: "p6", name: w("吴刚", "Wu Gang"), organization: w("东泰机电", "Dongtai Electric"), title: w("采购", "Buyer"), grade: "B", phone: "133 7781 4402", pinyin: "wugang wg", touches: 9, stage: w("报价", "Quoted"), stageDays: 4, amount: 5_800_000, deal: w("30 席位", "30 seats") },
  { id: "p7", name: w("孙晓彤", "Sun Xiaotong"), organization: w("知了教育", "Zhiliao Education"), title: w("校长", "Principal"), grade: "C", phone: "150 2233 6718", pinyin: "sunxiaotong sxt", touches: 7, stage: w("试用", "Trial"), stageDays: 7, amount: 1_900_000, deal: w("校区版", "Campus edition") },
  { id: "p8", name: w("张国栋", "Zhang Guodong"), organization: w("金桥电子", "Jinqiao Electronics"), title: w("总经理", "General manager"), grade: "A", phone: "139 8012 5566", pinyin: "zhangguodong zgd", touches: 3, stage: w("已联系", "Contacted"), stageDays: 18, amount: null, deal: w("集团版", "Group edition") },
  { id: "p9", name: w("张敏", "Zhang Min"), organization: w("蓝鲸供应链", "Blue Whale Supply"), title: w("副总", "Deputy head"), grade: "B", phone: "135 0099 7120", pinyin: "zhangmin zm", touches: 0, stage: w("新线索", "New lead"), stageDays: 2, amount: null, deal: w("试点", "Pilot") },
];

export const tasks: readonly { id: string; person: string; title: Words; days: number; time: string | null; channel: Channel | null }[] = [
  { id: "f1", person: "p1", title: w("回访：试用反馈与价格方案", "Call back: trial feedback and pricing"), days: -2, time: null, channel: "call" },
  { id: "f2", person: "p2", title: w("发合同修订版，第 3 条按法务意见", "Send contract with clause 3 revised"), days: -1, time: null, channel: "email" },
  { id: "f3", person: "p3", title: w("约仓库现场演示", "Arrange a demo at the warehouse"), days: -1, time: null, channel: "call" },
  { id: "f4", person: "p4", title: w("视频会议：金蝶接口怎么对", "Video: connecting to Kingdee"), days: 0, time: "10:30", channel: "video" },
  { id: "f5", person: "p5", title: w("电话：多门店账套", "Call: one ledger per shop"), days: 0, time: "14:00", channel: "call" },
  { id: "f6", person: "p6", title: w("发报价第 2 版", "Send quote, version 2"), days: 0, time: null, channel: "email" },
  { id: "f7", person: "p7", title: w("试用第 7 天，问问用得怎样", "Day 7 of trial: ask how it goes"), days: 0, time: null, channel: "call" },
];

export const talks: readonly { days: number; channel: Channel; direction: Direction; sentiment: number | null; minutes: number | null; text: Words }[] = [
  { days: -7, channel: "call", direction: "outbound", sentiment: 1, minutes: 18, text: w("试用两周了，对账快了不少。觉得 50 席位偏贵，想看看按账套计价。", "Two weeks into the trial, matching is much faster. Finds 50 seats dear; wants a price per ledger.") },
  { days: -13, channel: "wechat", direction: "inbound", sentiment: -1, minutes: null, text: w("发来两张导出失败的截图，已转给高原。", "Sent two screenshots of a failed export. Passed on to Gao Yuan.") },
  { days: -23, channel: "visit", direction: "outbound", sentiment: 2, minutes: 120, text: w("去苏州厂里演示，财务三人在场。", "Demo at the plant in Suzhou, three from finance in the room.") },
];

export const surnames = [w("周", "Zhou"), w("陈", "Chen"), w("林", "Lin"), w("黄", "Huang"), w("谢", "Xie"), w("何", "He"), w("邓", "Deng"), w("曾", "Zeng"), w("彭", "Peng"), w("罗", "Luo"), w("蒋", "Jiang"), w("沈", "Shen"), w("韩", "Han"), w("杨", "Yang"), w("朱", "Zhu")];
export const givens = [w("慧敏", "Huimin"), w("国华", "Guohua"), w("雨桐", "Yutong"), w("志远", "Zhiyuan"), w("文博", "Wenbo"), w("晓东", "Xiaodong"), w("佳怡", "Jiayi"), w("庆丰", "Qingfeng"), w("思琪", "Siqi"), w("一凡", "Yifan"), w("丽华", "Lihua"), w("雪梅", "Xuemei")];
export const firms = [w("苏州同创机械", "Suzhou Tongchuang"), w("上海启明教育", "Shanghai Qiming"), w("常州天合纺织", "Tianhe Textiles"), w("合肥量子仪器", "Hefei Quantum"), w("金华小商汇", "Jinhua Market"), w("扬州明珠照明", "Mingzhu Lighting"), w("泰州华瑞制药", "Huarui Pharma"), w("杭州鹿野食品", "Luye Foods"), w("无锡瑞科电子", "Ruike Electronics"), w("嘉兴木棉家居", "Mumian Home"), w("温州百事通鞋业", "Baishitong Shoes")];
export const stages = [w("新线索", "New lead"), w("已联系", "Contacted"), w("培育", "Nurtured"), w("合格", "Qualified"), w("拜访", "Visited"), w("试用", "Trial"), w("报价", "Quoted"), w("谈判", "Negotiating"), w("签约", "Contract signed")];
export const words = {
  workspace: w("澄明科技", "Clearwise"),
  me: w("林晓岚", "Lin Xiaolan"),
  industry: w("制造业", "Manufacturing"),
  region: w("华东", "East"),
  pipeline: w("销售", "Sales"),
  callBack: w("回访", "Call back"),
  who: w("客户电话，问能不能按账套计价", "A customer called, asking for a price per ledger"),
  price: w("价格", "price"),
  source: w("直播", "Live stream"),
  city: w("苏州", "Suzhou"),
  role: w("财务主管", "Head of finance"),
  colleague: w("许一帆", "Xu Yifan"),
};
