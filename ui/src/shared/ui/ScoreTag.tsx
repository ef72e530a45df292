// A deal's score in two signs: fit A–D and engagement 1–4. What is unknown is a question mark, not the lowest.
import { useTranslation } from "react-i18next";
import type { DealScore } from "../../ipc/bindings.gen";
import { Tag } from "./Tag";

export const isScored = (score: DealScore | undefined): score is DealScore => score !== undefined && (score.fit !== null || score.level !== null);

/** "Fit A, engagement 3"; unknown is said. */
export function useScoreWords(): (score: DealScore) => string {
  const { t } = useTranslation(["scoring", "common"]);
  return ({ fit, level }) => t("tag.words", { fit: fit ?? t("common:state.unknown"), level: level ?? t("common:state.unknown") });
}

export function ScoreTag({ score }: { score: DealScore | undefined }) {
  const words = useScoreWords();
  if (!isScored(score)) return null;
  return (
    <span title={words(score)} data-testid="score-tag">
      <Tag tone="outline"><span aria-hidden>{`${score.fit ?? "?"}${score.level ?? "?"}`}</span><span className="tl-hidden">{words(score)}</span></Tag>
    </span>
  );
}
