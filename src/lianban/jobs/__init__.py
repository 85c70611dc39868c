"""Background work: each job calls one public function."""
