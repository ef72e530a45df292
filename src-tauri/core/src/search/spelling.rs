//! How a name is spelled: written, by its sounds or their first letters, or as people speak of somebody.

use crate::kernel::text;

/// How people are spoken of in Chinese: surname and one of these.
const TITLES: &[&str] = &[
    "总经理",
    "总监",
    "董事长",
    "总",
    "董",
    "经理",
    "主任",
    "主管",
    "处长",
    "科长",
    "老师",
    "老板",
    "教授",
    "医生",
    "律师",
    "工",
    "女士",
    "先生",
    "小姐",
    "姐",
    "哥",
];

/// The surname of a folded 张总 or 欧阳经理; anything else as it is.
pub fn without_title(folded: &str) -> String {
    let surname = TITLES
        .iter()
        .find_map(|title| folded.strip_suffix(title))
        .filter(|surname| {
            matches!(surname.chars().count(), 1..=2) && surname.chars().all(text::is_han)
        });
    surname.unwrap_or(folded).to_owned()
}

/// Which code points of each of these words the query spells, by pinyin and initials too; none where it
/// does not. The names of actions and pages are found like those of people.
pub fn among(query: &str, words: &[String]) -> Vec<Vec<(u32, u32)>> {
    let key = text::fold(query);
    words
        .iter()
        .map(|word| match key.is_empty() {
            true => Vec::new(),
            false => matched(word, &key),
        })
        .collect()
}

/// Which code points of `name` the folded key stands for: written so, or by pinyin or initials.
pub fn matched(name: &str, key: &str) -> Vec<(u32, u32)> {
    let chars: Vec<char> = name.chars().collect();
    let folded: Vec<String> = chars.iter().map(|c| text::fold(&c.to_string())).collect();
    for start in 0..chars.len() {
        for spelled in [Spelling::Written, Spelling::Pinyin, Spelling::Initial] {
            if let Some(end) = spelled_from(&folded[start..], key, spelled) {
                return vec![(start as u32, (start + end) as u32)];
            }
        }
    }
    Vec::new()
}

#[derive(Clone, Copy)]
enum Spelling {
    Written,
    Pinyin,
    Initial,
}

/// How many characters of `folded` spell `key`, if they do.
fn spelled_from(folded: &[String], key: &str, spelling: Spelling) -> Option<usize> {
    let mut rest = key;
    for (at, character) in folded.iter().enumerate() {
        let (full, initial) = text::pinyin(character);
        let sound = match spelling {
            Spelling::Written => character.as_str(),
            Spelling::Pinyin => full.as_str(),
            Spelling::Initial => initial.as_str(),
        };
        if sound.is_empty() && !matches!(spelling, Spelling::Written) {
            continue;
        }
        if sound.starts_with(rest) {
            return Some(at + 1);
        }
        rest = rest
            .strip_prefix(sound)
            .or_else(|| (character.is_empty() && rest.starts_with(' ')).then(|| &rest[1..]))?;
        if rest.is_empty() {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_title;

    #[test]
    fn a_person_spoken_of_by_title_is_looked_up_by_surname() {
        for (said, key) in [
            ("张总", "张"),
            ("欧阳经理", "欧阳"),
            ("张总监", "张"),
            ("恒达总", "恒达"),
            ("总", "总"),
            ("zlq", "zlq"),
        ] {
            assert_eq!(without_title(said), key, "{said}");
        }
    }
}
