//! The command `vanbia`: hands over to the library and sets the exit code.

fn main() {}
