//! What the house promises about itself, read from its own sources and its dependency graph: who may call whom, what
//! core stands on, which licences come along, that generated files are fresh. One module per promise.

mod connections;
mod dependencies;
mod layers;
mod licences;
mod rooms;
mod schema;
mod sources;
mod words;
