// What a person is called outside their own record: a candidate's bare code gets the word for what it is.
import { useTranslation } from "react-i18next";

const CODE = /^C-[0-9A-F]{6}$/;

/** "候选人 C-0417AF" for a code, any other name as it is. */
export function usePersonName(): (name: string) => string {
  const { t } = useTranslation("common");
  return (name) => (CODE.test(name) ? `${t("kind.candidate")} ${name}` : name);
}
