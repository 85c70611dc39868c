"""The docket: proceedings and their events, the only place that writes them."""
