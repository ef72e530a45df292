// Choosing one of a list in a small window: type to narrow it, arrows to move, Enter takes. A name
// that is not there may be taken too, where the caller wants that.
import { Modal, TextInput, UnstyledButton } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../keys/composition";
import css from "./Pick.module.css";

export type PickOption = { value: string; label: string; note?: string | undefined };

type Props = {
  title: string;
  options: readonly PickOption[];
  placeholder: string;
  onPick: (option: PickOption) => void;
  onClose: () => void;
  /** words for taking what was typed; without them only the options can be taken */
  onNew?: { label: (typed: string) => string; take: (typed: string) => void } | undefined;
};

export function Pick({ title, options, placeholder, onPick, onClose, onNew }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const wanted = typed.trim().toLowerCase();
  const fits = options.filter(({ label }) => label.toLowerCase().includes(wanted));
  const isNew = onNew !== undefined && wanted !== "" && fits.every(({ label }) => label.toLowerCase() !== wanted);
  const count = fits.length + (isNew ? 1 : 0);
  const take = (index: number) => {
    const option = fits[index];
    if (option !== undefined) onPick(option);
    else if (isNew) onNew.take(typed.trim());
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const handled = { ArrowDown: () => setAt(Math.min(count - 1, at + 1)), ArrowUp: () => setAt(Math.max(0, at - 1)), Enter: () => take(at) }[event.key];
    if (handled === undefined) return;
    event.preventDefault();
    handled();
  };
  const line = (index: number, label: string, note?: string) => (
    <UnstyledButton
      key={index} id={`${id}-${index}`} role="option" aria-selected={index === at} tabIndex={-1} className={css.option}
      ref={index === at ? (node) => node?.scrollIntoView({ block: "nearest" }) : undefined}
      onClick={() => take(index)} data-testid="pick-option"
    >
      <span className="tl-ellipsis">{label}</span>
      {note === undefined ? null : <span className={css.note}>{note}</span>}
    </UnstyledButton>
  );
  return (
    <Modal opened onClose={onClose} title={title} size={360} yOffset={112} closeButtonProps={{ "aria-label": t("do.close") }}>
      <TextInput
        data-autofocus value={typed} placeholder={placeholder} aria-label={placeholder} role="combobox" aria-expanded aria-controls={`${id}-list`}
        aria-activedescendant={count > 0 ? `${id}-${at}` : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown} data-testid="pick"
      />
      <div id={`${id}-list`} role="listbox" aria-label={title} className={css.list}>
        {fits.map(({ label, note }, index) => line(index, label, note))}
        {isNew ? line(fits.length, onNew.label(typed.trim())) : null}
      </div>
    </Modal>
  );
}
