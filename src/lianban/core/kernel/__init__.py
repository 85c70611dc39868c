"""What every rule speaks of: identifiers, legal bases, errors, canonical JSON and digests."""
