// How one file is read: what its rows become, its encoding, what stands between its cells. A change shows at once.
import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ImportChoice, ImportFile } from "../../ipc/bindings.gen";
import { readAs } from "./choices";
import css from "./exchange.module.css";
import { useImportWords } from "./words";

const NOUNS = ["people", "organizations", "deals", "touchpoints", "members", "products"];
const ENCODINGS = ["UTF-8", "GBK", "gb18030", "Big5", "UTF-16LE", "UTF-16BE", "windows-1252", "Shift_JIS", "EUC-KR"];
const DELIMITERS = [",", ";", "\t", "|"];

type Props = { file: ImportFile; choice: ImportChoice; onChoice: (choice: ImportChoice) => void };

export function ReadAs({ file, choice, onChoice }: Props) {
  const { t } = useTranslation("exchange");
  const words = useImportWords();
  const encodings = ENCODINGS.includes(file.encoding) ? ENCODINGS : [file.encoding, ...ENCODINGS];
  const all = file.noun === null || NOUNS.includes(file.noun) ? NOUNS : [...NOUNS, file.noun];
  const nouns = all.map((noun) => ({ value: noun, label: words.noun(noun) }));
  return (
    <div className={css.readAs}>
      <NativeSelect
        aria-label={t("read.kind", { name: file.name })} data-testid="import-kind" value={file.noun ?? ""}
        data={file.noun === null ? [{ value: "", label: t("file.unknown") }, ...nouns] : nouns}
        onChange={(event) => onChoice(readAs(choice, { kind: event.currentTarget.value }))}
      />
      {file.encoding === "" ? null : (
        <NativeSelect
          aria-label={t("read.encoding", { name: file.name })} data-testid="import-encoding" value={file.encoding} data={encodings}
          onChange={(event) => onChoice(readAs(choice, { encoding: event.currentTarget.value }))}
        />
      )}
      {DELIMITERS.includes(file.delimiter) ? (
        <NativeSelect
          aria-label={t("read.delimiter", { name: file.name })} data-testid="import-delimiter" value={file.delimiter}
          data={DELIMITERS.map((sign) => ({ value: sign, label: words.delimiter(sign) }))}
          onChange={(event) => onChoice(readAs(choice, { delimiter: event.currentTarget.value }))}
        />
      ) : null}
    </div>
  );
}
