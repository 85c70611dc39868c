"""The table of reductions."""

from lianban.adapters.catalogue_files.catalogue import Catalogue


def reductions_report(catalogue: Catalogue) -> str:
    """Return the table."""
    return str(len(catalogue.chains))
