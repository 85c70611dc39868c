"""One-time notices (一次性告知单): everything a chain asks of somebody, told once, dated and kept as it was told."""
