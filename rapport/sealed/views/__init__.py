"""Pages about keys and the private journal, and the answers that browsers' code asks for."""
