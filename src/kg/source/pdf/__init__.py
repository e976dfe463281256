"""PDF: the words that stand on its pages, put back into lines, columns, rows and paragraphs. PDFium enters here."""
