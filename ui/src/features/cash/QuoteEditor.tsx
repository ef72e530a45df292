// Writing a quote, by keyboard alone: Enter goes to the next line and makes one behind the last, Ctrl+Enter
// saves. What is typed is kept like a quick log; Escape closes and loses nothing.
import { ActionIcon, Autocomplete, Button, Modal, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { QuoteProduct, QuoteView } from "../../ipc/bindings.gen";
import { useKeptDraft } from "../../shared/drafts/queries";
import { addDays } from "../../shared/format/dates";
import { useFormat, usePlace } from "../../shared/format/useFormat";
import { isComposing } from "../../shared/keys/composition";
import { DayInput } from "../../shared/ui/DayInput";
import { useErrorWords } from "../../shared/ui/ErrorNote";
import { Keys } from "../../shared/ui/Keys";
import { useToast } from "../../shared/ui/toast";
import css from "./cash.module.css";
import { blankLine, draftOf, isBlank, type LineDraft, linesOf, quoteInput, readDraft, type Wrong, wrongs } from "./quoteDraft";
import { cashQueries, useSaveQuote } from "./queries";
import { plainMinor } from "./typed";

/** A new quote holds for a month unless somebody says otherwise. */
const VALID_DAYS = 30;

type Props = { deal: string; quote: QuoteView | null; currency: string; products: readonly QuoteProduct[]; onClose: () => void };

export function QuoteEditor({ deal, quote, currency, products, onClose }: Props) {
  const { t } = useTranslation(["cash", "common"]);
  const { today } = usePlace();
  const words = useErrorWords();
  const toast = useToast();
  const save = useSaveQuote();
  const [first] = useState(() => draftOf(quote, currency, addDays(today, VALID_DAYS)));
  const { draft, setDraft, discard } = useKeptDraft({ place: `quote ${deal} ${quote?.id ?? "new"}`, first, store: (value) => JSON.stringify(value), restore: readDraft });
  const [tried, setTried] = useState(false);
  const filled = draft.lines.filter((line) => !isBlank(line));
  const ready = filled.length > 0 && filled.every((line) => wrongs(line, draft.currency).length === 0);

  const submit = () => {
    setTried(true);
    if (!ready || save.isPending) return;
    save.mutate(quoteInput(quote?.id ?? null, deal, draft, products), {
      onSuccess: ({ action }) => {
        discard();
        onClose();
        toast.say(t("quote.saved"), [action]);
      },
    });
  };
  return (
    <Modal opened onClose={onClose} title={quote === null ? t("quote.new") : t("quote.edit", { number: quote.number, version: quote.version })} size={880} padding={24} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <form
        className={css.form} data-testid="quote-form" noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          if (isComposing(event.nativeEvent)) event.preventDefault();
          else if (event.ctrlKey || event.metaKey) {
            event.preventDefault();
            submit();
          }
        }}
      >
        <Lines draft={draft} products={products} tried={tried} onChange={(lines) => setDraft({ ...draft, lines })} />
        {tried && filled.length === 0 ? <p className={css.wrong} role="alert">{t("quote.noLines")}</p> : null}
        <div className={css.pair}>
          <DayInput label={t("quote.validUntil")} clearable value={draft.valid_until} onChange={(valid_until) => setDraft({ ...draft, valid_until })} />
          <TextInput label={t("quote.currency")} maxLength={3} value={draft.currency} onChange={({ currentTarget }) => setDraft({ ...draft, currency: currentTarget.value.toUpperCase() })} data-testid="quote-currency" />
        </div>
        <Textarea label={t("quote.note")} placeholder={t("quote.noteHint")} autosize minRows={2} maxRows={6} value={draft.note} onChange={({ currentTarget }) => setDraft({ ...draft, note: currentTarget.value })} data-testid="quote-note" />
        {save.error ? <p className={css.wrong} role="alert">{words(save.error)}</p> : null}
        <div className={css.buttons}>
          <span className={css.quiet}>{t("quote.kept")}</span>
          <Button onClick={() => { discard(); onClose(); }} data-testid="quote-discard">{t("quote.discard")}</Button>
          <Button type="submit" variant="filled" loading={save.isPending} rightSection={<Keys keys="mod+enter" />} data-testid="quote-save">{t("action.save")}</Button>
        </div>
      </form>
    </Modal>
  );
}

type LinesProps = { draft: ReturnType<typeof draftOf>; products: readonly QuoteProduct[]; tried: boolean; onChange: (lines: LineDraft[]) => void };

