"""The catalogue as files: one item or chain per file, shared words beside them; read, checked, imported."""

from lianban.adapters.catalogue_files.catalogue import Catalogue as Catalogue
from lianban.adapters.catalogue_files.reading import SHIPPED as SHIPPED
from lianban.adapters.catalogue_files.reading import read_catalogue as read_catalogue
