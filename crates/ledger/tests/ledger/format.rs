//! docs/file-format.md tells the truth: its test vectors are what a scripted ledger gives.
