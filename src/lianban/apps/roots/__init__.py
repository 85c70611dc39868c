"""The roots of the days: made after midnight, signed, published, and the proofs that an event stands under one."""
