// The journey as a table: one line per touchpoint, stage, silence and promise, oldest first.
import type { Journey } from "../../ipc/bindings.gen";
import { DAY, dayStart } from "../../shared/charts/ticks";
import { csv } from "../../shared/format/csv";
import { firstMoment } from "./lanes";
import type { JourneyT, JourneyWords } from "./words";

const COLUMNS = ["kind", "date", "day", "until", "channel", "direction", "mood", "outcome", "minutes", "person", "member", "text"] as const;
type Line = Partial<Record<(typeof COLUMNS)[number], string | number>> & { at: number };

export function journeyCsv({ journey, zone, words, t }: { journey: Journey; zone: string; words: JourneyWords; t: JourneyT }): string {
  const start = dayStart(firstMoment(journey), zone);
  const day = (at: number) => Math.floor((dayStart(at, zone) - start) / DAY + 0.5);
  const lines: Line[] = [
    ...journey.marks.map((mark) => ({
      at: mark.at, kind: t("journeys:csv.touchpoint"), channel: words.channel(mark.channel), direction: words.direction(mark.direction),
      mood: mark.sentiment ?? "", outcome: mark.outcome ? words.outcome(mark.outcome) : "", minutes: mark.minutes ?? "",
      person: mark.person ?? "", member: mark.member ?? "", text: mark.summary ?? "",
    })),
    ...journey.bands.map((band) => ({
      at: band.from, kind: t("journeys:csv.stage"), until: band.to === null ? "" : words.isoDay(band.to), text: words.strip(band.deal, band.stage, band.days),
    })),
    ...journey.silences.map((silence) => ({
      at: silence.from, kind: t("journeys:csv.silence"), until: words.isoDay(silence.to), text: words.silence(silence.days, silence.usual_days),
    })),
    ...journey.future.map((step) => ({
      at: step.at, kind: t("journeys:csv.planned"), channel: step.channel ? words.channel(step.channel) : "",
      text: step.days_late > 0 ? words.late(step.title, step.days_late) : step.title,
    })),
  ];
  const rows = lines
    .sort((a, b) => a.at - b.at)
    .map((line) => ({ ...line, date: words.isoDay(line.at), day: day(line.at) }));
  const head = COLUMNS.map((column) => t(`journeys:csv.${column}`));
  return csv([head, ...rows.map((row: Line) => COLUMNS.map((column) => row[column] ?? ""))]);
}
