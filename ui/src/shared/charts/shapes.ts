// The strokes that drawings are made of, as elements of an ECharts custom series.
import type { CustomSeriesOption } from "echarts/charts";
import type { Tokens } from "../ui/tokens";

export type Element = NonNullable<ReturnType<NonNullable<CustomSeriesOption["renderItem"]>>>;
export type Ink = { tokens: Tokens; font: string };

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

export type PathStyle = { fill?: string; stroke?: string; width?: number; dash?: number[] };

export function styled(style: PathStyle) {
  return {
    fill: style.fill ?? "none",
    ...(style.stroke ? { stroke: style.stroke, lineWidth: style.width ?? 1 } : {}),
    ...(style.dash ? { lineDash: style.dash } : {}),
  };
}

export function path(pathData: string, style: PathStyle): Element {
  return { type: "path", shape: { pathData }, style: styled(style) };
}

/** Elements as one silent layer over a coordinate system in pixels. */
export function layer(id: string, elements: Element[]): CustomSeriesOption {
  return {
    type: "custom",
    id,
    silent: true,
    clip: false,
    xAxisIndex: 0,
    yAxisIndex: 0,
    data: elements.map((_, index) => [0, index]),
    renderItem: ({ dataIndex }) => elements[dataIndex] ?? null,
  };
}
