// The journey of one person or organization on its record. Routes put it beside the record page.
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Subject } from "../../ipc/bindings.gen";
import { overlays } from "../../shared/hooks/overlays";
import { ErrorNote } from "../../shared/ui/ErrorNote";
import { ShortcutKeys } from "../../shared/ui/Keys";
import { Loading } from "../../shared/ui/Loading";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import { JourneyView } from "./JourneyView";
import css from "./journeys.module.css";
import { saveFile } from "../../shared/charts/queries";
import { journeyQueries } from "./queries";
import type { SavedFile } from "../../shared/charts/saved";

export function JourneyPanel({ subject }: { subject: Subject }) {
  const { t } = useTranslation("journeys");
  const toast = useToast();
  const { data, error } = useQuery(journeyQueries.of(subject));

  const save = async (file: SavedFile) => {
    try {
      const path = await saveFile(file);
      if (path !== null) toast.say(t("tool.saved", { file: path.split(/[\\/]/).at(-1) ?? path }));
    } catch (cause) {
      toast.fail(cause);
    }
  };

  if (error && !data) return <ErrorNote error={error} />;
  if (!data) return <Loading rows={8} height={38} />;
  const begin = () => overlays.quicklog(subject.kind === "person" ? { person: { id: subject.id, name: data.name } } : {});
  const start = <Button onClick={begin} rightSection={<ShortcutKeys id="quicklog.open" />}>{t("empty.action")}</Button>;
  return <JourneyView journey={data} onSave={(file) => void save(file)} more={(id) => <TouchpointMore id={id} />} start={start} />;
}

function TouchpointMore({ id }: { id: string }) {
  const { data } = useQuery(journeyQueries.touchpoint(id));
  if (!data) return null;
  return (
    <>
      {data.deal === null ? null : <p className={css.detailNote}>{data.deal}</p>}
      {data.tags.length > 0 ? <p className={css.tags}>{data.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</p> : null}
    </>
  );
}
