//! How values stand in the log: CBOR, so that a newer version's unknown cells can be skipped and
//! carried on. A one-column cell is its value, a composite cell an array, a new row a map from cell
//! number to cell.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};
use rusqlite::types::Value;

use super::{Cell, Error, Noun, Result};

/// Stored values of all logged columns of a row, in the order of `Noun::columns`.
pub type Values = Vec<Value>;

fn encode_value(out: &mut Encoder<Vec<u8>>, value: &Value) {
    // Writing to a Vec cannot fail.
    let _ = match value {
        Value::Null => out.null(),
        Value::Integer(number) => out.i64(*number),
        Value::Real(number) => out.f64(*number),
        Value::Text(text) => out.str(text),
        Value::Blob(bytes) => out.bytes(bytes),
    };
}

fn encode_columns(out: &mut Encoder<Vec<u8>>, values: &[Value]) {
    if let [value] = values {
        encode_value(out, value);
    } else {
        let _ = out.array(values.len() as u64);
        values.iter().for_each(|value| encode_value(out, value));
    }
}

/// One cell: its value, or the array of its columns' values.
pub fn encode_cell(values: &[Value]) -> Vec<u8> {
    let mut out = Encoder::new(Vec::with_capacity(24));
    encode_columns(&mut out, values);
    out.into_writer()
}

/// A whole row: its id under key 0, then each cell that is not empty under its number.
pub fn encode_row(noun: &Noun, id: &[u8; 16], values: &[Value]) -> Vec<u8> {
    let filled = |cell: &&Cell| cell.range().any(|at| values[at] != Value::Null);
    let mut out = Encoder::new(Vec::with_capacity(96));
    let _ = out.map(1 + noun.cells.iter().filter(filled).count() as u64);
    let _ = out.u8(0).and_then(|out| out.bytes(id));
    for cell in noun.cells.iter().filter(filled) {
        let _ = out.i64(cell.no);
        encode_columns(&mut out, &values[cell.range()]);
    }
    out.into_writer()
}

fn decode_value(from: &mut Decoder<'_>) -> Result<Value> {
    let broken = |error: minicbor::decode::Error| Error::internal(error);
    Ok(match from.datatype().map_err(broken)? {
        Type::Null => {
            from.null().map_err(broken)?;
            Value::Null
        }
        Type::String => Value::Text(from.str().map_err(broken)?.to_owned()),
        Type::Bytes => Value::Blob(from.bytes().map_err(broken)?.to_owned()),
        Type::F16 | Type::F32 | Type::F64 => Value::Real(from.f64().map_err(broken)?),
        _ => Value::Integer(from.i64().map_err(broken)?),
    })
}

fn decode_columns(from: &mut Decoder<'_>, width: usize) -> Result<Values> {
    if width == 1 {
        return Ok(vec![decode_value(from)?]);
    }
    let count = from.array().map_err(Error::internal)?.unwrap_or(0);
    let mut values = (0..count)
        .map(|_| decode_value(from))
        .collect::<Result<Values>>()?;
    values.resize(width, Value::Null);
    Ok(values)
}

/// The values of a cell of `width` columns.
pub fn decode_cell(bytes: &[u8], width: usize) -> Result<Values> {
    decode_columns(&mut Decoder::new(bytes), width)
}

/// The logged columns of a row; cells that this build does not know are passed over.
pub fn decode_row(noun: &Noun, bytes: &[u8]) -> Result<Values> {
    let mut values = vec![Value::Null; noun.width()];
    let mut from = Decoder::new(bytes);
    let count = from.map().map_err(Error::internal)?.unwrap_or(0);
    for _ in 0..count {
        let no = from.i64().map_err(Error::internal)?;
        match noun.cells.iter().find(|cell| cell.no == no) {
            Some(cell) => {
                let read = decode_columns(&mut from, cell.columns.len())?;
                values[cell.range()].clone_from_slice(&read);
            }
            None => from.skip().map_err(Error::internal)?,
        }
    }
    Ok(values)
}

/// A cell's value for people to read: columns joined by a blank.
pub fn shown(values: &[Value]) -> Option<String> {
    let parts: Vec<String> = values
        .iter()
        .filter_map(|value| match value {
            Value::Null => None,
            Value::Integer(number) => Some(number.to_string()),
            Value::Real(number) => Some(number.to_string()),
            Value::Text(text) => Some(text.clone()),
            Value::Blob(bytes) => Some(match <[u8; 16]>::try_from(bytes.as_slice()) {
                Ok(id) => super::Id::from_bytes(id).to_string(),
                Err(_) => format!("{} bytes", bytes.len()),
            }),
        })
        .collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
