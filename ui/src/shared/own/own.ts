// What a field of the team's own is on screen: its control, and its value in words.
import { useTranslation } from "react-i18next";
import type { FieldKind, FieldView } from "../../ipc/bindings.gen";
import { choice, day, lines, several, text, type TypedSpec } from "../fields/specs";
import { useFormat } from "../format/useFormat";

export const fieldKinds = ["text", "number", "date", "choice", "choices", "yes_no", "link"] as const satisfies readonly FieldKind[];

/** Several choices of one value, and back. */
export const chosenIn = (held: string): string[] => held.split(",").filter((id) => id !== "");

const isChosen = (kind: FieldKind) => kind === "choice" || kind === "choices";
export const hasChoices = isChosen;

/** Choices that may be taken; one that was put away only where it is held. */
function offeredIn({ choices }: FieldView, held: string): string[] {
  const now = chosenIn(held);
  return choices.filter(({ id, away }) => !away || now.includes(id)).map(({ id }) => id);
}

export function ownSpec(field: FieldView, held: string): TypedSpec {
  if (field.kind === "date") return day();
  if (field.kind === "yes_no") return choice(["true", "false"]);
  if (field.kind === "choice") return choice(offeredIn(field, held));
  if (field.kind === "choices") return several(offeredIn(field, held));
  return field.kind === "text" ? lines() : text();
}

/** Digits in groups of three; a number of any length stays what it is. */
export const grouped = (number: string): string => {
  const [whole = "", decimals] = number.split(".");
  const parts = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return decimals === undefined ? parts : `${parts}.${decimals}`;
};

const bareLink = (link: string): string => link.replace(/^(https?:\/\/|mailto:)/i, "");

/** Values in words: of one row, and of each option. */
export function useOwnWords() {
  const { t } = useTranslation("custom");
  const format = useFormat();
  const options = (field: FieldView): Record<string, string> =>
    field.kind === "yes_no" ? { true: t("yes"), false: t("no") } : Object.fromEntries(field.choices.map(({ id, name }) => [id, name]));
  const said = (field: FieldView, held: string): string => {
    if (held === "") return "";
    if (field.kind === "number") return grouped(held);
    if (field.kind === "date") return format.longDay(held);
    if (field.kind === "link") return bareLink(held);
    if (field.kind === "text") return held;
    const names = options(field);
    return chosenIn(held).map((id) => names[id] ?? id).join(t("between"));
  };
  return { options, said };
}
