// Before a backup is restored: what it holds against what is here now, and what would be lost.
import { Button, Modal, Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { BackupPreview } from "../../ipc/bindings.gen";
import { useActionWords } from "../../shared/format/actionWords";
import { useFormat } from "../../shared/format/useFormat";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { Loading } from "../../shared/ui/Loading";
import { useToast } from "../../shared/ui/toast";
import { settingsQueries, useRestore } from "./queries";
import css from "./settings.module.css";

/** What people know by name; the rest follows from these. */
const counted = ["people", "organizations", "deals", "touchpoints", "followups"] as const;

export function Restore({ path, onClose }: { path: string; onClose: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  const toast = useToast();
  const { data, error } = useQuery(settingsQueries.preview(path));
  const restore = useRestore();
  const run = () =>
    restore.mutate(path, {
      onSuccess: () => {
        onClose();
        toast.say(t("backups.restored"));
      },
    });
  return (
    <Modal opened onClose={onClose} title={t("backups.previewTitle")} size={560} yOffset={96} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <div className={css.form} data-testid="restore">
        {error === null ? null : <ErrorNote error={error} />}
        {data === undefined ? (error === null ? <Loading rows={4} /> : null) : <Preview preview={data} />}
        {restore.error === null ? null : <ErrorNote error={restore.error} />}
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button variant="filled" disabled={data === undefined} loading={restore.isPending} onClick={run} data-testid="restore-run">{t("backups.run")}</Button>
        </div>
      </div>
    </Modal>
  );
}

function Preview({ preview }: { preview: BackupPreview }) {
  const { t } = useTranslation("settings");
  const words = useActionWords();
  const f = useFormat();
  const { as_of: asOf, same, name, counts, lost, latest, back } = preview;
  const of = (noun: string) => counts.find((count) => count.noun === noun) ?? { then: 0, now: 0 };
  return (
    <>
      <p>{asOf === null ? t("backups.asOfNever") : t("backups.asOf", { day: f.longDayAt(asOf), time: f.time(asOf) })}</p>
      {same ? null : <p className={css.warn}>{t("backups.other", { name })}</p>}
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th>{t("backups.what")}</Table.Th><Table.Th ta="end">{t("backups.then")}</Table.Th><Table.Th ta="end">{t("backups.now")}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {counted.map((noun) => (
            <Table.Tr key={noun} data-testid={`restore-${noun}`}>
              <Table.Td>{t(`backups.noun.${noun}`)}</Table.Td>
              <Table.Td ta="end" className="tl-num">{f.number(of(noun).then)}</Table.Td>
              <Table.Td ta="end" className="tl-num">{f.number(of(noun).now)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p data-testid="restore-lost">{lost === 0 ? t("backups.lostNone") : t("backups.lost", { count: lost })}{back === 0 ? null : ` ${t("backups.back", { count: back })}`}</p>
      {latest.length === 0 ? null : (
        <ul className={css.lost}>
          {latest.map((action, index) => (
            <li key={index}>{f.dayAt(action.at)} {f.time(action.at)} · {words.named(action)}</li>
          ))}
          {lost > latest.length ? <li>{t("backups.lostMore", { count: lost - latest.length })}</li> : null}
        </ul>
      )}
      <p className={css.note}>{t("backups.safety")}</p>
    </>
  );
}
