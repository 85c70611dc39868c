"""How a person wants the pages: language and letter size, kept in cookies, the same address for everybody."""
