// The name filter above a list: what is typed takes effect when the hand rests.
import { CloseButton, TextInput } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../keys/composition";
import css from "./FilterBox.module.css";

const REST_MS = 120;

type Props = { value: string; onChange: (value: string) => void; placeholder: string; inputRef: React.Ref<HTMLInputElement>; testId: string };

export function FilterBox({ value, onChange, placeholder, inputRef, testId }: Props) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <TextInput
      ref={inputRef}
      className={css.box}
      data-testid={testId}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Enter hands the keys back to the list below.
        if (event.key === "Enter" && !isComposing(event.nativeEvent)) return event.currentTarget.blur();
        if (event.key !== "Escape") return;
        if (typed === "") event.currentTarget.blur();
        else setTyped("");
      }}
      placeholder={placeholder}
      aria-label={placeholder}
      leftSection={<IconFilter size={16} aria-hidden />}
      rightSection={typed === "" ? null : <CloseButton size={20} aria-label={t("do.clear")} onClick={() => setTyped("")} />}
    />
  );
}
