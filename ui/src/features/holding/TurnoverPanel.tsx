// Settings: turnover rules, who may take which grades, how often and how soon again, and the pools beside the
// common one.
import { Button, MultiSelect, NumberInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HoldingSettings, PoolView, RuleView } from "../../ipc/bindings.gen";
import { type Action, useActions } from "../../shared/keys/actions";
import { ActionButton } from "../../shared/ui/ActionButton";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import css from "./holding.module.css";
import { PoolForm } from "./PoolForm";
import { holdingQueries, useArchivePool, useDeleteRule, useSetHolding, useStopRule } from "./queries";
import { RuleForm } from "./RuleForm";

const GRADES = ["A", "B", "C", "D"] as const;

export function TurnoverPanel() {
  const { t } = useTranslation("holding");
  const { data: rules, error } = useQuery(holdingQueries.rules());
  const [open, setOpen] = useState<RuleView | "new" | null>(null);
  const add: Action = { id: "settings.newRule", icon: IconPlus, run: () => setOpen("new") };
  useActions([add]);
  return (
    <div data-testid="turnover">
      <header className={css.sub}><h2 id="settings-title" className={css.grow}>{t("rules.title")}</h2><ActionButton action={add} variant="filled" testId="rule-new" /></header>
      <p className={css.quiet}>{t("rules.note")}</p>
      {error === null ? null : <ErrorNote error={error} />}
      {rules === undefined ? (error === null ? <Loading rows={2} /> : null) : rules.length === 0 ? <p className={css.quiet}>{t("rules.none")}</p> : (
        <ul className={css.cards}>{rules.map((rule) => <RuleLine key={rule.id} rule={rule} onOpen={() => setOpen(rule)} />)}</ul>
      )}
      <Matching />
      <Pools />
      {open === null ? null : <RuleForm rule={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function RuleLine({ rule, onOpen }: { rule: RuleView; onOpen: () => void }) {
  const { t } = useTranslation("holding");
  const toast = useToast();
  const stop = useStopRule();
  const remove = useDeleteRule();
  const { id, name, held_days, silent_days, warn_days, active } = rule;
  const about = [
    held_days === null ? null : t("rules.held", { count: held_days }),
    silent_days === null ? null : t("rules.silent", { count: silent_days }),
    t("rules.warns", { count: warn_days }),
  ].filter(Boolean).join(" · ");
  if (id === null) return null;
  return (
    <li data-testid="rule-row">
      <strong>{name}</strong>
      <span className={`${css.quiet} ${css.grow}`}>{about}</span>
      <Tag tone={active ? "accent" : "plain"}>{t(active ? "rules.runs" : "rules.stopped")}</Tag>
      <Button variant="default" onClick={onOpen} data-testid="rule-edit">{t("rules.edit")}</Button>
      {active ? <Button variant="subtle" onClick={() => stop.mutate(id, { onSuccess: ({ action }) => toast.say(t("rules.saidStopped", { name }), [action]), onError: toast.fail })}>{t("rules.stop")}</Button> : null}
      <Button variant="subtle" onClick={() => remove.mutate(id, { onSuccess: ({ action }) => toast.say(t("rules.saidDeleted", { name }), [action]), onError: toast.fail })}>{t("rules.delete")}</Button>
    </li>
  );
}

function Matching() {
  const { t } = useTranslation(["holding", "settings"]);
  const { data } = useQuery(holdingQueries.settings());
  return (
    <>
      <h3 className={css.sub}>{t("matching.title")}</h3>
      <p className={css.note}>{t("matching.note")}</p>
      {data === undefined ? <Loading rows={2} /> : <MatchingForm key={JSON.stringify(data)} settings={data} />}
    </>
  );
}

function MatchingForm({ settings }: { settings: HoldingSettings }) {
  const { t } = useTranslation(["holding", "common"]);
  const toast = useToast();
  const set = useSetHolding();
  const [now, setNow] = useState(settings);
  const changed = JSON.stringify(now) !== JSON.stringify(settings);
  const grades = (one: "senior" | "junior") => (
    <MultiSelect label={t(`matching.${one}`)} data={[...GRADES]} value={now[one]} onChange={(chosen) => setNow({ ...now, [one]: GRADES.filter((grade) => chosen.includes(grade)) })} data-testid={`matching-${one}`} />
  );
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate(now, { onSuccess: ({ action }) => toast.say(t("matching.saved"), [action]), onError: toast.fail });
      }}
    >
      <div className={css.pair}>{grades("senior")}{grades("junior")}</div>
      <div className={css.pair}>
        <NumberInput label={t("matching.quarantine")} min={0} max={366} allowDecimal={false} value={now.quarantine_days} onChange={(days) => setNow({ ...now, quarantine_days: Number(days) })} />
        <NumberInput label={t("matching.claims")} min={0} max={10_000} allowDecimal={false} value={now.claims_a_day} onChange={(claims) => setNow({ ...now, claims_a_day: Number(claims) })} />
      </div>
      {changed ? <div className={css.buttons}><Button type="submit" variant="filled" loading={set.isPending} data-testid="matching-save">{t("common:do.save")}</Button></div> : null}
    </form>
  );
}

function Pools() {
  const { t } = useTranslation("holding");
  const { data: pools = [] } = useQuery(holdingQueries.pools());
  const { data: members = [] } = useQuery(holdingQueries.members());
  const [open, setOpen] = useState<PoolView | "new" | null>(null);
  const toast = useToast();
  const archive = useArchivePool();
  const names = (ids: readonly string[]) => ids.map((one) => members.find(({ id }) => id === one)?.name ?? "").filter(Boolean).join(t("and"));
  return (
    <>
      <h3 className={css.sub}><span className={css.grow}>{t("pools.title")}</span><Button onClick={() => setOpen("new")} data-testid="pool-new">{t("pools.new")}</Button></h3>
      <p className={css.note}>{t("pools.note")}</p>
      <ul className={css.cards}>
        {pools.map((pool) => (
          <li key={pool.id}>
            <strong>{pool.name}</strong>
            <span className={`${css.quiet} ${css.grow} tl-ellipsis`}>{[names(pool.members), t("pools.deals", { count: pool.deals })].filter(Boolean).join(" · ")}</span>
            <Button variant="default" onClick={() => setOpen(pool)}>{t("rules.edit")}</Button>
            <Button variant="subtle" onClick={() => archive.mutate(pool.id, { onSuccess: ({ action }) => toast.say(t("pools.away", { name: pool.name }), [action]), onError: toast.fail })}>{t("pools.archive")}</Button>
          </li>
        ))}
      </ul>
      {open === null ? null : <PoolForm pool={open === "new" ? null : open} members={members} onClose={() => setOpen(null)} />}
    </>
  );
}
