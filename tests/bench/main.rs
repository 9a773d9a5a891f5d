//! Speed on a large ledger; run by `make bench`.
fn main() {}
