// For the tests beside it: real words in a real language, and journeys to bend.
import i18next from "i18next";
import type { Journey, JourneyMark, StageBand } from "../../ipc/bindings.gen";
import enCommon from "../../locales/en/common.json";
import enJourneys from "../../locales/en/journeys.json";
import zhCommon from "../../locales/zh-Hans/common.json";
import zhJourneys from "../../locales/zh-Hans/journeys.json";
import { formats } from "../../shared/format/useFormat";
import { journeyWords } from "./journeyWords";
import type { JourneyT, JourneyWords } from "./words";

export const ZONE = "Asia/Shanghai";
export const NOW = Date.parse("2026-11-19T09:42:00+08:00");
export const DAY = 86_400_000;

export function speaking(lang: "zh-Hans" | "en"): { t: JourneyT; words: JourneyWords } {
  const i18n = i18next.createInstance();
  void i18n.init({
    lng: lang, initAsync: false, interpolation: { escapeValue: false }, defaultNS: "common",
    resources: { en: { common: enCommon, journeys: enJourneys }, "zh-Hans": { common: zhCommon, journeys: zhJourneys } },
  });
  const format = formats(i18n.getFixedT(lang), lang, { zone: ZONE, today: "2026-11-19", now: NOW, currency: "CNY" });
  const t = i18n.getFixedT<readonly ["journeys", "common"]>(lang, ["journeys", "common"]);
  return { t, words: journeyWords(t, format, ZONE) };
}

export const noJourney: Journey = {
  subject: { kind: "person", id: "p" }, name: "张立群", now: NOW, today: "2026-11-19", from: null, days: 0,
  lanes: [], empty_channels: 16, marks: [], bands: [], silences: [], future: [], usual_gap_days: null,
};

export function touch(daysAgo: number, more: Partial<JourneyMark> = {}): JourneyMark {
  return {
    id: `t${daysAgo}-${more.id ?? ""}`, at: NOW - daysAgo * DAY, day_only: false, day_index: 0, channel: "call", direction: "outbound", sentiment: null,
    outcome: null, minutes: null, summary: null, member: null, person: null, ...more,
  };
}

export function band(stage: string, from: number, to: number | null, more: Partial<StageBand> = {}): StageBand {
  return {
    deal_id: "d1", deal: "50 席位", stage_id: stage, stage, kind: "opportunity", from: NOW - from * DAY, to: to === null ? null : NOW - to * DAY,
    days: from - (to ?? 0), entry: 1, limit_days: null, ...more,
  };
}

export function journeyOf(marks: JourneyMark[], more: Partial<Journey> = {}): Journey {
  const from = marks.length === 0 ? null : Math.min(...marks.map(({ at }) => at));
  return { ...noJourney, marks, from, days: from === null ? 0 : Math.floor((NOW - from) / DAY), lanes: [{ channel: "call", count: marks.length }], ...more };
}
