// A few words to choose one of; native radios, so arrows and screen readers know what to do.
import { useId } from "react";
import css from "./Radios.module.css";

type Props<Value extends string> = {
  label: string;
  value: Value | null;
  options: readonly { value: Value; label: string; icon?: React.ReactNode }[];
  onChange: (value: Value) => void;
  autoFocus?: boolean;
};

export function Radios<Value extends string>({ label, value, options, onChange, autoFocus = false }: Props<Value>) {
  const name = useId();
  const first = options.some((option) => option.value === value) ? value : options[0]?.value;
  return (
    <fieldset className={css.radios}>
      <legend>{label}</legend>
      <div className={css.options}>
        {options.map((option) => (
          <label key={option.value} className={css.option}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              data-autofocus={(autoFocus && option.value === first) || undefined}
              onChange={() => onChange(option.value)}
              onClick={() => option.value === value && onChange(option.value)}
            />
            {option.icon}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
