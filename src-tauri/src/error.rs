//! A refusal of core as the window receives it.

use std::collections::BTreeMap;

use serde::Serialize;
use touchline_core::kernel;

pub type IpcResult<T> = Result<T, IpcError>;

/// Every refusal. `params` fill the placeholders of the sentence for `code`; `detail` is for the log.
#[derive(Debug, Clone, Serialize, specta::Type)]
pub struct IpcError {
    pub code: String,
    pub params: BTreeMap<String, String>,
    pub detail: String,
}

impl From<kernel::Error> for IpcError {
    fn from(error: kernel::Error) -> Self {
        IpcError {
            code: error.code.as_str().to_owned(),
            params: error
                .params
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            detail: error.detail,
        }
    }
}
