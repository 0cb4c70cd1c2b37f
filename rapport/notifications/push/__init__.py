"""Web push: one sentence to a device, sealed for it, through the push service of its browser."""
