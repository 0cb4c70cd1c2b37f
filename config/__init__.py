"""The three ways in (a request, an event, the clock) and the settings."""
