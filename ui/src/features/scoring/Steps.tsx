// From how many points on each step is given, the highest first.
import { NumberInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import css from "./scoring.module.css";

type Step = { name: string; from: number };

export function Steps({ label, steps, onChange }: { label: string; steps: readonly Step[]; onChange: (from: number[]) => void }) {
  const { t } = useTranslation("scoring");
  return (
    <div className={css.steps} role="group" aria-label={label}>
      {steps.map(({ name, from }, at) => (
        <NumberInput
          key={name} className={css.small ?? ""} label={t("rules.from", { name })} allowDecimal={false} value={from}
          onChange={(value) => onChange(steps.map((step, place) => (place === at ? Number(value) : step.from)))}
        />
      ))}
    </div>
  );
}