function Lines({ draft, products, tried, onChange }: LinesProps) {
  const { t } = useTranslation("cash");
  const f = useFormat();
  const [asked] = useDebouncedValue(linesOf(draft, products), 120);
  const { data: sum } = useQuery(cashQueries.sum(asked));
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const { lines, currency } = draft;
  // A line just made is typed into at once.
  useEffect(() => {
    if (wanted.current === null) return;
    focusLine(box.current, wanted.current);
    wanted.current = null;
  }, [lines.length]);
  const add = () => {
    wanted.current = lines.length;
    onChange([...lines, blankLine()]);
  };
  const filled = lines.filter((line) => !isBlank(line));
  return (
    <div className={css.lines} ref={box}>
      <div className={css.lineHead} aria-hidden>
        <span>{t("quote.what")}</span><span data-right>{t("quote.quantity")}</span><span data-right>{t("quote.unit")}</span><span data-right>{t("quote.discount")}</span><span data-right>{t("quote.sum")}</span>
      </div>
      {lines.map((line, index) => {
        const net = sum?.lines[filled.indexOf(line)];
        return (
          <Line
            key={index} line={line} number={index + 1} currency={currency} products={products} wrong={tried && !isBlank(line) ? wrongs(line, currency) : []}
            sum={isBlank(line) ? "" : net === null || net === undefined ? "–" : f.money({ minor: net, currency })}
            onChange={(next) => onChange(lines.with(index, next))}
            onRemove={() => onChange(lines.length === 1 ? [blankLine()] : lines.toSpliced(index, 1))}
            onEnter={() => (index === lines.length - 1 ? add() : focusLine(box.current, index + 1))}
          />
        );
      })}
      <Button variant="subtle" className={css.addLine ?? ""} leftSection={<IconPlus size={16} aria-hidden />} onClick={add} data-testid="quote-add-line">{t("quote.add")}</Button>
      <div className={css.total} role="status" data-testid="quote-total">
        <span>{t("quote.total")}</span>
        <span className="tl-num">{sum === undefined || filled.length === 0 ? "–" : sum.total === null ? t("quote.unsum") : f.money({ minor: sum.total, currency })}</span>
      </div>
    </div>
  );
}

function focusLine(box: HTMLElement | null, index: number): void {
  const field = box?.querySelectorAll("[data-line-title]")[index];
  if (field instanceof HTMLElement) field.focus();
}

type LineProps = {
  line: LineDraft; number: number; currency: string; products: readonly QuoteProduct[]; wrong: readonly Wrong[]; sum: string;
  onChange: (line: LineDraft) => void; onRemove: () => void; onEnter: () => void;
};

function Line({ line, number, currency, products, wrong, sum, onChange, onRemove, onEnter }: LineProps) {
  const { t } = useTranslation("cash");
  const named = (field: string) => `${t("quote.line", { number })}: ${field}`;
  const bad = (field: Wrong) => (wrong.includes(field) ? t(field === "title" ? "quote.missingWhat" : "quote.badNumber") : undefined);
  /** A product brings its list price where it is of this currency and none was typed. */
  const pick = (title: string) => {
    const price = products.find(({ name }) => name === title)?.price;
    const unit = line.unit.trim() === "" && price?.currency === currency ? plainMinor(price.minor, currency) : line.unit;
    onChange({ ...line, title, unit });
  };
  const field = (name: "quantity" | "unit" | "discount") => ({
    "aria-label": named(t(`quote.${name}`)), error: bad(name), value: line[name], inputMode: "decimal" as const, "data-right": true, styles: { input: { textAlign: "end" as const } }, "data-testid": `line-${name}`,
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) => onChange({ ...line, [name]: currentTarget.value }),
  });
  return (
    <div
      className={css.line} role="group" aria-label={t("quote.line", { number })} data-testid="quote-edit-line"
      onKeyDown={(event) => {
        // Enter on a suggestion or a button is theirs.
        if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        if (!isComposing(event.nativeEvent)) onEnter();
      }}
    >
      <Autocomplete
        aria-label={named(t("quote.what"))} data-line-title data-autofocus={number === 1 || undefined} data-testid="line-title" data={[...new Set(products.map(({ name }) => name))]} maxLength={400}
        error={bad("title")} value={line.title} onChange={(title) => onChange({ ...line, title })} onOptionSubmit={pick}
      />
      <TextInput {...field("quantity")} />
      <TextInput {...field("unit")} />
      <TextInput {...field("discount")} />
      <span data-sum className="tl-num">{sum}</span>
      <ActionIcon variant="subtle" aria-label={t("quote.remove", { number })} onClick={onRemove}><IconX size={16} aria-hidden /></ActionIcon>
    </div>
  );
}
