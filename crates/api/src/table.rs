//! The one table of commands. The window, the terminal and the tests build everything from it.

use crate::desk::{Context, Desk};
use crate::problem::{Code, Problem};
use schemars::{JsonSchema, Schema};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Whether a command writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Reads: needs no editor, adds nothing.
    Read,
    /// Writes one operation.
    Write,
    /// Works long while others write, and writes one operation at its end.
    Long,
}

/// One command.
pub struct Command {
    /// `noun.verb`.
    pub name: &'static str,
    /// Whether it writes.
    pub kind: Kind,
    /// What it does, in a sentence.
    pub about: &'static str,
    /// JSON Schema of the request.
    pub request: fn() -> Schema,
    /// JSON Schema of the response.
    pub response: fn() -> Schema,
    pub(crate) run: fn(&mut Desk, &Context, Value) -> Result<Value, Problem>,
    pub(crate) types: fn(&mut crate::bindings::Collector) -> (String, String),
}

/// Reads a request, runs the handler, and writes the response.
pub(crate) fn run<Q: DeserializeOwned, A: Serialize>(
    desk: &mut Desk,
    context: &Context,
    request: Value,
    handler: fn(&mut Desk, &Context, Q) -> Result<A, Problem>,
) -> Result<Value, Problem> {
    let request = if request.is_null() { Value::Object(serde_json::Map::new()) } else { request };
    let request: Q = serde_json::from_value(request).map_err(|error| {
        let message = error.to_string();
        let field = message.split('`').nth(1).map(str::to_owned);
        let problem = Problem::new(Code::BadRequest, format!("the request does not fit: {message}"))
            .hint("See `counterclaim commands` for the fields of each request.");
        match field {
            Some(field) => problem.field(field),
            None => problem,
        }
    })?;
    Ok(serde_json::to_value(handler(desk, context, request)?)?)
}

/// The schema of a type.
pub(crate) fn schema<T: JsonSchema>() -> Schema {
    schemars::schema_for!(T)
}

macro_rules! command {
    ($kind:ident $name:literal, $request:ty => $response:ty, $handler:expr, $about:literal) => {
        $crate::table::Command {
            name: $name,
            kind: $crate::table::Kind::$kind,
            about: $about,
            request: $crate::table::schema::<$request>,
            response: $crate::table::schema::<$response>,
            run: |desk, context, request| {
                $crate::table::run::<$request, $response>(desk, context, request, $handler)
            },
            types: |collector| (collector.name::<$request>(), collector.name::<$response>()),
        }
    };
}
pub(crate) use command;

/// Every command, in the order in which the manual lists them.
pub fn commands() -> &'static [Command] {
    static TABLE: std::sync::OnceLock<Vec<Command>> = std::sync::OnceLock::new();
    TABLE.get_or_init(crate::commands::all)
}

/// The command of that name.
pub fn find(name: &str) -> Result<&'static Command, Problem> {
    commands().iter().find(|command| command.name == name).ok_or_else(|| {
        Problem::new(Code::UnknownCommand, format!("there is no command {name}"))
            .hint("`counterclaim commands` lists them all.")
            .with("name", name)
    })
}
