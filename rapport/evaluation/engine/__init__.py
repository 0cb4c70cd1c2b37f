"""The statistics of the evaluation: arrays in, estimates with intervals out.

Knows how an estimate is made and how sure it is. Knows no Django, no database, no clock, no file,
and no words: what may be said about an estimate stands in `rapport.evaluation.verdicts`, what may
be shown in `rapport.domain.findings`.

Import from the modules themselves, one a noun; `docs/reference/evaluation-engine.md` lists them.
Only `disclosure` needs scipy; all others need numpy alone and load in a blink.
"""
