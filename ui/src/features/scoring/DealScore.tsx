// The score on a deal's record: two signs, and on opening the lines that add up to them.
import { Modal } from "@mantine/core";
import { IconGauge } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DealGlance, ScoreView } from "../../ipc/bindings.gen";
import { useFormat } from "../../shared/format/useFormat";
import { type Action, useActions } from "../../shared/keys/actions";
import { StripCell } from "../../shared/record/Record";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { Loading } from "../../shared/ui/Loading";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { scoringQueries } from "./queries";
import { useEngagementWords, useFitWords } from "./ruleWords";
import css from "./scoring.module.css";

export function DealScore({ deal: { id, name } }: { deal: DealGlance }) {
  const { t } = useTranslation(["scoring", "common"]);
  const [open, setOpen] = useState(false);
  const { data, error } = useQuery(scoringQueries.explain(id));
  const show: Action = { id: "record.score", icon: IconGauge, run: () => setOpen(true) };
  useActions([show]);
  const close = () => setOpen(false);
  const unknown = t("common:state.unknown");
  const words = data === undefined ? "" : data.scored ? t("deal.value", { fit: data.fit ?? unknown, level: data.level ?? unknown }) : t("deal.none");
  return (
    <>
      <StripCell
        label={t("deal.label")}
        testId="deal-score"
        value={<button type="button" className={css.chip} onClick={show.run} data-testid="score-open">{words}</button>}
        note={<ShortcutKeys id="record.score" />}
      />
      <Modal opened={open} onClose={close} title={t("deal.title", { name })} size={620} yOffset={72} closeButtonProps={{ "aria-label": t("common:do.close") }}>
        {data === undefined ? (error === null ? <Loading rows={5} /> : <ErrorNote error={error} />) : data.scored ? <Lines score={data} /> : <p>{t("deal.unscored")} <Link to="/settings/$section" params={{ section: "scoring" }}>{t("page.rules")}</Link></p>}
      </Modal>
    </>
  );
}

const signed = (points: number) => (points > 0 ? `+${points}` : String(points).replace("-", "−"));

function Lines({ score }: { score: ScoreView }) {
  const { t } = useTranslation(["scoring", "common"]);
  const f = useFormat();
  const fitWords = useFitWords();
  const engagementWords = useEngagementWords();
  return (
    <div data-testid="score-lines">
      <section aria-label={t("fit")}>
        <h3 className={css.heading}>{t("lines.fit", { grade: score.fit ?? t("common:state.unknown"), points: score.fit_points })}</h3>
        <ul className={css.lines}>
          {score.fit_lines.map(({ rule, name, found, points }, at) => (
            <li key={at} className={css.line} data-testid="fit-line">
              <span className="tl-num">{signed(points)}</span>
              <span>{fitWords(rule, name)}</span>
              <span>{found}</span>
            </li>
          ))}
        </ul>
        <p className={css.note}>{score.fit === null ? t("lines.unknownFit", { known: score.known, asked: score.asked }) : t("lines.known", { known: score.known, asked: score.asked })}</p>
      </section>
      <section aria-label={t("engagement")}>
        <h3 className={css.heading}>{t("lines.engagement", { level: score.level ?? t("common:state.unknown"), points: score.level_points })}</h3>
        <ul className={css.lines}>
          {score.level_lines.map(({ rule, at, points, touchpoint, summary }) => (
            <li key={`${touchpoint}${points}${rule.days}`} className={css.line} data-testid="engagement-line">
              <span className="tl-num">{signed(points)}</span>
              <span>{engagementWords(rule)}{summary === null ? null : <span className={css.quiet}> {summary}</span>}</span>
              <span className="tl-num">{f.dayAt(at)}</span>
            </li>
          ))}
        </ul>
        <p className={css.note}>
          {score.level === null ? t("lines.unknownLevel") : score.until === null ? "" : score.closed ? t("lines.asClosed", { day: f.dayAt(score.until) }) : t("lines.asOf", { day: f.dayAt(score.until) })}
        </p>
      </section>
    </div>
  );
}
