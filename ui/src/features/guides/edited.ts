// A guide while it is being edited: questions in their order, each in three languages. Pure.
import type { GuideInput, GuideRecord, Lang, WordingView } from "../../ipc/bindings.gen";
import { languages } from "../../shared/format/languages";

export type Words = { title: string; text: string; probe: string };
/** `key` stays with a question while it moves; `id` null: it is new. */
export type EditedQuestion = { key: string; id: string | null; words: Record<Lang, Words> };
export type Edited = { id: string | null; name: string; channel: GuideInput["channel"]; questions: readonly EditedQuestion[] };

const blank: Words = { title: "", text: "", probe: "" };
let serial = 0;

export function newQuestion(): EditedQuestion {
  serial += 1;
  return { key: `new-${serial}`, id: null, words: { "zh-Hans": blank, "zh-Hant": blank, en: blank } };
}

export const newGuide = (): Edited => ({ id: null, name: "", channel: "call", questions: [newQuestion()] });

export function edited({ guide, questions }: GuideRecord): Edited {
  const of = (wordings: readonly WordingView[], lang: Lang): Words => {
    const said = wordings.find((one) => one.lang === lang);
    return said === undefined ? blank : { title: said.title, text: said.text, probe: said.probe ?? "" };
  };
  return {
    id: guide.id,
    name: guide.name,
    channel: guide.channel,
    questions: questions.map(({ id, wordings }) => ({ key: id, id, words: { "zh-Hans": of(wordings, "zh-Hans"), "zh-Hant": of(wordings, "zh-Hant"), en: of(wordings, "en") } })),
  };
}

export function withWords(guide: Edited, key: string, lang: Lang, change: Partial<Words>): Edited {
  return {
    ...guide,
    questions: guide.questions.map((one) => (one.key === key ? { ...one, words: { ...one.words, [lang]: { ...one.words[lang], ...change } } } : one)),
  };
}

export function moved(guide: Edited, from: number, by: number): Edited {
  const questions = [...guide.questions];
  const [one] = questions.splice(from, 1);
  if (one === undefined || from + by < 0 || from + by > questions.length) return guide;
  questions.splice(from + by, 0, one);
  return { ...guide, questions };
}

export const without = (guide: Edited, key: string): Edited => ({ ...guide, questions: guide.questions.filter((one) => one.key !== key) });

/** What is handed in: a language without a question is left out. */
export function input(guide: Edited): GuideInput {
  return {
    id: guide.id,
    name: guide.name.trim(),
    channel: guide.channel,
    questions: guide.questions.map(({ id, words }) => ({
      id,
      wordings: languages
        .filter((lang) => words[lang].text.trim() !== "")
        .map((lang) => ({ lang, title: words[lang].title, text: words[lang].text, probe: words[lang].probe.trim() === "" ? null : words[lang].probe })),
    })),
  };
}

export const asksSomething = (guide: Edited): boolean => guide.questions.some(({ words }) => languages.some((lang) => words[lang].text.trim() !== ""));
