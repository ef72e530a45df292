// The stage of a deal as a cell of the table: a change there is a move like any other, and a lost deal is
// asked why.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DealRow } from "../../ipc/bindings.gen";
import type { Cell } from "../../shared/fields/EditableCell";
import { choice } from "../../shared/fields/specs";
import { asRefused } from "../../shared/ui/ErrorNote";
import { useToast } from "../../shared/ui/toast";
import { LostReason } from "./LostReason";
import { useEntering } from "./NeedsForm";
import { pipelineQueries, useMove } from "./queries";

export function useStageCell() {
  const { t } = useTranslation(["pipeline", "table"]);
  const toast = useToast();
  const { data: pipelines = [] } = useQuery(pipelineQueries.pipelines());
  const { mutateAsync } = useMove();
  const entering = useEntering();
  const [losing, setLosing] = useState<{ deal: DealRow; stage: string } | null>(null);

  const move = async (deal: DealRow, stage: string, reason: string | null) => {
    const name = pipelines.flatMap(({ stages }) => stages).find(({ id }) => id === stage)?.name ?? "";
    try {
      const { action } = await mutateAsync({ deal: deal.id, stage, reason });
      toast.say(t("moved", { name: deal.name, stage: name }), [action]);
    } catch (error) {
      if (asRefused(error).code !== "stage_needs") throw error;
      entering.refused(error, { deal: deal.id, name: deal.name, stage, stageName: name, reason });
    }
  };
  const cell = (deal: DealRow): Cell | null => {
    const own = pipelines.find(({ stages }) => stages.some(({ id }) => id === deal.stage_id)) ?? pipelines[0];
    if (own === undefined) return null;
    const { stages } = own;
    return {
      key: "stage", label: t("table:field.stage"), value: deal.stage_id ?? "", spec: choice(stages.filter(({ id, retired }) => retired !== true || id === deal.stage_id).map(({ id }) => id), { required: true }),
      words: Object.fromEntries(stages.map(({ id, name }) => [id, name])),
      save: async (stage) => {
        if (stages.find(({ id }) => id === stage)?.kind === "lost") setLosing({ deal, stage });
        else await move(deal, stage, null);
      },
    };
  };
  const dialog = losing === null ? null : (
    <LostReason
      name={losing.deal.name} onClose={() => setLosing(null)}
      onReason={(reason) => {
        setLosing(null);
        move(losing.deal, losing.stage, reason).catch(toast.fail);
      }}
    />
  );
  return { cell, dialog: <>{dialog}{entering.dialog}</> };
}
