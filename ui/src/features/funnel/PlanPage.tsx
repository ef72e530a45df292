// What a target takes a month, at own rates beside the textbook; the sizes of visited customers; what open deals may
// come to, as a range.
import { Button, NumberInput, SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Plan, PlanNeed, PlanTarget } from "../../ipc/bindings.gen";
import { usePlace } from "../../shared/format/useFormat";
import { minorDigits } from "../../shared/format/numbers";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { PageHead } from "../../shared/ui/PageHead";
import { useToast } from "../../shared/ui/toast";
import { Forecasts } from "./Forecasts";
import css from "./funnel.module.css";
import { funnelQueries, useSetTarget } from "./queries";
import { useFunnelWords } from "./words";

export function PlanPage({ views }: { views: React.ReactNode }) {
  const { t, f } = useFunnelWords();
  const { today } = usePlace();
  const [pipeline, setPipeline] = useState<string | null>(null);
  const { data, error } = useQuery(funnelQueries.plan(pipeline, today));
  return (
    <div className={css.page}>
      <PageHead title={t("plan.title")} note={data === undefined ? undefined : t("plan.day", { day: f.day(data.day) })}>{views}</PageHead>
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (error === null ? <Loading rows={8} height={44} /> : null) : (
        <div className={css.body} data-testid="plan">
          {data.pipelines.length > 1 ? (
            <Select className={css.choice ?? ""} aria-label={t("tools.pipeline")} allowDeselect={false} value={data.pipeline.id} data={data.pipelines.map(({ id, name }) => ({ value: id, label: name }))} onChange={setPipeline} />
          ) : null}
          <Target key={JSON.stringify(data.target)} plan={data} />
          <Needs plan={data} />
          <Sizes plan={data} />
          <Forecasts forecasts={data.forecasts} />
        </div>
      )}
    </div>
  );
}

/** A target as one kind and one size. */
const kindOf = (target: PlanTarget) => (target.deals === undefined ? "revenue" : "deals");

function Target({ plan }: { plan: Plan }) {
  const { t, f } = useFunnelWords();
  const { currency: own } = usePlace();
  const toast = useToast();
  const save = useSetTarget();
  const { target, deals, mean, mean_of: of } = plan;
  const [kind, setKind] = useState<"deals" | "revenue">(kindOf(target));
  const currency = target.revenue?.currency ?? own;
  const scale = 10 ** minorDigits(currency);
  const kept = target.deals ?? (target.revenue?.minor ?? 0) / scale;
  const [size, setSize] = useState<number | "">(kept);
  const typed: PlanTarget | null = size === "" || size <= 0 ? null : kind === "deals" ? { deals: Math.round(size) } : { revenue: { minor: Math.round(size * scale), currency } };
  const turn = (next: string) => {
    setKind(next === "revenue" ? "revenue" : "deals");
    setSize(next === kindOf(target) ? kept : "");
  };
  return (
    <section aria-labelledby="plan-target" className={css.panel}>
      <header className={css.panelHead}><h2 id="plan-target">{t("plan.target")}</h2></header>
      <form
        className={css.target}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== null) save.mutate(typed, { onSuccess: ({ action }) => toast.say(t("plan.saved"), [action]), onError: toast.fail });
        }}
      >
        <SegmentedControl value={kind} onChange={turn} aria-label={t("plan.kind")} data={[{ value: "deals", label: t("plan.deals") }, { value: "revenue", label: t("plan.revenue") }]} data-testid="plan-kind" />
        <NumberInput className={css.number ?? ""} aria-label={kind === "deals" ? t("plan.deals") : t("plan.revenueIn", { currency })} min={0} allowNegative={false} allowDecimal={kind === "revenue"} thousandSeparator="," value={size} onChange={(value) => setSize(value === "" ? "" : Number(value))} rightSection={kind === "revenue" ? <span className={css.quiet}>{currency}</span> : undefined} rightSectionWidth={48} data-testid="plan-size" />
        <Button type="submit" variant="filled" disabled={typed === null || JSON.stringify(typed) === JSON.stringify(target)} loading={save.isPending} data-testid="plan-save">{t("plan.set")}</Button>
      </form>
      {kindOf(target) === "revenue" ? <p className={css.note}>{deals === null || mean === null ? t("plan.noMean") : t("plan.mean", { deals: tenth(deals), mean: f.money(mean), count: of })}</p> : null}
    </section>
  );
}

/** One decimal, and none where it says nothing: 4.4, 15. */
const tenth = (value: number): string => String(value >= 20 ? Math.round(value) : Math.round(value * 10) / 10);

function Needs({ plan }: { plan: Plan }) {
  const { t, share } = useFunnelWords();
  const needs = [["leads", plan.leads], ["visits", plan.visits], ["quotes", plan.quotes]] as const;
  const each = (need: PlanNeed) => {
    const all = need.own ?? need.textbook;
    return all === null || plan.members === 0 ? "–" : tenth(all / plan.members);
  };
  const own = ({ own: value, low, high }: PlanNeed) => {
    if (value === null) return null;
    return low === null || high === null ? tenth(value) : `${tenth(value)} (${tenth(low)}–${tenth(high)})`;
  };
  return (
    <section aria-labelledby="plan-needs" className={css.panel}>
      <header className={css.panelHead}>
        <h2 id="plan-needs">{t("plan.needs")}</h2>
        <span className={css.quiet}>{t("plan.members", { count: plan.members })}</span>
      </header>
      <table className={css.table} data-testid="plan-needs">
        <thead>
          <tr>
            <th scope="col">{t("plan.aMonth")}</th>
            <th scope="col" data-right>{t("plan.own")}</th>
            <th scope="col" data-right>{t("plan.textbook")}</th>
            <th scope="col" data-right>{t("plan.each")}</th>
            <th scope="col" data-right>{t("plan.rate")}</th>
          </tr>
        </thead>
        <tbody>
          {needs.map(([what, need]) => (
            <tr key={what}>
              <th scope="row">{t(`plan.${what}`)}</th>
              <td data-right>{own(need) ?? <span className={css.quiet}>{t(need.rate === null ? "plan.noStage" : need.textbook === null ? "plan.few" : "plan.fewTextbook")}</span>}</td>
              <td data-right>{need.textbook === null ? "–" : tenth(need.textbook)}</td>
              <td data-right>{each(need)}</td>
              <td data-right>{need.rate === null ? "–" : share(need.rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.note}>{t("plan.how")}</p>
    </section>
  );
}

function Sizes({ plan }: { plan: Plan }) {
  const { t, share } = useFunnelWords();
  return (
    <section aria-labelledby="plan-sizes" className={css.panel}>
      <header className={css.panelHead}>
        <h2 id="plan-sizes">{t("plan.sizes")}</h2>
        {plan.size_unknown === 0 ? null : <span className={css.quiet}>{t("plan.sizeUnknown", { count: plan.size_unknown })}</span>}
      </header>
      <table className={css.table} data-testid="plan-sizes">
        <thead>
          <tr>
            <th scope="col">{t("by.size")}</th>
            <th scope="col" data-right>{t("plan.visited")}</th>
            <th scope="col" data-right>{t("plan.share")}</th>
            <th scope="col" data-right>{t("plan.textbook")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.sizes.map(({ size, share: of, textbook }) => (
            <tr key={size}>
              <th scope="row">{t(`size.${size === "small" ? "small" : size === "medium" ? "medium" : "large"}`)}</th>
              <td data-right>{of.k}</td>
              <td data-right>{share(of)}</td>
              <td data-right>{`${textbook}%`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
