// Who could hold what lies in the pool: each proposal says why, somebody confirms each or all. Nothing is given
// by itself.
import { Button, Checkbox, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Proposal, Proposals } from "../../ipc/bindings.gen";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import css from "./holding.module.css";
import { holdingQueries, useAssign } from "./queries";

export function AssignSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(["holding", "common"]);
  const { data, error } = useQuery(holdingQueries.suggest());
  return (
    <Modal opened onClose={onClose} title={t("assign.title")} size={760} yOffset={72} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? (error === null ? <Loading rows={6} /> : null) : <Sheet proposals={data} onClose={onClose} />}
    </Modal>
  );
}

function Sheet({ proposals: { rows, left }, onClose }: { proposals: Proposals; onClose: () => void }) {
  const { t } = useTranslation(["holding", "common"]);
  const toast = useToast();
  const assign = useAssign();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const chosen = rows.filter(({ deal }) => !without.has(deal.id));
  const turn = (id: string) => {
    const next = new Set(without);
    if (!next.delete(id)) next.add(id);
    setWithout(next);
  };
  const confirm = () =>
    assign.mutate(chosen.map(({ deal, member }) => ({ deal: deal.id, member: member.id })), {
      onSuccess: ({ done, action }) => {
        onClose();
        toast.say([t("assign.given", { count: done.given }), done.stayed > 0 ? t("assign.stayed", { count: done.stayed }) : ""].filter(Boolean).join(" "), [action]);
      },
      onError: toast.fail,
    });
  return (
    <div className={css.form} data-testid="assign-sheet">
      <p className={css.quiet}>{rows.length === 0 ? t("assign.none") : t("assign.note")}</p>
      {rows.length === 0 ? null : (
        <ul className={css.proposals}>
          {rows.map((row) => <Line key={row.deal.id} row={row} on={!without.has(row.deal.id)} onTurn={() => turn(row.deal.id)} />)}
        </ul>
      )}
      {left > 0 ? <p className={css.quiet}>{t("assign.left", { count: left })}</p> : null}
      <div className={css.buttons}>
        <Button onClick={onClose}>{t("common:do.cancel")}</Button>
        <Button variant="filled" disabled={chosen.length === 0} loading={assign.isPending} onClick={confirm} data-autofocus data-testid="assign-confirm">{t("assign.confirm", { count: chosen.length })}</Button>
      </div>
    </div>
  );
}

function Line({ row, on, onTurn }: { row: Proposal; on: boolean; onTurn: () => void }) {
  const { t } = useTranslation(["holding", "settings"]);
  const { deal, member, why, grade, seniority, region, free } = row;
  const words = why.map((one) => t(`assign.why.${one}`, { grade: grade ?? "", seniority: t(`settings:members.${seniority}`), region: region ?? "", count: free }));
  return (
    <li data-testid="proposal">
      <Checkbox
        checked={on} onChange={onTurn}
        label={t("assign.line", { deal: deal.name, name: member.name })}
        description={[deal.organization, ...words].filter(Boolean).join(" · ")}
      />
    </li>
  );
}
