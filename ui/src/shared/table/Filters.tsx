// The filters of a list as chips: what is asked for, one press to take it away, and a menu to add.
import { Menu, TextInput, UnstyledButton } from "@mantine/core";
import { IconCheck, IconFilter, IconFilterOff, IconPlus, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListKind } from "../../ipc/bindings.gen";
import { useFormat } from "../format/useFormat";
import { type Action, useActions } from "../keys/actions";
import { isComposing } from "../keys/composition";
import { useActionLabel } from "../ui/ActionButton";
import { ShortcutKeys } from "../ui/Keys";
import { DaysForm } from "./DaysForm";
import { type Asks, useAskedWords, ValueForm } from "./ValueForm";
import { type DayRange, useDayWords } from "./days";
import css from "./Filters.module.css";
import { fieldsOf, valuesOf, withValues } from "./listSearch";
import { tableQueries } from "./queries";

export type FilterSpec = {
  field: string;
  label: string;
  /** its values, where they are known beforehand; else core says which occur */
  words?: Readonly<Record<string, string>>;
  /** the same where their order matters: a record puts names that look like numbers first */
  listed?: readonly (readonly [value: string, label: string])[];
  /** may ask for rows where the field is empty; how that is called */
  empty?: string;
  /** what core calls its values, where it does not say so with them */
  names?: Readonly<Record<string, string>>;
  /** asks for periods instead of values */
  days?: DayRange;
  /** asks for a part of a text, or for numbers from one to another */
  asks?: Asks;
  /** no longer offered; a kept view may still ask for it */
  away?: boolean;
};

type Props = { kind: ListKind; specs: readonly FilterSpec[]; filters: readonly string[]; onFilters: (next: string[]) => void };

export function Filters({ kind, specs, filters, onFilters }: Props) {
  const { t } = useTranslation("table");
  const label = useActionLabel();
  const [opened, setOpened] = useState(false);
  const [field, setField] = useState<string | null>(null);
  const open = (at: string | null) => {
    setField(at);
    setOpened(true);
  };
  const add: Action = { id: "table.filter", icon: IconPlus, run: () => open(null) };
  useActions([add]);
  const spec = specs.find((one) => one.field === field);
  const [asking, setAsking] = useState<"older" | "span" | Asks | null>(null);
  const ask = (what: "older" | "span" | Asks) => {
    setOpened(false);
    setAsking(what);
  };
  const set = (values: readonly string[]) => spec !== undefined && onFilters(withValues(filters, spec.field, values));
  return (
    <div className={css.filters} role="group" aria-label={t("filters")}>
      {fieldsOf(filters).map((one) => {
        const known = specs.find((each) => each.field === one);
        return known === undefined ? (
          <GoneChip key={one} onRemove={() => onFilters(withValues(filters, one, []))} />
        ) : (
          <Chip key={one} kind={kind} spec={known} values={valuesOf(filters, one)} onOpen={() => open(one)} onRemove={() => onFilters(withValues(filters, one, []))} />
        );
      })}
      <Menu opened={opened} onChange={setOpened} position="bottom-start" width={240} closeOnItemClick={false} returnFocus>
        <Menu.Target>
          <UnstyledButton className={css.add} onClick={() => open(null)} data-testid="filter-add">
            <IconPlus size={14} aria-hidden />
            {label("table.filter")}
            <ShortcutKeys id="table.filter" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={css.menu ?? ""}>
          {spec === undefined ? (
            <Narrowed key="fields" all={specs.filter(({ away }) => away !== true)} onTake={({ field: taken }) => setField(taken)}>
              {(one) => <Menu.Item key={one.field} onClick={() => setField(one.field)} data-testid={`filter-${one.field}`}>{one.label}</Menu.Item>}
            </Narrowed>
          ) : spec.asks !== undefined ? (
            <Asked key={spec.field} spec={spec} asks={spec.asks} values={valuesOf(filters, spec.field)} onValues={set} onAsk={ask} />
          ) : spec.days === undefined ? (
            <Values key={spec.field} kind={kind} spec={spec} values={valuesOf(filters, spec.field)} onValues={set} />
          ) : (
            <Periods key={spec.field} spec={spec} range={spec.days} values={valuesOf(filters, spec.field)} onValues={set} onAsk={ask} />
          )}
        </Menu.Dropdown>
      </Menu>
      {asking === null || spec === undefined ? null : asking !== "older" && asking !== "span" ? (
        <ValueForm
          title={spec.label} asks={asking} word={valuesOf(filters, spec.field).find((one) => one !== "")} onClose={() => setAsking(null)}
          onWord={(word) => {
            setAsking(null);
            set([word]);
          }}
        />
      ) : (
        <DaysForm
          title={spec.label} asking={asking} word={valuesOf(filters, spec.field)[0]} onClose={() => setAsking(null)}
          onWord={(word) => {
            setAsking(null);
            set([word]);
          }}
        />
      )}
    </div>
  );
}

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The names of a field's values. */
function useNames(kind: ListKind, spec: FilterSpec) {
  const { t } = useTranslation("custom");
  const known = spec.listed ?? (spec.words === undefined ? undefined : Object.entries(spec.words));
  const isPeriod = spec.days !== undefined;
  const isAsked = spec.asks !== undefined;
  const asked = useAskedWords(spec.asks);
  const { data } = useQuery({ ...tableQueries.choices(kind, spec.field), enabled: known === undefined && !isPeriod && !isAsked });
  const period = useDayWords(spec.days ?? "behind", spec.empty);
  const options = known === undefined
    ? (data ?? []).map(({ value, label, count }) => ({ value, label: label ?? spec.names?.[value] ?? value, count }))
    : known.map(([value, label]) => ({ value, label, count: null }));
  const nameOf = (value: string): string => {
    if (isPeriod) return period.nameOf(value);
    if (value === "") return spec.empty ?? value;
    if (isAsked) return asked(value);
    // A tag or a choice that a kept view names may be gone.
    return options.find((one) => one.value === value)?.label ?? spec.names?.[value] ?? (IS_ID.test(value) ? t("goneValue") : value);
  };
  return { options, nameOf, loaded: known !== undefined || isPeriod || isAsked || data !== undefined };
}

