// The inside of a section: its title, a sentence, and lines of label, explanation and control.
import css from "./settings.module.css";

type Props = { title: string; note?: React.ReactNode; end?: React.ReactNode; children: React.ReactNode };

export function Panel({ title, note, end, children }: Props) {
  return (
    <>
      <header className={css.head}>
        <div>
          <h2 id="settings-title">{title}</h2>
          {note === undefined ? null : <p className={css.note}>{note}</p>}
        </div>
        {end === undefined ? null : <div className={css.end}>{end}</div>}
      </header>
      {children}
    </>
  );
}

/** One setting: what it is, what it changes, and its control. */
export function Line({ label, note, children }: { label: string; note?: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className={css.line}>
      <div className={css.about}>
        <span>{label}</span>
        {note === undefined ? null : <p className={css.note}>{note}</p>}
      </div>
      <div className={css.control}>{children}</div>
    </div>
  );
}
