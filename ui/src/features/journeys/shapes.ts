// The strokes a journey chart is drawn with, as elements of an ECharts custom series.
import type { CustomSeriesOption } from "echarts/charts";
import type { Tokens } from "../../shared/ui/tokens";

export type Element = NonNullable<ReturnType<NonNullable<CustomSeriesOption["renderItem"]>>>;
export type Ink = { tokens: Tokens; font: string };
/** What a mark says: who reached out, how it felt, or that it is still to do. */
export type MarkLook = { direction: "outbound" | "inbound" | "internal"; sentiment: number | null; planned?: "late" | "due" };

export function line(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1, dash?: number[]): Element {
  return { type: "line", shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: width, ...(dash ? { lineDash: dash } : {}) } };
}

export function rect(x: number, y: number, width: number, height: number, fill: string, stroke?: string, radius = 0): Element {
  return {
    type: "rect",
    shape: { x, y, width, height, r: radius },
    style: { fill, ...(stroke ? { stroke, lineWidth: 1 } : {}) },
  };
}

export type TextLook = { fill: string; size?: number; bold?: boolean; align?: "left" | "right" | "center" };

export function text(x: number, y: number, words: string, font: string, { fill, size = 12, bold = false, align = "left" }: TextLook): Element {
  return {
    type: "text",
    x,
    y,
    style: {
      text: words,
      fill,
      fontFamily: font,
      fontSize: size,
      fontWeight: bold ? 600 : 400,
      align,
      verticalAlign: "middle",
    },
  };
}

export function group(children: Element[], x = 0, y = 0): Element {
  return { type: "group", x, y, children };
}

/** 45° lines clipped to the rectangle, as one path. */
export function hatchPath(x: number, y: number, width: number, height: number, gap = 9): string {
  const parts: string[] = [];
  for (let c = gap; c < width + height; c += gap) {
    const from = { x: Math.max(0, c - height), y: Math.min(height, c) };
    const to = { x: Math.min(width, c), y: Math.max(0, c - width) };
    parts.push(`M${(x + from.x).toFixed(1)} ${(y + from.y).toFixed(1)}L${(x + to.x).toFixed(1)} ${(y + to.y).toFixed(1)}`);
  }
  return parts.join("");
}

type PathStyle = { fill?: string; stroke?: string; width?: number; dash?: number[] };

function styled(style: PathStyle) {
  return {
    fill: style.fill ?? "none",
    ...(style.stroke ? { stroke: style.stroke, lineWidth: style.width ?? 1 } : {}),
    ...(style.dash ? { lineDash: style.dash } : {}),
  };
}

export function path(pathData: string, style: PathStyle): Element {
  return { type: "path", shape: { pathData }, style: styled(style) };
}

/** The outline of a mark around (0, 0): circle = we reached out, diamond = they did, square = internal. */
function outline(direction: MarkLook["direction"], radius: number, style: PathStyle): Element {
  if (direction === "outbound") return { type: "circle", shape: { cx: 0, cy: 0, r: radius }, style: styled(style) };
  const r = direction === "inbound" ? radius * 1.34 : radius * 0.9;
  const corners = direction === "inbound" ? [[0, -r], [r, 0], [0, r], [-r, 0]] : [[-r, -r], [r, -r], [r, r], [-r, r]];
  return { type: "polygon", shape: { points: corners }, style: styled(style) };
}

export function mark(look: MarkLook, radius: number, { tokens }: Ink): Element[] {
  const edge = (style: PathStyle) => outline(look.direction, radius - 0.75, { fill: tokens.bg, ...style });
  if (look.planned) return [edge({ stroke: look.planned === "late" ? tokens.late : tokens.accent, width: 1.75, dash: [3, 2] })];
  const hollow = edge({ stroke: tokens["neutral-mark"], width: 1.5 });
  if (look.sentiment === null) return [hollow];
  if (look.sentiment === 0) {
    return [hollow, { type: "circle", shape: { cx: 0, cy: 0, r: Math.max(1, radius * 0.22) }, style: { fill: tokens["neutral-mark"] } }];
  }
  const fill = look.sentiment > 0 ? tokens.accent : tokens.late;
  const arm = radius * 0.5;
  const strokes = look.sentiment > 0 ? `M${-arm} 0L${arm} 0M0 ${-arm}L0 ${arm}` : `M${-arm} 0L${arm} 0`;
  const ring = Math.abs(look.sentiment) > 1 ? [outline(look.direction, radius + 2.75, { fill: tokens.bg, stroke: fill, width: 1.5 })] : [];
  return [...ring, outline(look.direction, radius, { fill }), path(strokes, { stroke: tokens.bg, width: 1.75 })];
}
