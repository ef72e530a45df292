// A record whose row is in the recycle bin: who put it there, and the way back.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../shared/format/useFormat";
import { EmptyState } from "../../shared/ui/EmptyState";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { binQueries, useRestore } from "./queries";

/** `error` is what the record said; it stands when the row is not in the bin either. */
export function Gone({ id, error }: { id: string; error: unknown }) {
  const { t } = useTranslation("bin");
  const f = useFormat();
  const toast = useToast();
  const restore = useRestore();
  const { data: row } = useQuery(binQueries.find(id));
  if (row === undefined) return null;
  if (row === null) return <ErrorNote error={error} />;
  const when = f.inWordsAt(row.deleted_at);
  return (
    <EmptyState icon={IconTrash} title={t("gone.title", { name: row.name })} text={row.member === null ? t("gone.textNobody", { when }) : t("gone.text", { when, member: row.member })}>
      <Button
        variant="filled"
        data-testid="gone-restore"
        loading={restore.isPending}
        onClick={() => restore.mutate([id], { onSuccess: ({ action }) => toast.say(t("restored", { name: row.name }), [action]), onError: toast.fail })}
      >
        {t("action.restore")}
      </Button>
    </EmptyState>
  );
}
