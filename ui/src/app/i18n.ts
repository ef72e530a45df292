// Words in three languages, bundled: the window never loads text over a network.
import i18next, { type FormatterModule, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Lang } from "../ipc/bindings.gen";
import { languages } from "../shared/format/languages";

const files = import.meta.glob<Record<string, unknown>>("../locales/*/*.json", { eager: true, import: "default" });

function resources(): Resource {
  const all: Resource = {};
  for (const [path, words] of Object.entries(files)) {
    const [lang, file] = path.split("/").slice(-2);
    if (lang === undefined || file === undefined) continue;
    all[lang] = { ...all[lang], [file.replace(".json", "")]: words };
  }
  return all;
}

/** Before the workspace has said its language, the system's is the best guess. */
function guess(): Lang {
  if (/^zh\b.*(hant|tw|hk|mo)/i.test(navigator.language)) return "zh-Hant";
  return navigator.language.startsWith("zh") ? "zh-Hans" : "en";
}

export const i18n = i18next.createInstance();

/** Every number in a sentence carries its separators: "100,000 people". What is no amount (a year) comes as text. */
const separators: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, lng) => (typeof value === "number" ? new Intl.NumberFormat(lng).format(value) : String(value ?? "")),
};

void i18n.use(initReactI18next).use(separators).init({
  resources: resources(),
  lng: guess(),
  fallbackLng: "en",
  supportedLngs: [...languages],
  defaultNS: "common",
  interpolation: { escapeValue: false, alwaysFormat: true },
  returnNull: false,
  initAsync: false,
});

/** Switches words and the root `lang`, which also chooses the Chinese font. */
export function speak(lang: Lang): void {
  document.documentElement.lang = lang;
  if (i18n.language !== lang) void i18n.changeLanguage(lang);
}
