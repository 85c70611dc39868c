"""The shared words: data elements, material kinds, situations; and the matching of departments' names to them."""
