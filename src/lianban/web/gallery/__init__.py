"""The living gallery of components at /_gallery/, for people who build pages; never on a running platform."""
