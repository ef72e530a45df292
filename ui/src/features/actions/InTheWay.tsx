// What stands on an action: the later work that has to be taken back first, the latest on top.
import { Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ActionLine } from "../../ipc/bindings.gen";
import { useActionWords } from "../../shared/format/actionWords";
import { useFormat } from "../../shared/format/useFormat";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import css from "./actions.module.css";
import { actionsQueries, useUndoAll } from "./queries";

export function InTheWay({ action, onClose }: { action: ActionLine; onClose: () => void }) {
  const { t } = useTranslation(["history", "app", "common"]);
  const { named } = useActionWords();
  const f = useFormat();
  const toast = useToast();
  const undoAll = useUndoAll();
  const { data: way, error } = useQuery(actionsQueries.way(action.id));
  const what = named(action);
  const all = () =>
    undoAll.mutate([...(way ?? []).map(({ id }) => id), action.id], {
      onSuccess: () => toast.say(t("app:undone", { what })),
      onError: toast.fail,
      onSettled: onClose,
    });
  return (
    <Modal opened onClose={onClose} title={t("way.title")} size={560} yOffset={96} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <div className={css.way} data-testid="history-way">
        <p>{t("way.text", { what })}</p>
        {way === undefined ? (error === null ? <Loading rows={3} height={28} /> : <ErrorNote error={error} />) : (
          <ul>
            {way.map((line) => (
              <li key={line.id} data-testid="history-way-row">
                <span className={css.what}>{named(line)}</span>
                <span className={css.note}>{[line.member, `${f.dayAt(line.at)} ${f.time(line.at)}`].filter(Boolean).join(" · ")}</span>
              </li>
            ))}
          </ul>
        )}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          {action.live ? (
            <Button variant="filled" data-autofocus loading={undoAll.isPending} disabled={way === undefined} onClick={all} data-testid="history-way-all">{t("way.then")}</Button>
          ) : null}
        </div>
      </div>
    </Modal>
  );
}
