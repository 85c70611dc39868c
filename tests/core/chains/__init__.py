"""The composer, the certificate, the verifier."""
