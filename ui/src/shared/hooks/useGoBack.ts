// Back to where one came from; a window that opened here goes to Today.
import { useRouter } from "@tanstack/react-router";

export function useGoBack(): () => void {
  const router = useRouter();
  return () => {
    if (router.history.canGoBack()) router.history.back();
    else void router.navigate({ to: "/today" });
  };
}
