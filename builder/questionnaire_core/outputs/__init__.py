"""Files made of what a report says. Each is a module of its own, which alone knows its format's library."""
