//! The application as a state machine.
