// The frame of a record page: head, strip, main column, details. Record pages of every noun are set
// in it; it knows none of them.
import { useGoBack } from "../hooks/useGoBack";
import { useActions } from "../keys/actions";
import { Initials } from "../ui/Initials";
import { Tag } from "../ui/Tag";
import css from "./record.module.css";

type HeadProps = { name: string; tag?: string | undefined; icon?: React.ReactNode; about: React.ReactNode; children: React.ReactNode };

export function RecordHead({ name, tag, icon, about, children }: HeadProps) {
  return (
    <header className={css.head}>
      {icon ?? <Initials name={name} size={40} />}
      <div className={css.who}>
        <div className={css.nameLine}>
          <h1 className={`${css.name} tl-ellipsis`} data-testid="record-name" title={name}>{name}</h1>
          {tag === undefined ? null : <Tag>{tag}</Tag>}
        </div>
        <div className={`${css.about} tl-ellipsis`}>{about}</div>
      </div>
      <div className={css.actions}>{children}</div>
    </header>
  );
}

export function Strip({ children }: { children: React.ReactNode }) {
  return <dl className={css.strip} data-lead>{children}</dl>;
}

type CellProps = { label: string; value: React.ReactNode; note?: React.ReactNode; testId?: string };

export function StripCell({ label, value, note, testId }: CellProps) {
  return (
    <div className={css.cell} data-testid={testId}>
      <dt>{label}</dt>
      <dd>
        <div className={css.cellValue}>{value}</div>
        {note === undefined ? null : <div className={`${css.cellNote} tl-num`}>{note}</div>}
      </dd>
    </div>
  );
}

export function Absent({ children }: { children: React.ReactNode }) {
  return <span className={css.cellEmpty}>{children}</span>;
}

export function RecordBody({ children, side }: { children: React.ReactNode; side: React.ReactNode }) {
  return (
    <div className={css.body}>
      <div className={css.main}>{children}</div>
      <aside className={css.side}>{side}</aside>
    </div>
  );
}

export function RecordPageFrame({ children }: { children: React.ReactNode }) {
  useActions([{ id: "go.back", run: useGoBack(), silent: true }]);
  return <div className={css.page}>{children}</div>;
}
