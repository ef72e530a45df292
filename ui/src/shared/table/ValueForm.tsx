// Asks for a part of a text, or for numbers from one to another; and what such a filter is called.
import { Button, Modal, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../keys/composition";
import { grouped } from "../own/own";
import css from "./Filters.module.css";

/** `years`: numbers that are not written in groups of three. */
export type Asks = "text" | "range" | "years";

const NUMBER = /^-?\d+(\.\d+)?$/;
const plain = (typed: string): string => typed.replaceAll(/[,，\s]/g, "");

/** What stands in the way of asking from one number to another; a key of custom:ask. */
export function rangeProblem(from: string, to: string): "missing" | "number" | "order" | null {
  const [low, high] = [plain(from), plain(to)];
  if (low === "" && high === "") return "missing";
  if ([low, high].some((one) => one !== "" && !NUMBER.test(one))) return "number";
  return low !== "" && high !== "" && Number(low) > Number(high) ? "order" : null;
}

export const rangeWord = (from: string, to: string): string => `${plain(from)}..${plain(to)}`;

export function useAskedWords(asks: Asks | undefined): (word: string) => string {
  const { t } = useTranslation("custom");
  return (word) => {
    if (asks === "text" || asks === undefined) return t("contains", { text: word });
    const [from = "", to] = word.split("..").map((number) => (asks === "range" ? grouped(number) : number));
    if (to === undefined) return from;
    if (to === "") return t("range.from", { from });
    return from === "" ? t("range.to", { to }) : t("range.both", { from, to });
  };
}

type Props = { title: string; asks: Asks; word: string | undefined; onWord: (word: string) => void; onClose: () => void };

export function ValueForm({ title, asks, word, onWord, onClose }: Props) {
  const { t } = useTranslation(["custom", "table", "common"]);
  const [first, setFirst] = useState(asks === "text" ? (word ?? "") : (word?.split("..")[0] ?? ""));
  const [last, setLast] = useState(asks === "text" ? "" : (word?.split("..")[1] ?? ""));
  const problem = asks !== "text" ? rangeProblem(first, last) : first.trim() === "" ? "missing" : null;
  return (
    <Modal opened onClose={onClose} title={title} size={360} padding={24} yOffset={112} withCloseButton={false}>
      <form
        className={css.form} data-testid="value-form" noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === null) onWord(asks === "text" ? first.trim() : rangeWord(first, last));
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && isComposing(event.nativeEvent)) event.preventDefault();
        }}
      >
        {asks === "text" ? (
          <TextInput label={t("ask.what")} value={first} onChange={({ currentTarget }) => setFirst(currentTarget.value)} data-autofocus data-testid="value-text" />
        ) : (
          <div className={css.pair}>
            <TextInput label={t("ask.from")} inputMode="decimal" value={first} error={problem === "number" || problem === "order" ? t(`ask.${problem}`) : null} onChange={({ currentTarget }) => setFirst(currentTarget.value)} data-autofocus data-testid="value-from" />
            <TextInput label={t("ask.to")} inputMode="decimal" value={last} onChange={({ currentTarget }) => setLast(currentTarget.value)} data-testid="value-to" />
          </div>
        )}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" disabled={problem !== null} data-testid="value-take">{t("table:period.take")}</Button>
        </div>
      </form>
    </Modal>
  );
}
