// A journey as a page of its own, for the report file: name, as-of day, chart or list.
import { useTranslation } from "react-i18next";
import type { Journey, Lang } from "../../ipc/bindings.gen";
import { PlaceContext, useFormat } from "../../shared/format/useFormat";
import { JourneyView } from "./JourneyView";
import css from "./journeys.module.css";
import type { SavedFile } from "../../shared/charts/saved";

export type ReportData = { lang: Lang; zone: string; currency: string; journey: Journey };

const types = { png: "image/png", svg: "image/svg+xml", csv: "text/csv" } as const;

/** Without a workspace a file is a download of the browser. */
function download({ name, extension, bytes }: SavedFile): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type: types[extension] }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${name}.${extension}`;
  link.click();
  URL.revokeObjectURL(url);
}

export function Report({ data }: { data: ReportData | null }) {
  const { t } = useTranslation("journeys");
  if (data === null) return <p className={css.report}>{t("report.broken")}</p>;
  const { zone, currency, journey } = data;
  return (
    <PlaceContext value={{ zone, currency, today: journey.today, now: journey.now }}>
      <main className={css.report}>
        <h1>{t("report.title", { name: journey.name })}</h1>
        <AsOf at={journey.now} />
        <JourneyView journey={journey} onSave={download} />
      </main>
    </PlaceContext>
  );
}

function AsOf({ at }: { at: number }) {
  const { t } = useTranslation("journeys");
  const format = useFormat();
  return <p className={css.detailNote}>{t("report.asOf", { when: `${format.longDayAt(at)} ${format.time(at)}` })}</p>;
}
