//! Surnames that sound otherwise than the character does elsewhere. The surname's sound comes first; the
//! usual one finds the person too.

/// Folded surname, and its sound; two characters have two, set apart by a blank.
const SOUNDS: &[(&str, &str)] = &[
    ("尉迟", "yu chi"),
    ("万俟", "mo qi"),
    ("澹台", "tan tai"),
    ("单于", "chan yu"),
    ("单", "shan"),
    ("曾", "zeng"),
    ("查", "zha"),
    ("解", "xie"),
    ("仇", "qiu"),
    ("盖", "ge"),
    ("区", "ou"),
    ("朴", "piao"),
    ("员", "yun"),
    ("贠", "yun"),
    ("缪", "miao"),
    ("乐", "yue"),
    ("翟", "zhai"),
    ("种", "chong"),
    ("秘", "bi"),
    ("黑", "he"),
    ("折", "she"),
    ("覃", "qin"),
    ("繁", "po"),
    ("能", "nai"),
    ("祭", "zhai"),
    ("召", "shao"),
    ("隗", "wei"),
    ("郇", "xun"),
    ("洗", "xian"),
    ("藏", "zang"),
    ("薄", "bo"),
    ("卜", "bu"),
    ("适", "kuo"),
    ("佴", "nai"),
    ("重", "chong"),
    ("都", "du"),
    ("阚", "kan"),
];

/// The sounds of the surname that a folded Chinese name begins with, where they are told apart here.
pub fn sounds(folded: &str) -> Option<Vec<&'static str>> {
    let known = |(surname, _): &&(&str, &str)| {
        // A name has something behind the surname.
        folded
            .strip_prefix(surname)
            .is_some_and(|given| !given.is_empty())
    };
    let (_, sounds) = SOUNDS.iter().find(known)?;
    Some(sounds.split(' ').collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::text;

    #[test]
    fn only_surnames_that_sound_otherwise_elsewhere_stand_here() {
        let same: Vec<_> = SOUNDS
            .iter()
            .filter(|(surname, sounds)| text::pinyin(surname).0 == sounds.replace(' ', ""))
            .collect();
        assert!(same.is_empty(), "{same:?}");
    }
}
