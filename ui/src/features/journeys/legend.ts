// The row of samples under the chart. Drawn with it, so that an exported picture explains itself.
import { textWidth } from "../../shared/charts/text";
import type { JourneyWords } from "./words";

export type LegendKind = keyof JourneyWords["legend"];
export type PlacedLegend = { kind: LegendKind; x: number; y: number; text: string; textX: number; end: number };

const ORDER: readonly LegendKind[] = ["ours", "theirs", "positive", "negative", "unmeasured", "planned", "silence"];

export function placeLegend(words: JourneyWords, left: number, right: number, top: number): PlacedLegend[] {
  let x = left;
  let y = top;
  return ORDER.map((kind) => {
    const text = words.legend[kind];
    const sample = kind === "silence" ? 18 : 14;
    const width = sample + 5 + textWidth(text, 12);
    if (x > left && x + width > right) {
      x = left;
      y += 20;
    }
    const placed = { kind, x, y, text, textX: x + sample + 5, end: x + width };
    x += width + 16;
    return placed;
  });
}
