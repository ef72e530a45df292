// A name with the matched words set off. Ranges count code points.
import css from "./Palette.module.css";

/** `whole`: as wide as there is room, for a piece of a text. */
export function Marked({ text, ranges, whole = false }: { text: string; ranges: readonly (readonly [number, number])[]; whole?: boolean }) {
  const points = Array.from(text);
  const cuts: { from: number; to: number; hit: boolean }[] = [];
  let at = 0;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from > at) cuts.push({ from: at, to: from, hit: false });
    if (to > Math.max(from, at)) cuts.push({ from: Math.max(from, at), to, hit: true });
    at = Math.max(at, to);
  }
  if (at < points.length) cuts.push({ from: at, to: points.length, hit: false });
  return (
    <span className={whole ? css.piece : css.name}>
      {cuts.map(({ from, to, hit }) => {
        const words = points.slice(from, to).join("");
        return hit ? <mark key={from}>{words}</mark> : <span key={from}>{words}</span>;
      })}
    </span>
  );
}
