// The languages of the window, each by its own name.
import type { Lang } from "../../ipc/bindings.gen";

export const languages = ["zh-Hans", "zh-Hant", "en"] as const satisfies readonly Lang[];
export const languageNames = { "zh-Hans": "简体中文", "zh-Hant": "繁體中文", en: "English" } as const satisfies Record<Lang, string>;
