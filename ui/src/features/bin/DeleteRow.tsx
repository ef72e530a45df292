// Before a row goes to the recycle bin: what hangs on it is said. When nothing does, it goes at once;
// the toast takes it back.
import { Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Doomed } from "../../ipc/bindings.gen";
import { useToast } from "../../shared/ui/toast";
import css from "./bin.module.css";
import { binQueries, useDelete } from "./queries";

const lists = { people: "/people", organizations: "/organizations", deals: "/pipeline" } as const;
const hanging = ["deals", "touchpoints", "followups", "positions", "deal_roles", "quotes", "contracts", "interviews", "taggings", "people"] as const;
const isNamed = (kind: string): kind is (typeof hanging)[number] => hanging.some((one) => one === kind);
const isListed = (kind: string): kind is keyof typeof lists => kind in lists;

/** A conversation is called by what was said: its beginning will do. */
const MOST = 40;
const brief = (name: string) => (name.length > MOST ? `${name.slice(0, MOST)}…` : name);

type Props = { id: string; onRemoved: (() => void) | undefined; onClose: () => void };

export function DeleteRow({ id, onRemoved, onClose }: Props) {
  const { t } = useTranslation(["bin", "common"]);
  const toast = useToast();
  const navigate = useNavigate();
  const remove = useDelete();
  const { data: doomed, error } = useQuery(binQueries.doomed(id));
  const begun = useRef(false);

  const go = ({ kind, name }: Doomed) => {
    if (begun.current) return;
    begun.current = true;
    remove.mutate(id, {
      onSuccess: ({ action }) => {
        onClose();
        onRemoved?.();
        toast.say(t("deleted", { name: name === "" ? t("unnamed") : brief(name) }), [action]);
        if (isListed(kind)) void navigate({ to: lists[kind] });
      },
      onError: (refused) => {
        onClose();
        toast.fail(refused);
      },
    });
  };

  const asks = doomed !== undefined && doomed.hanging.length > 0;
  useEffect(() => {
    if (error !== null) {
      onClose();
      toast.fail(error);
    } else if (doomed !== undefined && !asks) go(doomed);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [doomed, error]);

  if (!asks) return null;
  return (
    <Modal opened onClose={onClose} title={t("ask.title", { name: doomed.name === "" ? t("unnamed") : brief(doomed.name) })} size={440} yOffset={112} closeButtonProps={{ "aria-label": t("common:do.close") }}>
      <div className={css.ask} data-testid="delete-ask">
        <p>{t("ask.stays")}</p>
        <div>
          <p className={css.label}>{t("ask.hangs")}</p>
          <ul className={css.hanging}>
            {doomed.hanging.map(({ kind, count }) => <li key={kind}><Hanging kind={kind} count={count} /></li>)}
          </ul>
        </div>
        <div className={css.buttons}>
          <Button onClick={onClose}>{t("common:do.cancel")}</Button>
          <Button variant="filled" data-autofocus loading={remove.isPending} onClick={() => go(doomed)} data-testid="delete-go">{t("ask.delete")}</Button>
        </div>
      </div>
    </Modal>
  );
}

function Hanging({ kind, count }: { kind: string; count: number }) {
  const { t } = useTranslation("bin");
  return isNamed(kind) ? t(`hangs.${kind}`, { count }) : null;
}
