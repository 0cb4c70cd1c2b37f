"""Words only their own people can read: identities, unlock slots, spaces and envelopes.

Knows ciphertext, public keys and who belongs to a space. Does not know a phrase, a key or a word.
"""
