"""The accounts: who may sign in, as what, and the tokens of organisations."""
