// A guide while it is being edited: questions in their order, each in three languages. Pure.
import type { GuideInput, GuideRecord, Lang, WordingView } from "../../ipc/bindings.gen";
import { channels } from "../../shared/ui/ChannelIcon";
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

/** As a draft keeps it. */
export const store = (guide: Edited): string => JSON.stringify(guide);

const part = (value: unknown, name: string): unknown => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined);
const text = (value: unknown, name: string): string => String(part(value, name) ?? "");

/** A draft again; null when it is none. */
export function restore(body: string | null): Edited | null {
  if (body === null || body === "") return null;
  try {
    const value: unknown = JSON.parse(body);
    const [id, questions] = [part(value, "id"), part(value, "questions")];
    if (!Array.isArray(questions)) return null;
    const said = (question: unknown, lang: Lang): Words => {
      const words = part(part(question, "words"), lang);
      return { title: text(words, "title"), text: text(words, "text"), probe: text(words, "probe") };
    };
    return {
      id: typeof id === "string" ? id : null,
      name: text(value, "name"),
      channel: channels.find((one) => one === part(value, "channel")) ?? "call",
      questions: questions.map((question: unknown, at) => {
        const known = part(question, "id");
        return { key: `kept-${at}`, id: typeof known === "string" ? known : null, words: { "zh-Hans": said(question, "zh-Hans"), "zh-Hant": said(question, "zh-Hant"), en: said(question, "en") } };
      }),
    };
  } catch {
    return null;
  }
}

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
