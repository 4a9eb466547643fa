"""Files that people bring. Each is read by a module of its own, which alone knows its format's library."""
