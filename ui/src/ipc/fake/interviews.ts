// Guides and interviews of the fake core: three guides, and sheets that keep what is answered.
import type { AnswerInput, GuideLine, GuideRecord, InterviewLine, Lang, PersonRef, Sheet, SheetQuestion, StartInput } from "../bindings.gen";
import type { Commands } from "../transport";

const sentences = {
  zh: "我想问几个和品牌、产品有关的问题。这些回答和录用没有关系。你同意吗？",
  en: "I would like to ask a few questions about our brand and product. They have nothing to do with hiring. Do you agree?",
};

type Told = { key: "care" | "candidate" | "owner"; channel: GuideLine["channel"]; asks: { zh: [string, string, string]; en: [string, string, string] }[] };

const told: Told[] = [
  {
    key: "care", channel: "call", asks: [
      { zh: ["眼下的影响", "眼下的情况，对你们有什么影响？", "最近一个月有什么变了？"], en: ["How things affect you", "How does the present situation affect you?", "What has changed in the last month?"] },
      { zh: ["现在最在意的", "你们现在最在意的是什么？", "为什么是它？"], en: ["What you care about most", "What do you care about most right now?", "Why that?"] },
      { zh: ["需要什么帮助", "需要我们帮什么忙？", "什么时候要？"], en: ["Help you need", "What help do you need from us?", "By when?"] },
    ],
  },
  {
    key: "candidate", channel: "interview", asks: [
      { zh: ["品牌印象，和别家的不同", "你对我们品牌的印象是什么？和别家有什么不同？", "这个印象是从哪里来的？"], en: ["Impression, and how we differ", "What is your impression of our brand, and how does it differ from its rivals?", "Where does this impression come from?"] },
      { zh: ["产品体验的细节", "用过或看过我们的产品吗？哪些细节让你有感觉？", "当时你在做什么？和你想的一样吗？"], en: ["Details of the experience", "What details of our product's experience can you tell us about?", "Was it as you expected?"] },
      { zh: ["被打动过的经历", "有没有类似的产品或品牌打动过你？是怎么打动的？", "后来你跟别人说起过吗？"], en: ["What touched you", "Has a similar product or brand ever touched you personally, and how?", "Did you tell anybody about it?"] },
    ],
  },
];

export type Around = {
  now: number;
  today: string;
  empty: boolean;
  lang: () => Lang;
  person: (id: string) => PersonRef;
  commit: (nouns: string[], label: string) => { action: string };
};

type Part = Pick<Commands, Extract<keyof Commands, `guides${string}` | `interviews${string}` | `erasure${string}`>>;

