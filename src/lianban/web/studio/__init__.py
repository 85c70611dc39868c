"""The studio (事项与链条): definitions as their authors read, test and change them."""
