"""The append-only history: what happened, with ids only. At once history and outbox."""
