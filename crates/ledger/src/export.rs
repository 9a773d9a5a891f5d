//! One case with its operations as JSON, such that the chain can be checked without the ledger.

use crate::case_at::AsOf;
use crate::error::{LedgerError, Result};
use crate::ledger::Ledger;
use claims::ids::CaseId;
use serde_json::{Map, Value};
use std::io::Write;

impl Ledger {
    /// Writes the case with its operations; other cases' operations are stubs. `extra` keys stand at the top level.
    pub fn export_case(
        &self,
        _case: CaseId,
        _as_of: Option<&AsOf>,
        _out: &mut dyn Write,
        _extra: &Map<String, Value>,
    ) -> Result<()> {
        Err(LedgerError::Stopped)
    }
}
