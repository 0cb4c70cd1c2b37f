"""No table of our own. Django tells only applications with this module that a migration is over."""
