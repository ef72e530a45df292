// One deal on the board: who, how much, how far, and in its foot what happens next.
import { IconAlertTriangleFilled, IconCalendarEvent, IconCalendarOff, IconHourglassHigh } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DealCard as Deal } from "../../ipc/bindings.gen";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { Left } from "../../shared/record/Left";
import { Initials } from "../../shared/ui/Initials";
import { ScoreTag } from "../../shared/ui/ScoreTag";
import { cardSecond, cardTitle, daysLeft, nextTone } from "./board";
import css from "./pipeline.module.css";

const SOON = 5;
const USUAL = { from: 9, to: 15 };

export function DealFace({ card, closed }: { card: Deal; closed: boolean }) {
  const { t } = useTranslation(["pipeline", "common"]);
  const format = useFormat();
  return (
    <>
      <div className={css.cardBody}>
        <div className={css.cardLine}>
          <strong className="tl-ellipsis" title={cardTitle(card)}>{cardTitle(card)}</strong>
          <ScoreTag score={card.score} />
          {card.holder ? <Initials name={card.holder.name} size={18} /> : null}
        </div>
        <div className={css.cardLine}>
          <span className={css.cardSecond} title={cardSecond(card)}>{cardSecond(card)}</span>
          <span className={`tl-num ${card.amount ? "" : css.quiet}`}>{card.amount ? format.money(card.amount) : t("card.noAmount")}</span>
        </div>
        <div className={`${css.cardLine} ${css.cardNote} tl-num`}>
          <span className="tl-ellipsis">{t("card.touch", { count: card.touch_count, ...USUAL })}</span>
          {card.left?.warned === true ? <Left left={card.left} /> : <StageDays card={card} closed={closed} />}
        </div>
      </div>
      {closed && card.next === null ? null : <NextFoot card={card} />}
    </>
  );
}

function StageDays({ card, closed }: { card: Deal; closed: boolean }) {
  const { t } = useTranslation(["pipeline", "common"]);
  const left = closed ? null : daysLeft(card);
  if (left !== null && left <= SOON) {
    return (
      <span className={css.soon}>
        <IconHourglassHigh size={14} aria-hidden />
        {left >= 0 ? t("card.left", { count: left }) : t("card.over", { count: -left })}
      </span>
    );
  }
  return card.days_in_stage === null ? null : <span>{t("card.days", { count: card.days_in_stage })}</span>;
}

/** "今天 14:00 电话", "逾期 2 天 回访", "没有下一步". */
function useNextWords(): (card: Deal) => string {
  const { t } = useTranslation(["pipeline", "common"]);
  const format = useFormat();
  const { today } = usePlace();
  return ({ next }) => {
    if (next === null) return t("card.none");
    if (next.days_late > 0) return t("card.next", { when: t("card.late", { count: next.days_late }), title: next.title });
    const hour = next.due_at !== null && next.due_on === today;
    return t("card.next", { when: hour ? `${t("common:day.today")} ${format.due(next)}` : format.due(next), title: next.title });
  };
}

function NextFoot({ card }: { card: Deal }) {
  const tone = nextTone(card);
  const words = useNextWords()(card);
  const Icon = { planned: IconCalendarEvent, late: IconAlertTriangleFilled, none: IconCalendarOff }[tone];
  return (
    <div className={css.foot} data-tone={tone}>
      <Icon size={14} aria-hidden />
      <span className="tl-ellipsis" title={words}>{words}</span>
    </div>
  );
}
