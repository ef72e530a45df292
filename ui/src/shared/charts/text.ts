// Text width without a canvas, so that chart layouts stay pure functions. Slightly generous:
// a label that fits by this measure fits on screen.

const WIDE = /[\u1100-\u115f\u2e80-\u303f\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const NARROW = /[ilI.,:;'|!()[\] ]/;

export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const char of text) {
    if (WIDE.test(char)) em += 1;
    else if (NARROW.test(char)) em += 0.28;
    else if (/[A-Z@%mwMW]/.test(char)) em += 0.74;
    else em += 0.58;
  }
  return Math.ceil(em * size * (bold ? 1.04 : 1));
}

/** The longest beginning that fits, closed with an ellipsis; empty when not even two characters fit. */
export function fitText(text: string, room: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text;
  const chars = [...text];
  while (chars.length > 1) {
    chars.pop();
    const cut = `${chars.join("").trimEnd()}…`;
    if (textWidth(cut, size, bold) <= room) return chars.length >= 2 ? cut : "";
  }
  return "";
}
