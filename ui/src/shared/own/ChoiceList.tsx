// The choices of a field: typed one below the other, put into order with Alt and the arrows.
import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../keys/composition";
import { Keys } from "../ui/Keys";
import css from "./own.module.css";

/** `id` null: not kept yet. */
export type Choice = { key: string; id: string | null; name: string };

let serial = 0;
const blank = (name = ""): Choice => {
  serial += 1;
  return { key: `new-${serial}`, id: null, name };
};

export function ChoiceList({ choices, onChoices }: { choices: readonly Choice[]; onChoices: (next: Choice[]) => void }) {
  const { t } = useTranslation("custom");
  const list = useRef<HTMLDivElement>(null);
  // A line that is new or was moved has the keyboard.
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLInputElement>(`[data-choice="${wanted.current}"]`)?.focus();
    wanted.current = null;
  });
  const addAfter = (index: number) => {
    const fresh = blank();
    wanted.current = fresh.key;
    onChoices(choices.toSpliced(index + 1, 0, fresh));
  };
  const move = (index: number, step: number) => {
    const one = choices[index];
    const to = index + step;
    if (one === undefined || to < 0 || to >= choices.length) return;
    wanted.current = one.key;
    onChoices(choices.toSpliced(index, 1).toSpliced(to, 0, one));
  };
  /** Several lines that are pasted become several choices. */
  const type = (index: number, typed: string) => {
    const [first = "", ...rest] = typed.split(/[\r\n\t]+/);
    onChoices([...choices.slice(0, index), { ...(choices[index] ?? blank()), name: first }, ...rest.filter((name) => name.trim() !== "").map(blank), ...choices.slice(index + 1)]);
  };
  return (
    <fieldset className={css.choices}>
      <legend>{t("choices")}</legend>
      <div ref={list} className={css.list}>
        {choices.map(({ key, name }, index) => (
          <div key={key} className={css.choice}>
            <TextInput
              value={name} maxLength={200} aria-label={t("choiceNamed", { number: index + 1 })} data-choice={key} data-testid="field-choice"
              onChange={({ currentTarget }) => type(index, currentTarget.value)}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData("text");
                if (!/[\r\n\t]/.test(pasted.trim())) return;
                event.preventDefault();
                type(index, name + pasted);
              }}
              onKeyDown={(event) => {
                if (isComposing(event.nativeEvent)) return;
                const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
                if (event.altKey && step !== 0) {
                  event.preventDefault();
                  move(index, step);
                } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
                  event.preventDefault();
                  event.stopPropagation();
                  addAfter(index);
                }
              }}
            />
            <ActionIcon variant="subtle" aria-label={t("choiceRemove", { name })} onClick={() => onChoices(choices.toSpliced(index, 1))}><IconX size={14} aria-hidden /></ActionIcon>
          </div>
        ))}
      </div>
      <div className={css.buttons}>
        <Button variant="subtle" size="compact-sm" className={css.first ?? ""} leftSection={<IconPlus size={14} aria-hidden />} onClick={() => addAfter(choices.length - 1)} data-testid="field-choice-add">{t("choiceAdd")}</Button>
        {choices.length > 1 ? <span className={css.hint}><Keys keys="alt+up" /><Keys keys="alt+down" />{t("choiceMove")}</span> : null}
      </div>
    </fieldset>
  );
}
