// One file before it is imported: how it is read, what its columns become, what each line would.
import { ActionIcon, Button, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconFileSpreadsheet, IconInfoCircle, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ImportChoice, ImportFile } from "../../ipc/bindings.gen";
import { Columns } from "./Columns";
import { Counts } from "./Counts";
import css from "./exchange.module.css";
import { Lines } from "./Lines";
import { Notes } from "./Notes";
import { ReadAs } from "./ReadAs";
import { useImportWords } from "./words";

type Props = {
  file: ImportFile;
  choice: ImportChoice;
  /** whether the columns stand open; null: where somebody should look at them */
  open: boolean | null;
  onOpen: (open: boolean) => void;
  onChoice: (choice: ImportChoice) => void;
  onLeaveOut: () => void;
};

export function FilePreview({ file, choice, open, onOpen, onChoice, onLeaveOut }: Props) {
  const { t } = useTranslation("exchange");
  const words = useImportWords();
  const { name } = file;
  const mapped = file.columns.filter(({ field }) => field !== null).length;
  const asked = file.told === null || file.told === "guessed" || file.told === "chosen" || file.missing.length > 0;
  const isOpen = (open ?? asked) && file.noun !== null;
  return (
    <section className={css.file} data-testid="import-file" aria-label={name}>
      <header className={css.fileHead}>
        <IconFileSpreadsheet size={18} aria-hidden />
        <h2 className="tl-ellipsis" title={name}>{name}</h2>
        <span className={`${css.note} tl-num`}>{[file.format, t("file.rows", { count: file.rows, rows: words.number(file.rows) })].filter(Boolean).join(" · ")}</span>
        <ReadAs file={file} choice={choice} onChoice={onChoice} />
        <Tooltip label={t("file.leaveOut")}>
          <ActionIcon onClick={onLeaveOut} aria-label={t("file.leaveOutNamed", { name })}><IconX size={16} aria-hidden /></ActionIcon>
        </Tooltip>
      </header>
      <Told file={file} />
      {file.noun === null ? null : <Counts counts={file.counts} planned />}
      <Notes notes={file.notes} />
      {file.noun === null ? null : (
        <Button variant="subtle" onClick={() => onOpen(!isOpen)} aria-expanded={isOpen} data-testid="import-columns">
          {t(isOpen ? "columns.close" : "columns.open", { mapped: words.number(mapped), all: words.number(file.columns.length) })}
        </Button>
      )}
      {isOpen ? <Columns file={file} choice={choice} onChoice={onChoice} /> : null}
      <Lines file={file} />
    </section>
  );
}

/** How core knows what this is, where somebody should know that too. */
function Told({ file }: { file: ImportFile }) {
  const { t } = useTranslation("exchange");
  const words = useImportWords();
  const fields = file.missing.map((field) => words.field(field, file.noun)).join(t("file.join"));
  const told = file.told === null ? t("told.nothing") : file.told === "guessed" || file.told === "remembered" ? t(`told.${file.told}`) : null;
  return (
    <>
      {told === null ? null : <p className={css.told} data-testid="import-told"><IconInfoCircle size={16} aria-hidden />{told}</p>}
      {fields === "" ? null : <p className={css.told} data-late><IconAlertTriangle size={16} aria-hidden />{t("told.missing", { fields })}</p>}
    </>
  );
}
