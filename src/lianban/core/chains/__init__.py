"""Chains (一件事): definitions compile into one form, one set of materials, one process, with a certificate."""
