import { describe, expect, it } from "vitest";
import type { Journey } from "../../ipc/bindings.gen";
import { makeFake } from "../../ipc/fake";
import { withSales } from "../../ipc/fake/sales";
import { svgOf } from "../../shared/charts/Chart";
import { tokens } from "../../shared/ui/tokens";
import { journeyChart } from "./charts";
import { journeyCsv } from "./csv";
import { band, journeyOf, speaking, touch, ZONE } from "./testing";

const { t, words } = speaking("zh-Hans");
const sample: Journey = await withSales(makeFake()).commands.journeysGet({ kind: "person", id: "p1" });
const chart = (journey: Journey, titled = false) =>
  journeyChart({ journey, zone: ZONE, axis: "calendar", width: 776, words, tokens: tokens.light, font: "sans-serif", titled });
const draw = (journey: Journey, titled = false): string => {
  const { option, scene } = chart(journey, titled);
  return svgOf(option, scene);
};

describe("the drawing", () => {
  it("is still on first paint", () => {
    expect(chart(sample).option.animation).toBe(false);
  });
  it("carries its words: lanes, stages, silence, promise, legend", () => {
    const svg = draw(sample);
    for (const said of ["电话", "试用 23 天", "42 天无联系（平常 18 天一次）", "回访，逾期 2 天", "今天", "没有测到", "试用满 30 天"]) expect(svg).toContain(said);
  });
  it("tells direction and sentiment by shape as well as colour", () => {
    const one = (sentiment: number | null, direction: "outbound" | "inbound") => draw(journeyOf([touch(5, { sentiment, direction })]));
    const looks = [one(1, "outbound"), one(-1, "outbound"), one(0, "outbound"), one(null, "outbound"), one(2, "outbound"), one(1, "inbound")];
    const shapes = looks.map((svg) => svg.replaceAll(/(fill|stroke)="[^"]*"/g, ""));
    expect(new Set(shapes).size).toBe(looks.length);
  });
  it("takes the title along when it leaves the page, as plain text", () => {
    const svg = draw({ ...sample, name: "<script>x</script>" }, true);
    expect(svg).toContain("&lt;script");
    expect(svg).not.toContain("<script");
  });
});

describe("the table", () => {
  const rows = (journey: Journey) => journeyCsv({ journey, zone: ZONE, words, t }).split("\r\n");
  it("has one line for every touchpoint, stage, silence and promise, oldest first", () => {
    const lines = rows(sample);
    expect(lines).toHaveLength(1 + 11 + 6 + 1 + 2 + 1);
    expect(lines[0]).toBe("\ufeff种类,日期,第几天,到,渠道,方向,情绪,结果,分钟,联系人,成员,内容");
    const dates = lines.slice(1, -1).map((line) => line.split(",")[1] ?? "");
    expect(dates).toEqual([...dates].sort());
    expect(lines[1]?.startsWith("阶段,2026-08-03,0,2026-08-05")).toBe(true);
    expect(lines.some((line) => line === "往来,2026-08-05,2,,电话,我们发起,0,,6,,周屿,做了自我介绍，约好再聊。")).toBe(true);
  });
  it("quotes what needs it and keeps formulas words", () => {
    const lines = rows(journeyOf([touch(3, { summary: '=HYPERLINK("http://x"), he said' })]));
    expect(lines[1]).toContain(`"'=HYPERLINK(""http://x""), he said"`);
  });
  it("keeps a negative mood a number", () => {
    expect(rows(journeyOf([touch(3, { sentiment: -2 })]))[1]).toContain(",-2,");
  });
  it("counts a touch of today as the day it is", () => {
    const journey = journeyOf([touch(0), touch(10)], { bands: [band("试用", 10, null)] });
    expect(rows(journey).find((line) => line.includes("2026-11-19"))?.split(",")[2]).toBe("10");
  });
});
