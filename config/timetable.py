"""The clock strikes → which task. Every task of the clock with its hour and its reason."""

from procrastinate import App


def register(app: App) -> None:
    """Called once when the applications are ready."""
