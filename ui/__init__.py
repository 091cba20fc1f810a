"""Ui: the chat in a browser, in Thai and English."""
