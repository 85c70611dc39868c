"""Uploaded and made files: checked by what is in them, kept by their digest."""
