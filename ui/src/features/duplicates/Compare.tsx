// Two rows beside each other: each field a choice, and below it what comes along from both.
import { useTranslation } from "react-i18next";
import type { DuplicatesKind, Field, Side, Sides, Take } from "../../ipc/bindings.gen";
import { usePersonName } from "../../shared/format/personName";
import { useFormat } from "../../shared/format/useFormat";
import { Keys } from "../../shared/ui/Keys";
import { Tag } from "../../shared/ui/Tag";
import css from "./duplicates.module.css";
import type { Choices } from "./useChoices";

type Props = { kind: DuplicatesKind; sides: Sides; choices: Choices };

export function Compare({ kind, sides, choices }: Props) {
  const { t } = useTranslation("duplicates");
  const called = usePersonName();
  return (
    <>
      <div className={css.heads}>
        <span />
        {[sides.one, sides.other].map((side, index) => (
          <div key={side.id} className={css.head}>
            <strong className="tl-ellipsis" title={called(side.name)}>{called(side.name)}</strong>
            <span className={css.quiet}>{t(index === 0 ? "stays" : "goes")}</span>
          </div>
        ))}
      </div>
      {sides.fields.map((field, index) => (
        <FieldRow key={field.name} field={field} take={choices.take(field)} active={index === choices.at} onChoose={(take) => choices.choose(index, take)} />
      ))}
      <div className={css.hints}>
        <Keys keys="left" /><Keys keys="right" /><span>{t("field")}</span>
        <Keys keys="shift+down" /><span>{t("action.fieldDown")}</span>
      </div>
      <h2 className={css.along}>{t("along")}</h2>
      <Along kind={kind} one={sides.one} other={sides.other} />
    </>
  );
}

type RowProps = { field: Field; take: Take; active: boolean; onChoose: (take: Take) => void };

function FieldRow({ field, take, active, onChoose }: RowProps) {
  const { t } = useTranslation(["duplicates", "fields", "common"]);
  const words = (value: string) => (value === "" ? "" : field.name === "kind" ? t(`common:kind.${value as "lead"}`) : value);
  const name = t(`fields:${field.name as "name"}`);
  const options = (field.name === "note" && field.one !== "" && field.other !== "" ? ["one", "other", "both"] : ["one", "other"]) satisfies Take[];
  return (
    <div className={css.field} role="radiogroup" aria-label={name} data-active={active || undefined} data-testid={`duplicate-field-${field.name}`}>
      <span className={css.label}>{name}</span>
      {options.map((option) => {
        const value = option === "both" ? t("take.both") : words(field[option]);
        return (
          <button
            key={option}
            type="button"
            role="radio"
            aria-checked={take === option}
            aria-label={t("takeLeft", { field: name, value: value === "" ? t("empty") : value })}
            tabIndex={take === option ? 0 : -1}
            className={option === "both" ? css.both : css.value}
            onClick={() => onChoose(option)}
          >
            {value === "" ? <span className={css.quiet}>{t("empty")}</span> : value}
          </button>
        );
      })}
    </div>
  );
}

function Along({ kind, one, other }: { kind: DuplicatesKind; one: Side; other: Side }) {
  const { t } = useTranslation("duplicates");
  const f = useFormat();
  const line = (label: string, of: (side: Side) => React.ReactNode) => (
    <div className={css.line}>
      <span className={css.label}>{label}</span>
      <div>{of(one)}</div>
      <div>{of(other)}</div>
    </div>
  );
  const many = (values: readonly string[]) => (values.length === 0 ? <span className={css.quiet}>{t("nothing")}</span> : <span className={css.many}>{values.map((value) => <Tag key={value}>{value}</Tag>)}</span>);
  return (
    <div className={css.rest}>
      {line(t(kind === "people" ? "reached" : "staff"), (side) => many(side.reached))}
      {line(t("tags"), (side) => many(side.tags))}
      {line(t("touchpoints"), (side) => f.number(side.touchpoints))}
      {line(t("deals"), (side) => f.number(side.deals))}
      {line(t("followups"), (side) => f.number(side.followups))}
      {line(t("made"), (side) => f.dayAt(side.made_at))}
    </div>
  );
}
