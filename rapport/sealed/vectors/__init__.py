"""The vector file `ssp1.json`: inputs with the verdict that every implementation must give.

`python -m rapport.sealed.vectors` writes it anew. `checks.py` and `checks.js` are the two judges.
"""
