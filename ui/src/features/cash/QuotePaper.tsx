// A quote as the customer gets it, in the chosen language: on the screen to look at, and on paper.
import { useTranslation } from "react-i18next";
import type { Lang, QuoteView } from "../../ipc/bindings.gen";
import { formats, usePlace } from "../../shared/format/useFormat";
import type { CashDeal } from "./DealCash";
import css from "./paper.module.css";
import { PERCENT, plain, QUANTITY } from "./typed";

export function QuotePaper({ deal, quote, lang, from }: { deal: CashDeal; quote: QuoteView; lang: Lang; from: string | null }) {
  const { i18n } = useTranslation();
  const t = i18n.getFixedT(lang, "cash");
  const place = usePlace();
  const f = formats(i18n.getFixedT(lang, "common"), lang, place);
  const { currency } = quote;
  const about = [
    [t("paper.number"), t("paper.version", { number: quote.number, version: quote.version })],
    [t("paper.date"), quote.sent_on ?? place.today],
    [t("paper.for"), [deal.organization, deal.person].filter(Boolean).join(" · ")],
    [t("paper.valid"), quote.valid_until ?? ""],
    [t("paper.by"), from ?? ""],
  ].filter(([, value]) => value !== "");
  const discounted = quote.lines.some(({ discount_bp }) => discount_bp !== 0);
  return (
    <div className={css.paper} lang={lang}>
      <h1>{t("paper.title")}{quote.state === "draft" ? <small>{t("paper.draft")}</small> : null}</h1>
      <p className={css.subject}>{deal.name}</p>
      <dl className={css.about}>{about.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      <table className={css.table}>
        <thead>
          <tr><th scope="col">{t("paper.what")}</th><th scope="col" data-right>{t("paper.quantity")}</th><th scope="col" data-right>{t("paper.unit")}</th>{discounted ? <th scope="col" data-right>{t("paper.discount")}</th> : null}<th scope="col" data-right>{t("paper.sum")}</th></tr>
        </thead>
        <tbody>
          {quote.lines.map((line) => (
            <tr key={line.id}>
              <td>{line.title}</td>
              <td data-right>{plain(line.quantity_milli, QUANTITY)}</td>
              <td data-right>{f.money({ minor: line.unit_minor, currency })}</td>
              {discounted ? <td data-right>{line.discount_bp === 0 ? "" : `${plain(line.discount_bp, PERCENT)}%`}</td> : null}
              <td data-right>{line.net_minor === null ? "–" : f.money({ minor: line.net_minor, currency })}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={discounted ? 4 : 3} data-right>{`${t("paper.total")} (${currency})`}</th>
            <td data-right>{quote.total === null ? "–" : f.money(quote.total)}</td>
          </tr>
        </tfoot>
      </table>
      {quote.note === null ? null : <section className={css.terms}><h2>{t("paper.terms")}</h2><p>{quote.note}</p></section>}
    </div>
  );
}
