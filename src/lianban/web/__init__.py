"""The pages people see, and the parts they are made of."""
