//! What actions say they were done to, where that may no longer be said.

use rusqlite::params;

use super::{Stored, WriteTx};
use crate::kernel::{Cell, Id, Noun, Result};

impl WriteTx<'_> {
    /// Puts another word in the place of one in the subjects of all actions that wrote this row or a row
    /// that refers to it. Subjects are no logged cells: no undo brings the word back.
    pub fn rename_subjects(
        &self,
        noun: &'static Noun,
        id: Id,
        word: &str,
        stays: &str,
    ) -> Result<()> {
        let Some(Stored { n, .. }) = self.stored(noun, id)? else {
            return Ok(());
        };
        let mut wrote = vec![format!(
            "SELECT action FROM changes WHERE noun = {} AND row = ?1",
            noun.no
        )];
        for from in self.model.nouns {
            let columns = from.cells.iter().flat_map(Cell::references);
            for (column, _) in columns.filter(|(_, table)| *table == noun.table) {
                wrote.push(format!(
                    "SELECT c.action FROM {} f JOIN changes c ON c.noun = {} AND c.row = f.n WHERE f.{column} = ?2",
                    from.table, from.no
                ));
            }
        }
        let sql = format!(
            "UPDATE actions SET subject = replace(subject, ?3, ?4)
             WHERE n IN ({}) AND instr(subject, ?3) > 0",
            wrote.join(" UNION ")
        );
        self.read
            .conn()
            .execute(&sql, params![n, id, word, stays])?;
        Ok(())
    }
}
