"""A closed algebra over facts: evaluated with three truths, decided, simplified, spoken in Chinese and English."""
