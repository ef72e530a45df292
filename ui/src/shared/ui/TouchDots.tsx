// "11 / 9–15": how many real touches so far beside what a sale usually needs.
import { useTranslation } from "react-i18next";
import css from "./TouchDots.module.css";

const USUAL = { from: 9, to: 15 };

export function TouchDots({ count, words = true }: { count: number; words?: boolean }) {
  const { t } = useTranslation();
  const label = t("touch.of", { count, from: USUAL.from, to: USUAL.to });
  return (
    <span className={css.touch}>
      {words ? <span className="tl-num">{label}</span> : <span className="tl-hidden">{label}</span>}
      <svg className={css.dots} width={USUAL.to * 8} height="8" viewBox={`0 0 ${USUAL.to * 8} 8`} aria-hidden>
        {Array.from({ length: USUAL.to }, (_, index) => (
          <circle
            key={index}
            cx={index * 8 + 4}
            cy="4"
            r={index < count ? 3 : 2.5}
            className={index < count ? css.made : index < USUAL.from ? css.needed : css.open}
          />
        ))}
      </svg>
    </span>
  );
}
