"""The audit log: who signed in, who was given power, who looked at whose data.

Only numbers of rows stand in it, never content. The database itself chains the lines; an hourly
checkpoint, signed by a key outside the database, makes a rewritten history noticeable.
"""
