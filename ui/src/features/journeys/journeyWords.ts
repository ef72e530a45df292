// Binds the journey's words to a language, a zone and a calendar.
import type { Formats } from "../../shared/format/useFormat";
import { wallDay } from "../../shared/charts/ticks";
import type { JourneyT, JourneyWords } from "./words";

const pad = (value: number) => String(value).padStart(2, "0");
const moods = { "2": "p2", "1": "p1", "0": "p0", "-1": "n1", "-2": "n2" } as const;

function isMood(value: string): value is keyof typeof moods {
  return value in moods;
}

export function journeyWords(t: JourneyT, format: Formats, zone: string): JourneyWords {
  const monthName = (at: number) =>
    new Intl.DateTimeFormat(format.lang === "en" ? "en-GB" : "zh-CN", { timeZone: zone, month: "short" }).format(at).slice(0, format.lang === "en" ? 3 : 4);
  return {
    title: t("journeys:chart.title"),
    days: (count) => t("journeys:chart.days", { count }),
    today: t("journeys:chart.today"),
    sentiment: t("journeys:chart.sentiment"),
    noChannel: t("journeys:chart.noChannel"),
    channel: (channel) => t(`common:channel.${channel}`),
    direction: (direction) => t(`common:direction.${direction}`),
    outcome: (outcome) => t(`common:outcome.${outcome}`),
    sentimentOf: (value) => {
      const key = String(value);
      return t(`journeys:mood.${isMood(key) ? moods[key] : "none"}`);
    },
    minutes: format.minutes,
    band: (stage, count) => t("journeys:chart.band", { stage, count }).trim(),
    strip: (deal, stage, count) => t("journeys:chart.strip", { deal, stage, count }),
    moreDeals: (count) => t("journeys:chart.moreDeals", { count }),
    limit: (stage, count) => t("journeys:chart.limit", { stage, count }),
    silence: (count, usual) => t("journeys:chart.silence", { count, usual }),
    silenceShort: (count) => t("journeys:chart.silenceShort", { count }),
    emptyChannels: (count) => t("journeys:chart.emptyChannels", { count }),
    late: (title, count) => t("journeys:chart.late", { title, count }),
    future: (step, when) => t("journeys:chart.future", { title: step.title, when }),
    firstDay: t("journeys:chart.firstDay"),
    nthDay: (count) => t("journeys:chart.nthDay", { count }),
    day: format.dayAt,
    moment: ({ at, day_only }) => (day_only ? format.dayAt(at) : `${format.dayAt(at)} ${format.time(at)}`),
    who: ({ person, member }) => [person, member].filter(Boolean).join(" · "),
    isoDay: (at) => {
      const { year, month, day } = wallDay(at, zone);
      return `${year}-${pad(month)}-${pad(day)}`;
    },
    month: (at, withYear) =>
      withYear ? t("journeys:chart.monthYear", { month: monthName(at), year: String(wallDay(at, zone).year) }) : t("journeys:chart.month", { month: monthName(at) }),
    year: (at) => t("journeys:chart.year", { year: String(wallDay(at, zone).year) }),
    legend: {
      ours: t("journeys:legend.ours"),
      theirs: t("journeys:legend.theirs"),
      positive: t("journeys:legend.positive"),
      negative: t("journeys:legend.negative"),
      unmeasured: t("journeys:legend.unmeasured"),
      planned: t("journeys:legend.planned"),
      silence: t("journeys:legend.silence"),
    },
  };
}
