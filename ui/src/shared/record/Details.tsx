// The right column of a record: titled sections, label and value, links to other records.
import css from "./record.module.css";

export function Section({ title, children, end }: { title: string; children: React.ReactNode; end?: React.ReactNode }) {
  return (
    <section className={css.section}>
      <h2 className={css.sectionTitle}>{title}{end}</h2>
      {children}
    </section>
  );
}

export type Detail = { label: string; value: React.ReactNode; key?: string };

/** Details without a value are left out; an empty list says nothing. */
export function DetailList({ details, wide = false }: { details: readonly (Detail | null)[]; wide?: boolean }) {
  return (
    <dl className={css.details} data-wide={wide || undefined}>
      {details.flatMap((detail) =>
        detail === null || detail.value === null || detail.value === ""
          ? []
          : [<DetailLine key={detail.key ?? detail.label} detail={detail} />],
      )}
    </dl>
  );
}

function DetailLine({ detail }: { detail: Detail }) {
  return (
    <>
      <dt>{detail.label}</dt>
      <dd>{detail.value}</dd>
    </>
  );
}
