import { describe, expect, it } from "vitest";
import type { Journey } from "../../ipc/bindings.gen";
import { makeFake } from "../../ipc/fake";
import { withSales } from "../../ipc/fake/sales";
import { textWidth } from "../../shared/charts/text";
import { layoutJourney, type Scene } from "./layout";
import { band, DAY, journeyOf, noJourney, NOW, speaking, touch, ZONE } from "./testing";

const { words } = speaking("zh-Hans");
const sample: Journey = await withSales(makeFake()).commands.journeysGet({ kind: "person", id: "p1" });
const lay = (journey: Journey, width = 776, axis: "calendar" | "days" = "calendar"): Scene => layoutJourney({ journey, zone: ZONE, axis, width, words });

const labelBox = ({ x, y, text, align, tone }: Scene["labels"][number]) => {
  const width = textWidth(text, 12, tone === "current" || tone === "strong");
  return { left: align === "left" ? x : x - width, right: align === "left" ? x + width : x, y, text };
};

function overlapping(scene: Scene): string[] {
  const boxes = scene.labels.map(labelBox);
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).filter((b) => Math.abs(a.y - b.y) < 12 && a.left < b.right && b.left < a.right).map((b) => `${a.text} × ${b.text}`),
  );
}

const everyJourney: Record<string, Journey> = {
  "no marks": { ...noJourney, future: [{ id: "f", title: "第一通电话", due_on: "", at: NOW + DAY, day_only: true, channel: null, days_late: 0 }] },
  "one mark": journeyOf([touch(40)]),
  "one day": journeyOf([touch(0.1), touch(0.2), touch(0.3)], { bands: [band("新线索", 0.3, null)] }),
  "500 marks": journeyOf(Array.from({ length: 500 }, (_, i) => touch(i / 2, { id: `${i}`, channel: i % 3 === 0 ? "wechat" : "call" }))),
  "ten years": journeyOf([touch(3650), touch(2000), touch(3)], { bands: [band("培育", 3650, 400), band("合格", 400, null)] }),
  "forty stages": journeyOf([touch(80), touch(1)], { bands: Array.from({ length: 40 }, (_, i) => band(`阶段${i}`, 80 - i * 2, i === 39 ? null : 78 - i * 2)) }),
  "a very long stage name": journeyOf([touch(90), touch(1)], { bands: [band("等待集团信息化委员会第二次联席会议批准".repeat(3), 90, 30), band("短", 30, null)] }),
  "the sample": sample,
};

describe("bands", () => {
  it("shows a stage entered again as a second band", () => {
    const again = lay(sample).bands.filter(({ band: { stage } }) => stage === "合格");
    expect(again.map(({ band: { entry, days } }) => [entry, days])).toEqual([[1, 21], [2, 5]]);
  });
  it("marks only the stage the deal is in as current", () => {
    expect(lay(sample).bands.filter(({ current }) => current).map(({ band: { stage } }) => stage)).toEqual(["试用"]);
  });
  it("says stage and days inside the band, or above it where the band is narrow", () => {
    const scene = lay(sample);
    const at = (text: string) => scene.labels.find((label) => label.text === text);
    expect(at("试用 23 天")?.y).toBeGreaterThan(scene.plot.top);
    expect(at("新线索 2 天")?.y).toBeLessThan(scene.plot.top);
    expect(at("合格 5 天")?.y).toBeLessThan(scene.plot.top);
  });
  it("ends every band at today", () => {
    const scene = lay(sample);
    for (const { x, width } of scene.bands) expect(x + width).toBeLessThanOrEqual(scene.todayX + 0.01);
  });
  it("gives two further deals a strip and counts the rest in words", () => {
    const bands = ["d1", "d2", "d3", "d4", "d5"].map((deal_id, i) => band("试用", 50 - i, null, { deal_id, deal: deal_id }));
    const scene = lay(journeyOf([touch(60), touch(2)], { bands }));
    expect(scene.strips).toHaveLength(2);
    expect(scene.notes.map(({ text }) => text).join()).toContain("另有 2 个商机在列表里");
  });
});

