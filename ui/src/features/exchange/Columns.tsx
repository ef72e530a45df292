// Which field each column becomes, with what stands in it; a column without one stays with the line.
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { FieldKind, ImportChoice, ImportColumn, ImportFile, Target } from "../../ipc/bindings.gen";
import { fieldKinds } from "../../shared/own/own";
import { useOwnFields } from "../../shared/own/queries";
import { withColumn } from "./choices";
import css from "./exchange.module.css";
import { exchangeQueries } from "./queries";
import { ownerOf, useFieldWords } from "./words";

/** Different cells that are shown of a column. */
const EXAMPLES = 3;

type Props = { file: ImportFile; choice: ImportChoice; onChoice: (choice: ImportChoice) => void };

export function Columns({ file, choice, onChoice }: Props) {
  const { t } = useTranslation("exchange");
  const words = useFieldWords(file.noun);
  const { data: targets = [] } = useQuery({ ...exchangeQueries.targets(file.noun ?? ""), enabled: file.noun !== null });
  const named = ({ field, required }: Target) => ({ value: field, label: required ? t("columns.required", { field: words(field) }) : words(field) });
  const noun = ownerOf(file.noun);
  const own = useOwnFields(noun ?? "people").filter(({ retired }) => !retired);
  const newField = (kind: FieldKind) => ({ value: `new:${kind}`, label: words(`new:${kind}`) });
  /** What is offered for a column: the fields there are, and a new one of the kind that its cells look like. */
  const optionsOf = ({ field, kind = "text" }: ImportColumn) => {
    const built = [{ value: "", label: t("columns.kept") }, ...targets.map(named)];
    if (noun === undefined) return built;
    const asked = fieldKinds.find((one) => field === `new:${one}`);
    const kinds = [...new Set<FieldKind>([kind, ...(asked === undefined ? [] : [asked]), "text"])];
    return [...built, { group: t("columns.own"), items: [...own.map(({ id, name }) => ({ value: `own:${id}`, label: name })), ...kinds.map(newField)] }];
  };
  const take = (column: string, field: string) => {
    const several = field.startsWith("new:") || (targets.find((target) => target.field === field)?.several ?? false);
    onChoice(withColumn(choice, file, column, field, several));
  };
  return (
    <div className={css.columnsBox}>
      <table className={css.columns} aria-label={t("columns.label", { name: file.name })}>
        <thead>
          <tr>
            <th scope="col">{t("columns.column")}</th>
            <th scope="col">{t("columns.becomes")}</th>
            <th scope="col">{t("columns.examples")}</th>
          </tr>
        </thead>
        <tbody>
          {file.columns.map((column, at) => {
            const { name, field } = column;
            return (
            <tr key={name}>
              <th scope="row" title={name}>{name === "" ? t("columns.nameless", { at: at + 1 }) : name}</th>
              <td>
                <NativeSelect
                  aria-label={t("columns.of", { column: name })} data-testid="import-column" value={field ?? ""} data={optionsOf(column)}
                  data-kept={field === null || undefined} onChange={(event) => take(name, event.currentTarget.value)}
                />
              </td>
              <td className={`${css.note} tl-ellipsis`}>{examples(file, at)}</td>
            </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function examples(file: ImportFile, at: number): string {
  const cells = file.sample.map(({ cells }) => cells[at]?.trim() ?? "").filter((cell) => cell !== "");
  return [...new Set(cells)].slice(0, EXAMPLES).join(" · ");
}