type ChipProps = { kind: ListKind; spec: FilterSpec; values: readonly string[]; onOpen: () => void; onRemove: () => void };

function Chip({ kind, spec, values, onOpen, onRemove }: ChipProps) {
  const { t } = useTranslation("table");
  const { nameOf, loaded } = useNames(kind, spec);
  return (
    <span className={css.chip} data-testid={`chip-${spec.field}`}>
      <UnstyledButton className={css.chipWords} onClick={onOpen}>
        <IconFilter size={14} aria-hidden />
        <span className={css.quiet}>{spec.label}</span>
        <span className="tl-ellipsis">{loaded ? values.map(nameOf).join(t("and")) : "…"}</span>
      </UnstyledButton>
      <UnstyledButton className={css.remove} onClick={onRemove} aria-label={t("remove", { field: spec.label })} data-testid={`chip-remove-${spec.field}`}><IconX size={14} aria-hidden /></UnstyledButton>
    </span>
  );
}

/** A filter by a field that is no longer there: nothing fits it. */
function GoneChip({ onRemove }: { onRemove: () => void }) {
  const { t } = useTranslation(["table", "custom"]);
  const field = t("custom:goneFilter");
  return (
    <span className={css.chip} data-testid="chip-gone">
      <span className={css.chipWords}><IconFilterOff size={14} aria-hidden /><span className={css.quiet}>{field}</span></span>
      <UnstyledButton className={css.remove} onClick={onRemove} aria-label={t("remove", { field })}><IconX size={14} aria-hidden /></UnstyledButton>
    </span>
  );
}

type ValuesProps = { kind: ListKind; spec: FilterSpec; values: readonly string[]; onValues: (values: string[]) => void };

