//! A pasted vCard, versions 2.1 to 4.0: the few properties a contact block has. Importing files of them
//! is the exchange noun's work.

use super::{Signature, add, set};

/// Reads the first card of a text.
pub fn read(text: &str) -> Signature {
    let mut card = Signature::default();
    for line in unfolded(text) {
        let upper = line.to_ascii_uppercase();
        if upper.starts_with("END:VCARD") {
            break;
        }
        let Some((head, value)) = line.split_once(':') else {
            continue;
        };
        let mut parts = head.split(';');
        let property = parts.next().unwrap_or_default();
        let property = property
            .rsplit('.')
            .next()
            .unwrap_or_default()
            .to_ascii_uppercase();
        let quoted = parts.any(|part| part.to_ascii_uppercase().contains("QUOTED-PRINTABLE"));
        let value = match quoted {
            true => decoded(value),
            false => value.to_owned(),
        };
        take(&mut card, &property, &value);
    }
    card
}

fn take(card: &mut Signature, property: &str, value: &str) {
    let fields = || {
        value
            .split(';')
            .map(plain)
            .filter(|field| !field.is_empty())
    };
    match property {
        "FN" => set(&mut card.name, &plain(value)),
        "N" if card.name.is_none() => {
            let parts: Vec<String> = value.split(';').map(plain).collect();
            let (family, given) = (parts.first(), parts.get(1));
            let (family, given) = (
                family.cloned().unwrap_or_default(),
                given.cloned().unwrap_or_default(),
            );
            let han = family.chars().any(crate::kernel::text::is_han);
            let name = match han {
                true => format!("{family}{given}"),
                false => format!("{given} {family}"),
            };
            set(&mut card.name, &name);
        }
        "TITLE" | "ROLE" => set(&mut card.title, &plain(value)),
        "ORG" => set(&mut card.organization, &fields().next().unwrap_or_default()),
        "TEL" => add(
            &mut card.phones,
            vec![plain(value.trim_start_matches("tel:"))],
        ),
        "EMAIL" => add(
            &mut card.emails,
            vec![plain(value.trim_start_matches("mailto:")).to_lowercase()],
        ),
        "X-WECHAT" | "X-WEIXIN" => set(&mut card.wechat, &plain(value)),
        "ADR" => {
            // post box; extended; street; city; region; code; country
            let parts: Vec<String> = value.split(';').map(plain).collect();
            set(
                &mut card.city,
                parts
                    .get(3)
                    .map_or("", String::as_str)
                    .trim_end_matches('市'),
            );
            let filled: Vec<&str> = parts
                .iter()
                .map(String::as_str)
                .filter(|part| !part.is_empty())
                .collect();
            set(&mut card.address, &filled.join(" "));
        }
        _ => {}
    }
    card.phones
        .retain(|phone| phone.chars().any(|c| c.is_ascii_digit()));
    card.emails.retain(|email| email.contains('@'));
}

/// Lines with their continuations: a blank begins one, and so does a quoted line that ends in "=".
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().take(400) {
        match lines.last_mut() {
            Some(last) if line.starts_with([' ', '\t']) => last.push_str(&line[1..]),
            Some(last)
                if last.ends_with('=')
                    && last.to_ascii_uppercase().contains("QUOTED-PRINTABLE") =>
            {
                last.pop();
                last.push_str(line);
            }
            _ => lines.push(line.trim_end().to_owned()),
        }
    }
    lines
}

/// =E5=BC=A0 as UTF-8; what is no such code stays.
fn decoded(value: &str) -> String {
    let bytes = value.as_bytes();
    let (mut out, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let code = bytes
            .get(at + 1..at + 3)
            .and_then(|two| std::str::from_utf8(two).ok());
        match (
            bytes[at],
            code.and_then(|two| u8::from_str_radix(two, 16).ok()),
        ) {
            (b'=', Some(byte)) => {
                out.push(byte);
                at += 3;
            }
            (byte, _) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// A value without its escapes.
fn plain(value: &str) -> String {
    let text = value.replace("\\n", " ").replace("\\N", " ");
    text.replace("\\,", ",")
        .replace("\\;", ";")
        .replace("\\:", ":")
        .replace("\\\\", "\\")
        .trim()
        .to_owned()
}
