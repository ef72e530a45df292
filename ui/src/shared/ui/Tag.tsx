// A small label. Colour says accent / late / soon; the words say what.
import css from "./Tag.module.css";

type Tone = "plain" | "accent" | "late" | "warn" | "outline" | "dashed";

export function Tag({ tone = "plain", children }: { tone?: Tone; children: React.ReactNode }) {
  return <span className={css.tag} data-tone={tone}>{children}</span>;
}
