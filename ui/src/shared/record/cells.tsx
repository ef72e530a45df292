// Cells of the strip that several records share: the next step and the deal.
import { useTranslation } from "react-i18next";
import type { DealGlance, NextStep } from "../../ipc/bindings.gen";
import { useFormat } from "../format/useFormat";
import { Absent, StripCell } from "./Record";
import css from "./record.module.css";

export function NextCell({ next, empty }: { next: NextStep | null; empty?: React.ReactNode }) {
  const { t } = useTranslation("record");
  const format = useFormat();
  if (next === null) {
    return <StripCell label={t("strip.next")} testId="strip-next" value={<Absent>{t("strip.noNext")}</Absent>} note={empty ?? t("strip.plan")} />;
  }
  const late = next.days_late > 0;
  const hour = next.due_at === null ? "" : ` ${format.time(next.due_at)}`;
  return (
    <StripCell
      label={t("strip.next")}
      testId="strip-next"
      value={<span className="tl-ellipsis" title={next.title}>{next.title}</span>}
      note={
        late ? (
          <>
            <span className={css.late}>{format.late(next.days_late)}</span>
            {t("strip.was", { when: format.longDay(next.due_on) })}
          </>
        ) : (
          `${format.longDay(next.due_on)}${hour}`
        )
      }
    />
  );
}

const isOpen = ({ stage_kind }: DealGlance) => stage_kind !== "won" && stage_kind !== "lost";

/** The open deal, or how many there are; `link` wraps the words in a way to it. */
export function DealCell({ deals, link }: { deals: readonly DealGlance[]; link: (id: string, words: React.ReactNode) => React.ReactNode }) {
  const { t } = useTranslation("record");
  const format = useFormat();
  const open = deals.filter(isOpen);
  const [deal] = open;
  if (!deal) return <StripCell label={t("strip.deal")} value={<Absent>{t("strip.noDeal")}</Absent>} />;
  const more = open.length > 1 ? t("strip.moreDeals", { count: open.length - 1 }) : "";
  return (
    <StripCell
      label={t("strip.deal")}
      value={
        <>
          {link(deal.id, deal.name)}
          {deal.amount ? <span className={`${css.amount} tl-num`}>{format.money(deal.amount)}</span> : <Absent>{t("details.unknownAmount")}</Absent>}
        </>
      }
      note={[stageWords(deal, t), more].filter(Boolean).join(" · ")}
    />
  );
}

export function stageWords(deal: Pick<DealGlance, "stage" | "days_in_stage" | "stale_after">, t: ReturnType<typeof useTranslation<"record">>["t"]): string {
  if (deal.days_in_stage === null) return deal.stage;
  const said = { stage: deal.stage, count: deal.days_in_stage };
  return deal.stale_after === null ? t("strip.stageDays", said) : t("strip.stageLimit", { ...said, limit: deal.stale_after });
}
