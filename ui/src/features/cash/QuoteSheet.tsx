// A version of a quote to look at, to print, to send, and to say what came of it.
import { Button, Modal, Portal, SegmentedControl } from "@mantine/core";
import { IconCheck, IconCopyPlus, IconPencil, IconPrinter, IconSend, IconTrash, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Lang, QuoteView } from "../../ipc/bindings.gen";
import { languageNames, languages } from "../../shared/format/languages";
import { useToast } from "../../shared/ui/toast";
import css from "./cash.module.css";
import type { CashDeal } from "./DealCash";
import paper from "./paper.module.css";
import { QuotePaper } from "./QuotePaper";
import { cashQueries, useAnswerQuote, useDeleteQuote, useReviseQuote, useSendQuote } from "./queries";

type Props = { deal: CashDeal; quote: QuoteView; onEdit: () => void; onShow: (id: string) => void; onClose: () => void };

export function QuoteSheet({ deal, quote, onEdit, onShow, onClose }: Props) {
  const { t, i18n } = useTranslation(["cash", "common"]);
  const [lang, setLang] = useState<Lang>(() => languages.find((one) => one === i18n.language) ?? "en");
  const { data: from = null } = useQuery(cashQueries.from());
  const tools = useRef<HTMLDivElement>(null);
  // The button that was pressed may be gone now: the focus stays in the sheet, so that Escape closes it and no more.
  useEffect(() => {
    if (tools.current?.contains(document.activeElement) === false) tools.current.focus();
  }, [quote.state]);
  return (
    <Modal opened onClose={onClose} title={t("quote.title", { number: quote.number, version: quote.version })} size={760} padding={24} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <div className={css.paperTools} ref={tools} tabIndex={-1} data-testid="quote-sheet">
        <Steps quote={quote} onEdit={onEdit} onShow={onShow} onClose={onClose} />
        <SegmentedControl
          size="xs" aria-label={t("quote.lang")} value={lang} onChange={(value) => setLang(languages.find((one) => one === value) ?? lang)}
          data={languages.map((one) => ({ value: one, label: <span lang={one}>{languageNames[one]}</span> }))}
        />
        <Button leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()} data-testid="quote-print">{t("action.print")}</Button>
      </div>
      <div className={css.paper}><QuotePaper deal={deal} quote={quote} lang={lang} from={from} /></div>
      <Portal><article className={paper.sheet} aria-hidden data-print-quote><QuotePaper deal={deal} quote={quote} lang={lang} from={from} /></article></Portal>
    </Modal>
  );
}

/** What can be done next with a version: a draft is changed or sent, what was sent is answered or followed by another. */
function Steps({ quote, onEdit, onShow, onClose }: Omit<Props, "deal">) {
  const { t } = useTranslation("cash");
  const toast = useToast();
  const send = useSendQuote();
  const answer = useAnswerQuote();
  const revise = useReviseQuote();
  const remove = useDeleteQuote();
  const said = (words: string) => ({ onSuccess: ({ action }: { action: string | null }) => toast.say(words, [action]), onError: toast.fail });
  const { id, state } = quote;
  const draft = state === "draft";
  return (
    <>
      {draft ? <Button data-autofocus leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit} data-testid="quote-edit">{t("action.edit")}</Button> : null}
      {draft ? <Button variant="filled" leftSection={<IconSend size={16} aria-hidden />} loading={send.isPending} onClick={() => send.mutate(id, said(t("quote.sent")))} data-testid="quote-send">{t("action.send")}</Button> : null}
      {draft || state === "accepted" ? null : <Button data-autofocus leftSection={<IconCheck size={16} aria-hidden />} onClick={() => answer.mutate({ id, accepted: true }, said(t("quote.accepted")))} data-testid="quote-accept">{t("action.accepted")}</Button>}
      {draft || state === "declined" ? null : <Button leftSection={<IconX size={16} aria-hidden />} onClick={() => answer.mutate({ id, accepted: false }, said(t("quote.declined")))} data-testid="quote-decline">{t("action.declined")}</Button>}
      {draft ? null : (
        <Button
          leftSection={<IconCopyPlus size={16} aria-hidden />} data-testid="quote-revise"
          onClick={() => revise.mutate(id, { onSuccess: (made) => { toast.say(t("quote.revised", { version: quote.version + 1 }), [made.action]); onShow(made.id); }, onError: toast.fail })}
        >
          {t("action.revise")}
        </Button>
      )}
      <Button variant="subtle" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove.mutate(id, { ...said(t("quote.deleted")), onSettled: onClose })} data-testid="quote-delete">{t("action.delete")}</Button>
    </>
  );
}
