"""Every sentence evaluation says, as a table for each language, and the voice that says it."""

from rapport.evaluation.words.note import Note, Value
from rapport.evaluation.words.voice import LANGUAGES, Voice, voice_of

__all__ = ["LANGUAGES", "Note", "Value", "Voice", "voice_of"]
