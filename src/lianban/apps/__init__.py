"""Django: storage and transactions, one app per capability; the front door of each is `public`."""
