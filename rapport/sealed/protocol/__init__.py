"""SSP/1, the sealed-spaces protocol, in plain Python on the `cryptography` package.

Knows every byte of the format and nothing of Django, the database or the clock. The product
seals in the browser; this second implementation makes test vectors and demonstration data and
checks what public material a server may check. `docs/protocol.md` is its description.
"""
