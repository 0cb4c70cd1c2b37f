"""`rapport match`: pairs from tables as people have them, without a database.

read -> guess -> match -> write. Everything but the words is plain values.
"""
