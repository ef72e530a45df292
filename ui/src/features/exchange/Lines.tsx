// The first lines of a file, and what each would become: new, changed, as it was, maybe there already, or why not.
import { useTranslation } from "react-i18next";
import type { ImportBecomes, ImportFile, ImportRow } from "../../ipc/bindings.gen";
import { Tag } from "../../shared/ui/Tag";
import css from "./exchange.module.css";
import { useFieldWords, useImportWords } from "./words";

const TONES = { created: "accent", duplicate: "warn", updated: "accent", unchanged: undefined, failed: "late" } as const satisfies Record<ImportBecomes, string | undefined>;

export function Lines({ file }: { file: ImportFile }) {
  const { t } = useTranslation("exchange");
  const words = useImportWords();
  const fieldWords = useFieldWords(file.noun);
  if (file.sample.length === 0) return null;
  const rest = file.rows - file.sample.length;
  return (
    <>
      <div className={css.tableBox} tabIndex={0} role="region" aria-label={t("lines.label", { name: file.name })} data-testid="import-lines">
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t("lines.becomes")}</th>
              {file.columns.map(({ name, field }) => (
                <th key={name} scope="col">
                  <span title={name}>{name}</span>
                  <span className={css.field}>{field === null ? "" : fieldWords(field)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.sample.map((row, index) => (
              <tr key={index} data-becomes={row.becomes}>
                <td className={css.becomes}><Becomes row={row} noun={file.noun} /></td>
                {file.columns.map(({ name }, place) => <td key={name} className="tl-num">{row.cells[place] ?? ""}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 ? <p className={css.note}>{t("lines.more", { count: rest, rows: words.number(rest) })}</p> : null}
    </>
  );
}

function Becomes({ row, noun }: { row: ImportRow; noun: string | null }) {
  const { t } = useTranslation("exchange");
  const words = useImportWords();
  const { becomes, name, reason, column } = row;
  if (becomes === null) return null;
  const why = reason === null ? name : [words.reason(reason), column].filter((part) => part !== null && part !== "").join(" · ");
  const tone = TONES[becomes];
  return (
    <>
      <Tag {...(tone === undefined ? {} : { tone })}>{t(`becomes.${becomes}`)}</Tag>
      <span className="tl-ellipsis" title={why ?? undefined} data-noun={noun}>{why}</span>
    </>
  );
}
