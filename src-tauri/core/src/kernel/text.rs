//! Text as it is typed, and for finding and sorting: folding to one form, and pinyin. Stored text is
//! never changed.

mod surnames;

use pinyin::ToPinyin;

use super::{Error, Result};

/// The longest text a cell may hold, in bytes: what one sync segment can carry.
pub const MAX_TEXT: usize = 4 * 1024 * 1024;

/// What was typed, trimmed; blank is the refusal of this field.
pub fn required(typed: &str, field: &'static str) -> Result<String> {
    let trimmed = typed.trim();
    if trimmed.is_empty() {
        return Err(Error::invalid(field));
    }
    Ok(trimmed.to_owned())
}

/// What was typed, trimmed; blank is nothing.
pub fn filled(typed: Option<String>) -> Option<String> {
    let trimmed = typed.map(|text| text.trim().to_owned());
    trimmed.filter(|text| !text.is_empty())
}

/// One form for all spellings: Simplified, lower case, half-width, single blanks.
pub fn fold(text: &str) -> String {
    let half: String = text.chars().map(half_width).collect();
    let lower = fast2s::convert(&half).to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The plain form of a full-width letter, digit, sign or of an odd blank.
pub fn half_width(c: char) -> char {
    match c {
        '\u{3000}' | '\u{00A0}' | '\u{2002}'..='\u{200A}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// What LIKE asks for by a part of a text, with `ESCAPE '\'`.
pub fn like(part: &str) -> String {
    let mut pattern = String::from("%");
    for c in part.chars() {
        if matches!(c, '\\' | '%' | '_') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// Letters and digits only, folded: how "GTXPro" finds "GTX Pro".
pub fn squeeze(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// What makes two names one: their letters and digits. A name of signs alone stands for itself.
pub fn identity(name: &str) -> String {
    let squeezed = squeeze(name);
    if squeezed.is_empty() {
        fold(name)
    } else {
        squeezed
    }
}

/// Full pinyin and initials of folded text: 张立群 → ("zhangliqun", "zlq"). Other letters stay.
pub fn pinyin(folded: &str) -> (String, String) {
    let (mut full, mut initials) = (String::new(), String::new());
    for c in folded.chars() {
        match c.to_pinyin() {
            Some(sound) => {
                full.push_str(sound.plain());
                initials.push_str(sound.first_letter());
            }
            None if c.is_alphanumeric() => {
                full.push(c);
                initials.push(c);
            }
            None => {}
        }
    }
    (full, initials)
}

/// How a folded name is spelled by its sounds: in full and by their first letters; of a person by the
/// surname's own sound first, and by the given name alone.
pub fn spellings(folded: &str, of_person: bool) -> Vec<String> {
    let mut spelled: Vec<String> = Vec::new();
    let mut add = |word: String| {
        if word != folded && !word.is_empty() && !spelled.contains(&word) {
            spelled.push(word);
        }
    };
    let surname = surname(folded).filter(|_| of_person);
    if let Some((sounds, given)) = &surname {
        let (full, letters) = pinyin(given);
        let initials: String = sounds
            .iter()
            .filter_map(|sound| sound.chars().next())
            .collect();
        add(sounds.concat() + &full);
        add(initials + &letters);
    }
    let (full, initials) = pinyin(folded);
    let several = initials.chars().count() > 1;
    add(full);
    if several {
        add(initials);
    }
    spelled
}

/// The sounds of a surname that sounds otherwise elsewhere, and the folded name behind it.
fn surname(folded: &str) -> Option<(Vec<&'static str>, &str)> {
    let sounds = surnames::sounds(folded)?;
    let given = folded.char_indices().nth(sounds.len()).map(|(at, _)| at)?;
    Some((sounds, &folded[given..]))
}

/// The sounds of a folded name's surname, where it sounds otherwise elsewhere; else none.
pub fn surname_sounds(folded: &str) -> Vec<&'static str> {
    surname(folded)
        .map(|(sounds, _)| sounds)
        .unwrap_or_default()
}

/// What a folded name of a person is sorted by: [`sort_key`] with the surname's own sound.
pub fn sort_key_of_person(folded: &str) -> String {
    match surname(folded) {
        Some((sounds, given)) => format!("{} {}", sounds.join(" "), sort_key(given)),
        None => sort_key(folded),
    }
}

/// What folded text is sorted by: its sounds and words, each apart from the next by a blank, which stands
/// before every letter. So 杜娟 "du juan" comes before 段宇航 "duan yu hang".
pub fn sort_key(folded: &str) -> String {
    let mut key = String::new();
    // The next sound or letter begins a part of its own.
    let mut apart = false;
    for c in folded.chars() {
        match c.to_pinyin() {
            Some(sound) => {
                if !key.is_empty() {
                    key.push(' ');
                }
                key.push_str(sound.plain());
                apart = true;
            }
            None if c.is_alphanumeric() => {
                if apart && !key.is_empty() {
                    key.push(' ');
                }
                key.push(c);
                apart = false;
            }
            None => apart |= c == ' ',
        }
    }
    key
}

/// A name as people write it, of its parts: 张立群, Anna Miller.
pub fn full_name(family: &str, given: &str, middle: &str) -> String {
    let chinese = family.chars().chain(given.chars()).any(is_han);
    let (parts, between) = match chinese {
        true => ([family, middle, given], ""),
        false => ([given, middle, family], " "),
    };
    let filled = parts.into_iter().filter(|part| !part.is_empty());
    filled.collect::<Vec<_>>().join(between)
}

/// True for a Han character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_name_fold_to_one_form() {
        for (typed, folded) in [
            ("張立群", "张立群"),
            ("  ＧＴＸ　Ｐｒｏ ", "gtx pro"),
            ("Anna\tMÜLLER\n", "anna müller"),
            ("", ""),
            ("\u{3000}", ""),
        ] {
            assert_eq!(fold(typed), folded, "{typed:?}");
        }
        assert_eq!(squeeze("GTXPro"), squeeze("GTX Pro"));
        assert_eq!(squeeze("A-B (C)"), "abc");
    }

    #[test]
    fn a_chinese_name_is_found_by_its_sound_and_its_initials() {
        assert_eq!(pinyin("张立群"), ("zhangliqun".into(), "zlq".into()));
        assert_eq!(pinyin("anna 张"), ("annazhang".into(), "annaz".into()));
        assert_eq!(pinyin("👩 —"), (String::new(), String::new()));
    }

    #[test]
    fn a_surname_has_its_own_sound_and_the_usual_one_finds_it_too() {
        assert_eq!(
            spellings("单雄信", true),
            ["shanxiongxin", "sxx", "danxiongxin", "dxx"]
        );
        assert_eq!(
            spellings("尉迟恭", true),
            ["yuchigong", "ycg", "weichigong", "wcg"]
        );
        assert_eq!(spellings("单雄信", false), ["danxiongxin", "dxx"]);
        assert_eq!(spellings("张伟", true), ["zhangwei", "zw"]);
        assert_eq!(spellings("anna miller", true), ["annamiller"]);
        assert_eq!(spellings("单", true), ["dan"]);
        assert_eq!(sort_key_of_person("曾国藩"), "zeng guo fan");
        assert_eq!(sort_key_of_person("anna miller"), "anna miller");
    }

    #[test]
    fn names_are_sorted_sound_by_sound() {
        assert_eq!(sort_key("段宇航"), "duan yu hang");
        assert_eq!(sort_key("anna miller 张"), "anna miller zhang");
        assert_eq!(sort_key("o'brien 2"), "obrien 2");
        assert!(sort_key("杜娟") < sort_key("段宇航"));
        assert_eq!(sort_key("— 👩"), "");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text: String) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn initials_are_never_longer_than_the_sounds(text: String) {
            let (full, initials) = pinyin(&fold(&text));
            prop_assert!(initials.chars().count() <= full.chars().count());
        }
    }
}
