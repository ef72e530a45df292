// The rules of scores. Nothing is scored until somebody saves rules, and before they are saved they are tried on
// everything written down so far.
import { Button, Modal } from "@mantine/core";
import { IconGauge, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScoreRules } from "../../ipc/bindings.gen";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import { EngagementRow } from "./EngagementRow";
import { FitRow } from "./FitRow";
import { Grid } from "./Grid";
import { scoringQueries, useSaveRules } from "./queries";
import { Steps } from "./Steps";
import css from "./scoring.module.css";

export function ScoringPanel() {
  const { t } = useTranslation("scoring");
  const { data: rules, error } = useQuery(scoringQueries.rules());
  const { data: suggested } = useQuery(scoringQueries.suggested());
  const [begun, setBegun] = useState<ScoreRules | null>(null);
  if (rules === undefined || suggested === undefined) return error === null ? <Loading rows={8} /> : <ErrorNote error={error} />;
  const first = begun ?? rules;
  if (first === null)
    return (
      <EmptyState icon={IconGauge} title={t("empty.title")} text={t("empty.text")}>
        <Button variant="filled" onClick={() => setBegun(suggested)} data-testid="scoring-begin">{t("empty.begin")}</Button>
        <Button onClick={() => setBegun({ ...suggested, fit: [], engagement: [] })}>{t("empty.blank")}</Button>
      </EmptyState>
    );
  return <Editor key={begun === null ? "saved" : "begun"} first={first} onSaved={() => setBegun(null)} />;
}

/** Rules as they are edited: each keeps its place on screen, whatever stands before it is removed. */
type Kept<Rule> = { key: number; rule: Rule };
const kept = <Rule,>(rules: readonly Rule[]): Kept<Rule>[] => rules.map((rule, key) => ({ key, rule }));
const rulesOf = <Rule,>(rows: readonly Kept<Rule>[]): Rule[] => rows.map(({ rule }) => rule);
const added = <Rule,>(rows: readonly Kept<Rule>[], rule: Rule): Kept<Rule>[] => [...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, rule }];
const put = <Rule,>(rows: readonly Kept<Rule>[], at: number, rule: Rule | null): Kept<Rule>[] => rows.flatMap((row) => (row.key !== at ? [row] : rule === null ? [] : [{ key: at, rule }]));

function Editor({ first, onSaved }: { first: ScoreRules; onSaved: () => void }) {
  const { t } = useTranslation(["scoring", "common"]);
  const [fit, setFit] = useState(() => kept(first.fit));
  const [engagement, setEngagement] = useState(() => kept(first.engagement));
  const [grades, setGrades] = useState(first.grades);
  const [levels, setLevels] = useState(first.levels);
  const [trying, setTrying] = useState<ScoreRules | null>(null);
  const now = (): ScoreRules => ({ fit: rulesOf(fit), engagement: rulesOf(engagement), grades, levels });
  return (
    <>
      <section className={css.part} aria-label={t("fit")}>
        <h3>{t("fit")}</h3>
        <p className={css.note}>{t("rules.fitNote")}</p>
        <ul className={css.rules}>
          {fit.map(({ key, rule }) => <li key={key} data-testid="fit-rule"><FitRow rule={rule} onChange={(next) => setFit(put(fit, key, next))} onRemove={() => setFit(put(fit, key, null))} /></li>)}
        </ul>
        <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setFit(added(fit, { field: "organization.industry", own: null, op: "is", values: [], points: 10 }))} data-testid="fit-add">{t("rules.addFit")}</Button>
        <Steps
          label={t("rules.grades")}
          steps={[{ name: "A", from: grades.a }, { name: "B", from: grades.b }, { name: "C", from: grades.c }]}
          onChange={([a = 0, b = 0, c = 0]) => setGrades({ a, b, c })}
        />
      </section>
      <section className={css.part} aria-label={t("engagement")}>
        <h3>{t("engagement")}</h3>
        <p className={css.note}>{t("rules.engagementNote")}</p>
        <ul className={css.rules}>
          {engagement.map(({ key, rule }) => <li key={key} data-testid="engagement-rule"><EngagementRow rule={rule} onChange={(next) => setEngagement(put(engagement, key, next))} onRemove={() => setEngagement(put(engagement, key, null))} /></li>)}
        </ul>
        <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEngagement(added(engagement, { taking: "real", channel: null, direction: null, outcome: null, days: 30, points: 10, per_day: 1, once: false }))} data-testid="engagement-add">{t("rules.addEngagement")}</Button>
        <Steps
          label={t("rules.levels")}
          steps={[{ name: "4", from: levels.four }, { name: "3", from: levels.three }, { name: "2", from: levels.two }]}
          onChange={([four = 0, three = 0, two = 0]) => setLevels({ four, three, two })}
        />
      </section>
      <div className={css.buttons}>
        <Button variant="filled" onClick={() => setTrying(now())} data-testid="scoring-try">{t("rules.try")}</Button>
      </div>
      {trying === null ? null : <DryRun rules={trying} onClose={() => setTrying(null)} onSaved={onSaved} />}
    </>
  );
}

function DryRun({ rules, onClose, onSaved }: { rules: ScoreRules; onClose: () => void; onSaved: () => void }) {
  const { t } = useTranslation(["scoring", "common"]);
  const toast = useToast();
  const { data, error } = useQuery(scoringQueries.simulate(rules));
  const save = useSaveRules();
  const run = () =>
    save.mutate(rules, {
      onSuccess: ({ action }) => {
        onClose();
        onSaved();
        toast.say(t("rules.saved"), [action]);
      },
    });
  const refused = error ?? save.error;
  return (
    <Modal opened onClose={onClose} title={t("rules.dryRun")} size={900} yOffset={56} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      {data === undefined ? (error === null ? <Loading rows={5} height={56} /> : null) : <Grid grid={data} />}
      {refused === null ? null : <ErrorNote error={refused} />}
      <div className={css.buttons}>
        <Button onClick={onClose}>{t("rules.back")}</Button>
        <Button variant="filled" disabled={data === undefined} loading={save.isPending} onClick={run} data-testid="scoring-save">{t("rules.save")}</Button>
      </div>
    </Modal>
  );
}