export function fakeInterviews({ now, today, empty, lang, person, commit }: Around): Part {
  const sheets = new Map<string, Sheet>();
  const own = new Map<string, GuideRecord>();
  const gone = new Set<string>();
  let serial = 0;

  const words = (spoken: Lang, ask: Told["asks"][number]) => (spoken === "en" ? ask.en : ask.zh);
  const builtin = ({ key, channel, asks }: Told): GuideRecord => ({
    guide: { id: `g-${key}`, name: key, builtin: key, purpose: key, channel, version: 1, questions: asks.length, interviews: [...sheets.values()].filter(({ guide }) => guide === `g-${key}`).length },
    consent: key === "candidate" ? [{ lang: "zh-Hans", text: sentences.zh }, { lang: "en", text: sentences.en }] : [],
    questions: asks.map((ask, at) => ({
      id: `q-${key}-${at}`,
      wordings: (["zh-Hans", "en"] as const).map((spoken) => {
        const [title, text, probe] = words(spoken, ask);
        return { lang: spoken, title, text, probe };
      }),
    })),
  });
  const guides = (): GuideRecord[] => [...own.values(), ...told.map(builtin)].filter(({ guide }) => !gone.has(guide.id));
  const guide = (id: string): GuideRecord => guides().find((one) => one.guide.id === id) ?? builtin(told[0] ?? nothing());
  const sheet = (id: string): Sheet => sheets.get(id) ?? nothing();
  const change = (id: string, next: Partial<Sheet>, label: string) => {
    sheets.set(id, { ...sheet(id), ...next, kept: true });
    return commit(["interviews", "answers", "touchpoints"], label);
  };
  const questions = (record: GuideRecord, spoken: Lang): SheetQuestion[] =>
    record.questions.map(({ id, wordings }) => {
      const said = wordings.find((one) => one.lang === spoken) ?? wordings[0] ?? nothing();
      return { id, title: said.title, text: said.text, probe: said.probe, lang: said.lang, own: false, state: "not_asked", answer: null, verbatim: false };
    });
  const line = (one: Sheet): InterviewLine => ({
    id: one.id, touchpoint: one.touchpoint, guide: one.guide, guide_name: one.guide_name, builtin: one.builtin, purpose: one.purpose, version: one.version, person: one.person, at: one.at,
    day_only: one.day_only, state: one.state, kept: one.kept, questions: one.questions.length,
    answered: one.questions.filter(({ state }) => state === "answered").length, no_answer: one.questions.filter(({ state }) => state === "no_answer").length,
  });
  const begin = (id: string, input: StartInput): Sheet => {
    const record = guide(input.guide);
    const candidate = record.guide.purpose === "candidate";
    return {
      id, guide: record.guide.id, guide_name: record.guide.name, builtin: record.guide.builtin, purpose: record.guide.purpose, version: record.guide.version, lang: input.lang,
      channel: input.channel ?? record.guide.channel, person: input.person.existing !== undefined ? person(input.person.existing) : { id: "p-new", name: candidate ? "C-0417AF" : input.person.new_name, organization: null, title: null },
      member: person("p1").name, at: input.held_on === null ? now : Date.parse(`${input.held_on}T12:00:00+08:00`), day_only: input.held_on !== null && input.held_time === null, typed_later: input.held_on !== null,
      minutes: null, summary: null, state: "running", kept: false, touchpoint: `t-${id}`, consent: null, consent_on: null, retain_until: "2027-05-19", thanked: false,
      consent_sentence: candidate ? (input.lang === "en" ? sentences.en : sentences.zh) : null,
      questions: questions(record, input.lang),
    };
  };
  // One that was begun before, so that pages can be opened at an address.
  if (!empty) sheets.set("i-1", begin("i-1", { person: { existing: "p1" }, guide: "g-candidate", lang: lang(), channel: null, held_on: null, held_time: null, keeps: null }));

  return {
    guidesList: async () => guides().map((one) => one.guide),
    guidesGet: async (id) => guide(id),
    guidesSave: async (input) => {
      const id = input.id ?? `g-own-${(serial += 1)}`;
      const before = own.get(id)?.guide;
      own.set(id, {
        guide: { id, name: input.name, builtin: null, purpose: before?.purpose ?? "own", channel: input.channel, version: (before?.version ?? 0) + 1, questions: input.questions.length, interviews: 0 },
        questions: input.questions.map((question, at) => ({ id: question.id ?? `${id}-${at}`, wordings: question.wordings })),
      });
      return { id, action: commit(["guides"], "guide_saved").action };
    },
    guidesCopy: async (id, name) => {
      const copy = `g-own-${(serial += 1)}`;
      const from = guide(id);
      own.set(copy, { ...from, guide: { ...from.guide, id: copy, name, builtin: null, interviews: 0 } });
      return { id: copy, action: commit(["guides"], "guide_copied").action };
    },
    guidesArchive: async (id) => {
      gone.add(id);
      return commit(["guides"], "guide_archived");
    },
    interviewsStart: async (input) => {
      const id = `i-new-${(serial += 1)}`;
      const begun = begin(id, input);
      sheets.set(id, begun);
      return { id, person: begun.person.id, action: null };
    },
    interviewsGet: async (id) => sheet(id),
    interviewsOf: async (of) => [...sheets.values()].filter((one) => one.kept && one.person.id === of).map(line),
    interviewsUnfinished: async (of) => [...sheets.values()].filter((one) => one.kept && one.state !== "done" && (of === null || one.person.id === of)).map(line),
    interviewsAnswer: async (id, { question, state, text, verbatim }: AnswerInput) =>
      change(id, { questions: sheet(id).questions.map((one) => (one.id === question ? { ...one, state, answer: text, verbatim } : one)) }, "answer_kept"),
    interviewsAsk: async (id, text) => {
      const question: SheetQuestion = { id: `own-${(serial += 1)}`, title: text, text, probe: null, lang: lang(), own: true, state: "not_asked", answer: null, verbatim: false };
      return { id: question.id, action: change(id, { questions: [...sheet(id).questions, question] }, "question_asked").action };
    },
    interviewsConsent: async (id, { given, retain_until }) =>
      change(id, { consent: given, consent_on: today, retain_until: retain_until ?? sheet(id).retain_until }, "consent_kept"),
    interviewsSpeak: async (id, spoken) => change(id, { lang: spoken, questions: questions(guide(sheet(id).guide), spoken) }, "interview_changed"),
    interviewsPause: async (id, minutes) => change(id, { minutes, state: "paused" }, "interview_paused"),
    interviewsFinish: async (id, input) => ({ touchpoint: sheet(id).touchpoint, action: change(id, { state: "done", minutes: input.minutes, summary: input.summary }, "interview_finished").action, thanks: null }),
    erasureList: async (of) =>
      [...sheets.values()]
        .filter((one) => one.kept && one.consent === true && one.erased !== true && (of === null ? one.retain_until < today : one.person.id === of))
        .map((one) => ({ person: one.person, until: one.retain_until, over: one.retain_until < today, candidate: one.purpose === "candidate" })),
    erasureRun: async (of) => {
      for (const one of [...sheets.values()].filter(({ person: { id } }) => id === of))
        sheets.set(one.id, { ...one, erased: true, questions: one.questions.map((question) => ({ ...question, answer: null })) });
      return commit(["interviews", "answers", "touchpoints", "people"], "person_erased");
    },
    interviewsDiscard: async (id) => {
      sheets.delete(id);
      return commit(["interviews"], "interview_discarded");
    },
  };
}

function nothing(): never {
  throw new Error("the fake has no such thing");
}
