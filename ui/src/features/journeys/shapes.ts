// The marks of a journey chart, drawn with the strokes that all drawings share.
import { type Element, type Ink, path, type PathStyle, styled } from "../../shared/charts/shapes";

/** What a mark says: who reached out, how it felt, or that it is still to do. */
export type MarkLook = { direction: "outbound" | "inbound" | "internal"; sentiment: number | null; planned?: "late" | "due" };

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
