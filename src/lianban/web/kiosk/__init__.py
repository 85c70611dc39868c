"""The self-service machine (一体机) in the hall: guidance by touch, printed or taken along, nothing left behind."""
