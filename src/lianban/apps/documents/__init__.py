"""Documents (文书), licences (证照), their seals and their verification."""
