// The stages of a pipeline in their order.
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PipelineSetup, StageSetup } from "../../ipc/bindings.gen";
import { Arranged } from "../../shared/dnd/Arranged";
import { Keys } from "../../shared/ui/Keys";
import { Tag } from "../../shared/ui/Tag";
import { useToast } from "../../shared/ui/toast";
import { useOrderStages } from "./queries";
import css from "./settings.module.css";
import { StageForm } from "./StageForm";

export function Stages({ pipeline }: { pipeline: PipelineSetup }) {
  const { t } = useTranslation("settings");
  const toast = useToast();
  const order = useOrderStages();
  const [open, setOpen] = useState<StageSetup | "new" | null>(null);
  return (
    <>
      <Arranged
        label={t("stages.list", { name: pipeline.name })} rows={pipeline.stages} rowTestId="stage-row" onOpen={setOpen}
        onOrder={async (ids, { name }) => {
          try {
            const { action } = await order.mutateAsync({ pipeline: pipeline.id, ids });
            toast.say(t("stages.moved", { name }), [action]);
          } catch (refused) {
            toast.fail(refused);
            throw refused;
          }
        }}
        cells={({ name, kind, limit_days: days, win_chance: chance, deals, retired }) => (
          <>
            <span className={css.rowName}>{retired === true ? t("stages.retiredNamed", { name }) : name}</span>
            <Tag>{t(`stages.kind.${kind}`)}</Tag>
            <span className={css.rowAbout}>{days === null ? t("stages.noLimit") : t("stages.limit", { count: days })}</span>
            <span className={css.figure}>{chance === null ? "–" : `${chance}%`}</span>
            <span className={css.figure}>{t("stages.deals", { count: deals })}</span>
          </>
        )}
      />
      <div className={css.listFoot}>
        <Button variant="subtle" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen("new")} data-testid="stage-new">{t("stages.new")}</Button>
        <span className={css.keysHint}><Keys keys="alt+up" /><Keys keys="alt+down" />{t("stages.moveKeys")}</span>
      </div>
      {open === null ? null : <StageForm pipeline={pipeline} stage={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}
