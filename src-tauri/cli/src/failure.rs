//! A refusal as the command line tells it: core's, or one of its own.

use std::collections::BTreeMap;

use serde::Serialize;
use touchline_core::kernel::Error;

pub type Result<T> = std::result::Result<T, Failure>;

#[derive(Debug, Serialize)]
pub struct Failure {
    pub code: String,
    /// Fill the placeholders of the sentence for `code`.
    pub params: BTreeMap<String, String>,
    pub detail: String,
}

impl Failure {
    /// One of the refusals in `words/*.json`.
    pub fn new(code: &str) -> Self {
        Failure {
            code: code.to_owned(),
            params: BTreeMap::new(),
            detail: String::new(),
        }
    }

    pub fn usage(detail: &str) -> Self {
        Failure::new("usage").because(detail)
    }

    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    pub fn because(mut self, detail: impl ToString) -> Self {
        self.detail = detail.to_string();
        self
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let params = error.params.into_iter();
        Failure {
            code: error.code.as_str().to_owned(),
            params: params
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            detail: error.detail,
        }
    }
}
