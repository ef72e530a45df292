// A lost deal says why: one of a short list, or the user's own words.
import { Button, Modal, Radio, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formKeys } from "../../shared/keys/formKeys";
import css from "./pipeline.module.css";
import { pipelineQueries } from "./queries";

const REASONS = ["price", "rival", "budget", "timing", "fit", "silent"] as const;

export function LostReason({ name, onClose, onReason }: { name: string; onClose: () => void; onReason: (reason: string) => void }) {
  const { t } = useTranslation(["pipeline", "common"]);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: own } = useQuery(pipelineQueries.lostReasons());
  const reasons = own ?? REASONS.map((key) => t(`lost.${key}`));
  const [words, setWords] = useState("");
  const reason = [chosen === null || chosen === "other" ? "" : chosen, words.trim()].filter(Boolean).join(" · ");
  const ready = reason !== "";
  return (
    <Modal opened onClose={onClose} title={t("lost.title", { name })} size={420} padding={24} withCloseButton={false}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onReason(reason);
        }}
        onKeyDown={formKeys()}
      >
        <Radio.Group value={chosen} onChange={setChosen} aria-label={t("lost.why")}>
          <div className={css.reasons}>
            {reasons.map((label, index) => <Radio key={label} size="xs" value={label} label={label} data-autofocus={index === 0 || undefined} />)}
            <Radio size="xs" value="other" label={t("lost.other")} />
          </div>
        </Radio.Group>
        <TextInput label={t("lost.words")} value={words} onChange={(event) => setWords(event.currentTarget.value)} maxLength={500} />
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button type="submit" variant="filled" disabled={!ready} data-testid="lost-confirm">{t("lost.confirm")}</Button>
        </div>
      </form>
    </Modal>
  );
}
