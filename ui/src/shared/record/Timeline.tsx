// What happened, newest first: touchpoints with the words said, stage moves as single lines between.
import { Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TimelineItem } from "../../ipc/bindings.gen";
import { usePersonName } from "../format/personName";
import { dayIn } from "../format/dates";
import { useFormat, usePlace } from "../format/useFormat";
import { ChannelIcon } from "../ui/ChannelIcon";
import { Mark } from "../ui/Mark";
import { Tag } from "../ui/Tag";
import { LineDelete, useLineDelete } from "./DeleteLine";
import { usePointedAt } from "./usePointedAt";
import css from "./record.module.css";

type Props = {
  items: readonly TimelineItem[];
  total: number;
  /** undefined when everything is here */
  onMore?: (() => void) | undefined;
  /** where the person or firm of a touchpoint is worth saying */
  showPerson?: boolean;
  /** what else there is to a touchpoint */
  more?: ((touchpoint: string) => React.ReactNode) | undefined;
};

export function Timeline({ items, total, onMore, showPerson = false, more }: Props) {
  const { t } = useTranslation("record");
  const lines = useLineDelete();
  const pointed = usePointedAt(items, onMore);
  const { zone, today } = usePlace();
  const thisYear = (at: number) => dayIn(zone, at).slice(0, 4) === today.slice(0, 4);
  return (
    <section aria-label={t("timeline.title")} data-testid="timeline">
      <header className={css.timelineHead}>
        <h2>{t("timeline.title")}</h2>
        <span className={css.quiet}>{t("timeline.count", { count: total })}</span>
      </header>
      {items.length === 0 ? (
        <div className={css.stageLine} style={{ padding: "12px 0" }}>{t("timeline.empty")}</div>
      ) : (
        <ol className={css.items} data-years={items.some(({ at }) => !thisYear(at)) || undefined} {...lines}>
          {items.map((item) => (item.kind === "touchpoint" ? <Touch key={item.id} touch={item} showPerson={showPerson} more={more} pointed={item.id === pointed} /> : <StageMove key={item.id} move={item} />))}
        </ol>
      )}
      {onMore ? <More onMore={onMore} /> : null}
    </section>
  );
}

function When({ at, dayOnly }: { at: number; dayOnly: boolean }) {
  const format = useFormat();
  return (
    <time className="tl-num" dateTime={new Date(at).toISOString()} title={dayOnly ? format.longDayAt(at) : `${format.longDayAt(at)} ${format.time(at)}`}>
      {format.dayAt(at)}
    </time>
  );
}

function Touch({ touch, showPerson, more, pointed }: { touch: Extract<TimelineItem, { kind: "touchpoint" }>; showPerson: boolean; more: Props["more"]; pointed: boolean }) {
  const { t } = useTranslation(["record", "common"]);
  const format = useFormat();
  const called = usePersonName();
  const title = [t(`common:channel.${touch.channel}`), touch.minutes === null ? "" : format.minutes(touch.minutes)].filter(Boolean).join(" ");
  const who = [showPerson && touch.person !== null ? called(touch.person.name) : null, touch.member].filter(Boolean).join(" · ");
  return (
    <li className={css.item} data-line={touch.id} data-pointed={pointed || undefined} aria-current={pointed || undefined} data-testid="timeline-item">
      <When at={touch.at} dayOnly={touch.day_only} />
      <span className={css.icon}><ChannelIcon channel={touch.channel} /></span>
      <span className={css.icon} style={{ marginInlineStart: -3 }}>
        <Mark direction={touch.direction} sentiment={touch.sentiment} title={t("timeline.mark", { direction: t(`common:direction.${touch.direction}`), mood: t(`mood.${moodKey(touch.sentiment)}`) })} />
      </span>
      <div>
        <div className={css.itemHead}>
          <strong>{title}</strong>
          <span className={`${css.quiet} tl-ellipsis`}>{who}</span>
          {touch.outcome === null ? null : <span className={css.quiet}>{t(`common:outcome.${touch.outcome}`)}</span>}
          {touch.tags.length > 0 ? <span className={css.tags}>{touch.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span> : null}
        </div>
        {touch.summary === null || touch.summary === "" ? null : <p className={css.itemText}>{touch.summary}</p>}
        {more?.(touch.id)}
      </div>
      <LineDelete id={touch.id} name={[format.dayAt(touch.at), title].join(" ")} />
    </li>
  );
}

function StageMove({ move }: { move: Extract<TimelineItem, { kind: "stage" }> }) {
  const { t } = useTranslation("record");
  return (
    <li className={css.item} data-testid="timeline-stage">
      <When at={move.at} dayOnly={move.day_only} />
      <span className={css.icon} style={{ gridColumn: "2 / 4" }}><IconArrowRight size={16} aria-hidden /></span>
      <span className={css.stageLine}>
        {[t("timeline.moved", { deal: move.deal, stage: move.stage }), move.reason, move.member].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}

const moods = { "2": "p2", "1": "p1", "0": "p0", "-1": "n1", "-2": "n2" } as const;

function moodKey(sentiment: number | null) {
  const key = String(sentiment);
  return key === "2" || key === "1" || key === "0" || key === "-1" || key === "-2" ? moods[key] : "none";
}

/** Loads the next page when it comes into view; the button does the same by hand. */
function More({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation("record");
  const end = useRef<HTMLDivElement>(null);
  const reached = useEffectEvent(onMore);
  useEffect(() => {
    if (!end.current || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && reached(), { rootMargin: "200px" });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={end} className={css.more}>
      <Button variant="subtle" onClick={onMore} data-testid="timeline-more">{t("timeline.more")}</Button>
    </div>
  );
}
