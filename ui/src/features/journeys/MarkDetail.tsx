// What one mark stands for, in a popover: the touchpoint's own words first.
import { ActionIcon, Popover } from "@mantine/core";
import { IconChevronLeft, IconChevronRight, IconX } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { FutureStep, JourneyMark } from "../../ipc/bindings.gen";
import { ChannelIcon } from "../../shared/ui/ChannelIcon";
import { Mark } from "../../shared/ui/Mark";
import { Tag } from "../../shared/ui/Tag";
import css from "./journeys.module.css";
import type { JourneyWords } from "./words";

export type Stop = { kind: "mark"; mark: JourneyMark } | { kind: "future"; step: FutureStep };

type Props = {
  stop: Stop;
  words: JourneyWords;
  place: string;
  onClose: () => void;
  onStep: (by: number) => void;
  /** what only the workspace knows: tags, the deal */
  more?: ((touchpoint: string) => React.ReactNode) | undefined;
};

export function MarkDetail({ stop, words, place, onClose, onStep, more }: Props) {
  const { t } = useTranslation("journeys");
  return (
    <section
      className={css.detail}
      data-testid="journey-detail"
      aria-label={stop.kind === "mark" ? markLabel(stop.mark, words, t) : stepLabel(stop.step, words)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        event.preventDefault();
        onStep(event.key === "ArrowLeft" ? -1 : 1);
      }}
    >
      <div className={css.detailHead}>
        <span className="tl-num">{place}</span>
        <span className={css.spring} />
        <ActionIcon onClick={() => onStep(-1)} aria-label={t("mark.previous")}><IconChevronLeft size={16} aria-hidden /></ActionIcon>
        <ActionIcon onClick={() => onStep(1)} aria-label={t("mark.next")}><IconChevronRight size={16} aria-hidden /></ActionIcon>
        <ActionIcon onClick={onClose} aria-label={t("mark.close")} data-autofocus><IconX size={16} aria-hidden /></ActionIcon>
      </div>
      {stop.kind === "mark" ? <MarkBody mark={stop.mark} words={words} more={more} /> : <StepBody step={stop.step} words={words} />}
    </section>
  );
}

function MarkBody({ mark, words, more }: { mark: JourneyMark; words: JourneyWords; more: Props["more"] }) {
  const { t } = useTranslation("journeys");
  return (
    <>
      <p className={css.detailTitle}>
        <Mark direction={mark.direction} sentiment={mark.sentiment} />
        <ChannelIcon channel={mark.channel} />
        <strong>{words.channel(mark.channel)}</strong>
        {mark.minutes === null ? null : <span>{words.minutes(mark.minutes)}</span>}
        {mark.outcome === null ? null : <Tag>{words.outcome(mark.outcome)}</Tag>}
      </p>
      <p className={css.detailNote}>
        {[words.moment(mark), words.who(mark), words.direction(mark.direction), words.sentimentOf(mark.sentiment)].filter(Boolean).join(" · ")}
      </p>
      <p className={css.detailText}>{mark.summary ?? t("mark.noSummary")}</p>
      {more?.(mark.id)}
    </>
  );
}

function StepBody({ step, words }: { step: FutureStep; words: JourneyWords }) {
  return (
    <>
      <p className={css.detailTitle}>
        {step.channel ? <ChannelIcon channel={step.channel} /> : null}
        <strong>{step.title}</strong>
      </p>
      <p className={step.days_late > 0 ? css.detailLate : css.detailNote}>{stepLabel(step, words)}</p>
    </>
  );
}

export function markLabel(mark: JourneyMark, words: JourneyWords, t: TFunction<"journeys">): string {
  const said = { when: words.moment(mark), channel: words.channel(mark.channel), direction: words.direction(mark.direction), mood: words.sentimentOf(mark.sentiment) };
  return mark.summary ? t("mark.labelWith", { ...said, summary: mark.summary }) : t("mark.label", said);
}

export function stepLabel(step: FutureStep, words: JourneyWords): string {
  return step.days_late > 0 ? words.late(step.title, step.days_late) : words.future(step, words.moment(step));
}

/** Hangs the detail at a point of the nearest positioned box. */
export function DetailAt({ x, y, ...props }: Props & { x: number; y: number }) {
  return (
    <Popover opened onChange={(opened) => !opened && props.onClose()} position="bottom" offset={14} width={320} trapFocus returnFocus closeOnClickOutside>
      <Popover.Target>
        <span className={css.anchor} style={{ left: x, top: y }} />
      </Popover.Target>
      {/* Portals bubble through React: what happens in here is no business of the row or chart around. */}
      <Popover.Dropdown
        onClick={(event) => event.stopPropagation()}
        onKeyDownCapture={(event) => {
          if (event.key !== "Escape") return;
          event.preventDefault();
          props.onClose();
        }}
      >
        <MarkDetail {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}
