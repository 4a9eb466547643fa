"""What one part of a questionnaire says of another: a module for each kind of mistake, and none mends any."""
