"""What the language model lays on a Doc, by the names of its span groups."""

ATTRIBUTION = "attribution"
PARAGRAPHS = "paragraphs"
QUOTATIONS = "quotations"