function Values({ kind, spec, values, onValues }: ValuesProps) {
  const { t } = useTranslation("table");
  const format = useFormat();
  const { options, loaded } = useNames(kind, spec);
  const all = spec.empty === undefined ? options : [...options, { value: "", label: spec.empty, count: null }];
  if (!loaded) return null;
  if (all.length === 0) return <Menu.Label>{t("noValues")}</Menu.Label>;
  const turn = (value: string) => onValues(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  return (
    <Narrowed title={spec.label} all={all} onTake={({ value }) => turn(value)}>
      {({ value, label, count }) => {
        const on = values.includes(value);
        return (
          <Menu.Item
            key={value} role="menuitemcheckbox" aria-checked={on} data-testid="filter-value"
            leftSection={<span className={css.tick}>{on ? <IconCheck size={14} aria-hidden /> : null}</span>}
            rightSection={count === null ? undefined : <span className={css.count}>{format.number(count)}</span>}
            onClick={() => turn(value)}
          >
            {label}
          </Menu.Item>
        );
      }}
    </Narrowed>
  );
}

type AskedProps = { spec: FilterSpec; asks: Asks; values: readonly string[]; onValues: (values: string[]) => void; onAsk: (what: Asks) => void };

/** What is asked for in a window of its own, and the rows that hold nothing. */
function Asked({ spec, asks, values, onValues, onAsk }: AskedProps) {
  const { t } = useTranslation("custom");
  const nameOf = useAskedWords(asks);
  const own = values.filter((value) => value !== "");
  const options = [...own.map((value) => ({ value, label: nameOf(value) })), ...(spec.empty === undefined ? [] : [{ value: "", label: spec.empty }])];
  return (
    <FirstFocused>
      <Menu.Label>{spec.label}</Menu.Label>
      <Menu.Item leftSection={<span className={css.tick} />} onClick={() => onAsk(asks)} data-testid="filter-ask">{t(`ask.${asks}`)}</Menu.Item>
      {options.map(({ value, label }) => {
        const on = values.includes(value);
        return (
          <Menu.Item
            key={value} role="menuitemradio" aria-checked={on} data-testid="filter-value" data-value={value}
            leftSection={<span className={css.tick}>{on ? <IconCheck size={14} aria-hidden /> : null}</span>} onClick={() => onValues(on ? [] : [value])}
          >
            {label}
          </Menu.Item>
        );
      })}
    </FirstFocused>
  );
}

type PeriodsProps = { spec: FilterSpec; range: DayRange; values: readonly string[]; onValues: (values: string[]) => void; onAsk: (what: "older" | "span") => void };

/** One period at a time; two of them are asked for in a window of their own. */
function Periods({ spec, range, values, onValues, onAsk }: PeriodsProps) {
  const { t } = useTranslation("table");
  const { words, nameOf } = useDayWords(range, spec.empty);
  const own = values.filter((value) => !words.includes(value));
  return (
    <FirstFocused>
      <Menu.Label>{spec.label}</Menu.Label>
      {[...words, ...own].map((word) => {
        const on = values.includes(word);
        return (
          <Menu.Item
            key={word} role="menuitemradio" aria-checked={on} data-testid="filter-value" data-value={word}
            leftSection={<span className={css.tick}>{on ? <IconCheck size={14} aria-hidden /> : null}</span>} onClick={() => onValues(on ? [] : [word])}
          >
            {nameOf(word)}
          </Menu.Item>
        );
      })}
      <Menu.Divider />
      {range !== "ahead" ? <Menu.Item onClick={() => onAsk("older")} data-testid="days-ask-older">{t("period.olderAsk")}</Menu.Item> : null}
      <Menu.Item onClick={() => onAsk("span")} data-testid="days-ask-span">{t("period.spanAsk")}</Menu.Item>
    </FirstFocused>
  );
}

/** More than are taken in at a glance. */
const MANY = 12;

type NarrowedProps<One> = { title?: string; all: readonly One[]; onTake: (one: One) => void; children: (one: One) => React.ReactNode };

/** Entries that typing narrows where there are many; Enter takes the first that is left. */
function Narrowed<One extends { label: string }>({ title, all, onTake, children }: NarrowedProps<One>) {
  const { t } = useTranslation("table");
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLowerCase();
  const left = all.filter(({ label }) => label.toLowerCase().includes(wanted));
  return (
    <FirstFocused>
      {title === undefined ? null : <Menu.Label>{title}</Menu.Label>}
      {all.length <= MANY ? null : (
        <TextInput
          className={css.find ?? ""} value={typed} placeholder={t("find")} aria-label={t("find")} data-testid="filter-find"
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || isComposing(event.nativeEvent)) return;
            event.preventDefault();
            if (left[0] !== undefined) onTake(left[0]);
          }}
        />
      )}
      {left.map(children)}
      {left.length === 0 ? <Menu.Label>{t("noneSuch")}</Menu.Label> : null}
    </FirstFocused>
  );
}

/** A page of a menu takes the focus when it comes in place of another. */
function FirstFocused({ children }: { children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The menu moves the focus itself while it opens; this comes after.
    const timer = setTimeout(() => box.current?.querySelector<HTMLElement>('input, [role^="menuitem"]')?.focus(), 0);
    return () => clearTimeout(timer);
  }, []);
  return <div ref={box}>{children}</div>;
}
