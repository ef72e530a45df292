// The head of a page: title, a quiet note beside it, what can be done on the right.
import css from "./PageHead.module.css";

type Props = { title: string; note?: React.ReactNode; children?: React.ReactNode };

export function PageHead({ title, note, children }: Props) {
  return (
    <header className={css.head}>
      <h1 className={css.title}>{title}</h1>
      {note === undefined ? null : <span className={css.note}>{note}</span>}
      <div className={css.right}>{children}</div>
    </header>
  );
}
