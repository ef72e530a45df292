//! Lines of cards and calendars (vCard 2.1 to 4.0, RFC 5545): unfolded, with their parameters, and decoded
//! where the line says how it is coded. Not here: what the properties mean.

use encoding_rs::{Encoding, GB18030};

/// `item1.TEL;TYPE=CELL:13812342231`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// "item1".
    pub group: Option<String>,
    /// In capitals.
    pub name: String,
    /// Names in capitals; old cards leave the name of a parameter out: `TEL;CELL`.
    pub params: Vec<(String, String)>,
    /// Escaped as it stands: commas and semicolons may part it.
    pub value: String,
}

impl Property {
    /// The value of a parameter.
    pub fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether it is said to be of this type: `TYPE=work,fax` or `;FAX`.
    pub fn is(&self, kind: &str) -> bool {
        let said = |(name, value): &(String, String)| {
            (name == "TYPE" && value.split(',').any(|one| one.eq_ignore_ascii_case(kind)))
                || (value.is_empty() && name == kind)
        };
        self.params.iter().any(said)
    }

    /// The value without its escapes.
    pub fn text(&self) -> String {
        unescaped(&self.value)
    }

    /// The parts of the value between these signs, without their escapes.
    pub fn parts(&self, between: char) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut escaped = false;
        for c in self.value.chars() {
            if c == between && !escaped {
                parts.push(String::new());
                continue;
            }
            escaped = c == '\\' && !escaped;
            if let Some(part) = parts.last_mut() {
                part.push(c);
            }
        }
        parts.iter().map(|part| unescaped(part)).collect()
    }
}

fn unescaped(value: &str) -> String {
    let mut text = String::with_capacity(value.len());
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other) => text.push(other),
                None => text.push('\\'),
            },
            c => text.push(c),
        }
    }
    text.trim().to_owned()
}

/// The properties of a text in their order; a line that is none is left out.
pub fn read(text: &str) -> impl Iterator<Item = Property> + '_ {
    let mut lines = lines(text).peekable();
    std::iter::from_fn(move || {
        loop {
            let mut line = lines.next()?.to_owned();
            let head = line
                .split_once(':')
                .map(|(head, _)| head.to_ascii_uppercase());
            let quoted = head.is_some_and(|head| head.contains("QUOTED-PRINTABLE"));
            loop {
                if quoted && line.ends_with('=') {
                    line.pop();
                    let Some(more) = lines.next() else { break };
                    line.push_str(more.trim_start());
                } else if let Some(more) = lines.next_if(|next| next.starts_with([' ', '\t'])) {
                    line.push_str(&more[1..]);
                } else {
                    break;
                }
            }
            if let Some(property) = property(&line) {
                return Some(property);
            }
        }
    })
}

/// Lines that end in any of the three usual ways.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

