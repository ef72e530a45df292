// What a guide is called: our word for one that came with the product, else its own name.
import { useTranslation } from "react-i18next";
import type { Lang } from "../../ipc/bindings.gen";

const builtins = ["care", "owner", "candidate", "meetup", "win_loss", "churn", "demand"] as const;

type Named = { builtin: string | null } & ({ name: string } | { guide_name: string });

/** In the language of the window, or in another when it is named. */
export function useGuideName(lang?: Lang): (guide: Named) => string {
  const { i18n } = useTranslation("guides");
  const t = i18n.getFixedT(lang ?? i18n.language, "guides");
  return (guide) => {
    const known = builtins.find((key) => key === guide.builtin);
    return known !== undefined ? t(`builtin.${known}`) : "name" in guide ? guide.name : guide.guide_name;
  };
}
