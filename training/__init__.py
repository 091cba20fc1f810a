"""The recipe of the bilingual reader: its data mixture, its training and its export."""
