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

/// Which code points of `name` the folded key stands for: written so, by pinyin or initials, or by both
/// mixed ("zhangw", "zwei").
pub fn matched(name: &str, key: &str) -> Vec<(u32, u32)> {
    let chars: Vec<Vec<String>> = sounds(name);
    for spelled in Spelling::ALL {
        for start in 0..chars.len() {
            if let Some(length) = spelled_from(&chars[start..], key, spelled) {
                return vec![(start as u32, (start + length) as u32)];
            }
        }
    }
    Vec::new()
}

/// Of each character: itself, folded, then its sounds, the surname's own before the usual one.
fn sounds(name: &str) -> Vec<Vec<String>> {
    let folded = name.chars().map(|c| text::fold(&c.to_string()));
    let mut chars: Vec<Vec<String>> = folded
        .map(|written| {
            let (sound, _) = text::pinyin(&written);
            vec![written, sound]
        })
        .collect();
    for (own, char) in text::surname_sounds(&text::fold(name))
        .into_iter()
        .zip(&mut chars)
    {
        char.insert(1, own.to_owned());
    }
    chars
}

#[derive(Clone, Copy)]
enum Spelling {
    Written,
    Pinyin,
    Initial,
    Mixed,
}

impl Spelling {
    const ALL: [Spelling; 4] = [
        Spelling::Written,
        Spelling::Pinyin,
        Spelling::Initial,
        Spelling::Mixed,
    ];

    /// What may stand for a character.
    fn of(self, char: &[String]) -> Vec<&str> {
        let (written, sounds) = (char[0].as_str(), &char[1..]);
        let initials = sounds
            .iter()
            .filter_map(|sound| sound.chars().next().map(|first| &sound[..first.len_utf8()]));
        match self {
            Spelling::Written => vec![written],
            Spelling::Pinyin => sounds.iter().map(String::as_str).collect(),
            Spelling::Initial => initials.collect(),
            Spelling::Mixed => sounds.iter().map(String::as_str).chain(initials).collect(),
        }
    }
}

/// How many characters spell `key`, if they do.
fn spelled_from(chars: &[Vec<String>], key: &str, spelling: Spelling) -> Option<usize> {
    let (first, rest) = chars.split_first()?;
    if first[0].is_empty() && key.starts_with(' ') {
        return spelled_from(rest, &key[1..], spelling).map(|length| length + 1);
    }
    for sound in spelling.of(first) {
        if sound.is_empty() {
            if !matches!(spelling, Spelling::Written)
                && let Some(length) = spelled_from(rest, key, spelling)
            {
                return Some(length + 1);
            }
        } else if sound.starts_with(key) {
            return Some(1);
        } else if let Some(left) = key.strip_prefix(sound)
            && let Some(length) = spelled_from(rest, left, spelling)
        {
            return Some(length + 1);
        }
    }
    None
}

/// The first letters of the syllables that a key may be made of, some of them said in full: "zwei" → "zw".
/// Not those of keys that are found without: all letters, or all one syllable.
pub fn initials(key: &str) -> Vec<String> {
    let mut all = Vec::new();
    if key.len() > 12 || !key.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return all;
    }
    walk(key, "", &mut all);
    all.retain(|initials| initials.len() > 1 && initials != key);
    all.sort_by_key(String::len);
    all.dedup();
    all.truncate(6);
    all
}

/// A syllable is its first letter, or that and a tail with a vowel in it.
fn walk(key: &str, before: &str, all: &mut Vec<String>) {
    let Some(first) = key.chars().next() else {
        all.push(before.to_owned());
        return;
    };
    let initials = format!("{before}{first}");
    if initials.len() > 4 {
        return;
    }
    walk(&key[1..], &initials, all);
    for length in 2..=key.len().min(6) {
        if key[1..length].contains(['a', 'e', 'i', 'o', 'u', 'v']) || first_is_vowel(first) {
            walk(&key[length..], &initials, all);
        }
    }
}

fn first_is_vowel(first: char) -> bool {
    matches!(first, 'a' | 'e' | 'o')
}

#[cfg(test)]
mod tests {
    use super::{initials, matched, without_title};

    #[test]
    fn a_name_is_marked_however_it_is_spelled() {
        for (name, key, marks) in [
            ("张伟", "zhangw", vec![(0, 2)]),
            ("张伟", "zwei", vec![(0, 2)]),
            ("張偉", "zw", vec![(0, 2)]),
            ("单雄信", "shanxx", vec![(0, 3)]),
            ("单雄信", "dan", vec![(0, 1)]),
            ("尉遲恭", "yuchi", vec![(0, 2)]),
            ("张立群", "立群", vec![(1, 3)]),
            ("张立群", "liqun", vec![(1, 3)]),
            ("Anna Miller", "anna mil", vec![(0, 8)]),
            ("张伟", "zhangx", vec![]),
        ] {
            assert_eq!(matched(name, key), marks, "{name} {key}");
        }
    }

    #[test]
    fn the_first_letters_of_a_mixed_spelling_are_told() {
        assert!(initials("zwei").contains(&"zw".to_owned()));
        assert!(initials("zhangw").contains(&"zw".to_owned()));
        assert!(initials("2231").is_empty() && initials("张w").is_empty());
    }

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
