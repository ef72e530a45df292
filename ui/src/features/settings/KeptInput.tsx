// A text of the settings that keeps itself: Enter or leaving it saves, Escape brings the old one back.
// What is being typed stays, also when the stored text changes underneath or cannot be saved.
import { TextInput, type TextInputProps } from "@mantine/core";
import { useRef, useState } from "react";
import { isComposing } from "../../shared/keys/composition";

type Props = Pick<TextInputProps, "aria-label" | "placeholder" | "w"> & {
  value: string;
  /** empty is no answer: the old one comes back */
  required?: boolean;
  onSave: (typed: string) => Promise<unknown>;
  testId: string;
};

export function KeptInput({ value, required = false, onSave, testId, ...rest }: Props) {
  const [typed, setTyped] = useState(value);
  const [stored, setStored] = useState(value);
  const saving = useRef(false);
  if (stored !== value) {
    setStored(value);
    if (typed === stored) setTyped(value);
  }
  const save = () => {
    const wanted = typed.trim();
    if (wanted === "" && required) return setTyped(value);
    // Enter and then leaving ask twice for the same.
    if (wanted === value || saving.current) return;
    saving.current = true;
    void onSave(wanted).finally(() => {
      saving.current = false;
    });
  };
  return (
    <TextInput
      {...rest}
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (isComposing(event.nativeEvent)) return;
        if (event.key === "Enter") save();
        if (event.key === "Escape") setTyped(value);
      }}
      data-testid={testId}
    />
  );
}
