// Who and what stands on the fuller fake board, in Chinese and English. All invented.
import type { ContactChannel as Channel, Direction, Lang, Outcome, StageKind } from "../bindings.gen";

export type Words = readonly [zh: string, en: string];
export const bothWays = (lang: Lang) => ([zh, en]: Words): string => (lang === "en" ? en : zh);

export const stages: readonly { id: string; name: Words; kind: StageKind; hidden?: number }[] = [
  { id: "new", name: ["新线索", "New"], kind: "lead", hidden: 41 },
  { id: "contacted", name: ["已联系", "Contacted"], kind: "lead", hidden: 28 },
  { id: "nurtured", name: ["培育", "Nurtured"], kind: "lead", hidden: 4063 },
  { id: "qualified", name: ["合格", "Qualified"], kind: "qualified" },
  { id: "visited", name: ["拜访", "Visited"], kind: "opportunity" },
  { id: "trial", name: ["试用", "Trial"], kind: "opportunity" },
  { id: "quoted", name: ["报价", "Quoted"], kind: "opportunity" },
  { id: "negotiating", name: ["谈判", "Negotiating"], kind: "opportunity" },
  { id: "won", name: ["签约", "Signed"], kind: "won", hidden: 6 },
  { id: "lost", name: ["丢单", "Lost"], kind: "lost", hidden: 31 },
];

export type CardLine = {
  stage: string; firm: Words; person: Words; deal: Words; holder: Words; amount: number | null; touches: number; days: number; left: number | null;
  next: { title: Words; day: number; hour: number | null } | null;
};

const lan: Words = ["林晓岚", "Lin Xiaolan"];
const yu: Words = ["周屿", "Zhou Yu"];
const nuo: Words = ["许一诺", "Xu Yinuo"];
const mo: Words = ["陈默", "Chen Mo"];
const seats: Words = ["席位", "Seats"];

type Short = [stage: string, zh: string, en: string, personZh: string, personEn: string, holder: Words, amount: number | null, touches: number, days: number, left: number | null, next: [zh: string, en: string, day: number, hour?: number] | null];

const short: readonly Short[] = [
  ["trial", "恒达精密制造", "Hengda Precision", "张立群", "Zhang Liqun", lan, 86000, 11, 23, 5, ["回访", "Call back", -2]],
  ["qualified", "顺德五金", "Shunde Hardware", "何志强", "He Zhiqiang", yu, 36000, 3, 13, 1, null],
  ["qualified", "青禾农业", "Qinghe Agri", "黄丹", "Huang Dan", lan, 18000, 4, 6, null, ["电话", "Call", 1]],
  ["qualified", "瑞科电子", "Ruike Electronics", "彭思琪", "Peng Siqi", lan, 42000, 5, 4, null, ["拜访", "Visit", 5]],
  ["qualified", "知了教育", "Zhiliao Education", "孙晓彤", "Sun Xiaotong", yu, 9600, 2, 3, null, ["发资料", "Send papers", -3]],
  ["qualified", "天合纺织", "Tianhe Textile", "林雨桐", "Lin Yutong", nuo, 24000, 4, 9, 5, ["电话", "Call", 4]],
  ["qualified", "木棉家居", "Mumian Home", "韩冬梅", "Han Dongmei", yu, null, 3, 8, null, null],
  ["qualified", "量子实验室", "Liangzi Lab", "黄志远", "Huang Zhiyuan", yu, 30000, 2, 2, null, ["电话", "Call", 6]],
  ["visited", "金桥电子", "Jinqiao Electronics", "刘建平", "Liu Jianping", lan, 28000, 6, 12, 2, ["约演示", "Book demo", -1]],
  ["visited", "北辰仪器", "Beichen Instruments", "马超群", "Ma Chaoqun", nuo, 45000, 7, 7, null, ["回访", "Call back", 2]],
  ["visited", "竹里文化", "Zhuli Culture", "沈一鸣", "Shen Yiming", yu, 12000, 5, 5, null, ["视频", "Video", 8]],
  ["visited", "新港物流", "Xingang Logistics", "施可心", "Shi Kexin", lan, 56000, 4, 4, null, ["发方案", "Send plan", 1]],
  ["visited", "精工阀门", "Jinggong Valves", "曹磊", "Cao Lei", nuo, 33000, 6, 9, 5, null],
  ["trial", "米仓食品", "Micang Foods", "赵倩", "Zhao Qian", lan, 64000, 8, 12, null, ["电话", "Call", 0, 14]],
  ["trial", "江海医疗", "Jianghai Medical", "钱文", "Qian Wen", mo, 120000, 9, 16, null, ["培训", "Training", 5]],
  ["trial", "云尚服饰", "Yunshang Apparel", "冯雪", "Feng Xue", nuo, 22000, 6, 8, null, ["发白皮书", "White paper", 1]],
  ["trial", "明珠照明", "Mingzhu Lighting", "严冬梅", "Yan Dongmei", yu, 38000, 7, 26, 4, null],
  ["quoted", "安澜物流", "Anlan Logistics", "郑楠", "Zheng Nan", yu, 58000, 9, 11, 3, null],
  ["quoted", "东泰机电", "Dongtai Electric", "吴刚", "Wu Gang", lan, 96000, 10, 6, null, ["报价第 2 版", "Quote v2", 0]],
  ["quoted", "澜石化工", "Lanshi Chemical", "李思源", "Li Siyuan", mo, 180000, 12, 9, null, ["视频", "Video", 0, 10.5]],
  ["quoted", "锦程印染", "Jincheng Dyeing", "吕建国", "Lü Jianguo", nuo, 41000, 8, 15, null, ["电话", "Call", 4]],
  ["quoted", "远洋供应链", "Yuanyang Supply", "朱子墨", "Zhu Zimo", lan, 75000, 9, 10, 4, ["改条款", "Clauses", -4]],
  ["negotiating", "蓝鲸供应链", "Blue Whale Supply", "王海燕", "Wang Haiyan", lan, 150000, 13, 9, null, ["发合同", "Contract", -1]],
  ["negotiating", "重山工程", "Chongshan Eng.", "秦岭", "Qin Ling", mo, 88000, 14, 13, null, ["谈合同", "Contract", 7]],
  ["negotiating", "华瑞制药", "Huarui Pharma", "邓佳怡", "Deng Jiayi", nuo, 62000, 11, 7, null, ["回访", "Call back", 2]],
];

