"""What mentoring is: plain values and tables. No framework, no database, no clock, no I/O.

Imports the standard library and nothing else; today's date and chance are arguments.
"""
