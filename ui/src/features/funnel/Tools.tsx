// What the funnel is of: which pipeline, which days, looked from when, broken down by what, which groups only.
import { Button, Select } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { IconX } from "@tabler/icons-react";
import type { Funnel } from "../../ipc/bindings.gen";
import { DaysHere } from "../../shared/ui/DaysHere";
import css from "./funnel.module.css";
import { breakdowns, filterOf, type FunnelSearch } from "./search";
import { useFunnelWords } from "./words";

type Props = { search: FunnelSearch; funnel: Funnel | undefined; onTurn: (next: FunnelSearch) => void };

/** Without what is undefined: an address holds only what was chosen. */
const tidy = (next: { [K in keyof FunnelSearch]: FunnelSearch[K] | undefined }): FunnelSearch => Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value.length > 0));

export function Tools({ search, funnel, onTurn }: Props) {
  const { t, group } = useFunnelWords();
  const set = (change: { [K in keyof FunnelSearch]?: FunnelSearch[K] | undefined }) => onTurn(tidy({ ...search, ...change }));
  const day = (which: "from" | "to" | "asOf") => (
    <DateInput
      className={css.day ?? ""} aria-label={t(`tools.${which}`)} placeholder={t(`tools.${which}`)} valueFormat="YYYY-MM-DD" clearable value={search[which] ?? null}
      onChange={(next) => set({ [which]: next ?? undefined })} data-testid={`funnel-${which}`}
    />
  );
  return (
    <div className={css.toolbar} role="group" aria-label={t("tools.label")}>
      {funnel !== undefined && funnel.pipelines.length > 1 ? (
        <Select
          className={css.choice ?? ""} aria-label={t("tools.pipeline")} allowDeselect={false} value={funnel.pipeline.id} data={funnel.pipelines.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(pipeline) => set({ pipeline: pipeline ?? undefined, only: undefined })}
        />
      ) : null}
      <Select
        className={css.choice ?? ""} aria-label={t("tools.by")} placeholder={t("tools.by")} clearable value={search.by ?? null} data={breakdowns.map((by) => ({ value: by, label: t(`by.${by}`) }))}
        onChange={(by) => set({ by: breakdowns.find((one) => one === by) })} data-testid="funnel-by"
      />
      <DaysHere>
        {day("from")}
        {day("to")}
        {day("asOf")}
      </DaysHere>
      {(search.only ?? []).map((only) => {
        const { by, key } = filterOf(only);
        const found = funnel?.groups.find((one) => search.by === by && one.key === key);
        const name = `${t(`by.${by}`)}: ${group(by, found ?? { key, name: null })}`;
        return <Button key={only} variant="default" rightSection={<IconX size={14} aria-hidden />} aria-label={t("tools.drop", { name })} onClick={() => set({ only: (search.only ?? []).filter((one) => one !== only) })} data-testid="funnel-only">{name}</Button>;
      })}
    </div>
  );
}
