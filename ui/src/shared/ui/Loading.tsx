// Still grey bars of about the right shape, and only after 150 ms.
import { useTranslation } from "react-i18next";
import css from "./Loading.module.css";

export function Loading({ rows = 8, height = 34 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div className={css.bars} role="status" aria-label={t("state.loading")}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={css.line} style={{ height }}>
          <span style={{ width: `${9 + ((index * 5) % 6)}%` }} />
          <span style={{ width: `${14 + ((index * 7) % 9)}%` }} />
          <span style={{ width: `${24 + ((index * 11) % 22)}%` }} />
        </div>
      ))}
    </div>
  );
}
