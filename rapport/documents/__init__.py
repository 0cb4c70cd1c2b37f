"""Documents that leave the product: typeset as accessible PDF, sealed, and examined again.

Knows nothing of what they say. The seal is this installation's own: it shows that a document was
not changed since; it is no qualified signature.
"""
