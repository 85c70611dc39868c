"""The public page on which anyone checks a document, a licence or a file."""
