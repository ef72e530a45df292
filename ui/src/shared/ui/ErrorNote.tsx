// What went wrong, in words: what happened, the usual cause, what to do.
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import known from "../../locales/en/errors.json";
import fields from "../../locales/en/fields.json";
import css from "./ErrorNote.module.css";

/** Anything with a code and parameters; the code chooses the sentence. */
export type Refused = { code: string; params: Record<string, string> };

export function asRefused(error: unknown): Refused {
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    const params: Record<string, string> = {};
    if ("params" in error && typeof error.params === "object" && error.params !== null) {
      for (const [name, value] of Object.entries(error.params)) params[name] = String(value);
    }
    return { code: error.code, params };
  }
  return { code: "unexpected", params: {} };
}

const isField = (name: string): name is keyof typeof fields => name in fields;
const isWorded = (code: string): code is keyof typeof known => code in known;

/** The sentence for a refusal; a code without words of its own falls back to the general one. */
export function useErrorWords(): (error: unknown) => string {
  const { t } = useTranslation(["errors", "fields"]);
  return (error) => {
    const { code, params } = asRefused(error);
    if (!isWorded(code)) return t("unexpected");
    const { field } = params;
    const named = field === undefined ? {} : { field: t(`fields:${isField(field) ? field : "other"}`) };
    return t(code, { replace: { ...params, ...named } });
  };
}

export function ErrorNote({ error, children }: { error: unknown; children?: React.ReactNode }) {
  const words = useErrorWords();
  return (
    <div className={css.note} role="alert">
      <IconAlertCircle size={16} aria-hidden />
      <div>
        <p>{words(error)}</p>
        {children}
      </div>
    </div>
  );
}
