//! Text for finding and sorting: folding to one form, and pinyin. Stored text is never changed.

use pinyin::ToPinyin;

/// The longest text a cell may hold, in bytes: what one sync segment can carry.
pub const MAX_TEXT: usize = 4 * 1024 * 1024;

/// One form for all spellings: Simplified, lower case, half-width, single blanks.
pub fn fold(text: &str) -> String {
    let half: String = text.chars().map(half_width).collect();
    let lower = fast2s::convert(&half).to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn half_width(c: char) -> char {
    match c {
        '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    }
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

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text: String) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn any_text_has_a_sort_key(text: String) {
            let (full, initials) = pinyin(&fold(&text));
            prop_assert!(initials.chars().count() <= full.chars().count());
        }
    }
}
