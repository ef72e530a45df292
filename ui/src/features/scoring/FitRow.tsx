// One fit rule: a field, how it compares, with what, and the points.
import { ActionIcon, MultiSelect, NumberInput, Select, TagsInput, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { FieldView, FitField, FitRule } from "../../ipc/bindings.gen";
import { tableQueries } from "../../shared/table/queries";
import { aboutField, grades, opsOf, useFieldOptions, useOwnOfAll } from "./ruleWords";
import css from "./scoring.module.css";

type Props = { rule: FitRule; onChange: (rule: FitRule) => void; onRemove: () => void };

export function FitRow({ rule, onChange, onRemove }: Props) {
  const { t } = useTranslation("scoring");
  const own = useOwnOfAll();
  const options = useFieldOptions(own);
  const { written } = aboutField(rule, own);
  const choose = (chosen: string | null) => {
    if (chosen === null) return;
    const next: FitRule = chosen.startsWith("own:") ? { ...rule, field: "own", own: chosen.slice(4), values: [] } : { ...rule, field: chosen as FitField, own: null, values: [] };
    const ops = opsOf(aboutField(next, own).written);
    onChange({ ...next, op: ops.includes(next.op) ? next.op : (ops[0] ?? "filled") });
  };
  return (
    <div className={css.rule}>
      <Select className={css.wide ?? ""} label={t("rules.field")} searchable allowDeselect={false} data={options} value={rule.field === "own" ? `own:${rule.own ?? ""}` : rule.field} onChange={choose} data-testid="fit-field" />
      <Select
        className={css.mid ?? ""} label={t("rules.op")} allowDeselect={false} data={opsOf(written).map((op) => ({ value: op, label: t(`op.${op}`) }))} value={rule.op}
        onChange={(op) => op !== null && onChange({ ...rule, op: opsOf(written).find((one) => one === op) ?? rule.op, values: op === "filled" ? [] : rule.values })}
      />
      {rule.op === "filled" ? <span className={css.wide} /> : <Values rule={rule} own={own} onChange={(values) => onChange({ ...rule, values })} />}
      <NumberInput className={css.small ?? ""} label={t("rules.points")} allowDecimal={false} min={-1000} max={1000} value={rule.points} onChange={(points) => onChange({ ...rule, points: Number(points) })} data-testid="fit-points" />
      <Remove onRemove={onRemove} />
    </div>
  );
}

export function Remove({ onRemove }: { onRemove: () => void }) {
  const { t } = useTranslation("scoring");
  return <Tooltip label={t("rules.remove")}><ActionIcon variant="subtle" aria-label={t("rules.remove")} onClick={onRemove} data-testid="rule-remove"><IconX size={16} aria-hidden /></ActionIcon></Tooltip>;
}

function Values({ rule, own, onChange }: { rule: FitRule; own: readonly FieldView[]; onChange: (values: string[]) => void }) {
  const { t } = useTranslation("scoring");
  const about = aboutField(rule, own);
  const list = about.list ?? null;
  const { data: occurring = [] } = useQuery({ ...tableQueries.choices(list?.kind ?? "people", list?.field ?? "city"), enabled: list !== null });
  const label = t("rules.value");
  const className = css.wide ?? "";
  if (about.written === "number") {
    const [typed = ""] = rule.values;
    return <NumberInput className={className} label={label} value={typed} onChange={(value) => onChange(value === "" ? [] : [String(value)])} data-testid="fit-value" />;
  }
  if (about.written === "words")
    return <TagsInput className={className} label={label} value={rule.values} onChange={onChange} acceptValueOnBlur splitChars={[",", "，", "、"]} data={occurring.map(({ value }) => value)} data-testid="fit-value" />;
  const field = own.find(({ id }) => id === rule.own);
  const data =
    list !== null ? occurring.map(({ value, label: name }) => ({ value, label: name ?? value }))
      : field === undefined ? grades.map((grade) => ({ value: grade, label: grade }))
        : field.kind === "yes_no" ? [{ value: "1", label: t("yes") }, { value: "0", label: t("no") }]
          : field.choices.map(({ id, name }) => ({ value: id, label: name }));
  return <MultiSelect className={className} label={label} searchable value={rule.values} onChange={onChange} data={data} data-testid="fit-value" />;
}
