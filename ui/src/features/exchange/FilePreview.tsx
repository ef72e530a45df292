// One file before it is imported: what it is, what its columns become, what would change.
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconFileSpreadsheet, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ImportFile } from "../../ipc/bindings.gen";
import { Tag } from "../../shared/ui/Tag";
import { Counts } from "./Counts";
import css from "./exchange.module.css";
import { Notes } from "./Notes";
import { useImportWords } from "./words";

const SAMPLE = 3;

export function FilePreview({ file, onLeaveOut }: { file: ImportFile; onLeaveOut: () => void }) {
  const { t } = useTranslation("exchange");
  const words = useImportWords();
  const about = [file.source, file.encoding, words.delimiter(file.delimiter), t("file.rows", { count: file.rows, rows: words.number(file.rows) })].filter(Boolean).join(" · ");
  return (
    <section className={css.file} data-testid="import-file" aria-label={file.name}>
      <header className={css.fileHead}>
        <IconFileSpreadsheet size={18} aria-hidden />
        <h2 className="tl-ellipsis">{file.name}</h2>
        {file.noun === null ? <Tag tone="warn">{t("file.unknown")}</Tag> : <Tag tone="accent">{t("file.becomes", { noun: words.noun(file.noun) })}</Tag>}
        <span className={`${css.note} tl-ellipsis`}>{about}</span>
        <Tooltip label={t("file.leaveOut")}>
          <ActionIcon className={css.end ?? ""} onClick={onLeaveOut} aria-label={t("file.leaveOutNamed", { name: file.name })}><IconX size={16} aria-hidden /></ActionIcon>
        </Tooltip>
      </header>
      <Counts counts={file.counts} planned />
      <Notes notes={file.notes} />
      <Columns file={file} />
    </section>
  );
}

function Columns({ file }: { file: ImportFile }) {
  const { t } = useTranslation("exchange");
  const words = useImportWords();
  if (file.columns.length === 0) return null;
  return (
    <div className={css.tableBox} tabIndex={0} role="region" aria-label={t("columns.label", { name: file.name })}>
      <table className={css.table}>
        <thead>
          <tr>{file.columns.map(({ name }) => <th key={name} scope="col">{name}</th>)}</tr>
          <tr className={css.fields}>
            {file.columns.map(({ name, field }) => (
              <td key={name}>{field === null ? <span className={css.note}>{t("columns.kept")}</span> : words.field(field)}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.sample.slice(0, SAMPLE).map((line, index) => (
            <tr key={index}>{file.columns.map(({ name }, place) => <td key={name} className="tl-num">{line[place] ?? ""}</td>)}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
