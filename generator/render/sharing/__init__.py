"""What a page says of itself to those who share it, show it in a list or read it by machine."""