describe.each(Object.keys(everyJourney))("%s", (name) => {
  const journey = everyJourney[name] ?? noJourney;
  it.each([560, 776, 1240])("keeps labels apart and everything inside at %i px", (width) => {
    for (const axis of ["calendar", "days"] as const) {
      const scene = lay(journey, width, axis);
      expect(overlapping(scene)).toEqual([]);
      for (const { x } of [...scene.marks, ...scene.future]) {
        expect(x).toBeGreaterThanOrEqual(scene.plot.left);
        expect(x).toBeLessThanOrEqual(scene.plot.right);
      }
      expect(scene.marks).toHaveLength(journey.marks.length);
      expect(scene.ticks.length).toBeGreaterThan(0);
      scene.ticks.forEach((tick, i) => expect(tick.x).toBeGreaterThan((scene.ticks[i - 1]?.x ?? -100) + 10));
      expect([scene.height, scene.todayX, scene.axisY].every(Number.isFinite)).toBe(true);
    }
  });
});

describe("silences", () => {
  it("writes a silence out on a plate that covers no mark", () => {
    const scene = lay(sample);
    const plate = scene.silences[0]?.plate;
    expect(plate?.text).toBe("42 天无联系（平常 18 天一次）");
    const hit = scene.marks.filter(({ x, y }) => plate && x > plate.x && x < plate.x + plate.width && y > plate.y && y < plate.y + plate.height);
    expect(hit).toEqual([]);
  });
  it("shortens the sentence where there is no room for all of it", () => {
    const journey = journeyOf([touch(30), touch(8), touch(7)], { silences: [{ from: NOW - 30 * DAY, to: NOW - 8 * DAY, days: 22, usual_days: 6 }] });
    const plate = lay(journey, 320).silences[0]?.plate;
    expect(plate === null || plate?.text === "22 天无联系").toBe(true);
  });
});

describe("sentiment", () => {
  it("breaks where nobody measured and across a silence, and leaves a lone point alone", () => {
    const runs: number[][] = [[]];
    for (const point of lay(sample).sentiment.points) {
      if (point === null) runs.push([]);
      else runs.at(-1)?.push(point.value);
    }
    expect(runs.filter((run) => run.length > 0)).toEqual([[0, 0, 1, 1], [-1], [1, 2, 0, -1, 1]]);
  });
});

describe("the future", () => {
  it("stands right of today, and what is overdue is said there in words", () => {
    const scene = lay(sample);
    const [late, soon] = scene.future;
    expect(late?.late && late.x < scene.todayX && (late.label?.x ?? 0) > scene.todayX).toBe(true);
    expect(late?.label?.text).toBe("回访，逾期 2 天");
    expect(soon && soon.x > scene.todayX && soon.label?.text.startsWith("12月2日")).toBe(true);
  });
  it("says the hour of a promise where there is room for it", () => {
    const at = Date.parse("2026-11-23T14:00:00+08:00");
    const step = { id: "f", title: "演示", due_on: "2026-11-23", at, day_only: false, channel: "call" as const, days_late: 0 };
    const text = (day_only: boolean) => lay(journeyOf([touch(5)], { future: [{ ...step, day_only }, { ...step, id: "g", at: NOW + 40 * DAY, channel: "visit" as const }] }), 1240).future[0]?.label?.text;
    expect([text(false), text(true)]).toEqual(["11月23日 14:00 演示", "11月23日 演示"]);
  });
  it("draws a promise beyond the edge at the edge", () => {
    const scene = lay(journeyOf([touch(5)], { future: [{ id: "f", title: "年会", due_on: "", at: NOW + 900 * DAY, day_only: true, channel: "call", days_late: 0 }] }));
    expect(scene.future[0]?.beyond).toBe(true);
  });
  it("gives promises without a channel a lane of their own", () => {
    expect(lay(everyJourney["no marks"] ?? noJourney).lanes.map(({ label }) => label)).toEqual(["下一步"]);
  });
});

describe("marks", () => {
  it("step aside when they share a moment", () => {
    const scene = lay(journeyOf([touch(10, { id: "a" }), touch(10, { id: "b" }), touch(10, { id: "c" })]));
    expect(new Set(scene.marks.map(({ y }) => y)).size).toBe(3);
  });
  it("count days from the first touch on the other axis", () => {
    expect(lay(sample, 776, "days").ticks.map(({ text }) => text)).toEqual(["首次往来", "第 30 天", "第 60 天", "第 90 天", "第 120 天"]);
    expect(lay(sample).ticks.map(({ text }) => text)).toEqual(["8月", "9月", "10月", "11月", "12月"]);
  });
  it("counts empty channels in words", () => {
    expect(lay(sample).notes.map(({ text }) => text)).toEqual(["另有 11 个渠道没有记录"]);
  });
});
