// The touchpoint mark: circle = we reached out, diamond = they did, square = internal. Plus or minus
// for sentiment, an outer ring for ±2, a dot for neutral, hollow when not measured, dashed to come.
import type { Direction } from "../../ipc/bindings.gen";

type Props = { direction: Direction; sentiment: number | null; planned?: boolean; size?: number; title?: string };

const shapes = {
  outbound: (r: number) => <circle cx="10" cy="10" r={r} />,
  inbound: (r: number) => <path d={`M10 ${10 - r * 1.22}L${10 + r * 1.22} 10L10 ${10 + r * 1.22}L${10 - r * 1.22} 10Z`} />,
  internal: (r: number) => <rect x={10 - r * 0.9} y={10 - r * 0.9} width={r * 1.8} height={r * 1.8} />,
} satisfies Record<Direction, (r: number) => React.ReactNode>;

export function Mark({ direction, sentiment, planned = false, size = 14, title }: Props) {
  const measured = sentiment !== null && sentiment !== 0;
  const colour = measured ? (sentiment > 0 ? "var(--tl-accent)" : "var(--tl-late)") : "var(--tl-neutral-mark)";
  const shape = shapes[direction];
  return (
    <svg
      width={(size * 20) / 14}
      height={(size * 20) / 14}
      viewBox="0 0 20 20"
      role={title === undefined ? undefined : "img"}
      aria-label={title}
      aria-hidden={title === undefined || undefined}
      style={{ flex: "none" }}
    >
      {measured && Math.abs(sentiment) >= 2 ? (
        <g fill="none" stroke={colour} strokeWidth="1.2">{shape(9)}</g>
      ) : null}
      <g
        fill={measured ? colour : "var(--tl-bg)"}
        stroke={colour}
        strokeWidth="1.4"
        strokeDasharray={planned ? "2.4 1.8" : undefined}
      >
        {shape(6.6)}
      </g>
      {measured ? (
        <path d={sentiment > 0 ? "M7 10h6M10 7v6" : "M7 10h6"} stroke="var(--tl-bg)" strokeWidth="1.6" fill="none" />
      ) : null}
      {sentiment === 0 && !planned ? <circle cx="10" cy="10" r="1.4" fill={colour} /> : null}
    </svg>
  );
}
