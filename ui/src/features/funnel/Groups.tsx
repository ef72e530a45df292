// The breakdown: groups in the order of their names, never of their results. A name narrows the page to its group.
import { UnstyledButton } from "@mantine/core";
import type { FunnelBy, FunnelGroup, FunnelPart, FunnelStage } from "../../ipc/bindings.gen";
import css from "./funnel.module.css";
import type { FunnelSearch } from "./search";
import { useFunnelWords } from "./words";

type Props = {
  by: FunnelBy; groups: readonly FunnelGroup[]; stages: readonly FunnelStage[]; search: FunnelSearch;
  onTurn: (next: FunnelSearch) => void; onOpen: (stage: string, part: FunnelPart, group: string) => void;
};

export function Groups({ by, groups, stages, search, onTurn, onOpen }: Props) {
  const { t, f, share, group: called } = useFunnelWords();
  const narrow = (key: string) => {
    const only = [...new Set([...(search.only ?? []), `${by}=${key}`])];
    onTurn({ ...search, only });
  };
  return (
    <section aria-labelledby="funnel-groups" className={css.panel}>
      <header className={css.panelHead}>
        <h2 id="funnel-groups">{t("group.title", { by: t(`by.${by}`) })}</h2>
        <span className={css.quiet}>{t("group.order")}</span>
      </header>
      <div className={css.wide}>
        <table className={css.table} data-testid="funnel-groups">
          <thead>
            <tr>
              <th scope="col">{t(`by.${by}`)}</th>
              {stages.map(({ id, name }) => <th key={id} scope="col" data-right>{name}</th>)}
              <th scope="col" data-right>{t("part.open")}</th>
              <th scope="col" data-right>{t("part.lost")}</th>
              <th scope="col" data-right>{t("head.win")}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <tr key={group.key} data-testid="funnel-group">
                <th scope="row">
                  <UnstyledButton className={css.name} onClick={() => narrow(group.key)} title={t("group.only", { name: called(by, group) })}>{called(by, group)}</UnstyledButton>
                </th>
                {stages.map(({ id }, row) => {
                  const count = group.bars[row]?.reached ?? 0;
                  return (
                    <td key={id} data-right>
                      <UnstyledButton className={css.count} disabled={count === 0} onClick={() => onOpen(id, "reached", group.key)}>{f.number(count)}</UnstyledButton>
                    </td>
                  );
                })}
                <td data-right>{f.number(group.open)}</td>
                <td data-right>{f.number(group.lost)}</td>
                <td data-right>{share(group.win)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
