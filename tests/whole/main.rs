//! Whole flows through the door, one binary.