export const cards: readonly CardLine[] = short.map(([stage, zh, en, personZh, personEn, holder, amount, count, days, left, next]) => ({
  stage, firm: [zh, en], person: [personZh, personEn], deal: seats, holder, amount, touches: count, days, left,
  next: next === null ? null : { title: [next[0], next[1]], day: next[2], hour: next[3] ?? null },
}));

export type TouchLine = {
  daysAgo: number; hour: number; channel: Channel; direction: Direction; sentiment: number | null; minutes: number | null; member: Words; text: Words; outcome?: Outcome; tags?: readonly Words[];
};

export const touches: readonly TouchLine[] = [
  { daysAgo: 108, hour: 20, channel: "event", direction: "inbound", sentiment: 0, minutes: null, member: yu, text: ["在直播间留了问题，加了微信。", "Left a question in the live stream, joined us on WeChat."] },
  { daysAgo: 106, hour: 10, channel: "call", direction: "outbound", sentiment: 0, minutes: 6, member: yu, text: ["做了自我介绍，约好再聊。", "Introduced ourselves, agreed to talk again."] },
  { daysAgo: 100, hour: 15, channel: "wechat", direction: "inbound", sentiment: 1, minutes: null, member: yu, text: ["主动来问月底对账能不能快些。", "Asked whether month-end matching can be faster."] },
  { daysAgo: 91, hour: 11, channel: "call", direction: "outbound", sentiment: 1, minutes: 22, member: yu, text: ["聊了三家子公司分开记账的麻烦，愿意看演示。", "Three subsidiaries, three ledgers, much trouble; would like a demo."], tags: [["多账套", "several ledgers"]] },
  { daysAgo: 78, hour: 9, channel: "email", direction: "outbound", sentiment: null, minutes: null, member: yu, text: ["发了《多账套对账》案例，没有回信。", "Sent the case on several ledgers. No answer."] },
  { daysAgo: 70, hour: 16, channel: "call", direction: "outbound", sentiment: -1, minutes: 6, member: yu, text: ["今年预算紧，明年再说。", "Money is tight this year, next year perhaps."], tags: [["预算", "budget"]] },
  { daysAgo: 28, hour: 14, channel: "wechat", direction: "inbound", sentiment: 1, minutes: null, member: lan, text: ["主动来问：月底对账又加班三天，上次说的还能试吗。", "Three late nights at month end again: can we still try it?"] },
  { daysAgo: 23, hour: 10, channel: "visit", direction: "outbound", sentiment: 2, minutes: 120, member: lan, outcome: "agreed", text: ["苏州厂里演示，财务三人在场。许一帆当场对完一本账，说「这个月就能用」。", "Demo at the plant in Suzhou, three from finance. Xu Yifan matched a ledger on the spot: “we can use it this month”."], tags: [["多账套", "several ledgers"]] },
  { daysAgo: 16, hour: 17, channel: "wechat", direction: "inbound", sentiment: 0, minutes: null, member: lan, text: ["问能不能导入去年的流水，发了操作说明。", "Asked to import last year's statements; sent the how-to."] },
  { daysAgo: 13, hour: 9, channel: "wechat", direction: "inbound", sentiment: -1, minutes: null, member: lan, text: ["发来两张导出失败的截图，3 万行以上就卡住。已转给高原。", "Two screenshots of a failed export: it hangs above 30,000 rows. Passed on."], tags: [["导出慢", "slow export"]] },
  { daysAgo: 7, hour: 15, channel: "call", direction: "outbound", sentiment: 1, minutes: 18, member: lan, text: ["试用两周了，对账快了不少，月底少加两天班。觉得 50 席位偏贵，想看看按账套计价。答应周二回访。", "Two weeks in, matching is much faster, two late nights fewer. Finds 50 seats dear, wants a price per ledger. To be called on Tuesday."], tags: [["价格", "price"], ["试用反馈", "trial feedback"]] },
];
