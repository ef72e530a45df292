// What an action is called: its sentence in this language and what it was done to.
import { useTranslation } from "react-i18next";

type Named = { label: string; subject: string | null };

export function useActionWords() {
  const { t, i18n } = useTranslation(["app", "actions"]);
  const label = (key: string): string => {
    const known: unknown = i18n.getResource(i18n.language, "actions", key);
    return typeof known === "string" ? known : t("actions:other");
  };
  const named = (action: Named): string => {
    const what = label(action.label);
    return action.subject === null || action.subject === "" ? what : t("actionOn", { what, subject: action.subject });
  };
  return { label, named };
}
