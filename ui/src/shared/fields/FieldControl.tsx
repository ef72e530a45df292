// The control of a field, the same in a form and in a cell that is edited in place.
import { Autocomplete, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { DaysHere } from "../ui/DaysHere";
import css from "./fields.module.css";
import type { TypedSpec } from "./specs";

type Props = {
  spec: TypedSpec;
  value: string;
  onChange: (value: string) => void;
  /** what was taken from a list is settled: it needs no Enter */
  onPick?: ((value: string) => void) | undefined;
  /** how each option of a choice is called, where it is not its own name */
  words?: Readonly<Record<string, string>> | undefined;
  label?: string | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  error?: React.ReactNode;
  /** in a cell: focused at once, without an edge of its own */
  bare?: string | undefined;
  autoFocus?: boolean | undefined;
  testId?: string | undefined;
};

const types = { phone: "tel", email: "email" } as const;

export function FieldControl({ spec, value, onChange, onPick, words, name, error, bare, autoFocus = false, testId, ...rest }: Props) {
  const { t } = useTranslation();
  const shared = {
    ...rest,
    value,
    error: error ? <span className={css.wrong}><IconAlertCircle size={14} aria-hidden />{error}</span> : null,
    "aria-label": name,
    "data-testid": testId,
    "data-autofocus": autoFocus || undefined,
    ...(bare === undefined ? {} : { autoFocus: true, classNames: { input: bare } }),
  };
  const onType = ({ currentTarget }: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(currentTarget.value);
  switch (spec.control) {
    case "text":
      return <TextInput {...shared} type={spec.check === null ? "text" : types[spec.check]} onChange={onType} />;
    case "lines":
      return <Textarea {...shared} autosize minRows={1} maxRows={10} onChange={onType} />;
    case "day":
      return (
        <DaysHere>
          <DateInput {...shared} value={value === "" ? null : value} valueFormat="YYYY-MM-DD" onChange={(on) => onChange(on ?? "")} />
        </DaysHere>
      );
    case "choice": {
      const named = spec.options.map((option) => ({ value: option, label: words?.[option] ?? option }));
      return (
        <Select
          {...shared}
          data={spec.required ? named : [{ value: "", label: t("state.none") }, ...named]}
          allowDeselect={false}
          // A narrow cell does not make its choices narrow.
          {...(bare === undefined ? {} : { comboboxProps: { width: "max-content", position: "bottom-start" as const } })}
          defaultDropdownOpened={bare !== undefined}
          onChange={(next) => {
            onChange(next ?? "");
            onPick?.(next ?? "");
          }}
        />
      );
    }
    case "several":
      return (
        <MultiSelect
          {...shared}
          value={value.split(",").filter((one) => one !== "")}
          data={spec.options.map((option) => ({ value: option, label: words?.[option] ?? option }))}
          {...(bare === undefined ? {} : { variant: "unstyled", comboboxProps: { width: "max-content", position: "bottom-start" as const } })}
          defaultDropdownOpened={bare !== undefined}
          onChange={(next) => onChange(next.toSorted().join(","))}
        />
      );
    case "suggest":
      return <Suggest {...shared} openOnFocus={bare !== undefined} useNames={spec.useNames} onChange={onChange} onPick={onPick} />;
  }
}

type SuggestProps = Pick<Props, "value" | "onChange" | "onPick"> & { openOnFocus: boolean; useNames: (typed: string) => readonly string[] };

function Suggest({ useNames, onPick, ...shared }: SuggestProps) {
  const names = useNames(shared.value);
  return <Autocomplete {...shared} data={[...names]} filter={({ options }) => options} {...(onPick ? { onOptionSubmit: onPick } : {})} />;
}
