// The list at hand as a file: its filters, order and columns; where rows are chosen, those alone.
import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExportFormat, ListKind, PageInput } from "../../ipc/bindings.gen";
import { useFormat, usePlace } from "../format/useFormat";
import { type Action, useActions } from "../keys/actions";
import { useActionLabel } from "../ui/ActionButton";
import { useToast } from "../ui/toast";
import { useExport } from "./queries";
import type { Selection } from "./selection";

const FILES: Record<ExportFormat, string> = { xlsx: "xlsx", csv: "csv", vcard: "vcf" };

type Props = { kind: ListKind; page: PageInput; columns: readonly string[]; selection: Selection; title: string };

export function ExportMenu({ kind, page, columns, selection, title }: Props) {
  const { t } = useTranslation("table");
  const label = useActionLabel();
  const format = useFormat();
  const { today } = usePlace();
  const toast = useToast();
  const [opened, setOpened] = useState(false);
  const exporting = useExport();
  const open: Action = { id: "table.export", run: () => setOpened(true) };
  useActions([open]);
  const chosen = [...selection.ids];
  const write = (wanted: ExportFormat) => {
    const extension = FILES[wanted];
    exporting.mutate(
      {
        input: { kind, page, format: wanted, columns: [...columns], ...(selection.all ? { but: chosen } : chosen.length > 0 ? { only: chosen } : {}) },
        suggested: `${title} ${today}.${extension}`,
        file: { name: t(`export.${wanted}`), extensions: [extension] },
      },
      {
        onSuccess: (done) => (done === null ? undefined : toast.say(t("export.done", { count: done.rows, rows: format.number(done.rows) }))),
        onError: (error) => toast.fail(error),
      },
    );
  };
  const formats: ExportFormat[] = kind === "people" ? ["xlsx", "csv", "vcard"] : ["xlsx", "csv"];
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={224} returnFocus>
      <Menu.Target>
        <Tooltip label={label("table.export")} disabled={opened}>
          <ActionIcon variant="subtle" aria-label={label("table.export")} onClick={() => setOpened(!opened)} data-testid="table-export"><IconDownload size={16} aria-hidden /></ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{selection.all || chosen.length > 0 ? t("export.chosen") : t("export.all")}</Menu.Label>
        {formats.map((one) => (
          <Menu.Item key={one} onClick={() => write(one)} data-testid={`export-${one}`}>{t(`export.${one}`)}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