fn property(line: &str) -> Option<Property> {
    let (head, value) = split(line)?;
    let mut fields = quoted_split(head, ';').into_iter();
    let called = fields.next()?.trim_start_matches('\u{FEFF}').trim();
    let (group, name) = match called.rsplit_once('.') {
        Some((group, name)) => (Some(group.to_owned()), name),
        None => (None, called),
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(fits) {
        return None;
    }
    let params: Vec<(String, String)> = fields
        .map(|field| match field.split_once('=') {
            Some((name, value)) => (name.trim().to_ascii_uppercase(), value.replace('"', "")),
            None => (field.trim().to_ascii_uppercase(), String::new()),
        })
        .collect();
    let mut property = Property {
        group,
        name: name.to_ascii_uppercase(),
        params,
        value: String::new(),
    };
    property.value = decoded(&property, value);
    Some(property)
}

/// Name with parameters, and value: at the first colon outside of quotes.
fn split(line: &str) -> Option<(&str, &str)> {
    let mut quoted = false;
    let at = line.char_indices().find_map(|(at, c)| {
        quoted ^= c == '"';
        (c == ':' && !quoted).then_some(at)
    });
    // A quote that nobody closes is a letter like others.
    let at = at.or_else(|| line.find(':'))?;
    Some((&line[..at], &line[at + 1..]))
}

fn quoted_split(text: &str, between: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(|c| {
        quoted ^= c == '"';
        c == between && !quoted
    })
    .collect()
}

/// The value as text. A file that holds more than text, a picture, stays as it is coded.
fn decoded(property: &Property, value: &str) -> String {
    let said = property.param("ENCODING").unwrap_or_default();
    let said = said.to_ascii_uppercase();
    if said == "QUOTED-PRINTABLE" || property.is("QUOTED-PRINTABLE") {
        return characters(&quoted_printable(value), property.param("CHARSET"));
    }
    let base64 = ["B", "BASE64"].contains(&said.as_str()) || property.is("BASE64");
    match property.param("CHARSET") {
        Some(charset) if base64 => characters(&base64_bytes(value), Some(charset)),
        _ => value.to_owned(),
    }
}

/// Bytes in the encoding that is said; without one UTF-8, or else what Chinese phones wrote.
fn characters(bytes: &[u8], charset: Option<&str>) -> String {
    let said = charset.and_then(|charset| Encoding::for_label(charset.trim().as_bytes()));
    let text = match (said, std::str::from_utf8(bytes)) {
        (Some(encoding), _) => encoding.decode(bytes).0,
        (None, Ok(text)) => text.into(),
        (None, Err(_)) => GB18030.decode(bytes).0,
    };
    text.into_owned()
}

/// =E5=BC=A0; what is no such code stays.
fn quoted_printable(value: &str) -> Vec<u8> {
    let bytes = value.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let two = bytes.get(at + 1..at + 3);
        let code = two.and_then(|two| std::str::from_utf8(two).ok());
        let code = code.and_then(|two| u8::from_str_radix(two, 16).ok());
        match (bytes[at], code) {
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
    out
}

/// What is no letter of the code is passed over.
fn base64_bytes(value: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len() / 4 * 3);
    let (mut bits, mut held) = (0u32, 0);
    for byte in value.bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(six)) & 0xFF_FFFF;
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Property {
        read(text).next().expect("a property")
    }

    #[test]
    fn a_line_is_a_group_a_name_parameters_and_a_value() {
        let line = one("item1.tel;type=\"work,voice\";PREF:+86 138:1\r\nnext");
        assert_eq!(line.group.as_deref(), Some("item1"));
        assert_eq!(
            (line.name.as_str(), line.value.as_str()),
            ("TEL", "+86 138:1")
        );
        assert!(line.is("WORK") && line.is("PREF") && !line.is("HOME"));
        assert!(read("no line of a card\n\n;:x\nX Y:z").next().is_none());
    }

    #[test]
    fn folded_lines_are_one_whatever_ends_them() {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("NOTE:one{end}  two{end}\tthree{end}FN:张三");
            let lines: Vec<Property> = read(&text).collect();
            assert_eq!(lines[0].value, "one twothree", "{end:?}");
            assert_eq!(lines[1].value, "张三");
        }
    }

    #[test]
    fn coded_values_are_text_in_any_character_set() {
        for (line, text) in [
            (
                "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0=\n=E4=B8=89",
                "张三",
            ),
            (
                "FN;ENCODING=QUOTED-PRINTABLE;CHARSET=GBK:=D5=C5=C8=FD",
                "张三",
            ),
            ("FN;QUOTED-PRINTABLE:=D5=C5=\n  =C8=FD", "张三"),
            (
                "NOTE;ENCODING=QUOTED-PRINTABLE:a=3Db=0D=0Ac=ZZ=",
                "a=b\r\nc=ZZ",
            ),
            ("FN;ENCODING=B;CHARSET=UTF-8:5byg5LiJ", "张三"),
            ("FN;BASE64;CHARSET=GBK:1cXI/Q==", "张三"),
        ] {
            assert_eq!(one(line).value, text, "{line}");
        }
    }

    #[test]
    fn escapes_part_no_value() {
        let line = one("N:O\\;Neil;Anna\\, Maria;a\\\\;x\\ny");
        assert_eq!(line.parts(';'), ["O;Neil", "Anna, Maria", "a\\", "x\ny"]);
        assert_eq!(one("NOTE:a\\nb\\,c\\").text(), "a\nb,c\\");
    }
}
