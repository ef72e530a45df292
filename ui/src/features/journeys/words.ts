// Every word the journey chart, its list and its exports need, bound to a language in one place
// (journeyWords.ts), so that layout and option stay pure and a report can bind its own.
import type { TFunction } from "i18next";
import type { ContactChannel as Channel, Direction, FutureStep, JourneyMark, Outcome } from "../../ipc/bindings.gen";

/** The chart speaks its own words and the common ones (channels, outcomes). */
export type JourneyT = TFunction<["journeys", "common"]>;
export type AxisMode = "calendar" | "days";

export type JourneyWords = {
  title: string;
  days: (days: number) => string;
  today: string;
  sentiment: string;
  /** the lane of promises that name no channel */
  noChannel: string;
  channel: (channel: Channel) => string;
  direction: (direction: Direction) => string;
  outcome: (outcome: Outcome) => string;
  sentimentOf: (sentiment: number | null) => string;
  minutes: (minutes: number) => string;
  band: (stage: string, days: number) => string;
  strip: (deal: string, stage: string, days: number) => string;
  moreDeals: (count: number) => string;
  limit: (stage: string, days: number) => string;
  silence: (days: number, usual: number) => string;
  silenceShort: (days: number) => string;
  emptyChannels: (count: number) => string;
  late: (title: string, days: number) => string;
  future: (step: FutureStep, when: string) => string;
  firstDay: string;
  /** "第 12 天": twelve days after the first touch */
  nthDay: (day: number) => string;
  day: (at: number) => string;
  /** the day, and the hour where it is known */
  moment: (when: Pick<JourneyMark | FutureStep, "at" | "day_only">) => string;
  /** with whom, on an organization's journey, and who of us */
  who: (mark: Pick<JourneyMark, "person" | "member">) => string;
  isoDay: (at: number) => string;
  month: (at: number, withYear: boolean) => string;
  year: (at: number) => string;
  legend: { ours: string; theirs: string; positive: string; negative: string; unmeasured: string; planned: string; silence: string };
};
