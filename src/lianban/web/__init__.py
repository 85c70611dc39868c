"""Pages: each view calls one public function and shapes the reply."""
