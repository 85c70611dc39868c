"""Published definitions: items, chains and vocabulary as versions that never change."""
