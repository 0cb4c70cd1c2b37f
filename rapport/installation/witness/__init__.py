"""The witness: anybody who may open an installation's pages checks what code it gives out.

It knows nothing of the server it looks at but the list of scripts of the release, which it has
from elsewhere. It runs on another machine than the installation, at times nobody announces.
"""
