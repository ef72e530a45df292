// This week beside last week up to the same weekday, as a strip under the queue. Each figure opens the
// rows behind it. What is counted and how is core's; nothing here adds anything up.
import { ActionIcon, Tooltip, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Beside, Signed, Week as WeekData, WeekFigure, WeekRowsInput } from "../../ipc/bindings.gen";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { useStored } from "../../shared/hooks/useStored";
import { useActions } from "../../shared/keys/actions";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { todayQueries } from "./queries";
import css from "./Week.module.css";
import { WeekRows } from "./WeekRows";

export type Asked = WeekRowsInput & { name: string | null };

export function Week() {
  const { t } = useTranslation("week");
  const f = useFormat();
  const { today } = usePlace();
  const [shown, setShown] = useStored("today.week", "open", ["open", "closed"]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data: week, error } = useQuery(todayQueries.week(today));
  const toggle = () => setShown(shown === "open" ? "closed" : "open");
  useActions([{ id: "today.week", run: toggle }]);
  if (week === undefined) return error === null ? null : <div className={css.week}><ErrorNote error={error} /></div>;
  const Arrow = shown === "open" ? IconChevronDown : IconChevronUp;
  return (
    <section className={css.week} aria-label={t("title")} data-testid="week">
      <header className={css.head}>
        <h2>{t("title")}</h2>
        <span className={css.note}>{t("span", { from: f.day(week.from_on), to: f.day(week.to_on) })}</span>
        <span className={css.right}>
          <ShortcutKeys id="today.week" />
          <Tooltip label={t("action.toggle")}>
            <ActionIcon variant="subtle" aria-label={t("action.toggle")} aria-expanded={shown === "open"} onClick={toggle} data-testid="week-toggle">
              <Arrow size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </span>
      </header>
      {shown === "open" ? <Figures week={week} onAsk={setAsked} /> : null}
      {asked === null ? null : <WeekRows week={week} asked={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function Figures({ week, onAsk }: { week: WeekData; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation("week");
  const f = useFormat();
  const ask = (figure: WeekFigure) => () => onAsk({ figure, tag: null, name: null });
  const counted = (figure: WeekFigure, { now, before }: Beside) => (
    <Figure figure={figure} value={f.number(now)} note={t("before", { value: f.number(before) })} onOpen={ask(figure)} />
  );
  const sums = ({ sum, deals }: Signed) => (deals === 0 ? t("nothing") : sum.map(f.money).join(" + "));
  const { signed, signed_before: before } = week;
  const unknown = signed.unknown > 0 ? t("unknown", { count: signed.unknown }) : null;
  return (
    <div className={css.figures}>
      {counted("conversations", week.conversations)}
      {counted("leads", week.leads)}
      {counted("moves", week.moves)}
      <Figure
        figure="signed"
        value={signed.sum.length === 0 && unknown !== null ? unknown : sums(signed)}
        note={[signed.sum.length > 0 ? unknown : null, t("before", { value: sums(before) || t("unknown", { count: before.unknown }) })].filter(Boolean).join(" · ")}
        onOpen={ask("signed")}
      />
      <div className={css.cared}>
        <div className={css.label}>{t("figure.cared")}</div>
        {week.cared.length === 0 ? <div className={css.quiet}>{t("unheard")}</div> : (
          <>
            <div className={css.tags}>
              {week.cared.map(({ tag, name, people }) => (
                <Tooltip key={tag} label={`${t("people", { count: people.now })}, ${t("before", { value: t("people", { count: people.before }) })}`}>
                  <UnstyledButton className={css.tag} data-testid="week-tag" onClick={() => onAsk({ figure: "cared", tag, name })}>
                    {name}
                    <span>{t("voices", { count: people.now })}</span>
                  </UnstyledButton>
                </Tooltip>
              ))}
            </div>
            <div className={css.under}>{t("heard", { count: week.heard })}</div>
          </>
        )}
      </div>
    </div>
  );
}

function Figure({ figure, value, note, onOpen }: { figure: WeekFigure; value: string; note: string; onOpen: () => void }) {
  const { t } = useTranslation("week");
  const label = t(`figure.${figure}`);
  return (
    <UnstyledButton className={css.figure} onClick={onOpen} data-testid={`week-${figure}`} aria-label={`${label} ${value}, ${note}`} title={t("open", { figure: label })}>
      <span className={css.label}>{label}</span>
      <span className={css.value}>{value}</span>
      <span className={css.under}>{note}</span>
    </UnstyledButton>
  );
}
