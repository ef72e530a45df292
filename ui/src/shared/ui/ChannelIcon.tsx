// One icon per channel, always beside its word or with an accessible name.
import {
  type Icon, IconBrandWechat, IconBuilding, IconCircleDot, IconDownload, IconFileText, IconForms, IconHeadset, IconMail, IconMapPin,
  IconMessage, IconMicrophone2, IconPhone, IconShoppingCart, IconUsersGroup, IconVideo, IconBroadcast,
} from "@tabler/icons-react";
import type { ContactChannel as Channel } from "../../ipc/bindings.gen";

export const channelIcons = {
  call: IconPhone,
  visit: IconMapPin,
  video: IconVideo,
  wechat: IconBrandWechat,
  sms: IconMessage,
  email: IconMail,
  event: IconUsersGroup,
  live: IconBroadcast,
  form: IconForms,
  article: IconFileText,
  download: IconDownload,
  site_visit: IconBuilding,
  support: IconHeadset,
  interview: IconMicrophone2,
  order: IconShoppingCart,
  other: IconCircleDot,
} as const satisfies Record<Channel, Icon>;

export const channels: readonly Channel[] = [
  "call", "visit", "video", "wechat", "sms", "email", "event", "live", "form", "article", "download", "site_visit", "support",
  "interview", "order", "other",
];

export function ChannelIcon({ channel, size = 16, label }: { channel: Channel; size?: number; label?: string }) {
  const Icon = channelIcons[channel];
  return <Icon size={size} aria-hidden={label === undefined || undefined} aria-label={label} role={label === undefined ? undefined : "img"} />;
}
