// Rules in words: which fields there are, how each compares, and what a rule says.
import { useTranslation } from "react-i18next";
import type { EngagementRule, FieldView, FitField, FitOp, FitRule, ListKind } from "../../ipc/bindings.gen";
import { useOwnFields } from "../../shared/own/queries";

/** How the values of a field are written: typed words, one of few, a number. */
type Written = "words" | "choices" | "number";

/** `list`: the list whose filter knows the values that occur. */
type FieldAbout = { written: Written; list?: { kind: ListKind; field: string } };

const fixed = {
  "organization.industry": { written: "words", list: { kind: "organizations", field: "industry" } },
  "organization.region": { written: "words", list: { kind: "organizations", field: "region" } },
  "organization.grade": { written: "choices" },
  "organization.employees": { written: "number" },
  "person.grade": { written: "choices" },
  "person.title": { written: "words" },
  "person.city": { written: "words", list: { kind: "people", field: "city" } },
  "person.source": { written: "choices", list: { kind: "people", field: "source" } },
  "deal.product": { written: "choices", list: { kind: "deals", field: "product" } },
} as const satisfies Record<Exclude<FitField, "own">, FieldAbout>;

export const grades = ["A", "B", "C", "D"] as const;
const fixedFields = Object.keys(fixed) as (keyof typeof fixed)[];

export function aboutField(rule: FitRule, own: readonly FieldView[]): FieldAbout {
  if (rule.field !== "own") return fixed[rule.field];
  const kind = own.find(({ id }) => id === rule.own)?.kind;
  return { written: kind === "choice" || kind === "choices" || kind === "yes_no" ? "choices" : kind === "number" ? "number" : "words" };
}

export const opsOf = (written: Written): readonly FitOp[] =>
  written === "number" ? ["at_least", "at_most", "filled"] : written === "choices" ? ["is", "is_not", "filled"] : ["contains", "is", "is_not", "filled"];

export function useOwnOfAll(): readonly FieldView[] {
  const people = useOwnFields("people");
  const organizations = useOwnFields("organizations");
  const deals = useOwnFields("deals");
  return [...organizations, ...people, ...deals].filter(({ retired }) => !retired);
}

/** What a rule may look at, for a choice: our fields, then the team's own. */
export function useFieldOptions(own: readonly FieldView[]): { value: string; label: string }[] {
  const { t } = useTranslation("scoring");
  return [
    ...fixedFields.map((field) => ({ value: field as string, label: t(`field.${field.replace(".", "_") as "organization_industry"}`) })),
    ...own.map(({ id, name, noun }) => ({ value: `own:${id}`, label: t("field.own", { of: t(`of.${noun}`), name }) })),
  ];
}

/** "Call, they did, interested; within 30 days, at most 1 a day". */
export function useEngagementWords(): (rule: EngagementRule) => string {
  const { t } = useTranslation(["scoring", "common"]);
  return ({ taking, channel, direction, outcome, days, per_day, once }) =>
    [
      channel === null ? t(`taking.${taking}`) : t("touchOf", { channel: t(`common:channel.${channel}`), taking: t(`taking.${taking}`) }),
      direction === null ? null : t(`direction.${direction}`),
      outcome === null ? null : t(`common:outcome.${outcome}`),
      t("within", { count: days }),
      once ? t("once") : per_day === null ? null : t("perDay", { count: per_day }),
    ].filter((part) => part !== null).join(t("between"));
}

export function useFitWords(): (rule: FitRule, name: string | null) => string {
  const { t } = useTranslation("scoring");
  return ({ field }, name) => (field === "own" ? (name ?? "") : t(`field.${field.replace(".", "_") as "organization_industry"}`));
}
